"""What waits on a day: asked for while unknown, never while excused, paused or not wanted; worst goals first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.due import Due, DueKind, due, last_day, needed_from, unanswered
from smart_tui.domain.goal import (
    Activity,
    Direction,
    Goal,
    Horizon,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    Promise,
    Reading,
    State,
)
from smart_tui.domain.measure import goal_days
from smart_tui.domain.settings import Settings
from tests.domain.cases import SETTINGS, START, Pairs, day, entries, goal, level, look, quota, total

DAILY = quota(8, period=Period.DAY)
COFFEE = quota(2, period=Period.WEEK, direction=Direction.AT_MOST)
RANGE = Measure(Kind.WITHIN, START, low=Decimal(50), high=Decimal(60))
VISITS = level(100, 200, reading=Reading.PER_PERIOD, period=Period.MONTH)
WORKDAYS = 0b0011111
SUNDAY_WEEKS = Settings(first_weekday=6)


def asked(subject: Goal, first: int, last: int, pairs: Pairs = (), today: int | None = None) -> list[int]:
    """The unanswered days as offsets from the start, a Monday."""
    now = day(last if today is None else today)
    found = unanswered(subject, goal_days(subject, entries(pairs), now), day(first), day(last), now, SETTINGS)
    return [(each - START).days for each in found]


def waits(subject: Goal, today: date, pairs: Pairs = (), week: Settings = SETTINGS) -> tuple[Due, ...]:
    days = goal_days(subject, entries(pairs), today)
    return due([(subject, look(subject, today, pairs, week), days)], (), today, week)


def kinds(found: Sequence[Due]) -> list[tuple[str, str, bool]]:
    return [(each.kind.value, each.when, each.answered) for each in found]


def test_unknown_zero_and_excused_are_three_things() -> None:
    assert asked(goal(DAILY), 0, 3, [(day(0), 0), (day(1), None), (day(3), 5)]) == [2]


@pytest.mark.parametrize(
    "subject",
    [
        goal(DAILY, pauses=(Pause(day(0), day(9)),)),
        goal(DAILY._replace(weekdays=0b1000000)),
        goal(DAILY._replace(silence_is_zero=True)),
        goal(DAILY, state=State.PAUSED),
        goal(DAILY, state=State.DRAFT),
        goal(DAILY, start=day(5)),
        goal(DAILY, deadline=day(-1), start=day(-30)),
        goal(Measure(Kind.MILESTONES, START)),
        goal(),
    ],
)
def test_days_that_nobody_wants_are_not_asked_for(subject: Goal) -> None:
    assert asked(subject, 0, 4) == []


def test_a_pause_and_the_weekdays_take_days_out() -> None:
    subject = goal(DAILY._replace(weekdays=WORKDAYS), pauses=(Pause(day(1), day(2)),))
    assert asked(subject, 0, 7) == [0, 3, 4, 7]


def test_a_ceiling_asks_for_each_day_for_an_unlogged_one_is_unknown() -> None:
    assert asked(goal(COFFEE), 0, 2, [(day(1), 0)]) == [0, 2]


def test_a_closed_period_without_a_value_asks_on_its_last_wanted_day() -> None:
    meetings = goal(quota(8, weekdays=WORKDAYS))
    assert asked(meetings, 0, 13, [(day(0), 1)], today=20) == [11]
    assert asked(meetings, 7, 13, [(day(11), None)], today=20) == [10]
    assert asked(meetings, 7, 13, [(on, None) for on in map(day, range(7, 12))], today=20) == []


def test_a_running_quota_asks_today_while_something_is_missing_and_today_is_unknown() -> None:
    meetings = goal(quota(8))
    assert asked(meetings, 2, 2, [(day(0), 5)]) == [2]
    assert asked(meetings, 2, 2, [(day(0), 5), (day(2), 0)]) == []
    assert asked(meetings, 2, 2, [(day(0), 8)]) == []
    assert asked(meetings, 1, 1, today=2) == []


def test_a_new_version_asks_by_its_own_rhythm_from_its_day_on() -> None:
    weekly = quota(8, valid_from=day(7))
    assert asked(goal(DAILY, weekly), 4, 13, [(day(5), 1)], today=20) == [4, 6, 13]
    assert asked(goal(quota(5), weekly), 4, 13, today=20) == [6, 13]
    assert asked(goal(level(84, 78), quota(8, valid_from=day(9))), 0, 8, today=20) == [8]
    assert asked(goal(level(84, 78), quota(8, valid_from=day(9))), 0, 13, today=20) == [13]


def test_a_total_and_a_level_ask_once_a_cadence_has_gone_by() -> None:
    books = goal(total(24), deadline=day(365))
    assert asked(books, 14, 14) == []
    assert asked(books, 15, 15) == [15]
    assert asked(books, 20, 20, [(day(10), 1)]) == []
    weight = goal(level(84, 78))
    assert asked(weight, 0, 6) == []
    assert asked(weight, 1, 7) == [7]
    assert asked(weight, 9, 9, [(day(3), None)]) == []


def test_a_level_without_a_baseline_asks_for_its_first_reading_at_once() -> None:
    assert asked(goal(level(None, 78)), 0, 0) == [0]
    assert asked(goal(RANGE), 0, 0) == [0]


def test_an_amount_per_period_asks_for_the_last_day_of_a_complete_period() -> None:
    visits = goal(VISITS)
    assert asked(visits, 0, 27) == [26]
    assert asked(visits, 0, 27, [(day(3), 40)]) == []
    (found,) = waits(visits, date(2026, 2, 3), [(date(2026, 2, 1), 40)])
    assert (found.kind, found.on, found.answered) == (DueKind.ENTRY, date(2026, 1, 31), False)
    assert needed_from(visits, date(2026, 2, 3), SETTINGS) == date(2026, 1, 1)


def test_what_was_due_today_stays_in_the_list_once_answered() -> None:
    assert kinds(waits(goal(DAILY), day(1))) == [("entry", "today", False)]
    assert kinds(waits(goal(DAILY), day(1), [(day(1), 8)])) == [("entry", "today", True)]
    assert kinds(waits(goal(DAILY), day(1), [(day(1), None)])) == [("entry", "today", True)]
    assert kinds(waits(goal(level(84, 78)), day(7), [(day(7), 83)])) == [("entry", "today", True)]
    assert kinds(waits(goal(level(84, 78)), day(9), [(day(7), 83)])) == []


def test_an_open_quota_says_what_is_missing_and_by_when() -> None:
    (found,) = waits(goal(quota(8)), day(3), [(day(0), 5)])
    assert (found.kind, found.when, found.missing, found.on) == (DueKind.QUOTA, "week", Decimal(3), day(6))
    (last,) = waits(goal(quota(8)), day(6), [(day(0), 5)])
    assert last.when == "today"
    assert waits(goal(quota(8)), day(3), [(day(0), 8)]) == ()
    (glasses,) = waits(goal(DAILY), day(1), [(day(1), 3)])
    assert (glasses.kind, glasses.missing, glasses.answered) == (DueKind.QUOTA, Decimal(5), True)


def test_an_activity_is_due_on_its_day_or_in_its_week() -> None:
    monday = Activity(1, "a", "Call Bo", due=START)
    assert last_day(monday, SETTINGS) == day(6)
    assert last_day(monday, SUNDAY_WEEKS) == START
    assert last_day(monday._replace(when="9:00"), SETTINGS) == START
    assert last_day(monday._replace(horizon=Horizon.TODAY), SETTINGS) == START
    assert last_day(monday._replace(due=None), SETTINGS) is None
    for activity, today, when in (
        (monday, day(3), "week"),
        (monday, day(6), "today"),
        (monday, day(8), "overdue"),
        (monday._replace(due=day(4)), day(3), "week"),
        (monday._replace(due=day(2)), day(3), "overdue"),
    ):
        subject = goal(deadline=day(99))._replace(activities=(activity,))
        assert kinds(waits(subject, today)) == [("activity", when, False)]
    subject = goal(deadline=day(99))._replace(activities=(monday._replace(due=day(7)),))
    assert waits(subject, day(6)) == ()
    assert kinds(waits(subject, day(6), week=SUNDAY_WEEKS)) == [("activity", "week", False)]


def test_an_activity_that_a_review_answered_for_waits_no_more() -> None:
    call = Activity(1, "a", "Call Bo", due=START)
    for outcome in Promise:
        said = goal(deadline=day(99))._replace(activities=(call._replace(outcome=outcome),))
        assert waits(said, day(6)) == ()
    kept = call._replace(outcome=Promise.KEPT, done_on=day(6))
    found = waits(goal(deadline=day(99))._replace(activities=(kept,)), day(6))
    assert kinds(found) == [("activity", "today", True)]


def test_milestones_are_due_this_week_or_overdue_and_stay_for_the_day_they_are_met() -> None:
    parts = (
        Milestone(1, "a", "Late", day(1)),
        Milestone(2, "b", "Soon", day(5)),
        Milestone(3, "c", "Later", day(30)),
        Milestone(4, "d", "Met", day(3), done_on=day(3)),
        Milestone(5, "e", "Long ago", day(1), done_on=day(2)),
        Milestone(6, "f", "Late, and met", day(1), done_on=day(3)),
    )
    found = waits(goal(deadline=day(60), milestones=parts), day(3))
    assert [(each.item, each.when, each.answered) for each in found] == [
        (parts[0], "overdue", False),
        (parts[5], "today", True),
        (parts[3], "today", True),
        (parts[1], "week", False),
    ]


def test_dates_of_a_goal_wait_to_be_decided() -> None:
    ended = goal(total(24), deadline=day(10), start=day(-300))
    assert kinds(waits(ended, day(12))) == [("deadline", "overdue", False)]
    assert ("deadline", "today", False) in kinds(waits(ended, day(10)))
    assert ("deadline", "week", False) in kinds(waits(ended, day(8)))
    relative = level(None, None, change_percent=Decimal(20), reading=Reading.LEVEL)
    assert kinds(waits(goal(relative, deadline=day(99)), day(3))) == [("baseline", "today", False)]
    again = goal(total(24), deadline=day(300))._replace(review_on=day(2))
    assert kinds(waits(again, day(3))) == [("review_on", "today", False)]


def test_a_parked_draft_wakes_on_its_day_and_no_other_draft_waits() -> None:
    parked = goal(state=State.DRAFT)._replace(wake_on=day(2))
    assert due((), (parked,), day(1), SETTINGS) == ()
    (found,) = due((), (parked, goal(state=State.DRAFT)), day(2), SETTINGS)
    assert (found.kind, found.on) == (DueKind.WAKE, day(2))


def test_a_resting_goal_and_one_that_is_over_ask_for_no_entry() -> None:
    resting = goal(DAILY, pauses=(Pause(day(1), day(5)),), milestones=(Milestone(1, "", "M", day(2)),))
    assert waits(resting, day(3)) == ()
    reached = goal(total(2), deadline=day(99))
    assert waits(reached, day(30), [(day(0), 2)]) == ()


def test_overdue_comes_first_then_today_then_the_week_and_within_that_the_worst_goal() -> None:
    week = goal(quota(8), title="Week", no=1)
    daily = goal(DAILY, title="Daily", no=2)
    late = goal(total(24), start=day(-300), deadline=day(1), title="Late", no=3)
    behind = goal(level(0, 100), start=day(-100), deadline=day(20), title="Behind", no=4)
    found = due([(each, look(each, day(3)), ()) for each in (week, daily, late, behind)], (), day(3), SETTINGS)
    assert [each.goal.title for each in found] == ["Late", "Behind", "Daily", "Week"]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([None, "0", "3"])), max_size=20),
    st.sampled_from([DAILY, COFFEE, quota(8), VISITS, total(24), level(84, 78), RANGE]),
    st.integers(0, 40),
    st.integers(0, 10),
    st.integers(1, 127),
)
def test_only_open_days_without_an_entry_are_ever_asked_for(
    given_pairs: list[tuple[int, str | None]], measure: Measure, first: int, length: int, weekdays: int
) -> None:
    pairs = [(day(offset), value) for offset, value in given_pairs]
    subject = goal(measure._replace(weekdays=weekdays), pauses=(Pause(day(10), day(12)),), deadline=day(38))
    found = asked(subject, first, first + length, pairs, today=45)
    entered = {offset for offset, _ in given_pairs}
    assert not entered & set(found)
    assert all(first <= offset <= min(first + length, 38) and not 10 <= offset <= 12 for offset in found)
    assert all(weekdays >> day(offset).weekday() & 1 for offset in found)
