"""What the keys for one step and for done record, as the rules of §6 ask; and why where they record nothing."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.checkin import next_milestone
from smart_tui.domain.goal import Combine, DayValue, Entry, Goal, Kind
from smart_tui.domain.measure import default_combine, default_step, goal_days, latest
from smart_tui.domain.nps import NPS
from smart_tui.domain.scale import outside

_READ = (Kind.LEVEL, Kind.WITHIN, Kind.RATING)


class Recording(NamedTuple):
    """What a key records on a day: a value in a mode of the store, or a milestone that is done.

    `refusal` says why it records nothing: "no_step" (nothing to step), "reading" (the goal takes readings),
    "amount" (done says nothing of how much), "recorded" (the day holds something), "all_done" (every milestone
    is), "ends" (the scale ends there).
    """

    value: Decimal | None = None
    mode: str = "set"
    milestone_id: int | None = None
    title: str = ""
    """The milestone's."""
    refusal: str = ""


def step(goal: Goal, entries: Sequence[Entry], on: date, sign: int) -> Recording:
    """One step of the measure up or down: totals and quotas add it, a level goes on from its latest reading."""
    measure = goal.measure_on(on)
    if measure is None or measure.kind in (Kind.MILESTONES, Kind.RATING) or measure.entered_as == NPS:
        return Recording(refusal="no_step")
    by = default_step(measure) * sign
    if default_combine(measure) is not Combine.LAST:
        falls = measure.running and not _may_count(goal, entries, on, by)
        return Recording(refusal="ends") if falls else Recording(by, "change")
    read = latest(goal_days(goal, entries, on), on)
    base = measure.baseline if read is None else read.value
    reached = (base or Decimal(0)) + by
    return Recording(refusal="ends") if outside(measure, reached) else Recording(reached, "set")


def done(goal: Goal, entries: Sequence[Entry], on: date) -> Recording:
    """A day that is done: the next milestone, or one of what is counted where nothing stands yet."""
    measure = goal.measure_on(on)
    if measure is None or measure.running or measure.kind in _READ:
        return Recording(refusal="reading")
    if measure.kind is not Kind.MILESTONES and default_step(measure) != 1:
        return Recording(refusal="amount")
    if measure.kind is Kind.MILESTONES and goal.milestones:
        coming = next_milestone(goal.milestones)
        if coming is None:
            return Recording(refusal="all_done")
        return Recording(milestone_id=coming.id, title=coming.title)
    if any(day.on == on and day.value for day in goal_days(goal, entries, on)):
        return Recording(refusal="recorded")
    return Recording(Decimal(1), "set")


def _may_count(goal: Goal, entries: Sequence[Entry], on: date, by: Decimal) -> bool:
    """A running count may be stepped down only as far as its day took it up."""
    if by > 0:
        return True
    here: DayValue | None = next((day for day in goal_days(goal, entries, on) if day.on == on), None)
    return here is not None and here.value is not None and here.value + by >= 0
