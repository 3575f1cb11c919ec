"""Receipts for our replies: found again, counted, and shown where the resident's inquiry is."""
import pytest

from demo.processes import wait_until
from directory import SHORT
from interop import NET_CENTRE, interop
from prometheus import Page
from smsc import SECONDS
from town import a_town

RECEIPT = 4  # esm_class, SMPP 3.4 §5.2.12


@pytest.fixture(name="asking", scope="module")
def fixture_asking():
    """A town whose carrier is asked for receipts."""
    with a_town() as town:
        yield town.start(carrier={"registered_delivery": True})


def message_ids(town, resident, text):
    """Texts, and the ids that the centre gave to the segments of the reply."""
    since = town.smsc.mark()
    segments = town.smsc.ask(resident, text).segments
    town.smsc.collect(lambda events: len([e for e in events if e["event"] == "answered"]) >= segments, since,
                      SECONDS, "answers")
    return [event["message_id"] for event in town.smsc.all("answered", since)]


def give_receipt(town, resident, message_id, state="DELIVRD", error="000"):
    text = (f"id:{message_id} sub:001 dlvrd:001 submit date:2611240800 done date:2611240801 stat:{state} "
            f"err:{error} text:")
    town.smsc.deliver(resident, text.encode("ascii"), data_coding=0, esm_class=RECEIPT)


def outcomes(town, resident):
    """(state, words, place) of each receipt of each inquiry."""
    status, body = town.daemon.http("POST", "/api/v1/inquiries/search", {"msisdn": resident})
    assert status == 200
    shown = lambda one: (one["state"], one["words"], f"{one['segment']}/{one['segments']}")
    return [[shown(one) for one in inquiry["receipts"]] for inquiry in body["inquiries"]]


@interop(NET_CENTRE, "receipts")
def test_what_became_of_each_reply(asking, resident):
    """The centre gives ids in hexadecimal and receipts name them in decimal; the last reply gets none."""
    ids = [message_ids(asking, resident, SHORT + text) for text in ("5", "1", "2")]
    assert len(ids[0]) > 1
    for message_id in ids[0]:
        give_receipt(asking, resident, int(message_id, 16))
    give_receipt(asking, resident, int(ids[1][0], 16), "UNDELIV", "006")
    absent = "could not be delivered; the carrier's code 006, in GSM 29.002 absent subscriber"
    last = len(ids[0])
    expected = [[("DELIVRD", "delivered", f"{number}/{last}") for number in range(1, last + 1)],
                [("UNDELIV", absent, "1/1")], []]
    wait_until(lambda: outcomes(asking, resident) == expected, SECONDS, f"{expected}")
    carrier = asking.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]
    assert carrier["receipt_ids"] == "decimal"


def test_receipts_that_belong_to_nothing(asking, resident):
    """One that cannot be read lowers the rate at once."""
    [message_id] = message_ids(asking, resident, SHORT + "1")
    give_receipt(asking, resident, int(message_id, 16))
    give_receipt(asking, resident, "")
    told = lambda: Page(asking.daemon.http("GET", "/metrics")[1])
    wait_until(lambda: told().all("duanwen_receipts_total", carrier="net").get("unreadable") == 1, SECONDS,
               "an unreadable receipt")
    assert 0 < told().value("duanwen_receipts_matched_ratio", carrier="net") < 1
