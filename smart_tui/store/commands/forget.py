"""Forgetting: rows go together with all that the history says of them. This cannot be undone.

`Store.forget` runs these, and then takes what is left of them out of the file's unused space.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.store.commands.goals import CHILDREN

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

UNSENT = "unsent "
"""What the settings begin with that hold the unfinished text of a dialog."""
NEXT_WEEK = f"{UNSENT}next week "
"""What they begin with that hold the lines typed into a review for the week to come."""
_OF_ONE = frozenset({"repair", "cause", "item", "version", "day", "entry", "check_in"})
_OF_SEVERAL = frozenset({"finish", "excuse", "pause"})
"""The dialogs whose name is followed by the id of a goal, or of several."""
_NAMING = ("title", "name")
"""What a step says in a person's own words."""

Row = tuple[str, int]
"""A table and the id of a row of it."""


class Forgotten(NamedTuple):
    """What was forgotten: the table and the UUIDs by which older copies know it, and how many rows went."""

    table: str
    uuids: tuple[str, ...]
    rows: int


def forget_goal(unit: "Unit", goal_id: int) -> Forgotten:
    """Forget a goal with all that belongs to it; goals under it lose their parent. Raises StoreError not_found."""
    goal = unit.row("goal", goal_id)
    held = {table: unit.rows(table, goal_id=goal_id) for table in CHILDREN}
    rows = {("goal", goal_id)} | {(table, int(row["id"])) for table in held for row in held[table]}
    _forget_typed(unit, goal_id, [int(row["id"]) for row in held["activity"]])
    _forget_history(unit, rows | _recorded(unit, "goal_id", goal_id), goal_id)
    _forget_unknown(unit, [("goal", goal), *((table, row) for table in held for row in held[table])])
    unit.execute("UPDATE goal SET parent_id = NULL WHERE parent_id = :goal", [{"goal": goal_id}])
    for table in (*CHILDREN, "standing"):
        unit.execute(f"DELETE FROM {table} WHERE goal_id = :goal", [{"goal": goal_id}])
    unit.execute("DELETE FROM goal WHERE id = :goal", [{"goal": goal_id}])
    return Forgotten("goal", (str(goal["uuid"]),), len(rows))


def forget_journal(unit: "Unit", entry_ids: Sequence[int]) -> Forgotten:
    """Forget entries of the journal; the goals they are about stay. Raises StoreError not_found."""
    entries = [unit.row("journal", entry_id) for entry_id in entry_ids]
    count = 0
    for entry in entries:
        ties = [("journal_goal", int(row["id"])) for row in unit.rows("journal_goal", journal_id=entry["id"])]
        rows: set[Row] = {("journal", int(entry["id"])), *ties}
        _forget_history(unit, rows | _recorded(unit, "journal_id", int(entry["id"])))
        unit.execute("DELETE FROM journal_goal WHERE journal_id = :entry", [{"entry": entry["id"]}])
        unit.execute("DELETE FROM journal WHERE id = :entry", [{"entry": entry["id"]}])
        count += len(rows)
    _forget_unknown(unit, [("journal", entry) for entry in entries])
    return Forgotten("journal", tuple(str(entry["uuid"]) for entry in entries), count)


def _recorded(unit: "Unit", column: str, value: int) -> set[Row]:
    """The rows that the history knows to belong to it, also those that are gone, or were taken back."""
    looked_for = f'%"{column}": {value}%'
    found = unit.values(
        'SELECT table_name, row_id, "before", "after" FROM change WHERE "before" LIKE :one OR "after" LIKE :one',
        one=looked_for,
    )
    return {(str(row[0]), int(row[1])) for row in found if any(_read(text).get(column) == value for text in row[2:])}


def _forget_history(unit: "Unit", rows: Collection[Row], goal_id: int = 0) -> None:
    """Take the changes of rows out of the steps they are in; a step of nothing else goes, another names nobody."""
    changes = [
        (int(change), int(step))
        for change, step, table, row_id in unit.values("SELECT id, group_id, table_name, row_id FROM change")
        if (str(table), int(row_id)) in rows
    ]
    _each(unit, "DELETE FROM change WHERE id = :id", (change for change, _ in changes))
    touched = {step for _, step in changes}
    if goal_id:
        touched |= {step for (step,) in unit.values("SELECT id FROM change_group WHERE goal_id = :goal", goal=goal_id)}
    left = {step for (step,) in unit.values("SELECT DISTINCT group_id FROM change")}
    _each(unit, "DELETE FROM change_group WHERE id = :id", touched - left)
    for step in touched & left:
        ((params, of),) = unit.values("SELECT params, goal_id FROM change_group WHERE id = :id", id=step)
        if not goal_id or of == goal_id:
            said = {key: "" if key in _NAMING else value for key, value in _read(params).items()}
            new = {"id": step, "params": json.dumps(said, ensure_ascii=False, sort_keys=True)}
            unit.execute("UPDATE change_group SET params = :params, goal_id = 0 WHERE id = :id", [new])


def _forget_typed(unit: "Unit", goal_id: int, activities: Collection[int]) -> None:
    """Forget what was typed into dialogs about the goal and not taken yet."""
    for key, typed in unit.values("SELECT key, value FROM setting WHERE key LIKE :unsent", unsent=f"{UNSENT}%"):
        kind, *ids = str(key).removeprefix(UNSENT).split()
        named = ids[:1] if kind in _OF_ONE else ids if kind in _OF_SEVERAL else []
        promised = kind == "promise" and ids[:1] in [[str(activity)] for activity in activities]
        if str(goal_id) in named or promised:
            unit.keep_setting(str(key), None)
        elif str(key).startswith(NEXT_WEEK):
            # The lines of all goals stand together, each by the id of its goal.
            left = {goal: line for goal, line in _read(typed or None).items() if goal != str(goal_id)}
            unit.keep_setting(str(key), json.dumps(left, ensure_ascii=False) if left else None)


def _forget_unknown(unit: "Unit", rows: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Forget what files said of these rows beyond what is understood."""
    named = [{"belongs": f"{table}/{row['uuid']}"} for table, row in rows if "uuid" in row]
    if named:
        unit.execute("DELETE FROM unknown WHERE belongs = :belongs", named)


def _each(unit: "Unit", sql: str, ids: Collection[int] | Iterator[int]) -> None:
    params = [{"id": each} for each in ids]
    if params:
        unit.execute(sql, params)


def _read(text: object) -> Mapping[str, Any]:
    found = json.loads(text) if isinstance(text, str) else {}
    return found if isinstance(found, dict) else {}
