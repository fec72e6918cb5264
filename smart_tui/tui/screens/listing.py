"""The rows of the list: read from the store, judged by the rules, in the order they are shown."""

from bisect import insort
from collections.abc import Sequence
from datetime import date
from typing import Any

from smart_tui.domain.goal import Entry, Goal, State
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess, order_key
from smart_tui.store import queries
from smart_tui.store.connection import Reader
from smart_tui.tui.widgets.rows import Row

VIEWS: tuple[State, ...] = (State.ACTIVE, State.DRAFT, State.PAUSED, State.CLOSED)


def read_rows(reader: Reader, view: State, today: date, settings: Settings) -> list[Row]:
    """All goals of one view, in order. Takes some time with thousands of goals: then call it in a thread."""
    goals = queries.goals(reader, (view,))
    judged = view in (State.ACTIVE, State.PAUSED)
    entries = queries.entries_of(reader, [goal.id for goal in goals]) if judged else {}
    rows = [row_of(goal, entries.get(goal.id, ()), today, settings) for goal in goals]
    rows.sort(key=lambda row: row.order)
    return rows


def read_row(reader: Reader, goal_id: int, today: date, settings: Settings) -> Row:
    """One goal as it is stored now; raises StoreError not_found."""
    goal = queries.goal(reader, goal_id)
    return row_of(goal, queries.entries(reader, goal_id), today, settings)


def row_of(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings) -> Row:
    """The row of a goal: active and paused ones are judged."""
    if goal.state in (State.ACTIVE, State.PAUSED):
        assessment = assess(goal, entries, today, settings)
        return Row(goal, assessment, order_key(goal, assessment, today))
    return Row(goal, None, _order(goal))


def _order(goal: Goal) -> tuple[Any, ...]:
    """Drafts that wake first, then the newest; closed goals by the day they were closed, the latest first."""
    if goal.state == State.CLOSED:
        return (-(goal.closed_on or date.min).toordinal(), -goal.no)
    return ((goal.wake_on or date.max).toordinal(), -goal.no)


def with_row(rows: Sequence[Row], row: Row) -> list[Row]:
    """The rows with one put in its place, and what stood for the same goal taken out."""
    others = [other for other in rows if other.id != row.id]
    insort(others, row, key=lambda each: each.order)
    return others


class Haystacks:
    """What the filter looks at in each row, folded for comparison once for as long as the row is the same."""

    def __init__(self) -> None:
        self._folded: dict[int, tuple[Row, str]] = {}

    def holds(self, row: Row, parts: Sequence[str]) -> bool:
        """Whether number, title, area, tags or answers of the row hold every one of the folded `parts`."""
        kept = self._folded.get(row.id)
        if kept is None or kept[0] is not row:
            kept = self._folded[row.id] = (row, _everything(row.goal).casefold())
        return all(part in kept[1] for part in parts)


def _everything(goal: Goal) -> str:
    parts = [str(goal.no), goal.title, goal.area, *goal.tags, goal.statement]
    return "\n".join([*parts, *(text for question, text in goal.answers.items() if not question.startswith("raw."))])
