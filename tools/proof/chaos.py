"""Rounds of faults against the real daemon and a real Redis, while a carrier texts and keeps count."""
import contextlib
import os
import random
import signal
import time

from demo.processes import wait_until
from proof.stand import DIRECTORY, KEYWORD, Carrier, Daemon, Redis

WINDOW = 10
UNRECORDED_MAX = 20  # so few that a paused Redis is felt, and enough for what the load needs
SETTLED = 10  # inquiries answered after a fault, before the next one


class Chaos:
    def __init__(self, folder, bin_folder, seed, rate):
        self.chance = random.Random(seed)
        self.redis = Redis(folder, "always")
        self.redis.start()
        self.carrier = Carrier(folder, bin_folder, "once", "control", rate=rate, window=1000,
                               peer_window=WINDOW, keyword=KEYWORD, mix=[0.9, 0, 0.1], patience=120)
        self.daemon = Daemon(folder, bin_folder, self.redis, self.carrier.port,
                             carrier={"window": WINDOW, "response_timeout_s": 2},
                             outbox={"lease_s": 4, "unrecorded_max": UNRECORDED_MAX},
                             redis={"command_timeout_ms": 500})
        self.daemon.command("import", DIRECTORY)
        self.daemon.start()
        self.carrier.event("bound")
        self.in_flight = 0  # of the latest kill, or of none since the round began
        self.faults = [self.kill_daemon, self.kill_redis, self.pause_redis, self.cut_links, self.kill_both,
                       self.kill_daemon_while_redis_is_paused, self.pause_carrier, self.stop_daemon]

    def round(self, number):
        """One fault in the middle of the load, and its end; returns what it was and what it did."""
        fault = self.faults[number % len(self.faults)]
        self.pass_time(0.05, 0.3)
        self.in_flight, before = 0, self.count()
        fault()
        answered = self.count()["answered"]
        wait_until(lambda: self.count()["answered"] >= answered + SETTLED, 60,
                   f"answers after {fault.__name__}:\n{self.daemon.child.log_text()[-2000:]}")
        after = self.count()
        return {"fault": fault.__name__.replace("_", " "), "in_flight": self.in_flight,
                "doubled": after["doubled_by_kills"] - before["doubled_by_kills"],
                "acknowledged": after["acknowledged"], "answered": after["answered"],
                "doubled_without_fault": after["doubled_without_fault"]}

    def end(self):
        # An inquiry that was told to try again may be answered twice, the second time after all were.
        self.carrier.say("rest")
        with contextlib.suppress(TimeoutError):  # what is left then is told
            wait_until(lambda: self.count()["open"] == 0 and not self.redis.residents_waiting(), 120,
                       "the end of all")
        self.carrier.say("drain")
        report = self.carrier.event("report")
        report["left_in_outbox"] = len(self.redis.residents_waiting())
        report["exit_code"] = self.daemon.child.stop()
        self.redis.child.stop()
        return report

    def count(self):
        self.carrier.say("count")
        return self.carrier.event("count")

    def pass_time(self, least, most):
        """So long that a fault meets whatever is under way: there is nothing to wait for."""
        time.sleep(self.chance.uniform(least, most))

    def it_is_about_to_die(self):
        self.carrier.say("dying")
        self.carrier.event("dying")

    def kill_daemon(self):
        self.it_is_about_to_die()
        self.daemon.child.kill()
        self.start_daemon_again()

    def start_daemon_again(self):
        # What was on its way when it died has arrived by then.
        wait_until(lambda: self.count()["links"] == 0, 20, "the fall of the links")
        waiting = self.redis.residents_waiting()
        self.carrier.say("unfinished", *waiting)
        self.in_flight = self.carrier.event("unfinished")["in_flight"]
        self.daemon.start()
        # Whatever comes twice by this kill has come by then. What is new goes before it, so it may take long.
        wait_until(lambda: not waiting & self.redis.residents_waiting(), 600, "the end of what waited")

    def kill_redis(self):
        self.redis.child.kill()
        self.pass_time(0, 0.5)
        self.redis.start()

    @contextlib.contextmanager
    def paused(self, child):
        os.kill(child.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(child.pid, signal.SIGCONT)

    def pause_redis(self):
        with self.paused(self.redis.child):
            self.pass_time(0.1, 1.5)

    def pause_carrier(self):
        with self.paused(self.carrier.child):
            self.pass_time(0.1, 3)

    def cut_links(self):
        self.carrier.say("cut")

    def kill_both(self):
        self.it_is_about_to_die()
        self.daemon.child.kill()
        self.redis.child.kill()
        self.redis.start()
        self.start_daemon_again()

    def kill_daemon_while_redis_is_paused(self):
        with self.paused(self.redis.child):
            self.pass_time(0.05, 0.5)
            self.it_is_about_to_die()
            self.daemon.child.kill()
        self.start_daemon_again()

    def stop_daemon(self):
        self.it_is_about_to_die()
        code = self.daemon.child.stop()
        if code != 0:
            raise RuntimeError(f"SIGTERM ended with {code}:\n{self.daemon.child.log_text()[-2000:]}")
        self.start_daemon_again()
