"""The names that people give a department: with and without 局, with and without the district."""
from directory import word_of
from kinds_written import label_of

# What people put behind the word besides what the directory has as a name.
ENDINGS = {
    "国土": "局 所 办 窗口", "工商": "局 所 分局", "国税": "局 所 分局", "地税": "局 所 分局", "质监": "局 所",
    "卫生": "局", "环保": "局 所", "公安": "局 分局", "民政": "局 所 办", "社保": "局 中心 所", "就业": "局 中心",
    "人事": "局 科", "教育": "局 科", "建设": "局", "规划": "局 科 所", "房管": "局 所", "交通": "局 所",
    "水务": "局 站", "农业": "局 中心", "林业": "局 站 科", "畜牧": "局 站", "计生": "局 办 委", "文体": "局 中心",
    "物价": "局 所", "财政": "局 所", "药监": "局 所", "消防": "队 大队 中队", "气象": "局 站 台",
    "司法": "局 所", "信访": "局 办",
}
PLACES = ("龙泉驿{w}", "龙泉驿区{w}", "龙泉区{w}", "龙泉驿{w}{e}", "龙泉驿区{w}{e}", "龙泉区{w}{e}", "龙泉{w}{e}",
          "成都龙泉{w}{e}")
PLACES_OF_ONE = 5


def name_variant(directory, _tables, random):
    for department in directory.of_district:
        word, label = word_of(department), f"department:{department['id']}"
        for place in random.sample(PLACES, PLACES_OF_ONE):
            name = place.format(w=word, e=random.choice(ENDINGS[word].split(" ")))
            if name not in directory.ids_by_name:
                yield name, label
        if department["name"].startswith("龙泉驿区"):
            yield random.choice(["成都市", "四川省成都市"]) + department["name"], label
            yield department["name"].replace("驿区", random.choice(["驿", "区", "", "驿区的"])), label


def area_left_out(directory, _tables, random):
    """国土 alone may mean a town's as well, where a town has one."""
    for department in directory.of_district:
        word = word_of(department)
        either = {department["id"], *directory.heirs_of(department)}
        yield word, label_of(either, directory)
        name = f"区{word}{random.choice(ENDINGS[word].split(' '))}"
        yield name, f"department:{department['id']}"


RULES = {"name_variant": name_variant, "area_left_out": area_left_out}
