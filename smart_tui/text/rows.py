"""What a row of the list says in figures: how far a goal is, and when it ends."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Reading
from smart_tui.i18n import Words
from smart_tui.text.distance import day_ahead, day_brief

LONG_TARGET = 1000
"""From here on "5 of 8" would take too many cells, and the value stands alone."""


def amount_brief(goal: Goal, assessment: Assessment, words: Words) -> str:
    """How far it is, in a few cells: "5 of 8", "+6%", "61,400", "2 of 4"; empty before the first value."""
    measure, value, target = goal.measure, assessment.value, assessment.target
    if value is None:
        return ""
    kind = measure.kind if measure else Kind.MILESTONES
    if measure is not None and change_of(measure, value) is not None:
        return change_brief(measure, value, words)
    if kind is Kind.RATING:
        return words.number(value, sign=True)
    if kind is Kind.MILESTONES:
        return _milestones_brief(goal, words)
    unit = measure.unit if measure else ""
    if kind in (Kind.LEVEL, Kind.WITHIN) or target is None or target >= LONG_TARGET:
        return words.percent(value, decimals=2) if unit == "%" else words.figure(value, unit, decimals=2)
    return words.gettext("{value} of {target}").format(
        value=words.figure(value, unit, decimals=2), target=words.figure(target, unit, decimals=2)
    )


def _milestones_brief(goal: Goal, words: Words) -> str:
    """How many are done of how many: weights stretch the bar, but people count milestones."""
    if not goal.milestones:
        return ""
    done = sum(1 for part in goal.milestones if part.done_on)
    return words.gettext("{value} of {target}").format(
        value=words.number(done), target=words.number(len(goal.milestones))
    )


def change_of(measure: Measure, value: Decimal) -> Decimal | None:
    """The change from the baseline in percent, for a relative target that is read as a level."""
    if not measure.relative or measure.reading is Reading.SPAN or not measure.baseline:
        return None
    return (value / measure.baseline - 1) * 100


def change_brief(measure: Measure, value: Decimal, words: Words) -> str:
    """The change from the baseline, with one digit behind the sign only while it is small."""
    change = change_of(measure, value) or Decimal(0)
    return words.percent(change, sign=True, decimals=1 if abs(change) < 10 else 0)


def deadline_brief(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """When it ends, in a few cells: "15 Jul", "in 12 days"; a running quota with what is missing: "8,600 by Sun"."""
    ends = assessment.ends or goal.deadline
    if ends is None:
        return ""
    quota = goal.measure is not None and goal.measure.kind is Kind.QUOTA
    if quota and assessment.reason.code == "period":
        missing = assessment.missing
        if missing and missing > 0 and not assessment.reason.params.get("at_most"):
            day = day_brief(ends, today, words)
            return words.pgettext("row", "{amount} by {day}").format(amount=words.number(missing, decimals=2), day=day)
    return day_ahead(ends, today, words)
