"""A draft survives kill -9 and a closed window: it is in the list, and opens where it was with all its texts."""

import os
import signal
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

ROOT = Path(__file__).parents[2]


def start(home: Path) -> Terminal:
    surroundings = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": "2026-01-15",
    }
    return Terminal([sys.executable, "-m", "smart_tui"], surroundings, cwd=str(ROOT))


def write_until_the_third_step(terminal: Terminal) -> None:
    terminal.wait("Press n to write")
    terminal.press("n")
    terminal.wait("International")
    terminal.press("enter")
    terminal.wait("SPECIFIC")
    terminal.type("Swim across the lake")
    terminal.press("pagedown")
    terminal.wait("MEASURABLE")
    terminal.press("t", "enter")
    terminal.type("12 kilometres or so")
    terminal.press("pagedown")
    terminal.wait("ACHIEVABLE")
    terminal.press("y", "enter")
    terminal.type("with a wetsuit")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_draft_opens_at_its_step_with_all_its_texts(tmp_path: Path, number: int) -> None:
    terminal = start(tmp_path)
    try:
        write_until_the_third_step(terminal)
        if number == signal.SIGKILL:
            end = time.monotonic() + 2
            while time.monotonic() < end:
                terminal.read(0.05)
        terminal.kill(number)
    finally:
        terminal.close()
    with sqlite3.connect(tmp_path / "smart-tui.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT title, state, step FROM goal").fetchall() == [
            ("Swim across the lake", "draft", "attainable")
        ]
    terminal = start(tmp_path)
    try:
        terminal.wait("Press n to write")
        terminal.press("v")
        terminal.wait("Swim across the lake")
        terminal.press("enter")
        terminal.wait("with a wetsuit")
        terminal.wait("ACHIEVABLE")
        terminal.press("pageup")
        terminal.wait("12 kilometres or so")
        terminal.press("pageup")
        terminal.wait("Swim across the lake")
    finally:
        terminal.close()
