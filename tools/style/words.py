"""Words and calls that must not stand in the tree, and the comment that each header opens with."""
import re

# Written in pieces, so that this file may be checked too.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
OTHER_MACHINE = re.compile(r"(?<![\w.}])/(work|root)/")
SLEEP = re.compile(
    r"\b(sleep_for|this_thread::sleep_until|usleep|nanosleep|time\.sleep)\b|\bsleep\s*\(|^\s*sleep\s")
# The one place that waits between two looks at a condition, always with a deadline.
POLL_HELPER = "tests/system/poll.py"


def complain(tree, pattern, what, wanted=lambda source: True):
    return [(s.path, number, what(match.group(0))) for s in tree if wanted(s)
            for number, line in enumerate(s.lines, 1) if (match := pattern.search(line))]


def check_unfinished(tree):
    return complain(tree, UNFINISHED, lambda word: f"{word}: finish it, or say it in the issue")


def check_paths(tree):
    return complain(tree, OTHER_MACHINE, lambda path: f"{path} exists on one machine only")


def is_test(source):
    return source.path.startswith("tests/") and source.path != POLL_HELPER and not is_proof(source)


def is_proof(source):
    """The proofs of these rules quote what they forbid."""
    return source.path.startswith("tests/style/")


def check_sleeps(tree):
    return complain(tree, SLEEP, lambda call: f"{call.strip()} in a test: poll with a deadline", is_test)


def check_header_comment(tree):
    found = []
    for source in tree:
        if source.path.endswith(".hpp"):
            opening = [line for line in source.lines if line.strip()][:2]
            if not opening or opening[0] != "#pragma once":
                found.append((source.path, 1, "a header begins with #pragma once"))
            if not any(line.startswith("//") for line in opening):
                found.append((source.path, 2, "a header says in its first comment what it is"))
    return found


RULES = (check_unfinished, check_paths, check_sleeps, check_header_comment)
