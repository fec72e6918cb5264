"""The clauses of a statement by kind of measure: what is to be reached, from where, how often.

Every kind has its own grammar. A clause is a text and how it is joined to what stands before it:
straight on, after a comma, or after a colon where the title cannot carry it as a sentence would.
"""

from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Milestone
from smart_tui.domain.measure import per_period as read_by
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.labels import per_period, rate_said
from smart_tui.text.mentions import (
    change_said,
    change_verb,
    has_ceiling,
    has_period,
    has_unit,
    has_weekdays,
    leads_to_level,
    numbers,
    target_said,
)
from smart_tui.text.share import share_said
from smart_tui.text.weekdays import weekdays_said

ON, COMMA, COLON = " ", ", ", ": "
NPS = ("nps", "promoter")
"""A title or a unit with one of these says by itself what the points are."""


class Clause(NamedTuple):
    """A part of the sentence and what joins it to the part before."""

    text: str
    join: str


def measured(goal: Goal, head: str, words: Words, settings: Settings) -> list[Clause]:
    """What the measure adds to a title that stands before it; empty where that says it all."""
    measure = goal.measure
    if measure is None:
        return []
    if measure.untargeted:
        return [Clause(words.gettext("recorded without a target"), COMMA)]
    if measure.kind is Kind.MILESTONES:
        return _parts(goal.milestones, words)
    if measure.kind is Kind.RATING:
        return _rated(measure)
    if measure.kind is Kind.WITHIN:
        return _within(goal, measure, head, words)
    if measure.kind is Kind.QUOTA:
        share = share_said(goal, words, settings)
        return quota_clauses(goal, measure, head, words) + ([Clause(share, COMMA)] if share else [])
    if measure.relative:
        return _relative(goal, measure, head, words)
    if measure.kind is Kind.LEVEL:
        return _level(goal, measure, head, words)
    return _total(goal, measure, head, words)


def _parts(milestones: tuple[Milestone, ...], words: Words) -> list[Clause]:
    count = len(milestones)
    if not count:
        return []
    return [Clause(words.ngettext("with {count} milestone", "in {count} milestones", count).format(count=count), COMMA)]


def _rated(measure: Measure) -> list[Clause]:
    wanted = measure.levels[2].strip().rstrip(".") if len(measure.levels) == 5 else ""
    return [Clause(wanted, COLON)] if wanted else []


def _within(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    said = numbers(head, goal.language)
    unit = "" if has_unit(head, measure.unit) else measure.unit
    low, high = measure.low, measure.high
    if (low is None or low in said) and (high is None or high in said):
        return []
    if low is not None and high is not None and high < low:
        return []
    if low is not None and high is not None:
        text = words.gettext("between {low} and {high}").format(
            low=words.figure(low, measure.unit), high=words.amount(high, unit)
        )
    elif low is not None:
        text = words.gettext("at least {amount}").format(amount=words.amount(low, unit))
    else:
        text = words.gettext("at most {amount}").format(amount=words.amount(high or 0, unit))
    return [Clause(text, COLON)]


def _total(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    if measure.target is None or target_said(head, goal.language, measure):
        return []
    if measure.baseline:
        return [Clause(_from_to(measure, head, words), COMMA)]
    if has_unit(head, measure.unit):
        text = words.gettext("{amount} in all").format(amount=words.figure(measure.target, measure.unit))
    else:
        text = words.amount(measure.target, measure.unit)
    return [Clause(text, COLON)]


def _level(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    said = numbers(head, goal.language)
    start = measure.baseline if measure.baseline not in said else None
    target = measure.target if measure.target not in said else None
    unit = _unit(measure, head)
    clauses = []
    if start is not None and target is not None:
        clauses.append(Clause(_by_period(_from_to(measure, head, words), measure, head, words), ON))
    elif target is not None:
        text = _by_period(words.amount(target, unit), measure, head, words)
        # "Cut it to 24 hours", but "Run 5 km: 25 minutes".
        clauses.append(
            Clause(words.gettext("to {amount}").format(amount=text), ON)
            if leads_to_level(head)
            else Clause(text, COLON)
        )
    elif start is not None:
        text = _by_period(words.amount(start, unit), measure, head, words)
        clauses.append(Clause(words.gettext("from {amount}").format(amount=text), COMMA))
    return clauses + _typed(measure, head, words)


def _typed(measure: Measure, head: str, words: Words) -> list[Clause]:
    """What the numbers of a level are: points on a scale, or a net promoter score."""
    low, high = measure.low, measure.high
    if measure.entered_as == "scale" and low is not None and high is not None:
        text = words.gettext("on a scale from {low} to {high}")
        return [Clause(text.format(low=words.number(low), high=words.number(high)), COMMA)]
    if measure.entered_as == "nps" and not any(word in f"{head} {measure.unit}".lower() for word in NPS):
        return [Clause(words.gettext("measured as NPS"), COMMA)]
    return []


def _by_period(said: str, measure: Measure, head: str, words: Words) -> str:
    """An amount with the period it is read for, unless the title names that."""
    period = read_by(measure)
    return said if period is None or has_period(head, period) else rate_said(said, period, words)


def _relative(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    change = measure.change_percent or Decimal(0)
    said = numbers(head, goal.language)
    clauses = []
    if not change_said(head, goal.language, change):
        verb = change_verb(head)
        if change * verb > 0:
            clauses.append(Clause(words.gettext("by {percent}").format(percent=words.percent(abs(change))), ON))
        else:
            clauses.append(Clause(words.percent(change, sign=True), COLON))
    if measure.goal_value is not None and measure.goal_value not in said:
        clauses.append(Clause(_by_period(_from_to(measure, head, words), measure, head, words), COMMA))
    return clauses + _typed(measure, head, words)


def _from_to(measure: Measure, head: str, words: Words) -> str:
    unit = _unit(measure, head)
    start, target = measure.baseline or Decimal(0), measure.goal_value or Decimal(0)
    if measure.running and not measure.relative:
        # The target of a running count is what comes on top of where the count began.
        target += start
    both = unit if unit == "%" else ""
    return words.gettext("from {start} to {target}").format(
        start=words.amount(start, both) if both else words.figure(start, measure.unit),
        target=words.amount(target, unit, decimals=6),
    )


def _unit(measure: Measure, head: str) -> str:
    """The unit unless the title holds it; a per cent sign belongs to the number and always stays."""
    return "" if measure.unit != "%" and has_unit(head, measure.unit) else measure.unit


def quota_clauses(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    """How much in which period, and on which weekdays, as far as the title does not say it."""
    ceiling = measure.direction is Direction.AT_MOST
    period = measure.period
    if measure.target is None:
        return []
    days = "" if has_weekdays(head, goal.language) else weekdays_said(measure.weekdays, words)
    unsaid = period is not None and not has_period(head, period)
    if target_said(head, goal.language, measure) or (not measure.unit.strip() and times(measure.target, words) in head):
        clauses = [Clause(per_period(period, words), ON)] if period is not None and unsaid else []
        if days:
            clauses.append(Clause(days, ON))
        if ceiling and not has_ceiling(head):
            clauses.append(Clause(words.gettext("and no more"), COMMA if not clauses else ON))
        return clauses
    amount = words.amount(measure.target, "" if has_unit(head, measure.unit) else measure.unit)
    if not measure.unit.strip():
        amount = times(measure.target, words)
    if period is not None and unsaid:
        amount = rate_said(amount, period, words)
    pattern = words.gettext("at most {amount}") if ceiling else words.gettext("at least {amount}")
    clauses = [Clause(pattern.format(amount=amount), COLON)]
    return [*clauses, Clause(days, ON)] if days else clauses


def times(count: Decimal, words: Words) -> str:
    """A quota that counts in nothing of its own counts how often: "once", "3 times"."""
    return words.ngettext("once", "{n} times", int(count) if count == int(count) else 2).format(n=words.number(count))
