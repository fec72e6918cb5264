"""The days of a goal as a calendar, and what a step or a done records on one of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.daygrid import DayGrid, DayState, day_grid, day_of, week_of
from smart_tui.domain.goal import (
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    State,
)
from smart_tui.domain.settings import Settings
from smart_tui.domain.steps import Recording, done, step

TODAY = date(2026, 1, 15)
"""A Thursday."""
START = date(2026, 1, 1)
MEETINGS = Measure(
    Kind.QUOTA, START, target=Decimal(8), unit="meetings", period=Period.WEEK, direction=Direction.AT_LEAST
)
BOOKS = Measure(Kind.TOTAL, START, target=Decimal(24), unit="books")
WEIGHT = Measure(Kind.LEVEL, START, baseline=Decimal(84), target=Decimal(78), unit="kg", step=Decimal("0.5"))
MOOD = Measure(Kind.LEVEL, START, entered_as="scale", low=Decimal(1), high=Decimal(5), step=Decimal(1))
LAUNCH = Measure(Kind.MILESTONES, START)


def goal(measure: Measure, **fields: object) -> Goal:
    known = Goal(1, "u", 1, "Goal", State.ACTIVE, "nordic", "en", start=START, measures=(measure,))
    return known._replace(**fields)  # type: ignore[arg-type]


def entry(on: date, value: int | None, id: int = 1) -> Entry:
    state = EntryState.EXCUSED if value is None else EntryState.VALUE
    return Entry(id, f"e{id}", 1, on, state, None if value is None else Decimal(value))


def grid(known: Goal, *entries: Entry, first_weekday: int = 0) -> DayGrid:
    return day_grid(known, entries, TODAY, Settings(first_weekday=first_weekday))


def test_unknown_zero_and_excused_are_three_things() -> None:
    shown = grid(goal(MEETINGS), entry(date(2026, 1, 5), 0), entry(date(2026, 1, 6), None, 2))
    assert day_of(shown, date(2026, 1, 5))[1:3] == (DayState.VALUE, Decimal(0))
    assert day_of(shown, date(2026, 1, 6))[1:3] == (DayState.EXCUSED, None)
    assert day_of(shown, date(2026, 1, 7))[1:3] == (DayState.UNKNOWN, None)


def test_a_day_of_which_nothing_is_asked_says_why() -> None:
    weekdays = MEETINGS._replace(weekdays=0b0011111)
    rested = goal(weekdays, pauses=(Pause(date(2026, 1, 7), date(2026, 1, 8)),), deadline=date(2026, 1, 13))
    shown = grid(rested)
    wanted = {
        date(2025, 12, 31): DayState.BEFORE,
        date(2026, 1, 3): DayState.UNWANTED,
        date(2026, 1, 8): DayState.PAUSED,
        date(2026, 1, 9): DayState.UNKNOWN,
        date(2026, 1, 14): DayState.AFTER,
        date(2026, 1, 16): DayState.COMING,
    }
    assert {on: day_of(shown, on).state for on in wanted} == wanted


def test_a_week_says_its_sum_and_the_verdict_of_its_period() -> None:
    shown = grid(goal(MEETINGS), *(entry(date(2026, 1, day), day, day) for day in (5, 8, 12)))
    full, running = week_of(shown, 1), week_of(shown, 2)
    assert [day.on.day for day in full.days] == [5, 6, 7, 8, 9, 10, 11]
    assert (full.value, full.verdict and full.verdict.met) == (Decimal(13), True)
    assert (running.value, running.verdict and running.verdict.met) == (Decimal(12), True)
    assert week_of(shown, 0).value is None


def test_a_week_of_a_daily_quota_counts_its_days_met() -> None:
    # Of the days without an entry only the one a week ago is judged by now.
    daily = MEETINGS._replace(period=Period.DAY, target=Decimal(1))
    shown = grid(goal(daily), *(entry(date(2026, 1, day), 1, day) for day in (5, 6, 8)))
    week = week_of(shown, 1)
    assert (week.verdict, week.met, week.judged) == (None, 3, 4)


def test_a_week_of_readings_shows_the_last_one() -> None:
    shown = grid(goal(WEIGHT), entry(date(2026, 1, 5), 83), entry(date(2026, 1, 9), 82, 2))
    assert week_of(shown, 1).value == 82


def test_an_entry_before_the_start_widens_the_grid_and_a_milestone_marks_its_day() -> None:
    met = Milestone(1, "m", "Beta", done_on=date(2026, 1, 9))
    shown = grid(goal(LAUNCH, milestones=(met,)), entry(date(2025, 12, 20), 1))
    assert (shown.first, shown.last) == (date(2025, 12, 20), TODAY)
    assert day_of(shown, date(2026, 1, 9)).milestones == ("Beta",)


@settings(max_examples=60)
@given(
    st.integers(0, 6),
    st.dictionaries(st.integers(0, 90), st.integers(0, 9) | st.none(), max_size=20),
)
def test_every_day_up_to_today_stands_once_and_none_beyond(first_weekday: int, found: dict[int, int | None]) -> None:
    entries = [entry(TODAY - timedelta(days=back), value, id + 1) for id, (back, value) in enumerate(found.items())]
    shown = grid(goal(BOOKS), *entries, first_weekday=first_weekday)
    days = [day for row in range(shown.weeks) for day in week_of(shown, row).days]
    assert [day.on for day in days] == [days[0].on + timedelta(days=at) for at in range(len(days))]
    assert days[0].on.weekday() == first_weekday and days[0].on <= shown.first and days[-1].on >= TODAY
    assert all((day.state is DayState.COMING) == (day.on > TODAY) for day in days)
    assert sum(day.value or 0 for day in days) == sum(value or 0 for value in found.values())
    assert all(shown.row_of(day.on) == at // 7 for at, day in enumerate(days))


def test_a_step_adds_to_a_total_and_moves_a_level_on_from_its_latest_reading() -> None:
    assert step(goal(BOOKS), (), TODAY, -1) == Recording(Decimal(-1), "change")
    assert step(goal(WEIGHT), (), TODAY, -1) == Recording(Decimal("83.5"), "set")
    read = (entry(date(2026, 1, 9), 82),)
    assert step(goal(WEIGHT), read, TODAY, 1) == Recording(Decimal("82.5"), "set")
    assert step(goal(WEIGHT), read, date(2026, 1, 8), 1) == Recording(Decimal("84.5"), "set")


@pytest.mark.parametrize(
    ("measure", "entries", "sign", "refusal"),
    [
        (LAUNCH, (), 1, "no_step"),
        (Measure(Kind.RATING, START), (), 1, "no_step"),
        (Measure(Kind.LEVEL, START, entered_as="nps"), (), 1, "no_step"),
        (MOOD, (entry(TODAY, 5),), 1, "ends"),
        (BOOKS._replace(running=True), (entry(TODAY, 5),), -1, "ends"),
    ],
)
def test_where_there_is_no_step_the_reason_is_said(
    measure: Measure, entries: tuple[Entry, ...], sign: int, refusal: str
) -> None:
    assert step(goal(measure), entries, TODAY, sign).refusal == refusal


def test_done_is_the_next_milestone_or_one_of_what_is_counted() -> None:
    parts = (Milestone(1, "a", "Late"), Milestone(2, "b", "Soon", due=date(2026, 2, 1)))
    assert done(goal(LAUNCH, milestones=parts), (), TODAY).title == "Soon"
    assert done(goal(LAUNCH), (), TODAY) == Recording(Decimal(1), "set")
    assert done(goal(BOOKS), (), TODAY) == Recording(Decimal(1), "set")
    assert done(goal(BOOKS), (entry(TODAY, 2),), TODAY).refusal == "recorded"
    assert done(goal(BOOKS._replace(step=Decimal(5))), (), TODAY).refusal == "amount"
    assert done(goal(BOOKS._replace(running=True)), (), TODAY).refusal == "reading"
    assert done(goal(WEIGHT), (), TODAY).refusal == "reading"
    ended = parts[0]._replace(done_on=TODAY)
    assert done(goal(LAUNCH, milestones=(ended,)), (), TODAY).refusal == "all_done"
