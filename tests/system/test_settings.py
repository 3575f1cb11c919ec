"""What check says of hosts, addresses, files and accounts, and how an unusual account is used."""
import json
import socket
import ssl
import threading

import pytest

from certificate import make_certificate
from directory import DETAILS, SHORT
from smsc import Smsc

LONG_PASSWORD = "correct horse battery staple"


def line_of(town, text):
    return town.daemon.config.read_text(encoding="utf-8").splitlines().index(text) + 1


@pytest.mark.parametrize("key, value, instead", [
    ("host", "[::1]", '"::1"'), ("host", "smpp://x", '"x"'), ("host", "1.2.3.4 ", '"1.2.3.4"'),
    ("host", "1.2.3.4:2775", '"1.2.3.4" and port = 2775'), ("host", "1.2.3.400", "192.0.2.10"),
    ("host", "", "smpp.example.com"), ("tls_ca", "/nowhere/ca.pem", "No such file"),
    ("tls_ca", "/etc", "is a folder"), ("tls_key", "/nowhere.key", "tls_certificate")])
def test_mistakes_are_told_with_line_and_what_to_write(town, key, value, instead):
    """check and serve end with 2, and no wrong address is found only when it is dialled."""
    town.daemon.configure(carrier={"tls": True, key: value})
    for command in ("check", "serve"):
        done = town.daemon.command(command)
        assert done.returncode == 2
        line = line_of(town, f"{key} = {json.dumps(value)}")
        place = f"duanwen.toml:{line}: carrier[0].{key}: "
        [said] = [line for line in done.stderr.splitlines() if place in line]
        assert instead in said


def test_a_long_password_is_warned_of_and_used(town, resident):
    """Longer ones than SMPP 3.4 has: check warns, the log tells it once, and the bind has all of it."""
    town.smsc.stop()
    town.smsc = Smsc(town.folder, password=LONG_PASSWORD)
    town.daemon.configure(carrier={"password": LONG_PASSWORD, "port": town.smsc.port})
    done = town.daemon.command("check")
    assert done.returncode == 0
    assert "warning: " in done.stderr and "§5.2.2 says 8" in done.stderr
    assert LONG_PASSWORD not in done.stderr
    town.start()
    assert DETAILS[1] in town.smsc.ask(resident, SHORT + "1").text
    assert town.daemon.log().count("§5.2.2 says 8") == 1
    assert LONG_PASSWORD not in town.daemon.log()


def test_the_carrier_is_told_which_numbers_we_serve(town):
    """address_ton, address_npi and address_range go into each bind."""
    town.start(carrier={"address_ton": 1, "address_npi": 8, "address_range": "^10690001", "bind": "pair"})
    for kind in ("receiver", "transmitter"):
        bound = town.smsc.wait("bound", kind=kind)
        assert (bound["addr_ton"], bound["addr_npi"], bound["address_range"]) == (1, 8, "^10690001")


def test_probe_teaches_nothing_where_every_bind_was_refused(town):
    """Each line is a comment, and the exit code says that it failed."""
    town.daemon.configure(carrier={"password": "wrong"})
    done = town.daemon.command("probe", "--carrier", "net", "--wait", "0")
    assert done.returncode == 1
    assert "ESME_RINVPASWD" in done.stdout
    assert all(line.startswith("#") for line in done.stdout.splitlines())


@pytest.mark.parametrize("names, trusted, said", [
    ("DNS:smpp.example.com", True, "for another name than host"),
    ("IP:127.0.0.1", False, "signed by itself")])
def test_probe_tells_a_wrong_name_from_a_certificate_that_nobody_signed(town, names, trusted, said):
    theirs, others = files_in(town, "theirs"), files_in(town, "others")
    make_certificate(theirs, names)
    make_certificate(others)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(theirs["tls_certificate"], theirs["tls_key"])
    with socket.create_server(("127.0.0.1", 0)) as door:
        shaking = threading.Thread(target=shake_hands, args=(door, context), daemon=True)
        shaking.start()
        known = (theirs if trusted else others)["tls_certificate"]
        town.daemon.configure(carrier={"tls": True, "tls_ca": known, "port": door.getsockname()[1]})
        done = town.daemon.command("probe", "--carrier", "net", "--wait", "0")
        door.shutdown(socket.SHUT_RDWR)
    assert done.returncode == 1
    assert said in done.stdout


def files_in(town, name):
    return {"tls_certificate": str(town.folder / f"{name}.pem"), "tls_key": str(town.folder / f"{name}.key")}


def shake_hands(door, context):
    """With whoever comes, until the door is shut."""
    while True:
        try:
            peer = door.accept()[0]
        except OSError:
            return
        try:
            context.wrap_socket(peer, server_side=True).close()
        except (ssl.SSLError, OSError):
            pass
