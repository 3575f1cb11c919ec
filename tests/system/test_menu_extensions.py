"""Digits behind the service number that lead back to the menu of a reply (carrier.extension_digits)."""
import pytest

from directory import DETAILS, SHORT, document
from smsc import SERVICE
from town import a_town

OTHER = "龙泉工商"
OTHER_DETAILS = "到工商所一楼办。"


@pytest.fixture(name="town_with_extensions", scope="module")
def fixture_town_with_extensions():
    with a_town() as town:
        town.daemon.configure(carrier={"extension_digits": 2},
                              service={"extensions": {"01": "lq-guotu"}})
        both = document()
        both["departments"].append({
            "id": "lq-gongshang", "name": "龙泉驿区工商局", "short_name": OTHER,
            "area": "lq", "keywords": [OTHER],
            "items": [{"number": 1, "title": "营业执照", "details": OTHER_DETAILS}]})
        town.import_directory(both)
        yield town.start()


def test_answers_to_an_older_menu(town_with_extensions, resident):
    """Each menu has digits of its own; a number sent to them is one of that menu, whatever came since."""
    first = town_with_extensions.smsc.ask(resident, SHORT)
    second = town_with_extensions.smsc.ask(resident, OTHER)
    assert first.source == SERVICE + "02", "01 is a department's own"
    assert second.source == SERVICE + "03"
    old = town_with_extensions.smsc.ask(resident, "1", to=first.source)
    assert DETAILS[1] in old.text and old.source == first.source
    new = town_with_extensions.smsc.ask(resident, "1", to=second.source)
    assert OTHER_DETAILS in new.text and new.source == second.source


def test_preview_shows_the_source(town_with_extensions, resident):
    """Before anything is sent, and for a text to a menu's digits too."""
    question = {"from": resident, "to": SERVICE, "text": SHORT}
    status, body = town_with_extensions.daemon.http("POST", "/api/v1/preview", question)
    assert status == 200, body
    assert body["carriers"][0]["source"] == SERVICE + "02"
    told = town_with_extensions.smsc.ask(resident, SHORT)
    question = {"from": resident, "to": told.source, "text": "3"}
    status, body = town_with_extensions.daemon.http("POST", "/api/v1/preview", question)
    assert body["carriers"][0]["source"] == told.source
    assert DETAILS[3] in body["carriers"][0]["messages"][0]["text"]
    printed = town_with_extensions.daemon.must("preview", "--from", resident, "--to", told.source, "3")
    assert f"[from {told.source}]" in printed
