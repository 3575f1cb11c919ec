"""A department and its item in one text: by number, and by name."""
from directory import names_of_item

DIGITS = "零一二三四五六七八九"
BY_NUMBER = ("{k}{n}", "{k} {n}", "{k}#{n}", "{k}＃{n}", "{k}第{c}项", "{k}第{n}项", "{k}{n}号", "{k}第{n}个",
             "{k}({n})", "{k}（{n}）", "{k}.{n}", "{k}：{n}", "{k}，{n}", "{k}\n{n}", "{k}-{n}", "{k}{c}",
             "{k}第{c}条")
BY_NUMBERS = ("{k} {n} {m}", "{k}{n},{m}", "{k}{n}，{m}", "{k}{n}、{m}", "{k}{c}和{d}", "{k}{n}和{m}",
              "{k} {n}.{m}", "{k}第{n}和第{m}项", "{k}{n}跟{m}", "{k}第{c}、第{d}项", "{k}{n}/{m}", "{k}{n}+{m}")
BY_RANGE = ("{k}{n}-{m}", "{k} {n}-{m}", "{k}{n}到{m}", "{k}{n}至{m}", "{k}{n}~{m}", "{k}第{c}到第{d}项")
BY_NAME = ("{k}{i}", "{k} {i}", "{k}，{i}", "{k}的{i}", "{k}：{i}")


def in_words(number):
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def fill(pattern, name, first, second=None):
    """第-and-range patterns take 一 to 九 and 1 to 15 alike."""
    return pattern.format(k=name, n=first, c=in_words(first), m=second, d=in_words(second or first))


def direct_item(directory, _tables, random):
    for department in directory.of_district:
        id_, name = department["id"], department["short_name"]
        numbers = sorted(directory.items[id_])
        one, two, three = random.sample(numbers, 3)
        yield fill(random.choice(BY_NUMBER), name, one), f"items:{id_} {one}"
        yield fill(random.choice(BY_NUMBER[:5]), name, two), f"items:{id_} {two}"
        yield fill(random.choice(BY_NUMBERS), name, one, three), f"items:{id_} {one},{three}"
        first = random.choice(numbers[:-2])
        last = first + random.choice([1, 2])
        listed = ",".join(str(n) for n in range(first, last + 1))
        yield fill(random.choice(BY_RANGE), name, first, last), f"items:{id_} {listed}"


def item_words(directory, _tables, random):
    for department in directory.of_district:
        id_ = department["id"]
        for number in random.sample(sorted(directory.items[id_]), 3):
            said = random.choice(names_of_item(directory.items[id_][number]))
            owners = [n for n, item in directory.items[id_].items() if said in names_of_item(item)]
            if owners == [number]:
                yield (random.choice(BY_NAME).format(k=department["short_name"], i=said),
                       f"items:{id_} {number}")


RULES = {"direct_item": direct_item, "item_words": item_words}
