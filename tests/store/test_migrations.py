"""Old files are brought up to date safely; a fresh file equals a migrated one."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from smart_tui.store import connection, migrations, queries, tables
from smart_tui.store.backups.copying import count_rows, make_backup
from smart_tui.store.backups.listing import manifest_path
from smart_tui.store.commands import goals, history
from smart_tui.store.connection import VERSION
from smart_tui.store.errors import StoreError
from smart_tui.store.migrations import STEPS, Migration, bring_up_to_date, create_if_missing
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import ROOT, contents, full_goal, sound

Apply = Callable[[sqlite3.Connection], None]
FIXTURES = Path(__file__).parent / "fixtures"


def _schema(path: str) -> dict[str, str]:
    opened = sqlite3.connect(path)
    rows = opened.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    opened.close()
    return {name: re.sub(r"\s+", " ", sql).strip() for name, sql in rows}


def _add_mood(opened: sqlite3.Connection) -> None:
    opened.execute("ALTER TABLE goal ADD COLUMN mood TEXT NOT NULL DEFAULT 'fine'")


def _fail_halfway(opened: sqlite3.Connection) -> None:
    opened.execute("ALTER TABLE goal ADD COLUMN mood TEXT")
    opened.execute("UPDATE goal SET title = 'half'")
    opened.execute("INSERT INTO nowhere VALUES (1)")


def _orphan(opened: sqlite3.Connection) -> None:
    opened.execute("DELETE FROM goal")


def test_the_steps_arrive_at_the_schema_of_the_tables(tmp_path: Path) -> None:
    migrated, fresh = str(tmp_path / "migrated.db"), str(tmp_path / "fresh.db")
    create_if_missing(migrated)
    bring_up_to_date(migrated)
    assert tables.TABLES
    engine = create_engine(f"sqlite:///{fresh}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    assert _schema(migrated) == _schema(fresh)


def test_steps_are_in_order_and_end_at_the_version_written() -> None:
    versions = [step.version for step in STEPS]
    assert versions == sorted(set(versions))
    assert versions[-1] == VERSION


@pytest.mark.parametrize("fixture", sorted(FIXTURES.glob("*.db")), ids=lambda found: found.stem)
def test_every_released_file_opens_with_all_it_held_and_can_be_written(fixture: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "smart-tui.db")
    shutil.copy(fixture, path)
    store = Store(path, Clock(datetime(2026, 3, 3, tzinfo=UTC)))
    first, second = store.read(queries.goals)
    assert (first.title, first.no, first.area, first.tags) == ("Læs flere bøger", 1, "Learning", ("home", "evening"))
    assert first.measure is not None and str(first.measure.target) == "24"
    assert [str(entry.value) for entry in store.read(queries.entries, first.id)] == ["1.5", "None"]
    assert (second.title, second.outcome) == ("Run", "partly")
    assert store.reader.damaged == set()
    store.run_sync(goals.set_answer, first.id, "specific.why", "new")
    for _ in range(3):
        store.run_sync(history.undo)
    store.close()
    assert sound(path)
    assert _schema(path) == _schema(_new(tmp_path))
    older = fixture.stem != f"v{VERSION}"
    assert (
        any(name.endswith("-migration.db") for name in os.listdir(tmp_path / "backups"))
        if older
        else (not (tmp_path / "backups").exists())
    )


def _new(tmp_path: Path) -> str:
    path = str(tmp_path / "new.db")
    create_if_missing(path)
    bring_up_to_date(path)
    return path


def test_the_fixture_script_still_makes_such_a_file(tmp_path: Path) -> None:
    path = str(tmp_path / "made.db")
    subprocess.run([sys.executable, "-m", "tests.store.fixtures.make", path], check=True, cwd=ROOT)
    assert _schema(path) == _schema(str(FIXTURES / f"v{VERSION}.db"))
    assert contents(path) == contents(str(FIXTURES / f"v{VERSION}.db"))


def test_a_file_with_data_is_backed_up_before_it_is_migrated(
    store: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_goal(store)
    store.close()
    before = contents(path)
    bring_up_to_date(path, (*STEPS, Migration(VERSION + 1, _add_mood)))
    (backup,) = [name for name in os.listdir(os.path.join(os.path.dirname(path), "backups")) if name.endswith(".db")]
    assert contents(os.path.join(os.path.dirname(path), "backups", backup)) == before
    assert backup in Path(manifest_path(path)).read_text()
    opened = sqlite3.connect(path)
    assert opened.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    assert opened.execute("SELECT mood FROM goal").fetchall() == [("fine",)]
    opened.close()
    assert sound(path)


def test_a_new_file_needs_no_backup(store: Store, path: str) -> None:
    full_goal(store)
    assert not os.path.exists(os.path.join(os.path.dirname(path), "backups"))


def test_a_new_file_is_never_seen_half_made(path: str) -> None:
    seen: list[object] = []

    def looking(step: Migration) -> Migration:
        def apply(opened: sqlite3.Connection) -> None:
            step.apply(opened)
            seen.append(connection.open_reader(path).rows("SELECT 1 FROM sqlite_master"))

        return Migration(step.version, apply)

    create_if_missing(path)
    bring_up_to_date(path, [looking(step) for step in STEPS])
    assert seen == [[]] * len(STEPS)
    assert queries.goals(connection.open_reader(path)) == ()


@pytest.mark.parametrize("step", [_fail_halfway, _orphan])
def test_a_failed_migration_changes_nothing(
    store: Store, path: str, step: Callable[[sqlite3.Connection], None]
) -> None:
    full_goal(store)
    store.close()
    before = contents(path)
    with pytest.raises(StoreError):
        bring_up_to_date(path, (*STEPS, Migration(VERSION + 1, step)))
    assert contents(path) == before
    opened = sqlite3.connect(path)
    assert opened.execute("PRAGMA user_version").fetchone() == (VERSION,)
    opened.close()
    assert sound(path)


def test_a_step_may_rebuild_a_table_without_losing_its_children(store: Store, path: str) -> None:
    def rebuild(opened: sqlite3.Connection) -> None:
        (sql,) = opened.execute("SELECT sql FROM sqlite_master WHERE name = 'goal'").fetchone()
        opened.execute(sql.replace("CREATE TABLE goal", "CREATE TABLE goal_new"))
        opened.execute("INSERT INTO goal_new SELECT * FROM goal")
        opened.execute("DROP TABLE goal")
        opened.execute("ALTER TABLE goal_new RENAME TO goal")

    full_goal(store)
    store.close()
    before = contents(path)
    bring_up_to_date(path, (*STEPS, Migration(VERSION + 1, rebuild)))
    assert contents(path) == before
    assert sound(path)


def test_a_reader_brings_an_older_file_up_to_date(store: Store, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    full_goal(store)
    store.close()
    monkeypatch.setattr(connection, "VERSION", VERSION + 1)
    steps = (*STEPS, Migration(VERSION + 1, _add_mood))
    monkeypatch.setattr(migrations, "bring_up_to_date", lambda found: bring_up_to_date(found, steps))
    assert [goal.title for goal in store.read(queries.goals)] == ["Read more"]
    assert store.reader.rows("SELECT mood FROM goal") == [("fine",)]


def test_a_backup_that_cannot_be_made_stops_the_migration(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    before = Path(path).read_bytes()
    folder = Path(path).parent / "backups"
    folder.write_text("in the way")
    with pytest.raises(StoreError):
        bring_up_to_date(path, (*STEPS, Migration(VERSION + 1, _add_mood)))
    assert Path(path).read_bytes() == before


def test_a_backup_of_a_damaged_file_is_refused_and_leaves_nothing(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    with Path(path).open("r+b") as file:
        file.seek(4096 * 4)
        file.write(b"\xff" * 4096 * 20)
    opened = sqlite3.connect(path, isolation_level=None)
    with pytest.raises((StoreError, sqlite3.DatabaseError)):
        make_backup(opened, path, "test")
    opened.close()
    assert os.listdir(Path(path).parent / "backups") == []


def test_backups_of_one_second_do_not_overwrite_each_other(store: Store, path: str) -> None:
    full_goal(store)
    opened = sqlite3.connect(path, isolation_level=None)
    made = {make_backup(opened, path, "test").path for _ in range(3)}
    assert len(made) == 3
    for backup in made:
        copy = sqlite3.connect(backup)
        assert count_rows(copy) == count_rows(opened)
        copy.close()
    opened.close()
    assert len(Path(manifest_path(path)).read_text().splitlines()) == 3
