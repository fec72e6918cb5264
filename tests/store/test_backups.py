"""A backup is made when something changed, is whole, is found again, and its loss or damage is seen."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.backup import BackupReason
from smart_tui.domain.goal import State
from smart_tui.domain.review import ReviewScreen, Way
from smart_tui.store import queries
from smart_tui.store.backups import copying as backup
from smart_tui.store.backups.copying import mark, verify_backup
from smart_tui.store.backups.listing import backups_of, last_check, last_mark, manifest_path, note_check
from smart_tui.store.backups.thinning import thin
from smart_tui.store.commands import entries, goals, history, journal, reviews
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.commands.standings import keep
from smart_tui.store.connection import VERSION
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.conftest import START
from tests.store.contents import MONDAY, contents, full_goal

TIME, EXIT, ASKED = BackupReason.TIME, BackupReason.EXIT, BackupReason.ASKED
FIXTURES = Path(__file__).parent / "fixtures"
EVERY = tuple(State)


def _mark(path: str) -> str:
    connection = sqlite3.connect(path)
    try:
        return mark(connection)
    finally:
        connection.close()


def _sql(path: str, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _made(store: Store, reason: BackupReason = ASKED) -> str:
    made = store.back_up_sync(reason)
    assert made is not None
    return made.path


def _spoil(path: str, at: int, length: int = 64) -> None:
    with open(path, "r+b") as file:
        file.seek(at)
        file.write(os.urandom(length))


def _review(store: Store) -> int:
    return store.run_sync(reviews.begin, MONDAY, MONDAY, MONDAY + timedelta(days=6), Way.FULL)


ACTS: dict[str, Callable[[Store], object]] = {
    "entry": lambda store: store.run_sync(entries.check_in, 1, date(2026, 3, 9), Decimal(3)),
    "note": lambda store: store.run_sync(entries.edit_entry, 1, note="longer"),
    "undo": lambda store: store.run_sync(history.undo),
    "setting": lambda store: store.run_sync(set_setting, "default_share", "70"),
    "unsent text": lambda store: store.run_sync(set_setting, "unsent check_in 1", '{"text": "12"}'),
    "draft": lambda store: store.run_sync(goals.create, "nordic", "en"),
    "answer": lambda store: store.run_sync(goals.set_answer, 1, "specific.what", "New"),
    "journal": lambda store: store.run_sync(journal.write, None, MONDAY, "A quiet day"),
    "review": _review,
    "elsewhere": lambda store: _sql(store.path, "UPDATE entry SET value = value + 1 WHERE id = 1"),
    "elsewhere a goal": lambda store: _sql(store.path, "UPDATE goal SET title = 'Other' WHERE id = 1"),
}


@pytest.fixture
def filled(store: Store) -> Store:
    full_goal(store)
    return store


def test_the_mark_follows_all_that_a_person_or_another_program_changes(filled: Store, path: str) -> None:
    seen = {_mark(path): "before"}
    for name, act in ACTS.items():
        act(filled)
        found = _mark(path)
        assert found not in seen, f"{name} looks like {seen.get(found)}"
        seen[found] = name
    filled.run_sync(reviews.stand, 1, ReviewScreen.WEEK, "3", 10)
    assert _mark(path) not in seen


def test_the_mark_is_that_of_the_copy_and_stays_when_figures_are_kept_or_the_index_is_made_anew(
    filled: Store, path: str
) -> None:
    before = _mark(path)
    today, chosen = date(2026, 5, 20), filled.read(queries.settings)
    filled.run_sync(keep, filled.read(queries.standings, EVERY, today, chosen), today, chosen)
    assert _mark(path) == before == _mark(_made(filled)) == last_mark(path)
    _sql(path, "DELETE FROM search_stale", "INSERT INTO search_stale (kind, row_id) VALUES ('goal', 1)", "VACUUM")
    assert _mark(path) == before


def test_undo_and_redo_come_back_to_the_mark_they_left(filled: Store, path: str) -> None:
    filled.run_sync(journal.write, None, MONDAY, "A quiet day")
    _made(filled)
    filled.run_sync(history.undo)
    assert filled.back_up_sync(EXIT) is not None
    filled.run_sync(history.redo)
    assert filled.back_up_sync(EXIT) is not None


def test_what_did_not_change_is_not_backed_up_by_time_or_at_exit(filled: Store, path: str) -> None:
    assert filled.back_up_sync(TIME) is not None
    assert filled.back_up_sync(TIME) is None
    assert filled.back_up_sync(EXIT) is None
    assert filled.back_up_sync(ASKED) is not None
    filled.run_sync(goals.set_answer, 1, "specific.what", "New")
    assert filled.back_up_sync(EXIT) is not None
    assert [each.reason for each in backups_of(path)] == ["exit", "asked", "time"]


def test_a_file_that_is_not_there_yet_is_neither_backed_up_nor_made(store: Store, path: str) -> None:
    assert store.back_up_sync(ASKED) is None
    assert not os.path.exists(path)


def test_a_file_that_nobody_wrote_into_is_backed_up_only_when_that_is_asked_for(store: Store, path: str) -> None:
    store.warm().result()
    assert store.back_up_sync(EXIT) is None
    assert not os.path.exists(os.path.dirname(manifest_path(path)))
    assert store.back_up_sync(ASKED) is not None


def test_an_emptied_file_is_not_backed_up_over_the_good_ones(filled: Store, path: str) -> None:
    _made(filled)
    os.truncate(path, 0)
    with pytest.raises(StoreError, match="empty_file"):
        filled.back_up_sync(TIME)
    assert len(backups_of(path)) == 1


def test_a_backup_says_when_why_and_what_it_holds_and_holds_it(filled: Store, path: str) -> None:
    made = filled.back_up_sync(ASKED)
    assert made is not None and backups_of(path) == (made,)
    assert (made.reason, made.rows["goal"], made.rows["entry"]) == ("asked", 1, 1)
    assert made.at is not None and START < made.at < START + timedelta(minutes=5)
    assert made.size == os.path.getsize(made.path) and os.stat(made.path).st_mode & 0o777 == 0o600
    assert contents(made.path) == contents(path)


def test_one_row_that_breaks_a_rule_does_not_end_the_backups(filled: Store, path: str) -> None:
    statement = "UPDATE goal SET state = 'flying', deadline = '2026-13-45' WHERE id = 1"
    _sql(path, "PRAGMA ignore_check_constraints=ON", statement, "INSERT INTO tag (goal_id, name) VALUES (77, 'x')")
    verify_backup(_made(filled))


def test_a_backup_that_another_window_wrote_into_the_middle_of_is_no_failure(
    filled: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = backup._verified

    def interrupted(copy: str) -> object:
        _sql(path, "INSERT INTO tag (goal_id, name) VALUES (1, 'late')")
        return verified(copy)

    monkeypatch.setattr(backup, "_verified", interrupted)
    assert filled.back_up_sync(ASKED) is not None


def test_a_file_is_listed_that_the_manifest_does_not_name_and_lines_that_cannot_be_read_are_passed_over(
    filled: Store, path: str
) -> None:
    first = _made(filled)
    manifest = Path(manifest_path(path))
    manifest.write_bytes(b"\xff{\n[1]\n" + b"[" * 5000 + b"\n" + manifest.read_bytes() + b'{"name": "half')
    folder = manifest.parent
    (folder / "mine.db").write_bytes(Path(first).read_bytes())
    (folder / "smart-tui-20250101T000000Z-exit.db").write_bytes(b"")
    (folder / "other-20250101T000000Z-exit.db").write_bytes(b"")
    second = _made(filled)
    found = {os.path.basename(each.path): each for each in backups_of(path)}
    assert [os.path.basename(each) for each in (first, second)] == [
        name for name in reversed(found) if found[name].listed
    ]
    assert {name for name, each in found.items() if not each.listed} == {
        "mine.db",
        "smart-tui-20250101T000000Z-exit.db",
    }
    old = found["smart-tui-20250101T000000Z-exit.db"]
    assert (old.reason, old.at) == ("exit", datetime(2025, 1, 1, tzinfo=UTC))
    assert found["mine.db"].version == VERSION


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: _spoil(path, 4096 * 3, 4096), "damaged"),
        (lambda path: _spoil(path, 0, 100), "not_a_database"),
        (lambda path: os.truncate(path, 0), "not_a_database"),
        (lambda path: os.truncate(path, 4096 * 3 + 100), "damaged"),
        (lambda path: _sql(path, "DELETE FROM entry"), "damaged"),
        (lambda path: _sql(path, "PRAGMA foreign_keys=OFF", "UPDATE tag SET goal_id = 99"), "damaged"),
        (lambda path: _sql(path, "PRAGMA user_version=9000"), "newer_version"),
        (lambda path: _sql(path, "PRAGMA application_id=7"), "other_program"),
        (lambda path: os.unlink(path), "no_backup"),
    ],
)
def test_what_happened_to_a_backup_is_seen_and_not_a_byte_of_it_changed(
    filled: Store, spoil: Callable[[str], object], code: str
) -> None:
    made = _made(filled)
    verify_backup(made)
    spoil(made)
    before = Path(made).read_bytes() if os.path.exists(made) else b""
    with pytest.raises(StoreError) as caught:
        verify_backup(made)
    assert caught.value.code == code
    assert not before or Path(made).read_bytes() == before
    assert sorted(os.listdir(os.path.dirname(made)))[-1].endswith(".jsonl")


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("v*.db")), ids=lambda path: path.stem)
def test_a_backup_of_every_earlier_version_is_verified(fixture: Path) -> None:
    verify_backup(str(fixture))


def test_damage_of_the_file_is_said_stops_the_thinning_and_keeps_the_backups(filled: Store, path: str) -> None:
    for _ in range(30):
        _made(filled)
    filled.close()
    kept = backups_of(path)
    assert len(kept) < 30
    _spoil(path, 4096 * 2, os.path.getsize(path) // 2)
    with pytest.raises(StoreError) as caught:
        filled.back_up_sync(TIME)
    assert caught.value.code in ("damaged", "not_a_database")
    note_check(path, START, sound=False)
    check = last_check(path)
    assert check is not None and not check.sound
    assert thin(path, START + timedelta(days=4000)) == ()
    assert backups_of(path) == kept


def test_what_a_killed_process_left_half_is_taken_away_and_what_a_living_one_makes_is_not(
    filled: Store, path: str
) -> None:
    folder = Path(manifest_path(path)).parent
    gone = subprocess.Popen(["true"])
    gone.wait()
    _made(filled)
    names = {
        f"smart-tui-1-exit.db.{gone.pid}.partial": 3600,
        f"smart-tui-2-exit.db.{gone.pid}.partial": 0,
        f"smart-tui-3-exit.db.{os.getpid()}.partial": 3600,
        f"smart-tui-4-exit.db.{os.getpid()}.partial": 90000,
        f"notes-5-exit.db.{gone.pid}.partial": 3600,
    }
    now = datetime.now(UTC)
    for name, age in names.items():
        (folder / name).touch()
        os.utime(folder / name, (now.timestamp() - age,) * 2)
    thin(path, now)
    left = {name for name in os.listdir(folder) if name.endswith(".partial")}
    assert left == {name for name in names if name[:11] in ("smart-tui-2", "smart-tui-3") or name.startswith("notes")}


def test_every_finished_backup_is_in_the_second_folder_too(filled: Store, path: str, tmp_path: Path) -> None:
    filled.second_folder = str(tmp_path / "stick")
    _made(filled)
    assert filled.second_problem is not None and filled.second_problem.code == "second_missing"
    assert not (tmp_path / "stick").exists()
    (tmp_path / "stick").mkdir()
    assert filled.back_up_sync(EXIT) is None
    assert filled.second_problem is None
    filled.run_sync(journal.write, None, MONDAY, "A quiet day")
    second = _made(filled, EXIT)
    copies = backups_of(path, str(tmp_path / "stick"))
    assert [each.reason for each in copies] == ["exit", "asked"]
    assert Path(copies[0].path).read_bytes() == Path(second).read_bytes()
    assert all(os.stat(each.path).st_mode & 0o777 == 0o600 for each in copies)
    verify_backup(copies[0].path)
    assert len(os.listdir(tmp_path / "stick")) == 3


def test_the_file_is_no_backup_of_itself_where_the_second_folder_is_its_own(filled: Store, path: str) -> None:
    filled.second_folder = os.path.dirname(path)
    _made(filled)
    assert [each.reason for each in backups_of(path, filled.second_folder)] == ["asked"]


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs a folder that no file can be put into")
def test_a_second_folder_that_refuses_the_copy_is_said_and_the_backup_stands(filled: Store, path: str) -> None:
    filled.second_folder = "/proc/self"
    _made(filled)
    assert filled.second_problem is not None and filled.second_problem.code == "second_failed"
    assert len(backups_of(path)) == 1


def test_two_files_of_one_name_do_not_share_their_backups_in_a_second_folder(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        one = Store(str(tmp_path / folder / "goals.db"))
        one.second_folder = str(tmp_path)
        full_goal(one)
        _made(one)
        one.close()
        assert len(backups_of(one.path, str(tmp_path))) == 1
    assert len(list(tmp_path.glob("*.db"))) == 2


def test_a_link_to_the_file_finds_the_backups_beside_the_file(filled: Store, path: str, tmp_path: Path) -> None:
    made = _made(filled)
    link = tmp_path / "elsewhere" / "goals.db"
    link.parent.mkdir()
    link.symlink_to(path)
    assert [each.path for each in backups_of(str(link))] == [made]


def test_the_manifest_is_only_its_owners_and_each_line_is_one_object(filled: Store, path: str) -> None:
    _made(filled)
    note_check(path, START, sound=True)
    manifest = Path(manifest_path(path))
    assert manifest.stat().st_mode & 0o777 == 0o600
    lines = [json.loads(line) for line in manifest.read_text().splitlines()]
    assert lines[0].keys() == {"name", "at", "reason", "rows", "mark", "version", "size"}
    assert lines[1] == {"checked": START.isoformat(), "result": "ok", "full": True}
