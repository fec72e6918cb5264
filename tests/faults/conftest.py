"""One process for all injected faults of a session, and a folder in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.injector import Injector
from tests.faults.powercuts import Scratch
from tests.faults.preload import missing


@pytest.fixture(scope="session")
def injector() -> Iterator[Injector]:
    """Where calls can be made to fail; what cannot be tried says why it is skipped."""
    if missing():
        pytest.skip(missing())
    with Injector() as started:
        yield started


@pytest.fixture
def scratch() -> Iterator[Path]:
    """A folder that goes with the test."""
    with Scratch() as folder:
        yield folder
