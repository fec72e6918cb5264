"""Goals of a habit tracker that came in before: what the reader had to suppose anew each time stays as it is here."""

from collections.abc import Sequence
from datetime import date, timedelta

from smart_tui.domain.goal import Goal, Pause, State
from smart_tui.domain.transfer import Contents

TRACKERS = frozenset({"loop", "loop-db", "habitbull", "beeminder", "harsh", "tickmate", "rewire"})
"""Formats that tell neither since when a target holds nor since when a goal rests."""


def as_known(contents: Contents, here: Sequence[Goal]) -> Contents:
    """What a tracker's file holds, with the days of ours for the first version of a measure and for a pause.

    A goal that was put aside and goes on there has its pause ended on the day before it went on.
    """
    ours = {goal.uuid: goal for goal in here}
    days: dict[int, list[date]] = {}
    for entry in contents.entries:
        days.setdefault(entry.goal_id, []).append(entry.on)
    goals = (
        _known(goal, ours[goal.uuid], days.get(goal.id, [])) if goal.uuid in ours else goal for goal in contents.goals
    )
    return contents._replace(goals=tuple(goals))


def _known(goal: Goal, ours: Goal, days: Sequence[date]) -> Goal:
    if goal.measures and ours.measures:
        first = goal.measures[0]._replace(valid_from=ours.measures[0].valid_from)
        goal = goal._replace(measures=(first, *goal.measures[1:]))
    resting = next((pause for pause in ours.pauses if pause.last is None), None)
    if resting is None:
        return goal
    if goal.state is State.PAUSED:
        return goal._replace(pauses=(resting._replace(id=0),))
    again = min((day for day in days if day > resting.first), default=None)
    return goal if again is None else goal._replace(pauses=(Pause(resting.first, again - timedelta(days=1)),))
