"""A backup comes back wholly, what was there before is kept, and at every moment the file is the old or the new one."""

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.store.backups.copying import make_backup
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.backups.thinning import thin
from smart_tui.store.commands import entries, goals
from smart_tui.store.connection import VERSION, open_writer
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue import restore as restoring
from smart_tui.store.rescue.restore import restore
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, ROOT, contents, full_goal, sound
from tests.store.damaged import Damage, headless, overwritten, zeroed

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
FIXTURES = Path(__file__).parent / "fixtures"
KILLS = 6

RESTORER = """
import os, sys
from datetime import UTC, datetime
from smart_tui.store.rescue.restore import restore
os.write(1, b"ready")
while True:
    for backup in sys.argv[2:]:
        restore(sys.argv[1], backup, datetime.now(UTC))
"""


def _backed_up(path: str) -> str:
    connection = open_writer(path)
    try:
        return make_backup(connection, path, "asked", NOW).path
    finally:
        connection.close()


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a file with two goals, and of a backup from when it had one."""
    folder = tmp_path_factory.mktemp("seed") / "data"
    store = Store(str(folder / "smart-tui.db"), Clock())
    full_goal(store)
    _backed_up(store.path)
    full_goal(store, "Run more")
    store.close()
    return folder


@pytest.fixture
def backup(seed: Path, path: str) -> str:
    """The path of the backup, beside a file of one's own."""
    shutil.copytree(seed, os.path.dirname(path))
    return backups_of(path)[0].path


def _partials(path: str) -> list[str]:
    folder = os.path.dirname(path)
    return [name for _, _, names in os.walk(folder) for name in names if "partial" in name or "journal" in name]


def test_a_restore_brings_back_all_and_restoring_what_it_kept_undoes_it(store: Store, path: str, backup: str) -> None:
    before, wanted = contents(path), contents(backup)
    inode = os.stat(path).st_ino
    kept = store.restore(backup).result()
    assert contents(path) == wanted and sound(path)
    assert kept is not None and kept.listed and kept.reason == "restore"
    assert [goal.title for goal in store.read(queries.goals)] == ["Read more"]
    store.run_sync(entries.check_in, 1, MONDAY, Decimal(3))
    store.restore(kept.path).result()
    assert contents(path) == before and sound(path)
    assert os.stat(path).st_ino == inode and not _partials(path)


def test_another_window_sees_what_was_restored_and_writes_on(store: Store, path: str, backup: str) -> None:
    other = Store(path, Clock())
    assert len(other.read(queries.goals)) == 2
    other.run_sync(goals.set_answer, 1, "specific.why", "because")
    store.restore(backup).result()
    assert [goal.title for goal in other.read(queries.goals)] == ["Read more"]
    assert "specific.why" not in other.read(queries.goal, 1).answers
    other.run_sync(goals.set_answer, 1, "specific.why", "again")
    assert store.read(queries.goal, 1).answers["specific.why"] == "again"
    other.close()


DAMAGES: dict[str, Damage] = {
    "empty": lambda good: b"",
    "text": lambda good: b"Dear diary, " * 1000,
    "headless": headless,
    "first page": lambda good: zeroed(good, 1),
    "half": lambda good: good[: len(good) // 2],
    "a page": lambda good: overwritten(good, 20),
    "schema": lambda good: overwritten(good, 3),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_file_is_kept_byte_by_byte_and_the_backup_put_in_its_place(
    name: str, store: Store, path: str, backup: str
) -> None:
    store.close()
    damaged = DAMAGES[name](Path(path).read_bytes())
    Path(path).write_bytes(damaged)
    kept = restore(path, backup, NOW)
    assert contents(path) == contents(backup) and sound(path) and not _partials(path)
    assert os.stat(path).st_mode & 0o777 == 0o600
    if not damaged:
        assert kept is None
        return
    assert kept is not None and not kept.listed
    assert Path(kept.path).read_bytes() == damaged
    assert os.stat(kept.path).st_mode & 0o777 == 0o600
    assert kept.path not in {each.path for each in backups_of(path) if each.listed}


def test_what_lies_beside_a_lost_file_is_not_taken_for_changes_of_the_new_one(
    store: Store, path: str, backup: str
) -> None:
    store.close()
    Path(path).write_bytes(b"Dear diary, " * 1000)
    Path(path + "-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(2000))
    kept = restore(path, backup, NOW)
    assert kept is not None and os.path.getsize(kept.path + "-journal") == 2008
    assert contents(path) == contents(backup) and sound(path)
    assert not os.path.exists(path + "-journal")


def test_a_lost_file_that_could_not_be_replaced_has_no_second_name(
    store: Store, path: str, backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    Path(path).write_bytes(b"Dear diary, " * 1000)
    Path(path + "-journal").write_bytes(b"half")

    def full(ready: str, path: str) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(restoring, "put_in_place", full)
    with pytest.raises(StoreError, match="disk_full"):
        restore(path, backup, NOW)
    assert os.stat(path).st_nlink == 1
    assert not [name for name in os.listdir(os.path.dirname(backup)) if "damaged" in name]


@pytest.mark.parametrize("version", (1000, VERSION - 1))
def test_a_backup_of_any_version_comes_back_at_that_of_today_and_stays_as_it_is(
    version: int, store: Store, path: str
) -> None:
    full_goal(store)
    old = FIXTURES / f"v{version}.db"
    data = old.read_bytes()
    restore(path, str(old), NOW)
    assert sound(path) and len(store.read(queries.goals)) == 2
    assert store.reader.rows("PRAGMA user_version") == [(VERSION,)]
    assert old.read_bytes() == data and not _partials(path)


def test_a_backup_that_is_no_good_changes_nothing(store: Store, path: str, backup: str, tmp_path: Path) -> None:
    store.close()
    good, before = Path(backup).read_bytes(), Path(path).read_bytes()
    newer = tmp_path / "newer.db"
    shutil.copy(backup, newer)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version=2000")
    connection.close()
    for code, data in (
        ("newer_version", newer.read_bytes()),
        ("not_a_database", headless(good)),
        ("damaged", overwritten(good, 20)),
        ("damaged", good[: len(good) // 2]),
    ):
        Path(backup).write_bytes(data)
        with pytest.raises(StoreError, match=code):
            restore(path, backup, NOW)
        assert Path(path).read_bytes() == before
    assert [each.reason for each in backups_of(path)] == ["asked"] and not _partials(path)


def test_what_another_window_writes_between_the_backup_and_the_restore_is_kept_too(
    store: Store, path: str, backup: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Store(path, Clock())
    pour, writes = restoring._pour, ["late", "later"]

    def pour_after_a_write(*given: object) -> None:
        if writes:
            other.run_sync(goals.create, "nordic", "en", title=writes.pop())
        pour(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(restoring, "_pour", pour_after_a_write)
    kept = store.restore(backup).result()
    other.close()
    assert kept is not None
    assert {row["title"] for row in contents(kept.path)["goal"]} == {"Read more", "Run more", "late", "later"}
    assert contents(path) == contents(backup)


def test_a_file_that_another_program_holds_is_left_as_it_is(store: Store, path: str, backup: str) -> None:
    before = contents(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM goal").fetchone()
    with pytest.raises(StoreError, match="locked"):
        store.restore(backup).result()
    reader.execute("ROLLBACK")
    reader.close()
    assert contents(path) == before and sound(path)


def test_a_restore_that_is_killed_leaves_the_old_or_the_new(store: Store, path: str, backup: str) -> None:
    store.close()
    second = _backed_up(path)
    either = [contents(backup), contents(second)]
    for n in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", RESTORER, path, backup, second], stdout=subprocess.PIPE, cwd=ROOT
        ) as restorer:
            assert restorer.stdout is not None
            restorer.stdout.read(5)
            time.sleep(0.02 * n)
            restorer.send_signal(signal.SIGKILL)
        # Whoever opens the file next rolls back what was half written.
        reading = Store(path)
        reading.read(queries.goals)
        reading.close()
        assert contents(path) in either
        assert sound(path)


def test_half_copies_of_a_killed_process_are_cleared(path: str, backup: str) -> None:
    folder, gone = os.path.dirname(path), 2**22 + 1
    left = [
        os.path.join(folder, f"smart-tui.db-0a.{gone}.partial"),
        os.path.join(folder, "backups", f"smart-tui-restoring-0a.{gone}.partial"),
        os.path.join(folder, "backups", f"smart-tui-restoring-0a.{gone}.partial-journal"),
    ]
    for each in left:
        Path(each).write_bytes(b"half")
        os.utime(each, (0, 0))
    restore(path, backup, NOW)
    thin(path, NOW)
    assert not any(os.path.exists(each) for each in left)


def test_a_held_file_takes_no_write_until_it_is_restored(store: Store, path: str, backup: str) -> None:
    store.hold(StoreError("damaged", path=path))
    with pytest.raises(StoreError, match="held"):
        store.run_sync(goals.set_answer, 1, "specific.why", "a")
    assert len(store.read(queries.goals)) == 2
    store.restore(backup).result()
    assert store.held is None
    store.run_sync(goals.set_answer, 1, "specific.why", "a")


def test_a_writer_that_meets_damage_holds_the_file(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
    connection.close()
    Path(path).write_bytes(overwritten(Path(path).read_bytes(), root))
    with pytest.raises(StoreError, match="damaged"):
        store.run_sync(entries.check_in, 1, MONDAY, Decimal(1))
    assert store.held is not None and store.held.code == "damaged"
    with pytest.raises(StoreError, match="held"):
        store.run_sync(goals.set_answer, 1, "specific.why", "a")
    store.release()
    assert store.held is None
