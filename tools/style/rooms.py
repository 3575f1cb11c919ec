"""Every folder of the top rooms is a room: neither a hall nor a cupboard. ARCHITECTURE's table says what it
is and which rooms it may use, and the includes keep to that."""
import collections
import re

from .includes import includes_of, room_of
from .source import ROOMS

FILES_MIN, FILES_MAX = 5, 25
PAGE = "ARCHITECTURE.md"
ROW = re.compile(r"^\| `([a-z_/0-9]+)` \| [^|]+ \| ([^|]*) \|$", re.MULTILINE)


def check(tree, page):
    """`page`: the text of ARCHITECTURE.md; None: the tree is a part of one, which has no table."""
    if page is None:
        return []
    files, uses = files_by_room(tree), uses_by_room(tree)
    may_use = {room: re.findall(r"[a-z_/0-9]+", words) for room, words in ROW.findall(page)}
    found = [(PAGE, 1, f"has no row for the room {room}") for room in sorted(set(files) - set(may_use))]
    found += [(PAGE, 1, f"{room} is no room") for room in sorted(set(may_use) - set(files))]
    for room, paths in files.items():
        if not FILES_MIN <= len(paths) <= FILES_MAX:
            found.append((paths[0], 1, f"{room} has {len(paths)} files, not {FILES_MIN} to {FILES_MAX}"))
    for room in set(files) & set(may_use):
        found += unlike(room, may_use[room], uses[room])
    return found


def files_by_room(tree):
    rooms = collections.defaultdict(list)
    for source in tree:
        if source.is_cpp and source.room:
            rooms[room_of(source.path)].append(source.path)
    return rooms


def uses_by_room(tree):
    """Each room's other rooms, and an include that shows it."""
    known = {source.path for source in tree}
    uses = collections.defaultdict(dict)
    for source in tree:
        if source.is_cpp and source.room:
            own = room_of(source.path)
            for line, name in includes_of(source):
                target = name.strip('"')
                if target in known and room_of(target) != own:
                    uses[own].setdefault(room_of(target), (source.path, line))
    return uses


def names(word, room, target):
    """A word of a row: a room under the same top folder, by what follows that; or a whole top room."""
    top = room.split("/")[0]
    whole = word in ROOMS and word != top and target.startswith(word + "/")
    return whole or target in (word, f"{top}/{word}")


def unlike(room, words, uses):
    found = [(*place, f"{room} uses {target}, which its row in {PAGE} does not have")
             for target, place in uses.items()
             if not any(names(word, room, target) for word in words)]
    idle = [word for word in words if not any(names(word, room, target) for target in uses)]
    return found + [(PAGE, 1, f"{room} does not use {word}") for word in idle]
