"""Two types of one name in one namespace, each in its header, link without a word and break each other."""
import re

NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
TYPE = re.compile(
    r"^(?:struct|class|union|enum(?: class)?) (\w+)(?: final)?(?: : [^;{]+)?\s*\{", re.MULTILINE)


def types_in(source):
    spaces = [(match.start(), match.group(1)) for match in NAMESPACE.finditer(source.code)]
    for match in TYPE.finditer(source.code):
        before = [name for start, name in spaces if start < match.start()]
        yield source.line_at(match.start()), "::".join([*before[-1:], match.group(1)])


def check_types(tree):
    first, found = {}, []
    for source in tree:
        if source.path.endswith(".hpp"):
            for line, name in types_in(source):
                known = first.setdefault(name, source.path)
                if known != source.path:
                    found.append((source.path, line, f"{name} is another type in {known}: rename one"))
    return found


RULES = (check_types,)
