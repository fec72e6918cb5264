"""The walk through the goals: worst first, what is on track together, and what is asked of whom."""

from datetime import UTC, date, datetime

import pytest

from smart_tui.domain.goal import Kind, Status
from smart_tui.domain.review import Review, Span, Way
from smart_tui.domain.walk import Walk, monthly_due, walk, wants_cause
from smart_tui.domain.weekfigures import GoalWeek


def standing(number: int, status: Status | None, before: int | None = None, now: int | None = None) -> GoalWeek:
    week = GoalWeek(number, number, f"goal {number}", Kind.TOTAL, status=status)
    return week._replace(confidence_before=before, confidence=now)


def reviewed(week: date, last: date, way: Way = Way.FULL, *, finished: bool = True) -> Review:
    ended = datetime(2026, 2, 1, 18, tzinfo=UTC) if finished else None
    return Review(week.toordinal(), "u", week, week, last, way, finished_at=ended)


def test_the_worst_come_first_and_those_on_track_together() -> None:
    goals = [
        standing(1, Status.ON_TRACK),
        standing(2, Status.STALE),
        standing(3, Status.AT_RISK),
        standing(4, None),
        standing(5, Status.BEHIND),
        standing(6, Status.AT_RISK),
        standing(7, Status.ACHIEVED),
        standing(8, Status.ON_TRACK, 9, 6),
        standing(9, Status.MISSED),
        standing(10, Status.NEEDS_BASELINE),
        standing(11, Status.ON_TRACK, 9, 8),
    ]
    assert walk(goals) == Walk((9, 7, 10, 5, 3, 6, 2, 8), (1, 4, 11))


def test_a_walk_that_has_begun_keeps_its_order_when_a_goal_comes_to_stand_better() -> None:
    begun = {1: Status.BEHIND, 2: Status.AT_RISK}
    assert walk([standing(1, Status.ON_TRACK), standing(2, Status.AT_RISK)], begun).singly == (1, 2)


@pytest.mark.parametrize(
    ("status", "before", "said", "asked"),
    [
        (Status.BEHIND, None, None, True),
        (Status.AT_RISK, 5, 9, True),
        (Status.ON_TRACK, 8, 6, True),
        (Status.ON_TRACK, 8, 7, False),
        (Status.ON_TRACK, None, 1, False),
        (Status.STALE, 8, None, False),
    ],
)
def test_a_cause_is_asked_of_goals_at_risk_or_behind_and_where_confidence_fell(
    status: Status, before: int | None, said: int | None, asked: bool
) -> None:
    assert wants_cause(standing(1, status, before), said) is asked


def test_the_monthly_questions_are_asked_once_a_month_in_the_first_review_that_ends_in_it() -> None:
    january = reviewed(date(2026, 1, 19), date(2026, 1, 25))
    turning = Span((date(2026, 1, 26),), date(2026, 2, 1))
    assert monthly_due(turning, [january])
    first = reviewed(date(2026, 1, 26), date(2026, 2, 1))
    second = Span((date(2026, 2, 2),), date(2026, 2, 8))
    assert not monthly_due(second, [first, january])
    assert monthly_due(first, [first, january]), "a review does not answer for itself"


def test_a_review_on_the_short_way_or_broken_off_has_not_asked_them() -> None:
    second = Span((date(2026, 2, 2),), date(2026, 2, 8))
    assert monthly_due(second, [reviewed(date(2026, 1, 26), date(2026, 2, 1), Way.EXPRESS)])
    assert monthly_due(second, [reviewed(date(2026, 1, 26), date(2026, 2, 1), finished=False)])
