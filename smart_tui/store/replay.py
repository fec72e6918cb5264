"""Undo and redo: the last step of the history taken back, or the last one taken back done again."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from smart_tui.domain.history import ChangeGroup
from smart_tui.store.changes import UNRECORDED, Delta, Values
from smart_tui.store.errors import StoreError
from smart_tui.store.records import Unit
from smart_tui.store.tables import TABLES
from smart_tui.store.tables.outside import Step

TOGETHER = 500
"""So many changes are looked at together."""
MANY = 20
"""From so many rows of a table on they are written at once."""
SETTINGS = "settings"
"""Under this name a step knows the settings it changed: before and after, by key."""

_FORWARD = "id > :at ORDER BY id"
_BACKWARD = "id < :at ORDER BY id DESC"
_CHANGES = 'SELECT id, operation, table_name, row_id, "before", "after" FROM change WHERE group_id = :step AND '


class _Replayed(NamedTuple):
    """What is to happen to a row."""

    table: str
    row_id: int
    delta: Delta


def undo(unit: Unit) -> ChangeGroup:
    """Take back the last step; raises StoreError nothing_to_undo, or changed_since when its rows are not as it left
    them."""
    step = unit.session.exec(select(Step).where(Step.undone == 0).order_by(col(Step.id).desc()).limit(1)).first()
    if step is None:
        raise StoreError("nothing_to_undo")
    _replay(unit, step, back=True)
    step.undone = 1
    return _group(step)


def redo(unit: Unit) -> ChangeGroup:
    """Do the step taken back last again; raises StoreError nothing_to_redo or changed_since."""
    step = unit.session.exec(select(Step).where(Step.undone == 1).order_by(col(Step.id)).limit(1)).first()
    if step is None:
        raise StoreError("nothing_to_redo")
    _replay(unit, step, back=False)
    step.undone = 0
    return _group(step)


def _replay(unit: Unit, step: Step, back: bool) -> None:
    params = json.loads(step.params)
    said = {name: value for name, value in params.items() if name != SETTINGS}
    # Made now: a failed write leaves nothing of the step to read.
    refused = StoreError("changed_since", operation=step.operation, **said)
    unit.session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
    try:
        for part in _parts(unit, step, back):
            for _, run in groupby(part, lambda each: (each.table, each.delta.operation)):
                _apply(unit, list(run))
    except (_ChangedSince, IntegrityError):
        raise refused from None
    for key, (before, after) in params.get(SETTINGS, {}).items():
        left, wanted = (after, before) if back else (before, after)
        # Settings are outside the history: what was chosen since stays.
        if unit.setting(key) == left:
            unit.keep_setting(key, wanted or None)


def _parts(unit: Unit, step: Step, back: bool) -> Iterator[list[_Replayed]]:
    """What has to happen, in its order, some of it at a time: a step can be of a hundred thousand rows."""
    at = (1 << 62) if back else 0
    while True:
        sql = f"{_CHANGES}{_BACKWARD if back else _FORWARD} LIMIT {TOGETHER}"
        found = unit.values(sql, step=step.id, at=at)
        if not found:
            return
        at = int(found[-1][0])
        deltas = [
            _Replayed(row[2], row[3], Delta(row[1], json.loads(row[4] or "{}"), json.loads(row[5] or "{}")))
            for row in found
        ]
        yield [each._replace(delta=_reversed(each.delta)) for each in deltas] if back else deltas


class _ChangedSince(Exception):
    pass


def _apply(unit: Unit, run: Sequence[_Replayed]) -> None:
    table, operation = run[0].table, run[0].delta.operation
    if table not in TABLES:
        raise _ChangedSince
    if operation == "update" or len(run) < MANY:
        for each in run:
            _apply_one(unit, each)
        return
    ids = ", ".join(str(int(each.row_id)) for each in run)
    found = unit.session.connection().execute(text(f'SELECT * FROM "{table}" WHERE id IN ({ids})'))
    current = {row["id"]: dict(row) for row in found.mappings()}
    skipped = UNRECORDED.get(table, frozenset())
    if not all(_as_left(current.get(each.row_id), each.delta, skipped) for each in run):
        raise _ChangedSince
    if operation == "insert":
        unit.insert_all(table, [unit.whole(table, each.delta.after) for each in run])
    else:
        unit.delete_all(table, list(current.values()))


def _apply_one(unit: Unit, each: _Replayed) -> None:
    table, row_id, delta = each
    if not _as_left(unit.peek(table, row_id), delta, UNRECORDED.get(table, frozenset())):
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
