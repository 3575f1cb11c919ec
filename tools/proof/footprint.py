"""A daemon of very many links, and what its process holds."""
import asyncio
import os
import pathlib
import resource
import time

from proof.stand import DIRECTORY, Daemon, Redis

PATIENCE = 60
LOGIN = {"system_id": "duanwen", "password": "secret"}


class Footprint:
    """What a process holds at this moment, held at most, and has used of the processor."""

    def __init__(self, pid):
        of = pathlib.Path(f"/proc/{pid}")
        lines = (of / "status").read_text(encoding="utf-8").splitlines()
        told = dict(line.split(":", 1) for line in lines)
        self.kib, self.kib_max = (int(told[name].split()[0]) for name in ("VmRSS", "VmHWM"))
        self.files = len(list((of / "fd").iterdir()))
        ticks = (of / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        self.cpu_s = (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime


def more_files(count):
    """So many sockets at once, here and in what is started from here."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 2 * count + 1000), hard))


def start_daemon(folder, bin_folder, carriers, **settings):
    redis = Redis(folder, "everysec")
    redis.start()
    daemon = Daemon(folder, bin_folder, redis, 0, log={"level": "warning"}, **settings)
    daemon.settings["carrier"] = carriers
    daemon.configure()
    daemon.command("import", DIRECTORY)
    daemon.start()
    return daemon


async def until(condition, what, seconds=PATIENCE):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {seconds} s still not: {what}")
        await asyncio.sleep(0.05)
