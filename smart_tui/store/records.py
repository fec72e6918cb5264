"""The unit of work: every change of a row goes through it and is recorded, so that it can be undone."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from sqlalchemy import insert, text
from sqlmodel import Session, SQLModel, col, select

from smart_tui.store.changes import (
    Delta,
    Values,
    as_json,
    change_row,
    changes_of,
    delta_of,
    forget_old,
    forget_undone,
    instant,
    merge,
    recorded,
)
from smart_tui.store.errors import StoreError
from smart_tui.store.index import settle
from smart_tui.store.tables import TABLES
from smart_tui.store.tables.outside import Counter, Setting, Step

_STAMPED = frozenset({"goal", "journal"})
"""Tables that note when a row was last written."""


class Unit:
    """One action on the database: one session, one transaction, one step of the undo history.

    Commands get it as their first argument. Rows are plain mappings of column to stored value.
    """

    def __init__(self, session: Session, now: datetime, uuid: str) -> None:
        self.session = session
        self.now = now
        self.at = instant(now)
        self.uuid = uuid
        self._operation = ""
        self._goal_id = 0
        self._visit = ""
        self._params: dict[str, object] = {}
        self._deltas: dict[tuple[str, int], Delta] = {}
        self._touched: set[int] = set()
        self._step: Step | None = None

    def row(self, table: str, row_id: int) -> Values:
        """The row as stored; raises StoreError not_found."""
        found = self.peek(table, row_id)
        if found is None:
            raise StoreError("not_found", ref=row_id, table=table)
        return found

    def peek(self, table: str, row_id: int) -> Values | None:
        """The row as stored, or None."""
        model = self.session.get(TABLES[table], row_id)
        return None if model is None else model.model_dump()

    def rows(self, table: str, **equals: object) -> list[Values]:
        """The rows whose columns equal what is given, oldest first."""
        model: Any = TABLES[table]
        query = select(model).order_by(model.id)
        for column, value in equals.items():
            query = query.where(getattr(model, column) == value)
        return [found.model_dump() for found in self.session.exec(query).all()]

    def add(self, table: str, **values: object) -> int:
        """Insert a row; gives its id."""
        row = self.insert(table, values)
        self._record(table, row["id"], Delta("insert", {}, recorded(table, row)))
        return int(row["id"])

    def change(self, table: str, row_id: int, **values: object) -> bool:
        """Set columns of a row; gives whether anything was different. Raises StoreError not_found."""
        old = self.row(table, row_id)
        new = {column: value for column, value in values.items() if old[column] != value}
        if not new:
            return False
        self.update(table, row_id, new)
        before = recorded(table, {column: old[column] for column in new})
        if before:
            self._record(table, row_id, Delta("update", before, recorded(table, new)))
        return True

    def next_id(self, table: str) -> int:
        """The id that the next row of a table gets."""
        found = self.values("SELECT seq FROM sqlite_sequence WHERE name = :name", name=table)
        return int(found[0][0]) + 1 if found else 1

    def add_all(self, table: str, rows: Sequence[Values]) -> list[int]:
        """Insert many rows at once, each with all its columns but the id, checked before; gives their ids in order.

        They are recorded whole, with the columns that are else outside undo.
        """
        if not rows:
            return []
        first, stamp = self.next_id(table), self._stamp(table)
        whole = [{**row, **stamp, "id": first + at} for at, row in enumerate(rows)]
        self.insert_all(table, whole)
        # Written at once, behind all that was done before: so many would not be kept in memory.
        step = self._own_step()
        self._write_changes(step)
        kept = ({column: value for column, value in row.items() if column not in stamp} for row in whole)
        made = [change_row(step, table, row["id"], Delta("insert", {}, row)) for row in kept]
        self.session.connection().execute(insert(SQLModel.metadata.tables["change"]), made)
        return [row["id"] for row in whole]

    def remove(self, table: str, row_id: int) -> None:
        """Delete a row; its children have to be removed first. Raises StoreError not_found."""
        old = self.row(table, row_id)
        self.delete(table, row_id)
        self._record(table, row_id, Delta("delete", old, {}))
        self.touch(old)

    def describe(self, operation: str, goal_id: int, visit: str = "", **params: object) -> None:
        """Name the step: the first command of a unit wins. A step of the same non-empty `visit` is extended."""
        if not self._operation:
            self._operation, self._goal_id, self._visit, self._params = operation, goal_id, visit, params

    @property
    def changed(self) -> bool:
        """Whether anything was recorded so far."""
        return bool(self._deltas) or self._step is not None

    def number_taken(self, name: str, number: int) -> None:
        """Let a counter go on behind a number that was given out elsewhere."""
        counter = self.session.get(Counter, name) or Counter(name=name, value=0)
        counter.value = max(counter.value, number)
        self.session.add(counter)
        self.session.flush()

    def next_number(self, name: str) -> int:
        """The next number of a counter, starting with 1; numbers are never given out twice."""
        counter = self.session.get(Counter, name) or Counter(name=name, value=0)
        counter.value += 1
        self.session.add(counter)
        self.session.flush()
        return counter.value

    def values(self, sql: str, **params: object) -> list[tuple[Any, ...]]:
        """The rows of a query, for what equality cannot say."""
        return [tuple(row) for row in self.session.connection().execute(text(sql), params)]

    def execute(self, sql: str, params: Sequence[Mapping[str, object]] = ()) -> None:
        """Write without a record, once or once for each mapping: for what can be computed again."""
        self.session.connection().execute(text(sql), list(params) or None)

    def setting(self, key: str) -> str:
        """A setting as stored, "" for none."""
        found = self.session.get(Setting, key)
        return "" if found is None else found.value

    def keep_setting(self, key: str, value: str | None) -> None:
        """Write a setting, or take it away; settings are outside undo."""
        if value is None:
            self.execute("DELETE FROM setting WHERE key = :key", [{"key": key}])
            return
        self.session.merge(Setting(key=key, value=value))
        self.session.flush()

    # Below: without a record, for this class and for undo.

    def insert(self, table: str, values: Mapping[str, object]) -> Values:
        """Insert a validated row as it is."""
        model = self._model(table, values)
        self.session.add(model)
        self.session.flush()
        row = model.model_dump()
        self.touch(row)
        return row

    def whole(self, table: str, values: Mapping[str, object]) -> Values:
        """A row with every column it has today, from one that was recorded, maybe by an older version."""
        return self._model(table, values).model_dump()

    def insert_all(self, table: str, rows: Sequence[Values]) -> None:
        """Insert many whole rows, ids included, as they are."""
        self.session.flush()
        self.session.connection().execute(insert(SQLModel.metadata.tables[table]), list(rows))
        for row in rows:
            self.touch(row)

    def delete_all(self, table: str, rows: Sequence[Values]) -> None:
        """Delete many existing rows."""
        self.session.flush()
        self.execute(f'DELETE FROM "{table}" WHERE id = :id', [{"id": row["id"]} for row in rows])
        for row in rows:
            self.touch(row)

    def update(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Set columns of an existing row as they are."""
        model = self.session.get(TABLES[table], row_id)
        for column, value in {**values, **self._stamp(table)}.items():
            setattr(model, column, value)
        self.session.add(model)
        self.session.flush()
        if model is not None:
            self.touch(model.model_dump())

    def delete(self, table: str, row_id: int) -> None:
        """Delete an existing row."""
        self.session.delete(self.session.get(TABLES[table], row_id))
        self.session.flush()

    def touch(self, row: Values) -> None:
        """Remember that the goal of this row changed now."""
        if "goal_id" in row:
            self._touched.add(row["goal_id"])
        elif "no" in row:
            self._touched.add(row["id"])

    def finish(self) -> None:
        """Write the step into the history and let the search's index follow; called once, before the commit."""
        for goal_id in self._touched:
            self.session.connection().execute(
                text("UPDATE goal SET updated_at = :at WHERE id = :id"), {"at": self.at, "id": goal_id}
            )
        if self._deltas:
            self._write_changes(self._step or self._visited() or self._new_step())
        self.session.flush()
        driver = self.session.connection().connection.driver_connection
        if isinstance(driver, Connection):
            settle(driver)

    def _model(self, table: str, values: Mapping[str, object]) -> SQLModel:
        return TABLES[table].model_validate({**values, **self._stamp(table)})

    def _stamp(self, table: str) -> Values:
        return {"updated_at": self.at} if table in _STAMPED else {}

    def _record(self, table: str, row_id: int, delta: Delta) -> None:
        merge(self._deltas, (table, row_id), delta)

    def _own_step(self) -> Step:
        """The step of this unit, made before its end."""
        if self._step is None:
            self._step = self._new_step()
        return self._step

    def _write_changes(self, step: Step) -> None:
        self.session.flush()
        changes = [change_row(step, table, row_id, delta) for (table, row_id), delta in self._deltas.items()]
        self._deltas = {}
        if changes:
            self.session.connection().execute(insert(SQLModel.metadata.tables["change"]), changes)

    def _visited(self) -> Step | None:
        """The last step, emptied, when this unit goes on with it; its changes are merged into this unit's."""
        last = self.session.exec(select(Step).order_by(col(Step.id).desc()).limit(1)).first()
        if not self._visit or last is None or last.undone or last.visit != self._visit:
            return None
        earlier: dict[tuple[str, int], Delta] = {}
        for change in changes_of(self.session, last):
            earlier[change.table_name, change.row_id] = delta_of(change)
            self.session.delete(change)
        for key, delta in self._deltas.items():
            merge(earlier, key, delta)
        self._deltas = earlier
        if not earlier:
            self.session.delete(last)
            return last
        params = json.loads(last.params)
        last.params = as_json({**params, **{key: value for key, value in self._params.items() if key in params}})
        last.at = self.at
        self.session.flush()
        return last

    def _new_step(self) -> Step:
        forget_undone(self.session)
        forget_old(self.session, self.now)
        step = Step(
            uuid=self.uuid,
            at=self.at,
            operation=self._operation or "edit_goal",
            params=as_json(self._params),
            visit=self._visit,
            goal_id=self._goal_id,
        )
        self.session.add(step)
        self.session.flush()
        return step
