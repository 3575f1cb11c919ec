"""Many Redis servers of a test's own on loopback: a master with replicas and sentinels, or a Cluster."""
import subprocess

from demo.ports import free_port
from demo.processes import Child, wait_until

SECONDS = 120
# Silence of so many milliseconds is death; on a busy machine a second is not.
SENTINELS_WAIT, CLUSTER_WAITS = 3000, 4000
SLOTS = ((0, 5460), (5461, 10922), (10923, 16383))
# Sentinels talk more often than elsewhere. None takes a replica for an heir whose INFO is older than five
# pings, and while a master is down INFO comes once a second.
SENTINELS_TALK = "INFO-PERIOD 1000 PING-PERIOD 250 ASK-PERIOD 100 PUBLISH-PERIOD 200".split()
WAITING = """
local n = 0
for _, key in ipairs(redis.call('KEYS', '{b*}:o:*')) do n = n + redis.call('XLEN', key) end
return n
"""


def cli(port, *words):
    line = ["redis-cli", "-p", str(port), *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout


class Server:
    def __init__(self, folder, *options):
        self.folder, self.port, self.child = folder, free_port(), None
        self.options = ["--port", str(self.port), "--dir", folder, "--save", "", "--appendonly", "yes",
                        "--appendfsync", "always", "--repl-diskless-sync-delay", "0", *options]
        folder.mkdir()

    def start(self, *more):
        self.child = Child(["redis-server", *self.options, *more], self.folder / "log")
        wait_until(lambda: self.cli("ping") == "PONG\n", SECONDS, "an answer of Redis")
        return self

    def cli(self, *words):
        return cli(self.port, *words)

    def role(self):
        return self.cli("role").partition("\n")[0]

    def replicas_online(self):
        return self.cli("info", "replication").count("state=online")


class Fleet:
    """Its servers are masters from the start or made masters later."""

    servers = ()

    def masters(self):
        return [server for server in self.servers if server.child.running() and server.role() == "master"]

    def replies_waiting(self):
        return sum(int(server.cli("eval", WAITING, 0)) for server in self.masters())

    def stop(self):
        for server in self.servers:
            server.child.stop()


class SentinelSet(Fleet):
    """A master, two replicas, and three sentinels that know each other and all of them."""

    replicas_acked = 2

    def __init__(self, folder):
        self.servers = [Server(folder / "redis0").start()]
        follow = ("--replicaof", f"127.0.0.1 {self.servers[0].port}")
        self.servers += [Server(folder / f"redis{i}", *follow).start() for i in (1, 2)]
        wait_until(lambda: self.servers[0].replicas_online() == 2, SECONDS, "two replicas")
        self.sentinels = [self.sentinel(folder / f"sentinel{i}") for i in range(3)]
        for port, _ in self.sentinels:
            wait_until(lambda port=port: "slaves=2,sentinels=3" in cli(port, "info", "sentinel"), SECONDS,
                       "sentinels that know each other")
        self.url = "sentinel://" + ",".join(f"127.0.0.1:{port}" for port, _ in self.sentinels) + "/duanwen"

    def sentinel(self, folder):
        folder.mkdir()
        port, conf = free_port(), folder / "sentinel.conf"
        conf.write_text(f"port {port}\ndir {folder}\n"
                        f"sentinel monitor duanwen 127.0.0.1 {self.servers[0].port} 2\n"
                        f"sentinel down-after-milliseconds duanwen {SENTINELS_WAIT}\n"
                        "sentinel failover-timeout duanwen 5000\n", encoding="utf-8")
        child = Child(["redis-server", conf, "--sentinel"], folder / "log")
        wait_until(lambda: cli(port, "sentinel", "debug", *SENTINELS_TALK) == "OK\n", SECONDS, "a sentinel")
        return port, child

    def replace_a_master(self):
        """kill -9; back once there is another, as its replica."""
        dead = self.masters()[0]
        dead.child.kill()
        [heir] = wait_until(self.masters, SECONDS, "another master")
        dead.start("--replicaof", f"127.0.0.1 {heir.port}")

    def stop(self):
        for _, child in self.sentinels:
            child.stop()
        super().stop()


class Cluster(Fleet):
    """Three masters, each with a replica unless none is wanted."""

    replicas_acked = 1

    def __init__(self, folder, replicas=1):
        self.servers = [self.node(folder / f"redis{i}") for i in range(3 + 3 * replicas)]
        for i, server in enumerate(self.servers):
            server.cli("cluster", "set-config-epoch", i + 1)
            if i < 3:
                server.cli("cluster", "addslotsrange", *SLOTS[i])
            if i > 0:
                self.servers[0].cli("cluster", "meet", "127.0.0.1", server.port, server.bus)
        for i, server in enumerate(self.servers[3:]):
            master = self.servers[i].cli("cluster", "myid").strip()
            follows = lambda s=server, m=master: s.cli("cluster", "replicate", m) == "OK\n"
            wait_until(follows, SECONDS, "a replica")
        wait_until(self.whole, SECONDS, "a whole Cluster")
        self.url = "cluster://" + ",".join(f"127.0.0.1:{server.port}" for server in self.servers[::2])

    @staticmethod
    def node(folder):
        bus = free_port()
        server = Server(folder, "--cluster-enabled", "yes", "--cluster-port", str(bus),
                        "--cluster-node-timeout", str(CLUSTER_WAITS),
                        "--cluster-replica-validity-factor", "0")
        server.bus = bus
        return server.start()

    def whole(self):
        told = [server.cli("cluster", "info") for server in self.servers]
        return (all("cluster_state:ok" in one and f"cluster_known_nodes:{len(told)}" in one for one in told)
                and sum(server.replicas_online() for server in self.servers) == len(self.servers) - 3)

    def replace_a_master(self):
        """kill -9; back once its replica took over, as the replica of that."""
        before = self.masters()
        before[0].child.kill()
        wait_until(lambda: len(self.masters()) == len(before), SECONDS, "another master")
        before[0].start()
