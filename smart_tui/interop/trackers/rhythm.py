"""How often a habit is wanted: so many times in so many days, as a calendar period with a quota."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.calendar import EVERY_DAY
from smart_tui.domain.goal import Direction, Kind, Measure, Period
from smart_tui.interop.trackers.gathering import EARLIEST, Gathering

_LENGTHS = ((Period.WEEK, 7), (Period.MONTH, 30), (Period.QUARTER, 91))
_SAID = {
    Period.WEEK: "rhythm.week",
    Period.MONTH: "rhythm.month",
    Period.QUARTER: "rhythm.quarter",
}
SOMEDAY = date(EARLIEST, 1, 1)
"""Stands where a measure's first day is not known yet."""


class Rhythm(NamedTuple):
    """A quota: so much in a calendar period; `exact` where it asks for as much as the file did."""

    period: Period
    amount: Decimal
    exact: bool


def occasions(times: int, days: int) -> Rhythm:
    """`times` occasions in any `days` days, both 1 or more; one a day at most."""
    if times >= days:
        return Rhythm(Period.DAY, Decimal(1), True)
    if days in (7, 30, 31):
        return Rhythm(Period.WEEK if days == 7 else Period.MONTH, Decimal(times), True)
    rate = Fraction(times, days)
    best = min(_LENGTHS, key=lambda each: abs(_whole(rate, each[1]) / Fraction(each[1]) - rate))
    return Rhythm(best[0], Decimal(_whole(rate, best[1])), False)


def amounts(amount: Decimal, days: int) -> Rhythm:
    """`amount` in any `days` days, 1 or more."""
    if days == 1:
        return Rhythm(Period.DAY, amount, True)
    if days in (7, 30, 31):
        return Rhythm(Period.WEEK if days == 7 else Period.MONTH, amount, True)
    period, length = next((each for each in _LENGTHS if days < 2 * each[1]), _LENGTHS[-1])
    return Rhythm(period, amount * length / days, False)


def quota(
    gathering: Gathering,
    title: str,
    rhythm: Rhythm,
    asked: tuple[object, int],
    direction: Direction = Direction.AT_LEAST,
) -> Measure:
    """The measure of a rhythm, saying where it is not what was asked for (so much in so many days) exactly."""
    if not rhythm.exact:
        much, days = asked
        gathering.say(_SAID[rhythm.period], title=title, times=much, days=days, target=rhythm.amount)
    elif rhythm.period is not Period.DAY:
        gathering.count("rhythm.rolling")
    return Measure(
        Kind.QUOTA,
        SOMEDAY,
        gathering.amount(rhythm.amount),
        period=rhythm.period,
        direction=direction,
        weekdays=EVERY_DAY,
    )


def unjudged() -> Measure:
    """What is recorded and drawn by weeks, and never judged."""
    return Measure(Kind.QUOTA, SOMEDAY, None, period=Period.WEEK, direction=Direction.AT_LEAST, untargeted=True)


def _whole(rate: Fraction, length: int) -> int:
    return max(1, int(rate * length + Fraction(1, 2)))
