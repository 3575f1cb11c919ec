"""Files, functions and lines stay short."""
import ast
import re

FILE_LINES_MAX = 300
FUNCTION_LINES_MAX = 60
LINE_CHARACTERS_MAX = 110


def check_files(tree):
    return [(s.path, FILE_LINES_MAX + 1, f"{len(s.lines)} lines, at most {FILE_LINES_MAX}: is it one idea?")
            for s in tree if len(s.lines) > FILE_LINES_MAX]


def check_lines(tree):
    return [(s.path, number, f"{len(line)} characters, at most {LINE_CHARACTERS_MAX}")
            for s in tree for number, line in enumerate(s.lines, 1) if len(line) > LINE_CHARACTERS_MAX]


def check_functions(tree):
    found = []
    for source in tree:
        measure = cpp_functions if source.is_cpp else python_functions if is_python(source) else None
        for first, last in measure(source) if measure else ():
            if last - first + 1 > FUNCTION_LINES_MAX:
                found.append((source.path, first,
                              f"a function of {last - first + 1} lines, at most {FUNCTION_LINES_MAX}"))
    return found


def is_python(source):
    return source.path.endswith(".py") or bool(source.lines and re.match(r"#!.*python", source.lines[0]))


def python_functions(source):
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno


def cpp_functions(source):
    """In formatted code a lone } closes what began on the nearest line above that is indented no deeper. A
    class or a table closes with }; and a namespace's } carries its name."""
    lines = source.code.splitlines()
    for last, line in enumerate(lines):
        if line.strip() != "}" or "namespace" in source.lines[last]:
            continue
        first = opening_line(lines, last, len(line) - len(line.lstrip()))
        if first is not None:
            yield first + 1, last + 1


def opening_line(lines, last, indent):
    for number in range(last - 1, -1, -1):
        line = lines[number]
        if line.strip() and not line.startswith("#") and len(line) - len(line.lstrip()) <= indent:
            return number
    return None


RULES = (check_files, check_lines, check_functions)
