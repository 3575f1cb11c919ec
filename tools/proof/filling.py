"""Fills a Redis with many copies of what a real inquiry left there."""
import pathlib

FILL_OUTBOX = pathlib.Path(__file__).with_name("fill_outbox.lua")
AT_ONCE = 20000  # a script that runs longer keeps others waiting
COUNT = "local n = 0; for _, key in ipairs(KEYS) do n = n + redis.call('XLEN', key) end; return n"
COPY_CONVERSATION = """
local value, left = redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])
local begin = string.sub(KEYS[1], 1, -9)
for i = tonumber(ARGV[1]), tonumber(ARGV[2]) do
  redis.call('SET', begin .. string.format('%08d', i), value, 'PX', left)
end
return #value
"""


def in_portions(count):
    for first in range(1, count + 1, AT_ONCE):
        yield first, min(first + AT_ONCE - 1, count)


def fill_outbox(cli, process, resident, count):
    """Makes the one reply that waits, to `resident`, many to numbers of their own; returns their streams."""
    streams = [f"{{b{bucket:02d}}}:o:{process}" for bucket in range(64)]
    [sample] = [stream for stream in streams if cli("XLEN", stream).strip() == "1"]
    for first, last in in_portions(count):
        done = cli("--eval", FILL_OUTBOX, sample, ",", process, resident, first, last).strip()
        if done != str(last - first + 1):
            raise RuntimeError(f"the outbox is not filled: {done}")
    return streams


def count_waiting(cli, streams):
    return int(cli("EVAL", COUNT, len(streams), *streams))


def fill_conversations(cli, key, count):
    """Copies the conversation under `key` to `count` residents; returns the octets of Redis for each."""
    before = used_memory(cli)
    for first, last in in_portions(count):
        done = cli("EVAL", COPY_CONVERSATION, 1, key, first, last).strip()
        if not done.isdigit():
            raise RuntimeError(f"conversations are not copied: {done}")
    return (used_memory(cli) - before) / count


def used_memory(cli):
    [line] = [line for line in cli("INFO", "memory").splitlines() if line.startswith("used_memory:")]
    return int(line.partition(":")[2])
