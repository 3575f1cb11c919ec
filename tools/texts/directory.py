"""The directory that the texts go against: the sample with tests/golden/texts_areas.json merged in."""
import json

DISTRICT = "lq"


class Directory:
    """Areas, departments (with what they inherit) and themes by id, and every name that leads to one."""

    def __init__(self, *documents):
        self.areas, self.departments, self.themes = {}, {}, {}
        for document in documents:
            for area in document.get("areas", []):
                self.areas[area["id"]] = area
            for department in document.get("departments", []):
                self.departments[department["id"]] = department
            for theme in document.get("themes", []):
                self.themes[theme["id"]] = theme
        self.items = {id_: self._items_of(d) for id_, d in self.departments.items()}
        self.ids_by_name = self._names()

    @property
    def of_district(self):
        """The departments of the district itself, without those of its towns."""
        return [d for d in self.departments.values() if d["area"] == DISTRICT]

    @property
    def of_towns(self):
        return [d for d in self.departments.values() if d["area"] != DISTRICT]

    def heirs_of(self, department):
        """Departments of towns that bear the name of this one."""
        return [d["id"] for d in self.of_towns if d["name"] == department["name"]]

    def _items_of(self, department):
        items = {item["number"]: item for item in department.get("items", [])}
        if department.get("inherits"):
            parent = self.areas[department["area"]]["parent"]
            above = next(d for d in self.departments.values()
                         if d["area"] == parent and d["name"] == department["name"])
            items = {item["number"]: item for item in above["items"]} | items
        return items

    def _names(self):
        """A name that a department of a town shares with the district's means the district's."""
        names = {}
        for department in self.departments.values():
            own = [*department["keywords"], department["short_name"], *department.get("aliases", [])]
            if department["area"] == DISTRICT:
                own.append(department["name"])
            for name in own:
                names.setdefault(name, set()).add(department["id"])
        for theme in self.themes.values():
            names.setdefault(theme["name"], set()).add(theme["id"])
        for area in self.areas.values():
            for name in (area["name"], *area.get("aliases", [])):
                names.setdefault(name, set()).add(area["id"])
        return names


def load(*paths):
    return Directory(*(json.loads(path.read_text(encoding="utf-8")) for path in paths))


def word_of(department):
    """国土 of 龙泉国土: what the short name says beside the area."""
    return department["short_name"][2:]


def place_of(department):
    """龙泉 of 龙泉国土."""
    return department["short_name"][:2]


def names_of_item(item):
    names = [item.get("short_title", ""), item["title"], *item.get("synonyms", [])]
    return [name for name in names if name]
