"""Receipts for our replies: found again and counted."""
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


def told(town):
    """How many receipts there were of each state."""
    return Page(town.daemon.http("GET", "/metrics")[1]).all("duanwen_receipts_total", carrier="net")


@interop(NET_CENTRE, "receipts")
def test_receipts_find_their_replies(asking, resident):
    """The centre gives ids in hexadecimal and receipts name them in decimal, one a segment."""
    ids = [message_ids(asking, resident, SHORT + text) for text in ("5", "1")]
    assert len(ids[0]) > 1
    for message_id in ids[0]:
        give_receipt(asking, resident, int(message_id, 16))
    give_receipt(asking, resident, int(ids[1][0], 16), "UNDELIV", "006")
    expected = {"delivered": len(ids[0]), "undeliverable": 1}
    wait_until(lambda: told(asking) == expected, SECONDS, f"{expected}")
