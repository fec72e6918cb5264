"""Undo and redo: the last step of the history taken back, or the last one taken back done again."""

import json
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from smart_tui.domain.history import ChangeGroup
from smart_tui.store.errors import StoreError
from smart_tui.store.records import UNRECORDED, Delta, Unit, Values, changes_of, delta_of
from smart_tui.store.tables import TABLES
from smart_tui.store.tables.outside import Change, Step


def undo(unit: Unit) -> ChangeGroup:
    """Take back the last step; raises StoreError nothing_to_undo, or changed_since when its rows are not as it left
    them."""
    step = unit.session.exec(select(Step).where(Step.undone == 0).order_by(col(Step.id).desc()).limit(1)).first()
    if step is None:
        raise StoreError("nothing_to_undo")
    _replay(unit, step, [(change, _reversed(delta_of(change))) for change in reversed(changes_of(unit.session, step))])
    step.undone = 1
    return _group(step)


def redo(unit: Unit) -> ChangeGroup:
    """Do the step taken back last again; raises StoreError nothing_to_redo or changed_since."""
    step = unit.session.exec(select(Step).where(Step.undone == 1).order_by(col(Step.id)).limit(1)).first()
    if step is None:
        raise StoreError("nothing_to_redo")
    _replay(unit, step, [(change, delta_of(change)) for change in changes_of(unit.session, step)])
    step.undone = 0
    return _group(step)


def _replay(unit: Unit, step: Step, deltas: list[tuple[Change, Delta]]) -> None:
    refused = StoreError("changed_since", operation=step.operation, **json.loads(step.params))
    unit.session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
    try:
        for change, delta in deltas:
            _apply(unit, change, delta)
    except (_ChangedSince, IntegrityError):
        raise refused from None


class _ChangedSince(Exception):
    pass


def _apply(unit: Unit, change: Change, delta: Delta) -> None:
    table, row_id = change.table_name, change.row_id
    if table not in TABLES or not _as_left(unit.peek(table, row_id), delta, UNRECORDED.get(table, frozenset())):
        raise _ChangedSince
    if delta.operation == "insert":
        unit.insert(table, delta.after)
    elif delta.operation == "update":
        unit.update(table, row_id, delta.after)
    else:
        row = unit.row(table, row_id)
        unit.delete(table, row_id)
        unit.touch(row)


def _reversed(delta: Delta) -> Delta:
    operation = {"insert": "delete", "delete": "insert"}.get(delta.operation, delta.operation)
    return Delta(operation, delta.after, delta.before)


def _as_left(current: Values | None, delta: Delta, unrecorded: frozenset[str]) -> bool:
    if delta.operation == "insert":
        return current is None
    return current is not None and all(
        current.get(column) == value for column, value in delta.before.items() if column not in unrecorded
    )


def _group(step: Step) -> ChangeGroup:
    return ChangeGroup(
        step.id or 0, step.operation, json.loads(step.params), step.goal_id, datetime.fromisoformat(step.at)
    )
