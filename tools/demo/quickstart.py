"""Starts the daemon on its embedded Redis with the sample directory and a simulated carrier, then a phone.
tools/quickstart has installed and built before."""
import argparse
import contextlib
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
# pylint: disable=wrong-import-position
from demo.dialogue import add_phone_options, prompt, say_all
from demo.phone import Phone
from demo.preview import Preview
from demo.ports import free_port
from demo.processes import Child, end_leftovers, wait_until

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIG = """# Written by tools/quickstart.
[gateway]
data_dir = "{data}"

[redis]
url = "embedded"

[admin]
listen = "127.0.0.1:{admin_port}"

[[service]]
number = "{service}"

[[carrier]]
name = "simulated"
host = "127.0.0.1"
port = {carrier_port}
system_id = "duanwen"
password = "secret"
segment_price_li = {price}
"""


class Failed(Exception):
    """Said to the user in one line, with the end of a log where there is one."""


class Town:
    """Carrier, daemon and Redis in one folder; leaving the `with` stops them all."""

    def __init__(self, data, programs, options):
        self.data, self.programs, self.options = data, programs, options
        self.config, self.control = data / "duanwen.toml", data / "carrier.sock"
        self.admin = None
        self.children = []

    def start(self):
        carrier = self.launch("fake_carrier", "--control", self.control, "--system-id", "duanwen",
                              "--password", "secret")
        port = wait_until(lambda: self.port_of(carrier), 20, "a listening fake_carrier")
        admin_port = free_port()
        self.admin = f"http://127.0.0.1:{admin_port}"
        self.config.write_text(CONFIG.format(
            data=self.data, admin_port=admin_port, carrier_port=port, service=self.options.to,
            price=self.options.price), encoding="utf-8")
        print("reading the sample directory", flush=True)
        self.command("import", ROOT / "config" / "directory" / "longquan.json")
        with contextlib.suppress(Failed):
            self.command("token", "revoke", "quickstart")  # Of a run before on the same --data.
        token = self.command("token", "create", "--role", "admin", "--name", "quickstart").split()[-1]
        daemon = self.launch("duanwen", "serve", "--config", self.config)
        wait_until(lambda: self.ready(daemon), 60, "a daemon that is ready")
        return token

    def launch(self, name, *words):
        log = self.data / f"{name}.log"
        log.unlink(missing_ok=True)  # Of a run before on the same --data: its first line names an old port.
        child = Child([self.programs / name, *words], log)
        self.children.insert(0, child)
        return child

    def must_run(self, child):
        if not child.running():
            end = "\n".join(child.log_text().splitlines()[-20:])
            raise Failed(f"{child.process.args[0]} ended with code {child.process.returncode}:\n{end}")

    def port_of(self, carrier):
        self.must_run(carrier)
        first = carrier.log_text().partition("\n")
        return json.loads(first[0])["port"] if first[1] else None

    def ready(self, daemon):
        self.must_run(daemon)
        try:
            with urllib.request.urlopen(self.admin + "/readyz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def command(self, *words):
        line = [self.programs / "duanwen", *words, "--config", self.config]
        done = subprocess.run(line, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Failed(f"duanwen {words[0]} failed: {done.stderr or done.stdout}")
        return done.stdout

    def stop(self):
        for child in self.children:
            child.stop()
        left = end_leftovers(self.data)
        if left:
            print(f"{len(left)} process(es) had to be ended by force", file=sys.stderr)


@contextlib.contextmanager
def data_folder(wanted):
    if wanted:
        wanted.mkdir(parents=True, exist_ok=True)
        yield wanted.resolve()
        return
    folder = pathlib.Path(tempfile.mkdtemp(prefix="duanwen-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(options):
    with data_folder(options.data) as data:
        town = Town(data, options.programs, options)
        try:
            token = town.start()
            print(f"\nconsole      {town.admin}/\ntoken        {token}\nother phone  tools/phone"
                  f" --control {town.control} --from 13800000002\nlogs         {data}", flush=True)
            with Phone(town.control, options.sender, options.to) as phone:
                preview = Preview(town.admin, token)
                if options.say:
                    return 0 if say_all(phone, preview, options) else 1
                prompt(phone, preview, options)
                return 0
        except (Failed, TimeoutError, ConnectionError) as why:
            print(f"quickstart: {why}", file=sys.stderr)
            return 1
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            print("\nstopping", flush=True)
            town.stop()


def main():
    parser = argparse.ArgumentParser(prog="tools/quickstart", description=__doc__)
    add = parser.add_argument
    add("--data", type=pathlib.Path, help="keep the data here; default: a folder that is removed")
    add("--programs", type=pathlib.Path, default=ROOT / "build" / "release" / "bin",
        help="where duanwen and fake_carrier are")
    add_phone_options(parser)
    options = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        return run(options)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
