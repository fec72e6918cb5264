"""The doctor says how everything is, without a word of the person's, and ends with 1 where something is wrong."""

import os
import sqlite3
from pathlib import Path

import pytest

from smart_tui.cli.doctor import CODES
from smart_tui.cli.doctorwords import WRONG
from smart_tui.store.connection import VERSION
from tests.cli.conftest import Here
from tests.store.damaged import overwritten


@pytest.fixture
def db(here: Here, tmp_path: Path) -> Path:
    here("add", "Read Secretbook by December")
    here("journal", "add", "Hushhush")
    return tmp_path / "own" / "smart-tui.db"


def test_a_healthy_file_is_said_to_be_so(here: Here, db: Path) -> None:
    said = here("doctor")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("\n\nEverything is in good order.\n")
    found = here("doctor", "--json").json
    assert found["ok"] is True and found["wrong"] == []
    assert found["file"]["state"] == "ok" and found["file"]["version"] == VERSION
    assert found["paths"]["database"]["mode"] == "0600" and found["paths"]["backups"]["mode"] == "0700"
    assert {"smart-tui", "Python", "SQLite", "Textual", "SQLModel"} <= found["versions"].keys()
    assert found["backups"]["number"] == 1 and found["backups"]["sound"] is True
    assert here("doctor", "--db", str(db.parent / "none.db")).code == 0


def test_no_word_of_the_person_is_told(here: Here, db: Path) -> None:
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute("UPDATE goal SET deadline = 'Secretbook'")
    connection.commit()
    connection.close()
    for arguments in (["doctor"], ["doctor", "--json"]):
        said = here(*arguments)
        assert said.code == 1
        assert "goal" in said.out and "Secretbook" not in said.out and "Hushhush" not in said.out
    assert here("doctor", "--json").json["file"]["rows_that_do_not_validate"] == {"goal": 1}


def test_paths_for_programs_have_no_name_of_a_home(here: Here, db: Path, tmp_path: Path) -> None:
    assert here("doctor", "--json").json["paths"]["database"]["path"] == "~/own/smart-tui.db"
    assert str(tmp_path) not in here("doctor", "--json").out


def test_what_is_wrong_is_named_and_what_to_do(here: Here, db: Path) -> None:
    os.chmod(db, 0o644)
    config = db.parent / "config.toml"
    config.write_text('backup_folder = "/nowhere/at/all"\n')
    said = here("doctor")
    assert said.code == 1
    assert "Others on this computer may read your goals" in said.out and "/nowhere/at/all" in said.out
    assert here("doctor", "--json").json["wrong"] == ["open", "second"]
    good = db.read_bytes()
    for data, state in (
        (overwritten(good, 20), "damaged"),
        (b"", "empty"),
        (b"Dear diary, " * 500, "not_a_database"),
    ):
        db.write_bytes(data)
        found = here("doctor", "--json")
        assert (found.code, found.json["file"]["state"]) == (1, state)
        assert "file" in found.json["wrong"]
        assert here("doctor").code == 1
        assert db.read_bytes() == data


def test_a_folder_and_a_link_to_nothing_are_called_what_they_are(here: Here, tmp_path: Path) -> None:
    folder, link = tmp_path / "folder", tmp_path / "link.db"
    (tmp_path / "backups").mkdir()
    folder.mkdir()
    os.chmod(folder, 0o755)
    link.symlink_to("/nowhere/goals.db")
    for path, sentence in (
        (folder, f"{folder} is a folder, not a file."),
        (link, f"{link} points to a file that is not there: /nowhere/goals.db."),
    ):
        said = here("--db", str(path), "doctor")
        assert (said.code, said.out.rpartition("\n\n")[2]) == (1, f"{sentence}\n")
        assert here("--db", str(path), "doctor", "--json").json["wrong"] == ["file"]


def test_a_mistake_in_the_config_file_is_named(here: Here, db: Path) -> None:
    (db.parent / "config.toml").write_text('backup_folder = "stick"\n')
    said = here("doctor")
    assert (said.code, said.out.rpartition("\n\n")[2]) == (
        1,
        "The config file has a value that cannot be used, for backup_folder\n",
    )
    assert here("doctor", "--json").json["wrong"] == ["config"]
    for more in ((), ("--json",)):
        made = here("backup", "now", *more)
        assert (made.code, "cannot be used, for backup_folder" in made.err) == (0, True)


def test_everything_that_can_be_wrong_has_a_sentence() -> None:
    assert set(CODES) == WRONG.keys()
