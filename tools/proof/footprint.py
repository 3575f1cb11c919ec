"""A daemon of very many links, and what its process holds."""
import asyncio
import pathlib
import resource
import time

from proof.stand import DIRECTORY, Daemon, Redis

PATIENCE = 60
LOGIN = {"system_id": "duanwen", "password": "secret"}


class Footprint:
    """What a process holds at this moment."""

    def __init__(self, pid):
        status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        self.kib = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        self.files = len(list(pathlib.Path(f"/proc/{pid}/fd").iterdir()))


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
