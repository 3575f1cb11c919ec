"""Settings as the daemon reads them, for whoever starts one."""
import json


def to_toml(settings):
    """{"section": {…}} and {"section": [{…}]} as TOML, which reads plain values as JSON writes them."""
    lines = []
    for name, value in settings.items():
        for table in value if isinstance(value, list) else [value]:
            lines.append(f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
            lines += [f"{key} = {value_of(item)}" for key, item in table.items()]
    return "\n".join(lines) + "\n"


def value_of(item):
    if isinstance(item, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {value_of(one)}" for key, one in item.items()) + " }"
    return json.dumps(item, ensure_ascii=False)
