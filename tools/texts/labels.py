"""What a label may say, and whether it says something true of the directory."""
import collections
import re

# The kinds in the order of the file, and how many texts each has at least.
LEAST = {
    "exact": 100, "blanks_punctuation": 120, "width": 60, "traditional": 120, "name_variant": 150,
    "homophone": 200, "pinyin": 100, "initials": 60, "one_character": 150, "area_left_out": 60,
    "direct_item": 100, "item_words": 100, "question": 250, "selections": 60, "areas": 60, "theme": 30,
    "junk": 150, "emergency": 20, "optout": 15, "help": 15,
}
WORDS = {"none", "silent", "emergency", "optout", "help"}


def wrong_with_label(expected, directory):
    """None, or what is wrong with one label."""
    if expected in WORDS:
        return None
    how, _, rest = expected.partition(":")
    checks = {
        "department": lambda: rest in directory.departments,
        "theme": lambda: rest in directory.themes,
        "area": lambda: rest in directory.areas,
        "candidates": lambda: all(is_id(one, directory) for one in rest.split("|")),
        "items": lambda: has_items(rest, directory),
        "item": lambda: all(" " in one and has_items(one, directory) for one in rest.split("|")),
    }
    if how not in checks:
        return f"no label: {expected}"
    return None if checks[how]() else f"not in the directory: {expected}"


def ids_in(expected):
    """Whom a label of names may mean; nobody if it is of another kind."""
    how, _, rest = expected.partition(":")
    return set(rest.split("|")) if how in ("department", "theme", "area", "candidates") else set()


def means_more(wide, narrow):
    """Whether a label says all that the other does, and says it otherwise: people mean more by a name."""
    return wide != narrow and bool(ids_in(narrow)) and ids_in(wide) >= ids_in(narrow)


def is_id(one, directory):
    return one in directory.departments or one in directory.areas or one in directory.themes


def has_items(written, directory):
    match = re.fullmatch(r"(\S+) (\d+(?:,\d+)*)", written)
    if not match or match.group(1) not in directory.departments:
        return False
    numbers = [int(number) for number in match.group(2).split(",")]
    return len(set(numbers)) == len(numbers) and all(n in directory.items[match.group(1)] for n in numbers)


def complaints(rows, directory):
    """Everything that is wrong with all the rows."""
    found = []
    seen = {}
    for row in rows:
        where = f"{row.kind} {row.text!r}"
        if wrong := wrong_with_label(row.expected, directory):
            found.append(f"{where}: {wrong}")
        if row.text.strip() not in ("", row.text) and row.kind != "blanks_punctuation":
            found.append(f"{where}: blanks round it belong to blanks_punctuation")
        before = seen.setdefault((row.text, row.after), row)
        if before is not row and before.kind == row.kind:
            found.append(f"{where}: stands there twice")
        if before.expected != row.expected:
            found.append(f"{where}: {before.kind} says {before.expected}, {row.kind} {row.expected}")
    counts = collections.Counter(row.kind for row in rows)
    found += [f"{kind}: {counts[kind]} texts, {least} wanted"
              for kind, least in LEAST.items() if counts[kind] < least]
    found += [f"no such kind: {kind}" for kind in counts if kind not in LEAST]
    return found
