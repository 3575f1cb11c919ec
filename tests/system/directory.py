"""The directory that the tests import: one department, small enough to know by heart."""

SHORT = "龙泉国土"
DETAILS = {
    1: "带户口簿和身份证到村委会申请，二十个工作日。",
    2: "带购房合同到国土窗口，十五个工作日。",
    3: "看村里的公示，有异议到国土所问。",
    # Longer than one segment.
    5: "带开采方案到区局三楼。" + "材料要一式三份并加盖公章。" * 6,
}
TITLES = {1: "宅基地审批", 2: "土地证办理", 3: "征地补偿", 5: "采矿许可"}


def document(details=None):
    """The directory document, with other details where given."""
    texts = {**DETAILS, **(details or {})}
    return {
        "areas": [{"id": "lq", "name": "龙泉驿区", "level": "district"}],
        "departments": [{
            "id": "lq-guotu", "name": "龙泉驿区国土资源局", "short_name": SHORT, "area": "lq",
            "keywords": [SHORT],
            "items": [{"number": number, "title": TITLES[number], "details": texts[number]}
                      for number in TITLES],
        }],
    }


def segments_of(text):
    """What UCS-2 takes at least: 70 units in one segment, else 67 in each."""
    units = len(text.encode("utf-16-be")) // 2
    return 1 if units <= 70 else -(-units // 67)
