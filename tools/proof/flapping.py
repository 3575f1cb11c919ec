"""Carriers that hang up a second after each bind, beside one that stays and is answered all the while."""
import asyncio
import collections
import time

from demo.ports import free_port
from proof.footprint import LOGIN, PATIENCE, Footprint, more_files, start_daemon, until
from proof.peer import BIND, DELIVER, SUBMIT, Peer, addresses_of, message_body
from proof.stand import KEYWORD, SERVICE, a_folder

BACKOFF_MIN_MS = 200
LIFE_S = 1
EVERY_S = 0.02  # how often a resident texts by the carrier that stays


class Centre:
    """A centre that the daemon dials."""

    def __init__(self):
        self.port = free_port()
        self.dials = []
        self.life_s = None  # None: links stay
        self.peer = None
        self.took = lambda *_: b"\0"

    async def start(self):
        await asyncio.start_server(self.dialled, "127.0.0.1", self.port)

    async def dialled(self, reader, writer):
        self.dials.append(time.monotonic())
        peer = Peer(reader, writer, lambda *what: self.request(peer, *what))
        if self.life_s is not None:
            # By turns as a peer that ends and as one that resets.
            asyncio.get_running_loop().call_later(self.life_s, peer.close, len(self.dials) % 2 == 0)
        await peer.serve()
        if self.peer is peer:
            self.peer = None

    def request(self, peer, command, sequence, body):
        if command != BIND:
            return self.took(command, sequence, body)
        self.peer = peer
        return b"centre\0"


class Residents:
    """Who text by the centre that stays; each takes the time until the reply is there."""

    def __init__(self, centre):
        self.centre, self.sent, self.took_ms = centre, {}, []
        self.number = 0
        centre.took = self.replied

    def replied(self, command, _, body):
        begun = self.sent.pop(addresses_of(body)[1], None) if command == SUBMIT else None
        if begun is not None:
            self.took_ms.append(1000 * (time.monotonic() - begun))
        return f"{len(self.took_ms):x}\0".encode()

    async def text_for(self, seconds):
        """p50, p99 and the longest in ms, and how many were answered of how many."""
        self.took_ms, asked, end = [], 0, time.monotonic() + seconds
        while time.monotonic() < end:
            self.number += 1
            asked += 1
            resident = f"138{self.number:08d}"
            self.sent[resident] = time.monotonic()
            text = message_body(resident, SERVICE, KEYWORD)
            asyncio.ensure_future(self.centre.peer.request(DELIVER, text))
            await asyncio.sleep(EVERY_S)
        await until(lambda: not self.sent, "replies")
        ordered = sorted(self.took_ms)
        at = lambda share: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)
        times = {"p50_ms": at(.5), "p99_ms": at(.99), "max_ms": at(1)}
        return {"asked": asked, "answered": len(ordered), **times}


def dials_at_most(seconds, backoff_max_s):
    """Of one carrier: a wait is half of its step at least, and steps begin anew after a life that long."""
    at, step, dials = 0, BACKOFF_MIN_MS / 1000, 1
    while True:
        if LIFE_S >= backoff_max_s:
            step = BACKOFF_MIN_MS / 1000
        at += LIFE_S + step / 2
        if at > seconds:
            return dials
        step = min(step * 2, backoff_max_s)
        dials += 1


async def watch(folder, bin_folder, count, seconds, backoff_max_s):
    centres = [Centre() for _ in range(count + 1)]
    for centre in centres:
        await centre.start()
    carriers = [{"name": f"c{n}", "port": centre.port, **LOGIN} for n, centre in enumerate(centres)]
    dial = {"backoff_min_ms": BACKOFF_MIN_MS, "backoff_max_s": backoff_max_s}
    daemon = await asyncio.to_thread(start_daemon, folder, bin_folder, carriers, dial=dial)
    steady, *flapping = centres
    residents = Residents(steady)
    await until(lambda: all(centre.peer for centre in centres), "binds of all")
    found = {"carriers": count, "backoff_max_s": backoff_max_s,
             "before": await residents.text_for(max(2, seconds / 6))}
    prints = [Footprint(daemon.child.pid)]
    begun = time.monotonic()
    for centre in flapping:
        centre.dials.clear()
        centre.life_s = LIFE_S
        centre.peer.close()
    third = await residents.text_for(seconds / 3)
    prints.append(Footprint(daemon.child.pid))
    rest = await residents.text_for(seconds * 2 / 3)
    lasted = time.monotonic() - begun
    dials = [at - begun for centre in flapping for at in centre.dials]
    for centre in flapping:
        centre.life_s = None
    await until(lambda: all(centre.peer for centre in centres), "binds of all", PATIENCE + backoff_max_s)
    await until(lambda: Footprint(daemon.child.pid).files <= prints[0].files, "as few files as before")
    prints.append(Footprint(daemon.child.pid))
    found.update({"meanwhile": rest, "answered": third["answered"] + rest["answered"],
                  "asked": third["asked"] + rest["asked"], "seconds": round(lasted, 1), "dials": len(dials),
                  "dials_at_most": count * (dials_at_most(lasted, backoff_max_s) + 1),
                  "most_in_a_second": max(collections.Counter(int(at) for at in dials).values()),
                  "steady_dials": len(steady.dials), "kib": [one.kib for one in prints],
                  "files": [one.files for one in prints]})
    found["exit_code"] = await asyncio.to_thread(daemon.child.stop)
    return found


def measure(bin_folder, count, seconds, backoff_max_s):
    more_files(count)
    with a_folder() as folder:
        return asyncio.run(watch(folder, bin_folder, count, seconds, backoff_max_s))
