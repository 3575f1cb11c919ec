#!/usr/bin/env python3
"""Writes tests/golden/texts.tsv, what residents text and what should answer it: kinds made by rule from the
directory, and the rows of texts_by_hand. --check only says whether the file is up to date."""
import argparse
import collections
import pathlib
import random
import sys

import directory as directories
import kinds_heard
import kinds_items
import kinds_named
import kinds_slipped
import kinds_written
import labels
import tables as hand_tables
import tsv

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
SEED = 510112
RULES = {**kinds_written.RULES, **kinds_named.RULES, **kinds_heard.RULES, **kinds_slipped.RULES,
         **kinds_items.RULES}
REMARKS = (
    "What residents text and what should answer it. Written by tools/texts/make_texts.py; do not edit.",
    "The directory: config/directory/longquan.json with texts_areas.json merged in.",
    "after: texted before, in the same talk. What is not seen is \\n, \\r, \\t or \\uXXXX; a backslash \\\\.",
    "expected: department:ID, theme:ID, area:ID its menu",
    "  items:ID 1,3 these details in this order; the first of them where the reply has pages",
    "  candidates:ID|ID any of these departments, themes or areas offered or answered",
    "  item:ID N|ID N any of these items answered, or among the first three offered",
    "  none no menu and no detail | silent no reply | emergency | optout | help",
)


def read_by_hand(kind):
    path = GOLDEN / "texts_by_hand" / f"{kind}.tsv"
    return tsv.read_by_hand(path) if path.exists() else []


def rows_of(kind, by_hand, directory, tables):
    """By rule first, then by hand; what a rule makes twice, or what the hand says otherwise, stands once."""
    said = {row.text for row in by_hand[kind]}
    wider = {row.text: row.expected for rows in by_hand.values() for row in rows if not row.after}
    made = {}
    if kind in RULES:
        for text, expected in RULES[kind](directory, tables, random.Random(f"{SEED} {kind}")):
            if text not in said and not labels.means_more(wider.get(text, ""), expected):
                made.setdefault(text, tsv.Row(kind, text, expected))
    return [*made.values(), *by_hand[kind]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if not up to date")
    only_check = parser.parse_args().check
    directory = directories.load(ROOT / "config" / "directory" / "longquan.json", GOLDEN / "texts_areas.json")
    tables = hand_tables.Tables(GOLDEN / "texts_tables")
    by_hand = {kind: read_by_hand(kind) for kind in labels.LEAST}
    rows = [row for kind in labels.LEAST for row in rows_of(kind, by_hand, directory, tables)]
    wrong = labels.complaints(rows, directory)
    for complaint in wrong:
        print(complaint, file=sys.stderr)
    counts = collections.Counter(row.kind for row in rows)
    print(f"{len(rows)} texts: " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    path, text = GOLDEN / "texts.tsv", tsv.file_text(REMARKS, rows)
    if only_check and (not path.exists() or path.read_text(encoding="utf-8") != text):
        print(f"{path.relative_to(ROOT)} is not up to date: run {pathlib.Path(__file__).relative_to(ROOT)}",
              file=sys.stderr)
        return 1
    if not only_check and not wrong:
        path.write_text(text, encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
