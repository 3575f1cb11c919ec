"""The message centre of the tests: net_smpp_smsc.pl, driven from Python."""
import collections
import json
import pathlib
import subprocess
import threading
import time

from demo.processes import Child
from texts import decode, encode_parts, split_header

SCRIPT = pathlib.Path(__file__).with_name("net_smpp_smsc.pl")
SERVICE = "10690001"
# Of our whole side under sanitizers on a busy machine; a test that passes never waits so long.
SECONDS = 30

Reply = collections.namedtuple("Reply", "text segments source data_coding")


class Peer:
    """A script that plays an SMPP peer, and what it has seen."""

    def __init__(self, command, log):
        self.child = Child(["perl", *command], log, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.events, self.seen = [], 0
        self.arrived = threading.Condition()
        self.tag = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.child.process.stdout:
            with self.arrived:
                self.events.append(json.loads(line))
                self.arrived.notify_all()

    def stop(self):
        self.child.process.stdin.close()
        self.child.stop()

    def do(self, what, **more):
        line = json.dumps({"do": what, **more}) + "\n"
        self.child.process.stdin.write(line.encode())
        self.child.process.stdin.flush()

    def mark(self):
        """Events from here on; give it to wait() to look at nothing older."""
        with self.arrived:
            return len(self.events)

    def wait(self, name, since=0, seconds=SECONDS, **fields):
        """The first event of this name whose fields are these."""
        what = f"{name} {fields}"
        choose = lambda events: [event for event in events if matches(event, name, fields)]
        return self.collect(choose, since, seconds, what)[0]

    def collect(self, choose, since, seconds, what):
        """The first true value of choose(events since `since`)."""
        deadline = time.monotonic() + seconds
        with self.arrived:
            while True:
                value = choose(self.events[since:])
                if value:
                    return value
                if not self.arrived.wait(max(0.0, deadline - time.monotonic())):
                    raise TimeoutError(f"no {what} within {seconds} s; events: {self.events[since:][-20:]}")

    def all(self, name, since=0, **fields):
        with self.arrived:
            return [event for event in self.events[since:] if matches(event, name, fields)]

    def reply(self, to, since=0, seconds=SECONDS):
        """The first whole reply that a phone got, its parts joined."""
        return self.collect(lambda events: whole_replies(events, to), since, seconds, f"reply to {to}")[0]

    def wait_for_text(self, to, text, since=0):
        """Until a reply that holds this text is whole."""
        self.collect(lambda events: [r for r in whole_replies(events, to) if text in r.text], since, SECONDS,
                     f"reply to {to} with {text}")

    def replies(self, to, since=0):
        with self.arrived:
            return whole_replies(self.events[since:], to)


class Smsc(Peer):
    def __init__(self, folder, system_id="duanwen", password="secret"):
        super().__init__([SCRIPT, system_id, password], folder / "smsc.log")
        self.port = self.wait("listening")["port"]

    def deliver(self, sender, octets, data_coding=8, esm_class=0, to=SERVICE, **more):
        """Sends one deliver_sm; returns its event (link, sequence)."""
        self.tag += 1
        since = self.mark()
        self.do("deliver", **{"from": sender}, to=to, octets=octets.hex(), data_coding=data_coding,
                esm_class=esm_class, tag=self.tag, **more)
        return self.wait("delivered", since, tag=self.tag)

    def text(self, sender, text, to=SERVICE):
        """Texts as a phone does and returns the status of the last deliver_sm_resp."""
        status = None
        for octets, data_coding, esm_class in encode_parts(text):
            since = self.mark()
            sent = self.deliver(sender, octets, data_coding, esm_class, to)
            answer = self.wait("deliver_sm_resp", since, sequence=sent["sequence"], link=sent["link"])
            status = answer["status"]
        return status

    def ask(self, sender, text, to=SERVICE):
        since = self.mark()
        assert self.text(sender, text, to) == 0
        return self.reply(sender, since)


def matches(event, name, fields):
    return event["event"] == name and all(event.get(key) == value for key, value in fields.items())


def whole_replies(events, to):
    """Accepted submit_sm, joined by their user data headers, in the order in which they became whole."""
    found, open_parts = [], {}
    for event in events:
        if event["event"] != "submit" or event["to"] != to or event["status"] != 0:
            continue
        place, octets = split_header(bytes.fromhex(event["octets"]), event["esm_class"])
        parts = {1: octets}
        if place:
            parts = open_parts.setdefault((event["from"], place[0]), {})
            parts[place[2]] = octets
            if len(parts) < place[1]:
                continue
            del open_parts[(event["from"], place[0])]
        whole = b"".join(parts[number] for number in sorted(parts))
        text = decode(whole, event["data_coding"])
        found.append(Reply(text, len(parts), event["from"], event["data_coding"]))
    return found
