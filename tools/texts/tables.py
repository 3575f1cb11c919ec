"""The small hand-written tables under tests/golden/texts_tables/."""
import tsv


class Tables:
    """Homophones, look-alikes, traditional forms and sounds."""

    def __init__(self, folder):
        self.homophones = {word: slips.split(" ") for word, slips in cells(folder / "homophones.tsv")}
        self.look_alikes = {one: others.split(" ") for one, others in cells(folder / "look_alikes.tsv")}
        self.traditional = dict(cells(folder / "traditional.tsv"))
        self.syllable_of = {c: syllable for syllable, said_so in cells(folder / "pinyin.tsv")
                            for c in said_so}

    def in_traditional(self, text):
        return "".join(self.traditional.get(c, c) for c in text)

    def syllables(self, text):
        """One a character; a character that is not in the table is an error of the table."""
        return [self.syllable_of[c] for c in text]

    def initials(self, text):
        return "".join(syllable[0] for syllable in self.syllables(text))


def cells(path):
    return [row for _, row in tsv.read_lines(path)]
