"""The points of the chart: what was reached, and what the line asked for (product.md §6)."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from smart_tui.domain.calendar import add_days
from smart_tui.domain.goal import DayValue, Entry, Goal, Kind, Measure
from smart_tui.domain.measure import (
    effective_kind,
    goal_days,
    per_period,
    period_readings,
    start_of,
    start_value,
    versions_on,
)
from smart_tui.domain.progress import Way, way, weight_of
from smart_tui.domain.quantity import as_decimal
from smart_tui.domain.quota import verdicts
from smart_tui.domain.settings import Settings

MOST_POINTS = 180
"""The line is asked for at so many evenly spread days at most, besides its ends and the days it restarts."""

_ZERO = Decimal(0)

Point = tuple[date, Decimal]


class Series(NamedTuple):
    """Points by date, from the start to the deadline, or to today where there is none.

    `actual` ends today at the latest. A quota has one point a period, on its first day: the sum
    and the scaled target. Where a new version restarts the line, both sides of the step are there.
    """

    actual: tuple[Point, ...]
    expected: tuple[Point, ...]
    first: date
    last: date


def series(
    goal: Goal, entries: Sequence[Entry], today: date, settings: Settings, days: Sequence[DayValue] | None = None
) -> Series:
    """What the chart of a goal shows on `today`, in the goal's own unit; empty where there is nothing to draw.

    `days` spares working them out where `goal_days` gave them already.
    """
    if days is None:
        days = goal_days(goal, entries, today)
    versions = versions_on(goal, today)
    measure = versions[-1] if versions else None
    first = start_of(goal, today)
    last = max(goal.deadline or today, first)
    if measure is not None and effective_kind(measure) is Kind.QUOTA:
        actual, expected = _quota_points(goal, days, today, settings)
        return Series(actual, expected, first, last)
    reached = tuple(_reached(goal, measure, days, first, today, settings))
    return Series(reached, tuple(_asked(goal, days, first, last, today, settings)), first, last)


def _quota_points(
    goal: Goal, days: Sequence[DayValue], today: date, settings: Settings
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    found = verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until)
    actual = tuple((verdict.first, verdict.value) for verdict in found if verdict.value is not None)
    measure = goal.measure_on(today)
    if measure is None or measure.untargeted or measure.goal_value is None:
        return actual, ()
    return actual, tuple((verdict.first, verdict.target) for verdict in found if verdict.active_days)


def _reached(
    goal: Goal, measure: Measure | None, days: Sequence[DayValue], first: date, today: date, settings: Settings
) -> Iterator[Point]:
    kind = Kind.MILESTONES if measure is None else effective_kind(measure)
    if measure is None or kind is Kind.MILESTONES:
        yield from _milestones_done(goal, days, first, today)
        return
    begin = start_value(measure, days)
    if kind is Kind.TOTAL:
        yield from _climbing(begin or _ZERO, days, first, today)
        return
    readings: Sequence[DayValue] = days
    if per_period(measure) is not None:
        readings = period_readings(measure, days, first, today, settings.first_weekday)
    points = [(day.on, day.value) for day in readings if day.value is not None and day.on >= first]
    if measure.baseline is not None and kind is Kind.LEVEL and (not points or points[0][0] > first) and first <= today:
        yield first, measure.baseline
    yield from points


def _climbing(begin: Decimal, days: Sequence[DayValue], first: date, today: date) -> Iterator[Point]:
    """The running total from the start on; what was entered for days before it is there at once."""
    if first > today:
        return
    value = begin + sum((day.value for day in days if day.value is not None and day.on <= first), _ZERO)
    yield first, value
    on = first
    for day in days:
        if day.value is not None and day.on > first:
            value += day.value
            on = day.on
            yield on, value
    if on < today:
        yield today, value


def _milestones_done(goal: Goal, days: Sequence[DayValue], first: date, today: date) -> Iterator[Point]:
    if first > today:
        return
    done = sorted((m.done_on, weight_of(m)) for m in goal.milestones if m.done_on is not None and m.done_on <= today)
    if not goal.milestones:
        ticked = next((day.on for day in days if day.value is not None and day.value >= 1), None)
        done = [] if ticked is None else [(ticked, 1)]
    yield first, Decimal(sum(weight for on, weight in done if on <= first))
    heights = accumulate(weight for _, weight in done)
    for (on, _), height in zip(done, heights, strict=True):
        if on > first:
            yield on, Decimal(height)
    if not done or done[-1][0] < today:
        yield today, Decimal(sum(weight for _, weight in done))


def _asked(
    goal: Goal, days: Sequence[DayValue], first: date, last: date, today: date, settings: Settings
) -> Iterator[Point]:
    if goal.deadline is None:
        return
    steps = max(1, -(-(last - first).days // MOST_POINTS))
    marks = {add_days(first, offset) for offset in range(0, (last - first).days + 1, steps)} | {last}
    restarts = [m.valid_from for m in versions_on(goal, today) if first < m.valid_from <= last]
    for restart in restarts:
        marks |= {add_days(restart, -1), restart}
    now = _way_known(goal, days, today, today, settings)
    earlier: dict[date, Way | None] = {}
    for day in sorted(marks):
        here = now
        later = [restart for restart in restarts if restart > day]
        if later:
            known = add_days(min(later), -1)
            if known not in earlier:
                earlier[known] = _way_known(goal, days, known, today, settings)
            here = earlier[known]
        if here is not None and here.line is not None:
            yield day, as_decimal(here.value_at(here.line.share(day)))


def _way_known(goal: Goal, days: Sequence[DayValue], known: date, today: date, settings: Settings) -> Way | None:
    """The way by the versions known on a day, with all that is known today of everything else."""
    versions = versions_on(goal, known)
    return way(goal._replace(measures=versions), days, today, settings.first_weekday)
