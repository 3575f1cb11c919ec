"""Whatever octets a carrier sends, the daemon lives, binds again if need be, and answers the next text."""
import struct

import pytest

from directory import DETAILS, SHORT


def pdu(command, sequence, body=b"", status=0, length=None):
    size = 16 + len(body) if length is None else length
    return struct.pack(">IIII", size, command, status, sequence) + body


DELIVER, DELIVER_RESP, SUBMIT_RESP, BIND_TRX = 0x05, 0x80000005, 0x80000004, 0x09
# A deliver_sm up to sm_length: service_type, addresses, esm_class … data_coding 8, sm_default_msg_id.
ADDRESSES = b"\0" b"\x01\x01138\0" b"\x01\x0110690001\0"
HEAD = ADDRESSES + b"\0\0\0" b"\0\0" b"\0\0\x08\0"

OCTETS = {
    "http": b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "zeros": bytes(100000),
    "ones": b"\xff" * 100000,
    "length_below_a_header": pdu(DELIVER, 1, length=8),
    "length_of_4_gigabytes": pdu(DELIVER, 1, length=0xFFFFFFFF),
    "unknown_command": pdu(0x7777, 5),
    "unknown_response": pdu(0x80007777, 5),
    "deliver_without_a_body": pdu(DELIVER, 6),
    "deliver_without_an_end": pdu(DELIVER, 6, b"\0\1\1" + b"1" * 200),
    "sm_length_beyond_the_end": pdu(DELIVER, 6, HEAD + b"\xfeab"),
    "sm_length_255": pdu(DELIVER, 6, HEAD + b"\xff" + b"a" * 255),
    "tlv_beyond_the_end": pdu(DELIVER, 6, HEAD + b"\x02\x4e\x00\x04\x24\xff\xff"),
    "header_longer_than_the_text": pdu(DELIVER, 6, ADDRESSES + b"\x40\0\0\0\0\0\0\x08\0" + b"\x02\xff\x00"),
    "response_to_nothing": pdu(SUBMIT_RESP, 999999, b"x\0"),
    "deliver_response_to_us": pdu(DELIVER_RESP, 3, b"\0"),
    "bind_of_a_bound_link": pdu(BIND_TRX, 3, b"a\0b\0\0\x34\0\0\0"),
    "half_a_pdu": pdu(DELIVER, 6, HEAD + b"\x08abcdefgh")[:-4],
}


@pytest.mark.parametrize("name", OCTETS)
def test_octets_do_no_harm(running, resident, name):
    """The link may be closed for them, but the daemon goes on and the next text is answered."""
    smsc = running.smsc
    mark = smsc.mark()
    smsc.do("raw", octets=OCTETS[name].hex())
    smsc.do("drop")
    smsc.wait("bound", mark)
    running.daemon.wait_ready()
    assert DETAILS[1] in smsc.ask(resident, SHORT + "1").text


@pytest.mark.parametrize("name", ["unknown_command", "unknown_response", "deliver_without_a_body",
                                  "sm_length_beyond_the_end", "response_to_nothing", "bind_of_a_bound_link"])
def test_link_outlives_a_broken_pdu(running, resident, name):
    """While it is clear where the next PDU begins, one that makes no sense costs no link."""
    smsc = running.smsc
    running.daemon.wait_ready()
    mark = smsc.mark()
    smsc.do("raw", octets=OCTETS[name].hex())
    smsc.ask(resident, SHORT)
    assert not smsc.all("closed", mark)


def test_text_in_any_octets_is_answered(running, resident):
    """Octets that are no text in their alphabet are told OK and answered: the resident paid for them."""
    smsc = running.smsc
    running.daemon.wait_ready()
    for data_coding in (0, 1, 3, 4, 8, 15, 24, 200):
        since = smsc.mark()
        sent = smsc.deliver(resident, b"\xd8\x00\xff\xfe\x00", data_coding=data_coding)
        assert smsc.wait("deliver_sm_resp", since, sequence=sent["sequence"])["status"] == 0
        smsc.reply(resident, since)
