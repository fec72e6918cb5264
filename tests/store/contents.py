"""What a database file holds, for comparing before and after; and a goal with a bit of everything."""

import sqlite3
from datetime import date
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.goal import Horizon, Kind, Measure
from smart_tui.store.commands import entries, goals, measures, plans
from smart_tui.store.store import Store

OUTSIDE_UNDO = ("setting", "counter", "change_group", "change", "standing")
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
        if name not in OUTSIDE_UNDO
    }
    connection.close()
    for goal in found["goal"]:
        del goal["updated_at"], goal["step"]
    return found


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
    run(goals.pause, goal_id, date(2026, 4, 1), date(2026, 4, 7))
    return goal_id
