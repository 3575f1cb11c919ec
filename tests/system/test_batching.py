"""Replies that wait leave in fewer segments: details of one resident as one, one text to many at once."""
import datetime

from demo.processes import wait_until
from directory import DETAILS, SHORT
from smsc import SERVICE


def fill_window(smsc, somebody):
    """The carrier answers no more, and the reply to somebody else takes the only place in the window."""
    smsc.do("silence")
    mark = smsc.mark()
    smsc.text(somebody, SHORT)
    smsc.wait("submit", mark, to=somebody)


def books(town):
    """What the ledger says of these days."""
    today = datetime.date.today()
    days = f"from={today - datetime.timedelta(1)}&to={today + datetime.timedelta(1)}"
    rows = town.daemon.http("GET", f"/api/v1/ledger?{days}")[1]["rows"]
    return {key: sum(row[key] for row in rows) for key in ("replies", "segments", "cost_li", "saved_li")}


def test_texts_that_wait_for_the_window_are_one_reply(town, resident):
    """Three numbers texted one by one while the carrier is slow come back in one segment, in their order."""
    smsc = town.start(carrier={"window": 1}).smsc
    smsc.ask(resident, SHORT)
    fill_window(smsc, "19800000001")
    mark = smsc.mark()
    for number in ("3", "1", "2"):
        assert smsc.text(resident, number) == 0
    smsc.do("speak")
    reply = smsc.reply(resident, mark)
    assert [reply.text.index(DETAILS[number]) for number in (3, 1, 2)] == sorted(
        reply.text.index(DETAILS[number]) for number in (3, 1, 2))
    assert reply.source == SERVICE
    assert len(smsc.replies(resident, mark)) == 1
    wait_until(lambda: books(town)["replies"] == 3, 10, "three replies in the ledger")
    assert books(town)["saved_li"] == 45 * (3 - reply.segments)


def test_one_menu_to_many_is_one_submit_multi(town):
    """Residents that wait for the same menu get it by one submit_multi, each once, at the bulk price."""
    smsc = town.start(carrier={"window": 1, "submit_multi_max": 50}).smsc
    fill_window(smsc, "19800000001")
    residents = [f"1980000010{number}" for number in range(5)]
    mark = smsc.mark()
    for resident in residents:
        assert smsc.text(resident, SHORT) == 0
    smsc.do("speak")
    for resident in residents:
        smsc.wait("submit", mark, to=resident, recipients=len(residents), status=0)
    for resident in residents:
        assert len(smsc.replies(resident, mark)) == 1
    wait_until(lambda: books(town)["replies"] == 6, 10, "six replies in the ledger")
    assert books(town)["cost_li"] == 45 + 5 * 30
