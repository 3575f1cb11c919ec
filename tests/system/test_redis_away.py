"""Redis away: nothing is acknowledged that is not stored, and all goes on when it is back."""
import os
import signal

import pytest

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


@pytest.mark.parametrize("how", ["stopped", "frozen"])
def test_away_later(town, resident, how):
    """A text that can't be stored is answered ESME_RX_T_APPN after hold_s; the carrier's next try, OK."""
    town.start_redis()
    town.start(redis={"url": town.redis_url, "hold_s": 1, "command_timeout_ms": 500})
    smsc = town.smsc
    smsc.ask(resident, SHORT)
    if how == "stopped":
        town.stop_redis()
    else:
        os.kill(town.redis.pid, signal.SIGSTOP)
    assert smsc.text(resident, "1") == TRY_AGAIN
    if how == "stopped":
        town.start_redis()
    else:
        os.kill(town.redis.pid, signal.SIGCONT)
    town.daemon.wait_ready()
    mark = smsc.mark()
    assert smsc.text(resident, "1") == 0
    assert DETAILS[1] in smsc.reply(resident, mark).text
