"""More replies wait in Redis than memory may hold: they are read in pages, and all of them are sent."""
from demo.processes import wait_until
from directory import SHORT
from proof.filling import count_waiting, fill_outbox

THROTTLED = 0x58
IN_MEMORY = 300
OF_THE_STORE = IN_MEMORY - IN_MEMORY // 4  # the rest is kept free for new ones
WINDOW = 10
WAITING = 1500


def cli_of(town):
    return lambda *words: town.redis_cli(*map(str, words))


def fill(town, resident, count):
    """Makes the one reply that waits many; returns the keys of their streams."""
    process = (town.folder / "data" / "process_id").read_text(encoding="utf-8").strip()
    return fill_outbox(cli_of(town), process, resident, count)


def waiting_in_memory(town):
    return town.daemon.http("GET", "/api/v1/carriers")[1]["carriers"][0]["waiting"]


def waiting_in_redis(town, streams):
    return count_waiting(cli_of(town), streams)


def test_what_does_not_fit_into_memory_waits_in_redis(town, resident):
    """Never more than outbox.in_memory_max are held, and every one goes out."""
    town.start_redis()
    town.start(redis={"url": town.redis_url}, outbox={"in_memory_max": IN_MEMORY})
    smsc = town.smsc
    smsc.do("answer", status=THROTTLED, count=1000000)
    assert smsc.text(resident, SHORT + "1") == 0
    smsc.wait("submit", to=resident)
    assert town.daemon.stop() == 0
    streams = fill(town, resident, WAITING)
    smsc.do("answer", status=0, count=0)
    smsc.do("silence")
    town.daemon.start()
    wait_until(lambda: waiting_in_memory(town) == OF_THE_STORE - WINDOW, 30, "a full memory")
    assert waiting_in_redis(town, streams) == WAITING + 1
    smsc.do("speak")
    most = []
    wait_until(lambda: most.append(waiting_in_memory(town)) or waiting_in_redis(town, streams) == 0, 60,
               "an empty outbox")
    assert max(most) <= IN_MEMORY
    assert len({event["to"] for event in smsc.all("submit", status=0)}) == WAITING + 1
