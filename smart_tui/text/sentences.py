"""One honest sentence on how a goal stands."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure, Period, Reading, State, Status
from smart_tui.i18n import Words
from smart_tui.text.distance import day_said
from smart_tui.text.labels import many_periods, outcome_name, per_period, this_period
from smart_tui.text.rows import change_brief, change_of
from smart_tui.text.status import day_param, decimal_param, gap_to_line, rounded, said_digits

Said = Callable[[Goal, Assessment, date, Words], str]


def page_sentence(goal: Goal, assessment: Assessment, today: date, words: Words, buffer: int | None = None) -> str:
    """Where the goal is and what it asks for, in words first; empty when there is nothing to say.

    `buffer` is the number of days one could do nothing and still be on the line, where it is known.
    """
    return _one_full_stop(_sentence(goal, assessment, today, words, buffer), goal.measure)


def running_sentence(measure: Measure, amount: Decimal, words: Words) -> str:
    """What the running period of an amount per period holds so far; it is no reading before its end."""
    said = words.gettext("So far {period}: {amount}.").format(
        period=this_period(measure.period or measure.baseline_period or Period.MONTH, words),
        amount=words.amount(amount, measure.unit),
    )
    return _one_full_stop(said, measure)


def _one_full_stop(said: str, measure: Measure | None) -> str:
    """A unit that is an abbreviation brings the full stop of the sentence along: "2,700 kr." """
    unit = measure.unit if measure else ""
    return said.replace(unit + ".", unit) if unit.endswith(".") else said


def _sentence(goal: Goal, assessment: Assessment, today: date, words: Words, buffer: int | None) -> str:
    if goal.state is State.DRAFT:
        return words.gettext("A draft: nothing is tracked yet.")
    if goal.state is State.CLOSED:
        return _closed(goal, assessment, today, words)
    say = _BY_STATUS.get(assessment.status) if assessment.status else None
    if say is not None:
        return say(goal, assessment, today, words)
    kind = goal.measure.kind if goal.measure else Kind.MILESTONES
    said = _BY_KIND[kind](goal, assessment, today, words)
    said = said[:1].upper() + said[1:]
    if (
        buffer
        and assessment.reason.code != "not_started"
        and assessment.status is Status.ON_TRACK
        and kind in (Kind.TOTAL, Kind.MILESTONES)
    ):
        rest = words.ngettext("Nothing needed for {days} day.", "Nothing needed for {days} days.", buffer)
        said = f"{said} {rest.format(days=words.number(buffer))}"
    return said


def _closed(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    outcome = outcome_name(goal.outcome, words) if goal.outcome else ""
    if goal.closed_on is None:
        return words.gettext("Closed: {outcome}.").format(outcome=outcome)
    return words.gettext("Closed on {day}: {outcome}.").format(day=words.date_full(goal.closed_on), outcome=outcome)


def _amount(value: Decimal, measure: Measure | None, words: Words) -> str:
    return words.amount(value, measure.unit if measure else "", decimals=2)


def _so_far(goal: Goal, assessment: Assessment, words: Words) -> str:
    """The value against the target: "14 of 24 books", "6.2%", "2 of 4 milestones"."""
    measure, value, target = goal.measure, assessment.value, assessment.target
    if measure is None or measure.kind is Kind.MILESTONES:
        return _milestones_done(goal, words)
    if value is None:
        return words.gettext("no value yet")
    if target is None or measure.kind in (Kind.LEVEL, Kind.WITHIN):
        return _amount(value, measure, words)
    return words.gettext("{value} of {target}").format(
        value=words.figure(value, measure.unit, decimals=2), target=_amount(target, measure, words)
    )


def _milestones_done(goal: Goal, words: Words) -> str:
    done, count = sum(1 for part in goal.milestones if part.done_on), len(goal.milestones)
    if not count:
        return words.gettext("not done yet")
    pattern = words.ngettext("{done} of {count} milestone done", "{done} of {count} milestones done", count)
    return pattern.format(done=done, count=count)


def _paused(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    since, until = (day_param(assessment.reason.params, name) for name in ("since", "until"))
    if until is not None:
        return words.gettext("Paused until {day}; nothing is expected before.").format(day=words.date_full(until))
    if since is not None:
        return words.gettext("Paused since {day}; nothing is expected meanwhile.").format(day=words.date_full(since))
    return words.gettext("Paused; nothing is expected meanwhile.")


def _stale(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    days = int(decimal_param(assessment.reason.params, "days"))
    said = words.ngettext(
        "Nothing entered for {days} day; {so_far} so far.", "Nothing entered for {days} days; {so_far} so far.", days
    )
    return said.format(days=words.number(days), so_far=_so_far(goal, assessment, words))


def _missed(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    days = int(decimal_param(assessment.reason.params, "days"))
    said = words.ngettext(
        "The deadline passed {days} day ago: {so_far}. Close the goal, or give it a new date.",
        "The deadline passed {days} days ago: {so_far}. Close the goal, or give it a new date.",
        days,
    )
    return said.format(days=words.number(days), so_far=_so_far(goal, assessment, words))


def _achieved(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    if goal.measure is None or (goal.measure.kind is Kind.MILESTONES and not goal.milestones):
        return words.gettext("Done. The goal can be closed.")
    return words.gettext("Reached: {so_far}. The goal can be closed.").format(so_far=_so_far(goal, assessment, words))


def _needs_baseline(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    change = goal.measure.change_percent if goal.measure else None
    return words.gettext("{percent}, but from what? The goal is judged once it has a baseline.").format(
        percent=words.percent(change or 0, sign=True)
    )


def _total(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    return _with_line(_so_far(goal, assessment, words), goal, assessment, today, words)


def _level(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    measure, value = goal.measure, assessment.value
    if measure is None or value is None:
        return words.gettext("No reading yet: the first one shows where it stands.")
    said = _amount(value, measure, words)
    if change_of(measure, value) is not None:
        if measure.reading is Reading.PER_PERIOD and (measure.period or measure.baseline_period):
            said += " " + per_period(measure.period or measure.baseline_period or Period.MONTH, words)
        change = change_brief(measure, value, words)
        said = words.gettext("{change} so far, {amount}").format(change=change, amount=said)
    return _with_line(said, goal, assessment, today, words)


def _with_line(said: str, goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """What is so far and what the line asks for, and the difference between them."""
    params, measure = assessment.reason.params, goal.measure
    if assessment.reason.code == "not_started":
        day = day_param(params, "start") or today
        return words.gettext("It starts on {day}.").format(day=words.date_full(day))
    if assessment.reason.code not in ("gap", "forecast", "no_pace") or "gap" not in params:
        return said + "."
    gap, line = gap_to_line(params, goal)
    difference = rounded(abs(gap), None, words)
    if difference == "0":
        return words.gettext("{so_far}, just what the line asks for.").format(so_far=said)
    asked = _asked(measure, line, said_digits(gap), words)
    if measure is not None and measure.unit == "%" and not measure.relative:
        difference = words.gettext("{amount} percentage points").format(amount=difference)
    if gap > 0:
        pattern = words.gettext("{so_far}; the line asks for {line}, {amount} more.")
        lower = measure is not None and measure.baseline is not None and line < decimal_param(params, "value")
        if lower:
            pattern = words.gettext("{so_far}; the line asks for {line}, {amount} less.")
        return pattern.format(so_far=said, line=asked, amount=difference)
    return words.gettext("{so_far}; the line asks for {line}.").format(so_far=said, line=asked)


def _asked(measure: Measure | None, line: Decimal, digits: int, words: Words) -> str:
    if measure is not None and change_of(measure, line) is not None:
        return change_brief(measure, line, words)
    return rounded(line, measure, words, digits)


def _quota(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    measure, params = goal.measure, assessment.reason.params
    period = measure.period if measure and measure.period else Period.WEEK
    if assessment.value is None or assessment.target is None:
        return _with_line(_so_far(goal, assessment, words), goal, assessment, today, words)
    said = words.gettext("{so_far} {this_period}").format(
        so_far=_so_far(goal, assessment, words), this_period=this_period(period, words)
    )
    missing, ends = assessment.missing or Decimal(0), assessment.ends or today
    amount = words.number(abs(missing), decimals=2)
    ceiling = measure is not None and measure.direction == "at_most"
    if ceiling:
        rest = words.gettext("{amount} too many") if missing < 0 else words.gettext("{amount} left")
    elif missing > 0:
        rest = words.gettext("{amount} to go by {day}") if ends > today else words.gettext("{amount} to go today")
    else:
        rest = words.gettext("met")
    parts = [f"{said}, {rest.format(amount=amount, day=day_said(ends, today, words))}."]
    excused = int(decimal_param(params, "excused_days"))
    if excused:
        days = words.ngettext("One day is excused.", "{days} days are excused.", excused)
        parts.append(days.format(days=words.number(excused)))
    if params.get("out_of_reach"):
        parts.append(words.gettext("That is more than your best days would give."))
    if assessment.judged > 1:
        record = words.gettext("Met in {met} of {judged} {periods}.")
        parts.append(record.format(met=assessment.met, judged=assessment.judged, periods=many_periods(period, words)))
    return " ".join(parts)


def _within(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    if assessment.reason.code != "inside" or assessment.value is None:
        return _level(goal, assessment, today, words)
    params = assessment.reason.params
    if params.get("of") == 1:
        return words.gettext("{amount} now.").format(amount=_amount(assessment.value, goal.measure, words))
    return words.gettext("{amount} now; {inside} of the last {count} readings inside.").format(
        amount=_amount(assessment.value, goal.measure, words), inside=params.get("inside"), count=params.get("of")
    )


def _rating(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    params = assessment.reason.params
    on = day_param(params, "on")
    if assessment.reason.code != "rating" or on is None:
        return words.gettext("Not rated yet; 0 is the goal.")
    level = words.number(decimal_param(params, "level"), sign=True)
    return words.gettext("Rated {level} on {day}; 0 is the goal.").format(level=level, day=words.day_month(on))


def _milestones(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    params, said = assessment.reason.params, _milestones_done(goal, words)
    if assessment.reason.code == "overdue":
        days = int(decimal_param(params, "days"))
        pattern = words.ngettext(
            "{so_far}; “{milestone}” is {days} day late.", "{so_far}; “{milestone}” is {days} days late.", days
        )
        return pattern.format(so_far=said, milestone=params.get("title", ""), days=words.number(days))
    due, coming = day_param(params, "due"), params.get("next")
    if coming and due is not None:
        pattern = words.gettext("{so_far}; “{milestone}” is next, by {day}.")
        return pattern.format(so_far=said, milestone=coming, day=day_said(due, today, words))
    if due is not None and not goal.milestones:
        return words.gettext("{so_far}; due by {day}.").format(so_far=said, day=words.date_full(due))
    return _with_line(said, goal, assessment, today, words)


_BY_STATUS: Mapping[Status, Said] = {
    Status.PAUSED: _paused,
    Status.STALE: _stale,
    Status.MISSED: _missed,
    Status.ACHIEVED: _achieved,
    Status.NEEDS_BASELINE: _needs_baseline,
}
_BY_KIND: Mapping[Kind, Said] = {
    Kind.TOTAL: _total,
    Kind.LEVEL: _level,
    Kind.QUOTA: _quota,
    Kind.WITHIN: _within,
    Kind.MILESTONES: _milestones,
    Kind.RATING: _rating,
}
