"""Rows that are known to have been in a damaged file and stand on no page that can be read: made again from what the
indexes and the history say of them, as far as that goes.
"""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from uuid import uuid4

from smart_tui.store.rescue.pages import Value

_LONG_AGO = "1970-01-01T00:00:00.000000+00:00"
_OUTSIDE: Mapping[str, Mapping[str, Value]] = {
    "goal": {"step": "", "updated_at": _LONG_AGO},
    "journal": {"updated_at": _LONG_AGO},
    "review": {"way": "full", "screen": "week", "place": "", "seconds": 0},
}
"""Columns that the history does not tell of."""
_STAND_INS: Mapping[str, Mapping[str, Value]] = {
    "goal": {
        "title": "", "statement": "", "state": "draft", "model": "nordic", "language": "en", "owner": "", "people": "",
        "lesson": "", "created_at": _LONG_AGO, **_OUTSIDE["goal"],
    },
    "entry": {"note": "", "recorded_at": _LONG_AGO, "source": "", "source_id": ""},
}  # fmt: skip
"""What is not known of a row that others, or figures, depend on."""


class Missing(NamedTuple):
    """A row that no page holds: what is known of it, nothing where that is too little, and whether that is all."""

    values: dict[str, Value]
    whole: bool


def missing_rows(
    rows: Mapping[str, Mapping[int, Mapping[str, Value]]],
    named: Mapping[str, Mapping[int, Mapping[str, Value]]],
    history_is_whole: bool,
) -> dict[str, dict[int, Missing]]:
    """By table and id, the rows that indexes name (`named`), or other rows refer to, and `rows` lacks."""
    told = _told(rows)
    found: dict[str, dict[int, Missing]] = {}
    for table, indexed in named.items():
        if table not in rows or table in ("change", "change_group"):
            continue
        for row_id in sorted(indexed.keys() - rows[table].keys()):
            one = _made(table, row_id, indexed[row_id], told.get((table, row_id)), history_is_whole)
            found.setdefault(table, {})[row_id] = one
    goals = found.setdefault("goal", {})
    for row_id in sorted(_goals_named(rows) - rows["goal"].keys() - goals.keys()):
        goals[row_id] = _made("goal", row_id, {}, told.get(("goal", row_id)), history_is_whole)
    _number(goals, rows["goal"])
    return found


def _made(
    table: str, row_id: int, indexed: Mapping[str, Value], told: "_Told | None", history_is_whole: bool
) -> Missing:
    known: dict[str, Value] = {**(told.values if told else {}), **indexed}
    whole = told is not None and told.whole and history_is_whole
    if whole:
        known = {**_OUTSIDE.get(table, {}), **known}
    elif table in _STAND_INS:
        known = {**_STAND_INS[table], **known}
    elif not _says_all(table, known):
        return Missing({}, False)
    if table == "goal":
        known.setdefault("uuid", str(uuid4()))
        if known["state"] == "closed" and not known.get("outcome"):
            known["state"] = "active"
    return Missing({**known, "id": row_id}, whole or _says_all(table, known))


def _says_all(table: str, known: Mapping[str, Value]) -> bool:
    """Whether the indexes of a table say all there is of a row."""
    wanted = {"area": ("uuid", "name"), "tag": ("goal_id", "name"), "dismissal": ("goal_id", "code")}
    return table in wanted and all(column in known for column in wanted[table])


def _goals_named(rows: Mapping[str, Mapping[int, Mapping[str, Value]]]) -> set[int]:
    """The ids of the goals that other rows belong to."""
    owners = (row.get("goal_id") for table in rows if table != "change_group" for row in rows[table].values())
    return {owner for owner in owners if isinstance(owner, int) and owner > 0}


def _number(goals: Mapping[int, Missing], others: Mapping[int, Mapping[str, Value]]) -> None:
    """Give each goal a number, and one that may not be without a title its number for one."""
    rows = [*others.values(), *(goal.values for goal in goals.values())]
    last = max((no for row in rows if isinstance(no := row.get("no"), int)), default=0)
    for goal in goals.values():
        if "no" not in goal.values:
            last += 1
            goal.values["no"] = last
        no = goal.values["no"]
        title = goal.values.get("title")
        if not isinstance(title, str) or not title.strip():
            goal.values["title"] = f"#{no if isinstance(no, int) else last}"


class _Told(NamedTuple):
    """What the history says of a row: its columns as they were last, and whether it was told from the beginning."""

    values: dict[str, Value]
    whole: bool


def _told(rows: Mapping[str, Mapping[int, Mapping[str, Value]]]) -> dict[tuple[str, int], _Told]:
    """What the steps that were not undone say, one after the other."""
    found: dict[tuple[str, int], _Told] = {}
    for table, row_id, operation, after in _changes(rows):
        before = found.get((table, row_id), _Told({}, False))
        if operation == "insert":
            found[table, row_id] = _Told(after, True)
        elif operation == "update":
            found[table, row_id] = _Told({**before.values, **after}, before.whole)
        else:
            found.pop((table, row_id), None)
    return found


def _changes(rows: Mapping[str, Mapping[int, Mapping[str, Value]]]) -> Iterator[tuple[str, int, str, dict[str, Value]]]:
    undone = {row_id for row_id, step in rows.get("change_group", {}).items() if step.get("undone")}
    for _, change in sorted(rows.get("change", {}).items()):
        if change.get("group_id") in undone:
            continue
        try:
            after = json.loads(str(change.get("after") or "{}"))
        except (ValueError, RecursionError):
            continue
        row_id = change.get("row_id")
        if isinstance(after, dict) and isinstance(row_id, int):
            yield str(change.get("table_name")), row_id, str(change.get("operation")), after
