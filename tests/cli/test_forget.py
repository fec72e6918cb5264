"""Forgetting from the command line: asked for, done wholly, and the backups named that still hold it."""

import os
import sqlite3
from pathlib import Path

import pytest

from smart_tui.store import index
from smart_tui.store.backups.listing import backups_of
from tests.cli.conftest import Here

WORD = "xyzzyplugh"


def test_a_goal_is_forgotten_after_a_yes_only_and_its_backups_are_named(here: Here, tmp_path: Path) -> None:
    db = str(tmp_path / "own" / "smart-tui.db")
    here("add", f"Read 12 {WORD} by December")
    here("add", "Run 5 km a week")
    asked = here("forget", "1")
    assert (asked.code, asked.out) == (1, "")
    assert asked.err == "smart-tui: Nothing was changed; --yes goes on without asking.\n"
    assert WORD in here("list").out
    (backup,) = backups_of(db)
    done = here("forget", "1", "--yes")
    assert done.code == 0
    assert done.out.splitlines() == [
        "Forgotten. 1 backup still holds it.",
        "Backups keep it until you delete them yourself, as do files you exported:",
        os.path.basename(backup.path),
    ]
    assert WORD not in here("list").out and WORD.encode() not in Path(db).read_bytes()
    again = here("forget", "2", "--yes", "--json").json
    assert len(again.pop("forgotten")) == 1 and again.pop("rows") > 1
    assert again == {"backups": [], "traces": False}


def test_traces_are_said_to_stay_where_the_file_could_not_be_made_anew(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(index, "tidy", locked)
    here("add", f"Read 12 {WORD} by December")
    here("add", "Run 5 km a week")
    done = here("forget", "1", "--yes")
    assert done.code == 0 and done.out.splitlines()[1] == (
        "The file could not be made anew, so traces may stay in its unused space until something else is forgotten."
    )
    assert here("forget", "2", "--yes", "--json").json["traces"] is True


def test_what_was_written_on_a_day_is_forgotten(here: Here, tmp_path: Path) -> None:
    here("journal", "add", f"Secret {WORD}")
    here("journal", "add", "--on", "yesterday", "A quiet day")
    assert here("forget", "--journal", "today", "--yes").code == 0
    assert WORD.encode() not in (tmp_path / "own" / "smart-tui.db").read_bytes()
    assert "A quiet day" in here("journal", "list").out
    none = here("forget", "--journal", "today", "--yes")
    assert (none.code, none.err) == (
        1,
        "smart-tui: Nothing was written in the journal on Thu 15 January 2026.\n",
    )


def test_what_cannot_be_meant_is_refused(here: Here) -> None:
    assert here("forget", "--yes").code == 2
    assert here("forget", "1", "--journal", "today", "--yes").code == 2
    assert here("forget", "1", "--yes").err == "smart-tui: There is no goal “1”.\n"
