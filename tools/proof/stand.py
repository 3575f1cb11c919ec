"""A daemon on a Redis of its own in one folder, and the load carrier that it dials."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.request

from demo.ports import free_port
from demo.processes import Child, end_leftovers, wait_until
from demo.toml import to_toml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE, KEYWORD = "10690001", "龙泉国土"
DIRECTORY = ROOT / "config" / "directory" / "longquan.json"
ENTRIES = """
local all = {}
for _, key in ipairs(redis.call('KEYS', '{b*}:o:*')) do
  for _, entry in ipairs(redis.call('XRANGE', key, '-', '+')) do all[#all + 1] = entry[2][2] end
end
return table.concat(all, ' ')
"""


def programs(default="release"):
    return pathlib.Path(os.environ.get("DUANWEN_BIN", ROOT / "build" / default / "bin"))


class Redis:
    def __init__(self, folder, appendfsync):
        self.folder, self.appendfsync, self.child = folder / "redis", appendfsync, None
        self.folder.mkdir()

    @property
    def socket(self):
        return self.folder / "sock"

    @property
    def url(self):
        return f"unix://{self.socket}"

    def start(self):
        words = ["--port", "0", "--unixsocket", self.socket, "--dir", self.folder, "--save", "",
                 "--appendonly", "yes", "--appendfsync", self.appendfsync, "--maxmemory-policy", "noeviction"]
        self.child = Child(["redis-server", *words], self.folder / "log")
        wait_until(lambda: self.cli("ping") == "PONG", 20, "an answer of Redis")

    def cli(self, *words):
        line = ["redis-cli", "-s", self.socket, *map(str, words)]
        done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8",
                              errors="surrogateescape", check=False)
        return done.stdout.strip()

    def residents_waiting(self):
        """Whose replies the store does not know as finished."""
        return set(re.findall(r"138\d{8}", self.cli("eval", ENTRIES, "0")))


class Daemon:
    """`settings` are merged into sections; a carrier given is merged into the one there is."""

    def __init__(self, folder, bin_folder, redis, carrier_port, /, **settings):
        self.folder, self.bin, self.child = folder, bin_folder, None
        self.config, self.port = folder / "duanwen.toml", free_port()
        self.settings = {
            "gateway": {"data_dir": str(folder / "data")},
            "redis": {"url": redis.url},
            "dial": {"backoff_min_ms": 20, "backoff_max_s": 1},
            "admin": {"listen": f"127.0.0.1:{self.port}", "metrics_open": True, "metrics_refresh_s": 1},
            "conversation": {"resident_per_minute": 0, "repeats_within_s": 0, "segments_per_hour": 0},
            "service": [{"number": SERVICE}],
            "carrier": [{"name": "load", "host": "127.0.0.1", "port": carrier_port, "system_id": "duanwen",
                         "password": "secret"}],
        }
        self.configure(**settings)

    def configure(self, **settings):
        for name, values in settings.items():
            section = self.settings.setdefault(name, {})
            (section[0] if isinstance(section, list) else section).update(values)
        self.config.write_text(to_toml(self.settings), encoding="utf-8")

    def command(self, *words):
        line = [self.bin / "duanwen", *words, "--config", self.config]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{words[0]} failed:\n{done.stderr}")
        return done.stdout

    def start(self):
        self.child = Child([self.bin / "duanwen", "serve", "--config", self.config], self.folder / "log")

    def must_run(self):
        if not self.child.running():
            code = self.child.process.returncode
            raise RuntimeError(f"the daemon ended with {code}:\n{self.child.log_text()}")

    def metric(self, name):
        """The sum over all labels; none: it is not told."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=10) as answer:
            told = [line.rsplit(" ", 1)[1] for line in answer.read().decode().splitlines()
                    if line.startswith((name + " ", name + "{"))]
        return sum(map(float, told)) if told else None


class Carrier:
    """tools/load's own program; `options` are its options without their dashes."""

    def __init__(self, folder, bin_folder, *flags, **options):
        words = [f"--{flag}" for flag in flags]
        for name, value in options.items():
            words += [f"--{name.replace('_', '-')}", *(value if isinstance(value, list) else [value])]
        self.child = Child([bin_folder / "load", *words], folder / "carrier.log", stdout=subprocess.PIPE,
                           stdin=subprocess.PIPE)
        self.port = self.event("listening")["port"]

    def event(self, name):
        """The next line that tells `name`; the ones before it are passed over."""
        for line in self.child.process.stdout:
            said = json.loads(line)
            if said["event"] == name:
                return said
        raise RuntimeError(f"the carrier ended before it told {name}:\n{self.child.log_text()}")

    def say(self, *words):
        self.child.process.stdin.write((" ".join(words) + "\n").encode())
        self.child.process.stdin.flush()


@contextlib.contextmanager
def a_folder():
    """Ended and removed with all that works in it; its path is short, as that of a Unix socket has to be."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="duanwen-"))
    try:
        yield folder
    finally:
        end_leftovers(folder)
        shutil.rmtree(folder, ignore_errors=True)
