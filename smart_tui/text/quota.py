"""How the running period of a quota stands, what it is measured by, and the record of those before it."""

from datetime import date
from decimal import Decimal
from math import ceil

from smart_tui.domain.goal import Assessment, Goal, Measure, Period, Status
from smart_tui.domain.quota import at_most
from smart_tui.i18n import Words
from smart_tui.text.distance import day_said
from smart_tui.text.labels import periods_counted, this_period
from smart_tui.text.line import amount_said, so_far
from smart_tui.text.status import decimal_param

FEWEST_JUDGED = 4
"""With fewer judged periods it is the last one alone that decides (the table of statuses)."""


def quota_sentence(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """ "5 of 8 meetings this week, 3 to go by Sunday. Met in 6 of 28 weeks." """
    measure = goal.measure
    if measure is None:
        return ""
    parts = [_running(goal, measure, assessment, today, words)]
    if assessment.target is not None:
        parts.append(_scaled(measure, assessment, words))
        if assessment.reason.params.get("out_of_reach"):
            parts.append(words.gettext("That is more than your best days would give."))
    parts.append(record_sentence(measure, assessment, words))
    unknown = int(decimal_param(assessment.reason.params, "unknown"))
    if unknown:
        periods = periods_counted(unknown, measure.period or Period.WEEK, words)
        parts.append(words.gettext("Still unknown: {periods}.").format(periods=periods))
    return " ".join(part for part in parts if part)


def record_sentence(measure: Measure, assessment: Assessment, words: Words) -> str:
    """What the periods so far say: where the status is not on track, the ones that make it so."""
    params, period = assessment.reason.params, measure.period or Period.WEEK
    met, judged, wanted = (int(decimal_param(params, name)) for name in ("met", "judged", "wanted"))
    if assessment.status in (Status.AT_RISK, Status.BEHIND) and judged >= FEWEST_JUDGED:
        said = words.gettext("Met in {met} of the last {periods}; {wanted} would be on track.")
        periods, enough = periods_counted(judged, period, words), ceil(wanted * judged / 100)
        return said.format(met=words.number(met), periods=periods, wanted=words.number(enough))
    if assessment.status is Status.AT_RISK and judged:
        return words.gettext("The last one that was judged was not met.")
    if assessment.judged < 2:
        return ""
    said = words.gettext("Met in {met} of {periods}.")
    periods = periods_counted(assessment.judged, period, words)
    return said.format(met=words.number(assessment.met), periods=periods)


def _running(goal: Goal, measure: Measure, assessment: Assessment, today: date, words: Words) -> str:
    period = measure.period or Period.WEEK
    now = this_period(period, words)
    if assessment.value is None or _asks_nothing(measure, assessment):
        return words.gettext("Nothing is asked for {this_period}.").format(this_period=now)
    if assessment.target is None:
        amount = amount_said(assessment.value, measure, words)
        return words.gettext("{amount} {this_period}.").format(amount=amount, this_period=now)
    missing, ends = assessment.missing or Decimal(0), assessment.ends or today
    if at_most(measure):
        said = words.gettext("{so_far} {this_period}, {amount} left.")
        if missing < 0:
            said = words.gettext("{so_far} {this_period}, {amount} too many.")
    elif missing <= 0:
        said = words.gettext("{so_far} {this_period}, met.")
    elif ends <= today:
        said = words.gettext("{so_far} {this_period}, {amount} to go today.")
        if period is Period.DAY:
            said = words.gettext("{so_far} {this_period}, {amount} to go.")
    else:
        said = words.gettext("{so_far} {this_period}, {amount} to go by {day}.")
    return said.format(
        so_far=so_far(goal, assessment, words),
        this_period=now,
        amount=words.figure(abs(missing), measure.unit, decimals=2),
        day=day_said(ends, today, words),
    )


def _asks_nothing(measure: Measure, assessment: Assessment) -> bool:
    """Whether none of the days of this period count, and nothing was done on them."""
    return assessment.target == 0 and not assessment.value and not at_most(measure)


def _scaled(measure: Measure, assessment: Assessment, words: Words) -> str:
    """Why the target of this period is smaller than the goal's: "The target is 7 of 8: one day is excused." """
    excused = int(decimal_param(assessment.reason.params, "excused_days"))
    target = assessment.target
    whole = decimal_param(assessment.reason.params, "whole") or measure.goal_value
    smaller = whole is not None and target is not None and target < whole and not _asks_nothing(measure, assessment)
    if not smaller and not excused:
        return ""
    if not smaller:
        said = words.ngettext("One day is excused.", "{days} days are excused.", excused)
    elif excused:
        said = words.ngettext(
            "The target is {target} of {whole}: one day is excused.",
            "The target is {target} of {whole}: {days} days are excused.",
            excused,
        )
    else:
        said = words.gettext("The target is {target} of {whole}: not all of its days count.")
    return said.format(
        days=words.number(excused),
        target="" if target is None else words.figure(target, measure.unit),
        whole="" if whole is None else words.figure(whole, measure.unit),
    )
