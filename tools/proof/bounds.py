"""A daemon whose Redis holds very many replies that wait and very many conversations."""
import json
import time
import urllib.request

from demo.ports import free_port
from demo.processes import wait_until
from proof.filling import count_waiting, fill_conversations, fill_outbox, used_memory
from proof.footprint import Footprint
from proof.stand import DIRECTORY, KEYWORD, SERVICE, Carrier, Daemon, Redis

WINDOW = 200
# Of one moment, since each is in doubt for milliseconds only.
LENGTHS = """local told = {}
for _, key in ipairs(redis.call('KEYS', ARGV[1])) do
  table.insert(told, key)
  table.insert(told, redis.call('STRLEN', key))
end
return told"""
NEVER_TEXTED = 500000  # and whoever comes after that resident


class Bounds:
    def __init__(self, folder, bin_folder, in_memory_max):
        self.folder, self.bin, self.port = folder, bin_folder, free_port()
        self.redis = Redis(folder, "always")
        self.redis.start()
        self.daemon = Daemon(folder, bin_folder, self.redis, self.port, carrier={"window": WINDOW},
                             outbox={"in_memory_max": in_memory_max}, log={"level": "warning"})
        self.daemon.command("import", DIRECTORY)
        told = self.daemon.command("token", "create", "--role", "admin", "--name", "bounds")
        self.token = told.split()[-1]
        self.carrier, self.settled = None, None

    def post(self, path):
        request = urllib.request.Request(f"http://127.0.0.1:{self.daemon.port}{path}", method="POST",
                                         headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def carrier_comes(self, first=0):
        """One resident after the other texts the keyword, each once."""
        self.carrier = Carrier(self.folder, self.bin, "once", "control", port=self.port, window=1,
                               first=first, peer_window=WINDOW, keyword=KEYWORD, mix=[1, 0, 0], patience=600)

    def carrier_goes(self):
        self.carrier.child.kill()

    def count(self):
        self.carrier.say("count")
        return self.carrier.event("count")

    def use(self):
        return Footprint(self.daemon.child.pid)

    def idle_mib(self):
        """The daemon's memory with nothing to do."""
        self.daemon.start()
        self.carrier_comes()
        wait_until(lambda: self.count()["answered"] >= 1, 60, "an answer")
        return self.use().kib / 1024

    def wait_until_it_serves(self):
        def serves():
            try:
                return self.daemon.metric("duanwen_redis_up") == 1
            except OSError:  # nobody listens yet
                return False
        wait_until(serves, 60, "the daemon")

    def let_one_wait(self):
        """Some are answered; then one is told OK and its reply waits, since its carrier is paused."""
        self.daemon.start()
        self.carrier_comes()
        self.settled = wait_until(self.settled_conversation, 60, "a conversation with nothing in doubt")
        self.post("/api/v1/carriers/load/pause")
        wait_until(self.redis.residents_waiting, 60, "a reply that waits")
        self.daemon.child.kill()
        self.carrier_goes()

    def settled_conversation(self):
        """The key of one with nothing in doubt any more, as it is soon after its reply; else None."""
        told = self.redis.cli("eval", LENGTHS, "0", f"{{b*}}:c:{SERVICE}:86138*").splitlines()
        lengths = dict(zip(told[::2], map(int, told[1::2])))
        # All stand at the same menu, so that what makes one longer than another is in doubt.
        shortest = min(lengths, key=lengths.get, default=None)
        return shortest if shortest and lengths[shortest] < max(lengths.values()) else None

    def fill(self, replies, conversations):
        """Returns what a conversation takes of Redis, and what a waiting reply does, in octets."""
        [resident] = self.redis.residents_waiting()
        a_conversation = fill_conversations(self.redis.cli, self.settled, conversations)
        before = used_memory(self.redis.cli)
        process = (self.folder / "data" / "process_id").read_text(encoding="utf-8").strip()
        self.streams = fill_outbox(self.redis.cli, process, resident, replies)
        return a_conversation, (used_memory(self.redis.cli) - before) / replies

    def waiting(self):
        return count_waiting(self.redis.cli, self.streams)

    def down(self, seconds):
        """The daemon while its carrier is away and all of it waits: MiB at the end, and cores used."""
        self.daemon.start()
        self.wait_until_it_serves()
        before, begun = self.use(), time.monotonic()
        time.sleep(seconds)
        after = self.use()
        return after.kib / 1024, (after.cpu_s - before.cpu_s) / (time.monotonic() - begun)

    def first_answer(self):
        """Seconds from the daemon's start to the first new inquiry's OK and to its reply."""
        self.carrier_comes(first=NEVER_TEXTED)
        begun = time.monotonic()
        self.daemon.start()
        wait_until(lambda: self.count()["acknowledged"] >= 1, 120, "a new inquiry's OK")
        acknowledged = time.monotonic() - begun
        wait_until(lambda: self.count()["answered"] >= 1, 120, "a new inquiry's reply")
        return acknowledged, time.monotonic() - begun

    def drain(self, seconds):
        """Until nothing waits any more; how many seconds that took."""
        begun = time.monotonic()
        wait_until(lambda: self.waiting() <= 1, seconds, "an empty outbox")
        return time.monotonic() - begun

    def stop(self):
        code = self.daemon.child.stop()
        self.redis.child.stop()
        return code
