"""A carrier that dials us, played by Net::SMPP as an ESME: binds, texts, receipts, refusals, falls."""
import re

import pytest

from demo.ports import free_port
from demo.processes import wait_until
from directory import DETAILS, SHORT, TITLES
from esme import Esme
from interop import NET_ESME, interop
from smsc import SECONDS
from town import a_town

THROTTLED = 0x58
BAD_PASSWORD, BAD_SYSTEM_ID, ALREADY_BOUND, CANCEL_FAILED = 0x0E, 0x0F, 0x05, 0x11
REPLACE_FAILED = 0x13
ENROUTE, DELIVERED, DELETED = 1, 2, 4


@pytest.fixture(name="called", scope="module")
def fixture_called():
    """A daemon that carriers dial, and the carrier; tests leave no link behind."""
    with a_town() as town:
        port = free_port()
        town.daemon.configure(carrier={"mode": "listen", "listen": f"127.0.0.1:{port}", "links": 2})
        town.import_directory()
        town.daemon.start_unbound()
        town.esme = Esme(town.folder, port)
        yield town
        town.esme.stop()


@pytest.fixture(name="esme")
def fixture_esme(called):
    yield called.esme
    since = called.esme.mark()
    links = {event["link"] for event in called.esme.all("binding")}
    for link in links - {event["link"] for event in called.esme.all("closed")}:
        called.esme.do("drop", link=link)
        called.esme.wait("closed", since, link=link)
    called.daemon.wait_ready(503)


@interop(NET_ESME, "plain", "long", "UCS-2")
@pytest.mark.parametrize("version", [0x33, 0x34])
def test_transceiver(esme, resident, version):
    """A text of any alphabet and length in, a reply out on the same link, under both versions."""
    link, status = esme.bind(version=version)
    assert status == 0
    since = esme.mark()
    assert esme.submit(link, resident, b"lqgt")["status"] == 0
    assert TITLES[1] in esme.reply(resident, since).text
    assert DETAILS[1] in esme.ask(link, resident, SHORT + "1").text
    assert DETAILS[1] in esme.ask(link, resident, SHORT + " 1" * 40).text


def test_pair(esme, resident):
    """What comes on its transmitter is answered on its receiver."""
    sends, _ = esme.bind("transmitter")
    receives, _ = esme.bind("receiver")
    since = esme.mark()
    assert DETAILS[1] in esme.ask(sends, resident, SHORT + "1").text
    assert all(event["link"] == receives for event in esme.all("submit", since))


def test_reply_waits_for_a_receiver(esme, resident):
    """A carrier that can only send gets its replies when it binds to receive."""
    sends, _ = esme.bind("transmitter")
    since = esme.mark()
    assert esme.submit(sends, resident, (SHORT + "1").encode("utf-16-be"), data_coding=8)["status"] == 0
    assert not esme.replies(resident, since)
    esme.bind("receiver")
    assert DETAILS[1] in esme.reply(resident, since).text


@interop(NET_ESME, "receipts")
def test_receipt(esme, resident):
    """A receipt in the standard form, for the message_id that the text got."""
    link, _ = esme.bind()
    since = esme.mark()
    octets = (SHORT + "1").encode("utf-16-be")
    response = esme.submit(link, resident, octets, data_coding=8, registered_delivery=1)
    receipt = esme.wait("submit", since, esm_class=4)
    text = bytes.fromhex(receipt["octets"]).decode("ascii")
    form = r"id:(\w+) sub:001 dlvrd:001 submit date:\d{10} done date:\d{10} stat:DELIVRD err:000 text:"
    assert re.fullmatch(form, text).group(1) == response["message_id"]


def test_query_and_cancel(esme, resident):
    """A reply that waits is enroute, can be cancelled once, and is never sent then."""
    sends, _ = esme.bind("transmitter")
    since = esme.mark()
    first, second = [esme.submit(sends, resident, (SHORT + item).encode("utf-16-be"), data_coding=8)
                     for item in ("2", "1")]
    assert esme.inquire("query", sends, resident, first["message_id"])["message_state"] == ENROUTE
    assert esme.inquire("cancel", sends, resident, first["message_id"])["status"] == 0
    assert esme.inquire("cancel", sends, resident, first["message_id"])["status"] == CANCEL_FAILED
    assert esme.inquire("query", sends, resident, first["message_id"])["message_state"] == DELETED
    esme.bind("receiver")
    reply = esme.reply(resident, since).text
    assert DETAILS[1] in reply and DETAILS[2] not in reply
    # Once the store has heard of it.
    said = lambda: esme.inquire("query", sends, resident, second["message_id"])["message_state"]
    wait_until(lambda: said() == DELIVERED, SECONDS, "the second one to be delivered")


def test_replace(esme, resident):
    """A reply that waits gets the carrier's words; one that has left stays as it was."""
    sends, _ = esme.bind("transmitter")
    since = esme.mark()
    first = esme.submit(sends, resident, (SHORT + "1").encode("utf-16-be"), data_coding=8)
    words = {"octets": "改天再来".encode("utf-16-be").hex()}
    assert esme.inquire("replace", sends, resident, first["message_id"], **words)["status"] == 0
    esme.bind("receiver")
    assert esme.reply(resident, since).text == f"【{SHORT}】改天再来"
    replaced = lambda: esme.inquire("replace", sends, resident, first["message_id"], **words)["status"]
    wait_until(lambda: replaced() == REPLACE_FAILED, SECONDS, "the reply to be over")


def test_who_is_refused(esme):
    """A wrong password, an unknown system_id, and one link more than configured."""
    assert esme.bind(password="guess")[1] == BAD_PASSWORD
    assert esme.bind(system_id="nobody")[1] == BAD_SYSTEM_ID
    assert [esme.bind()[1] for _ in range(3)] == [0, 0, ALREADY_BOUND]


@interop(NET_ESME, "throttling")
def test_throttled_reply_is_sent_again(esme, resident):
    """A carrier that dials us may be too busy as well: its replies rest, and come once."""
    link, _ = esme.bind()
    since = esme.mark()
    esme.do("answer", status=THROTTLED, count=2)
    assert DETAILS[1] in esme.ask(link, resident, SHORT + "1").text
    assert len(esme.all("submit", since, to=resident, status=THROTTLED)) == 2
    assert DETAILS[2] in esme.ask(link, resident, SHORT + "2").text
    assert len(esme.replies(resident, since)) == 2


@interop(NET_ESME, "reconnect")
def test_link_that_falls(esme, resident):
    """The carrier binds again and is answered as before."""
    for _ in range(5):
        link, status = esme.bind()
        assert status == 0
        assert DETAILS[1] in esme.ask(link, resident, SHORT + "1").text
        since = esme.mark()
        esme.do("drop", link=link)
        esme.wait("closed", since, link=link)
