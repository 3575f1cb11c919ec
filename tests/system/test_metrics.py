"""The metrics of a real daemon, against what was texted and what came back."""
import struct

import pytest

from demo.processes import wait_until
from directory import SHORT
from prometheus import Page

NAMES = {
    "duanwen_inquiries_total", "duanwen_replies_total", "duanwen_segments_total", "duanwen_cost_li_total",
    "duanwen_saved_li_total", "duanwen_inquiry_seconds", "duanwen_links", "duanwen_window_used",
    "duanwen_outbox_entries", "duanwen_dead_letters", "duanwen_redis_up", "duanwen_redis_seconds",
    "duanwen_pdu_errors_total", "duanwen_receipts_total", "duanwen_keyword_matches_total",
    "duanwen_replies_unrecorded", "duanwen_replies_held", "duanwen_receipts_matched_ratio",
}
UNKNOWN_COMMAND = struct.pack(">IIII", 16, 0x7777, 0, 5)


@pytest.fixture(name="counted", scope="module")
def fixture_counted(running):
    """What was texted, as (text, reply); and the page when all of it was counted."""
    smsc = running.smsc
    talk = [(text, smsc.ask("13800009001", text))
            for text in (SHORT, "1", "1 3", SHORT + "5", "今天天气怎么样啊朋友")]
    assert smsc.text("13800009001", SHORT, to="10699999") != 0
    smsc.do("raw", octets=UNKNOWN_COMMAND.hex())
    wait_until(lambda: scrape(running).all("duanwen_pdu_errors_total"), 30, "the count of a broken PDU")
    wait_until(lambda: scrape(running).value("duanwen_replies_total", carrier="net", outcome="accepted")
               == len(talk), 30, "the count of the replies")
    return talk, scrape(running)


def scrape(town):
    status, text = town.daemon.http("GET", "/metrics")
    assert status == 200
    return Page(text)


def test_every_name_is_there(counted):
    """The names that dashboards are written against, and no other program's."""
    assert set(counted[1].types) >= NAMES
    assert all(name.startswith("duanwen_") for name in counted[1].types)


def test_inquiries_by_outcome(counted):
    """Each text once, by what became of it; one to a number that isn't ours was refused."""
    assert counted[1].all("duanwen_inquiries_total", carrier="net") == {
        "menu": 1, "details": 3, "unknown": 1, "refused": 1}
    assert counted[1].all("duanwen_keyword_matches_total") == {
        "exact": 1, "direct_form": 1, "conversation": 2, "none": 1}


def test_replies_segments_and_cost(counted):
    """As the message centre got them, at the price of the configuration."""
    talk, page = counted
    segments = sum(reply.segments for _, reply in talk)
    assert page.all("duanwen_replies_total", carrier="net") == {"accepted": len(talk)}
    assert page.all("duanwen_segments_total", carrier="net") == {"ucs2": segments}
    assert page.value("duanwen_cost_li_total", carrier="net") == 45 * segments
    # Two details in one reply of one segment, where each alone would have taken one.
    assert [reply.segments for text, reply in talk if text == "1 3"] == [1]
    assert page.value("duanwen_saved_li_total") == 45


def test_seconds(counted):
    """Every answered inquiry, and a commit and a finish each, were measured."""
    talk, page = counted
    assert page.value("duanwen_inquiry_seconds_count") == len(talk)
    assert 0 < page.value("duanwen_inquiry_seconds_sum") < 60 * len(talk)
    assert page.value("duanwen_redis_seconds_count") == 2 * len(talk)


def test_links_store_and_errors(counted):
    """How things stand: bound, nothing in flight, a store that answers; and what came broken."""
    page = counted[1]
    assert page.all("duanwen_links", carrier="net") == {"bound_trx": 1}
    assert page.value("duanwen_window_used", carrier="net") == 0
    assert page.value("duanwen_redis_up") == 1
    assert page.all("duanwen_pdu_errors_total") == {("net", "unknown_id"): 1}


def test_replies_that_wait_are_counted_in_the_store(town):
    """A reply that the carrier doesn't answer stays in the outbox, and is seen there until it is answered."""
    town.start(admin={"metrics_refresh_s": 1})
    town.smsc.do("silence")
    town.smsc.text("13800009002", SHORT)
    # Not there before the store was counted once.
    wait_until(lambda: scrape(town).all("duanwen_outbox_entries") == {(): 1}, 30, "the entry")
    assert scrape(town).value("duanwen_dead_letters") == 0
    assert scrape(town).value("duanwen_window_used", carrier="net") == 1
    town.smsc.do("speak")
    wait_until(lambda: scrape(town).value("duanwen_outbox_entries") == 0, 30, "its end")


def test_carriers_show_what_came_and_went(running, resident):
    """GET /carriers counts inquiries and replies since the start."""
    before = running.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]
    running.smsc.ask(resident, SHORT)
    wait_until(lambda: running.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]["replies"]
               == before["replies"] + 1, 30, "the reply's count")
    assert running.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]["inquiries"] == \
        before["inquiries"] + 1
