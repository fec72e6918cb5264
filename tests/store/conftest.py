"""A store on a real file, with a clock that moves a second at each write."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smart_tui.store.store import Store

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class Clock:
    """Gives an instant a second later each time it is asked."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "smart-tui.db")


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    opened = Store(path, Clock())
    yield opened
    opened.close()
