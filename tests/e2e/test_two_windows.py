"""Two windows on one file: each soon shows what the other wrote, and no text goes over another in silence."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Kind, Measure
from smart_tui.paths import find
from smart_tui.store.commands import goals, measures
from smart_tui.store.store import Store
from tests.e2e.terminal import Terminal

ROOT = Path(__file__).parents[2]
NEW_YEAR = date(2026, 1, 1)
SEEN = 2.0
"""Seconds within which a window shows what another one wrote."""


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[Terminal, Terminal]]:
    store = Store(find({"SMART_TUI_HOME": str(tmp_path)}).db)
    goal_id = store.run_sync(
        goals.create, "international", "en", "Read books", {"specific.what": "Read books"}, NEW_YEAR
    )
    store.run_sync(
        measures.set_measure, goal_id, Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(24), unit="books", step=Decimal(1))
    )
    store.run_sync(goals.set_fields, goal_id, {"deadline": date(2026, 12, 31)})
    store.run_sync(goals.activate, goal_id, NEW_YEAR)
    store.close()
    surroundings = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(tmp_path),
        "SMART_TUI_TODAY": "2026-01-15",
    }
    opened: list[Terminal] = []
    for _ in range(2):
        opened.append(Terminal([sys.executable, "-m", "smart_tui"], surroundings, cwd=str(ROOT)))
        opened[-1].wait("Read .*books")
        opened[-1].settle()
    yield opened[0], opened[1]
    for terminal in opened:
        terminal.close()
        assert b"Traceback" not in terminal.raw
    with sqlite3.connect(tmp_path / "smart-tui.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def shows(terminal: Terminal, pattern: str) -> None:
    began = time.monotonic()
    terminal.wait(pattern, limit=10)
    assert time.monotonic() - began < SEEN


def test_the_list_and_the_page_show_within_two_seconds_what_another_window_wrote(
    windows: tuple[Terminal, Terminal],
) -> None:
    one, other = windows
    assert "Another window has these goals open, too." in other.text
    one.press("+")
    shows(other, "1 of 24")
    other.press("enter")
    one.press("+")
    shows(other, "2 of 24")
    other.press("+")
    shows(one, "3 of 24")
    one.press("u")
    shows(other, "2 of 24")


def test_no_text_goes_over_that_of_another_window_in_silence(
    windows: tuple[Terminal, Terminal], tmp_path: Path
) -> None:
    one, other = windows
    for window in windows:
        window.press("e")
        window.wait("all answers")
    one.type("AAA")
    one.settle(2.0, 4)
    other.type("BBB")
    other.wait("Another window changed this answer too")
    other.press("escape")
    other.wait("Goals · active")
    one.press("escape")
    one.wait("Goals · active")
    one.wait("BBB")
    one.press("u")
    shows(one, "AAA")
    with sqlite3.connect(tmp_path / "smart-tui.db") as db:
        ((title,),) = db.execute("SELECT title FROM goal").fetchall()
    assert "AAA" in title and "BBB" not in title
