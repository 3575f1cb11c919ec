"""Backup: from a copy another machine serves the same directory and conversations, and sends what waited."""
import json
import pathlib
import subprocess

from demo.processes import wait_until
from directory import DETAILS, SHORT
from redis_fleet import Cluster
from town import a_town

BACKUP = pathlib.Path(__file__).resolve().parents[2] / "tools" / "backup"
THROTTLED = 0x58


def talk_and_leave_a_reply(smsc, talker, waiter):
    """One resident in the middle of a conversation, one whose answer the carrier would not take yet."""
    smsc.ask(talker, SHORT)
    smsc.do("answer", status=THROTTLED, count=1000000)
    assert smsc.text(waiter, SHORT + "1") == 0
    smsc.wait("submit", to=waiter)


def exported(daemon):
    return json.loads(daemon.must("export"))


def serves_the_same(town, before, token, talker, waiter):
    town.daemon.token = token
    town.daemon.start()
    assert exported(town.daemon) == before
    assert town.daemon.http("GET", "/api/v1/departments")[0] == 200, "its tokens are valid"
    town.smsc.wait_for_text(waiter, DETAILS[1])
    assert DETAILS[2] in town.smsc.ask(talker, "2").text


def test_a_copy_of_a_running_data_dir(town, resident):
    """tools/backup beside the daemon; the copy as data_dir of another."""
    talker, waiter = resident, "139" + resident[3:]
    town.start()
    talk_and_leave_a_reply(town.smsc, talker, waiter)
    copy = town.folder / "copy"
    subprocess.run([BACKUP, town.folder / "data", copy], check=True)
    again = subprocess.run([BACKUP, town.folder / "data", copy], capture_output=True, text=True, check=False)
    assert again.returncode == 1 and "is there already" in again.stderr
    before, token = exported(town.daemon), town.daemon.token
    with a_town() as other:
        copy.rename(other.folder / "data")
        other.daemon.configure()
        serves_the_same(other, before, token, talker, waiter)


def test_a_snapshot_of_a_redis_of_its_own(town, resident):
    """redis-cli --rdb from the old Redis; a new one reads it, and only then keeps an append-only file."""
    talker, waiter = resident, "139" + resident[3:]
    town.start_redis()
    town.start(redis={"url": town.redis_url})
    talk_and_leave_a_reply(town.smsc, talker, waiter)
    snapshot = town.folder / "dump.rdb"
    subprocess.run(["redis-cli", "-s", town.folder / "own.sock", "--rdb", snapshot], check=True,
                   stdout=subprocess.DEVNULL)
    before, token = exported(town.daemon), town.daemon.token
    with a_town() as other:
        (other.folder / "own").mkdir()
        snapshot.rename(other.folder / "own" / "dump.rdb")
        other.start_redis(appendonly="no")
        other.redis_cli("CONFIG", "SET", "appendonly", "yes")
        written = lambda: "aof_rewrite_in_progress:0" in other.redis_cli("INFO", "persistence")
        wait_until(written, 30, "its file")
        other.stop_redis()
        other.start_redis()
        # It has another data_dir, so the replies are those of a dead process to it.
        other.daemon.configure(redis={"url": other.redis_url}, outbox={"lease_s": 2})
        serves_the_same(other, before, token, talker, waiter)


def test_a_copy_of_a_cluster(town, resident):
    """tools/backup beside the daemon, a snapshot of each master; back into an empty Cluster, and no other."""
    talker, waiter = resident, "139" + resident[3:]
    store = Cluster(town.folder, replicas=0)
    town.start(redis={"url": store.url})
    talk_and_leave_a_reply(town.smsc, talker, waiter)
    copy = town.folder / "copy"
    subprocess.run([BACKUP, store.url, copy], check=True)
    assert len(list(copy.glob("*.rdb"))) == 3
    back = subprocess.run([BACKUP, "--restore", copy, store.url], capture_output=True, text=True, check=False)
    assert back.returncode == 1 and "is not empty" in back.stderr
    before, token = exported(town.daemon), town.daemon.token
    with a_town() as other:
        empty = Cluster(other.folder, replicas=0)
        subprocess.run([BACKUP, "--restore", copy, empty.url], check=True)
        other.daemon.configure(redis={"url": empty.url}, outbox={"lease_s": 2})
        serves_the_same(other, before, token, talker, waiter)
        assert other.daemon.stop() == 0
        empty.stop()
    assert town.daemon.stop() == 0
    store.stop()
