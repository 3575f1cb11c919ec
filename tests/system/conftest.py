"""Fixtures: a town that the test configures and starts, or one that the tests of a file share."""
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from town import a_town  # pylint: disable=wrong-import-position

NUMBERS = pytest.StashKey()


def pytest_configure(config):
    config.addinivalue_line("markers", "interop(peer, features): made by interop.py, read by tools/interop")


@pytest.fixture(name="town")
def fixture_town():
    """Not started yet: the test configures it."""
    with a_town() as town:
        yield town


@pytest.fixture(name="running", scope="module")
def fixture_running():
    """Started once for a file whose tests leave it as it was."""
    with a_town() as town:
        yield town.start()


@pytest.fixture(name="resident")
def fixture_resident(request):
    """A number that no other test texts from."""
    numbers = request.config.stash.setdefault(NUMBERS, iter(range(10000)))
    return f"1380000{next(numbers):04d}"
