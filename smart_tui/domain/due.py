"""What waits for its person on a day: check-ins, open quotas, activities, milestones, dates (product.md §6).

Unknown, zero and excused are three things: a day is asked for only while nothing at all was entered for it.
Days that are excused, paused or not wanted never ask, nor do days outside the goal.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from smart_tui.domain.cadence import cadence_days
from smart_tui.domain.calendar import EVERY_DAY, active_days, add_days, closed_pauses, paused_on, period_bounds
from smart_tui.domain.goal import (
    Activity,
    Assessment,
    DayValue,
    Goal,
    Horizon,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    State,
    Status,
)
from smart_tui.domain.measure import effective_kind, excused_days, per_period, start_of
from smart_tui.domain.quota import at_most, running, verdicts
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import order_key

TODAY, WEEK, OVERDUE = "today", "week", "overdue"
"""When something is due: today, in what is left of the running week (or period), or before today."""

_DAILY, _CADENCE = "daily", "cadence"
_WHENS = (OVERDUE, TODAY, WEEK)
_QUIET = (Status.MISSED, Status.ACHIEVED, Status.NEEDS_BASELINE)
"""Goals that wait for something else than an entry."""


class DueKind(StrEnum):
    """What is waited for."""

    ENTRY = "entry"
    """A check-in that is expected by now."""
    QUOTA = "quota"
    """A running period with something missing."""
    ACTIVITY = "activity"
    MILESTONE = "milestone"
    DEADLINE = "deadline"
    """A goal to be closed, or given another date."""
    BASELINE = "baseline"
    WAKE = "wake"
    """A parked draft whose day has come."""
    REVIEW_ON = "review_on"


_KINDS = tuple(DueKind)


class Due(NamedTuple):
    """One thing that waits. `on` is the day to answer for, or the last day for it; `missing` what a quota lacks."""

    kind: DueKind
    goal: Goal
    on: date | None
    when: str
    missing: Decimal | None = None
    item: Activity | Milestone | None = None
    assessment: Assessment | None = None
    answered: bool = False
    """It is listed because it was due today, and it has been seen to."""


def due(
    standings: Sequence[tuple[Goal, Assessment, Sequence[DayValue]]],
    drafts: Sequence[Goal],
    today: date,
    settings: Settings,
) -> tuple[Due, ...]:
    """What is due today and this week: what is overdue first, then today, then the week; worst goals first.

    The days of a goal need not go back further than its last five with a value, and than `needed_from`.
    Paused goals ask for nothing; a goal that ended asks only to be closed.
    """
    found = [each for goal, assessment, days in standings for each in _of_goal(goal, assessment, days, today, settings)]
    found += [
        Due(DueKind.WAKE, draft, draft.wake_on, TODAY)
        for draft in drafts
        if draft.state is State.DRAFT and draft.wake_on is not None and draft.wake_on <= today
    ]
    return tuple(sorted(found, key=lambda each: _order(each, today)))


def unanswered(
    goal: Goal, days: Sequence[DayValue], first: date, last: date, today: date, settings: Settings
) -> tuple[date, ...]:
    """The days from `first` to `last` without an entry for which its person would be asked, none after today.

    A daily quota and a ceiling ask for each day, unless silence means zero; another quota and an amount per
    period ask for a period without entries by its last day, a quota that lacks something also today; everything
    else asks once, when a cadence has gone by. `days` come from `goal_days` and hold the periods of that span.
    """
    if goal.state is not State.ACTIVE:
        return ()
    open_days = tuple(_open_days(goal, first, min(last, today), today))
    asked: list[date] = []
    for rhythm, together in groupby(open_days, key=lambda day: _rhythm(goal.measure_on(day))):
        asked += _asked(goal, rhythm, days, tuple(together), open_days[-1], today, settings)
    return tuple(asked)


def _asked(
    goal: Goal,
    rhythm: Period | str,
    days: Sequence[DayValue],
    open_days: Sequence[date],
    last: date,
    today: date,
    settings: Settings,
) -> Iterator[date]:
    """What is asked for of open days with one rhythm; `last` is the last open day of all."""
    measure = goal.measure_on(last)
    if rhythm == _DAILY:
        entered = frozenset(day.on for day in days)
        yield from (day for day in open_days if day not in entered)
    elif isinstance(rhythm, Period):
        yield from _periods_without(goal, rhythm, days, open_days, today, settings)
    elif measure is not None and rhythm and open_days[-1] == last and _cadence_over(goal, measure, days, last):
        yield last


def _of_goal(
    goal: Goal, assessment: Assessment, days: Sequence[DayValue], today: date, settings: Settings
) -> Iterator[Due]:
    if goal.state is not State.ACTIVE or assessment.status is Status.PAUSED:
        return
    week_ends = period_bounds(today, Period.WEEK, settings.first_weekday)[1]

    def waits(kind: DueKind, on: date, when: str, item: Activity | Milestone | None = None) -> Due:
        done = item is not None and answered(item)
        return Due(kind, goal, on, TODAY if done else when, None, item, assessment, done)

    if goal.deadline is not None and goal.deadline <= week_ends:
        yield waits(DueKind.DEADLINE, goal.deadline, _when(goal.deadline, today))
    if assessment.status is Status.NEEDS_BASELINE:
        yield waits(DueKind.BASELINE, today, TODAY)
    if goal.review_on is not None and goal.review_on <= today:
        yield waits(DueKind.REVIEW_ON, goal.review_on, TODAY)
    if assessment.status not in _QUIET:
        entry = _entry(goal, assessment, days, today, settings)
        if entry is not None:
            yield entry
    for milestone in goal.milestones:
        if milestone.due is not None and milestone.due <= week_ends and _waits(milestone, today):
            yield waits(DueKind.MILESTONE, milestone.due, _when(milestone.due, today), milestone)
    for activity in goal.activities:
        ends = last_day(activity, settings)
        if activity.due is not None and ends is not None and activity.due <= week_ends and _waits(activity, today):
            yield waits(DueKind.ACTIVITY, ends, _when(ends, today), activity)


def last_day(activity: Activity, settings: Settings) -> date | None:
    """The last day for an activity: of its week where it is due in one, else its day; None without a date.

    The first day of a week stands for the week, unless a time goes with it or it was meant for that very day.
    """
    if activity.due is None or activity.when or activity.horizon is Horizon.TODAY:
        return activity.due
    first, last = period_bounds(activity.due, Period.WEEK, settings.first_weekday)
    return last if activity.due == first else activity.due


def _entry(goal: Goal, assessment: Assessment, days: Sequence[DayValue], today: date, settings: Settings) -> Due | None:
    """The check-in a goal waits for today, or what its running period lacks."""
    measure = goal.measure_on(today)
    if measure is None or today < start_of(goal, today):
        return None
    answered = any(day.on == today for day in days)
    missing = assessment.missing
    if effective_kind(measure) is Kind.QUOTA and not asks_daily(measure):
        if missing is None or missing <= 0 or assessment.ends is None or at_most(measure):
            return None
        when = TODAY if assessment.ends <= today else WEEK
        return Due(DueKind.QUOTA, goal, assessment.ends, when, missing, None, assessment, answered)
    if answered and measure.period is Period.DAY and missing is not None and missing > 0 and not at_most(measure):
        return Due(DueKind.QUOTA, goal, today, TODAY, missing, None, assessment, True)
    before = [day for day in days if day.on < today] if answered else days
    first = min(needed_from(goal, today, settings), today)
    asked = unanswered(goal, before, first, today, today, settings)
    if not asked:
        return None
    on = asked[-1]
    return Due(DueKind.ENTRY, goal, on, TODAY, missing, None, assessment, answered and on == today)


def needed_from(goal: Goal, today: date, settings: Settings) -> date:
    """From which day on `due` has to know the days of a goal: today, or the last complete period of an amount."""
    measure = goal.measure_on(today)
    period = None if measure is None else per_period(measure)
    if period is None:
        return today
    running_first, _ = period_bounds(today, period, settings.first_weekday)
    return period_bounds(add_days(running_first, -1), period, settings.first_weekday)[0]


def asks_daily(measure: Measure) -> bool:
    """Whether each day has to be entered: of a ceiling too, whose unlogged days are unknown."""
    if effective_kind(measure) is not Kind.QUOTA or measure.silence_is_zero:
        return False
    return measure.period is Period.DAY or at_most(measure)


def _rhythm(measure: Measure | None) -> Period | str:
    """How a version asks: each day, for a period, or when a cadence has gone by; empty for not at all."""
    if measure is None or effective_kind(measure) is Kind.MILESTONES:
        return ""
    if asks_daily(measure):
        return _DAILY
    if effective_kind(measure) is Kind.QUOTA:
        return "" if measure.silence_is_zero or at_most(measure) else measure.period or Period.WEEK
    return per_period(measure) or _CADENCE


def asking_period(measure: Measure | None) -> Period | None:
    """The period longer than a day that a version asks for as a whole; None where it asks for days."""
    rhythm = _rhythm(measure)
    return rhythm if isinstance(rhythm, Period) else None


def _open_days(goal: Goal, first: date, last: date, today: date) -> Iterator[date]:
    """The wanted days of the goal in a span that are not paused."""
    first = max(first, start_of(goal, today))
    if goal.deadline is not None:
        last = min(last, goal.deadline)
    for offset in range((last - first).days + 1):
        day = add_days(first, offset)
        measure = goal.measure_on(day)
        wanted = EVERY_DAY if measure is None else measure.weekdays
        if wanted >> day.weekday() & 1 and paused_on(day, goal.pauses) is None:
            yield day


def _periods_without(
    goal: Goal, period: Period, days: Sequence[DayValue], open_days: Sequence[date], today: date, settings: Settings
) -> Iterator[date]:
    measure = goal.measure_on(open_days[-1])
    quota = measure is not None and effective_kind(measure) is Kind.QUOTA
    excused = excused_days(days)
    spans: dict[tuple[date, date], date] = {}
    for day in open_days:
        if day not in excused:
            spans[period_bounds(day, period, settings.first_weekday)] = day
    for (begins, ends), asked in spans.items():
        inside = [day for day in days if begins <= day.on <= ends and day.value is not None]
        if ends > today and (goal.deadline is None or goal.deadline > today):
            # The period runs: only a quota that still lacks something asks before its end.
            if quota and asked == today and _lacks(goal, days, inside, today, settings):
                yield asked
        elif not inside:
            yield asked


def _lacks(goal: Goal, days: Sequence[DayValue], inside: Sequence[DayValue], today: date, settings: Settings) -> bool:
    if any(day.on == today for day in inside):
        return False
    now = running(verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until), today)
    measure = goal.measure_on(today)
    if now is None or measure is None or measure.untargeted:
        return not inside
    return (now.value or Decimal(0)) < now.target


def _cadence_over(goal: Goal, measure: Measure, days: Sequence[DayValue], day: date) -> bool:
    """Whether a cadence has gone by since the last sign of a goal; a level is asked for its first reading at once."""
    known = [each for each in days if each.on <= day]
    since = start_of(goal, day)
    if known:
        since = max(since, known[-1].on)
    elif effective_kind(measure) is not Kind.TOTAL and measure.baseline is None:
        return True
    pauses: Iterable[Pause] = closed_pauses(goal.pauses, day) if goal.pauses else ()
    awake = active_days(since, day, EVERY_DAY, tuple(pauses))
    return awake >= cadence_days(goal, measure, known, day)


def answered(item: Activity | Milestone) -> bool:
    """Whether it waits for nothing more: it is done, or a review said what became of it."""
    return item.done_on is not None or (isinstance(item, Activity) and item.outcome is not None)


def _waits(item: Activity | Milestone, today: date) -> bool:
    """Whether it is open, or was seen to today."""
    return item.done_on == today if answered(item) else True


def _when(on: date, today: date) -> str:
    return OVERDUE if on < today else TODAY if on == today else WEEK


def _order(each: Due, today: date) -> tuple[int, tuple[int, int, str, int], int, date]:
    worst = (len(Status) + 1, 0, each.goal.title.casefold(), each.goal.no)
    rank = worst if each.assessment is None else order_key(each.goal, each.assessment, today)
    return _WHENS.index(each.when), rank, _KINDS.index(each.kind), each.on or today
