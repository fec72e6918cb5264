"""What waits on a day, read without the entries of years: the last few of each goal, and those one asks about."""

from collections.abc import Sequence
from datetime import date

from smart_tui.domain.due import Due, due, needed_from
from smart_tui.domain.goal import Assessment, DayValue, Entry, Goal, State
from smart_tui.domain.measure import goal_days
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import Query, Reader
from smart_tui.store.queries import rows
from smart_tui.store.queries.goals import goals
from smart_tui.store.queries.standing import standings

LAST = 6
"""So many days with a value are read of each goal, by which its rhythm is known."""

_RECENT = f"""
SELECT entry.id, entry.goal_id, entry.day, entry.state, entry.value, entry.source
FROM goal JOIN entry ON entry.goal_id = goal.id
WHERE goal.state = 'active' AND entry.day >= coalesce((
    SELECT DISTINCT known.day FROM entry AS known WHERE known.goal_id = goal.id AND known.state = 'value'
    ORDER BY known.day DESC LIMIT 1 OFFSET {LAST - 1}
), '')
ORDER BY entry.goal_id, entry.day, entry.id"""
_PLANNED = f"""
{rows.ACTIVITY} WHERE due IS NOT NULL AND (done_on = ? OR done_on IS NULL AND outcome IS NULL) ORDER BY due, id"""
_SINCE = rows.FIGURE + " WHERE goal_id = ? AND day >= ? ORDER BY goal_id, day, id"


def waiting(reader: Reader, today: date, settings: Settings) -> tuple[Due, ...]:
    """What is due today and this week, by `domain.due.due`; raises StoreError."""
    found = assessed(reader, today, settings)
    since = {goal.id: needed_from(goal, today, settings) for goal, _ in found}
    days = recent_days(reader, [goal for goal, _ in found], since, today)
    standing = [(goal, assessment, days[goal.id]) for goal, assessment in found]
    return due(standing, goals(reader, (State.DRAFT,)), today, settings)


def assessed(reader: Reader, today: date, settings: Settings) -> list[tuple[Goal, Assessment]]:
    """The active goals with how they stand today, by figures that were kept where they still hold.

    Of what a list leaves out they have the activities that are open, or were done today, and have a date.
    """
    found = standings(reader, (State.ACTIVE,), today, settings)
    planned = rows.grouped(reader, "activity", reader.rows(_PLANNED, (today.isoformat(),)), rows.activity)
    return [(each.goal._replace(activities=tuple(planned.get(each.goal.id, ()))), each.assessment) for each in found]


def recent_days(
    reader: Reader, active: Sequence[Goal], since: dict[int, date], today: date
) -> dict[int, tuple[DayValue, ...]]:
    """The days of active goals from their last few values on, and from the day in `since` on, up to today.

    The first days of a running count are no use for their amounts: what was entered, and when, is.
    """
    asked: list[Query] = [(_RECENT, ())]
    earlier = [goal.id for goal in active if since[goal.id] < today]
    asked += [(_SINCE, (goal_id, since[goal_id].isoformat())) for goal_id in earlier]
    found: dict[int, dict[int, Entry]] = {}
    for part in reader.gather(asked):
        for goal_id, entries in rows.grouped(reader, "entry", part, rows.figure).items():
            found.setdefault(goal_id, {}).update((entry.id, entry) for entry in entries)
    return {goal.id: goal_days(goal, found.get(goal.id, {}).values(), today) for goal in active}
