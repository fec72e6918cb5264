"""What the history records of each change of a row, how two changes become one, and which steps are kept."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlmodel import Session, col, select

from smart_tui.store.tables.outside import Change, Step

STEPS_KEPT = 500
DAYS_KEPT = 90
UNRECORDED: Mapping[str, frozenset[str]] = {
    "goal": frozenset({"updated_at", "step"}),
    "review": frozenset({"way", "screen", "place", "seconds"}),
    "journal": frozenset({"updated_at"}),
}
"""Columns outside undo: when something was last touched, and where writing a goal or a review stood. What is
deleted is recorded with them, so that it comes back whole."""

Values = dict[str, Any]


class Delta(NamedTuple):
    """What happened to one row: operation, and the columns before and after."""

    operation: str
    before: Values
    after: Values


def merge(deltas: dict[tuple[str, int], Delta], key: tuple[str, int], later: Delta) -> None:
    """Fold a change of a row into the earlier one of the same row; what cancels out disappears."""
    earlier = deltas.get(key)
    if earlier is None:
        deltas[key] = later
        return
    if later.operation == "delete":
        del deltas[key]
        if earlier.operation == "update":
            deltas[key] = Delta("delete", {**later.before, **earlier.before}, {})
        return
    if earlier.operation == "insert":
        deltas[key] = Delta("insert", {}, {**earlier.after, **later.after})
        return
    before, after = {**later.before, **earlier.before}, {**earlier.after, **later.after}
    different = [column for column in before if before[column] != after[column]]
    if different:
        deltas[key] = Delta("update", {c: before[c] for c in different}, {c: after[c] for c in different})
    else:
        del deltas[key]


def recorded(table: str, values: Mapping[str, Any]) -> Values:
    """The columns that undo knows."""
    skipped = UNRECORDED.get(table, frozenset())
    return {column: value for column, value in values.items() if column not in skipped}


def instant(at: datetime) -> str:
    """An instant as stored: ISO in UTC, always of the same length, so that text order is time order."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return (at - (at.utcoffset() or timedelta(0))).replace(tzinfo=None).isoformat(timespec="microseconds") + "+00:00"


def changes_of(session: Session, step: Step) -> list[Change]:
    """The changes of a step, in the order they were made."""
    return list(session.exec(select(Change).where(Change.group_id == step.id).order_by(col(Change.id))).all())


def delta_of(change: Change) -> Delta:
    """The stored change as values."""
    return Delta(change.operation, json.loads(change.before or "{}"), json.loads(change.after or "{}"))


def change_row(step: Step, table: str, row_id: int, delta: Delta) -> Values:
    """The row of the table of changes that keeps what happened to a row; `step` has its id."""
    if step.id is None:
        raise ValueError("a step without id")
    return {
        "group_id": step.id,
        "operation": delta.operation,
        "table_name": table,
        "row_id": row_id,
        "before": as_json(delta.before) if delta.before else None,
        "after": as_json(delta.after) if delta.after else None,
    }


def as_json(values: Mapping[str, object]) -> str:
    """Values as the history stores them."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def forget_undone(session: Session) -> None:
    """Forget the steps that were taken back, as something else is done now.

    What came in with such a step, and is not done again any more, was never seen here.
    """
    undone = "SELECT uuid FROM change_group WHERE undone = 1 AND operation IN ('import', 'merge')"
    connection = session.connection()
    for (uuid,) in connection.execute(text(undone)).all():
        connection.execute(text("DELETE FROM exchanged WHERE step = :step"), {"step": uuid})
    connection.execute(text("DELETE FROM change_group WHERE undone = 1"))


def forget_old(session: Session, now: datetime) -> None:
    """Forget the oldest steps, so that with the next one STEPS_KEPT are left, and those over DAYS_KEPT days old."""
    kept = select(Step.id).order_by(col(Step.id).desc()).offset(STEPS_KEPT - 1).limit(1)
    oldest = session.exec(kept).first() or 0
    since = instant(now - timedelta(days=DAYS_KEPT))
    session.connection().execute(
        text("DELETE FROM change_group WHERE id <= :oldest OR at < :since"), {"oldest": oldest, "since": since}
    )
