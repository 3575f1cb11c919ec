"""Kannel's own test centre, drive_smpp: takes pairs, delivers some texts of its own, logs what it gets."""
import contextlib
import re
import socket
import threading

from demo.ports import free_port
from demo.processes import Child, wait_until
from smsc import SECONDS

PROGRAM = "/usr/lib/kannel/test/drive_smpp"
BOX_PORT = 13001  # compiled in: it ends itself where nobody listens there


class DriveSmpp:
    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.starts = 0
        self.child = None
        self.box = listener_at(BOX_PORT)

    def start(self, texts=3):
        self.starts += 1
        words = [PROGRAM, "-v", "0", "-p", self.port, "-m", texts]
        self.child = Child(words, self.folder / f"drive_smpp{self.starts}.log", cwd=self.folder)
        self.wait_for("Starting drive_smpp test")

    def log(self):
        return self.child.log.read_bytes()

    def wait_for(self, what, times=1):
        wait_until(lambda: self.log().count(what.encode()) >= times, SECONDS,
                   f"{what} in its log:\n{self.log()}")

    def submitted(self):
        """What was submitted, as far as a C string goes."""
        return re.findall(rb"(?s)short_message = <(.*?)>\n", self.log())

    def wait_submitted(self, octets):
        wait_until(lambda: any(octets in one for one in self.submitted()), SECONDS,
                   f"a submit_sm with {octets} in its log:\n{self.log()}")

    def kill(self):
        self.child.kill()

    def stop(self):
        self.child.kill()
        if self.box:
            self.box.close()


def listener_at(port):
    """Somebody who accepts there, unless somebody does already."""
    try:
        box = socket.create_server(("127.0.0.1", port))
    except OSError:
        return None
    threading.Thread(target=accept_all, args=(box,), daemon=True).start()
    return box


def accept_all(box):
    kept = []
    with contextlib.suppress(OSError):
        while True:
            kept.append(box.accept())
