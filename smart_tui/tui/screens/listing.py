"""The rows of the list: read from the store, judged by the rules, in the order they are shown."""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from smart_tui.domain.goal import Assessment, Entry, Goal, State, Status
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess, order_key, order_of
from smart_tui.store import queries
from smart_tui.store.connection import Reader
from smart_tui.store.queries.brief import brief_standings
from smart_tui.store.queries.standing import Standing
from smart_tui.tui.widgets.rows import Row, Whole

VIEWS: tuple[State, ...] = (State.ACTIVE, State.DRAFT, State.PAUSED, State.CLOSED)


JUDGED = (State.ACTIVE, State.PAUSED)
"""The views whose goals are judged by their entries."""


class Listed(NamedTuple):
    """The rows of a view in order, and the figures that had to be computed for them."""

    rows: list[Row]
    computed: tuple[Standing, ...] = ()


def read_view(reader: Reader, view: State, today: date, settings: Settings) -> Listed:
    """All goals of one view. Takes some time with thousands of goals: then call it in a thread.

    The goals of active and paused rows hold no more than a row says: read one whole before acting on it.
    """
    computed: tuple[Standing, ...] = ()
    if view in JUDGED:
        found = brief_standings(reader, view, today, settings)
        rows = [Row(each, order_of(each.status, each.ends, each.title, each.no, today)) for each in found.kept]
        rows += [_judged(each.goal, each.assessment, today) for each in found.computed]
        computed = tuple(each for each in found.computed if each.stamp is not None)
    else:
        rows = [row_of(goal, (), today, settings) for goal in queries.goals(reader, (view,))]
    rows.sort(key=_order_of)
    return Listed(rows, computed)


def read_row(reader: Reader, goal_id: int, today: date, settings: Settings) -> Row:
    """One goal as it is stored now, whole; raises StoreError not_found."""
    goal = queries.goal(reader, goal_id)
    entries = queries.figures_of(reader, (goal_id,)).get(goal_id, ()) if goal.state in JUDGED else ()
    return row_of(goal, entries, today, settings)


def _order_of(row: Row) -> tuple[Any, ...]:
    return row.order


def row_of(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings) -> Row:
    """The row of a goal: active and paused ones are judged."""
    if goal.state in JUDGED:
        return _judged(goal, assess(goal, entries, today, settings), today)
    return Row(Whole(goal, None), _order(goal, today))


def _judged(goal: Goal, assessment: Assessment, today: date) -> Row:
    return Row(Whole(goal, assessment), order_key(goal, assessment, today))


def _order(goal: Goal, today: date) -> tuple[Any, ...]:
    """Drafts that have woken, then the newest, then parked ones; closed goals by the day they were closed, the latest
    first."""
    if goal.state == State.CLOSED:
        return (-(goal.closed_on or date.min).toordinal(), -goal.no)
    if goal.wake_on is None:
        return (1, 0, -goal.no)
    return (0 if goal.wake_on <= today else 2, goal.wake_on.toordinal(), -goal.no)


def place_of(rows: Sequence[Row], goal_id: int) -> int | None:
    """Where a goal stands in the rows."""
    return next((at for at, row in enumerate(rows) if row.id == goal_id), None)


def stays(rows: Sequence[Row], at: int, row: Row) -> bool:
    """Whether a new row for the goal at a place belongs to the same place."""
    before = at == 0 or rows[at - 1].order <= row.order
    behind = at == len(rows) - 1 or row.order <= rows[at + 1].order
    return before and behind and rows[at].area == row.area


def with_row(rows: Sequence[Row], row: Row) -> list[Row]:
    """The rows with one put in its place, and what stood for the same goal taken out."""
    others = [other for other in rows if other.id != row.id]
    insort(others, row, key=lambda each: each.order)
    return others


def tally(rows: Sequence[Row]) -> tuple[int, int]:
    """How many goals are on track, those reached among them, and how many are judged at all: none that rests."""
    statuses = [row.status for row in rows]
    well = statuses.count(Status.ON_TRACK) + statuses.count(Status.ACHIEVED)
    return well, len(statuses) - statuses.count(None) - statuses.count(Status.PAUSED)


class Filter:
    """What is typed after `/`: keeps the text of each row, folded, for as long as the rows are the same.

    `said` gives what was typed about each goal of the rows, by its id; it is asked when something is looked for.
    """

    def __init__(self, said: Callable[[], Mapping[int, str]]) -> None:
        self.needle = ""
        self._said = said
        self._rows: Sequence[Row] = ()
        self._texts: list[str] = []

    def places(self, rows: Sequence[Row]) -> list[int] | None:
        """The places of the rows whose number, title, area, tags or answers hold every word; None for all."""
        parts = self.needle.casefold().split()
        if not parts:
            return None
        if self._rows is not rows:
            self._rows = rows
            said = self._said()
            self._texts = [_everything(row.goal, said.get(row.id, "")).casefold() for row in rows]
        found = [at for at, text in enumerate(self._texts) if parts[0] in text]
        for part in parts[1:]:
            found = [at for at in found if part in self._texts[at]]
        return found


def _everything(goal: Goal, said: str) -> str:
    return "\n".join([str(goal.no), goal.title, goal.area, said])
