"""A full disk while writing and while checking in: the text stays, it is said, and it lands once there is room."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Kind, Measure
from smart_tui.paths import find
from smart_tui.store.commands import goals, measures
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.store import Store
from tests.e2e.terminal import Terminal

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux limits another process")

ROOT = Path(__file__).parents[2]
NEW_YEAR = date(2026, 1, 1)
FULL = "The disk is full"


def fill(terminal: Terminal, full: bool) -> None:
    """Let the app write no more bytes into any file, or as many as it likes again."""
    hard = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))


def rows(home: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "smart-tui.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return db.execute(query).fetchall()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    store = Store(find({"SMART_TUI_HOME": str(tmp_path)}).db)
    run = store.run_sync
    run(set_setting, "default_model", "international")
    goal_id = run(goals.create, "international", "en", "Read books", {}, NEW_YEAR)
    run(measures.set_measure, goal_id, Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(24), unit="books"))
    run(goals.activate, goal_id, NEW_YEAR)
    store.close()
    surroundings = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(tmp_path),
        "SMART_TUI_TODAY": "2026-01-15",
    }
    opened = Terminal([sys.executable, "-m", "smart_tui"], surroundings, cwd=str(ROOT))
    opened.wait("Read .*books")
    opened.settle()
    yield opened
    opened.close()
    assert b"Traceback" not in opened.raw


def test_a_check_in_waits_for_room_with_its_text_on_the_screen(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press("c")
    fill(terminal, True)
    terminal.type("3 # at home")
    terminal.press("enter")
    terminal.wait(FULL)
    assert "3 # at home" in terminal.text
    assert rows(tmp_path, "SELECT * FROM entry") == []
    fill(terminal, False)
    terminal.wait("3 of 24")
    assert rows(tmp_path, "SELECT value, note FROM entry") == [(3_000_000, "at home")]


def test_a_goal_being_written_waits_for_room_with_its_text_on_the_screen(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press("n")
    terminal.wait("SPECIFIC")
    fill(terminal, True)
    terminal.type("Swim across the lake")
    terminal.wait("Not saved yet")
    terminal.press("pagedown", "pageup")
    terminal.wait("Swim across the lake")
    terminal.press("escape")
    terminal.wait("Leave without them")
    terminal.press("escape")
    assert rows(tmp_path, "SELECT title FROM goal") == [("Read books",)]
    fill(terminal, False)
    terminal.wait("Saved")
    assert rows(tmp_path, "SELECT title, state FROM goal") == [
        ("Read books", "active"),
        ("Swim across the lake", "draft"),
    ]
    assert "Not saved yet" not in terminal.text
