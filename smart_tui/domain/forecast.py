"""When a total or a level reaches its target if things go on as lately (product.md §4, Forecast).

An interval of dates or nothing. Floats are fine here: a forecast is said, never summed or stored.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, sqrt
from typing import NamedTuple

from smart_tui.domain.calendar import WEEK, active_days, add_days, closed_pauses, paused_on, period_bounds
from smart_tui.domain.goal import DayValue, Goal, Kind, Measure, Pause, Period, State
from smart_tui.domain.measure import (
    effective_kind,
    excused_days,
    latest,
    per_period,
    period_readings,
    start_of,
    start_value,
    total_on,
    versions_on,
)
from smart_tui.domain.quantity import as_decimal
from smart_tui.domain.settings import Settings

MOST_WEEKS, FEWEST_WEEKS = 8, 3
FARTHEST_DAYS = 36525
"""A date a hundred years ahead or more is no end in sight."""

QUANTILES = {3: 1.886, 4: 1.638, 5: 1.533, 6: 1.476, 7: 1.440, 8: 1.415}
"""q of the formula by the number of weeks: the 90th percentile of Student's t with one degree of freedom less."""

_ZERO = Decimal(0)


class Forecast(NamedTuple):
    """Dates between which the target is reached; `latest` None means no end in sight."""

    earliest: date
    middle: date
    latest: date | None


class Trend(NamedTuple):
    """What a level needs a period from its last reading on, and what its last `readings` changes gave a period."""

    needed: Decimal
    lately: Decimal
    period: Period
    readings: int


class Outlook(NamedTuple):
    """What can be said of the time ahead."""

    forecast: Forecast | None = None
    missing: int = 0
    """Whole weeks (totals) or weeks with a reading (levels) still missing before there can be a forecast."""
    based_on: int = 0
    """Weeks or points looked at."""
    pace: Decimal | None = None
    """Change a week in the goal's unit, with its sign."""
    trend: Trend | None = None
    stuck: bool = False
    """Enough data, and no pace toward the target at all (or none that leads there within a hundred years)."""


class Interval(NamedTuple):
    """Weeks from the end of the last whole week to the target; `latest` None means no end in sight."""

    earliest: float
    middle: float
    latest: float | None


def outlook(goal: Goal, days: Sequence[DayValue], today: date, settings: Settings) -> Outlook | None:
    """What can be said on `today` of the day a goal is reached; `days` come from `goal_days`.

    None where nothing is forecast: other kinds than totals and levels, no target, reached, not
    begun, draft or closed, or resting without a known end. A deadline that has passed changes
    nothing: the way goes on to the target of today's version.
    """
    versions = versions_on(goal, today)
    measure = versions[-1] if versions else None
    if measure is None or measure.untargeted or _rests(goal, today) or today < start_of(goal, today):
        return None
    kind, target = effective_kind(measure), measure.goal_value
    if kind not in (Kind.TOTAL, Kind.LEVEL) or target is None:
        return None
    v0 = start_value(measure, days)
    readings = days
    if per_period(measure) is not None:
        readings = period_readings(measure, days, start_of(goal, today), today, settings.first_weekday)
    value = total_on(measure, days, today) if kind is Kind.TOTAL else _value(latest(readings, today))
    if target == v0:
        return None
    rising = v0 is None or target > v0
    if value is not None and (value >= target if rising else value <= target):
        return None
    begin = _counts_from(goal, versions, days, today)
    if kind is Kind.TOTAL:
        return _of_total(goal, measure, days, today, settings, begin, target, v0 or _ZERO, value or _ZERO)
    # The median of slopes is needed by levels only, and a list of totals starts faster without it.
    from smart_tui.domain.slope import outlook_of_level

    return outlook_of_level(goal, measure, readings, today, settings, begin, rising)


def interval(sums: Sequence[float], remaining: float) -> Interval | None:
    """When `remaining` (above zero) is done at the pace of 3 to 8 weekly sums, in weeks; None without a pace.

    Product.md §4: mean m and sample deviation s over k weeks, `a = m² - q²s²/k`,
    `b = -(2Rm + q²s²)`, `c = R²`, `D = b² - 4ac`; earliest `2c / (-b + √D)`, latest
    `2c / (-b - √D)` if a > 0, middle `R / m`. (7, 9, 6, 8, 10, 5, 8, 7 and 120: 14.1, 16.0, 18.4.)
    """
    weeks = len(sums)
    mean = sum(sums) / weeks
    if mean <= 0:
        return None
    noise = QUANTILES[weeks] ** 2 * sum((amount - mean) ** 2 for amount in sums) / (weeks - 1)
    a = mean**2 - noise / weeks
    b = -(2 * remaining * mean + noise)
    root = sqrt(max(b * b - 4 * a * remaining**2, 0.0))
    latest = (-b + root) / (2 * a) if a > 0 else None
    return Interval(2 * remaining**2 / (-b + root), remaining / mean, latest)


def forecast_from(today: date, earliest: date | None, middle: date | None, latest: date | None) -> Forecast | None:
    """The dates, today at the earliest; None stands for a date out of sight, and without an earliest there is none."""
    if earliest is None:
        return None
    middle = middle or add_days(today, FARTHEST_DAYS)
    return Forecast(max(earliest, today), max(middle, today), None if latest is None else max(latest, today))


def _rests(goal: Goal, today: date) -> bool:
    if goal.state in (State.DRAFT, State.CLOSED):
        return True
    pause = paused_on(today, goal.pauses) if goal.pauses else None
    if pause is None:
        return goal.state is State.PAUSED
    return pause.last is None


def _counts_from(goal: Goal, versions: Sequence[Measure], days: Sequence[DayValue], today: date) -> date:
    """The first day whose entries show the pace: the start, or the day the measure became what it is.

    Weeks before the goal was written show nothing, unless something was entered for them.
    """
    begin = start_of(goal, today)
    now = effective_kind(versions[-1]), per_period(versions[-1])
    for index in range(len(versions) - 1, 0, -1):
        if (effective_kind(versions[index - 1]), per_period(versions[index - 1])) != now:
            begin = max(begin, versions[index].valid_from)
            break
    if goal.created_at is not None and goal.created_at.date() > begin:
        written = goal.created_at.date()
        first = bisect_left(days, begin, key=_on)
        if first == len(days) or days[first].on >= written:
            return written
    return begin


def _of_total(
    goal: Goal,
    measure: Measure,
    days: Sequence[DayValue],
    today: date,
    settings: Settings,
    begin: date,
    target: Decimal,
    v0: Decimal,
    value: Decimal,
) -> Outlook:
    pauses = closed_pauses(goal.pauses, today) if goal.pauses else ()
    over = add_days(period_bounds(today, Period.WEEK, settings.first_weekday)[0], -1)
    sums = _weekly_sums(measure, days, over, begin, pauses, settings.first_weekday)
    pace = as_decimal(sum(map(Fraction, sums), Fraction(0)) / len(sums)) if sums else None
    if len(sums) < FEWEST_WEEKS:
        return Outlook(missing=FEWEST_WEEKS - len(sums), based_on=len(sums), pace=pace)
    sign = 1 if target >= v0 else -1
    since = sign * sum((day.value for day in days[bisect_right(days, over, key=_on) :] if day.value is not None), _ZERO)
    remaining = sign * (target - value)
    if remaining + since > 0:
        remaining += since
    else:
        over = add_days(today, -1)
    found = interval([float(sign * amount) for amount in sums], float(remaining))
    if found is None:
        # A pace that begins in the running week shows once that week is whole.
        return Outlook(missing=int(since > 0), based_on=len(sums), pace=pace, stuck=since <= 0)
    dates = [_reached(over, weeks, pauses) for weeks in found]
    forecast = forecast_from(today, dates[0], dates[1], dates[2])
    return Outlook(forecast, 0, len(sums), pace, stuck=forecast is None)


def _weekly_sums(
    measure: Measure, days: Sequence[DayValue], over: date, begin: date, pauses: Sequence[Pause], first_weekday: int
) -> list[Decimal]:
    """Sums of the last whole weeks up to the one that ends on `over`, those that rested left out; empty ones are 0."""
    excused = excused_days(days)
    sums: list[Decimal] = []
    last = over
    while len(sums) < MOST_WEEKS:
        first, _ = period_bounds(last, Period.WEEK, first_weekday)
        if first < begin or first == date.min:
            break
        whole = (last - first).days == WEEK - 1
        if whole and not any(pause.first <= last and first <= _last(pause) for pause in pauses):
            values = [
                day.value
                for day in days[bisect_left(days, first, key=_on) : bisect_right(days, last, key=_on)]
                if day.value is not None
            ]
            if values or not excused or active_days(add_days(first, -1), last, measure.weekdays, (), excused):
                sums.append(sum(values, _ZERO))
        last = add_days(first, -1)
    return sums


def _reached(over: date, weeks: float | None, pauses: Sequence[Pause]) -> date | None:
    """The day so many weeks after `over` that do not rest; None when it is out of sight."""
    if weeks is None or weeks * WEEK >= FARTHEST_DAYS:
        return None
    on = add_days(over, ceil(weeks * WEEK - 1e-9))
    for pause in pauses:
        first = max(pause.first, add_days(over, 1))
        if first <= on and first <= _last(pause):
            on = add_days(on, (_last(pause) - first).days + 1)
    return on


def _last(pause: Pause) -> date:
    return pause.last or date.max


def _value(reading: DayValue | None) -> Decimal | None:
    return None if reading is None else reading.value


def _on(day: DayValue) -> date:
    return day.on
