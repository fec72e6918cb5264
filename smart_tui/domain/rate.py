"""Two of three: of date, value and rate any two give the third (product.md §4); and what a goal asks for at first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain import quantity
from smart_tui.domain.calendar import (
    active_days,
    add_days,
    after_periods,
    closed_pauses,
    period_bounds,
    periods_between,
    wanted_days,
)
from smart_tui.domain.goal import Goal, Kind, Measure, Period
from smart_tui.domain.measure import default_step, effective_kind, per_period, start_of, start_value
from smart_tui.domain.progress import Line, weight_of
from smart_tui.domain.quota import at_most

FIRST_WEEKS = 3
WEEK = 7
_HUMAN = (Period.WEEK, Period.MONTH, Period.QUARTER, Period.YEAR)


class Rate(NamedTuple):
    """So much a period; signed, below zero for a falling level."""

    amount: Decimal
    period: Period


class Course(NamedTuple):
    """The three that belong together: the value reached, on which day, at which rate."""

    value: Decimal
    on: date
    rate: Rate


def two_of_three(
    v0: Decimal,
    start: date,
    *,
    value: Decimal | None = None,
    on: date | None = None,
    rate: Rate | None = None,
    period: Period = Period.WEEK,
) -> Course:
    """The course from `v0` on `start` that two of value, date and rate describe.

    A missing rate comes in `period` units; a missing date is the first on which the value is
    reached. Raises ValueError unless exactly two are given, when the date does not lie after the
    start, or when the rate does not lead to the value; OverflowError for a date beyond year 9999.
    """
    if (value is None) + (on is None) + (rate is None) != 1:
        raise ValueError("exactly two of value, date and rate")
    if on is not None and on <= start:
        raise ValueError("the date must lie after the start")
    if value is not None and on is not None:
        amount = Fraction(value - v0) / periods_between(start, on, period)
        return Course(value, on, Rate(quantity.as_decimal(amount), period))
    if rate is not None and on is not None:
        reached = Fraction(v0) + Fraction(rate.amount) * periods_between(start, on, rate.period)
        return Course(quantity.as_decimal(reached), on, rate)
    if rate is None or value is None or value == v0 or not rate.amount or (rate.amount > 0) != (value > v0):
        raise ValueError("the rate does not lead to the value")
    count = Fraction(value - v0) / Fraction(rate.amount)
    return Course(value, after_periods(start, count, rate.period), rate)


def human_rate(v0: Decimal, target: Decimal, start: date, deadline: date) -> Rate:
    """The rate in the shortest period, a week or longer, in which it is 1 or more ("1.2 books a week").

    Where even a year's is smaller, or the span is shorter than that period, it is the week's.
    Raises ValueError when the deadline does not lie after the start.
    """
    for period in _HUMAN:
        rate = two_of_three(v0, start, value=target, on=deadline, period=period).rate
        if abs(rate.amount) >= 1 and periods_between(start, deadline, period) >= 1:
            return rate
    return two_of_three(v0, start, value=target, on=deadline).rate


def card_asks(goal: Goal, measure: Measure | None, today: date, first_weekday: int = 0) -> tuple[Decimal, ...]:
    """What the first three weeks ask for, from the goal's start (or today) on.

    Totals, levels and milestones: how far the line has moved after one, two and three weeks,
    signed, rounded toward more work. Quotas: the amount of each of three whole weeks (a ceiling: at
    most). Empty where nothing can be asked: no target, no baseline, no deadline.
    """
    start = goal.start or today
    ends = [add_days(start, WEEK * week) for week in range(1, FIRST_WEEKS + 1)]
    if measure is None or effective_kind(measure) is Kind.MILESTONES:
        return _weights_due(goal, ends)
    if measure.untargeted or measure.goal_value is None:
        return ()
    if effective_kind(measure) is Kind.QUOTA:
        return (_amount_a_week(measure, start, first_weekday),) * FIRST_WEEKS
    v0 = start_value(measure, ())
    if v0 is None or goal.deadline is None or effective_kind(measure) not in (Kind.TOTAL, Kind.LEVEL):
        return ()
    change = measure.goal_value - v0
    pauses = closed_pauses(goal.pauses, today)
    line = Line(start, goal.deadline, weekdays=measure.weekdays, pauses=pauses)
    return _rounded([line.share(end) for end in ends], change, measure)


def active_weeks(goal: Goal, measure: Measure, today: date) -> Fraction:
    """Wanted weeks from the start to the deadline, pauses left out; 0 without a deadline."""
    if goal.deadline is None or not measure.weekdays:
        return Fraction(0)
    pauses = closed_pauses(goal.pauses, today)
    days = active_days(start_of(goal, today), goal.deadline, measure.weekdays, pauses)
    return Fraction(days, measure.weekdays.bit_count())


def _rounded(shares: Sequence[Fraction], change: Decimal, measure: Measure) -> tuple[Decimal, ...]:
    """The line's moves, rounded to a twentieth of the first in 1-2-5 steps; counts to whole ones."""
    size, sign = abs(change), -1 if change < 0 else 1
    first = Fraction(size) * shares[0]
    if not first:
        return ()
    step = quantity.seventieth(quantity.as_decimal(first * 70 / 20))
    counted = effective_kind(measure) is Kind.TOTAL or per_period(measure) is not None
    if counted and default_step(measure) >= 1:
        step = max(step, Decimal(1))
    asked = (min(quantity.round_up_to_step(Fraction(size) * share, step), size) for share in shares)
    return tuple(quantity.plain(sign * amount) for amount in asked)


def _amount_a_week(measure: Measure, start: date, first_weekday: int) -> Decimal:
    target = measure.goal_value or Decimal(0)
    period = measure.period or Period.WEEK
    if period is Period.WEEK:
        return target
    if period is Period.DAY:
        return target * measure.weekdays.bit_count()
    first, last = period_bounds(start, period, first_weekday)
    wanted = wanted_days(add_days(first, -1), last, measure.weekdays)
    if not wanted:
        return Decimal(0)
    part = Fraction(target) * measure.weekdays.bit_count() / wanted
    step = default_step(measure)
    return quantity.round_down_to_step(part, step) if at_most(measure) else quantity.round_up_to_step(part, step)


def _weights_due(goal: Goal, ends: Sequence[date]) -> tuple[Decimal, ...]:
    dated = [milestone for milestone in goal.milestones if milestone.due is not None]
    if not dated:
        return ()
    return tuple(Decimal(sum(weight_of(m) for m in dated if m.due is not None and m.due <= end)) for end in ends)
