"""Kannel binds to us: plain and long texts, long replies, receipts, and a link that falls."""
import pytest

from demo.ports import free_port
from demo.processes import wait_until
from directory import DETAILS, SHORT, TITLES
from interop import KANNEL, interop
from kannel import Kannel
from smsc import SECONDS
from town import a_town

DELIVERED = "1"


@pytest.fixture(name="called", scope="module")
def fixture_called():
    with a_town() as town:
        town.port = free_port()
        dialled = dict(town.daemon.settings["carrier"][0], name="dialled")
        town.daemon.settings["carrier"].append(dialled)
        # By it residents text whose replies go to Kannel, for which Kannel need not have sent their texts.
        town.daemon.configure(carrier={"mode": "listen", "listen": f"127.0.0.1:{town.port}"},
                              route=[{"prefix": "86137", "carriers": ["net"]}])
        town.start()
        kannel = Kannel(town.folder, town.port)
        kannel.wait_online()
        town.kannel = kannel
        yield town
        kannel.stop()


def reply(kannel):
    return kannel.hear("reply")["octets"].encode("latin-1").decode("utf-16-be")


@interop(KANNEL, "plain")
def test_plain(called, resident):
    """A text in the default alphabet."""
    called.kannel.text(resident, "lqgt", coding=0)
    assert TITLES[1] in reply(called.kannel)


@interop(KANNEL, "UCS-2")
def test_ucs2(called, resident):
    called.kannel.text(resident, SHORT + "1")
    assert DETAILS[1] in reply(called.kannel)


@interop(KANNEL, "long")
def test_long_text(called, resident):
    """Kannel cuts it into parts under user data headers."""
    called.kannel.text(resident, SHORT + " 1" * 40)
    assert DETAILS[1] in reply(called.kannel)


@interop(KANNEL, "receipts")
def test_receipt(called, resident):
    """What asks for a receipt gets one that Kannel finds its text by."""
    called.kannel.text(resident, SHORT + "1", **{"dlr-mask": 3, "dlr-url": called.kannel.receipt_url()})
    assert called.kannel.hear("receipt")["status"] == DELIVERED
    assert DETAILS[1] in reply(called.kannel)


@interop(KANNEL, "throttling")
def test_bearerbox_that_is_too_busy(called, resident):
    """With nobody to fetch what it took it says ESME_RX_T_APPN; what was put off comes later, and once."""
    called.kannel.stop_smsbox()
    senders = [f"13700{number}" + resident[6:] for number in range(6)]
    for sender in senders:
        assert called.smsc.text(sender, SHORT + "1") == 0
    wait_until(lambda: "refused: ESME_RX_T_APPN" in called.daemon.log(), SECONDS, "a full queue")
    called.kannel.start_smsbox()
    for _ in senders:
        assert DETAILS[1] in reply(called.kannel)


@interop(KANNEL, "reconnect")
def test_daemon_that_falls(called, resident):
    """Killed and started again it is bound to by Kannel, and answers."""
    called.daemon.child.kill()
    called.daemon.start()
    called.kannel.text(resident, SHORT + "2")
    # What was on the wire when it was killed may come twice.
    while DETAILS[2] not in reply(called.kannel):
        pass
