"""The commands, beside a running daemon and without one."""
import json

import pytest

from demo.processes import wait_until
from directory import DETAILS, SHORT, document


# Other characters of the same sound, one of which the sample's short name has.
HOMOPHONES = str.maketrans("国土泉工商", "果图全公伤")


def items_of(exported):
    [department] = json.loads(exported)["departments"]
    return {item["number"]: item["details"] for item in department["items"]}


@pytest.fixture(name="where", params=["beside a daemon", "without a daemon"])
def fixture_where(request, town):
    """The town once with its daemon running and once with only its store."""
    if request.param == "beside a daemon":
        return town.start()
    town.daemon.configure()
    town.import_directory()
    return town


def test_export_gives_back_what_was_imported(where):
    """Import and export agree, and an import of an export changes nothing."""
    first = where.daemon.must("export")
    assert items_of(first) == DETAILS
    where.import_directory(json.loads(first))
    assert json.loads(where.daemon.must("export")) == json.loads(first)


def test_import_refuses_as_a_whole(where):
    """A document with a mistake changes nothing, and the mistake is named."""
    wrong = document({1: "新的说明。"})
    wrong["departments"][0]["keywords"] = ["123"]
    path = where.folder / "wrong.json"
    path.write_text(json.dumps(wrong, ensure_ascii=False), encoding="utf-8")
    done = where.daemon.command("import", path)
    assert done.returncode == 1
    assert "123" in done.stderr
    assert items_of(where.daemon.must("export")) == DETAILS


def test_probe(town):
    """An account is bound to in every way, sent each form of long message, and printed as settings."""
    found = town.daemon.must("probe", "--carrier", "net", "--to", "13900000000", "--burst", "3",
                             "--wait", "1")
    assert 'bind = "transceiver"' in found and 'long_messages = "udh16"' in found
    assert "# a burst was answered by 3 ESME_ROK" in found
    assert {event["kind"] for event in town.smsc.all("bound")} == {"receiver", "transmitter", "transceiver"}
    assert town.daemon.command("probe", "--carrier", "nobody").returncode == 2


def test_import_warns_of_a_keyword_that_sounds_like_anothers(where):
    """It is imported all the same, and stderr says where it stands and whose it sounds like."""
    [department] = document({1: "新的说明。"})["departments"]
    other = {"id": "other", "name": "别的单位", "keywords": [SHORT.translate(HOMOPHONES)]}
    path = where.folder / "confusable.json"
    path.write_text(json.dumps({"departments": [other]}, ensure_ascii=False), encoding="utf-8")
    done = where.daemon.command("import", path)
    assert done.returncode == 0, done.stderr
    assert f"warning: departments[0].keywords[0]: {other['keywords'][0]} sounds like {SHORT}" in done.stderr
    assert department["id"] in done.stderr
    assert "other" in where.daemon.must("export")


def test_tokens(where):
    """A token is printed once as the last word, listed without its secret, and gone after revoke."""
    printed = where.daemon.must("token", "create", "--role", "viewer", "--name", "anna").split()[-1]
    listed = where.daemon.must("token", "list")
    assert "anna" in listed and "viewer" in listed and printed not in listed
    where.daemon.must("token", "revoke", "anna")
    assert "anna" not in where.daemon.must("token", "list")


def test_preview_sends_nothing(where, resident):
    """preview shows reply, segments and cost, and no phone gets anything."""
    said = where.daemon.must("preview", "--from", resident, SHORT + "1")
    assert DETAILS[1] in said
    assert not where.smsc.all("submit", to=resident)


def test_preview_explains_for_people_and_for_programs(where, resident):
    """How full a segment is stands with the reply; --json gives what POST /preview does."""
    assert "room for" in where.daemon.must("preview", "--from", resident, SHORT + "1")
    said = where.daemon.must("preview", "--json", "--from", resident, SHORT + "1")
    [carrier] = json.loads(said)["carriers"]
    [message] = carrier["messages"]
    assert DETAILS[1] in message["text"]
    assert message["characters"] + message["characters_left"] == 70


def test_check_of_a_good_configuration(where):
    """check says nothing against it."""
    assert where.daemon.command("check").returncode == 0


def test_change_of_the_directory_is_served(town, resident):
    """A changed item is in the next replies without a restart."""
    town.start()
    assert DETAILS[1] in town.smsc.ask(resident, SHORT + "1").text
    town.import_directory(document({1: "改为网上办理。"}))
    wait_until(lambda: "改为网上办理。" in town.smsc.ask(resident, SHORT + "1").text, 30, "the changed item")


def test_revoked_token_is_refused(town):
    """The API lets a token in until it is revoked."""
    town.start()
    assert town.daemon.http("GET", "/api/v1/departments")[0] == 200
    town.daemon.must("token", "revoke", "test")
    wait_until(lambda: town.daemon.http("GET", "/api/v1/departments")[0] == 401, 30, "a refusal")
