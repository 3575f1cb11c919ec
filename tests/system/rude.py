"""A message centre of plain sockets that does what it is told, however wrong: no library would."""
import socket
import struct
import threading

from smsc import SECONDS

BIND_TRX, OUTBIND, SUBMIT, DELIVER, ENQUIRE, NACK = 0x09, 0x0B, 0x04, 0x05, 0x15, 0x80000000
RESPONSE = 0x80000000


def pdu(command, sequence, body=b"", status=0, length=None):
    size = 16 + len(body) if length is None else length
    return struct.pack(">IIII", size, command, status, sequence) + body


def deliver(sequence, sender, text, tlvs=b"", to=b"10690001"):
    octets = text.encode("utf-16-be")
    return pdu(DELIVER, sequence, b"\0\1\1" + sender.encode() + b"\0\1\1" + to + b"\0\0\0\0\0\0\0\0\x08\0"
               + bytes([len(octets)]) + octets + tlvs)


class Link:
    """One connection that the daemon made."""

    def __init__(self, connection):
        self.connection = connection
        connection.settimeout(SECONDS)
        self.pending = b""

    def read(self):
        """(command, status, sequence, body) of the next PDU; None when the daemon hung up."""
        while len(self.pending) < 4 or len(self.pending) < struct.unpack(">I", self.pending[:4])[0]:
            try:
                more = self.connection.recv(65536)
            except ConnectionError:
                more = b""
            if not more:
                return None
            self.pending += more
        size, command, status, sequence = struct.unpack(">IIII", self.pending[:16])
        body, self.pending = self.pending[16:size], self.pending[size:]
        return command, status, sequence, body

    def until(self, command, holding=b""):
        """The next PDU of this command whose body holds these octets; what comes before is answered."""
        while True:
            got = self.read()
            assert got, f"closed before {command:#x}"
            if got[0] == command and holding in got[3]:
                return got
            if got[0] in (ENQUIRE, SUBMIT):
                self.send(pdu(got[0] | RESPONSE, got[2], b"1\0" if got[0] == SUBMIT else b""))

    def submitted(self, resident):
        """The next submit_sm to this resident; replies that others still waited for are taken."""
        return self.until(SUBMIT, resident.encode())

    def closed(self):
        """Waits until the daemon hangs up."""
        while self.read():
            pass

    def send(self, octets):
        self.connection.sendall(octets)

    def bind(self):
        sequence = self.until(BIND_TRX)[2]
        self.send(pdu(BIND_TRX | RESPONSE, sequence, b"RUDE\0"))
        return self

    def reset(self):
        """Closes by RST."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


class RudeSmsc:
    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(SECONDS)
        self.port = self.listener.getsockname()[1]

    def link(self):
        return Link(self.listener.accept()[0])

    def stop(self):
        self.listener.close()


def flood_until_reset(link, texts):
    """Sends as fast as it can and resets in the middle."""
    octets = b"".join(texts)
    sender = threading.Thread(target=_send_what_goes, args=(link.connection, octets))
    sender.start()
    sender.join(SECONDS)
    link.reset()


def _send_what_goes(connection, octets):
    try:
        connection.sendall(octets)
    except OSError:
        pass
