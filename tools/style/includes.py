"""Who may include whom: rooms in one direction, each outside library in its place, no circles."""
import re

from .source import ROOMS

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>]+>|"[^"]+")', re.MULTILINE)

# What matches the first may be included only by what matches the second.
PLACES = [
    (r'<smpp34|"def_(list|frame)/', r"gateway/smpp/wire\.cpp|tests/differential/.*", "gateway/smpp/pdu/wire.cpp"),
    (r"<httplib\.h>", r"admin/[^/]+\.cpp|tests/.*|tools/.*", "admin/*.cpp"),
    (r"<(spdlog/|boost/asio)",
     r"(storage|admin)/.*|gateway/[^/]+|gateway/smpp/(link|listener|supervisor)[^/]*|tests/.*|tools/.*",
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


def check_circles(tree):
    graph = {}
    for source in tree:
        if source.is_cpp:
            ours = [(line, name) for line, name in includes_of(source) if name.startswith('"')]
            graph[source.path] = [(line, name.strip('"')) for line, name in ours]
    found, done = [], set()
    for start in graph:
        walk_from(start, graph, [], done, found)
    return found


def walk_from(path, graph, way, done, found):
    if path in done:
        return
    for line, name in graph.get(path, []):
        if name in way or name == path:
            circle = (way + [path])[(way + [path]).index(name):]
            found.append((path, line, "includes in a circle: " + " → ".join(circle + [name])))
        elif name in graph:
            walk_from(name, graph, way + [path], done, found)
    done.add(path)


RULES = (check_direction, check_places, check_hiredis_in_one_file, check_circles)
