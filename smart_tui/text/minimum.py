"""What the next days ask for at least, and how long one could rest, in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from smart_tui.domain.buffer import Ask
from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Milestone, Status
from smart_tui.domain.measure import effective_kind, per_period
from smart_tui.i18n import Words
from smart_tui.text.distance import date_said, day_said
from smart_tui.text.fullstop import one_full_stop
from smart_tui.text.history import quoted
from smart_tui.text.labels import rate_said
from smart_tui.text.pace import change_said
from smart_tui.text.weekdays import listed

MOST_NAMED = 2
"""Milestones named in a sentence; of more, the others are counted."""


def minimum_rows(asks: Sequence[Ask], goal: Goal, today: date, words: Words) -> tuple[tuple[str, str], ...]:
    """The table of the bare minimum: the day as one says it, and what its end asks for from now on."""
    return tuple((day_said(ask.by, today, words), _asked(ask, goal, words)) for ask in asks)


def minimum_sentence(asks: Sequence[Ask], goal: Goal, today: date, words: Words, *, behind: bool = False) -> str:
    """ "2 more by Friday keeps you on the line."; empty where nothing is asked for.

    On the line it is the first day that asks for something; behind it, what puts one back within
    the days that `asks` covers.
    """
    asked = [ask for ask in asks if ask.amount]
    if not asked or _measured(goal, Kind.LEVEL, by_period=True):
        return ""
    ask = asked[-1] if behind else asked[0]
    day = day_said(ask.by, today, words)
    if _kind(goal) is Kind.MILESTONES:
        names = _milestones(ask, goal, words)
        said = words.gettext("To stay on the line: {milestones} by {day}.")
        if behind:
            said = words.gettext("To be back on the line: {milestones} by {day}.")
        return said.format(day=day, milestones=names)
    if _kind(goal) is Kind.LEVEL:
        said = words.gettext("{change} by {day} keeps you on the line.")
        if behind:
            said = words.gettext("{change} by {day} puts you back on the line.")
        return said.format(day=day, change=_asked(ask, goal, words))
    said = words.gettext("{amount} more by {day} keeps you on the line.")
    if behind:
        said = words.gettext("{amount} more by {day} puts you back on the line.")
    return said.format(day=day, amount=words.figure(ask.amount, _unit(goal)))


def minimum_heading(asks: Sequence[Ask], goal: Goal, today: date, words: Words) -> str:
    """The sentence over the table: what the days up to its last one ask for together."""
    if not asks:
        return words.gettext("Nothing can be asked for without a target and a deadline.")
    last, day = asks[-1], day_said(asks[-1].by, today, words)
    if not last.amount:
        return words.gettext("Nothing is asked for until {day}.").format(day=day)
    said = words.gettext("To be on the line on {day}: {amount}.")
    return one_full_stop(said.format(day=day, amount=_asked(last, goal, words)), _unit(goal))


def buffer_sentence(goal: Goal, assessment: Assessment, buffer: int | None, today: date, words: Words) -> str:
    """How long nothing is needed, or until when a level may stay where it is; empty with nothing to spare."""
    if not buffer or assessment.status not in (Status.ON_TRACK, Status.AT_RISK):
        return ""
    kind = _kind(goal)
    if kind is Kind.LEVEL and goal.measure is not None:
        return _may_stay(goal.measure, assessment, buffer, today, words)
    if kind is not Kind.TOTAL and not (kind is Kind.MILESTONES and goal.milestones):
        return ""
    rest = words.ngettext("Nothing needed for {days} day.", "Nothing needed for {days} days.", buffer)
    return rest.format(days=words.number(buffer))


def _may_stay(measure: Measure, assessment: Assessment, buffer: int, today: date, words: Words) -> str:
    if assessment.value is None:
        return ""
    amount = words.amount(assessment.value, measure.unit, decimals=2)
    period = per_period(measure)
    if period is not None:
        amount = rate_said(amount, period, words)
    said = words.gettext("On the line until {day} if it stays at {amount}.")
    day = date_said(today + timedelta(days=buffer), today, words)
    return one_full_stop(said.format(day=day, amount=amount), measure.unit)


def _asked(ask: Ask, goal: Goal, words: Words) -> str:
    if not ask.amount:
        return words.pgettext("minimum", "nothing")
    kind = _kind(goal)
    if kind is Kind.MILESTONES:
        return _milestones(ask, goal, words)
    if kind is Kind.LEVEL:
        return change_said(ask.amount, _unit(goal), words)
    return words.amount(ask.amount, _unit(goal))


def _milestones(ask: Ask, goal: Goal, words: Words) -> str:
    """The milestones that are not done and due by then; where none has such a date, all that are not done."""
    waiting = [milestone for milestone in goal.milestones if milestone.done_on is None]
    due = [milestone for milestone in waiting if milestone.due is not None and milestone.due <= ask.by] or waiting
    due.sort(key=_due)
    if not due:
        return words.gettext("all of it")
    names = [quoted(milestone.title, words) for milestone in due]
    if len(names) <= MOST_NAMED:
        return listed(names, words)
    others = len(names) - 1
    said = words.ngettext("{milestone} and {n} other", "{milestone} and {n} others", others)
    return said.format(milestone=names[0], n=words.number(others))


def _due(milestone: Milestone) -> tuple[date, int]:
    return milestone.due or date.max, milestone.id


def _kind(goal: Goal) -> Kind:
    return Kind.MILESTONES if goal.measure is None else effective_kind(goal.measure)


def _measured(goal: Goal, kind: Kind, *, by_period: bool) -> bool:
    """Whether the goal is of this kind, and is read for whole periods only."""
    return _kind(goal) is kind and goal.measure is not None and (per_period(goal.measure) is not None) is by_period


def _unit(goal: Goal) -> str:
    return goal.measure.unit if goal.measure else ""
