"""What a resident gets back, over a message centre that shares no code with us."""
import pytest

from directory import DETAILS, SHORT, TITLES, segments_of
from interop import NET_CENTRE, interop
from smsc import SERVICE

INVALID_DESTINATION = 0x0B


def test_keyword_brings_the_menu(running, resident):
    """A keyword is answered by the department's numbered directory, signed, from the number texted."""
    reply = running.smsc.ask(resident, SHORT)
    assert reply.text.startswith(f"【{SHORT}】")
    for number, title in TITLES.items():
        assert str(number) in reply.text and title in reply.text
    assert reply.source == SERVICE
    assert reply.segments == segments_of(reply.text)


@interop(NET_CENTRE, "plain")
def test_text_in_the_default_alphabet(running, resident):
    """Initials, as a phone without Chinese types them."""
    since = running.smsc.mark()
    running.smsc.deliver(resident, b"lqgt", data_coding=0)
    assert TITLES[1] in running.smsc.reply(resident, since).text


def test_number_brings_the_detail(running, resident):
    """After the menu a bare number brings the details of that item and of no other."""
    running.smsc.ask(resident, SHORT)
    reply = running.smsc.ask(resident, "1")
    assert DETAILS[1] in reply.text
    assert DETAILS[2] not in reply.text


def test_numbers_bring_one_batch(running, resident):
    """Several numbers bring all details in one reply of the fewest segments."""
    running.smsc.ask(resident, SHORT)
    reply = running.smsc.ask(resident, "1 3")
    assert DETAILS[1] in reply.text and DETAILS[3] in reply.text
    assert reply.segments == segments_of(reply.text)


def test_keyword_with_number_needs_no_menu(running, resident):
    """What a poster prints works as the first text."""
    assert DETAILS[3] in running.smsc.ask(resident, SHORT + "3").text


def test_long_detail_comes_in_parts(running, resident):
    """Details longer than a segment arrive whole, in parts that a phone joins."""
    reply = running.smsc.ask(resident, SHORT + "5")
    assert DETAILS[5] in reply.text
    assert reply.segments == segments_of(reply.text) > 1


def test_long_inquiry_in_parts(running, resident):
    """An inquiry in several deliver_sm is answered once, when its last part came."""
    assert len(SHORT + " 1" * 40) > 70
    reply = running.smsc.ask(resident, SHORT + " 1" * 40)
    assert DETAILS[1] in reply.text
    assert len(running.smsc.replies(resident)) == 1


def test_unknown_text_is_answered_shortly(running, resident):
    """What matches nothing gets one segment that helps on."""
    reply = running.smsc.ask(resident, "今天天气怎么样啊朋友")
    assert reply.segments == 1
    assert not any(details in reply.text for details in DETAILS.values())


def test_residents_do_not_mix(running, resident):
    """A number means the item of the menu that this resident saw, whoever texts in between."""
    other = "198" + resident[3:]
    running.smsc.ask(resident, SHORT)
    assert DETAILS[2] not in running.smsc.ask(other, "2").text
    assert DETAILS[2] in running.smsc.ask(resident, "2").text


@pytest.mark.parametrize("form", ["{}", "86{}", "+86{}", "0086{}"])
def test_forms_of_a_number_are_one_resident(running, resident, form):
    """Whatever form the carrier gives a number, the talk goes on and the reply keeps that form."""
    running.smsc.ask(resident, SHORT)
    assert DETAILS[2] in running.smsc.ask(form.format(resident), "2").text


def test_number_that_is_not_ours_is_refused(running, resident):
    """Nothing is answered from a service number that nobody gave us."""
    assert running.smsc.text(resident, SHORT, to="10699999") == INVALID_DESTINATION
    running.smsc.ask(resident, SHORT)
    assert len(running.smsc.replies(resident)) == 1
