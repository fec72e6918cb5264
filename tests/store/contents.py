"""What a database file holds, for comparing before and after; and a goal with a bit of everything."""

import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.goal import Horizon, Kind, Measure
from smart_tui.store.changes import UNRECORDED
from smart_tui.store.commands import coach, entries, goals, measures, plans
from smart_tui.store.commands.history import redo, undo
from smart_tui.store.queries import history
from smart_tui.store.store import Store
from tests.store.conftest import Clock

Act = Callable[[Store], object]

OUTSIDE_UNDO = ("setting", "counter", "change_group", "change", "standing", "document", "exchanged")
ROOT = str(Path(__file__).parents[2])
"""Where subprocesses find the package."""
MONDAY = date(2026, 3, 2)


def contents(path: str) -> dict[str, list[dict[str, object]]]:
    """All rows by table, without what undo does not cover."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'"
        )
    ]
    found = {
        name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')]
        for name in names
        if name not in OUTSIDE_UNDO and not name.startswith("search")
    }
    connection.close()
    for table, columns in UNRECORDED.items():
        for row in found.get(table, ()):
            for column in columns:
                del row[column]
    return found


def undone_and_redone(path: str, prepare: Act, act: Act) -> str:
    """Do something, undo and redo it exactly, each after a restart; gives the operation of its one step."""
    store = Store(path, Clock())
    prepare(store)
    before, (earlier, _) = contents(path), store.read(history)
    act(store)
    after, (last, _) = contents(path), store.read(history)
    assert after != before
    assert last is not None and earlier is not None
    assert store.reader.rows("SELECT count(*) FROM change_group WHERE id > ?", (earlier.id,)) == [(1,)]
    for replay, expected in ((undo, before), (redo, after), (undo, before)):
        store.close()
        store = Store(path, Clock())
        assert store.run_sync(replay).id == last.id
        assert contents(path) == expected
    store.close()
    assert sound(path)
    return last.operation


def sound(path: str) -> bool:
    """Whether SQLite finds nothing wrong with the file."""
    connection = sqlite3.connect(path)
    try:
        return (
            connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and connection.execute("PRAGMA foreign_key_check").fetchall() == []
        )
    finally:
        connection.close()


def books(target: str = "24", valid_from: date = MONDAY) -> Measure:
    """So many books."""
    return Measure(Kind.TOTAL, valid_from, target=Decimal(target), unit="books")


def full_goal(store: Store, title: str = "Read more") -> int:
    """An active goal with a row in every table; gives its id."""
    run = store.run_sync
    goal_id = run(goals.create, "nordic", "en", title=title, answers={"specific.what": "Read"}, area="Learning")
    run(measures.set_measure, goal_id, books())
    run(goals.set_fields, goal_id, {"tags": ("home", "evening"), "deadline": date(2026, 12, 31)})
    run(goals.activate, goal_id, MONDAY)
    run(plans.add_milestone, goal_id, "First shelf", date(2026, 6, 1))
    run(plans.add_activity, goal_id, "Buy a lamp", "Saturday", "town", MONDAY, Horizon.TODAY)
    run(plans.add_plan, goal_id, "it is ten", "I read a page")
    run(plans.set_confidence, goal_id, MONDAY, 7)
    run(entries.check_in, goal_id, MONDAY, Decimal("1.5"), note="short one")
    run(coach.dismiss, goal_id, "no_relevance")
    run(goals.pause, goal_id, date(2026, 4, 1), date(2026, 4, 7))
    return goal_id
