"""Every folder of the top rooms is a room: neither a hall nor a cupboard, and ARCHITECTURE says what it is."""
import collections
import re

from .includes import room_of

FILES_MIN, FILES_MAX = 5, 25
PAGE = "ARCHITECTURE.md"


def files_by_room(tree):
    rooms = collections.defaultdict(list)
    for source in tree:
        if source.is_cpp and source.room:
            rooms[room_of(source.path)].append(source.path)
    return rooms


def check_sizes(tree):
    found = []
    for room, files in sorted(files_by_room(tree).items()):
        if not FILES_MIN <= len(files) <= FILES_MAX:
            found.append((files[0], 1, f"{room} has {len(files)} files, a room has {FILES_MIN} to {FILES_MAX}"))
    return found


def check_lines_of_rooms(tree):
    """In the page a room's line begins with its folder between back quotes: | `keywords/text` | …"""
    pages = [source for source in tree if source.path == PAGE]
    if not pages:
        return []
    told = set(re.findall(r"^\| `([a-z_/0-9]+)` \|", pages[0].text, re.MULTILINE))
    rooms = set(files_by_room(tree))
    missing = [(PAGE, 1, f"says nothing of the room {room}") for room in sorted(rooms - told)]
    return missing + [(PAGE, 1, f"{room} is no room") for room in sorted(told - rooms)]


RULES = (check_sizes, check_lines_of_rooms)
