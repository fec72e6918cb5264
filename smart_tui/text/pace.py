"""What a target asks for in human units, before one has begun: so much a week, so many per cent a month."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import add_months
from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.measure import start_value
from smart_tui.domain.rate import human_rate, two_of_three
from smart_tui.domain.realism import growth_per_period
from smart_tui.i18n import Words
from smart_tui.text.labels import rate_said

MONTH_DAYS = 30.4375
LARGE, SMALL = 100, 1


def points_said(difference: Decimal, words: Words, decimals: int) -> str:
    """A difference between two percentages, with its sign: "+1.5 percentage points"."""
    points = words.ngettext("{points} percentage point", "{points} percentage points", abs(difference))
    return points.format(points=words.number(difference, sign=True, decimals=decimals))


def change_digits(change: Decimal) -> int:
    """How many digits behind the decimal sign one would say of a change."""
    size = abs(change)
    return 0 if size >= LARGE else 1 if size >= SMALL or not size else 2


def change_said(change: Decimal, unit: str, words: Words) -> str:
    """A change with its sign and unit: "+413 visits", "+1.5 percentage points"."""
    if unit == "%":
        return points_said(change, words, decimals=change_digits(change))
    return words.amount(change, unit, sign=True, decimals=change_digits(change))


def change_figure(change: Decimal, unit: str, words: Words) -> str:
    """A change with its sign, where the unit stands beside it already: "+413", "+0:15", "+1.5 percentage points"."""
    if unit == "%":
        return points_said(change, words, decimals=change_digits(change))
    return words.figure(change, unit, sign=True, decimals=change_digits(change))


def pace(goal: Goal, today: date, words: Words) -> str:
    """ "That is +413 visits a month, about 3.1% growth a month."; empty without a target, a start value or a date."""
    measure = goal.measure
    if measure is None or measure.untargeted or measure.kind not in (Kind.TOTAL, Kind.LEVEL):
        return ""
    start, target, v0 = goal.start or today, measure.goal_value, start_value(measure, ())
    if target is None or v0 is None or goal.deadline is None or goal.deadline <= start or target == v0:
        return ""
    rate = human_rate(v0, target, start, goal.deadline)
    if measure.relative and measure.period is not None:
        rate = two_of_three(v0, start, value=target, on=goal.deadline, period=measure.period).rate
    said = rate_said(change_said(rate.amount, measure.unit, words), rate.period, words)
    months = (goal.deadline - start).days / MONTH_DAYS
    if v0 <= 0 or target <= 0 or add_months(start, 1) > goal.deadline or measure.unit == "%":
        return words.gettext("That is {rate}.").format(rate=said)
    growth = growth_per_period(v0, target, months) * 100
    change = words.percent(Decimal(str(round(growth, 1))), sign=True)
    return words.gettext("That is {rate}, about {growth} a month.").format(rate=said, growth=change)
