from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.calendar import (
    active_days,
    add_months,
    after_periods,
    civil_today,
    closed_pauses,
    distance_days,
    paused_on,
    period_bounds,
    periods_between,
    week_number,
    week_start,
)
from smart_tui.domain.goal import Pause, Period

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_the_day_ends_when_the_person_says() -> None:
    night = datetime(2026, 1, 16, 2, 59, tzinfo=UTC)
    assert civil_today(night) == date(2026, 1, 16)
    assert civil_today(night, 180) == date(2026, 1, 15)
    assert civil_today(night, 179) == date(2026, 1, 16)


def test_distances_are_negative_in_the_past() -> None:
    assert distance_days(date(2026, 1, 1), date(2026, 1, 11)) == -10


def test_a_missing_day_becomes_its_months_last() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 15), 6) == date(2026, 7, 15)
    with pytest.raises(ValueError):
        add_months(date(9999, 12, 1), 1)


@given(DAYS)
@settings(max_examples=200)
def test_weeks_from_monday_are_the_iso_weeks(day: date) -> None:
    assert week_number(day) == day.isocalendar()[:2]


@given(DAYS, st.integers(0, 6))
@settings(max_examples=200)
def test_a_week_belongs_to_the_year_with_four_of_its_days(day: date, first_weekday: int) -> None:
    first = week_start(day, first_weekday)
    assert first.weekday() == first_weekday
    assert 0 <= (day - first).days < 7
    years = [(first + timedelta(days=offset)).year for offset in range(7)]
    year, number = week_number(day, first_weekday)
    assert years.count(year) >= 4
    assert 1 <= number <= 53


@given(DAYS, st.sampled_from(list(Period)), st.integers(0, 6))
@settings(max_examples=200)
def test_periods_tile_the_calendar(day: date, period: Period, first_weekday: int) -> None:
    first, last = period_bounds(day, period, first_weekday)
    assert first <= day <= last
    assert period_bounds(first, period, first_weekday) == period_bounds(last, period, first_weekday) == (first, last)
    assert period_bounds(last + timedelta(days=1), period, first_weekday)[0] == last + timedelta(days=1)


def test_the_ends_of_the_calendar_do_not_fail() -> None:
    assert period_bounds(date.max, Period.WEEK)[1] == date.max
    assert week_start(date.min, 6) == date.min
    assert period_bounds(date.min, Period.WEEK, 6) == (date.min, date(1, 1, 6))
    assert week_number(date.max)[0] == 9999


@st.composite
def _pauses(draw: st.DrawFn) -> list[Pause]:
    firsts = draw(st.lists(st.integers(0, 120), max_size=4))
    lengths = draw(st.lists(st.one_of(st.none(), st.integers(-1, 40)), min_size=len(firsts), max_size=len(firsts)))
    base = date(2026, 1, 1)
    return [
        Pause(base + timedelta(days=f), None if length is None else base + timedelta(days=f + length))
        for f, length in zip(firsts, lengths, strict=True)
    ]


@given(
    st.integers(-10, 150),
    st.integers(-10, 150),
    st.integers(0, 127),
    _pauses(),
    st.frozensets(st.integers(0, 140), max_size=12),
)
@settings(max_examples=200)
def test_active_days_are_what_counting_each_day_gives(
    a: int, b: int, weekdays: int, pauses: list[Pause], off: frozenset[int]
) -> None:
    base = date(2026, 1, 1)
    after, until = base + timedelta(days=a), base + timedelta(days=b)
    excused = frozenset(base + timedelta(days=offset) for offset in off)
    counted = 0
    day = after + timedelta(days=1)
    while day <= until:
        counted += bool(weekdays >> day.weekday() & 1) and day not in excused and paused_on(day, pauses) is None
        day += timedelta(days=1)
    assert active_days(after, until, weekdays, pauses, excused) == counted


def test_an_open_pause_lasts_until_today_and_overlaps_are_one() -> None:
    pauses = [Pause(date(2026, 2, 10)), Pause(date(2026, 2, 1), date(2026, 2, 12)), Pause(date(2026, 3, 1))]
    assert closed_pauses(pauses, date(2026, 2, 20)) == (Pause(date(2026, 2, 1), date(2026, 2, 20)),)


@given(DAYS, st.integers(0, 4000), st.sampled_from(list(Period)))
@settings(max_examples=200)
def test_the_date_after_the_periods_between_is_the_date(start: date, days: int, period: Period) -> None:
    end = start + timedelta(days=days)
    assert after_periods(start, periods_between(start, end, period), period) == end


def test_half_a_year_is_six_months_whatever_their_days() -> None:
    assert periods_between(date(2026, 1, 15), date(2026, 7, 15), Period.MONTH) == 6
    assert periods_between(date(2026, 1, 15), date(2026, 7, 15), Period.YEAR) == Fraction(1, 2)
    with pytest.raises(OverflowError):
        after_periods(date(2026, 1, 1), Fraction(10**7), Period.DAY)
