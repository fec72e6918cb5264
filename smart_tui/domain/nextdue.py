"""What is due next, for a day on which nothing waits."""

from collections.abc import Iterator, Sequence
from datetime import date

from smart_tui.domain.calendar import add_days
from smart_tui.domain.due import WEEK, Due, DueKind, last_day, unanswered
from smart_tui.domain.goal import Assessment, DayValue, Goal, State
from smart_tui.domain.settings import Settings

AHEAD = 60
"""So many days ahead a check-in is looked for; dates are looked for without an end."""


def next_due(
    standings: Sequence[tuple[Goal, Assessment, Sequence[DayValue]]],
    drafts: Sequence[Goal],
    today: date,
    settings: Settings,
) -> Due | None:
    """The first thing after today that will wait for its person, by what is known now; None if nothing will.

    `standings` are those of active goals, with days as `due` takes them.
    """
    found: Due | None = None
    for goal, assessment, _ in standings:
        for each in _dated(goal, assessment, today, settings):
            found = _earlier(found, each)
    for draft in drafts:
        if draft.state is State.DRAFT and draft.wake_on is not None and draft.wake_on > today:
            found = _earlier(found, Due(DueKind.WAKE, draft, draft.wake_on, WEEK))
    for offset in range(1, AHEAD + 1):
        day = add_days(today, offset)
        if found is not None and found.on is not None and found.on <= day:
            return found
        for goal, assessment, days in standings:
            if unanswered(goal, days, day, day, day, settings):
                return Due(DueKind.ENTRY, goal, day, WEEK, None, None, assessment)
    return found


def _dated(goal: Goal, assessment: Assessment, today: date, settings: Settings) -> Iterator[Due]:
    dates = [(DueKind.DEADLINE, goal.deadline), (DueKind.REVIEW_ON, goal.review_on)]
    for kind, on in dates:
        if on is not None and on > today:
            yield Due(kind, goal, on, WEEK, None, None, assessment)
    for milestone in goal.milestones:
        if milestone.done_on is None and milestone.due is not None and milestone.due > today:
            yield Due(DueKind.MILESTONE, goal, milestone.due, WEEK, None, milestone, assessment)
    for activity in goal.activities:
        ends = last_day(activity, settings)
        if activity.done_on is None and activity.outcome is None and ends is not None and ends > today:
            yield Due(DueKind.ACTIVITY, goal, ends, WEEK, None, activity, assessment)


def _earlier(found: Due | None, each: Due) -> Due:
    if found is None or found.on is None:
        return each
    return each if each.on is not None and each.on < found.on else found
