"""Names by their sound: the wrong word of the right sound, and letters in place of characters."""
from directory import place_of, word_of
from kinds_written import label_of
from nearness import ids_by_sound, ids_of_sound

SLIPS_OF_FINGERS = {"zh": "z", "ch": "c", "sh": "s"}
SLIPS_OF_PLACE = ("lonquan", "nongquan", "longqaun", "lognquan", "longqan", "logquan")


def homophone(directory, tables, random):
    places = tables.homophones["龙泉"]
    for department in directory.of_district:
        word = word_of(department)
        slips = tables.homophones[word]
        texts = [place_of(department) + slip for slip in slips]
        texts += [place + word for place in random.sample(places, 1)]
        texts.append(random.choice(places) + random.choice(slips))
        if f"{word}局" in directory.ids_by_name:
            texts.append(f"{random.choice(slips)}局")
        for text in texts:
            heard = ids_of_sound(tables.syllables(text), directory, tables)
            if heard not in ({department["id"]}, ids_by_sound(department)):
                raise ValueError(f"{text} sounds like {heard or 'nothing'}")
            yield text, label_of(heard, directory)


def typed_as_said(syllable):
    """As somebody types it who says it so: lon, gen, si."""
    short = SLIPS_OF_FINGERS.get(syllable[:2], syllable[:2]) + syllable[2:]
    return short[:-1] if syllable.endswith(("ing", "eng", "ong")) else short


def sloppy(place, word, random):
    """The first syllable of the word that is said otherwise than it is written; else a slip in the place."""
    for number, syllable in enumerate(word):
        if (said := typed_as_said(syllable)) != syllable:
            return "".join([*place, *word[:number], said, *word[number + 1:]])
    return random.choice(SLIPS_OF_PLACE) + "".join(word)


def pinyin(directory, tables, random):
    for department in directory.of_district:
        syllables = tables.syllables(department["short_name"])
        place, word = "".join(syllables[:2]), "".join(syllables[2:])
        spaced = random.choice([" ".join(syllables), f"{place} {word}"])
        cased = random.choice([f"{place.capitalize()}{word}", f"{place.capitalize()} {word}",
                               f"{place.capitalize()} {word.capitalize()}", (place + word).upper()])
        label = label_of(ids_by_sound(department), directory)
        for text in (place + word, spaced, cased, sloppy(syllables[:2], syllables[2:], random)):
            yield text, label


def initials(directory, tables, random):
    ids_by_initials = {}
    for department in directory.departments.values():
        ids = ids_by_sound(department)
        ids_by_initials.setdefault(tables.initials(department["short_name"]), set()).update(ids)
    for letters, ids in ids_by_initials.items():
        spaced = random.choice([f"{letters[:2]} {letters[2:]}", letters.capitalize(), " ".join(letters)])
        for text in (letters, letters.upper(), spaced):
            yield text, label_of(ids, directory)


RULES = {"homophone": homophone, "pinyin": pinyin, "initials": initials}
