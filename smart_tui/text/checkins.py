"""What one needs to know before a check-in: where the goal stands, what the day holds, what to type."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.checkin import counted, last_count, next_milestone
from smart_tui.domain.daygrid import summed
from smart_tui.domain.goal import Assessment, DayValue, Entry, Goal, Kind, Measure, Period
from smart_tui.domain.measure import default_step, effective_kind, goal_days, per_period
from smart_tui.domain.nps import NPS, Counts
from smart_tui.domain.quantity import round_up_to_step
from smart_tui.domain.scale import SCALE
from smart_tui.i18n import N_, Words
from smart_tui.text.echo import score
from smart_tui.text.fullstop import one_full_stop
from smart_tui.text.history import quoted
from smart_tui.text.labels import rate_said

EXAMPLES: Mapping[str, tuple[str, str]] = {
    "adds": (N_("3 adds · -1 takes off · =42 sets"), "3"),
    "ticks": (N_("3 adds · -1 takes off · =42 sets · x done"), "3"),
    "time": (N_("1:30 or 1h30 adds · -0:15 takes off · =2:00 sets"), "0:45"),
    "yes_no": (N_("x done · 0 not done"), "x"),
    "count": (N_("4812 is the count · +12 goes on · reset 0 begins anew"), "4800"),
    "reading": (N_("42 is the reading · +3 and -2 change it"), "42"),
    "scale": (N_("{low} to {high} is the reading · +1 and -1 change it"), "{low}"),
    "nps": (N_("12 5 3: promoters, passives, detractors"), "12 5 3"),
    "rating": (N_("-2 to 2 is the level · ↑ and ↓ choose one"), "1"),
    "done": (N_("x done"), "x"),
}
"""What to type, by how a goal is entered, and an example to stand behind a day."""


def examples(measure: Measure, words: Words, *, is_time: bool = False) -> str:
    """What one may type for this measure, and for no other, in two lines; `is_time`: its unit is a time."""
    low, high = (words.number(end) if end is not None else "" for end in (measure.low, measure.high))
    own, example = EXAMPLES[entered(measure, is_time=is_time)]
    dated = words.gettext("s excused · yesterday {example} # note").format(example=example.format(low=low))
    return f"{words.gettext(own).format(low=low, high=high)}\n{dated}"


def entered(measure: Measure, *, is_time: bool = False) -> str:
    """How a measure is entered, as a key of `EXAMPLES`."""
    if measure.kind is Kind.MILESTONES:
        return "done"
    if measure.kind is Kind.RATING:
        return "rating"
    if measure.entered_as == NPS:
        return "nps"
    if measure.entered_as == SCALE and measure.low is not None and measure.high is not None:
        return "scale"
    if measure.running:
        return "count"
    if effective_kind(measure) not in (Kind.TOTAL, Kind.QUOTA) and per_period(measure) is None:
        return "reading"
    if is_time:
        return "time"
    if measure.kind is Kind.QUOTA and measure.period is Period.DAY and measure.goal_value == 1:
        return "yes_no"
    ticked = measure.kind in (Kind.TOTAL, Kind.QUOTA) and default_step(measure) == 1
    return "ticks" if ticked else "adds"


def day_line(goal: Goal, entries: Sequence[Entry], today: date, words: Words) -> str:
    """What today holds, or what was read last; empty where the goal's own sentence says it already."""
    days = goal_days(goal, entries, today)
    measure = goal.measure_on(today)
    here = days[-1] if days and days[-1].on == today else None
    if here is not None and here.excused:
        return words.gettext("Today is excused.")
    if measure is None or measure.kind is Kind.MILESTONES:
        return _next_milestone(goal, words)
    if measure.running:
        return _last_count(measure, counted(goal, [entry for entry in entries if entry.on <= today]), words)
    if summed(measure):
        return _today(measure, here, words)
    if measure.kind is Kind.RATING:
        return ""
    return _last_reading(measure, entries, days, today, words)


def daily_share(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """What the rest of a quota's period comes to by the day: "That is 2,150 steps a day."; empty if it says nothing."""
    measure, missing, ends = goal.measure_on(today), assessment.missing, assessment.ends
    if measure is None or measure.kind is not Kind.QUOTA or measure.direction == "at_most" or measure.untargeted:
        return ""
    if measure.period is Period.DAY or missing is None or ends is None or missing <= 0:
        return ""
    coming = (date.fromordinal(day) for day in range(today.toordinal(), ends.toordinal() + 1))
    left = sum(1 for day in coming if measure.weekdays >> day.weekday() & 1 and paused_on(day, goal.pauses) is None)
    step = default_step(measure)
    if left < 2 or missing <= left * step:
        return ""
    share = round_up_to_step(missing / left, step)
    said = rate_said(words.amount(share, measure.unit), Period.DAY, words)
    return one_full_stop(words.gettext("That is {rate}.").format(rate=said), measure.unit)


def range_line(measure: Measure, words: Words) -> str:
    """Which readings are inside, of a goal to keep within bounds; empty for other measures."""
    low, high, unit = measure.low, measure.high, measure.unit
    if measure.kind is not Kind.WITHIN:
        return ""
    if low is not None and high is not None:
        said = words.gettext("Inside is from {low} to {high}.")
        return one_full_stop(said.format(low=words.figure(low, unit), high=words.amount(high, unit)), unit)
    if low is not None:
        return words.gettext("Inside is {low} or more.").format(low=words.amount(low, unit))
    if high is not None:
        return words.gettext("Inside is {high} or less.").format(high=words.amount(high, unit))
    return ""


def last_score(entries: Sequence[Entry], today: date, words: Words) -> str:
    """The latest net promoter score with its margin and its day; empty before the first."""
    known = [entry for entry in entries if entry.value is not None and entry.on <= today]
    if not known:
        return ""
    last = max(known, key=lambda entry: (entry.on, entry.id))
    counts = Counts(*last.counts) if last.counts else None
    said = words.gettext("Last: {score}, {day}.")
    return said.format(score=score(last.value or Decimal(0), counts, words), day=words.date_full(last.on))


def _today(measure: Measure, here: DayValue | None, words: Words) -> str:
    if here is None or here.value is None:
        return "" if measure.period is Period.DAY else words.gettext("Nothing recorded today yet.")
    amount = words.amount(here.value, measure.unit)
    return one_full_stop(words.gettext("Today so far: {amount}.").format(amount=amount), measure.unit)


def _last_count(measure: Measure, entries: Sequence[Entry], words: Words) -> str:
    count = last_count(measure, entries)
    if count is None:
        return words.gettext("No count yet: the first one says where it begins.")
    amount = words.amount(count.value, measure.unit)
    if count.on is None:
        return one_full_stop(words.gettext("The count began at {amount}.").format(amount=amount), measure.unit)
    return words.gettext("Last count: {amount}, {day}.").format(amount=amount, day=words.date_full(count.on))


def _last_reading(
    measure: Measure, entries: Sequence[Entry], days: Sequence[DayValue], today: date, words: Words
) -> str:
    if measure.entered_as == NPS:
        return last_score(entries, today, words)
    last = next((day for day in reversed(days) if day.value is not None), None)
    if last is None or last.value is None:
        return ""
    amount = words.amount(last.value, measure.unit)
    return words.gettext("Last reading: {amount}, {day}.").format(amount=amount, day=words.date_full(last.on))


def _next_milestone(goal: Goal, words: Words) -> str:
    coming = next_milestone(goal.milestones)
    if coming is not None:
        return words.gettext("x marks {milestone} as done.").format(milestone=quoted(coming.title, words))
    return words.gettext("Every milestone of this goal is met.") if goal.milestones else ""
