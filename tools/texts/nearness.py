"""Whether a slip can only mean one name: by its letters, and by its sound in Sichuan."""

# 税务 sounds as 水务 does, and is what people call both tax bureaus.
MEANS_SEVERAL = {"lq-shuiwu": {"lq-dishui", "lq-guoshui", "lq-shuiwu"}}


def edits(one, other):
    """Damerau's distance: a character put in, left out, changed, or two neighbours swapped."""
    before, row = [], list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        last, row, older = row, [i], before
        for j, theirs in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (mine != theirs))
            if i > 1 and j > 1 and mine == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]


def in_sichuan(syllable):
    """What sounds alike in Sichuan becomes one: n l, zh z, ch c, sh s, f hu, ing in, eng en."""
    if syllable[:2] in ("zh", "ch", "sh"):
        syllable = syllable[0] + syllable[2:]
    elif syllable[0] == "n":
        syllable = "l" + syllable[1:]
    elif syllable[0] == "f" and syllable != "fu":
        syllable = "hu" + syllable[1:]
    elif syllable == "fu":
        syllable = "hu"
    return syllable[:-1] if syllable.endswith(("ing", "eng")) else syllable


def ids_near(text, directory):
    """Who has a name within one edit of the text."""
    return set().union(*(ids for name, ids in directory.ids_by_name.items() if edits(text, name) <= 1))


def ids_of_sound(syllables, directory, tables):
    """Who has a name that sounds like these syllables."""
    heard = [in_sichuan(syllable) for syllable in syllables]
    return set().union(*(ids for name, ids in directory.ids_by_name.items()
                         if len(name) == len(heard) and
                         [in_sichuan(syllable) for syllable in tables.syllables(name)] == heard))


def ids_by_sound(department):
    """Whom the short name means when it is only heard, or typed in letters."""
    return MEANS_SEVERAL.get(department["id"], {department["id"]})
