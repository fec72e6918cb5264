"""What the page of a week is put together from: a review with its goals as it saw them, as they are now, and before.

All raise StoreError.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.goal import Goal, State
from smart_tui.domain.goalweek import GoalWeek, decode, goal_week
from smart_tui.domain.measure import goal_days, start_of
from smart_tui.domain.review import Review, Span
from smart_tui.domain.reviewweek import span_of
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess, order_key
from smart_tui.domain.walk import walk
from smart_tui.store.connection import Reader
from smart_tui.store.queries.goals import goals, goals_of
from smart_tui.store.queries.reviews import review, review_goals
from smart_tui.store.queries.rows import figures_of

_PREVIOUS = "SELECT id FROM review WHERE finished_at IS NOT NULL AND week < ? ORDER BY week DESC LIMIT 1"


class PageData(NamedTuple):
    """A review, and its goals with what the weeks came to, worst first."""

    review: Review
    weeks: tuple[GoalWeek, ...]
    """As the review saw them once it is finished, else as they are."""
    now: Mapping[int, GoalWeek]
    """The same by the figures of today, by goal; of a review that is not finished nothing."""
    earlier: Mapping[int, GoalWeek]
    """What the review before kept, by goal."""


def page_data(reader: Reader, review_id: int, today: date, settings: Settings) -> PageData:
    """What the page of a review needs; raises StoreError not_found, too."""
    held = review(reader, review_id)
    earlier = {week.goal_id: week for week in _previous(reader, held.week)}
    span = span_of(held.since, held.week, settings)
    if not held.finished:
        found = review_goals(reader, span, today, settings)
        weeks = [goal_week(goal, days, span, today, settings, assessment) for goal, assessment, days in found]
        return PageData(held, _walked(weeks), {}, earlier)
    weeks = _kept(held)
    now: dict[int, GoalWeek] = {}
    known = goals_of(reader, [week.goal_id for week in weeks])
    figures = figures_of(reader, [goal.id for goal in known])
    for goal in known:
        days = goal_days(goal, figures.get(goal.id, ()), today)
        assessment = assess(goal, figures.get(goal.id, ()), today, settings)
        now[goal.id] = goal_week(goal, days, span, today, settings, assessment)
    return PageData(held, _walked(weeks), now, earlier)


def week_data(reader: Reader, span: Span, today: date, settings: Settings) -> PageData:
    """The same of weeks without a review: the goals that were under way, as they stood at the end."""
    on = min(span.last, today)
    found = [
        _as_of(goal, on)
        for goal in goals(reader, (State.ACTIVE, State.PAUSED, State.CLOSED))
        if start_of(goal, today) <= on and (goal.closed_on is None or goal.closed_on >= span.since)
    ]
    figures = figures_of(reader, [goal.id for goal in found])
    standing = [(goal, assess(goal, figures.get(goal.id, ()), on, settings)) for goal in found]
    standing.sort(key=lambda each: order_key(each[0], each[1], on))
    weeks = []
    for goal, assessment in standing:
        days = goal_days(goal, figures.get(goal.id, ()), today)
        weeks.append(goal_week(goal, days, span, today, settings, assessment))
    earlier = {week.goal_id: week for week in _previous(reader, span.week)}
    return PageData(Review(0, "", span.week, span.since, span.last), _walked(weeks), {}, earlier)


def _as_of(goal: Goal, on: date) -> Goal:
    """A goal that was closed or paused after a day as it was on that day."""
    if goal.state is State.PAUSED and paused_on(on, goal.pauses) is None:
        return goal._replace(state=State.ACTIVE)
    if goal.state is not State.CLOSED or goal.closed_on is None or goal.closed_on <= on:
        return goal
    return goal._replace(state=State.ACTIVE, closed_on=None, outcome=None, lesson="")


def _previous(reader: Reader, week: date) -> Sequence[GoalWeek]:
    found = reader.rows(_PREVIOUS, (week.isoformat(),))
    return _kept(review(reader, found[0][0])) if found else ()


def _kept(held: Review) -> list[GoalWeek]:
    """The figures a finished review kept; what cannot be read is left out."""
    kept = []
    for each in held.goals:
        try:
            if each.figures:
                kept.append(decode(each.figures))
        except ValueError:
            continue
    return kept


def _walked(weeks: Sequence[GoalWeek]) -> tuple[GoalWeek, ...]:
    by_id = {week.goal_id: week for week in weeks}
    order = walk(weeks)
    return tuple(by_id[goal_id] for goal_id in (*order.singly, *order.batch))
