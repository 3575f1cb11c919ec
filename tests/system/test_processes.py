"""Several processes on one Redis: any answers any resident, and the living send what the dead had to send."""
from directory import DETAILS, SHORT

THROTTLED = 0x58


def two_daemons(town):
    """Both bound to the same message centre; returns the links of the first and the second."""
    town.start_redis()
    store = {"url": town.redis_url}
    town.start(redis=store, outbox={"lease_s": 2})
    first = town.smsc.wait("bound")["link"]
    mark = town.smsc.mark()
    town.start_another(redis=store, outbox={"lease_s": 2})
    return first, town.smsc.wait("bound", mark)["link"]


def ask_on(smsc, link, resident, text):
    mark = smsc.mark()
    smsc.deliver(resident, text.encode("utf-16-be"), link=link)
    return smsc.reply(resident, mark)


def test_talk_goes_on_in_another_process(town, resident):
    """A menu from one process and the number texted to the other."""
    first, second = two_daemons(town)
    ask_on(town.smsc, first, resident, SHORT)
    assert DETAILS[2] in ask_on(town.smsc, second, resident, "2").text
    assert DETAILS[3] in ask_on(town.smsc, first, resident, "3").text


def test_replies_of_a_dead_process_are_sent(town, resident):
    """kill -9 of a process with a reply waiting: another sends it when the lease has run out, and once."""
    smsc = town.smsc
    first, second = two_daemons(town)
    smsc.do("answer", status=THROTTLED, count=1000000)
    smsc.deliver(resident, (SHORT + "1").encode("utf-16-be"), link=first)
    smsc.wait("submit", to=resident)
    mark = smsc.mark()
    town.daemon.child.kill()
    smsc.wait("closed", mark)
    smsc.do("answer", status=0, count=0)
    assert DETAILS[1] in smsc.reply(resident, mark).text
    assert DETAILS[3] in ask_on(smsc, second, resident, SHORT + "3").text
    assert len(smsc.replies(resident, mark)) == 2
