"""Who may include whom: rooms in one direction, each outside library in its place, no circles."""
import re

from .source import ROOMS

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+")', re.MULTILINE)

# What matches the first may be included only by what matches the second.
PLACES = [
    (r'<smpp34|"def_(list|frame)/', r"gateway/smpp/wire/wire\.cpp|tests/differential/.*",
     "gateway/smpp/wire/wire.cpp"),
    (r"<httplib\.h>", r"admin/.*\.cpp|tests/.*|tools/.*", "admin/*.cpp"),
    (r"<(spdlog/|boost/asio)",
     r"(storage|admin)/.*|gateway/(?!smpp/)([^/]+/)?[^/]+|gateway/smpp/(link|listener|supervisor)[^/]*"
     r"|(tests|tools)/.*",
     "shells: never in keywords, config or the sans-IO files of gateway/smpp"),
]


def includes_of(source):
    for match in INCLUDE.finditer(source.code):
        yield source.line_at(match.start(1)), match.group(1)


def check_direction(tree):
    found = []
    for source in tree:
        if not source.is_cpp or source.room is None:
            continue
        closed = (*ROOMS[ROOMS.index(source.room) + 1 :], "tests", "tools")
        for line, name in includes_of(source):
            if name.startswith('"') and name.strip('"').split("/")[0] in closed:
                found.append((source.path, line, f"{source.room} may not include {name}"))
    return found


def check_places(tree):
    found = []
    for source in tree:
        if not source.is_cpp:
            continue
        for line, name in includes_of(source):
            for pattern, allowed, where in PLACES:
                if re.match(pattern, name) and not re.fullmatch(allowed, source.path):
                    found.append((source.path, line, f"{name} belongs in {where}"))
    return found


def check_hiredis_in_one_file(tree):
    users = [(s.path, line, name) for s in tree if s.is_cpp for line, name in includes_of(s)
             if name.startswith("<hiredis")]
    found = [(path, line, f"{name} belongs in storage") for path, line, name in users
             if not path.startswith(("storage/", "tests/"))]
    files = sorted({path for path, _, _ in users if path.startswith("storage/")})
    if len(files) > 1:
        found += [(path, 1, f"hiredis belongs in one file of storage, not in {len(files)}") for path in files]
    return found


def unit_of(path):
    """A header and its source are one unit: what one of them includes, both need."""
    return path.rsplit(".", 1)[0]


def room_of(path):
    return path.rsplit("/", 1)[0]


def check_circles(tree):
    return circles(tree, unit_of, "includes in a circle: ")


def check_room_circles(tree):
    """The folders of the five top rooms. Tests and tools stand above all of them."""
    return circles([s for s in tree if s.room], room_of, "rooms in a circle: ")


def circles(tree, node_of, words):
    """One finding a circle, at the include that closes it."""
    known = {source.path for source in tree if source.is_cpp}
    graph = {}
    for source in tree:
        if not source.is_cpp:
            continue
        ways = graph.setdefault(node_of(source.path), {})
        for line, name in includes_of(source):
            target = name.strip('"')
            own_header = unit_of(target) == unit_of(source.path) and target != source.path
            inside = node_of is room_of and room_of(target) == room_of(source.path)
            if target in known and not own_header and not inside:
                ways.setdefault(node_of(target), (source.path, line))
    found, done = [], set()
    for start in sorted(graph):
        walk_from(start, graph, [], done, (found, words))
    return found


def walk_from(node, graph, way, done, told):
    if node in done:
        return
    found, words = told
    for target, (path, line) in sorted(graph.get(node, {}).items()):
        if target in way or target == node:
            circle = (way + [node])[(way + [node]).index(target):]
            found.append((path, line, words + " → ".join(circle + [target])))
        elif target in graph:
            walk_from(target, graph, way + [node], done, told)
    done.add(node)


RULES = (check_direction, check_places, check_hiredis_in_one_file, check_circles, check_room_circles)
