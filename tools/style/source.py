"""The files that are checked, and each C++ file a second time with comments and strings blanked."""
import dataclasses
import os
import re

ROOMS = ("keywords", "config", "storage", "admin", "gateway")
FOLDERS = (*ROOMS, "tests", "tools", "cmake")
CPP = (".cpp", ".hpp")
CODE = (*CPP, ".py", ".sh", ".pl", ".lua", ".cmake", ".js", ".html", ".css")
SKIPPED_FOLDERS = {"__pycache__", "node_modules", "corpus"}

LITERAL = re.compile(
    r'(?P<raw>R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<line>//[^\n]*)|(?P<block>/\*.*?\*/)'
    r'|(?P<text>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')",
    re.DOTALL,
)


@dataclasses.dataclass
class Source:
    """One file; `path` is relative to the root, with slashes."""

    path: str
    text: str

    def __post_init__(self):
        self.lines = self.text.splitlines()
        self.is_cpp = self.path.endswith(CPP)
        self.code = blank_literals(self.text) if self.is_cpp else self.text

    @property
    def room(self):
        first = self.path.split("/")[0]
        return first if first in ROOMS else None

    def line_at(self, offset):
        return self.code.count("\n", 0, offset) + 1


def blank_literals(text):
    """Comments and the insides of literals become spaces; every offset and line stays where it was. The name
    in an #include stays."""

    def blank(match):
        whole = match.group(0)
        line_so_far = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if match.group("text") and re.search(r"#\s*include\s*$", line_so_far):
            return whole
        quoted = match.group("line") is None and match.group("block") is None
        inner = re.sub(r"[^\n]", " ", whole)
        return '"' + inner[1:-1] + '"' if quoted else inner

    return LITERAL.sub(blank, text)


def is_script(path):
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def read_tree(root):
    """Every source file under the checked folders; generated and collected files are left out."""
    tree = []
    for folder in FOLDERS:
        for where, folders, names in os.walk(root / folder):
            folders[:] = [f for f in folders if f not in SKIPPED_FOLDERS]
            for name in names:
                path = os.path.join(where, name)
                if name.endswith(CODE) or name == "CMakeLists.txt" or "." not in name and is_script(path):
                    with open(path, encoding="utf-8") as file:
                        tree.append(Source(os.path.relpath(path, root).replace(os.sep, "/"), file.read()))
    return sorted(tree, key=lambda source: source.path)
