"""Commands on what belongs to a goal: milestones, activities, if-then plans and confidence."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from smart_tui.domain.goal import Horizon, Promise
from smart_tui.store import checks
from smart_tui.store.commands.steps import already, describe
from smart_tui.store.errors import StoreError

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

MOST_WEIGHT = 1_000_000


def _needed_line(field: str, value: object) -> str:
    return checks.needed(field, checks.line(field, value))


def _weight(field: str, value: object) -> int:
    return checks.whole(field, value, 1, MOST_WEIGHT)


def _horizon(field: str, value: object) -> str:
    return checks.word(field, value, Horizon)


_CHECKS: Mapping[str, Mapping[str, Callable[[str, object], Any]]] = {
    "milestone": {"title": _needed_line, "due": checks.day_or_none, "weight": _weight},
    "activity": {
        "what": _needed_line,
        "when": checks.line,
        "where": checks.line,
        "due": checks.day_or_none,
        "horizon": _horizon,
    },
    "plan": {"situation": _needed_line, "action": _needed_line},
}
_COLUMNS = {"when": "time", "where": "place"}
_NAMES = {"milestone": "title", "activity": "what", "plan": "situation"}


def add_milestone(
    unit: "Unit", goal_id: int, title: str, due: date | None = None, weight: int = 1, uuid: str = ""
) -> int:
    """Add a milestone; gives its id."""
    return _add(unit, "milestone", goal_id, {"title": title, "due": due, "weight": weight}, uuid)


def edit_milestone(unit: "Unit", milestone_id: int, values: Mapping[str, object]) -> int:
    """Set any of title, due and weight."""
    return _edit(unit, "milestone", milestone_id, values)


def milestone_done(unit: "Unit", milestone_id: int, on: date | None) -> int:
    """Say on which day a milestone was reached; None says that it was not."""
    return _done(unit, "milestone", milestone_id, on)


def delete_milestone(unit: "Unit", milestone_id: int) -> int:
    """Take a milestone away."""
    return _delete(unit, "milestone", milestone_id)


def add_activity(
    unit: "Unit",
    goal_id: int,
    what: str,
    when: str = "",
    where: str = "",
    due: date | None = None,
    horizon: Horizon = Horizon.OTHER,
    uuid: str = "",
) -> int:
    """Add something to do; gives its id."""
    values = {"what": what, "when": when, "where": where, "due": due, "horizon": horizon}
    return _add(unit, "activity", goal_id, values, uuid)


def edit_activity(unit: "Unit", activity_id: int, values: Mapping[str, object]) -> int:
    """Set any of what, when, where, due and horizon."""
    return _edit(unit, "activity", activity_id, values)


def activity_done(unit: "Unit", activity_id: int, on: date | None) -> int:
    """Say on which day an activity was done; None makes it open again, whatever was said became of it."""
    if on is None:
        unit.change("activity", activity_id, outcome=None, reason="")
    return _done(unit, "activity", activity_id, on)


def promise_outcome(
    unit: "Unit", activity_id: int, outcome: Promise | None, reason: str = "", on: date | None = None
) -> int:
    """Say what became of an activity of a week, and why; gives its id. None takes the answer back.

    One that was kept counts as done on `on` unless a day is known; one that was not, or only partly, is not done.
    """
    row = unit.row("activity", activity_id)
    said = checks.word_or_none("outcome", outcome, Promise)
    values: dict[str, Any] = {"outcome": said, "reason": checks.line("reason", reason) if said else ""}
    if said == Promise.KEPT:
        values["done_on"] = row["done_on"] or checks.day_or_none("on", on)
    elif said is not None:
        values["done_on"] = None
    unit.change("activity", activity_id, **values)
    describe(unit, "promise", row["goal_id"], name=row["what"])
    return activity_id


def delete_activity(unit: "Unit", activity_id: int) -> int:
    """Take an activity away."""
    return _delete(unit, "activity", activity_id)


def add_plan(unit: "Unit", goal_id: int, situation: str, action: str, uuid: str = "") -> int:
    """Add an if-then plan; gives its id."""
    return _add(unit, "plan", goal_id, {"situation": situation, "action": action}, uuid)


def edit_plan(unit: "Unit", plan_id: int, values: Mapping[str, object]) -> int:
    """Set situation or action of an if-then plan."""
    return _edit(unit, "plan", plan_id, values)


def delete_plan(unit: "Unit", plan_id: int) -> int:
    """Take an if-then plan away."""
    return _delete(unit, "plan", plan_id)


def set_confidence(unit: "Unit", goal_id: int, on: date, value: int) -> int:
    """Record how sure the person is on a day, 1 to 10; a second one on the day replaces the first."""
    unit.row("goal", goal_id)
    day, sure = checks.day("on", on), checks.whole("value", value, 1, 10)
    old = unit.rows("confidence", goal_id=goal_id, day=day)
    if old:
        row_id = int(old[0]["id"])
        unit.change("confidence", row_id, value=sure)
    else:
        row_id = unit.add("confidence", goal_id=goal_id, day=day, value=sure)
    describe(unit, "confidence", goal_id, on=day, value=str(sure))
    return row_id


def delete_confidence(unit: "Unit", goal_id: int, on: date) -> int:
    """Take the confidence of a day away; raises StoreError not_found where there is none."""
    day = checks.day("on", on)
    old = unit.rows("confidence", goal_id=goal_id, day=day)
    if not old:
        raise StoreError("not_found", ref=day, table="confidence")
    describe(unit, "delete_confidence", goal_id, on=day, value=str(old[0]["value"]))
    unit.remove("confidence", old[0]["id"])
    return int(old[0]["id"])


def _stored(table: str, values: Mapping[str, object]) -> dict[str, Any]:
    allowed = _CHECKS[table]
    checks.known("field", values, allowed)
    return {_COLUMNS.get(field, field): allowed[field](field, value) for field, value in values.items()}


def _add(unit: "Unit", table: str, goal_id: int, values: Mapping[str, object], uuid: str) -> int:
    unit.row("goal", goal_id)
    wanted = checks.uuid("uuid", uuid)
    found = already(unit, table, wanted) if uuid else None
    if found is not None:
        return found
    columns = _stored(table, values)
    row_id = unit.add(table, uuid=wanted, goal_id=goal_id, **columns)
    describe(unit, f"add_{table}", goal_id, name=columns[_NAMES[table]])
    return row_id


def _edit(unit: "Unit", table: str, row_id: int, values: Mapping[str, object]) -> int:
    row = unit.row(table, row_id)
    unit.change(table, row_id, **_stored(table, values))
    describe(unit, f"edit_{table}", row["goal_id"], name=row[_NAMES[table]])
    return row_id


def _done(unit: "Unit", table: str, row_id: int, on: date | None) -> int:
    row = unit.row(table, row_id)
    unit.change(table, row_id, done_on=checks.day_or_none("on", on))
    describe(
        unit, f"{table}_done", row["goal_id"], name=row[_NAMES[table]], on=on.isoformat() if on is not None else None
    )
    return row_id


def _delete(unit: "Unit", table: str, row_id: int) -> int:
    row = unit.row(table, row_id)
    describe(unit, f"delete_{table}", row["goal_id"], name=row[_NAMES[table]])
    unit.remove(table, row_id)
    return row_id
