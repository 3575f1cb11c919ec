"""Child processes that never outlive us, and waiting for a condition with a deadline."""
import ctypes
import os
import pathlib
import signal
import subprocess
import time

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1
SERVERS = ("duanwen", "fake_carrier", "redis-server", "load", "null_responder")


def wait_until(condition, seconds, what):
    """The first true value of `condition`; TimeoutError says `what` did not come, or what it tells then."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {seconds} s still not: {what() if callable(what) else what}")
        time.sleep(0.02)


def end_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Child:
    """A process of ours in a session of its own: Ctrl-C reaches us alone and we stop it in our order."""

    def __init__(self, command, log, **more):
        self.log = pathlib.Path(log)
        with open(self.log, "ab") as output:
            self.process = subprocess.Popen(
                [str(word) for word in command], stdin=more.pop("stdin", subprocess.DEVNULL), stderr=output,
                stdout=more.pop("stdout", output), start_new_session=True, preexec_fn=end_with_parent, **more)

    @property
    def pid(self):
        return self.process.pid

    def running(self):
        return self.process.poll() is None

    def log_text(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def kill(self):
        self.process.kill()
        return self.process.wait()

    def stop(self, seconds=40):
        """SIGTERM, then SIGKILL to what did not heed it; returns the exit code."""
        if self.running():
            self.process.terminate()
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return self.kill()


def processes_in(folder):
    """Pids of servers of ours that work in `folder` or name it on their command line."""
    wanted, found = str(folder), []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            name = (entry / "comm").read_text(encoding="utf-8").strip()
            where = os.readlink(entry / "cwd")
            words = (entry / "cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # No process, or one that has ended.
        if name in SERVERS and (wanted in where or wanted in words):
            found.append(int(entry.name))
    return found


def end_leftovers(folder, seconds=10):
    """Ends what still works in a folder that is ours alone; returns what had to be ended."""
    left = processes_in(folder)
    for how in (signal.SIGTERM, signal.SIGKILL):
        for pid in processes_in(folder):
            os.kill(pid, how)
        try:
            wait_until(lambda: not processes_in(folder), seconds, "an end of all processes")
            break
        except TimeoutError:
            continue
    return left
