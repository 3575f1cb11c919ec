"""What an operator asks of a carrier about the messages that it accepted, at a centre on Net::SMPP."""
import pytest

from demo.processes import wait_until
from directory import SHORT
from smsc import SERVICE
from texts import decode
from town import a_town

UNDELIVERABLE = 5


@pytest.fixture(name="asked", scope="module")
def fixture_asked():
    with a_town() as town:
        yield town.start(admin={"carrier_timeout_s": 1})


def message_to(town, resident):
    """The path of the message that the resident got last."""
    town.smsc.ask(resident, SHORT)

    def accepted():
        status, body = town.daemon.http("GET", f"/api/v1/carriers/net/messages?msisdn={resident}")
        assert status == 200, body
        return body["messages"]

    # The carrier has it before we have heard its message_id.
    wait_until(accepted, 30, "a message_id")
    newest = accepted()[0]
    assert newest["source"] == SERVICE and newest["destination"] == f"{resident[:3]}****{resident[-4:]}"
    return newest["message_id"], f"/api/v1/carriers/net/messages/{newest['message_id']}"


def test_query(asked, resident):
    """The carrier is really asked, and its state comes in words."""
    message_id, path = message_to(asked, resident)
    since = asked.smsc.mark()
    status, body = asked.daemon.http("GET", path)
    assert status == 200, body
    assert asked.smsc.wait("query", since, message_id=message_id)["from"] == SERVICE
    assert body == {"carrier": "net", "message_id": message_id, "message_state": "enroute", "final": False,
                    "final_date": None, "error_code": 0}
    asked.smsc.do("became", message_id=message_id, state=UNDELIVERABLE, error=27)
    asked.smsc.wait("became", since)
    status, body = asked.daemon.http("GET", f"{path}?to=86{resident}")
    assert body["message_state"] == "undeliverable" and body["final"] and body["error_code"] == 27
    assert body["final_date"] == "2026-11-24T12:00:03+08:00"


def test_replace_and_cancel(asked, resident):
    """Another text, then none; what is over the carrier refuses in words, and who did it is known."""
    message_id, path = message_to(asked, resident)
    since = asked.smsc.mark()
    status, body = asked.daemon.http("PUT", path, {"text": "【短问】改天再来"})
    assert status == 204, body
    replaced = asked.smsc.wait("replace", since, message_id=message_id)
    assert decode(bytes.fromhex(replaced["octets"]), 8) == "【短问】改天再来"
    status, body = asked.daemon.http("DELETE", path)
    assert status == 204, body
    assert asked.smsc.wait("cancel", since, message_id=message_id)["to"] == resident
    status, body = asked.daemon.http("DELETE", path)
    assert status == 502 and "ESME_RCANCELFAIL" in body["detail"], body
    assert asked.daemon.http("GET", path)[1]["message_state"] == "deleted"
    done = [one["what"] for one in asked.daemon.http("GET", "/api/v1/audit")[1]["audit"]]
    assert done.count(f"PUT {path}") == 1 and done.count(f"DELETE {path}") == 1


def test_who_cannot_be_asked(asked, resident):
    """An unknown carrier or message, a text that does not fit, a carrier that keeps silent."""
    _, path = message_to(asked, resident)
    problem = lambda method, where, *body: asked.daemon.http(method, where, *body)[1]["type"].split(":")[-1]
    assert problem("GET", path.replace("/net/", "/unicom/")) == "not-found"
    assert problem("GET", "/api/v1/carriers/net/messages/4711") == "not-found"
    assert problem("PUT", path, {"text": "长" * 71}) == "invalid"
    since = asked.smsc.mark()
    asked.smsc.do("silence")
    asked.smsc.wait("silence", since)
    status, body = asked.daemon.http("GET", path)
    asked.smsc.do("speak")
    assert status == 504, body
    assert asked.daemon.http("GET", path)[1]["message_state"] == "enroute", "the link is as it was"
