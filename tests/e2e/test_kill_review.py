"""A review survives kill -9: it opens on its screen, with the promise one was typing and the line one was writing."""

import os
import signal
import sqlite3
import sys
import time
from datetime import date
from pathlib import Path

from smart_tui.domain.review import ReviewScreen, Way
from smart_tui.store.commands import reviews
from tests.e2e.terminal import Terminal
from tests.tui.world import World

ROOT = Path(__file__).parents[2]
SUNDAY = date(2026, 1, 18)
MONDAY = date(2026, 1, 12)
PATIENCE = 10.0
"""Seconds a busy machine may take; on an idle one it is under two."""


def start(home: Path) -> Terminal:
    surroundings = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": SUNDAY.isoformat(),
    }
    return Terminal([sys.executable, "-m", "smart_tui"], surroundings, cwd=str(ROOT))


def stored(home: Path, query: str) -> list[tuple[object, ...]]:
    """What the database of a running or killed app holds."""
    with sqlite3.connect(home / "smart-tui.db") as db:
        return db.execute(query).fetchall()


def killed_once_stored(terminal: Terminal, home: Path, query: str) -> None:
    """Kill the app as soon as what was typed is in the database, without any further key."""
    end = time.monotonic() + PATIENCE
    while not stored(home, query) and time.monotonic() < end:
        terminal.read(0.05)
    terminal.kill(signal.SIGKILL)
    assert stored(home, "PRAGMA integrity_check") == [("ok",)]
    assert stored(home, query)


def test_a_killed_review_goes_on_with_what_was_typed(tmp_path: Path) -> None:
    world = World(tmp_path, SUNDAY)
    world.goal("Read books")
    run = world.store.run_sync
    run(reviews.stand, run(reviews.begin, MONDAY, MONDAY, SUNDAY, Way.FULL), ReviewScreen.NEXT, "", 0)
    world.store.close()
    terminal = start(tmp_path)
    try:
        terminal.wait("The weekly review is due")
        terminal.press("w")
        terminal.wait("What do you promise")
        terminal.type("call Bo")
        killed_once_stored(terminal, tmp_path, "SELECT 1 FROM setting WHERE value LIKE '%call Bo%'")
    finally:
        terminal.close()
    assert stored(tmp_path, "SELECT count(*) FROM activity") == [(0,)]
    terminal = start(tmp_path)
    try:
        terminal.wait("The weekly review is due")
        terminal.press("w")
        terminal.wait("call Bo")
        terminal.press("enter", "enter")
        terminal.wait("What went well")
        terminal.type("Two days ill")
        killed_once_stored(terminal, tmp_path, "SELECT 1 FROM review_line WHERE text = 'Two days ill'")
    finally:
        terminal.close()
    assert stored(tmp_path, "SELECT what, due FROM activity") == [("call Bo", "2026-01-19")]
