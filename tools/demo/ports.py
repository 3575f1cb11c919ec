"""Ports on loopback that nobody else takes between our choosing one and a server's listening on it."""
import pathlib
import random
import socket

RANGE = pathlib.Path("/proc/sys/net/ipv4/ip_local_port_range")
LOWEST, HIGHEST = 10240, 65535
_ours = []


def lasting_ports():
    """Those that the kernel never gives to an outgoing connection, or all if there are none."""
    first, last = map(int, RANGE.read_text(encoding="ascii").split())
    every = range(LOWEST, HIGHEST + 1)
    return [port for port in every if not first <= port <= last] or every


def claimed(port):
    """Between our processes a name stands for the port: it is free again when its process has ended."""
    name = socket.socket(socket.AF_UNIX)
    try:
        name.bind(f"\0duanwen-port-{port}")
    except OSError:
        name.close()
        return False
    _ours.append(name)
    return True


def listenable(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
            probe.listen()
        except OSError:
            return False
    return True


def free_port():
    """Ours until this process ends, also while nobody listens on it."""
    candidates = lasting_ports()
    while True:
        port = random.choice(candidates)
        if claimed(port) and listenable(port):
            return port
