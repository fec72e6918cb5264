"""How sure one said to be of a goal in a review, and the last time before it."""

from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import civil_today
from smart_tui.domain.goal import Confidence, Goal
from smart_tui.domain.review import Review
from smart_tui.domain.reviewweek import said_from
from smart_tui.domain.settings import Settings


class Sure(NamedTuple):
    """What was said in the review, and what was said last before it."""

    now: int | None = None
    before: Confidence | None = None


def begun_on(review: Review, today: date, settings: Settings) -> date:
    """The day from which on an answer belongs to the review: the one on which it was begun."""
    if review.started_at is None:
        return today
    started = civil_today(review.started_at.astimezone(), settings.day_ends_at)
    return said_from(review.week, started, today, settings)


def sure_of(goal: Goal, begun: date) -> Sure:
    """How sure one is of a goal, said since `begun` and before."""
    said = sorted(goal.confidence, key=lambda each: (each.on, each.id))
    now = [each for each in said if each.on >= begun]
    before = [each for each in said if each.on < begun]
    return Sure(now[-1].value if now else None, before[-1] if before else None)
