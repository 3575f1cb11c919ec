"""Names as they are, written otherwise: bare, wrapped, in another width, in traditional forms."""
from directory import place_of, word_of
from nearness import ids_by_sound

WRAPPED = (
    " {k}", "{k} ", "  {k}  ", "\u3000{k}", "{k}\u3000\u3000", "{a} {b}", "{a}\u3000{b}", "{a}  {b}", "{s}",
    "{a}\u200b{b}", "\ufeff{k}", "{k}\u200d", "{a}\u00a0{b}", "{a}\t{b}", "\u202a{k}\u202c", "{k}\ufe0f",
    "{k}。", "{k}.", "{k}！", "{k}!!", "{k}？", "{k}?", "{k}～", "{k}~~", "{k}...", "{k}……", "{k}，", "{k},",
    "{k}；", "{k}：", "。{k}", "、{k}", "“{k}”", "‘{k}’", "\"{k}\"", "'{k}'", "”{k}“", "「{k}」", "『{k}』",
    "《{k}》", "<{k}>", "【{k}】", "[{k}]", "({k})", "（{k}）", "【{a}】{b}", "{a}-{b}", "{a}—{b}", "{a}·{b}",
    "{a}.{b}", "{a}、{b}", "{a}，{b}", "{a}。{b}", "{a}_{b}", "{a}/{b}", "*{k}*", "{k}#", "@{k}",
    "{a}\n{b}", "{k}\n", "\n\n{k}", "{k}\r\n", "{k}😀", "{k}👍🏻", "🙏{k}", "{k}❤️", "🌹{k}🌹", "{a}😊{b}",
)
WRAPS_OF_ONE = 4

# What is copied out of other documents brings characters that only look right.
RADICALS = str.maketrans("土工水文人气生食口力", "⼟⼯⽔⽂⼈⽓⽣⾷⼝⼒")
COMPATIBLE = {"lq-linye": "龙泉\uF9F4业", "lq-shebao": "龙泉\uFA4C保", "lq-gongshang": "龙泉驿区工商\uFA08政管理局",
              "lq-guotu": "\uF9C4泉國土", "lq-minzheng": "\u2FD3泉民政"}


def wide(text):
    """Letters, digits and ASCII signs in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def label_of(ids, directory):
    """The label for a text that means these ids."""
    if len(ids) > 1:
        return "candidates:" + "|".join(sorted(ids))
    one, = ids
    kinds = {"department": directory.departments, "theme": directory.themes, "area": directory.areas}
    return next(f"{kind}:{one}" for kind, known in kinds.items() if one in known)


def exact(directory, _tables, _random):
    for name, ids in directory.ids_by_name.items():
        yield name, label_of(ids, directory)


def blanks_punctuation(directory, _tables, random):
    wraps = []
    for department in directory.of_district:
        if len(wraps) < WRAPS_OF_ONE:
            wraps += random.sample(WRAPPED, len(WRAPPED))
        name = department["short_name"]
        for wrap in wraps[:WRAPS_OF_ONE]:
            yield (wrap.format(k=name, a=place_of(department), b=word_of(department), s=" ".join(name)),
                   f"department:{department['id']}")
        wraps = wraps[WRAPS_OF_ONE:]


def width(directory, tables, random):
    for department in directory.of_district:
        name, id_ = department["short_name"], department["id"]
        number = random.choice(sorted(directory.items[id_]))
        yield name + random.choice(["", "\u3000"]) + wide(str(number)), f"items:{id_} {number}"
        if (radicals := name.translate(RADICALS)) != name:
            yield radicals, f"department:{id_}"
        if id_ in COMPATIBLE:
            yield COMPATIBLE[id_], f"department:{id_}"
    for department in random.sample(directory.of_district, 12):
        typed = "".join(tables.syllables(department["short_name"]))
        yield wide(typed), label_of(ids_by_sound(department), directory)


def traditional(directory, tables, random):
    for department in directory.of_district:
        name, label = department["short_name"], f"department:{department['id']}"
        yield tables.in_traditional(name), label
        yield tables.in_traditional(department["name"]), label
        head, tail = place_of(department), word_of(department)
        if tables.in_traditional(tail) != tail:
            mixed = [head + tables.in_traditional(tail), tables.in_traditional(head) + tail]
            yield random.choice(mixed), label
        number = random.choice(sorted(directory.items[department["id"]]))
        yield f"{tables.in_traditional(name)}{number}", f"items:{department['id']} {number}"
    for name, ids in directory.ids_by_name.items():
        other = tables.in_traditional(name)
        if other != name and not ids & {d["id"] for d in directory.of_district}:
            yield other, label_of(ids, directory)


RULES = {"exact": exact, "blanks_punctuation": blanks_punctuation, "width": width, "traditional": traditional}
