"""The forecast of a level: one point a week, and the median of the slopes between them (product.md §4).

Theil-Sen after Sen, Estimates of the Regression Coefficient Based on Kendall's Tau (1968), JASA 63.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations, groupby, pairwise
from math import ceil, floor, sqrt
from typing import NamedTuple

from smart_tui.domain.calendar import WEEK, add_days, period_bounds, periods_between
from smart_tui.domain.forecast import FARTHEST_DAYS, Outlook, Trend, forecast_from
from smart_tui.domain.goal import DayValue, Goal, Measure, Period
from smart_tui.domain.measure import per_period
from smart_tui.domain.quantity import plain
from smart_tui.domain.settings import Settings

MOST_POINTS, FEWEST_POINTS, TREND_POINTS = 12, 8, 4
LAST_CHANGES = 3
Z80 = 1.2816
"""The normal quantile of an interval that holds in 80 of 100 cases."""

RARE_DAYS = 21
"""Readings so far apart, in the median, are monthly ones."""

_SHORT = (None, Period.DAY, Period.WEEK)


class Point(NamedTuple):
    """A week's reading: its median date as an ordinal, and its median value."""

    on: float
    value: float


class Slopes(NamedTuple):
    """The middle of the slopes between points and the ends of its interval, in units a day."""

    low: float
    middle: float
    high: float


def outlook_of_level(
    goal: Goal,
    measure: Measure,
    readings: Sequence[DayValue],
    today: date,
    settings: Settings,
    begin: date,
    rising: bool,
) -> Outlook:
    """The outlook of a level not yet reached, by its readings from `begin` on.

    Dates from eight weeks with a reading on; from two readings on a trend toward the deadline.
    Monthly readings, entered as a level or as the amount of a month or more, give a trend only.
    """
    target = measure.goal_value or Decimal(0)
    period = per_period(measure)
    known = [day for day in readings if day.value is not None and day.on >= begin]
    if period not in _SHORT:
        return Outlook(based_on=len(known), trend=_trend(goal, measure, known, target, period or Period.MONTH))
    points = tuple(weekly_points(known, settings.first_weekday))
    weekly = [DayValue(date.fromordinal(round(point.on)), _amount(point.value)) for point in points]
    gaps = [later.on - earlier.on for earlier, later in pairwise(points)]
    if gaps and median(gaps) >= RARE_DAYS:
        return Outlook(based_on=len(points), trend=_trend(goal, measure, weekly, target, Period.MONTH))
    count = len(points)
    if count < TREND_POINTS:
        trend = _trend(goal, measure, weekly, target, Period.WEEK)
        return Outlook(missing=FEWEST_POINTS - count, based_on=count, trend=trend)
    slopes = theil_sen(points)
    pace = _amount(slopes.middle * WEEK)
    if count < FEWEST_POINTS:
        needed = _needed(goal, known[-1], target, Period.WEEK)
        trend = None if needed is None else Trend(needed, pace, Period.WEEK, count - 1)
        return Outlook(missing=FEWEST_POINTS - count, based_on=count, pace=pace, trend=trend)
    dates = [_on_target(points, slopes.middle, slope, float(target), rising, today) for slope in slopes]
    if not rising:
        dates.reverse()
    found = forecast_from(today, dates[2], dates[1], dates[0]) if dates[1] is not None else None
    return Outlook(found, 0, count, pace, stuck=found is None)


def weekly_points(readings: Sequence[DayValue], first_weekday: int = 0) -> Iterator[Point]:
    """One point for each of the last twelve weeks with a reading, oldest first: medians of dates and values."""
    weeks: list[list[DayValue]] = []
    for _, group in groupby(reversed(readings), key=lambda day: period_bounds(day.on, Period.WEEK, first_weekday)[0]):
        weeks.append(list(group))
        if len(weeks) == MOST_POINTS:
            break
    for week in reversed(weeks):
        yield Point(
            median(day.on.toordinal() for day in week),
            median(float(day.value) for day in week if day.value is not None),
        )


def theil_sen(points: Sequence[Point]) -> Slopes:
    """The median of all slopes between points, with the m-th smallest and the m-th greatest as its interval.

    `m = floor((N - C) / 2)` of N slopes, `C = 1.2816 * sqrt(n(n - 1)(2n + 5) / 18)` for n points.
    """
    slopes = sorted((b.value - a.value) / (b.on - a.on) for a, b in combinations(points, 2))
    count, size = len(points), len(slopes)
    spread = Z80 * sqrt(count * (count - 1) * (2 * count + 5) / 18)
    rank = max(floor((size - spread) / 2), 1)
    return Slopes(slopes[rank - 1], median(slopes), slopes[size - rank])


def _on_target(
    points: Sequence[Point], middle: float, slope: float, target: float, rising: bool, today: date
) -> date | None:
    """When a line of this slope through the median date meets the target; None when it leads away or out of sight."""
    pivot = median(point.on for point in points)
    height = median(point.value - middle * (point.on - pivot) for point in points)
    if (slope <= 0) if rising else (slope >= 0):
        return None
    ahead = pivot + (target - height) / slope - today.toordinal()
    return None if ahead >= FARTHEST_DAYS else add_days(today, max(ceil(ahead - 1e-9), 0))


def _trend(goal: Goal, measure: Measure, readings: Sequence[DayValue], target: Decimal, period: Period) -> Trend | None:
    """What is needed a period, and what the last three changes gave; the baseline stands before the first reading."""
    if not readings:
        return None
    first_day = _first_of if per_period(measure) is not None else _itself
    looked_at = list(readings[-LAST_CHANGES - 1 :])
    baseline = _baseline(goal, measure, looked_at[0], period) if len(looked_at) <= LAST_CHANGES else None
    if baseline is not None:
        looked_at.insert(0, baseline)
    first, last = looked_at[0], looked_at[-1]
    needed = _needed(goal, last, target, period)
    if len(looked_at) < 2 or first.value is None or last.value is None or needed is None:
        return None
    apart = periods_between(first_day(first.on, period), first_day(last.on, period), period)
    if 2 * apart < 1:
        return None
    return Trend(needed, _amount(float(last.value - first.value) / float(apart)), period, len(looked_at) - 1)


def _baseline(goal: Goal, measure: Measure, first: DayValue, period: Period) -> DayValue | None:
    """The baseline as a reading, where it lies half a period or more before the first one."""
    if measure.baseline is None:
        return None
    on = measure.baseline_on or goal.start or measure.valid_from
    if per_period(measure) is not None:
        on = min(on, add_days(_first_of(first.on, period), -1))
    if on >= first.on or 2 * periods_between(on, first.on, period) < 1:
        return None
    return DayValue(on, measure.baseline)


def _needed(goal: Goal, last: DayValue, target: Decimal, period: Period) -> Decimal | None:
    """From the last reading to the target by the deadline, a period; the whole of it in less than one period."""
    if goal.deadline is None or last.value is None or last.on >= goal.deadline:
        return None
    left = periods_between(add_days(last.on, 1), add_days(goal.deadline, 1), period)
    return _amount(float(target - last.value) / max(float(left), 1.0))


def median(values: Iterable[float]) -> float:
    """The middle one of some values, or between the middle two; IndexError for none. (`statistics` loads too much.)"""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _amount(value: float) -> Decimal:
    return plain(Decimal(f"{value:.6f}"))


def _first_of(day: date, period: Period) -> date:
    return period_bounds(day, period)[0]


def _itself(day: date, period: Period) -> date:
    return day
