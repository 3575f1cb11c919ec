"""What servers of tests listen on: no two tests that run side by side may meet on a port."""
import subprocess
import sys

import pytest

from daemon import ROOT
from demo.ports import HIGHEST, LOWEST, RANGE, claimed, free_port

CLAIM = "from demo.ports import claimed; import sys; sys.exit(claimed(int(sys.argv[1])))"
TAKE = "from demo.ports import free_port; print(free_port())"


def another_process(program, *words):
    line = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.run(line, cwd=ROOT / "tools", capture_output=True, text=True, check=False)


def test_a_port_is_nobody_elses_while_nobody_listens_on_it():
    port = free_port()
    assert not claimed(port) and another_process(CLAIM, port).returncode == 0


def test_a_process_that_ended_leaves_its_port():
    assert claimed(int(another_process(TAKE).stdout))


def test_outgoing_connections_are_not_given_it():
    first, last = map(int, RANGE.read_text(encoding="ascii").split())
    if first <= LOWEST and last >= HIGHEST:
        pytest.skip("here they may have any port")
    assert all(not first <= free_port() <= last for _ in range(100))
