"""Rows of labelled texts as the checked-in files hold them: tab separated, what cannot be seen escaped."""
import dataclasses
import re
import unicodedata

HEADER = ("kind", "text", "expected", "after")
ESCAPED = re.compile(r"\\(n|r|t|\\|u[0-9A-F]{4})")
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
# Radicals and compatibility ideographs look like the characters that they stand for.
LOOK_ALIKE_BLOCKS = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))


@dataclasses.dataclass(frozen=True)
class Row:
    """A text, what answers it, and, where it needs a menu in view, the text before it."""

    kind: str
    text: str
    expected: str
    after: str = ""


def is_invisible(character):
    if character == " ":
        return False
    if any(first <= ord(character) <= last for first, last in LOOK_ALIKE_BLOCKS):
        return True
    return unicodedata.category(character)[0] in "CZ" or unicodedata.category(character) == "Mn"


def escape(text):
    """A new line becomes \\n; anything else that cannot be seen becomes \\u and four hexadecimal digits."""
    return "".join(SHORT.get(c) or (f"\\u{ord(c):04X}" if is_invisible(c) else c) for c in text)


def unescape(written):
    def meaning(match):
        mark = match.group(1)
        if mark[0] == "u":
            return chr(int(mark[1:], 16))
        return {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}[mark]

    return ESCAPED.sub(meaning, written)


def read_lines(path):
    """(number, cells) of each line that is neither empty nor a comment."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def read_by_hand(path):
    """The rows of texts_by_hand/<kind>.tsv: text, expected and perhaps after."""
    rows = []
    for number, cells in read_lines(path):
        if not 2 <= len(cells) <= 3:
            raise ValueError(f"{path}:{number}: wants text, expected and perhaps after")
        text, expected, after = (*cells, "")[:3]
        rows.append(Row(path.stem, unescape(text), expected, unescape(after)))
    return rows


def file_text(remarks, rows):
    lines = [f"# {remark}" for remark in remarks]
    lines.append("\t".join(HEADER))
    for row in rows:
        cells = [row.kind, escape(row.text), row.expected]
        lines.append("\t".join(cells + ([escape(row.after)] if row.after else [])))
    return "\n".join(lines) + "\n"
