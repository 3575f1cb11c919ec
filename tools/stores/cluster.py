"""A Cluster's masters one by one into snapshots, and snapshots key by key into another Cluster."""
import contextlib
import os
import subprocess
import tempfile
import urllib.parse

from demo.ports import free_port
from demo.processes import Child, wait_until

SLOTS = 16384
KEY_MS = 60000  # one key may be a great outbox
LOADING_S = 3600


class Cluster:
    """`url` as in redis.url: cluster://[user:password@]host:port,host:port."""

    def __init__(self, url):
        if not url.startswith("cluster://"):
            raise RuntimeError(f"{url} does not begin with cluster://")
        account, _, hosts = url.removeprefix("cluster://").rpartition("@")
        user, _, password = account.rpartition(":")
        host, _, port = hosts.split(",")[0].partition(":")
        self.entry = f"{host}:{port or 6379}"
        self.account = ["--user", urllib.parse.unquote(user)] if user else []
        self.environment = dict(os.environ)
        if password:
            self.environment["REDISCLI_AUTH"] = urllib.parse.unquote(password)

    def cli(self, *words):
        line = ["redis-cli", *self.account, *map(str, words)]
        done = subprocess.run(line, capture_output=True, text=True, errors="replace", check=False,
                              env=self.environment)
        # What it prints of single keys names residents, so only its errors are told.
        if done.returncode != 0 or done.stdout.startswith(("ERR", "NOAUTH", "WRONGPASS", "NOPERM")):
            raise RuntimeError(f"{self.entry}: {(done.stderr or done.stdout).strip()}")
        return done.stdout

    def of(self, address, *words):
        host, _, port = address.rpartition(":")
        return self.cli("-h", host, "-p", port, *words)

    def masters(self):
        """{address: its slots as CLUSTER NODES writes them}; RuntimeError unless all slots rest somewhere."""
        found, covered = {}, 0
        for line in self.of(self.entry, "cluster", "nodes").splitlines():
            _, address, flags, _, _, _, _, _, *slots = line.split()
            if "master" not in flags or not slots:
                continue
            address = address.partition("@")[0]
            if "fail" in flags:
                raise RuntimeError(f"the master {address} is away")
            if any(slot.startswith("[") for slot in slots):
                raise RuntimeError(f"slots of {address} are moving; try again when they have come to rest")
            found[address] = slots
            covered += sum(count(slot) for slot in slots)
        if covered != SLOTS:
            raise RuntimeError(f"{SLOTS - covered} slots have no master")
        return found

    def keys(self, address):
        return int(self.of(address, "dbsize"))


def count(slots):
    first, _, last = slots.partition("-")
    return int(last or first) - int(first) + 1


def copy_cluster(url, to):
    """A snapshot of each master: what belongs together lies in one slot, so moments may differ."""
    cluster = Cluster(url)
    before = cluster.masters()
    to.mkdir(mode=0o700, parents=True)
    for number, address in enumerate(sorted(before)):
        cluster.of(address, "--rdb", to / f"master{number}.rdb")
    if cluster.masters() != before:
        raise RuntimeError(f"slots have moved meanwhile; {to} may lack some, so make another copy")


def restore_cluster(copy, url):
    cluster = Cluster(url)
    snapshots = sorted(copy.glob("master*.rdb"))
    if not snapshots:
        raise RuntimeError(f"{copy} holds no copy of a Cluster")
    for address in cluster.masters():
        if cluster.keys(address) != 0:
            raise RuntimeError(f"{address} is not empty; restore into a Cluster that is")
    for snapshot in snapshots:
        with serving(snapshot) as address:
            # Its keys move one by one to whoever has their slots; what no one took is left.
            cluster.cli("--cluster", "import", cluster.entry, "--cluster-from", address,
                        "--cluster-timeout", KEY_MS)
            if left := Cluster(f"cluster://{address}").keys(address):
                raise RuntimeError(f"{left} keys of {snapshot} could not be moved")


@contextlib.contextmanager
def serving(snapshot):
    """A Redis of a moment that has read `snapshot`; its address."""
    address = f"127.0.0.1:{free_port()}"
    with tempfile.TemporaryDirectory(prefix="duanwen-") as folder:
        os.symlink(snapshot.resolve(), os.path.join(folder, "dump.rdb"))
        server = Child(["redis-server", "--bind", "127.0.0.1", "--port", address.rpartition(":")[2],
                        "--dir", folder, "--save", "", "--appendonly", "no"], os.path.join(folder, "log"))
        try:
            wait_until(lambda: loaded(server, address), LOADING_S, f"a Redis that has read {snapshot}")
            yield address
        finally:
            server.stop()


def loaded(server, address):
    if not server.running():
        raise RuntimeError(f"no Redis reads it:\n{server.log_text()[-1000:]}")
    try:
        return Cluster(f"cluster://{address}").of(address, "ping") == "PONG\n"
    except RuntimeError:
        return False
