"""Redis away: nothing is acknowledged that is not stored, and all goes on when it is back."""
import os
import signal

import pytest

from demo.ports import free_port
from demo.processes import wait_until
from directory import DETAILS, SHORT

TRY_AGAIN = 0x64


def test_away_at_start(town, resident):
    """Without Redis the daemon runs, says so in log and /readyz, and works once it is there."""
    town.daemon.configure(redis={"url": town.redis_url})
    town.daemon.launch()
    town.daemon.wait_ready(503)
    assert "redis" in town.daemon.log().lower()
    town.start_redis()
    town.daemon.wait_ready()
    town.import_directory()
    wait_until(lambda: DETAILS[1] in town.smsc.ask(resident, SHORT + "1").text, 30, "the imported directory")


class Away:
    """How a Redis is taken away, and brought back."""

    @staticmethod
    def stopped(town):
        town.stop_redis()
        return town.start_redis

    @staticmethod
    def frozen(town):
        os.kill(town.redis.pid, signal.SIGSTOP)
        return lambda: os.kill(town.redis.pid, signal.SIGCONT)

    @staticmethod
    def out_of_memory(town):
        town.redis_cli("CONFIG", "SET", "maxmemory", "1")
        return lambda: town.redis_cli("CONFIG", "SET", "maxmemory", "0")

    @staticmethod
    def a_replica(town):
        town.redis_cli("REPLICAOF", "127.0.0.1", str(free_port()))
        return lambda: town.redis_cli("REPLICAOF", "NO", "ONE")


@pytest.mark.parametrize("how", [Away.stopped, Away.frozen, Away.out_of_memory, Away.a_replica])
def test_away_later(town, resident, how):
    """A text that can't be stored is answered ESME_RX_T_APPN after hold_s; the carrier's next try, OK."""
    town.start_redis()
    town.start(redis={"url": town.redis_url, "hold_s": 1, "command_timeout_ms": 500})
    smsc = town.smsc
    smsc.ask(resident, SHORT)
    bring_back = how(town)
    assert smsc.text(resident, "1") == TRY_AGAIN
    bring_back()
    town.daemon.wait_ready()
    mark = smsc.mark()
    assert smsc.text(resident, "1") == 0
    assert DETAILS[1] in smsc.reply(resident, mark).text


def test_what_redis_would_lose_is_told(town):
    """A Redis without an append-only file: ready all the same, with the risk in /readyz and in the log."""
    town.start_redis(appendonly="no")
    town.start(redis={"url": town.redis_url})
    [risk] = town.daemon.http("GET", "/readyz")[1]["risks"]
    assert risk.startswith("appendonly is no and not yes")
    assert risk in town.daemon.log()
