"""How steep a plan is, and what one's own record says of it (product.md §4, Realism).

Floats are fine here: the result is said in words ("about 73 % a month"), never stored.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import periods_between
from smart_tui.domain.goal import DayValue, Goal, Kind, Measure, Outcome, Period, Reason
from smart_tui.domain.measure import effective_kind, reading_on, start_of, start_value
from smart_tui.domain.quota import at_most, verdicts
from smart_tui.domain.settings import Settings

LAST_PERIODS, FEWEST_PERIODS = 8, 2
MOST_TITLES = 5
SHORT_OF_A_YEAR = 11
"""A yearly figure with fewer months than this before it is flagged."""


def growth_per_period(v0: Decimal, target: Decimal, periods: float) -> float:
    """The growth each period needs, as a fraction: `(vT / v0) ** (1 / n) - 1` (product.md §4, Realism).

    Raises ValueError unless both values and the number of periods are above zero.
    """
    if v0 <= 0 or target <= 0 or periods <= 0:
        raise ValueError("growth needs values and periods above zero")
    return float(float(target / v0) ** (1 / periods)) - 1


def realism(
    goal: Goal,
    measure: Measure,
    days: Sequence[DayValue],
    today: date,
    settings: Settings,
    closed: Sequence[tuple[Goal, Outcome]],
) -> tuple[Reason, ...]:
    """What figures and record say of reaching `measure` by the goal's deadline; `days` come from `goal_days`.

    Codes: "growth" (rate as a fraction a period, negative for a fall; period; periods), "record"
    (target, best, median, count, period, at_most) of a quota's last eight complete periods, "short_year"
    (months, days), "closed_before" (achieved, partly, missed, dropped, titles, newest first) of the
    goals of the same area among `closed`.
    """
    found = (
        _growth(goal, measure, days, today, settings),
        _record(goal, measure, days, today, settings),
        _short_year(goal, measure, today),
        _closed_before(goal, closed),
    )
    return tuple(reason for reason in found if reason is not None)


def _growth(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date, settings: Settings) -> Reason | None:
    """A level from its last reading on; before there is one, and for totals, from the baseline and the start."""
    target, begin = measure.goal_value, start_of(goal, today)
    kind = effective_kind(measure)
    if target is None or target <= 0 or measure.untargeted or goal.deadline is None:
        return None
    if kind not in (Kind.TOTAL, Kind.LEVEL):
        return None
    v0 = measure.baseline if measure.relative or kind is Kind.LEVEL else start_value(measure, days)
    rising = v0 is None or target > v0
    if kind is Kind.LEVEL and days and today > begin:
        reading = reading_on(goal, measure, days, today, today, settings.first_weekday)
        if reading is not None and reading.value is not None and reading.on >= begin:
            v0, begin = reading.value, reading.on
    if v0 is None or v0 <= 0 or target == v0 or (target > v0) != rising or begin >= goal.deadline:
        return None
    plain_rise = rising and measure.unit != "%" and measure.entered_as == "plain"
    if not measure.relative and not plain_rise:
        return None
    period = Period.MONTH if periods_between(begin, goal.deadline, Period.MONTH) >= 1 else Period.WEEK
    periods = float(periods_between(begin, goal.deadline, period))
    return Reason("growth", {"rate": growth_per_period(v0, target, periods), "period": period, "periods": periods})


def _record(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date, settings: Settings) -> Reason | None:
    """A quota against the sums of one's last eight periods that are over, whole and entered."""
    target = measure.goal_value
    if effective_kind(measure) is not Kind.QUOTA or measure.untargeted or target is None or not days:
        return None
    begin = min(start_of(goal, today), days[0].on)
    past = goal._replace(start=begin, deadline=None, measures=(measure._replace(valid_from=begin),))
    sums = [
        verdict.value
        for verdict in verdicts(past, days, today, settings.first_weekday, settings.reviewed_until)
        if verdict.value is not None and verdict.last < today and verdict.active_days >= verdict.wanted_days
    ][-LAST_PERIODS:]
    if len(sums) < FEWEST_PERIODS:
        return None
    ceiling, ordered = at_most(measure), sorted(sums)
    half = len(ordered) // 2
    middle = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
    params = {"target": target, "best": ordered[0 if ceiling else -1], "median": middle, "count": len(sums)}
    return Reason("record", {**params, "period": measure.period or Period.WEEK, "at_most": ceiling})


def _short_year(goal: Goal, measure: Measure, today: date) -> Reason | None:
    """A figure of a year that is to be reached within months."""
    if measure.goal_value is None and not measure.relative:
        return None
    yearly = Period.YEAR in (measure.baseline_period, measure.period)
    if not yearly or measure.untargeted or goal.deadline is None:
        return None
    begin = start_of(goal, today)
    if begin >= goal.deadline:
        return None
    months = int(periods_between(begin, goal.deadline, Period.MONTH))
    if months >= SHORT_OF_A_YEAR:
        return None
    return Reason("short_year", {"months": months, "days": (goal.deadline - begin).days})


def _closed_before(goal: Goal, closed: Sequence[tuple[Goal, Outcome]]) -> Reason | None:
    mine = [(other, outcome) for other, outcome in closed if other.area == goal.area and other.id != goal.id]
    if not mine:
        return None
    mine.sort(key=lambda pair: (pair[0].closed_on or date.min, pair[0].no), reverse=True)
    params: dict[str, object] = {str(kind): sum(outcome is kind for _, outcome in mine) for kind in Outcome}
    params["titles"] = tuple(other.title for other, _ in mine[:MOST_TITLES])
    return Reason("closed_before", params)
