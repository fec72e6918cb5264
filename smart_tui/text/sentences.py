"""One honest sentence on how a goal stands."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.buffer import Ask
from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Period, State, Status
from smart_tui.domain.measure import effective_kind
from smart_tui.domain.rollup import RollUp
from smart_tui.i18n import Words
from smart_tui.text.distance import day_said
from smart_tui.text.fullstop import one_full_stop
from smart_tui.text.labels import outcome_name, this_period
from smart_tui.text.line import against_line, amount_said, level_sentence, milestones_done, result, total_sentence
from smart_tui.text.minimum import buffer_sentence, minimum_sentence
from smart_tui.text.quota import quota_sentence
from smart_tui.text.rollup import rollup_sentence
from smart_tui.text.status import day_param, decimal_param

Said = Callable[[Goal, Assessment, date, Words], str]


def page_sentence(
    goal: Goal,
    assessment: Assessment,
    today: date,
    words: Words,
    buffer: int | None = None,
    asks: Sequence[Ask] = (),
) -> str:
    """Where the goal is and what it asks for, in words first; empty when there is nothing to say.

    `buffer` is the number of days one could do nothing and still be on the line, where it is known,
    and `asks` the bare minimum of the next days: on the line, one of the two is said.
    """
    unit = goal.measure.unit if goal.measure else ""
    return one_full_stop(_sentence(goal, assessment, today, words, buffer, asks), unit)


def running_sentence(measure: Measure, amount: Decimal, words: Words) -> str:
    """What the running period of an amount per period holds so far; it is no reading before its end."""
    said = words.gettext("So far {period}: {amount}.").format(
        period=this_period(measure.period or measure.baseline_period or Period.MONTH, words),
        amount=words.amount(amount, measure.unit),
    )
    return one_full_stop(said, measure.unit)


def _sentence(
    goal: Goal, assessment: Assessment, today: date, words: Words, buffer: int | None, asks: Sequence[Ask]
) -> str:
    if goal.state is State.DRAFT:
        return words.gettext("A draft: nothing is tracked yet.")
    if goal.state is State.CLOSED:
        return _closed(goal, assessment, today, words)
    say = _BY_STATUS.get(assessment.status) if assessment.status else None
    if say is not None:
        return say(goal, assessment, today, words)
    if assessment.reason.code == "children":
        return _children(assessment, words)
    kind = effective_kind(goal.measure) if goal.measure else Kind.MILESTONES
    said = _BY_KIND[kind](goal, assessment, today, words)
    said = said[:1].upper() + said[1:]
    if assessment.reason.code == "not_started":
        return said
    rest = buffer_sentence(goal, assessment, buffer, today, words)
    if not rest and kind is not Kind.MILESTONES and assessment.gap is not None and assessment.gap <= 0:
        rest = minimum_sentence(asks, goal, today, words)
    return f"{said} {rest}".rstrip()


def _children(assessment: Assessment, words: Words) -> str:
    count = int(decimal_param(assessment.reason.params, "children"))
    return rollup_sentence(RollUp(assessment.progress, assessment.status, count), words)


def _closed(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    outcome = outcome_name(goal.outcome, words) if goal.outcome else ""
    if goal.closed_on is None:
        return words.gettext("Closed: {outcome}.").format(outcome=outcome)
    return words.gettext("Closed on {day}: {outcome}.").format(day=words.date_full(goal.closed_on), outcome=outcome)


def _paused(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    since, until = (day_param(assessment.reason.params, name) for name in ("since", "until"))
    if until is not None:
        return words.gettext("Paused until {day}; nothing is expected before.").format(day=words.date_full(until))
    if since is not None:
        return words.gettext("Paused since {day}; nothing is expected meanwhile.").format(day=words.date_full(since))
    return words.gettext("Paused; nothing is expected meanwhile.")


def _stale(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    days = int(decimal_param(assessment.reason.params, "days"))
    if assessment.value is None and goal.measure is not None and not assessment.judged:
        said = words.ngettext(
            "Nothing entered for {days} day; no value yet.", "Nothing entered for {days} days; no value yet.", days
        )
        return said.format(days=words.number(days))
    said = words.ngettext(
        "Nothing entered for {days} day; {so_far} so far.", "Nothing entered for {days} days; {so_far} so far.", days
    )
    return said.format(days=words.number(days), so_far=result(goal, assessment, words))


def _missed(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    days = int(decimal_param(assessment.reason.params, "days"))
    said = words.ngettext(
        "The deadline passed {days} day ago: {so_far}. Close the goal, or give it a new date.",
        "The deadline passed {days} days ago: {so_far}. Close the goal, or give it a new date.",
        days,
    )
    return said.format(days=words.number(days), so_far=result(goal, assessment, words))


def _achieved(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    if goal.measure is None or (goal.measure.kind is Kind.MILESTONES and not goal.milestones):
        return words.gettext("Done. The goal can be closed.")
    return words.gettext("Reached: {so_far}. The goal can be closed.").format(so_far=result(goal, assessment, words))


def _needs_baseline(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    change = goal.measure.change_percent if goal.measure else None
    return words.gettext("{percent}, but from what? The goal is judged once it has a baseline.").format(
        percent=words.percent(change or 0, sign=True)
    )


def _quota(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    if assessment.reason.code == "not_started":
        return against_line("", goal, assessment, today, words)
    return quota_sentence(goal, assessment, today, words)


def _within(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    if assessment.reason.code != "inside" or assessment.value is None:
        return level_sentence(goal, assessment, today, words)
    params = assessment.reason.params
    amount = amount_said(assessment.value, goal.measure, words)
    if params.get("of") == 1:
        said = words.gettext("{amount} now.") if params.get("inside") else words.gettext("{amount} now, outside.")
        return said.format(amount=amount)
    return words.gettext("{amount} now; {inside} of the last {count} readings inside.").format(
        amount=amount, inside=params.get("inside"), count=params.get("of")
    )


def _rating(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    params = assessment.reason.params
    on = day_param(params, "on")
    if assessment.reason.code == "not_started":
        return against_line("", goal, assessment, today, words)
    if assessment.reason.code != "rating" or on is None:
        return words.gettext("Not rated yet; 0 is the goal.")
    level = words.number(decimal_param(params, "level"), sign=True)
    return words.gettext("Rated {level} on {day}; 0 is the goal.").format(level=level, day=words.day_month(on))


def _milestones(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    params, said = assessment.reason.params, milestones_done(goal, words)
    if assessment.reason.code == "overdue":
        days = int(decimal_param(params, "days"))
        pattern = words.ngettext(
            "{so_far}; “{milestone}” is {days} day late.", "{so_far}; “{milestone}” is {days} days late.", days
        )
        return pattern.format(so_far=said, milestone=params.get("title", ""), days=words.number(days))
    due, coming = day_param(params, "due"), params.get("next")
    if coming and due is not None:
        pattern = words.gettext("{so_far}; “{milestone}” is next, by {day}.")
        if due == today:
            pattern = words.gettext("{so_far}; “{milestone}” is due today.")
        return pattern.format(so_far=said, milestone=coming, day=day_said(due, today, words))
    if due is not None and not goal.milestones:
        return words.gettext("{so_far}; due by {day}.").format(so_far=said, day=words.date_full(due))
    return against_line(said, goal, assessment, today, words)


_BY_STATUS: Mapping[Status, Said] = {
    Status.PAUSED: _paused,
    Status.STALE: _stale,
    Status.MISSED: _missed,
    Status.ACHIEVED: _achieved,
    Status.NEEDS_BASELINE: _needs_baseline,
}
_BY_KIND: Mapping[Kind, Said] = {
    Kind.TOTAL: total_sentence,
    Kind.LEVEL: level_sentence,
    Kind.QUOTA: _quota,
    Kind.WITHIN: _within,
    Kind.MILESTONES: _milestones,
    Kind.RATING: _rating,
}
