"""Commands on a goal itself: create, answer, edit, and its way from draft to closed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from smart_tui.domain.goal import Outcome, State
from smart_tui.store import checks
from smart_tui.store.commands import fields
from smart_tui.store.commands.steps import already, describe
from smart_tui.store.errors import StoreError

if TYPE_CHECKING:
    from smart_tui.store.changes import Values
    from smart_tui.store.records import Unit

CHILDREN = (
    "tag",
    "answer",
    "measure",
    "entry",
    "pause",
    "milestone",
    "activity",
    "plan",
    "confidence",
    "review_goal",
    "journal_goal",
    "dismissal",
)


def create(
    unit: "Unit",
    model: str,
    language: str,
    title: str = "",
    answers: Mapping[str, str] | None = None,
    start: date | None = None,
    area: str = "",
    visit: str = "",
    uuid: str = "",
) -> int:
    """Create a draft; gives its id. A `uuid` that is there already gives the goal it belongs to, unchanged."""
    wanted = checks.uuid("uuid", uuid)
    found = already(unit, "goal", wanted) if uuid else None
    if found is not None:
        return found
    values = fields.stored(unit, {"model": model, "language": language, "title": title, "start": start, "area": area})
    goal_id = unit.add(
        "goal",
        uuid=wanted,
        no=unit.next_number("goal"),
        state=State.DRAFT.value,
        created_at=unit.at,
        **values,
    )
    for question, text in (answers or {}).items():
        _answer(unit, goal_id, question, checks.long_text(question, text))
    describe(unit, "create_goal", goal_id, visit)
    return goal_id


def set_answer(
    unit: "Unit", goal_id: int, question: str, text: str, visit: str = "", expected: str | None = None
) -> int:
    """Store an answer; an empty text takes it away. Saves of the same `visit` are one step.

    Raises StoreError changed_since when the stored text is neither `expected` nor already the new one.
    """
    unit.row("goal", goal_id)
    wanted = checks.long_text(question, text)
    old = unit.rows("answer", goal_id=goal_id, question=question)
    fields.check_expected(question, old[0]["text"] if old else "", expected, wanted)
    _answer(unit, goal_id, question, wanted)
    describe(unit, "edit_answer", goal_id, visit, question=question)
    return goal_id


def set_fields(
    unit: "Unit", goal_id: int, values: Mapping[str, object], visit: str = "", expected: str | None = None
) -> int:
    """Set any of title, statement, model, language, start, deadline, review_on, wake_on, area, tags, owner, people,
    parent_id (None takes it away), weight (1 to 1000) and step.

    `expected` is the old text of the one text field given; see set_answer.
    """
    goal = unit.row("goal", goal_id)
    fields.check_parent(unit, goal_id, values)
    wanted = fields.stored(unit, values)
    if goal["state"] != State.DRAFT and "title" in wanted:
        checks.needed("title", str(wanted["title"]))
    if expected is not None:
        fields.check_field_expected(unit, goal, values, wanted, expected)
    unit.change("goal", goal_id, **wanted)
    if "area" in values:
        fields.drop_unused_area(unit, goal["area_id"])
    if "tags" in values:
        fields.set_tags(unit, goal_id, values["tags"])
    describe(unit, "edit_goal", goal_id, visit, field=next(iter(values), ""))
    return goal_id


def activate(unit: "Unit", goal_id: int, today: date) -> int:
    """Make a draft active, starting today unless it has a start. Raises StoreError invalid without a title."""
    goal = unit.row("goal", goal_id)
    if goal["state"] == State.ACTIVE:
        return goal_id
    _only(goal["state"], State.DRAFT)
    checks.needed("title", goal["title"])
    start = goal["start"] or checks.day("start", today)
    _end_pauses(unit, goal_id, today)
    unit.change("goal", goal_id, state=State.ACTIVE.value, start=start, wake_on=None)
    describe(unit, "activate", goal_id)
    return goal_id


def park(unit: "Unit", goal_id: int, until: date | None) -> int:
    """Make the goal a draft for some day, until its wake-up date."""
    goal = unit.row("goal", goal_id)
    _only(goal["state"], State.DRAFT, State.ACTIVE, State.PAUSED)
    unit.change("goal", goal_id, state=State.DRAFT.value, wake_on=checks.day_or_none("wake_on", until))
    describe(unit, "park", goal_id, on=until.isoformat() if until else None)
    return goal_id


def pause(unit: "Unit", goal_id: int, first: date, last: date | None = None) -> int:
    """Let the goal rest from `first`. Without a last day it is paused until resumed; with one, it stays active."""
    goal = unit.row("goal", goal_id)
    _only(goal["state"], State.ACTIVE)
    if last is not None and last < first:
        raise checks.invalid("last", "before_first")
    unit.add("pause", goal_id=goal_id, first=checks.day("first", first), last=checks.day_or_none("last", last))
    if last is None:
        unit.change("goal", goal_id, state=State.PAUSED.value)
    describe(unit, "pause", goal_id, on=first.isoformat())
    return goal_id


def pause_everything(unit: "Unit", first: date, last: date) -> int:
    """Let every active goal rest from `first` to `last`, as one step; gives how many there are."""
    if last < first:
        raise checks.invalid("last", "before_first")
    active = [int(row["id"]) for row in unit.rows("goal", state=State.ACTIVE.value)]
    return all_of(unit, "pause", pause, active, first, last)


def resume(unit: "Unit", goal_id: int, on: date) -> int:
    """Go on with a resting goal: `on` is its first day of not resting, also before a pause's last day."""
    goal = unit.row("goal", goal_id)
    if goal["state"] != State.ACTIVE or not _resting(unit, goal_id, on):
        _only(goal["state"], State.PAUSED)
    _end_pauses(unit, goal_id, on)
    unit.change("goal", goal_id, state=State.ACTIVE.value)
    describe(unit, "resume", goal_id, on=on.isoformat())
    return goal_id


def finish(unit: "Unit", goal_id: int, outcome: Outcome, lesson: str, on: date) -> int:
    """Close an active or paused goal on a day, with one line of lesson."""
    goal = unit.row("goal", goal_id)
    _only(goal["state"], State.ACTIVE, State.PAUSED)
    _end_pauses(unit, goal_id, on)
    unit.change(
        "goal",
        goal_id,
        state=State.CLOSED.value,
        outcome=checks.word("outcome", outcome, Outcome),
        lesson=checks.line("lesson", lesson),
        closed_on=checks.day("closed_on", on),
    )
    describe(unit, "finish", goal_id, outcome=str(outcome))
    return goal_id


def reopen(unit: "Unit", goal_id: int, on: date) -> int:
    """Make a closed goal active again; the days it was closed count as rest, and its lesson is kept."""
    goal = unit.row("goal", goal_id)
    _only(goal["state"], State.CLOSED)
    if goal["closed_on"]:
        first, last = date.fromisoformat(goal["closed_on"]) + timedelta(days=1), on - timedelta(days=1)
        if first <= last:
            unit.add("pause", goal_id=goal_id, first=first.isoformat(), last=last.isoformat())
    unit.change("goal", goal_id, state=State.ACTIVE.value, outcome=None, closed_on=None)
    describe(unit, "reopen", goal_id)
    return goal_id


def delete(unit: "Unit", goal_id: int) -> int:
    """Delete a goal with all that belongs to it; goals under it lose their parent."""
    describe(unit, "delete_goal", goal_id)
    for under in unit.rows("goal", parent_id=goal_id):
        unit.change("goal", under["id"], parent_id=None)
    for table in CHILDREN:
        for row in unit.rows(table, goal_id=goal_id):
            unit.remove(table, row["id"])
    unit.remove("goal", goal_id)
    return goal_id


def all_of(unit: "Unit", operation: str, command: Callable[..., int], goal_ids: Sequence[int], *args: object) -> int:
    """One command on several goals as one step, named after the first of them; gives how many there were."""
    if goal_ids:
        describe(unit, operation, goal_ids[0], others=len(goal_ids) - 1)
    for goal_id in goal_ids:
        command(unit, goal_id, *args)
    return len(goal_ids)


def _answer(unit: "Unit", goal_id: int, question: str, text: str) -> None:
    if not question or question != checks.line("question", question):
        raise checks.invalid("question", "unknown")
    old = unit.rows("answer", goal_id=goal_id, question=question)
    if old and text:
        unit.change("answer", old[0]["id"], text=text)
    elif old:
        unit.remove("answer", old[0]["id"])
    elif text:
        unit.add("answer", goal_id=goal_id, question=question, text=text)


def _resting(unit: "Unit", goal_id: int, on: date) -> "list[Values]":
    day = on.isoformat()
    rows = unit.rows("pause", goal_id=goal_id)
    return [row for row in rows if row["last"] is None or row["first"] <= day <= row["last"]]


def _end_pauses(unit: "Unit", goal_id: int, on: date) -> None:
    last = (on - timedelta(days=1)).isoformat()
    for row in _resting(unit, goal_id, on):
        if row["first"] > last:
            unit.remove("pause", row["id"])
        else:
            unit.change("pause", row["id"], last=last)


def _only(state: str, *allowed: State) -> None:
    if state not in allowed:
        raise StoreError("invalid", field="state", reason=str(state))
