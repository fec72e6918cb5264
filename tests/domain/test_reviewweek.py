"""Which week a review is of: the person's week, at new year, with week 53, and after a change of its first day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.calendar import FirstWeekday, period_bounds, week_number, week_start
from smart_tui.domain.goal import Period
from smart_tui.domain.review import Span
from smart_tui.domain.reviewweek import (
    MOST_MISSED,
    due_on,
    latest_due,
    next_week,
    review_weekday,
    running_span,
    said_from,
    span,
    span_of,
    week_before,
)
from smart_tui.domain.settings import Settings

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
USUAL = Settings()
TO_SUNDAY = FirstWeekday(SUNDAY, ((date(2026, 3, 2), SUNDAY),))
ONE = timedelta(days=1)


def reviewing(weekday: int | None, first_weekday: int = MONDAY) -> Settings:
    return Settings(first_weekday=first_weekday, review_weekday=weekday)


@st.composite
def weeks_of_a_life(draw: st.DrawFn) -> Settings:
    """Any review day, with a first weekday that was changed up to three times, also within days."""
    first = FirstWeekday(draw(st.integers(0, 6)))
    day = date(2026, 1, 5)
    for _ in range(draw(st.integers(0, 3))):
        day += timedelta(days=draw(st.integers(0, 40)))
        first = first.changed(draw(st.integers(0, 6)), day)
    return Settings(first_weekday=first, review_weekday=draw(st.one_of(st.none(), st.integers(0, 6))))


DAYS = st.integers(0, 200).map(lambda offset: date(2025, 12, 20) + timedelta(days=offset))


def test_the_review_day_is_the_last_of_the_week_unless_it_was_chosen() -> None:
    assert review_weekday(USUAL) == SUNDAY
    assert review_weekday(reviewing(None, SUNDAY)) == SATURDAY
    assert review_weekday(reviewing(FRIDAY, SUNDAY)) == FRIDAY
    assert due_on(date(2026, 1, 14), USUAL) == date(2026, 1, 18)


def test_a_day_late_in_the_week_reviews_the_running_week_an_early_one_the_week_before() -> None:
    week = date(2026, 1, 12)
    due = {weekday: due_on(week, reviewing(weekday)) for weekday in range(7)}
    assert due[THURSDAY] == date(2026, 1, 15)
    assert due[FRIDAY] == date(2026, 1, 16)
    assert due[SUNDAY] == date(2026, 1, 18)
    assert due[MONDAY] == date(2026, 1, 19)
    assert due[WEDNESDAY] == date(2026, 1, 21)
    assert due_on(date(2026, 1, 11), reviewing(TUESDAY, SUNDAY)) == date(2026, 1, 20)
    assert due_on(date(2026, 1, 11), reviewing(WEDNESDAY, SUNDAY)) == date(2026, 1, 14)


def test_week_53_and_the_turn_of_the_year_are_weeks_like_others() -> None:
    assert latest_due(date(2027, 1, 2), USUAL) == date(2026, 12, 21)
    assert latest_due(date(2027, 1, 3), USUAL) == date(2026, 12, 28)
    assert week_number(date(2026, 12, 28)) == (2026, 53)
    assert span(date(2027, 1, 10), [date(2026, 12, 21)], USUAL) == Span(
        (date(2026, 12, 28), date(2027, 1, 4)), date(2027, 1, 10)
    )
    assert due_on(date(2026, 12, 31), reviewing(MONDAY)) == date(2027, 1, 4)


def test_three_missed_weeks_stand_beside_the_one_that_is_due() -> None:
    found = span(date(2026, 2, 3), [date(2025, 12, 29), date(2025, 12, 22)], USUAL)
    assert found == Span((date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19), date(2026, 1, 26)), date(2026, 2, 1))
    assert (found.since, found.week) == (date(2026, 1, 5), date(2026, 1, 26))
    assert week_before(found, USUAL) == (date(2025, 12, 29), date(2026, 1, 4))


def test_before_any_review_was_finished_none_was_missed() -> None:
    assert span(date(2026, 2, 3), [], USUAL) == Span((date(2026, 1, 26),), date(2026, 2, 1))


def test_after_a_long_absence_the_latest_weeks_are_looked_back_on() -> None:
    found = span(date(2026, 12, 6), [date(2026, 1, 5)], USUAL)
    assert found is not None
    assert len(found.weeks) == MOST_MISSED + 1
    assert found.week == date(2026, 11, 30)


def test_nothing_is_due_of_a_week_that_was_reviewed_or_that_had_no_goal_yet() -> None:
    wednesday = date(2026, 1, 14)
    assert span(wednesday, [date(2026, 1, 5)], USUAL) is None
    assert span(wednesday, [date(2026, 1, 12)], USUAL) is None, "the running week was reviewed before its day"
    assert span(wednesday, [], USUAL, begun=date(2026, 1, 12)) is None
    assert span(wednesday, [], USUAL, begun=date(2026, 1, 11)) is not None
    assert running_span(wednesday, USUAL) == Span((date(2026, 1, 12),), date(2026, 1, 18))


def test_weeks_before_the_first_goal_began_were_not_missed() -> None:
    found = span(date(2026, 2, 1), [date(2025, 12, 1)], USUAL, begun=date(2026, 1, 14))
    assert found is not None
    assert found.weeks == (date(2026, 1, 12), date(2026, 1, 19), date(2026, 1, 26))


def test_the_short_week_of_a_changed_first_weekday_has_a_review_of_its_own() -> None:
    changed = reviewing(None, TO_SUNDAY)
    found = span(date(2026, 3, 15), [date(2026, 2, 16)], changed)
    assert found == Span((date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 8)), date(2026, 3, 14))
    assert [due_on(week, changed) for week in found.weeks] == [date(2026, 3, 1), date(2026, 3, 7), date(2026, 3, 14)]


def test_a_short_week_without_the_review_day_is_due_on_its_last_day() -> None:
    to_tuesday = FirstWeekday(TUESDAY, ((date(2026, 3, 2), TUESDAY),))
    assert period_bounds(date(2026, 3, 2), Period.WEEK, to_tuesday) == (date(2026, 3, 2), date(2026, 3, 2))
    assert due_on(date(2026, 3, 2), reviewing(FRIDAY, to_tuesday)) == date(2026, 3, 2)


def test_the_week_that_is_planned_follows_the_one_reviewed_or_runs_already() -> None:
    reviewed = Span((date(2026, 1, 12),), date(2026, 1, 18))
    assert next_week(reviewed, date(2026, 1, 18), USUAL) == (date(2026, 1, 19), date(2026, 1, 25))
    assert next_week(reviewed, date(2026, 1, 20), USUAL) == (date(2026, 1, 19), date(2026, 1, 25))
    assert next_week(reviewed, date(2026, 2, 4), USUAL) == (date(2026, 2, 2), date(2026, 2, 8))


def test_answers_of_a_review_begun_yesterday_belong_to_it_also_where_the_day_is_set_by_hand() -> None:
    week, sunday, tuesday = date(2026, 1, 12), date(2026, 1, 18), date(2026, 1, 20)
    assert said_from(week, sunday, tuesday, USUAL) == sunday
    assert said_from(week, date(2026, 11, 22), tuesday, USUAL) == sunday
    assert said_from(week, date(2026, 11, 22), date(2026, 1, 15), USUAL) == date(2026, 1, 15)


def test_the_ends_of_the_calendar_have_a_week_too() -> None:
    for weekday in range(7):
        assert latest_due(date.min, reviewing(weekday)) == date.min
        assert span(date.max, [date.max], reviewing(weekday)) is None


@given(DAYS, weeks_of_a_life())
@settings(max_examples=60, deadline=None)
def test_every_day_has_exactly_one_latest_week_that_is_due(today: date, chosen: Settings) -> None:
    week = latest_due(today, chosen)
    first, last = period_bounds(week, Period.WEEK, chosen.first_weekday)
    assert week == first
    assert due_on(week, chosen) <= today < due_on(last + ONE, chosen)
    assert first <= due_on(week, chosen) <= last + 3 * ONE


@given(DAYS, weeks_of_a_life(), st.lists(st.integers(0, 120), max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_span_holds_a_week_that_was_finished_and_its_weeks_follow_one_another(
    today: date, chosen: Settings, offsets: list[int]
) -> None:
    finished = [week_start(today - timedelta(days=offset), chosen.first_weekday) for offset in offsets]
    found = span(today, finished, chosen)
    latest = latest_due(today, chosen)
    if found is None:
        assert max(finished) >= latest
        return
    assert found.week == latest
    assert not set(found.weeks) & set(finished)
    assert all(week > done for week in found.weeks for done in finished)
    for week, after in zip(found.weeks, found.weeks[1:], strict=False):
        assert period_bounds(week, Period.WEEK, chosen.first_weekday)[1] + ONE == after
    assert span_of(found.since, found.week, chosen) == found
    assert span(today, [*finished, found.week], chosen) is None
    if finished and len(found.weeks) <= MOST_MISSED:
        assert week_before(found, chosen)[0] == max(finished)
