"""A change of the first weekday counts from the next week; the weeks before stay as they were."""

from datetime import date, timedelta
from decimal import Decimal as D

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.calendar import FirstWeekday, period_bounds, week_number, week_start
from smart_tui.domain.goal import Period
from smart_tui.domain.measure import goal_days
from smart_tui.domain.quota import judged_shares, verdicts
from smart_tui.domain.settings import Settings
from tests.domain.cases import START, day, entries, goal, quota

MONDAY, SUNDAY, SATURDAY = 0, 6, 5
TO_SUNDAY = FirstWeekday(SUNDAY, ((date(2026, 3, 2), SUNDAY),))
ONE = timedelta(days=1)


def week(of: date, first_weekday: int = TO_SUNDAY) -> tuple[date, date]:
    return period_bounds(of, Period.WEEK, first_weekday)


def test_the_days_between_the_old_and_the_new_weeks_are_one_short_week() -> None:
    assert week(date(2026, 3, 1)) == (date(2026, 2, 23), date(2026, 3, 1))
    assert week(date(2026, 3, 4)) == (date(2026, 3, 2), date(2026, 3, 7))
    assert week(date(2026, 3, 8)) == (date(2026, 3, 8), date(2026, 3, 14))
    assert week_start(date(2026, 3, 7), TO_SUNDAY) == date(2026, 3, 2)
    assert week_number(date(2026, 2, 20), TO_SUNDAY) == week_number(date(2026, 2, 20))
    assert week_number(date(2026, 4, 5), TO_SUNDAY) == week_number(date(2026, 4, 5), SUNDAY)


def test_a_change_in_the_middle_of_a_week_waits_for_the_next_one() -> None:
    changed = FirstWeekday(SUNDAY, ((date(2026, 2, 25), SUNDAY),))
    assert week(date(2026, 2, 26), changed) == (date(2026, 2, 23), date(2026, 3, 1))
    assert FirstWeekday(MONDAY).changed(SUNDAY, date(2026, 2, 25)) == SUNDAY
    assert FirstWeekday(MONDAY).changed(SUNDAY, date(2026, 2, 25)).changes == ((date(2026, 3, 2), SUNDAY),)


def test_a_change_taken_back_in_the_same_week_never_was() -> None:
    today = date(2026, 2, 25)
    back = TO_SUNDAY.changed(MONDAY, today)
    assert back == MONDAY
    for offset in range(40):
        assert week(today + offset * ONE, back) == week(today + offset * ONE, MONDAY)


def test_the_settings_read_the_history_back() -> None:
    raw = {"first_weekday": "6", "first_weekday_changes": TO_SUNDAY.history}
    first = Settings.read(raw).first_weekday
    assert (first, TO_SUNDAY.history) == (SUNDAY, "2026-03-02:6")
    assert week(date(2026, 3, 4), first) == week(date(2026, 3, 4))
    without = Settings.read({"first_weekday": "6"}).first_weekday
    assert week(date(2020, 3, 4), without) == (date(2020, 3, 1), date(2020, 3, 7))


def test_a_weekday_from_before_there_was_a_history_holds_for_the_past() -> None:
    changed = FirstWeekday.read(SATURDAY, "").changed(MONDAY, date(2026, 2, 25))
    assert week(date(2020, 3, 4), changed) == week(date(2020, 3, 4), SATURDAY)
    assert week(date(2026, 5, 4), changed) == week(date(2026, 5, 4), MONDAY)
    again = FirstWeekday.read(int(changed), changed.history)
    assert again.changes == changed.changes


def test_a_history_that_cannot_be_read_or_is_not_of_this_weekday_is_left_out() -> None:
    for raw in ("rubbish", "2026-13-01:6,x:y", "2026-03-02:5"):
        first = Settings.read({"first_weekday": "6", "first_weekday_changes": raw}).first_weekday
        assert week(date(2026, 3, 4), first) == week(date(2026, 3, 4), SUNDAY)


def test_a_short_week_asks_for_its_part_and_judged_weeks_stay_judged() -> None:
    meetings = goal(quota(7))
    changed = FirstWeekday(SUNDAY, ((day(14), SUNDAY),))
    sums = entries([(day(0), 7), (day(7), 7), (day(14), 6), (day(20), 7)])
    today = day(30)
    found = verdicts(meetings, goal_days(meetings, sums, today), today, changed)
    assert [(verdict.first, verdict.target, verdict.met) for verdict in found[:4]] == [
        (day(0), D(7), True),
        (day(7), D(7), True),
        (day(14), D(6), True),
        (day(20), D(7), True),
    ]
    late = FirstWeekday(2, ((day(14), 2),))
    short = verdicts(meetings, goal_days(meetings, sums, today), today, late)[2]
    assert (short.last, short.judged) == (day(15), False)
    assert judged_shares(verdicts(meetings, goal_days(meetings, sums, day(13)), day(13), changed)) == (2, 2)


@st.composite
def _histories(draw: st.DrawFn) -> FirstWeekday:
    first = FirstWeekday(0)
    on = date(2026, 1, 1)
    for _ in range(draw(st.integers(1, 4))):
        on += timedelta(days=draw(st.integers(0, 30)))
        first = first.changed(draw(st.integers(0, 6)), on)
    return first


@given(_histories(), st.integers(0, 6), st.integers(0, 150))
@settings(max_examples=100)
def test_weeks_follow_each_other_without_gaps_and_a_change_leaves_the_past_alone(
    first: FirstWeekday, weekday: int, offset: int
) -> None:
    changed_on = date(2026, 1, 1) + timedelta(days=offset)
    later = first.changed(weekday, changed_on)
    at = date(2025, 12, 1)
    while at < date(2026, 8, 1):
        begin, end = week(at, later)
        assert begin <= at <= end
        assert (end - begin).days < 7
        assert week(end + ONE, later)[0] == end + ONE
        if at <= week(changed_on, first)[1]:
            assert (begin, end) == week(at, first)
        at += ONE
    assert week_start(date(2026, 8, 1), later).weekday() == weekday
    assert START.weekday() == MONDAY


def test_a_change_on_the_calendars_last_days_leaves_a_week_to_stand_in() -> None:
    last = date(9999, 12, 31)
    assert week(last, FirstWeekday(SUNDAY, ((last, SUNDAY),))) == (date(9999, 12, 27), last)


def test_a_change_that_is_changed_before_it_counts_never_does() -> None:
    thursday, friday, sunday = date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 8)
    twice = FirstWeekday(SUNDAY, ((thursday, SATURDAY), (friday, SUNDAY)))
    assert [week(day, twice) for day in (friday, sunday, date(2026, 3, 9), date(2026, 3, 15))] == [
        week(day, FirstWeekday(SUNDAY, ((friday, SUNDAY),)))
        for day in (friday, sunday, date(2026, 3, 9), date(2026, 3, 15))
    ]
