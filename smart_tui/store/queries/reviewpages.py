"""All that the page of a review is made of: as the review saw it, as it is now, and the review before it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.family import stand_by_children
from smart_tui.domain.goal import Goal, State
from smart_tui.domain.goalweek import goal_week
from smart_tui.domain.measure import goal_days, start_of
from smart_tui.domain.review import MONTHLY, Review, Span, Way
from smart_tui.domain.reviewweek import span_of
from smart_tui.domain.settings import Settings
from smart_tui.domain.snapshot import decode
from smart_tui.domain.status import assess, order_key
from smart_tui.domain.walk import monthly_due, walk
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.store.connection import Reader
from smart_tui.store.queries import reviews
from smart_tui.store.queries.goals import goals, goals_of
from smart_tui.store.queries.rows import figures_of


class PageRead(NamedTuple):
    """A review with the figures of its goals: the arguments of `text.reviewpage.page`."""

    review: Review
    weeks: tuple[GoalWeek, ...]
    """As the review saw them; of one that is not finished, as they are now, the worst first."""
    now: Mapping[int, GoalWeek]
    """Of a finished review, the same weeks as they are now."""
    earlier: Mapping[int, GoalWeek]
    """The weeks of the finished review before it, as that one saw them."""
    asked: tuple[str, ...]
    """The prompts it asked, as far as that is known."""


def review_page(reader: Reader, review_id: int, today: date, settings: Settings, begun: date | None = None) -> PageRead:
    """What the page of a review is made of; raises StoreError not_found.

    Of one that is not finished, what was said of a goal since the day it was `begun` was said in it.
    """
    review = reviews.review(reader, review_id)
    headers = reviews.reviews(reader)
    before = next((each for each in headers if each.finished and each.week < review.week), None)
    earlier = {} if before is None else {week.goal_id: week for week in seen(reviews.review(reader, before.id))}
    span = span_of(review.since, review.week, settings)
    if review.finished:
        weeks = seen(review)
        now = _as_now(reader, [week.goal_id for week in weeks], span, today, settings)
        return PageRead(review, ordered(weeks), now, earlier, _asked(review, headers, settings))
    weeks = goal_weeks(reader, span, today, settings, begun)
    return PageRead(review, weeks, {}, earlier, _asked(review, headers, settings))


def week_page(reader: Reader, span: Span, today: date, settings: Settings) -> PageRead:
    """The same of weeks without a review: the goals that were under way, as they stood at the end."""
    on = min(span.last, today)
    found = [
        _as_of(goal, on)
        for goal in goals(reader, (State.ACTIVE, State.PAUSED, State.CLOSED))
        if start_of(goal, today) <= on and (goal.closed_on is None or goal.closed_on >= span.since)
    ]
    figures = figures_of(reader, [goal.id for goal in found])
    alone = [(goal, assess(goal, figures.get(goal.id, ()), on, settings)) for goal in found]
    by_children = stand_by_children(alone)
    standing = [(goal, by_children.get(goal.id, own)) for goal, own in alone]
    standing.sort(key=lambda each: order_key(each[0], each[1], on))
    weeks = [
        goal_week(goal, goal_days(goal, figures.get(goal.id, ()), today), span, today, settings, assessment)
        for goal, assessment in standing
    ]
    return PageRead(Review(0, "", span.week, span.since, span.last), ordered(weeks), {}, {}, ())


def goal_weeks(
    reader: Reader, span: Span, today: date, settings: Settings, begun: date | None = None
) -> tuple[GoalWeek, ...]:
    """The weeks of a span for each goal a review of them is about, as they are now, the worst first."""
    found = reviews.review_goals(reader, span, today, settings)
    said = {"said_from": begun, "said_until": today}
    return ordered([goal_week(goal, days, span, today, settings, standing, **said) for goal, standing, days in found])


def seen(review: Review) -> tuple[GoalWeek, ...]:
    """The figures a finished review kept of its goals, in its order; what cannot be understood is left out."""
    return tuple(_decoded([each.figures for each in review.goals if each.figures]))


def _asked(review: Review, headers: Sequence[Review], settings: Settings) -> tuple[str, ...]:
    """The prompts a review asked. Where something was written under others, they were changed since: then those."""
    if review.way is not Way.FULL:
        return ()
    if review.finished and not {*review.lines} <= {*settings.review_prompts, *MONTHLY}:
        return tuple(review.lines)
    known = [each for each in headers if each.week < review.week] if review.finished else headers
    return (*settings.review_prompts, *(MONTHLY if monthly_due(review, known) else ()))


def _as_now(
    reader: Reader, goal_ids: Sequence[int], span: Span, today: date, settings: Settings
) -> Mapping[int, GoalWeek]:
    """The weeks of these goals by the figures of today, also of goals that were closed since."""
    found = goals_of(reader, goal_ids)
    figures = figures_of(reader, [goal.id for goal in found])
    now = {}
    for goal in found:
        entries = figures.get(goal.id, ())
        standing = assess(goal, entries, today, settings)
        now[goal.id] = goal_week(goal, goal_days(goal, entries, today), span, today, settings, standing)
    return now


def _as_of(goal: Goal, on: date) -> Goal:
    """A goal that was closed or paused after a day as it was on that day."""
    if goal.state is State.PAUSED and paused_on(on, goal.pauses) is None:
        return goal._replace(state=State.ACTIVE)
    if goal.state is not State.CLOSED or goal.closed_on is None or goal.closed_on <= on:
        return goal
    return goal._replace(state=State.ACTIVE, closed_on=None, outcome=None, lesson="")


def ordered(weeks: Sequence[GoalWeek]) -> tuple[GoalWeek, ...]:
    """Weeks in the order a page shows them: what needs a look first."""
    by_id = {week.goal_id: week for week in weeks}
    order = walk(weeks)
    return tuple(by_id[goal_id] for goal_id in (*order.singly, *order.batch))


def _decoded(figures: Sequence[str]) -> list[GoalWeek]:
    found = []
    for text in figures:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found
