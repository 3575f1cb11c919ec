"""tools/quickstart as a newcomer runs it, without its installing and building."""
import pathlib
import signal
import subprocess
import sys
import tempfile

import pytest

from daemon import PROGRAMS, ROOT
from demo.processes import processes_in


@pytest.fixture(name="folder")
def fixture_folder():
    with tempfile.TemporaryDirectory(prefix="duanwen-") as folder:
        yield pathlib.Path(folder)
        assert not processes_in(folder)


def line(folder, *words):
    script = ROOT / "tools" / "demo" / "quickstart.py"
    return [sys.executable, script, "--programs", PROGRAMS, "--data", folder, *words]


def run(folder, *words, **more):
    more = {"capture_output": True, "text": True, "check": False, "timeout": 300, **more}
    return subprocess.run(line(folder, *words), **more)


def test_say_shows_each_reply(folder):
    """Each text is answered in a box with segments and cost; a batch says what it saved; nothing stays."""
    done = run(folder, "--say", "龙泉国土", "--say", "1 3", stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    menu, batch = done.stdout.split("1 3\n")
    assert "【龙泉国土】" in menu and "宅基地" in menu and "segment" in menu and "UCS-2, ¥0." in menu
    assert "【龙泉国土】" in batch and "saved ¥0." in batch
    assert processes_in(folder) == []


def test_no_answer_is_a_failure(folder):
    """Exit code 1 where a text was not answered in time; a notice never is."""
    notice = "【银行】您尾号1234的账户余额为10元"
    done = run(folder, "--say", notice, "--wait", "1", stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert "no reply" in done.stdout


def test_prompt_reads_standard_input(folder):
    """The prompt answers each line and ends with its input; the same folder serves a second time."""
    for _ in range(2):
        done = run(folder, input="龙泉国土1\n")
        assert done.returncode == 0, done.stderr
        assert "户口簿" in done.stdout.replace("│", "").replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupted_prompt_leaves_nothing(folder, number):
    """However it is told to end, carrier, daemon and Redis end too."""
    with subprocess.Popen(line(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as shown:
        for printed in shown.stdout:
            if "Text as a resident" in printed:
                break
        assert len(processes_in(folder)) == 3
        shown.send_signal(number)
        shown.stdout.read()
        assert shown.wait(60) == 128 + number
    assert processes_in(folder) == []
