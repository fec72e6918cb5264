"""A backup comes back from the command line, after a look at what would change; and a damaged file is read out."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from smart_tui.store.backups.listing import note_check
from tests.cli.conftest import Here
from tests.store.damaged import overwritten


@pytest.fixture
def db(here: Here, tmp_path: Path) -> Path:
    """The file, with a backup from before the last goal."""
    here("add", "Read 12 books by December")
    here("backup", "now")
    here("add", "Run 5 km a week")
    return tmp_path / "own" / "smart-tui.db"


def test_a_dry_run_says_what_would_change_and_changes_nothing(here: Here, db: Path) -> None:
    before = db.read_bytes(), sorted(db.parent.rglob("*"))
    said = here("restore", "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[1:] == ["These goals go: “Run”."]
    assert here("restore", "--dry-run", "--json").json["goals"] == {"back": [], "gone": ["Run"], "changed": []}
    assert (db.read_bytes(), sorted(db.parent.rglob("*"))) == before


def test_a_file_that_is_named_is_not_said_to_be_found(here: Here, db: Path, tmp_path: Path) -> None:
    stick = tmp_path / "from a stick.db"
    shutil.copy(next((db.parent / "backups").glob("*-asked.db")), stick)
    assert here("restore", str(stick), "--dry-run").out.splitlines()[0] == str(stick)


def test_nothing_is_restored_without_being_asked_for(here: Here, db: Path) -> None:
    before = db.read_bytes()
    for arguments in (["restore"], ["restore", "--json"]):
        said = here(*arguments)
        assert (said.code, said.err) == (1, "smart-tui: Nothing was changed; --yes goes on without asking.\n")
    assert db.read_bytes() == before


def test_a_restore_is_taken_back_by_restoring_what_it_kept(here: Here, db: Path) -> None:
    said = here("restore", "--yes")
    assert said.code == 0
    assert [goal["title"] for goal in here("list", "--json").json] == ["Read books by December"]
    kept = said.out.split()[-1]
    assert here("restore", kept, "--yes", "--json").json["restored"] is True
    assert len(here("list", "--json").json) == 2
    assert here("restore", kept, "--yes").out.endswith("It holds the same as your file: nothing would change.\n")


def test_what_a_restore_kept_is_not_what_is_gone_back_to_next(here: Here, db: Path) -> None:
    assert here("restore", "--yes").code == 0
    again = here("restore", "--yes")
    assert (again.code, again.out.endswith("It holds the same as your file: nothing would change.\n")) == (0, True)
    assert "-asked" in again.out and len(here("list", "--json").json) == 1
    for other in (db.parent / "backups").glob("*.db"):
        if "-restore" not in other.name:
            other.unlink()
    assert here("restore", "--yes").code == 0
    assert len(here("list", "--json").json) == 2, "where there is no other"


def test_the_newest_good_backup_takes_the_place_of_a_damaged_file(here: Here, db: Path) -> None:
    here("backup", "now")
    newest = max((db.parent / "backups").glob("*-asked*.db"), key=lambda path: path.stat().st_mtime_ns)
    newest.write_bytes(overwritten(newest.read_bytes(), 20))
    db.write_bytes(b"")
    said = here("list")
    assert said.code == 1 and "is empty, although there are backups of it" in said.err
    assert here("restore", "--yes").code == 0
    assert [goal["title"] for goal in here("list", "--json").json] == ["Read books by December"]


def test_what_is_wrong_with_the_file_is_said_before_a_backup_is_offered(here: Here, db: Path) -> None:
    db.write_bytes(bytes(100) + db.read_bytes()[100:])
    first, second, *_ = here("restore", "--dry-run").out.splitlines()
    assert "smart-tui.db is damaged." in first and second.startswith("smart-tui-")


@pytest.mark.parametrize(
    ("statement", "said"),
    [("user_version = 2000", "written by a newer smart-tui"), ("application_id = 4711", "belongs to another program")],
)
def test_no_backup_takes_the_place_of_a_file_that_is_none_of_ours(
    here: Here, db: Path, statement: str, said: str
) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute(f"PRAGMA {statement}")
    before = db.read_bytes(), sorted(db.parent.rglob("*"))
    for arguments in (["--dry-run"], ["--yes"], ["--yes", "--json"], ["--salvage", "--yes"]):
        answer = here("restore", *arguments)
        assert (answer.code, answer.out) == (1, "") and said in answer.err
    assert (db.read_bytes(), sorted(db.parent.rglob("*"))) == before


def test_a_name_that_no_backup_has_is_said(here: Here, db: Path) -> None:
    assert here("restore", "last", "--yes").err == "smart-tui: There is no backup “last”.\n"
    assert here("restore", "a", "b").code == 2
    assert here("restore", "a", "--salvage").code == 2


def test_what_is_left_of_a_damaged_file_takes_its_place_and_the_file_is_kept(here: Here, db: Path) -> None:
    assert "good order" in here("restore", "--salvage", "--yes").err
    damaged = bytes(4096) + db.read_bytes()[4096:]
    db.write_bytes(damaged)
    said = here("restore", "--salvage", "--dry-run")
    assert (said.code, said.out) == (0, "Read out of the damaged file: 2 goals.\n")
    assert db.read_bytes() == damaged
    assert here("restore", "--salvage").code == 1
    done = here("restore", "--salvage", "--yes", "--json").json
    assert (done["saved"]["goal"], done["lost"]) == (2, {})
    assert (db.parent / "backups" / done["kept"]).read_bytes() == damaged
    assert len(here("list", "--json").json) == 2


def test_a_file_that_is_no_database_and_has_no_backups_is_not_replaced(here: Here, db: Path, tmp_path: Path) -> None:
    good, letter = next((db.parent / "backups").glob("*.db")), tmp_path / "letters" / "letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear diary\n" * 100)
    refused = here("--db", str(letter), "restore", str(good), "--yes")
    assert (refused.code, refused.out, "not a smart-tui file" in refused.err) == (1, "", True)
    assert letter.read_text() == "Dear diary\n" * 100 and os.listdir(letter.parent) == ["letter.txt"]


def test_what_is_not_damaged_is_not_kept_as_if_it_were(here: Here, db: Path) -> None:
    db.write_bytes(b"Dear diary\n" * 100)
    assert here("restore", "--yes").out.endswith("-replaced.db.\n")
    kept = [each.name for each in (db.parent / "backups").glob("*.db") if "asked" not in each.name]
    assert any(name.endswith("-replaced.db") for name in kept) and not any("damaged" in name for name in kept)


@pytest.mark.parametrize("how", [["--yes"], ["--salvage", "--yes"]])
def test_what_is_mended_is_not_said_to_be_damaged_any_more(here: Here, db: Path, how: list[str]) -> None:
    data = db.read_bytes()
    db.write_bytes(overwritten(data, 20))
    note_check(str(db), datetime.now(UTC), sound=False)
    assert "The last check found the file damaged." in here("doctor").out
    assert here("restore", *how).code == 0
    said = here("doctor")
    assert (said.code, "damaged" in said.out) == (0, False)
