"""TLS with a carrier that dials us, which calls by outbind: no octet of SMPP goes before the handshake."""
import socket
import ssl

import pytest

from certificate import make_certificate
from demo.ports import free_port
from directory import DETAILS, SHORT
from rude import DELIVER, OUTBIND, RESPONSE, SUBMIT, Link, deliver, pdu


@pytest.fixture(name="port")
def fixture_port(town):
    port = free_port()
    files = {"tls_certificate": str(town.folder / "centre.pem"), "tls_key": str(town.folder / "centre.key")}
    make_certificate(files)
    town.daemon.configure(carrier={"mode": "listen", "listen": f"127.0.0.1:{port}", "tls": True, **files})
    town.import_directory()
    town.daemon.start_unbound()
    return port


def test_outbind(town, port, resident):
    """The carrier verifies us and calls; we bind on its connection and answer as ever."""
    call = pdu(OUTBIND, 1, b"duanwen\0secret\0")
    with socket.create_connection(("127.0.0.1", port)) as plain:
        link = Link(plain)
        link.send(call)
        link.closed()
    context = ssl.create_default_context(cafile=town.folder / "centre.pem")
    with context.wrap_socket(socket.create_connection(("127.0.0.1", port)),
                             server_hostname="127.0.0.1") as secured:
        link = Link(secured)
        link.send(call)
        link.bind().send(deliver(1, resident, SHORT + "1"))
        assert link.until(DELIVER | RESPONSE)[1] == 0
        submitted = link.submitted(resident)
        assert DETAILS[1].encode("utf-16-be") in submitted[3]
        link.send(pdu(SUBMIT | RESPONSE, submitted[2], b"1\0"))
