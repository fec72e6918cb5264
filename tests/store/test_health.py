"""Each way a file can be is told apart, and looking changes not a byte."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from smart_tui.domain.backup import FileState
from smart_tui.store.connection import VERSION
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue import health
from tests.store.damaged import filled, headless, overwritten, zeroed

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return filled(str(tmp_path_factory.mktemp("good") / "smart-tui.db"))


def _sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


MADE: dict[str, tuple[FileState, Callable[[bytes], bytes]]] = {
    "whole": (FileState.OK, lambda good: good),
    "new": (FileState.NEW, lambda good: b""),
    "stump": (FileState.NOT_A_DATABASE, lambda good: good[:300]),
    "text": (FileState.NOT_A_DATABASE, lambda good: b"Dear diary, " * 1000),
    "lines": (FileState.NOT_A_DATABASE, lambda good: b"\n\r\n\n" * 5000),
    "random": (FileState.NOT_A_DATABASE, lambda good: Random(6).randbytes(len(good))),
    "headless": (FileState.DAMAGED, headless),
    "first page": (FileState.DAMAGED, lambda good: zeroed(good, 1)),
    "half": (FileState.DAMAGED, lambda good: good[: len(good) // 2]),
    "odd end": (FileState.DAMAGED, lambda good: good[:-1000]),
}


@pytest.mark.parametrize("name", MADE)
def test_what_a_file_is_is_said_and_not_a_byte_of_it_changed(name: str, good: bytes, tmp_path: Path) -> None:
    state, damage = MADE[name]
    path = tmp_path / "smart-tui.db"
    path.write_bytes(damage(good))
    assert health.look(str(path)).state is state
    assert path.read_bytes() == damage(good)
    assert os.listdir(tmp_path) == ["smart-tui.db"]


def test_an_older_file_is_examined_and_not_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    shutil.copy(FIXTURES / "v1000.db", path)
    before = path.read_bytes()
    assert health.rows_that_do_not_validate(str(path)) == {}
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["smart-tui.db"]


def test_a_page_that_is_overwritten_is_noticed(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.write_bytes(good)
    connection = sqlite3.connect(path)
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    connection.close()
    assert free == 0
    for number in range(1, len(good) // 4096 + 1, 3):
        damaged = (zeroed, overwritten)[number % 2](good, number)
        path.write_bytes(damaged)
        found = health.look(str(path)).state
        assert found in (FileState.DAMAGED, FileState.NOT_A_DATABASE) or _only_text(good, number)
        assert path.read_bytes() == damaged


def _only_text(good: bytes, number: int) -> bool:
    """Whether a page holds but the rest of a long text, of which no check can know what it was."""
    page = good[(number - 1) * 4096 : number * 4096]
    return page[0] == 0 and b"many words" in page


def test_other_programs_newer_and_older_versions_are_told_apart(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    assert health.look(str(path)) == (FileState.MISSING, 0, "")
    path.write_bytes(good)
    _sql(path, "PRAGMA user_version=2000")
    assert health.look(str(path))[:2] == (FileState.NEWER, 2000)
    _sql(path, "PRAGMA application_id=77")
    assert health.look(str(path)).state is FileState.OTHER_PROGRAM
    for fixture in FIXTURES.glob("v*.db"):
        path.write_bytes(fixture.read_bytes())
        version = int(fixture.stem[1:])
        expected = FileState.OLDER if version < VERSION else FileState.OK
        assert health.look(str(path))[:2] == (expected, version)
    path.unlink()
    path.mkdir()
    assert health.look(str(path)).state is FileState.UNREADABLE


def test_an_empty_file_with_backups_is_not_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.touch()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "smart-tui-20260101T000000Z-time.db").touch()
    assert health.look(str(path)).state is FileState.EMPTY


def test_a_file_that_is_being_written_to_is_not_called_damaged(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.write_bytes(good)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert health.look(str(path)).state is FileState.OK
    assert health.is_locked(str(path))
    writer.execute("ROLLBACK")
    writer.close()
    assert not health.is_locked(str(path))


def test_a_row_that_breaks_a_rule_is_counted_and_is_no_damage_of_the_file(good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "smart-tui.db"
    path.write_bytes(good)
    _sql(
        path,
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE goal SET deadline = '2026-13-45' WHERE id = 1",
        "UPDATE entry SET recorded_at = 'once' WHERE id = 1",
    )
    assert health.full_check(str(path)) == ()
    assert health.look(str(path)).state is FileState.OK
    found = health.rows_that_do_not_validate(str(path))
    assert found == {"entry": 1, "goal": 1}
    _sql(path, "PRAGMA foreign_keys=OFF", "DELETE FROM goal WHERE id = 2")
    assert any("entry" in problem for problem in health.full_check(str(path)))
    assert health.full_check(str(path), references=False) == ()
    with pytest.raises(StoreError, match="not_found"):
        health.quick_check(str(tmp_path / "none.db"))


def test_one_passing_problem_is_no_damage(good: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "smart-tui.db"
    path.write_bytes(good)
    asked, failures = health._asked, [("disk I/O error",)]
    monkeypatch.setattr(health, "_asked", lambda *given: failures.pop() if failures else asked(*given))
    assert health.quick_check(str(path)) == ()
    assert not failures
