"""What is opened, what is refused, and that a refusal changes nothing."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import goals
from smart_tui.store.connection import APPLICATION_ID, VERSION, open_reader, open_writer
from smart_tui.store.errors import CODES, StoreError
from smart_tui.store.store import Store
from tests.store.contents import ROOT, contents, full_goal, sound


def _create(store: Store) -> int:
    return store.run_sync(goals.create, "nordic", "en", title="New")


def _sql(path: str, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _refused(path: str, act: Callable[[Store], object]) -> StoreError:
    store = Store(path)
    with pytest.raises(StoreError) as refused:
        act(store)
    store.close()
    assert refused.value.code in CODES
    return refused.value


def _refuses_both(path: str, code: str) -> None:
    """Reading and writing are refused with this code, and no byte and no neighbour changes."""
    before = Path(path).read_bytes(), sorted(os.listdir(os.path.dirname(path)))
    assert _refused(path, lambda store: store.read(queries.goals)).code == code
    assert _refused(path, _create).code == code
    with pytest.raises(StoreError, match=code):
        open_reader(path)
    assert (Path(path).read_bytes(), sorted(os.listdir(os.path.dirname(path)))) == before


def test_reading_a_missing_file_gives_no_goals_and_creates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "smart-tui.db"
    reader = open_reader(str(path))
    assert queries.goals(reader) == ()
    assert queries.counts(reader) == {"active": 0, "drafts": 0, "paused": 0, "closed": 0}
    assert queries.history(reader) == (None, None)
    assert queries.settings(reader) == queries.settings(Store(str(path)).reader)
    assert queries.entries_of(reader, [1]) == {}
    with pytest.raises(StoreError, match="not_found"):
        queries.find(reader, "1")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_opened_before_the_file_is_there_sees_it_later(store: Store, path: str) -> None:
    reader = open_reader(path)
    assert queries.goals(reader) == ()
    full_goal(store)
    assert [goal.title for goal in queries.goals(reader)] == ["Read more"]


def test_the_first_write_makes_folder_and_file_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "smart-tui.db"
    code = (
        "import os, sys; os.umask(0)\n"
        "from smart_tui.store.store import Store\n"
        "from smart_tui.store.commands import goals\n"
        "store = Store(sys.argv[1]); store.run_sync(goals.create, 'nordic', 'en', title='New')\n"
        "import sqlite3\n"
        "from smart_tui.store.backups.copying import make_backup\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "make_backup(connection, sys.argv[1], 'test')\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, cwd=ROOT)
    for folder in (tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "backups"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [found for found in (tmp_path / "a").rglob("*") if found.is_file()]
    assert len(files) == 3
    assert {stat.S_IMODE(found.stat().st_mode) for found in files} == {0o600}


def test_a_written_file_carries_our_mark_and_the_safe_settings(store: Store, path: str) -> None:
    full_goal(store)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()


def test_a_writer_syncs_fully_checks_foreign_keys_and_leaves_nothing_behind(store: Store, path: str) -> None:
    from smart_tui.store.connection import open_writer

    full_goal(store)
    writer = open_writer(path)
    asked = ("synchronous", "foreign_keys", "trusted_schema", "secure_delete", "cell_size_check", "busy_timeout")
    assert [writer.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == [3, 1, 0, 1, 1, 2000]
    assert writer.execute("PRAGMA cache_spill").fetchone() == (0,)
    writer.close()


def test_a_reader_cannot_write(store: Store) -> None:
    full_goal(store)
    with pytest.raises(StoreError, match="read_only"):
        store.reader.rows("DELETE FROM goal")


def test_a_newer_major_version_is_refused_and_not_a_byte_changed(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    _sql(path, "PRAGMA user_version=2000")
    _refuses_both(path, "newer_version")
    assert _refused(path, _create).params["version"] == 2000


def test_a_newer_minor_version_is_opened_and_keeps_its_number(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    _sql(path, "PRAGMA user_version=1007", "ALTER TABLE goal ADD COLUMN mood TEXT")
    _create(store)
    assert len(store.read(queries.goals)) == 2
    assert store.reader.rows("PRAGMA user_version") == [(1007,)]


def test_another_programs_database_is_refused_and_not_a_byte_changed(tmp_path: Path) -> None:
    path = str(tmp_path / "other.db")
    _sql(path, "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes (text) VALUES ('mine')")
    _refuses_both(path, "other_program")
    _sql(path, "DROP TABLE notes", "PRAGMA application_id=77")
    _refuses_both(path, "other_program")


@pytest.mark.parametrize("content", [b"not a database " * 100, b"x", bytes(range(256)) * 40])
def test_a_file_that_is_no_database_is_refused_and_not_a_byte_changed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.db"
    path.write_bytes(content)
    _refuses_both(str(path), "not_a_database")


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.mkdir()
    assert _refused(str(path), lambda store: store.read(queries.goals)).code == "path_is_directory"
    assert _refused(str(path), _create).code == "path_is_directory"


def test_an_empty_file_with_backups_beside_it_is_not_a_first_start(store: Store, path: str) -> None:
    from smart_tui.store.backups.copying import make_backup

    full_goal(store)
    connection = sqlite3.connect(path, isolation_level=None)
    make_backup(connection, path, "test")
    connection.close()
    store.close()
    os.truncate(path, 0)
    _refuses_both(path, "empty_file")


def test_an_empty_file_without_backups_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.touch()
    store = Store(str(path))
    assert store.read(queries.goals) == ()
    assert path.stat().st_size == 0
    _create(store)
    assert len(store.read(queries.goals)) == 1
    store.close()
    assert sound(str(path))


def test_a_symbolic_link_is_followed_and_kept(store: Store, path: str, tmp_path: Path) -> None:
    full_goal(store)
    link = tmp_path / "link.db"
    link.symlink_to(path)
    linked = Store(str(link))
    _create(linked)
    linked.close()
    assert link.is_symlink()
    assert len(contents(path)["goal"]) == 2


def test_a_symbolic_link_to_nothing_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "unmounted" / "smart-tui.db")
    assert _refused(str(link), lambda store: store.read(queries.goals)).code == "broken_link"
    assert _refused(str(link), _create).code == "broken_link"
    assert not (tmp_path / "unmounted").exists()


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%20b.db", "å ø & ;.db", "file:x.db", "x" * 200 + ".db"])
def test_any_file_name_is_meant_literally(tmp_path: Path, name: str) -> None:
    store = Store(str(tmp_path / name))
    _create(store)
    store.close()
    assert [found.name for found in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may do everything")
def test_a_file_and_a_folder_without_rights_are_said(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    os.chmod(path, 0o400)
    assert _refused(path, _create).code == "read_only"
    assert len(store.read(queries.goals)) == 1
    store.close()
    os.chmod(path, 0)
    assert _refused(path, lambda other: other.read(queries.goals)).code == "no_permission"
    os.chmod(path, 0o600)
    os.chmod(os.path.dirname(path), 0o500)
    assert _refused(path, _create).code in ("read_only", "no_permission")
    os.chmod(os.path.dirname(path), 0)
    assert _refused(path, lambda other: other.read(queries.goals)).code == "no_permission"
    assert _refused(path, _create).code == "no_permission"
    os.chmod(os.path.dirname(path), 0o700)


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = str(tmp_path / "file" / "smart-tui.db")
    assert _refused(path, lambda store: store.read(queries.goals)).code == "io"
    assert _refused(path, _create).code == "io"


@pytest.mark.parametrize(("platform", "on"), [("darwin", 1), ("linux", 0)])
def test_macs_are_told_to_write_through_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, on: int
) -> None:
    path = tmp_path / "new.db"
    path.touch()
    monkeypatch.setattr(sys, "platform", platform)
    writer = open_writer(str(path))
    pragmas = ("fullfsync", "checkpoint_fullfsync")
    assert [writer.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas] == [on, on]
    writer.close()
