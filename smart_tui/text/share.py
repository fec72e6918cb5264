"""How many periods of a quota must be met, as a statement says it."""

from fractions import Fraction
from math import ceil

from smart_tui.domain.calendar import EVERY_DAY, add_days, period_bounds, wanted_days
from smart_tui.domain.goal import Goal, Kind, Measure, Period
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.labels import many_periods, the_periods

LONGEST_COUNT = 4000
"""Periods that are counted out; a daily quota of over ten years says its share instead."""


def share_said(goal: Goal, words: Words, settings: Settings) -> str:
    """How many periods of a quota must be met, "in at least 42 of 52 weeks"; empty where there is nothing to say.

    Counted where the goal has both its ends, else a plain fraction if the person chose one.
    """
    measure = goal.measure
    if measure is None or measure.kind is not Kind.QUOTA or measure.target is None or measure.period is None:
        return ""
    share = measure.share_wanted or settings.default_share
    many = many_periods(measure.period, words)
    count = _judged(goal, measure, measure.period, settings.first_weekday)
    if count is not None:
        wanted = ceil(Fraction(share * count, 100))
        if count < 2:
            return ""
        if wanted == count:
            return words.gettext("in all {count} {periods}").format(count=words.number(count), periods=many)
    else:
        if measure.share_wanted is None or share == 100:
            return ""
        part = Fraction(share, 100)
        if part.denominator > 10:
            said = words.gettext("at least {percent} of {periods}")
            return said.format(percent=words.percent(share), periods=the_periods(measure.period, words))
        wanted, count = part.numerator, part.denominator
    said = words.gettext("in at least {wanted} of {count} {periods}")
    return said.format(wanted=words.number(wanted), count=words.number(count), periods=many)


def _judged(goal: Goal, measure: Measure, period: Period, first_weekday: int) -> int | None:
    """Periods with at least half of their wanted days between start and deadline; None if not both are set."""
    if goal.start is None or goal.deadline is None or goal.deadline < goal.start:
        return None
    count, day = 0, goal.start
    for _ in range(LONGEST_COUNT):
        first, last = period_bounds(day, period, first_weekday)
        whole = wanted_days(add_days(first, -1), last, measure.weekdays or EVERY_DAY)
        inside = wanted_days(add_days(day, -1), min(last, goal.deadline), measure.weekdays or EVERY_DAY)
        count += 2 * inside >= whole > 0
        if last >= goal.deadline:
            return count
        day = add_days(last, 1)
    return None
