"""The one sentence that says a goal: title, measure and date, each thing once.

Every kind has its own grammar. A clause is a text and how it is joined to what stands before it:
straight on, after a comma, or after a colon where the title cannot carry it as a sentence would.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from smart_tui.domain.calendar import EVERY_DAY, add_days, period_bounds, wanted_days
from smart_tui.domain.goal import Direction, Goal, Kind, Measure, Milestone, Period, Reading
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.labels import many_periods, per_period, the_periods
from smart_tui.text.mentions import (
    change_verb,
    has_ceiling,
    has_date,
    has_period,
    has_unit,
    numbers,
    target_said,
    with_amount,
    with_change,
)
from smart_tui.text.title import first_words, title

ON, COMMA, COLON = " ", ", ", ": "
LONGEST_COUNT = 4000
"""Periods that are counted out; a daily quota of over ten years says its share instead."""


class Clause(NamedTuple):
    """A part of the sentence and what joins it to the part before."""

    text: str
    join: str


def statement(goal: Goal, today: date, words: Words, settings: Settings | None = None) -> str:
    """The goal in one sentence of the chosen language; as edited by hand if it was.

    What a draft does not say yet is left out; with nothing written at all the sentence is empty.
    `settings` give the person's own share and week, where the measure leaves them open.
    """
    if goal.statement.strip():
        return goal.statement.strip()
    head = (goal.title.strip() or first_words(goal)).rstrip(" .,;:+")
    if not head:
        return ""
    head = _counted(goal, head, words)
    clauses = measured(goal, head, words, settings or Settings())
    clauses += _dated(goal, head, today, words, bool(clauses) and clauses[-1].join != ON)
    first = head.split(maxsplit=1)[0]
    if first.islower():
        head = head[0].upper() + head[1:]
    body = head + "".join(clause.join + clause.text for clause in clauses)
    return body if body.endswith(("…", "!", "?", ".")) else body + "."


def headline(goal: Goal, words: Words) -> str:
    """What a row calls the goal: its title, with the amount of a total or quota put back that a chip took out of it.

    "Walk steps" says nothing in a list of goals; "Walk 70 000 steps a week" does.
    """
    called, measure = title(goal, words), goal.measure
    if not goal.title.strip() or measure is None or measure.untargeted or measure.relative:
        return called
    bare = called.rstrip(" .,;:+")
    head = _counted(goal, bare, words)
    clauses = _quota(goal, measure, head, words) if measure.kind is Kind.QUOTA else []
    return "".join([head, *(clause.join + clause.text for clause in clauses)]) if clauses or head != bare else called


def _counted(goal: Goal, head: str, words: Words) -> str:
    """The title with its number put where one would say it, if it lacks the number and has a place for it."""
    measure = goal.measure
    if measure is None or measure.untargeted:
        return head
    if measure.relative:
        change = measure.change_percent or Decimal(0)
        said = abs(change) in numbers(head, goal.language)
        return head if said else with_change(head, change, words.percent(abs(change))) or head
    if measure.kind not in (Kind.TOTAL, Kind.QUOTA) or not measure.target or measure.baseline:
        return head
    amount = words.figure(measure.target, measure.unit)
    if measure.kind is Kind.QUOTA and not measure.unit.strip():
        amount = _times(measure.target, words)
    if target_said(head, goal.language, measure) or measure.target not in numbers(amount, words.code):
        return head
    if measure.direction is Direction.AT_MOST and not has_ceiling(head):
        amount = words.gettext("at most {amount}").format(amount=amount)
    return with_amount(head, measure.unit, amount) or head


def measured(goal: Goal, head: str, words: Words, settings: Settings) -> list[Clause]:
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
        return _quota(goal, measure, head, words) + _share(goal, measure, words, settings)
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
    if measure.baseline and not measure.running:
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
    if start is not None and target is not None:
        return [Clause(_from_to(measure, head, words), ON)]
    if target is not None:
        return [Clause(words.gettext("to {amount}").format(amount=words.amount(target, unit)), ON)]
    if start is not None:
        return [Clause(words.gettext("from {amount}").format(amount=words.amount(start, unit)), COMMA)]
    return []


def _relative(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    change = measure.change_percent or Decimal(0)
    said = numbers(head, goal.language)
    clauses = []
    if abs(change) not in said:
        verb = change_verb(head)
        if change * verb > 0:
            clauses.append(Clause(words.gettext("by {percent}").format(percent=words.percent(abs(change))), ON))
        else:
            clauses.append(Clause(words.percent(change, sign=True), COLON))
    if measure.goal_value is not None and measure.goal_value not in said:
        text = _from_to(measure, head, words)
        if measure.reading is Reading.PER_PERIOD:
            period = measure.period or measure.baseline_period
            if period is not None and not has_period(head, period):
                text += " " + per_period(period, words)
        clauses.append(Clause(text, COMMA))
    return clauses


def _from_to(measure: Measure, head: str, words: Words) -> str:
    unit = _unit(measure, head)
    start, target = measure.baseline or Decimal(0), measure.goal_value or Decimal(0)
    both = unit if unit == "%" else ""
    return words.gettext("from {start} to {target}").format(
        start=words.amount(start, both) if both else words.figure(start, measure.unit),
        target=words.amount(target, unit, decimals=6),
    )


def _unit(measure: Measure, head: str) -> str:
    """The unit unless the title holds it; a per cent sign belongs to the number and always stays."""
    return "" if measure.unit != "%" and has_unit(head, measure.unit) else measure.unit


def _quota(goal: Goal, measure: Measure, head: str, words: Words) -> list[Clause]:
    ceiling = measure.direction is Direction.AT_MOST
    period = measure.period
    if measure.target is None:
        return []
    if target_said(head, goal.language, measure):
        clauses = []
        if period is not None and not has_period(head, period):
            clauses.append(Clause(per_period(period, words), ON))
        if ceiling and not has_ceiling(head):
            clauses.append(Clause(words.gettext("and no more"), COMMA if not clauses else ON))
        return clauses
    amount = words.amount(measure.target, "" if has_unit(head, measure.unit) else measure.unit)
    if not measure.unit.strip():
        amount = _times(measure.target, words)
    pattern = words.gettext("at most {amount}") if ceiling else words.gettext("at least {amount}")
    text = pattern.format(amount=amount)
    if period is not None and not has_period(head, period):
        text += " " + per_period(period, words)
    return [Clause(text, COLON)]


def _times(count: Decimal, words: Words) -> str:
    """A quota that counts in nothing of its own counts how often: "3 times"."""
    return words.ngettext("{n} time", "{n} times", int(count) if count == int(count) else 2).format(
        n=words.number(count)
    )


def share_said(goal: Goal, words: Words, settings: Settings) -> str:
    """How many periods of a quota must be met, as the statement says it: "in at least 42 of 52 weeks"."""
    if goal.measure is None or goal.measure.kind is not Kind.QUOTA:
        return ""
    return "".join(clause.text for clause in _share(goal, goal.measure, words, settings))


def _share(goal: Goal, measure: Measure, words: Words, settings: Settings) -> list[Clause]:
    """How many periods must be met: counted where the goal ends, else as a plain fraction if it was set."""
    if measure.target is None or measure.period is None:
        return []
    share = measure.share_wanted or settings.default_share
    many = many_periods(measure.period, words)
    count = _judged(goal, measure, measure.period, settings.first_weekday)
    if count is not None:
        wanted = ceil(Fraction(share * count, 100))
        if count < 2:
            return []
        if wanted == count:
            return [Clause(words.gettext("in all {count} {periods}").format(count=count, periods=many), COMMA)]
    else:
        if measure.share_wanted is None or share == 100:
            return []
        part = Fraction(share, 100)
        if part.denominator > 10:
            share_text = words.gettext("at least {percent} of {periods}")
            return [
                Clause(
                    share_text.format(percent=words.percent(share), periods=the_periods(measure.period, words)), COMMA
                )
            ]
        wanted, count = part.numerator, part.denominator
    text = words.gettext("in at least {wanted} of {count} {periods}")
    return [Clause(text.format(wanted=words.number(wanted), count=words.number(count), periods=many), COMMA)]


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


def lasts(measure: Measure) -> bool:
    """Whether a goal is kept up until its last day, and not reached by it."""
    return measure.untargeted or measure.kind in (Kind.QUOTA, Kind.WITHIN)


def _dated(goal: Goal, head: str, today: date, words: Words, listed: bool) -> list[Clause]:
    """The last clause; after a comma where one already came, straight on where none did."""
    join = COMMA if listed else ON
    start, deadline = goal.start, goal.deadline
    if deadline is None:
        if goal.review_on is None:
            return []
        return [Clause(words.gettext("reviewed on {date}").format(date=words.date_full(goal.review_on)), COMMA)]
    if has_date(head, deadline, start):
        return []
    measure = goal.measure
    if measure is None or not lasts(measure):
        return [Clause(words.gettext("by {date}").format(date=words.date_full(deadline)), join)]
    if start == date(deadline.year, 1, 1) and deadline == date(deadline.year, 12, 31):
        return [Clause(words.gettext("during {year}").format(year=deadline.year), join)]
    if start is not None and start > today:
        text = words.gettext("from {first} until {last}")
        return [Clause(text.format(first=words.date_full(start), last=words.date_full(deadline)), join)]
    return [Clause(words.gettext("until {date}").format(date=words.date_full(deadline)), join)]
