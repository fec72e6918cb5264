"""What will be due next, read when nothing is due now."""

from datetime import date

from smart_tui.domain.due import Due, needed_from
from smart_tui.domain.goal import State
from smart_tui.domain.nextdue import next_due
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import Reader
from smart_tui.store.queries.goals import goals
from smart_tui.store.queries.today import assessed, recent_days


def coming(reader: Reader, today: date, settings: Settings) -> Due | None:
    """The first thing after today that will wait, by `domain.nextdue.next_due`; raises StoreError."""
    found = assessed(reader, today, settings)
    since = {goal.id: needed_from(goal, today, settings) for goal, _ in found}
    days = recent_days(reader, [goal for goal, _ in found], since, today)
    standings = [(goal, assessment, days[goal.id]) for goal, assessment in found]
    return next_due(standings, goals(reader, (State.DRAFT,)), today, settings)
