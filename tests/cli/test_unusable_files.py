"""A file that cannot be used: one plain sentence on the command line and in a terminal, and not a byte changed."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run, environment
from tests.e2e.terminal import Terminal


def newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 2000")


def no_database(path: Path) -> None:
    path.write_bytes(b"only notes\n" * 1000)


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE song (name)")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:163840] = b"Z" * len(data[8192:163840])
    path.write_bytes(bytes(data))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere/goals.db")


SPOILED = {
    newer: "newer smart-tui",
    no_database: "not a smart-tui file",
    of_another_program: "another program",
    cut_short: "damaged",
    overwritten: "damaged",
    folder: "is a folder",
    link_to_nothing: "not there",
}

OPENED = (newer, no_database, of_another_program, cut_short, overwritten)
"""What the app opens with a screen that says what can be done; nothing is changed by that."""


@pytest.mark.parametrize(("spoil", "said"), SPOILED.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_an_unusable_file_is_one_sentence_and_stays_as_it_is(
    run: Run, tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    run("add", "Read 24 books by 31 December")
    path = tmp_path / "own" / "smart-tui.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    for command in (("list",), ("add", "Another")):
        answer = run(*command)
        assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
        assert said in answer.stderr
    terminal = Terminal([sys.executable, "-m", "smart_tui"], environment(tmp_path), cwd=str(ROOT))
    try:
        if spoil in OPENED:
            terminal.wait("Quit")
            text = " ".join(terminal.text.split())
            terminal.press("q")
        assert terminal.wait_exit(10) == 1
        if spoil not in OPENED:
            while terminal.read(0.2) and terminal.text == "":
                pass
            text = terminal.text.replace("\n", "")
            assert "smart-tui: " in text and b"\x1b[?1049h" not in terminal.raw
    finally:
        terminal.close()
    assert said in text
    assert b"Traceback" not in terminal.raw
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not [name for name in os.listdir(path.parent) if name.endswith(("-journal", "-wal"))]
