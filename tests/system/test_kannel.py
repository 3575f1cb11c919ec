"""Kannel binds to us: plain and long texts, long replies, receipts, and a link that falls."""
import pytest

from demo.processes import free_port
from directory import DETAILS, SHORT
from kannel import Kannel
from town import a_town

DELIVERED = "1"


@pytest.fixture(name="called", scope="module")
def fixture_called():
    with a_town() as town:
        town.port = free_port()
        town.daemon.configure(carrier={"mode": "listen", "listen": f"127.0.0.1:{town.port}"})
        town.import_directory()
        town.daemon.start_unbound()
        kannel = Kannel(town.folder, town.port)
        kannel.wait_online()
        town.kannel = kannel
        yield town
        kannel.stop()


def reply(kannel):
    return kannel.hear("reply")["octets"].encode("latin-1").decode("utf-16-be")


def test_plain(called, resident):
    called.kannel.text(resident, SHORT + "1")
    assert DETAILS[1] in reply(called.kannel)


def test_long_text(called, resident):
    """Kannel cuts it into parts under user data headers."""
    called.kannel.text(resident, SHORT + " 1" * 40)
    assert DETAILS[1] in reply(called.kannel)


def test_receipt(called, resident):
    """What asks for a receipt gets one that Kannel finds its text by."""
    called.kannel.text(resident, SHORT + "1", **{"dlr-mask": 3, "dlr-url": called.kannel.receipt_url()})
    assert called.kannel.hear("receipt")["status"] == DELIVERED
    assert DETAILS[1] in reply(called.kannel)


def test_daemon_that_falls(called, resident):
    """Killed and started again it is bound to by Kannel, and answers."""
    called.daemon.child.kill()
    called.daemon.start()
    called.kannel.text(resident, SHORT + "2")
    # What was on the wire when it was killed may come twice.
    while DETAILS[2] not in reply(called.kannel):
        pass
