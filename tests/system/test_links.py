"""Binding: several links, a password that is refused, long replies in every form."""
import pytest

from directory import DETAILS, SHORT
from interop import NET_CENTRE, interop


def test_several_links(town):
    """With links = 3 three binds stand, and a text on any of them is answered."""
    smsc = town.start(carrier={"links": 3}).smsc
    bound = smsc.collect(lambda events: [e for e in events if e["event"] == "bound"][2:], 0, 30, "third bind")
    assert bound
    octets = (SHORT + "1").encode("utf-16-be")
    # Each of another resident: the same by another link, before the first is proven read, is a redelivery.
    for n, event in enumerate(smsc.all("bound")):
        somebody = f"1390000000{n}"
        mark = smsc.mark()
        smsc.deliver(somebody, octets, link=event["link"])
        assert DETAILS[1] in smsc.reply(somebody, mark).text


def test_refused_password(town):
    """A wrong password is tried again and again, each time later, and never counts as bound."""
    town.daemon.configure(carrier={"password": "wrong"})
    town.daemon.launch()
    for _ in range(3):
        town.smsc.wait("refused", town.smsc.mark())
    assert town.daemon.readyz() == 503
    assert not town.smsc.all("bound")
    assert "wrong" not in town.daemon.log()


@interop(NET_CENTRE, "long", "UCS-2")
@pytest.mark.parametrize("form, header", [("udh8", "050003"), ("udh16", "060804")])
def test_long_reply_with_a_header(town, resident, form, header):
    """A long reply goes in parts under the user data header that is configured."""
    town.start(carrier={"long_messages": form})
    assert DETAILS[5] in town.smsc.ask(resident, SHORT + "5").text
    parts = town.smsc.all("submit", to=resident)
    assert len(parts) > 1
    assert all(part["octets"].startswith(header) and part["esm_class"] == 0x40 for part in parts)


def test_carrier_that_cannot_join(town, resident):
    """With long_messages = "none" the pieces are plain texts that each say which they are."""
    town.start(carrier={"long_messages": "none"})
    assert town.smsc.text(resident, SHORT + "5") == 0
    town.smsc.collect(lambda events: [e for e in events if e["event"] == "submit"][1:], 0, 30, "second piece")
    pieces = town.smsc.replies(resident)
    for number, piece in enumerate(pieces, 1):
        assert f"{number}/{len(pieces)}" in piece.text and piece.segments == 1


def test_pair(town, resident):
    """One receiver and one transmitter: texts come by the one, replies go by the other."""
    smsc = town.start(carrier={"bind": "pair", "links": 2}).smsc
    bound = smsc.collect(lambda events: [e for e in events if e["event"] == "bound"][3:], 0, 30, "4th bind")
    assert bound
    kinds = {event["link"]: event["kind"] for event in smsc.all("bound")}
    assert sorted(kinds.values()) == ["receiver", "receiver", "transmitter", "transmitter"]
    assert DETAILS[1] in smsc.ask(resident, SHORT + "1").text
    assert all(kinds[event["link"]] == "transmitter" for event in smsc.all("submit", to=resident))
