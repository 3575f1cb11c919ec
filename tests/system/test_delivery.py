"""Acknowledged means safe: links cut, daemon and Redis killed, and each inquiry answered."""
import os
import signal

from demo.processes import wait_until
from directory import DETAILS, SHORT
from interop import NET_CENTRE, interop

THROTTLED = 0x58
REFUSED = 0x0B


def answered_since(smsc, resident, mark):
    """How many replies came since, counted when the reply to a later inquiry is there too."""
    before_last = smsc.mark()
    assert smsc.text(resident, SHORT + "3") == 0
    smsc.wait_for_text(resident, DETAILS[3], before_last)
    return len(smsc.replies(resident, mark)) - 1


def test_redelivery_on_a_new_bind_is_answered_once(town, resident):
    """The carrier did not learn of our OK and delivers again: told OK, answered by the first reply."""
    smsc = town.start().smsc
    smsc.do("silence")
    smsc.text(resident, SHORT + "1")
    smsc.wait("submit", to=resident)
    mark = smsc.mark()
    smsc.do("drop")
    smsc.wait("bound", mark)
    smsc.do("speak")
    assert smsc.text(resident, SHORT + "1") == 0
    assert DETAILS[1] in smsc.reply(resident, mark).text
    assert answered_since(smsc, resident, mark) == 1


def test_same_text_twice_is_answered_twice(town, resident):
    """A resident may well text the same again; on the same link it is a new inquiry."""
    smsc = town.start().smsc
    smsc.ask(resident, SHORT + "1")
    smsc.ask(resident, SHORT + "1")
    assert len(smsc.replies(resident)) == 2


@interop(NET_CENTRE, "reconnect")
def test_rebinds_after_the_carrier_drops(town, resident):
    """A dropped link is bound again, also after the carrier was away for some tries; /readyz tells."""
    smsc = town.start().smsc
    mark = smsc.mark()
    smsc.do("leave")
    town.daemon.wait_ready(503)
    smsc.do("return")
    smsc.wait("bound", mark)
    town.daemon.wait_ready()
    assert DETAILS[1] in smsc.ask(resident, SHORT + "1").text


@interop(NET_CENTRE, "throttling")
def test_throttled_reply_is_sent_again(town, resident):
    """ESME_RTHROTTLED puts a reply off; it is accepted later, and once."""
    smsc = town.start().smsc
    smsc.do("answer", status=THROTTLED, count=2)
    assert DETAILS[1] in smsc.ask(resident, SHORT + "1").text
    assert len(smsc.all("submit", to=resident, status=THROTTLED)) == 2
    assert answered_since(smsc, resident, 0) == 1


def test_refused_reply_is_sent_again_when_an_administrator_says_so(town, resident):
    """ESME_RINVDSTADR is for good: the reply is a dead letter, until somebody requeues or deletes it."""
    smsc = town.start().smsc
    smsc.do("answer", status=REFUSED, count=2)
    for number in (1, 2):
        mark = smsc.mark()
        assert smsc.text(resident, f"{SHORT}{number}") == 0
        smsc.wait("submit", mark, to=resident, status=REFUSED)
    letters = lambda: town.daemon.http("GET", "/api/v1/dead-letters")[1]["dead_letters"]
    wait_until(lambda: len(letters()) == 2, 20, "two dead letters")
    again, forgotten = (f"/api/v1/dead-letters/{letter['id']}" for letter in letters())
    mark = smsc.mark()
    assert town.daemon.http("POST", again + "/requeue")[0] == 204
    assert town.daemon.http("DELETE", forgotten)[0] == 204
    assert any(details in smsc.reply(resident, mark).text for details in (DETAILS[1], DETAILS[2]))
    assert letters() == []
    assert town.daemon.http("POST", again + "/requeue")[0] == 404
    wait_until(lambda: town.daemon.http("GET", "/api/v1/outbox")[1]["outbox"] == [], 20, "an empty outbox")


def test_killed_daemon_sends_what_waited(town, resident):
    """kill -9 after our OK, before the reply was accepted: the next start sends it, on the same Redis."""
    smsc = town.start().smsc
    smsc.do("answer", status=THROTTLED, count=1000000)
    assert smsc.text(resident, SHORT + "1") == 0
    smsc.wait("submit", to=resident)
    redis = town.daemon.redis_pids()
    mark = smsc.mark()
    town.daemon.child.kill()
    smsc.wait("closed", mark)
    smsc.do("answer", status=0, count=0)
    town.daemon.start()
    assert DETAILS[1] in smsc.reply(resident, mark).text
    assert town.daemon.redis_pids() == redis and len(redis) == 1
    assert answered_since(smsc, resident, mark) == 1


def test_killed_redis_is_started_again(town, resident):
    """kill -9 of the embedded Redis: one new one, with all that was in it."""
    smsc = town.start().smsc
    smsc.ask(resident, SHORT)
    [before] = town.daemon.redis_pids()
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: [p for p in town.daemon.redis_pids() if p != before], 30, "a new redis-server")
    town.daemon.wait_ready()
    assert DETAILS[2] in smsc.ask(resident, "2").text
    assert len(town.daemon.redis_pids()) == 1


def test_daemon_and_redis_killed_together(town, resident):
    """As a power cut: what was acknowledged is on disk and is answered after it."""
    smsc = town.start().smsc
    smsc.do("answer", status=THROTTLED, count=1000000)
    assert smsc.text(resident, SHORT + "1") == 0
    mark = smsc.mark()
    [redis] = town.daemon.redis_pids()
    town.daemon.child.kill()
    os.kill(redis, signal.SIGKILL)
    smsc.wait("closed", mark)
    smsc.do("answer", status=0, count=0)
    town.daemon.start()
    assert DETAILS[1] in smsc.reply(resident, mark).text
