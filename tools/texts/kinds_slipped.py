"""Names with one character wrong, missing, too many or in the wrong place."""
from directory import place_of, word_of
from nearness import ids_near

# A word of its own, or so little of the name that nobody could tell.
MEAN_SOMETHING_ELSE = {"龙泉人", "龙泉公", "龙泉水", "龙泉林", "龙泉物", "龙泉财", "龙泉药", "龙泉地", "龙泉气", "龙泉农"}
TOO_MANY = ("{a}的{b}", "{a}县{b}", "{a}得{b}", "{a}{b}哈", "{a}{b}嘛", "{a}{b0}{b}", "{a}{b}{b1}", "{a0}{a}{b}")
TRIES = 40


def wrong(name, tables, random):
    where = random.choice([i for i, c in enumerate(name) if c in tables.look_alikes])
    return name[:where] + random.choice(tables.look_alikes[name[where]]) + name[where + 1:]


def wrong_word(department, tables, random):
    return place_of(department) + wrong(word_of(department), tables, random)


def missing(name, random):
    where = random.randrange(len(name))
    return name[:where] + name[where + 1:]


def too_many(department, random):
    place, word = place_of(department), word_of(department)
    return random.choice(TOO_MANY).format(a=place, b=word, a0=place[0], b0=word[0], b1=word[1])


def swapped(name, random):
    where = random.randrange(len(name) - 1)
    return name[:where] + name[where + 1] + name[where] + name[where + 2:]


def slips(department, tables, random):
    """One text a way to slip; without end."""
    name = department["short_name"]
    while True:
        yield (wrong(name, tables, random), wrong_word(department, tables, random), missing(name, random),
               missing(department["name"], random), too_many(department, random), swapped(name, random))


def only_means(text, department, directory):
    return (ids_near(text, directory) == {department["id"]} and text not in directory.ids_by_name
            and text not in MEAN_SOMETHING_ELSE)


def one_character(directory, tables, random):
    for department in directory.of_district:
        given = {}
        for _, texts in zip(range(TRIES), slips(department, tables, random)):
            for way, text in enumerate(texts):
                is_new = way not in given and text not in given.values()
                if is_new and only_means(text, department, directory):
                    given[way] = text
        for _, text in sorted(given.items()):
            yield text, f"department:{department['id']}"


RULES = {"one_character": one_character}
