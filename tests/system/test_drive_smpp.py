"""Replies leave by Kannel's own test centre, while residents text by another carrier."""
import pytest

from demo.processes import wait_until
from directory import document
from drive_smpp import DriveSmpp
from interop import DRIVE_SMPP, interop
from smsc import SECONDS
from town import a_town

CARD = "Bring your identity card to window 3."
NOTHING = "今天天气怎么样啊朋友"
CHINESE = "10690002"  # its unknown texts are answered with words that begin in Chinese
STEPS = " ".join(f"Step {number}: fill in form {number} and sign it." for number in range(1, 9))


def land_office():
    """Beside the Chinese office one whose replies are GSM 7-bit."""
    both = document()
    items = [{"number": 1, "title": "Permit", "details": CARD},
             {"number": 2, "title": "Steps", "details": STEPS}]
    both["departments"].append({"id": "land", "name": "Land office", "short_name": "Land", "area": "lq",
                                "keywords": ["land office"], "items": items})
    return both


@pytest.fixture(name="driven", scope="module")
def fixture_driven():
    with a_town() as town:
        town.centre = DriveSmpp(town.folder)
        town.centre.start()
        good = town.daemon.settings["carrier"][0]
        # Its log ends a text at an octet of zero: where a user data header would be, or ASCII in UCS-2.
        drive = {**good, "name": "drive", "port": town.centre.port, "bind": "pair", "signature": "",
                 "long_messages": "sar"}
        town.daemon.settings["carrier"].append(drive)
        town.daemon.settings["route"] = [{"prefix": "86138", "carriers": ["drive"]}]
        town.daemon.settings["service"].append({"number": CHINESE})
        town.start(land_office(), service={"wording": "en"})
        wait_until(lambda: bound(town), SECONDS, "a pair at drive_smpp")
        yield town
        town.centre.stop()


def bound(town):
    links = town.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][1]["links"]
    return sorted(link["state"] for link in links) == ["bound_rx", "bound_tx"]


@interop(DRIVE_SMPP, "plain")
def test_plain(driven, resident):
    """A reply in GSM 7-bit arrives letter by letter; the texts that it delivers itself are answered."""
    assert driven.smsc.text(resident, "land office 1") == 0
    driven.centre.wait_submitted(CARD.encode("ascii"))
    driven.centre.wait_for("Handling SMPP PDU of type deliver_sm_resp", times=3)


@interop(DRIVE_SMPP, "long")
def test_long_reply(driven, resident):
    """In parts, none of which is missing."""
    assert driven.smsc.text(resident, "land office 2") == 0
    driven.centre.wait_submitted(b"Step 1: fill in form 1")
    driven.centre.wait_submitted(b"Step 7: fill in form")


@interop(DRIVE_SMPP, "UCS-2")
def test_ucs2(driven, resident):
    assert driven.smsc.text(resident, NOTHING, to=CHINESE) == 0
    driven.centre.wait_submitted("没有找到".encode("utf-16-be"))
    assert not driven.smsc.replies(resident), "it left by the route"


@interop(DRIVE_SMPP, "reconnect")
def test_centre_that_falls(driven, resident):
    """Killed and started again it is dialled, bound by both links, and gets what waited."""
    driven.centre.kill()
    wait_until(lambda: not bound(driven), SECONDS, "the fall of its links")
    assert driven.smsc.text(resident, "land office 1") == 0
    driven.centre.start()
    driven.centre.wait_submitted(CARD.encode("ascii"))
    wait_until(lambda: bound(driven), SECONDS, "a pair at drive_smpp")
