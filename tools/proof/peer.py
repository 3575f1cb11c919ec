"""Peers on plain sockets, many in one loop: enough of SMPP 3.4 to bind, stay, text and count."""
import asyncio
import contextlib
import struct

BIND, ENQUIRE, SUBMIT, DELIVER, RESPONSE = 0x09, 0x15, 0x04, 0x05, 0x80000000
HEADER = struct.Struct(">IIII")


def pdu(command, sequence, body=b"", status=0):
    return HEADER.pack(HEADER.size + len(body), command, status, sequence) + body


def bind_body(system_id, password):
    return b"\0".join((system_id.encode(), password.encode(), b"", b"\x34\0\0")) + b"\0"


def message_body(source, destination, text):
    octets = text.encode("utf-16-be")
    addresses = b"\0\1\1" + source.encode() + b"\0\1\1" + destination.encode() + b"\0"
    return addresses + b"\0\0\0\0\0\0\0\x08\0" + bytes([len(octets)]) + octets


def addresses_of(body):
    """(source_addr, destination_addr) of a submit_sm or deliver_sm."""
    at = body.index(b"\0") + 3
    source, _, rest = body[at:].partition(b"\0")
    return source.decode(), rest[2:].partition(b"\0")[0].decode()


class Peer:
    """One connection; `took` is given every request but enquire_link, and says what its response holds."""

    def __init__(self, reader, writer, took=None):
        self.reader, self.writer = reader, writer
        self.took = took or (lambda command, sequence, body: b"\0")
        self.sequence = 0
        self.answers = {}

    async def read(self):
        header = await self.reader.readexactly(HEADER.size)
        size, command, status, sequence = HEADER.unpack(header)
        return command, status, sequence, await self.reader.readexactly(size - HEADER.size)

    async def serve(self):
        """Until the connection ends."""
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                command, status, sequence, body = await self.read()
                if command & RESPONSE:
                    waits = self.answers.pop(sequence, None)
                    if waits and not waits.done():
                        waits.set_result(status)
                    continue
                answer = b"" if command == ENQUIRE else self.took(command, sequence, body)
                self.writer.write(pdu(command | RESPONSE, sequence, answer))
        for waits in self.answers.values():
            waits.cancel()

    async def request(self, command, body):
        """The status of its response; serve() has to run meanwhile."""
        self.sequence += 1
        waits = self.answers[self.sequence] = asyncio.get_running_loop().create_future()
        self.writer.write(pdu(command, self.sequence, body))
        return await waits

    def close(self, hard=False):
        if hard:
            self.writer.transport.abort()
        else:
            self.writer.close()
