"""A town for a test: message centre, daemon and Redis in one folder, all ended and looked for at its end."""
import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

from daemon import SANITIZER_REPORTS, Daemon
from demo.processes import Child, end_leftovers, wait_until
from directory import DETAILS, document
from smsc import Smsc


class Town:
    def __init__(self, folder):
        self.folder = folder
        self.smsc = Smsc(folder)
        self.daemon = Daemon(folder, self.smsc.port)
        self.daemon.configure()
        self.redis = None
        self.others = []

    def import_directory(self, what=None, *words):
        path = self.folder / "directory.json"
        path.write_text(json.dumps(what or document(), ensure_ascii=False), encoding="utf-8")
        return self.daemon.must("import", path, *words)

    def start(self, directory=None, **sections):
        """Configures, imports the directory, makes a token and starts; ready when it returns."""
        self.daemon.configure(**sections)
        self.import_directory(directory)
        words = self.daemon.must("token", "create", "--role", "admin", "--name", "test").split()
        self.daemon.token = words[-1]
        self.daemon.start()
        return self

    def start_another(self, **sections):
        """A further process with a data_dir of its own, on the same carrier."""
        folder = self.folder / f"daemon{len(self.others) + 2}"
        folder.mkdir()
        daemon = Daemon(folder, self.smsc.port)
        daemon.configure(**sections)
        self.others.append(daemon)
        daemon.start()
        return daemon

    @property
    def redis_url(self):
        return f"unix://{self.folder}/own.sock"

    def start_redis(self, appendonly="yes"):
        """A Redis that is not the daemon's, on a Unix socket; it keeps its data from start to start."""
        (self.folder / "own").mkdir(exist_ok=True)
        self.redis = Child(
            ["redis-server", "--port", "0", "--unixsocket", self.folder / "own.sock", "--save", "",
             "--dir", self.folder / "own", "--appendonly", appendonly, "--appendfsync", "always"],
            self.folder / "redis.log")
        wait_until(self.redis_answers, 20, "a Redis")

    def redis_answers(self):
        return self.redis_cli("ping") == "PONG\n"

    def redis_cli(self, *words):
        line = ["redis-cli", "-s", self.folder / "own.sock", *words]
        return subprocess.run(line, capture_output=True, text=True, check=False).stdout

    def stop_redis(self):
        self.redis.stop()

    def end(self):
        """Ends everything; returns pids of what the daemon left behind."""
        for daemon in (self.daemon, *self.others):
            if daemon.child:
                daemon.child.stop()
        if self.redis:
            self.redis.stop()
        self.smsc.stop()
        return end_leftovers(self.folder)


def check_log(log):
    """Whatever a test did: no report of a sanitizer, no whole number of a resident, no text of a message."""
    assert not any(report in log for report in SANITIZER_REPORTS), log
    assert not re.search(r"1[39]80000\d{4}", log), log
    assert not any(details in log for details in DETAILS.values()), log


@contextlib.contextmanager
def a_town():
    # Not pytest's folder: the path of a Unix socket may have 107 octets only.
    folder = pathlib.Path(tempfile.mkdtemp(prefix="duanwen-"))
    town = Town(folder)
    try:
        yield town
        for daemon in (town.daemon, *town.others):
            if daemon.child and daemon.child.running():
                assert daemon.stop() == 0, daemon.log()
            check_log(daemon.log())
    finally:
        left = town.end()
        shutil.rmtree(folder, ignore_errors=True)
    assert not left, "processes outlived the daemon"
