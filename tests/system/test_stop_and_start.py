"""Starting, stopping, and what the daemon says when it can't start."""
import signal
import socket

from certificate import make_certificate
from demo.ports import free_port
from demo.processes import wait_until
from directory import DETAILS, SHORT
from rude import RudeSmsc


def test_sigterm_unbinds_and_ends_clean(town):
    """SIGTERM: unbind to the carrier, exit code 0, no Redis left."""
    town.start()
    mark = town.smsc.mark()
    assert town.daemon.stop() == 0
    assert town.smsc.wait("closed", mark)["why"] == "unbound"
    assert town.daemon.redis_pids() == []


def test_sigterm_where_unbind_is_never_answered(town):
    """A centre that is mute by now holds the stop up for unbind_timeout_s, not for all of stop_timeout_s."""
    town.daemon.configure(gateway={"stop_timeout_s": 15}, smpp={"unbind_timeout_s": 1})
    town.start()
    town.smsc.do("silence")
    town.smsc.wait("silence")
    assert town.daemon.stop() == 0
    town.smsc.wait("unbind")
    assert "no answer to unbind in time" in town.daemon.log()


def test_sigterm_while_a_carrier_neither_binds_nor_shakes_hands(town):
    """Nor do a dial, a bind and a handshake that come to nothing hold it up, on either side."""
    mute, door = RudeSmsc(), free_port()
    certificate = {"tls_certificate": str(town.folder / "c.pem"), "tls_key": str(town.folder / "c.key")}
    make_certificate(certificate)
    first = town.daemon.settings["carrier"][0]
    town.daemon.settings["carrier"] += [
        {**first, "name": "plain", "port": mute.port},
        {**first, "name": "secret", "port": mute.port, "tls": True, "tls_verify": False},
        {**first, "name": "caller", "mode": "listen", "listen": f"127.0.0.1:{door}", "tls": True,
         **certificate}]
    patient = {"session_init_timeout_s": 60}
    town.start(gateway={"stop_timeout_s": 15}, dial={"connect_timeout_s": 60}, smpp=patient)
    links = [mute.link(), mute.link()]
    with socket.create_connection(("127.0.0.1", door)):
        assert town.daemon.stop() == 0
    for link in links:
        link.connection.close()
    mute.stop()


def test_sigterm_while_the_carrier_is_away(town):
    """A carrier that can't be reached does not hold up the stop."""
    town.start()
    town.smsc.do("leave")
    town.daemon.wait_ready(503)
    assert town.daemon.stop() == 0


def test_stop_and_start_keep_the_talk(town, resident):
    """A conversation goes on over a restart."""
    town.start()
    town.smsc.ask(resident, SHORT)
    town.daemon.stop()
    town.daemon.start()
    assert DETAILS[2] in town.smsc.ask(resident, "2").text


def test_sighup_takes_the_log_level_over(town):
    """SIGHUP after a change of log.level: the log says what it now is, and the links stay."""
    town.start()
    town.daemon.configure(log={"level": "debug"})
    town.daemon.child.process.send_signal(signal.SIGHUP)
    wait_until(lambda: "taken over: log.level" in town.daemon.log(), 30, "the new level in the log")
    assert len(town.smsc.all("bound")) == 1


def test_sighup_names_what_needs_a_restart(town, resident):
    """SIGHUP: each setting that cannot change while it runs is named, and the links stay."""
    town.start()
    town.daemon.configure(redis={"pipeline_max": 99}, carrier={"failover_s": 5, "window": 3})
    town.daemon.child.process.send_signal(signal.SIGHUP)
    wait_until(lambda: "taken over: carrier.net.failover_s" in town.daemon.log(), 30, "what was taken over")
    for key in ("redis.pipeline_max", "carrier.net.window"):
        assert f"{key} needs a restart" in town.daemon.log()
    assert DETAILS[1] in town.smsc.ask(resident, SHORT + "1").text
    assert len(town.smsc.all("bound")) == 1


def with_a_reply_in_flight(town, resident):
    """The carrier takes a submit_sm, answers nothing any more, and the daemon is told to stop."""
    town.start()
    town.smsc.do("silence")
    town.smsc.deliver(resident, (SHORT + "1").encode("utf-16-be"))
    town.smsc.wait("submit", to=resident)
    town.daemon.child.process.send_signal(signal.SIGTERM)


def test_stop_is_bounded_and_names_what_hung(town, resident):
    """What is not over by stop_timeout_s is cut off: exit code 3, the phase in the log, the reply kept."""
    town.daemon.configure(gateway={"stop_timeout_s": 1})
    with_a_reply_in_flight(town, resident)
    assert town.daemon.child.process.wait(30) == 3
    assert "cut off in phase: replies in flight" in town.daemon.log()
    town.smsc.do("speak")
    mark = town.smsc.mark()
    town.daemon.start()
    town.smsc.wait("submit", mark, to=resident)


def test_second_sigterm_ends_at_once(town, resident):
    """Who asks twice does not wait for what is in flight."""
    with_a_reply_in_flight(town, resident)
    wait_until(lambda: "stopping" in town.daemon.log(), 30, "the stop in the log")
    town.daemon.child.process.send_signal(signal.SIGTERM)
    assert town.daemon.child.process.wait(20) == 3
    town.smsc.do("speak")
    town.daemon.start()


def test_sighup_keeps_serving(town, resident):
    """SIGHUP re-reads and goes on; a configuration with mistakes is not taken over."""
    town.start()
    town.daemon.config.write_text(town.daemon.config.read_text() + "\nnonsense = = 1\n", encoding="utf-8")
    town.daemon.child.process.send_signal(signal.SIGHUP)
    wait_until(lambda: "nothing of it was taken over" in town.daemon.log(), 30, "a refusal in the log")
    assert DETAILS[1] in town.smsc.ask(resident, SHORT + "1").text
    assert town.daemon.child.running()


def test_second_daemon_on_the_same_data_is_refused(town):
    """data_dir is locked: a second process ends at once and does the first no harm."""
    town.start()
    town.daemon.settings["admin"]["listen"] = "127.0.0.1:0"
    second = town.folder / "second.toml"
    first, town.daemon.config = town.daemon.config, second
    town.daemon.configure()
    done = town.daemon.command("serve")
    town.daemon.config = first
    assert done.returncode == 1
    assert "data_dir" in done.stderr
    town.daemon.wait_ready()


def test_every_mistake_of_a_configuration_is_told(town):
    """check and serve end with 2 and name each mistake with file, line and key, before anything starts."""
    text = town.daemon.config.read_text()
    text = text.replace("[conversation]", '[conversation]\nttl_s = "long"')
    town.daemon.config.write_text(text.replace("port = ", "window = 0\nprot = 1\nport = "), encoding="utf-8")
    for command in ("check", "serve"):
        done = town.daemon.command(command)
        said = done.stdout + done.stderr
        assert done.returncode == 2
        for key in ("ttl_s", "window", "prot"):
            assert key in said
        line = town.daemon.config.read_text().splitlines().index('ttl_s = "long"') + 1
        assert f"duanwen.toml:{line}" in said


def test_no_configuration_and_wrong_usage(town):
    """A file that is not there and an unknown command end with 2."""
    town.daemon.config = town.folder / "absent.toml"
    assert town.daemon.command("check").returncode == 2
    assert town.daemon.command("serve").returncode == 2
    assert town.daemon.command("dance").returncode == 2
