"""Several daemons on a store that many servers keep, each on a link of its own, while a master is killed."""
import pytest

from daemon import PROGRAMS, SANITIZER_REPORTS
from demo.processes import wait_until
from proof.stand import DIRECTORY, KEYWORD, Carrier, Daemon, a_folder
from redis_fleet import Cluster, SentinelSet

DAEMONS, WINDOW = 3, 10
RATE = 100  # inquiries a second
ANSWERED = 100  # before the fault, and after it


class Town:
    def __init__(self, folder, store):
        self.store = store
        self.carrier = Carrier(folder, PROGRAMS, "once", "control", rate=RATE, window=10000, keyword=KEYWORD,
                               mix=[0.9, 0, 0.1], patience=120)
        self.daemons = [self.daemon(folder / f"daemon{number}", store) for number in range(DAEMONS)]
        self.daemons[0].command("import", DIRECTORY)
        for daemon in self.daemons:
            daemon.start()
        wait_until(lambda: self.count()["links"] == DAEMONS, 60,
                   lambda: f"a link of each daemon; {self.count()}; logs:\n{self.logs()}")

    def daemon(self, folder, store):
        folder.mkdir()
        return Daemon(folder, PROGRAMS, store, self.carrier.port, log={"level": "warning"},
                      carrier={"window": WINDOW},
                      redis={"replicas_acked": store.replicas_acked, "command_timeout_ms": 1000})

    def logs(self):
        return "\n".join(daemon.child.log_text() for daemon in self.daemons)

    def count(self):
        for daemon in self.daemons:
            daemon.must_run()
        self.carrier.say("count")
        return self.carrier.event("count")

    def answer_more(self):
        wanted = self.count()["answered"] + ANSWERED
        wait_until(lambda: self.count()["answered"] >= wanted, 120, f"{ANSWERED} more answers")

    def end(self):
        # An inquiry that was told to try again may be answered twice, the second time after all were.
        self.carrier.say("rest")
        wait_until(lambda: self.count()["open"] == 0, 120, "the end of all inquiries")
        wait_until(lambda: self.store.replies_waiting() == 0, 120, "an empty outbox")
        self.carrier.say("drain")
        report = self.carrier.event("report")
        for daemon in self.daemons:
            assert daemon.child.stop() == 0, daemon.child.log_text()
            log = daemon.child.log_text()
            assert not any(what in log for what in SANITIZER_REPORTS), log
        return report


@pytest.mark.parametrize("kind", [SentinelSet, Cluster])
def test_nothing_acknowledged_is_lost_with_a_master(kind):
    """kill -9 under load: whichever daemon took an inquiry, it is answered, and outboxes drain."""
    with a_folder() as folder:
        store = kind(folder)
        town = Town(folder, store)
        town.answer_more()
        store.replace_a_master()
        town.answer_more()
        report = town.end()
        store.stop()
    assert report["lost"] == 0 and report["unanswered"] == 0, report
    assert report["doubled"] <= DAEMONS * WINDOW, report
    assert report["links_lost"] == 0, report
    assert report["answered"] >= 2 * ANSWERED, report
