"""Backups on the command line: made, listed and checked, and one a day by itself for who uses nothing else."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from smart_tui.store.backups.listing import backups_of
from smart_tui.store.connection import VERSION
from tests.cli.conftest import Here


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The home of the command line in this process."""
    return tmp_path / "own"


def _aged(own: Path, by: timedelta) -> None:
    """Let all backups be older."""
    manifest = next((own / "backups").glob("*.jsonl"))
    found = backups_of(str(own / "smart-tui.db"))
    text = manifest.read_text()
    for backup in found:
        assert backup.at is not None
        text = text.replace(backup.at.isoformat(), (backup.at - by).isoformat())
    manifest.write_text(text)


def test_a_writing_command_makes_the_first_backup_and_then_one_a_day_if_something_changed(
    here: Here, own: Path
) -> None:
    here("add", "Read 12 books by December")
    assert [each.reason for each in backups_of(str(own / "smart-tui.db"))] == ["time"]
    here("log", "1", "1")
    assert len(backups_of(str(own / "smart-tui.db"))) == 1
    _aged(own, timedelta(hours=25))
    here("list")
    assert len(backups_of(str(own / "smart-tui.db"))) == 1
    said = here("journal", "add", "A quiet day")
    assert (said.code, said.err) == (0, "")
    assert len(backups_of(str(own / "smart-tui.db"))) == 2


def test_a_backup_that_fails_is_said_and_what_was_written_stands(here: Here, own: Path) -> None:
    own.mkdir()
    (own / "backups").write_text("in the way")
    said = here("add", "Read 12 books by December", "--json")
    assert said.code == 0 and said.json["no"] == 1
    assert said.err.startswith("smart-tui: No backup could be made in") and said.err.count("\n") == 1
    failed = here("backup", "now")
    assert (failed.code, failed.out) == (1, "")
    assert "Your goals are saved" in failed.err


def test_a_backup_is_made_listed_and_verified(here: Here, own: Path) -> None:
    here("add", "Read 12 books by December")
    made = here("backup", "now")
    assert made.code == 0
    assert made.out.startswith("Backup made: 1 goal, ")
    path = made.out.splitlines()[1]
    assert os.path.isfile(path)
    listed = here("backup", "list")
    first, second = listed.out.splitlines()
    assert "asked for" in first and "by itself" in second and os.path.basename(path) in first
    checked = here("backup", "verify")
    assert checked.code == 0 and checked.out.count("  whole\n") == 2
    now = here("backup", "now", "--json").json
    assert now.pop("at") <= datetime.now(UTC).isoformat()
    assert "-asked" in now.pop("name")
    assert now.pop("size") > 0
    assert now == {
        "reason": "asked",
        "version": VERSION,
        "rows": {"goal": 1, "entry": 0, "journal": 0, "review": 0},
        "listed": True,
        "sound": True,
    }


def test_a_damaged_backup_is_named_and_stays_marked(here: Here, own: Path) -> None:
    here("add", "Read 12 books by December")
    good, bad = (here("backup", "now").out.splitlines()[1] for _ in range(2))
    with open(bad, "r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096)
    checked = here("backup", "verify")
    assert checked.code == 1
    of_good = next(line for line in checked.out.splitlines() if os.path.basename(good) in line)
    assert of_good.endswith("  whole")
    assert "is damaged" in next(line for line in checked.out.splitlines() if os.path.basename(bad) in line)
    assert "damaged" in next(line for line in here("backup", "list").out.splitlines() if os.path.basename(bad) in line)
    assert here("backup", "verify", os.path.basename(bad), "--json").json == [
        {"name": os.path.basename(bad), "sound": False, "problem": "damaged"}
    ]
    assert here("backup", "verify", good).code == 0
    missing = here("backup", "verify", "nothing.db")
    assert (missing.code, missing.err) == (1, "smart-tui: There is no backup “nothing.db”.\n")


def test_every_backup_goes_into_the_second_folder_that_the_config_file_names(
    here: Here, own: Path, tmp_path: Path
) -> None:
    here("add", "Read 12 books by December")
    (own / "config.toml").write_text(f'backup_folder = "{tmp_path}/stick"\n')
    absent = here("backup", "now", "--json")
    assert absent.code == 0 and "second folder" in absent.err
    (tmp_path / "stick").mkdir()
    assert here("backup", "now").err == ""
    assert len(list((tmp_path / "stick").glob("*.db"))) == 1


def test_what_cannot_be_meant_is_refused(here: Here) -> None:
    assert here("backup").code == 2
    assert here("backup", "make").code == 2
    assert here("backup", "now", "please").code == 2
    assert here("backup", "now").code == 1
    assert here("backup", "list").out == "There are no backups yet; smart-tui backup now makes one.\n"
    assert here("backup", "list", "--json").json == []
