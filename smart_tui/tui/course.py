"""Two of three while one writes: of target, date and rate any two give the third, said in full before it is taken."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import DayValue, Goal, Kind, Measure
from smart_tui.domain.measure import effective_kind, per_period, start_of, start_value, value_on
from smart_tui.domain.quantity import plain
from smart_tui.domain.rate import Rate, human_rate, two_of_three
from smart_tui.i18n import Words
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import time_unit
from smart_tui.reading.rates import RateReading, read_rate
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import rate_said
from smart_tui.text.pace import change_said

ON_A_LINE = (Kind.TOTAL, Kind.LEVEL)
_WHOLE_FROM = 100
_WHOLE, _TENTH = Decimal(1), Decimal("0.1")


class Begin(NamedTuple):
    """Where the rest of the way begins: the value there is, and the day from which it counts."""

    value: Decimal
    on: date


class Third(NamedTuple):
    """What follows from a rate: the `field` it fills ("deadline" or "target"), its value there, and how it is said."""

    field: str
    value: date | Decimal
    said: str


def begin_of(
    goal: Goal, measure: Measure | None, days: Sequence[DayValue], today: date, first_weekday: int = 0
) -> Begin | None:
    """Where the way of a total or level begins; None for other measures, without a target, or without a baseline.

    A goal that is running goes on from the value it has reached; one that is still written begins at its start.
    """
    if measure is None or measure.untargeted or effective_kind(measure) not in ON_A_LINE:
        return None
    start = start_of(goal, today) if goal.start or days else today
    value = None
    if days:
        goal = goal._replace(measures=(*goal.measures[:-1], measure))
        value = value_on(goal, days, today, first_weekday)
    if value is None:
        value = start_value(measure, days)
    return None if value is None else Begin(value, max(start, today) if days else start)


def rate_of(begin: Begin | None, measure: Measure | None, deadline: date | None) -> Rate | None:
    """The rate at which the target is reached on the deadline; None where one of the two is missing."""
    value = measure.goal_value if measure else None
    if begin is None or measure is None or value is None or deadline is None:
        return None
    if deadline <= begin.on or value == begin.value:
        return None
    period = per_period(measure)
    if period is None:
        return human_rate(begin.value, value, begin.on, deadline)
    return two_of_three(begin.value, begin.on, value=value, on=deadline, period=period).rate


def said(rate: Rate, measure: Measure, words: Words) -> str:
    """A rate in words: "1.2 books a week", "-0.5 kg a week"; of a total without its sign."""
    amount = change_said(rate.amount, measure.unit, words)
    if effective_kind(measure) is Kind.TOTAL:
        size = abs(rate.amount)
        amount = words.amount(size, measure.unit, decimals=0 if size >= _WHOLE_FROM else 1 if size >= 1 else 2)
    return rate_said(amount, rate.period, words)


def typed_rate(text: str, lang: str, unit: str) -> RateReading | ReadingError:
    """The rate that was typed, or why it is none."""
    try:
        return read_rate(text, lang, time=time_unit(unit, lang))
    except ReadingError as error:
        return error


def thirds(
    rate: RateReading, begin: Begin, measure: Measure, deadline: date | None, today: date, words: Words
) -> tuple[Third, ...]:
    """What a rate gives: the day on which the target is reached, the target reached by the deadline, or either.

    Empty where it never leads to the target.
    """
    target = measure.goal_value
    falling = target is not None and target < begin.value and not rate.signed
    wanted = Rate(-rate.amount if falling else rate.amount, rate.period)
    found: list[Third] = []
    if target is not None:
        try:
            on = two_of_three(begin.value, begin.on, value=target, rate=wanted).on
            if on != deadline and on > begin.on:
                found.append(Third("deadline", on, echo_date(on, today, words)))
        except (ValueError, OverflowError):
            pass
    if deadline is not None and deadline > begin.on and not measure.relative:
        value = rounded(two_of_three(begin.value, begin.on, on=deadline, rate=wanted).value)
        if value not in (target, begin.value):
            found.append(Third("target", value, words.amount(value, measure.unit)))
    return tuple(found)


def rounded(value: Decimal) -> Decimal:
    """A value reached at a rate, as one would set it as a target: whole from 100 on, else to a tenth."""
    step = _WHOLE if abs(value) >= _WHOLE_FROM else _TENTH
    return plain(value.quantize(step))
