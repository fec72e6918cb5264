"""A damaged row hides no other, and a damaged file is said to be one."""

import os
import sqlite3
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import goals
from smart_tui.store.connection import open_reader
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import full_goal


def _damage(path: str, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints=ON")
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE goal SET state = 'flying' WHERE id = 1",
        "UPDATE goal SET deadline = '2026-13-45' WHERE id = 1",
        "UPDATE goal SET start = x'00ff' WHERE id = 1",
        "UPDATE goal SET title = x'ff' WHERE id = 1",
        "UPDATE goal SET no = 'seven' WHERE id = 1",
        "UPDATE goal SET created_at = 'yesterday' WHERE id = 1",
    ],
)
def test_a_damaged_goal_is_counted_and_hides_no_other(store: Store, path: str, statement: str) -> None:
    full_goal(store)
    second = full_goal(store, "Run more")
    _damage(path, statement)
    reader = open_reader(path)
    assert [goal.id for goal in queries.goals(reader)] == [second]
    assert reader.damaged == {("goal", 1)}
    with pytest.raises(StoreError, match="damaged"):
        queries.goal(reader, 1)
    assert queries.find(reader, "run").id == second
    queries.goals(reader)
    assert len(reader.damaged) == 1


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("measure", "kind = 'x'"),
        ("measure", "target = 1.5"),
        ("measure", "target = 'much'"),
        ("measure", "share_wanted = 'x'"),
        ("measure", "levels = '[1'"),
        ("measure", "levels = '{}' || x'80'"),
        ("measure", "valid_from = '0000-00-00'"),
        ("milestone", "due = 'soon'"),
        ("activity", "horizon = ''"),
        ("plan", "action = x'00'"),
        ("confidence", "day = 'x'"),
        ("pause", "first = 7"),
        ("answer", "text = x'61'"),
    ],
)
def test_a_damaged_part_of_a_goal_hides_neither_the_goal_nor_another_part(
    store: Store, path: str, table: str, change: str
) -> None:
    first, second = full_goal(store), full_goal(store, "Run more")
    whole = store.read(queries.goal, second)
    _damage(path, f'UPDATE "{table}" SET {change} WHERE goal_id = {first}')
    reader = open_reader(path)
    found = queries.goals(reader)
    assert [goal.id for goal in found] == [first, second]
    assert found[1] == whole
    assert {name for name, _ in reader.damaged} == {table}


@pytest.mark.parametrize(
    "change",
    [
        "value = 1.25",
        "value = NULL",
        "value = 'x'",
        "day = '2026-02-30'",
        "day = ''",
        "state = 'odd'",
        "recorded_at = 'x'",
        "note = x'41'",
    ],
)
def test_a_damaged_entry_hides_no_other(store: Store, path: str, change: str) -> None:
    first, second = full_goal(store), full_goal(store, "Run more")
    _damage(path, f"UPDATE entry SET {change} WHERE goal_id = {first}")
    reader = open_reader(path)
    assert queries.entries(reader, first) == ()
    assert len(queries.entries(reader, second)) == 1
    assert {name for name, _ in reader.damaged} == {"entry"}


def test_text_that_is_not_utf8_is_shown_as_far_as_it_can_be_read(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    _damage(path, "UPDATE answer SET text = CAST(x'6869ff21' AS TEXT)")
    assert store.read(queries.goal, goal_id).answers == {"specific.what": "hi\ufffd!"}
    store.run_sync(goals.set_fields, goal_id, {"title": "Still works"})
    assert store.read(queries.goal, goal_id).title == "Still works"


def test_a_damaged_step_of_the_history_is_no_step(store: Store, path: str) -> None:
    full_goal(store)
    _damage(path, "UPDATE change_group SET params = '{'")
    assert store.read(queries.history) == (None, None)


def test_an_unreadable_setting_keeps_its_default(store: Store, path: str) -> None:
    full_goal(store)
    _damage(path, "INSERT INTO setting VALUES ('first_weekday', 'someday'), ('default_share', '-3')")
    assert store.read(queries.settings).first_weekday == 0
    assert store.read(queries.settings).default_share == 80


def test_overwritten_pages_are_said_to_be_damage(store: Store, path: str) -> None:
    full_goal(store)
    store.close()
    size = os.path.getsize(path)
    with Path(path).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(StoreError, match="damaged"):
        store.read(queries.goals)
    with pytest.raises(StoreError, match="damaged"):
        store.run_sync(goals.create, "nordic", "en", title="New")


def test_one_passing_read_error_is_not_damage(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from smart_tui.store import connection

    goal_id = full_goal(store)
    asked = connection._all_rows
    failures = [sqlite3.OperationalError("disk I/O error")]

    def fail_once(*args: object) -> object:
        if failures:
            raise failures.pop()
        return asked(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(connection, "_all_rows", fail_once)
    assert store.read(queries.goal, goal_id).title == "Read more"
