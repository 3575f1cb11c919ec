"""A carrier that misbehaves hurts its own link alone: it is dialled again, and the other one is answered."""
import pytest

from directory import DETAILS, SHORT
from rude import BIND_TRX, DELIVER, ENQUIRE, NACK, RESPONSE, SUBMIT, RudeSmsc, deliver, flood_until_reset, pdu
from town import a_town

HELLO = SHORT + "1"


@pytest.fixture(name="two", scope="module")
def fixture_two():
    """A daemon with a good carrier and a rude one, and with little patience."""
    rude = RudeSmsc()
    with a_town() as town:
        good = dict(town.daemon.settings["carrier"][0])
        impatient = {"enquire_link_s": 1, "response_timeout_s": 1}
        town.daemon.settings["carrier"].append({**good, "name": "rude", "port": rude.port, **impatient})
        town.daemon.configure(smpp={"session_init_timeout_s": 1})
        town.start()
        town.rude = rude
        yield town
    rude.stop()


@pytest.fixture(name="link")
def fixture_link(two, resident):
    """The daemon's link to the rude carrier; afterwards the next one works, and so does the good one."""
    link = two.rude.link()
    yield link
    link.connection.close()
    again = two.rude.link().bind()
    # Somebody else asks, since what the test left open for its resident may still come.
    other = "136" + resident[3:]
    again.send(deliver(1, other, HELLO))
    assert again.until(DELIVER | RESPONSE)[1] == 0
    submitted = again.submitted(other)
    again.send(pdu(SUBMIT | RESPONSE, submitted[2], b"1\0"))
    again.connection.close()
    assert DETAILS[1] in two.smsc.ask("139" + resident[3:], HELLO).text


def test_black_hole(link):
    """It accepts and says nothing: the bind is given up in time."""
    link.closed()


def test_silence_once_bound(link):
    """It stops answering: enquire_link finds out."""
    link.bind()
    while link.read():
        pass


def test_one_octet_at_a_time(link, resident):
    """PDUs may come in the smallest pieces."""
    link.bind()
    for octet in deliver(1, resident, HELLO) + deliver(2, resident, HELLO):
        link.send(bytes([octet]))
    assert link.until(DELIVER | RESPONSE)[2] == 1
    assert link.until(DELIVER | RESPONSE)[2] == 2


@pytest.mark.parametrize("length", [0, 15, 2 ** 31, 2 ** 32 - 1])
def test_impossible_length(link, length):
    """Where the next PDU begins is lost: the link ends."""
    link.bind()
    link.send(pdu(DELIVER, 1, length=length))
    link.closed()


def test_length_of_a_header_alone(link, resident):
    """A deliver_sm of 16 octets is broken but framed: it is refused, and the next one is answered."""
    link.bind()
    link.send(pdu(DELIVER, 1) + deliver(2, resident, HELLO))
    assert link.until(DELIVER | RESPONSE)[1] != 0
    assert link.until(DELIVER | RESPONSE)[1:3] == (0, 2)


def test_reset_in_the_middle_of_a_pdu(link, resident):
    link.bind()
    link.send(deliver(1, resident, HELLO)[:-3])
    link.reset()


@pytest.mark.parametrize("name, response", {
    "another_command": lambda n: pdu(DELIVER | RESPONSE, n, b"x\0"),
    "nack": lambda n: pdu(NACK, n, status=8),
    "error_with_body": lambda n: pdu(SUBMIT | RESPONSE, n, b"abc\0", status=8),
    "error_without_body": lambda n: pdu(SUBMIT | RESPONSE, n, status=8),
    "vendor_status": lambda n: pdu(SUBMIT | RESPONSE, n, b"\0", status=0x0401),
    "ok_without_body": lambda n: pdu(SUBMIT | RESPONSE, n),
}.items())
def test_response_that_is_odd(link, resident, name, response):
    """Whatever answers the right sequence_number is its answer: retried for a passing error, else done."""
    link.bind()
    link.send(deliver(1, resident, HELLO))
    first = link.submitted(resident)
    link.send(response(first[2]))
    if name in ("another_command", "ok_without_body"):
        link.send(pdu(ENQUIRE, 77))
        assert link.until(ENQUIRE | RESPONSE)[2] == 77
    else:
        again = link.submitted(resident)
        assert again[3] == first[3]
        link.send(pdu(SUBMIT | RESPONSE, again[2], b"1\0"))


def test_sequence_0(link, resident):
    """It is none by the specification, and answered under itself."""
    link.bind()
    link.send(deliver(0, resident, HELLO))
    assert link.until(DELIVER | RESPONSE)[1:3] == (0, 0)


def test_responses_to_nothing(link, resident):
    """Unknown, doubled and out of turn: they are noted and change nothing."""
    link.bind()
    link.send(pdu(SUBMIT | RESPONSE, 4711, b"x\0") * 3 + pdu(BIND_TRX | RESPONSE, 1, b"X\0"))
    link.send(deliver(1, resident, HELLO))
    assert link.until(DELIVER | RESPONSE)[1] == 0
    submitted = link.submitted(resident)
    link.send(pdu(SUBMIT | RESPONSE, submitted[2], b"1\0") * 2)


def test_seventy_parameters(link, resident):
    """Any number of optional parameters, known or not, leave the text what it is."""
    link.bind()
    parameters = b"".join(bytes([0x14, number, 0, 5]) + b"vendo" for number in range(70))
    link.send(deliver(1, resident, HELLO, parameters))
    assert link.until(DELIVER | RESPONSE)[1] == 0
    submitted = link.submitted(resident)
    link.send(pdu(SUBMIT | RESPONSE, submitted[2], b"1\0"))


def test_slow_reader(two, link, resident):
    """It sends and never reads: what it is owed is bounded, and the other carrier does not wait for it."""
    link.bind()
    link.connection.settimeout(1)
    for sequence in range(1, 3000):
        try:
            link.send(deliver(sequence, f"1370000{sequence:04d}", HELLO))
        except OSError:
            break
    assert DETAILS[1] in two.smsc.ask(resident, HELLO).text


def test_reset_under_load(two, link, resident):
    """A reset while texts pour in costs its link alone."""
    link.bind()
    flood_until_reset(link, [deliver(n, f"1350000{n:04d}", HELLO) for n in range(1, 1000)])
    assert DETAILS[1] in two.smsc.ask(resident, HELLO).text
