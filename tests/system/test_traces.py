"""What administrators look up, over a real Redis: inquiries, what meant nothing, who changed what."""
from demo.processes import wait_until
from directory import DETAILS, SHORT

NOTHING = "今天天气怎么样啊朋友"


def search(town, resident):
    status, body = town.daemon.http("POST", "/api/v1/inquiries/search", {"msisdn": resident})
    assert status == 200
    return body["inquiries"]


def test_a_resident_is_looked_up_and_forgotten(running, resident):
    """What was texted and what became of it, until the resident is forgotten."""
    running.smsc.ask(resident, SHORT)
    running.smsc.ask(resident, NOTHING)
    found = search(running, resident)
    assert [(one["text"], one["outcome"]) for one in found] == [(SHORT, "menu"), (NOTHING, "unknown")]
    assert all(one["msisdn"].endswith("****" + resident[-4:]) for one in found)
    # What waits is not forgotten, so it must be finished first.
    wait_until(lambda: running.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]["replies"] >= 2, 30,
               "the replies' end")
    status, gone = running.daemon.http("DELETE", f"/api/v1/residents/{resident}")
    assert (status, gone) == (200, {"inquiries": 2, "dead_letters": 0})
    assert search(running, resident) == []
    # The menu that was in view is forgotten too.
    assert DETAILS[1] not in running.smsc.ask(resident, "1").text


def test_texts_that_meant_nothing_are_counted(running, resident):
    """By how often they came, without the numbers that texted them."""
    for sender in (resident, "198" + resident[3:]):
        running.smsc.ask(sender, "月亮 有多远 " + sender)
    status, body = running.daemon.http("GET", "/api/v1/unmatched")
    assert status == 200
    assert {"text": "月亮 有多远", "times": 2} in body["unmatched"]


def test_changes_are_remembered(running):
    """By a token over HTTP, and by whoever may run commands."""
    area = {"id": "xj", "name": "新津", "level": "district"}
    assert running.daemon.http("PUT", "/api/v1/areas/xj", area)[0] == 201
    body = running.daemon.http("GET", "/api/v1/audit")[1]
    done = [(one["who"], one["what"]) for one in body["audit"]]
    assert ("test", "PUT /api/v1/areas/xj") in done
    assert ("command", "import") in done and ("command", "token create test") in done
