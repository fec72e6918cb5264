"""The days of a goal as a calendar: what each holds, and what its weeks came to (product.md §2 and §6)."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.calendar import WEEK, add_days, paused_on
from smart_tui.domain.goal import Combine, DayValue, Entry, Goal, Kind, Measure, PeriodVerdict
from smart_tui.domain.measure import default_combine, effective_kind, goal_days, start_of
from smart_tui.domain.quota import verdicts
from smart_tui.domain.settings import Settings

_ZERO = Decimal(0)


class DayState(StrEnum):
    """What a day is to a goal. Unknown, zero and excused are three things; the rest is asked for nothing."""

    VALUE = "value"
    EXCUSED = "excused"
    UNKNOWN = "unknown"
    UNWANTED = "unwanted"
    PAUSED = "paused"
    BEFORE = "before"
    AFTER = "after"
    COMING = "coming"


class GridDay(NamedTuple):
    """One day: its state, its value where it has one, and the milestones that were met on it."""

    on: date
    state: DayState
    value: Decimal | None = None
    milestones: tuple[str, ...] = ()


class GridWeek(NamedTuple):
    """Seven days and what they came to: the sum, or the last reading where values are not summed.

    `met` and `judged` are of the periods that end in the week; `verdict` is the only one of them, or the
    running one in the week of today.
    """

    days: tuple[GridDay, ...]
    value: Decimal | None
    verdict: PeriodVerdict | None
    met: int
    judged: int


class DayGrid(NamedTuple):
    """All days from `first` to `last` (today, never beyond), in weeks that begin on the person's first weekday."""

    goal: Goal
    first: date
    last: date
    first_weekday: int
    days: Mapping[date, DayValue]
    entries: Mapping[date, tuple[Entry, ...]]
    verdicts: tuple[PeriodVerdict, ...]
    ends: tuple[date, ...]
    """The last day of each verdict; of the running one, today."""

    @property
    def weeks(self) -> int:
        """How many rows there are."""
        return (self.last - self.week_first(0)).days // WEEK + 1

    def week_first(self, row: int) -> date:
        """The first day of a row; it may lie before `first`."""
        origin = self.first.toordinal() - (self.first.weekday() - self.first_weekday) % WEEK
        return date.fromordinal(max(origin + row * WEEK, 1))

    def row_of(self, on: date) -> int:
        """The row a day stands in."""
        return (on - self.week_first(0)).days // WEEK


def day_grid(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings) -> DayGrid:
    """The grid of a goal: from its start, or from an entry before that, to today."""
    days = goal_days(goal, entries, today)
    first = min(start_of(goal, today), today)
    if days:
        first = min(first, days[0].on)
    by_day: dict[date, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        by_day[entry.on] = (*by_day.get(entry.on, ()), entry)
    measure = goal.measure_on(today)
    quota = measure is not None and effective_kind(measure) is Kind.QUOTA
    found = verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until) if quota else ()
    return DayGrid(
        goal,
        first,
        today,
        int(settings.first_weekday),
        {day.on: day for day in days},
        by_day,
        found,
        tuple(min(verdict.last, today) for verdict in found),
    )


def day_of(grid: DayGrid, on: date) -> GridDay:
    """What one day is."""
    milestones = tuple(part.title for part in grid.goal.milestones if part.done_on == on)
    held = grid.days.get(on)
    if held is not None and not held.excused:
        return GridDay(on, DayState.VALUE, held.value, milestones)
    return GridDay(on, _state(grid, on, held is not None), None, milestones)


def week_of(grid: DayGrid, row: int) -> GridWeek:
    """One row of the grid."""
    first = grid.week_first(row)
    days = tuple(day_of(grid, add_days(first, offset)) for offset in range(WEEK))
    values = [day.value for day in days if day.value is not None]
    measure = grid.goal.measure_on(min(add_days(first, WEEK - 1), grid.last))
    value = None
    if values:
        value = sum(values, _ZERO) if summed(measure) else values[-1]
    low, high = bisect_left(grid.ends, first), bisect_right(grid.ends, add_days(first, WEEK - 1))
    ending = grid.verdicts[low:high]
    outcomes = [verdict.met for verdict in ending if verdict.met is not None]
    return GridWeek(days, value, ending[0] if len(ending) == 1 else None, sum(outcomes), len(outcomes))


def summed(measure: Measure | None) -> bool:
    """Whether the values of several days add up."""
    return measure is None or default_combine(measure) is Combine.ADD


def _state(grid: DayGrid, on: date, excused: bool) -> DayState:
    goal, measure = grid.goal, grid.goal.measure_on(on)
    if on > grid.last:
        return DayState.COMING
    if excused:
        return DayState.EXCUSED
    if on < start_of(goal, grid.last):
        return DayState.BEFORE
    if goal.deadline is not None and on > goal.deadline:
        return DayState.AFTER
    if paused_on(on, goal.pauses) is not None:
        return DayState.PAUSED
    if measure is None or measure.kind is Kind.MILESTONES or not measure.weekdays >> on.weekday() & 1:
        return DayState.UNWANTED
    return DayState.UNKNOWN
