"""In a full expression with co_await, g++ 12 copies braced aggregates and capturing lambdas bit by bit and
frees them twice. So neither may stand there; a variable that was named before may."""
import re

AWAIT = re.compile(r"\bco_await\b")
CAPTURING_LAMBDA = re.compile(r"(?<![\w)\]])\[(?!\[|\s*\])(?:[^\[\]]|\[[^\]]*\])+\]\s*[({]")
OPEN, CLOSE = "([{", ")]}"


def check_awaits(tree):
    found = set()
    for source in tree:
        if source.is_cpp:
            for match in AWAIT.finditer(source.code):
                begin, end = full_expression(source.code, match.start())
                line = source.line_at(match.start())
                statement = source.code[begin:end]
                braces = [at for at in range(begin, end) if source.code[at] == "{"]
                if any(is_initialiser(source.code, at) for at in braces):
                    found.add((source.path, line, "braces beside co_await: name the value first"))
                if CAPTURING_LAMBDA.search(statement):
                    found.add((source.path, line, "a capturing lambda beside co_await: name it first"))
    return sorted(found)


def full_expression(code, at):
    """Where the expression round `at` begins and ends: at ; at a block's braces, at the ( of if or while."""
    begin, depth = at, 0
    while begin > 0:
        mark = code[begin - 1]
        if depth == 0 and ends_backwards(code, begin - 1):
            break
        if mark in CLOSE:
            depth += 1
        elif mark in OPEN and depth > 0:
            depth -= 1
        begin -= 1
    end, depth = begin, 0
    while end < len(code):
        mark = code[end]
        if depth == 0 and (mark == ";" or mark in CLOSE or mark == "{" and not is_initialiser(code, end)):
            break
        depth += (mark in OPEN) - (mark in CLOSE)
        end += 1
    return begin, end


def ends_backwards(code, at):
    mark = code[at]
    if mark == ";":
        return True
    if mark == "}":
        return closes_block(code, at)
    if mark == "{":
        return not is_initialiser(code, at)
    return mark == "(" and bool(re.search(r"\b(if|while|for|switch)\s*(constexpr\s*)?$", code[:at][-20:]))


def closes_block(code, at):
    """After the } of a block nothing follows on its line; after the } of a value something does."""
    return re.match(r"[ \t]*(\n|$)", code[at + 1 :]) is not None


def is_initialiser(code, at):
    """Formatted code writes T{…} and = {…}, but a space and no operator before a block's brace."""
    before = code[:at]
    if not before or before[-1] not in " \n":
        return True
    stripped = before.rstrip()
    return stripped[-1:] in ("=", ",", "(", "{", "&", "|", "?", "+") or bool(
        re.search(r"\b(return|co_return|co_yield|co_await)$", stripped[-12:]))


RULES = (check_awaits,)
