"""duanwen status: beside a running daemon, and where there is none."""
import json
import os
import pty
import select
import stat
import subprocess
import time

from daemon import PROGRAMS
from demo.processes import wait_until
from directory import SHORT
from smsc import SECONDS

ENTER, LEAVE = b"\x1b[2J", b"\x1b[?25h"


def told(town):
    return json.loads(town.daemon.must("status", "--json"))


def test_links_windows_rates_waiting_and_errors(town, resident):
    """Piped it is a table, told once; --json holds what GET /api/v1/carriers does."""
    town.start()
    town.smsc.ask(resident, SHORT)
    said = town.daemon.must("status").splitlines()
    assert said[0].startswith("duanwen ") and ": ready, up " in said[0]
    assert said[1] == "store: it answers"
    assert said[2].startswith("waiting: ")
    for heading in ("window", "in/s", "out/s", "waiting", "last error"):
        assert heading in said[4]
    [link] = said[5:]
    assert link.split()[:4] == ["net", "net/0", "bound_trx", "0/10"]
    status = told(town)
    assert status["ready"] and status["pid"] == town.daemon.child.process.pid
    assert status["carriers"] == town.daemon.http("GET", "/api/v1/carriers")[1]["carriers"]
    assert status["carriers"][0]["inquiries"] == 1
    assert resident not in json.dumps(status)


def test_a_carrier_that_is_away_and_a_store_that_is_away(town):
    """What is wrong stands there while it is wrong."""
    town.start_redis()
    town.start(redis={"url": town.redis_url})
    town.smsc.do("leave")
    town.daemon.wait_ready(503)
    said = town.daemon.must("status")
    assert "not ready: no carrier is bound" in said and " down " in said
    assert "Connection refused" in said or "End of file" in said
    town.stop_redis()
    wait_until(lambda: told(town)["store"]["trouble"], 30, "a store that is away")
    assert told(town)["not_ready"].startswith("the store is away")
    town.start_redis()
    wait_until(lambda: not told(town)["store"]["trouble"], 30, "the store")


def test_without_a_daemon(town):
    """Before it ran, after it was stopped and after it was killed: exit code 1, and why in words."""
    def refused():
        done = town.daemon.command("status")
        assert done.returncode == 1 and done.stdout == ""
        return f"no daemon runs on gateway.data_dir {town.folder / 'data'}" in done.stderr
    assert refused()
    town.start()
    town.daemon.must("status")
    assert town.daemon.stop() == 0
    assert refused()
    town.daemon.start()
    town.daemon.child.process.kill()
    town.daemon.child.process.wait()
    assert refused()
    town.daemon.start()
    town.daemon.must("status")


def test_only_the_owner_may_ask(town):
    town.start()
    mode = os.stat(town.folder / "data" / "status.sock").st_mode
    assert stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o600


def test_a_second_daemon_does_not_take_the_socket(town):
    """One that is refused on the same data_dir leaves the first one's status where it is."""
    town.start()
    pid = town.daemon.child.process.pid
    second = town.folder / "second.toml"
    text = town.daemon.config.read_text()
    second.write_text(text.replace(f"127.0.0.1:{town.daemon.admin_port}", "127.0.0.1:0"), encoding="utf-8")
    done = subprocess.run([PROGRAMS / "duanwen", "serve", "--config", second], capture_output=True,
                          text=True, check=False, timeout=60)
    assert done.returncode == 1 and "data_dir" in done.stderr
    assert told(town)["pid"] == pid


class Screen:
    """The command in a terminal of its own."""

    def __init__(self, daemon):
        here, there = pty.openpty()
        self.terminal = here
        line = [PROGRAMS / "duanwen", "status", "--config", daemon.config]
        self.process = subprocess.Popen(line, stdin=there, stdout=there, stderr=there,
                                        env={**os.environ, "TERM": "xterm"}, start_new_session=True)
        os.close(there)
        self.seen = b""

    def until(self, what):
        deadline = time.monotonic() + SECONDS
        while what not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"no {what} on the screen: {self.seen}"
            self.seen += os.read(self.terminal, 65536)
        self.seen = self.seen.split(what, 1)[1]

    def type(self, keys):
        os.write(self.terminal, keys)


def test_in_a_terminal_it_goes_on_until_q(town, resident):
    """It shows what changed without being asked anew, also that the daemon is gone; q ends it with 0."""
    town.start()
    screen = Screen(town.daemon)
    screen.until(ENTER)
    screen.until(b"bound_trx")
    town.smsc.do("silence")
    town.smsc.deliver(resident, (SHORT + "1").encode("utf-16-be"))
    screen.until(b"1/10")
    town.smsc.do("speak")
    screen.until(b"0/10")
    assert town.daemon.stop() == 0
    screen.until(b"no daemon runs on")
    screen.type(b"q")
    screen.until(LEAVE)
    assert screen.process.wait(SECONDS) == 0


def test_in_a_terminal_a_signal_ends_it_clean(town):
    """The terminal is as it was before: its cursor and its echo are back."""
    town.start()
    screen = Screen(town.daemon)
    screen.until(b"bound_trx")
    screen.process.terminate()
    screen.until(LEAVE)
    assert screen.process.wait(SECONDS) == 0
