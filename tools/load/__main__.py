#!/usr/bin/env python3
"""What the gateway does a second, how long it takes, and what safety costs: `python3 tools/load`.

A carrier with a window of inquiries open is answered by the null responder (the floor: it acknowledges and
answers with a constant) and then by the daemon, on a Redis with each way of appendfsync; then the daemon at
half its greatest rate, and the null responder at that rate and at half of its own. Everything shares the
cores of this machine; the ratios are what can be compared between machines. A virtual one may itself fall to
a tenth of its speed for tens of milliseconds, every second or two: runs are long, so that all see as much
of that, and the last ones tell apart what was texted when it had been steady for 200 ms. Needs the release
build: cmake --build --preset release."""
import argparse
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
# pylint: disable=wrong-import-position
from demo.processes import Child
from proof.stand import DIRECTORY, KEYWORD, Carrier, Daemon, Redis, a_folder, programs

COLUMNS = (("run", 22), ("inquiries/s", 12), ("segments/s", 11), ("OK p50", 9), ("p99", 9), ("p99.9", 9),
           ("reply p50", 10), ("p99", 9), ("p99.9", 9), ("unanswered", 11), ("cores, MiB", 0))


def carrier(options, folder, rate):
    open_loop = 100000  # by a rate inquiries go on coming, however many are open
    return Carrier(folder, programs(), window=open_loop if rate else options.window,
                   peer_window=options.window, rate=rate, residents=options.residents,
                   mix=options.mix, keyword=KEYWORD,
                   seconds=options.seconds, warm_up=options.warm_up)


def measure_null(options, rate=0):
    with a_folder() as folder:
        plays = carrier(options, folder, rate)
        responder = Child([programs() / "null_responder", "--port", plays.port, "--window", options.window],
                          folder / "log")
        plays.say("watch", "null", str(responder.pid))
        report = plays.event("report")
        responder.stop()
        return report


def measure_daemon(options, appendfsync, rate=0):
    with a_folder() as folder:
        redis = Redis(folder, appendfsync)
        redis.start()
        plays = carrier(options, folder, rate)
        daemon = Daemon(folder, programs(), redis, plays.port, carrier={"window": options.window},
                        log={"level": "warning"})
        daemon.command("import", DIRECTORY)
        daemon.start()
        plays.say("watch", "daemon", str(daemon.child.pid))
        plays.say("watch", "redis", str(redis.child.pid))
        report = plays.event("report")
        daemon.child.stop()
        redis.child.stop()
        return report


def row(name, report):
    times = [f"{report[what][share]:.2f}" for what in ("to_response_ms", "to_reply_ms")
             for share in ("p50", "p99", "p99.9")]
    used = ", ".join(f"{who} {use['cores']:.2f} {use['memory_mib']:.0f}"
                     for who, use in report.get("processes", {}).items())
    return [name, f"{report['inquiries_per_second']:.0f}", f"{report['segments_per_second']:.0f}", *times,
            str(report["unanswered"]), used]


def print_row(cells):
    print("".join(str(cell).ljust(width) if at in (0, len(COLUMNS) - 1) else str(cell).rjust(width) + " "
                  for at, (cell, (_, width)) in enumerate(zip(cells, COLUMNS))), flush=True)


def p99(report):
    return report["to_reply_ms"]["p99"]


def steady_p99(report):
    return p99(report["steady"])


def tell_half(fsync, found):
    one, steady = found[f"{fsync} at half"], found[f"{fsync} at half"]["steady"]
    print(f"AOF {fsync}: {found[fsync]['of_the_floor']:.3f} of the floor; at half the rate a p99 of "
          f"{one['p99_of_the_floor']:.1f} times the null responder's at that rate, and "
          f"{one['p99_of_the_floor_at_its_half']:.1f} times its at half of its own")
    print(f"  of the {steady['share']:.0%} texted while the machine was steady "
          f"(it was slow {one['machine_slow']:.1%} of the time): p99 {steady_p99(one):.2f} ms, "
          f"{steady['p99_of_the_floor']:.1f} times {steady_p99(found['null at half']):.2f}")


def measure_all(options, tell):
    found = {"null": measure_null(options)}
    tell("null responder", found["null"])
    for fsync in options.appendfsync:
        found[fsync] = one = measure_daemon(options, fsync)
        tell(f"AOF {fsync}", one)
        one["of_the_floor"] = one["inquiries_per_second"] / found["null"]["inquiries_per_second"]
    slowest = min(found[fsync]["inquiries_per_second"] for fsync in options.appendfsync)
    half = options.rate or slowest / 2
    found["null at half"] = floor = measure_null(options, half)
    tell(f"null at {half:.0f}/s", floor)
    its_half = found["null"]["inquiries_per_second"] / 2
    found["null at its half"] = as_busy = measure_null(options, its_half)
    tell(f"null at {its_half:.0f}/s", as_busy)
    for fsync in options.appendfsync:
        found[f"{fsync} at half"] = one = measure_daemon(options, fsync, half)
        tell(f"AOF {fsync} at {half:.0f}/s", one)
        one["p99_of_the_floor"] = p99(one) / p99(floor)
        one["p99_of_the_floor_at_its_half"] = p99(one) / p99(as_busy)
        one["steady"]["p99_of_the_floor"] = steady_p99(one) / steady_p99(floor) if steady_p99(floor) else 0
    return found


def main():
    parser = argparse.ArgumentParser(prog="tools/load", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--seconds", type=float, default=20, help="each run is measured")
    add("--warm-up", type=float, default=2, help="seconds before that")
    add("--window", type=int, default=200, help="inquiries open at a time")
    add("--rate", type=float, default=0, help="inquiries a second of the last runs; 0: half the greatest")
    add("--residents", type=int, default=1000000, help="who text")
    add("--mix", type=float, nargs=3, default=[0.45, 0.5, 0.05], metavar=("FIRST", "NUMBER", "LONG"))
    add("--appendfsync", nargs="+", default=["everysec", "always"], choices=["no", "everysec", "always"])
    add("--json", action="store_true", help="one JSON object instead of the table")
    options = parser.parse_args()
    if not options.json:
        print_row([name for name, _ in COLUMNS])
    found = measure_all(options, (lambda *_: None) if options.json else lambda *what: print_row(row(*what)))
    if options.json:
        print(json.dumps(found, indent=1))
        return 0
    for fsync in options.appendfsync:
        tell_half(fsync, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
