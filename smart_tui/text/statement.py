"""The one sentence that says a goal: title, measure and date, each thing once."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Direction, Goal, Kind, Measure
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.text.clauses import COMMA, ON, Clause, measured, quota_clauses, times
from smart_tui.text.labels import per_period
from smart_tui.text.mentions import (
    change_said,
    has_ceiling,
    has_date,
    has_period,
    numbers,
    target_said,
    with_amount,
    with_change,
    with_money,
    with_period,
)
from smart_tui.text.title import first_words, title


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
    head = _paced(goal, _counted(goal, head, words), words)
    clauses = measured(goal, head, words, settings or Settings())
    clauses += _dated(goal, head, today, words, any(clause.join != ON for clause in clauses))
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
    head = _paced(goal, _counted(goal, bare, words), words)
    clauses = quota_clauses(goal, measure, head, words) if measure.kind is Kind.QUOTA else []
    return "".join([head, *(clause.join + clause.text for clause in clauses)]) if clauses or head != bare else called


def _counted(goal: Goal, head: str, words: Words) -> str:
    """The title with its number put where one would say it, if it lacks the number and has a place for it."""
    measure = goal.measure
    if measure is None or measure.untargeted:
        return head
    if measure.relative:
        change = measure.change_percent or Decimal(0)
        return (
            head
            if change_said(head, goal.language, change)
            else with_change(head, change, words.percent(abs(change))) or head
        )
    if measure.kind not in (Kind.TOTAL, Kind.QUOTA) or not measure.target:
        return head
    if (measure.baseline and not measure.running) or target_said(head, goal.language, measure):
        return head
    amount = words.figure(measure.target, measure.unit)
    if measure.kind is Kind.QUOTA and not measure.unit.strip():
        amount = times(measure.target, words)
    elif measure.target not in numbers(amount, words.code):
        return head
    money = words.amount(measure.target, measure.unit)
    if measure.direction is Direction.AT_MOST and not has_ceiling(head):
        amount, money = (words.gettext("at most {amount}").format(amount=each) for each in (amount, money))
    return with_amount(head, measure.unit, amount) or with_money(head, measure.unit, money) or head


def _paced(goal: Goal, head: str, words: Words) -> str:
    """The title with its period behind the amount in it, if it lacks the period and goes on behind the amount."""
    measure = goal.measure
    if measure is None or measure.untargeted or measure.kind is not Kind.QUOTA or measure.period is None:
        return head
    if has_period(head, measure.period) or not target_said(head, goal.language, measure):
        return head
    return with_period(head, measure.unit, per_period(measure.period, words)) or head


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
