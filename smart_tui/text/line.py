"""How far a goal is, and what the line asks for: the words for totals, levels and what is reached by a day."""

from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Period
from smart_tui.domain.measure import per_period
from smart_tui.i18n import Words
from smart_tui.text.labels import periods_counted, rate_said
from smart_tui.text.rows import change_brief, change_of
from smart_tui.text.status import day_param, decimal_param, gap_to_line, has_line, rounded, said_digits


def amount_said(value: Decimal, measure: Measure | None, words: Words) -> str:
    """A value with its unit, to two digits behind the sign."""
    return words.amount(value, measure.unit if measure else "", decimals=2)


def so_far(goal: Goal, assessment: Assessment, words: Words) -> str:
    """The value against the target: "14 of 24 books", "6.2%", "2 of 4 milestones"."""
    measure, value, target = goal.measure, assessment.value, assessment.target
    if measure is None or measure.kind is Kind.MILESTONES:
        return milestones_done(goal, words)
    if value is None:
        return words.gettext("no value yet")
    if measure.kind is Kind.RATING:
        return words.gettext("rated {level}").format(level=words.number(value, sign=True))
    if target is None or measure.kind in (Kind.LEVEL, Kind.WITHIN):
        return amount_said(value, measure, words)
    return words.gettext("{value} of {target}").format(
        value=words.figure(value, measure.unit, decimals=2), target=amount_said(target, measure, words)
    )


def result(goal: Goal, assessment: Assessment, words: Words) -> str:
    """What counts at the end: of a quota the periods met, of a keep-within the readings inside, else what is so far."""
    measure, met, judged = goal.measure, assessment.met, assessment.judged
    if measure is None or not judged:
        return so_far(goal, assessment, words)
    if measure.kind is Kind.QUOTA:
        periods = periods_counted(judged, measure.period or Period.WEEK, words)
        return words.gettext("met in {met} of {periods}").format(met=words.number(met), periods=periods)
    if measure.kind is Kind.WITHIN:
        said = words.ngettext("{inside} of {n} reading inside", "{inside} of {n} readings inside", judged)
        return said.format(inside=words.number(met), n=words.number(judged))
    return so_far(goal, assessment, words)


def milestones_done(goal: Goal, words: Words) -> str:
    """ "2 of 4 milestones done"."""
    done, count = sum(1 for part in goal.milestones if part.done_on), len(goal.milestones)
    if not count:
        return words.gettext("not done yet")
    pattern = words.ngettext("{done} of {count} milestone done", "{done} of {count} milestones done", count)
    return pattern.format(done=done, count=count)


def total_sentence(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """ "8 of 24 books; the line asks for 13, 5 more." """
    return against_line(so_far(goal, assessment, words), goal, assessment, today, words)


def level_sentence(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """ "+6% so far, 13,144 visits a month; the line asks for +9.9%, 482 more." """
    measure, value = goal.measure, assessment.value
    if measure is None or value is None:
        return words.gettext("No reading yet: the first one shows where it stands.")
    said, period = amount_said(value, measure, words), per_period(measure)
    if period is not None:
        said = rate_said(said, period, words)
    if change_of(measure, value) is not None:
        change = change_brief(measure, value, words)
        said = words.gettext("{change} so far, {amount}").format(change=change, amount=said)
    return against_line(said, goal, assessment, today, words)


def against_line(said: str, goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """What is so far and what the line asks for, and the difference between them."""
    params, measure = assessment.reason.params, goal.measure
    if assessment.reason.code == "not_started":
        day = day_param(params, "start") or today
        return words.gettext("It starts on {day}.").format(day=words.date_full(day))
    if not has_line(assessment.reason):
        return said + "."
    gap, line = gap_to_line(params, goal)
    difference = rounded(abs(gap), None, words)
    if difference == "0":
        return words.gettext("{so_far}, just what the line asks for.").format(so_far=said)
    asked = _asked(measure, line, said_digits(gap), words)
    if measure is not None and measure.unit == "%" and not measure.relative:
        difference = words.gettext("{amount} percentage points").format(amount=difference)
    if gap <= 0:
        return words.gettext("{so_far}; the line asks for {line}.").format(so_far=said, line=asked)
    pattern = words.gettext("{so_far}; the line asks for {line}, {amount} more.")
    if measure is not None and measure.baseline is not None and line < decimal_param(params, "value"):
        pattern = words.gettext("{so_far}; the line asks for {line}, {amount} less.")
    return pattern.format(so_far=said, line=asked, amount=difference)


def _asked(measure: Measure | None, line: Decimal, digits: int, words: Words) -> str:
    if measure is not None and change_of(measure, line) is not None:
        return change_brief(measure, line, words)
    return rounded(line, measure, words, digits)
