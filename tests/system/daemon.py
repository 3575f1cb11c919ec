"""The daemon of the tests: its folder, its configuration, its process, its commands and its HTTP API."""
import json
import os
import pathlib
import subprocess
import urllib.error
import urllib.request

from demo.ports import free_port
from demo.processes import Child, processes_in, wait_until
from demo.toml import to_toml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = pathlib.Path(os.environ.get("DUANWEN_BIN", ROOT / "build" / "debug" / "bin"))
SANITIZER_REPORTS = ("ERROR: AddressSanitizer", "ERROR: LeakSanitizer", "runtime error:")


class Daemon:
    def __init__(self, folder, carrier_port):
        self.folder = folder
        self.config = folder / "duanwen.toml"
        self.admin_port = free_port()
        self.token = None
        self.child = None
        self.exit_codes = []
        self.settings = {
            "gateway": {"data_dir": str(folder / "data")},
            "redis": {"url": "embedded"},
            "dial": {"backoff_min_ms": 50, "backoff_max_s": 1},
            "admin": {"listen": f"127.0.0.1:{self.admin_port}"},
            "conversation": {"resident_per_minute": 0, "repeats_within_s": 0},
            "service": [{"number": "10690001"}],
            "carrier": [{"name": "net", "host": "127.0.0.1", "port": carrier_port, "system_id": "duanwen",
                         "password": "secret"}],
        }

    def configure(self, **sections):
        """Merges into sections; a carrier or service given into the first, and a list takes their place."""
        for name, values in sections.items():
            if isinstance(values, list):
                self.settings[name] = values
                continue
            section = self.settings.setdefault(name, {})
            (section[0] if isinstance(section, list) else section).update(values)
        (self.folder / "data").mkdir(exist_ok=True)
        list_ports(self.settings["carrier"])
        self.config.write_text(to_toml(self.settings), encoding="utf-8")

    def command(self, *words, stdin=None):
        line = [PROGRAMS / "duanwen", *words, "--config", self.config]
        done = subprocess.run(line, input=stdin, capture_output=True, text=True, check=False, timeout=60)
        assert not any(report in done.stderr for report in SANITIZER_REPORTS), done.stderr
        return done

    def must(self, *words):
        done = self.command(*words)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def launch(self):
        line = [PROGRAMS / "duanwen", "serve", "--config", self.config]
        self.child = Child(line, self.folder / "daemon.log")

    def start(self):
        self.launch()
        self.wait_ready()

    def start_unbound(self):
        """Started, and waiting for a carrier to dial it."""
        self.launch()
        self.wait_ready(503)
        wait_until(lambda: "waiting for carriers" in self.log(), 60, "a listener")

    def wait_ready(self, status=200, seconds=60):
        wait_until(lambda: self.readyz() == status, seconds, lambda: f"/readyz {status}; log:\n{self.log()}")

    def readyz(self):
        assert self.child.running(), f"the daemon ended with {self.child.process.returncode}:\n{self.log()}"
        try:
            return self.http("GET", "/readyz")[0]
        except OSError:
            return None

    def stop(self):
        """SIGTERM; returns the exit code."""
        code = self.child.stop()
        self.exit_codes.append(code)
        return code

    def log(self):
        return self.child.log_text() if self.child else ""

    def redis_pids(self):
        return [pid for pid in processes_in(self.folder) if comm(pid) == "redis-server"]

    def http(self, method, path, body=None, headers=None):
        """(status, parsed body)."""
        data = None if body is None else json.dumps(body).encode()
        fields = {"Content-Type": "application/json", **(headers or {})}
        url = f"http://127.0.0.1:{self.admin_port}{path}"
        request = urllib.request.Request(url, data, method=method, headers=fields)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, parsed(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, parsed(error.read())


def list_ports(carriers):
    """For tools/wireshark: where SMPP goes in the clear, and on which side the daemon is."""
    path = os.environ.get("DUANWEN_SMPP_PORTS")
    if not path:
        return
    with open(path, "a", encoding="ascii") as ports:
        for carrier in carriers:
            if carrier.get("tls"):
                continue
            listens = carrier.get("mode") == "listen"
            place = f"from {carrier['listen'].rsplit(':')[-1]}" if listens else f"to {carrier['port']}"
            ports.write(place + "\n")


def parsed(octets):
    try:
        return json.loads(octets)
    except ValueError:
        return octets.decode("utf-8", "replace")


def comm(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
