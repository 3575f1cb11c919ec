"""A reply as a phone shows it: a box, Chinese characters two columns wide, and under it what it cost."""
import unicodedata

COLUMNS = 40
ALPHABETS = {0: "GSM 7-bit", 8: "UCS-2"}


def columns(text):
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)


def wrap(text):
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for character in paragraph:
            if columns(line + character) > COLUMNS:
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return lines


def box(reply):
    title = f"─ {reply['from']} "
    top = "┌" + title + "─" * (COLUMNS + 2 - columns(title)) + "┐"
    rows = ["│ " + line + " " * (COLUMNS - columns(line)) + " │" for line in wrap(reply["text"])]
    return "\n".join([top, *rows, "└" + "─" * (COLUMNS + 2) + "┘"])


def yuan(li):
    return f"¥{li / 1000:.3f}"


def count(number, noun):
    return f"{number} {noun}" + ("" if number == 1 else "s")


def bill(replies, price_li, saved_segments=0):
    """One line: segments, alphabet, cost, and what was saved against one reply an item."""
    segments = sum(reply["segments"] for reply in replies)
    codings = {reply["data_coding"] for reply in replies}
    alphabets = sorted(ALPHABETS.get(coding, f"data_coding {coding}") for coding in codings)
    line = f"  {count(segments, 'segment')}, {' and '.join(alphabets)}, {yuan(segments * price_li)}"
    if saved_segments > 0:
        line += f"; {segments + saved_segments} one by one, saved {yuan(saved_segments * price_li)}"
    return line
