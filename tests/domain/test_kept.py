"""Promises of a week: counted once, told as they were answered, and suggested again while something is left."""

from collections import Counter
from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.calendar import period_bounds
from smart_tui.domain.goal import Activity, Goal, Horizon, Period
from smart_tui.domain.promises import (
    Share,
    Usual,
    is_open,
    kept_share,
    promises_of,
    suggested,
    suggestions,
    unfinished,
    usual,
)
from smart_tui.domain.review import Promise, Span
from smart_tui.domain.settings import Settings
from tests.domain.cases import SETTINGS, START, day, goal, quota
from tests.domain.test_reviewweek import DAYS, weeks_of_a_life

WEEK = Span((START,), day(6))
KEPT, PARTLY, NOT = Promise.KEPT, Promise.PARTLY, Promise.NOT


def to_do(number: int, what: str, due: date | None = None, **more: Any) -> Activity:
    return Activity(number, str(number), what, due=due)._replace(**more)


def planned(*activities: Activity) -> Goal:
    return goal(quota())._replace(activities=activities)


def suggests(subject: Goal, today: date = WEEK.last) -> list[str]:
    return [activity.what for activity in suggestions(subject, WEEK, today, SETTINGS)]


def test_a_promise_belongs_to_the_week_it_is_due_in() -> None:
    subject = planned(
        to_do(3, "Later", day(2)), to_do(1, "First", day(0)), to_do(2, "Next", day(7)), to_do(4, "Some day")
    )
    assert [each.what for each in promises_of(subject, day(4), SETTINGS)] == ["First", "Later"]


def test_a_share_counts_what_was_answered_and_what_was_not() -> None:
    share = kept_share([KEPT, KEPT, PARTLY, NOT, None])
    assert share == Share(kept=2, partly=1, answered=4, asked=5)
    assert share.worth == D("2.5")
    assert kept_share([]) == Share(0, 0, 0, 0)


def test_what_one_usually_keeps_is_said_from_three_weeks_on() -> None:
    weeks = [(D(4), 5), (D("3.5"), 5), (D(0), 0), (D(4), 5)]
    assert usual(weeks[:3]) is None
    assert usual(weeks) == Usual(D("3.8"), D("5.0"))
    assert usual([(D(0), 9), *[(D(4), 5)] * 8]) == Usual(D("4.0"), D("5.0")), "only the last eight count"


@pytest.mark.parametrize(
    ("activity", "open_", "left", "answer"),
    [
        (to_do(1, "a"), True, True, None),
        (to_do(1, "a", done_on=day(2)), False, False, KEPT),
        (to_do(1, "a", done_on=day(2), outcome=PARTLY), False, True, PARTLY),
        (to_do(1, "a", outcome=KEPT, done_on=day(2)), False, False, KEPT),
        (to_do(1, "a", outcome=PARTLY), False, True, PARTLY),
        (to_do(1, "a", outcome=NOT), False, True, NOT),
    ],
)
def test_only_what_is_marked_done_is_suggested_as_kept(
    activity: Activity, open_: bool, left: bool, answer: Promise | None
) -> None:
    assert (is_open(activity), unfinished(activity), suggested(activity)) == (open_, left, answer)


def test_the_unfinished_come_first_then_the_six_week_list() -> None:
    subject = planned(
        to_do(1, "Six weeks", horizon=Horizon.SIX_WEEKS),
        to_do(2, "Left over", day(0), outcome=NOT),
        to_do(3, "Open", day(0)),
        to_do(4, "Done", day(0), done_on=day(1)),
        to_do(5, "Off the list", horizon=Horizon.SIX_WEEKS, done_on=day(1)),
        to_do(6, "From the list, overdue", day(-7), horizon=Horizon.SIX_WEEKS),
        to_do(7, "For another week", day(21), horizon=Horizon.SIX_WEEKS),
    )
    assert suggests(subject) == ["Left over", "Open", "Six weeks", "From the list, overdue"]


def test_nothing_is_suggested_that_is_planned_already_or_twice() -> None:
    subject = planned(
        to_do(1, "Call Ada", day(0)),
        to_do(2, "call  ADA", horizon=Horizon.SIX_WEEKS),
        to_do(3, "Write", day(0), outcome=PARTLY),
        to_do(4, "write", day(7)),
    )
    assert suggests(subject) == ["Call Ada"]
    assert suggests(subject, day(16)) == ["Call Ada", "Write"], "resumed later, the running week is planned"


@given(weeks_of_a_life(), st.lists(st.one_of(st.none(), DAYS), max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_promise_is_counted_twice_and_none_with_a_date_is_lost(chosen: Settings, dues: list[date | None]) -> None:
    subject = planned(*(to_do(number, "x", due) for number, due in enumerate(dues)))
    counted: Counter[int] = Counter()
    at = date(2025, 12, 1)
    while at < date(2026, 8, 1):
        counted.update(activity.id for activity in promises_of(subject, at, chosen))
        at = day(1, period_bounds(at, Period.WEEK, chosen.first_weekday)[1])
    assert counted == Counter(number for number, due in enumerate(dues) if due is not None)
