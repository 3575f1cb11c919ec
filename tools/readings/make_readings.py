"""Unihan's Mandarin readings as a C++ table: python3 make_readings.py Unihan_Readings.txt.bz2 > readings.cpp

Every reading that a present-day dictionary gives a character counts, without its tone. kHanyuPinyin is left
out: its readings of the classics would make characters sound alike that nobody confuses."""
import bz2
import re
import sys
import unicodedata

FIELDS = ("kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983")
LAST = 0xFFFF  # Beyond the basic plane stands nothing that residents text.


def toneless(spelled):
    """lǜ → lv; '' where it is no syllable, as ḿ."""
    plain = unicodedata.normalize("NFD", spelled.replace("ü", "v"))
    plain = plain.replace("u\u0308", "v").replace("v\u0308", "v")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain if re.fullmatch(r"[a-z]*[aeiouv][a-z]*", plain) else ""


def spelled_in(value):
    """The syllables in `126.080:guó`, `de dì` and `xíng(2943) háng(218)`."""
    for word in value.split():
        for syllable in word.rpartition(":")[2].split(","):
            yield toneless(unicodedata.normalize("NFC", syllable.partition("(")[0]))


def readings_in(lines):
    found = {}
    for line in lines:
        if not line.startswith("U+"):
            continue
        character, field, value = line.rstrip("\n").split("\t")
        code_point = int(character[2:], 16)
        if field not in FIELDS or code_point > LAST:
            continue
        known = found.setdefault(code_point, [])
        known += [s for s in dict.fromkeys(spelled_in(value)) if s and s not in known]
    return {code_point: known for code_point, known in sorted(found.items()) if known}


def numbers(values):
    lines, line = [], ""
    for value in values:
        word = f"{value},"
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ""
        line += word
    return "\n".join([*lines, line])


def main():
    with bz2.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        found = readings_in(lines)
    syllables = sorted({s for known in found.values() for s in known})
    place = {syllable: i for i, syllable in enumerate(syllables)}
    begins, readings = [], []
    for known in found.values():
        begins.append(len(readings))
        readings += [place[s] for s in known]
    begins.append(len(readings))
    names = ", ".join(f'"{s}"' for s in syllables)
    print(f"""// Made from Unihan_Readings.txt by tools/readings/make_readings.py.
#include "keywords/sound/readings.hpp"

namespace duanwen {{
namespace {{
constexpr std::array<std::string_view, {len(syllables)}> names = {{{names}}};
constexpr std::array<std::uint16_t, {len(found)}> characters = {{{numbers(found)}}};
constexpr std::array<std::uint16_t, {len(begins)}> begins = {{{numbers(begins)}}};
constexpr std::array<std::uint16_t, {len(readings)}> readings = {{{numbers(readings)}}};
}}  // namespace

const reading_table unihan_readings{{names, characters, begins, readings}};

}}  // namespace duanwen""")


main()
