"""What a month, a quarter or a year looked back on is put together from. Raises StoreError."""

from datetime import date

from smart_tui.domain.goal import State
from smart_tui.domain.lookback import LookBack, look_back
from smart_tui.domain.measure import goal_days
from smart_tui.domain.settings import Settings
from smart_tui.domain.stretch import Stretch
from smart_tui.store.connection import Reader
from smart_tui.store.queries import reviews
from smart_tui.store.queries.goals import goals
from smart_tui.store.queries.rows import figures_of

_BEGUN = (State.ACTIVE, State.PAUSED, State.CLOSED)


def look_back_on(reader: Reader, stretch: Stretch, today: date, settings: Settings) -> LookBack:
    """A stretch put together from its reviews and from every goal that was ever begun, as far as it has gone today."""
    weeks = stretch.weeks(settings)
    held = []
    for header in reviews.reviews(reader) if weeks else ():
        if header.finished and header.since <= weeks[-1][1] and header.last >= weeks[0][0]:
            held.append(reviews.review(reader, header.id))
    found = goals(reader, _BEGUN)
    figures = figures_of(reader, [goal.id for goal in found])
    days = {goal.id: goal_days(goal, figures.get(goal.id, ()), today) for goal in found}
    return look_back(stretch, held, found, days, today, settings)
