"""All that the page of a review is made of: as the review saw it, as it is now, and the review before it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goalweek import GoalWeek, decode, goal_week
from smart_tui.domain.review import MONTHLY, Review, Span, Way
from smart_tui.domain.reviewweek import span_of
from smart_tui.domain.settings import Settings
from smart_tui.domain.walk import monthly_due, walk
from smart_tui.store.connection import Reader
from smart_tui.store.queries import reviews


class PageRead(NamedTuple):
    """A review with the figures of its goals: the arguments of `text.reviewpage.page`."""

    review: Review
    weeks: tuple[GoalWeek, ...]
    """As the review saw them; of one that is not finished, as they are now, the worst first."""
    now: Mapping[int, GoalWeek]
    """Of a finished review, the same weeks as they are now."""
    earlier: Mapping[int, GoalWeek]
    """The weeks of the finished review before it, as that one saw them."""
    asked: tuple[str, ...] | None
    """The prompts of a review that is not finished; nobody knows those of an old one for sure."""


def review_page(reader: Reader, review_id: int, today: date, settings: Settings) -> PageRead:
    """What the page of a review is made of; raises StoreError not_found."""
    review = reviews.review(reader, review_id)
    headers = reviews.reviews(reader)
    before = next((each for each in headers if each.finished and each.week < review.week), None)
    earlier = {} if before is None else {week.goal_id: week for week in seen(reviews.review(reader, before.id))}
    span = span_of(review.since, review.week, settings)
    now = goal_weeks(reader, span, today, settings)
    if review.finished:
        return PageRead(review, seen(review), {week.goal_id: week for week in now}, earlier, None)
    asked: tuple[str, ...] = ()
    if review.way is Way.FULL:
        asked = (*settings.review_prompts, *(MONTHLY if monthly_due(span, headers) else ()))
    return PageRead(review, now, {}, earlier, asked)


def goal_weeks(reader: Reader, span: Span, today: date, settings: Settings) -> tuple[GoalWeek, ...]:
    """The weeks of a span for each goal a review of them is about, as they are now, the worst first."""
    found = reviews.review_goals(reader, span, today, settings)
    weeks = {goal.id: goal_week(goal, days, span, today, settings, standing) for goal, standing, days in found}
    ordered = walk(tuple(weeks.values()))
    return tuple(weeks[goal_id] for goal_id in (*ordered.singly, *ordered.batch))


def seen(review: Review) -> tuple[GoalWeek, ...]:
    """The figures a finished review kept of its goals, in its order; what cannot be understood is left out."""
    return tuple(_decoded([each.figures for each in review.goals if each.figures]))


def _decoded(figures: Sequence[str]) -> list[GoalWeek]:
    found = []
    for text in figures:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found
