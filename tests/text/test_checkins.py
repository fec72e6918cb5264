"""What is said before and while one checks in: the echo, what the day holds, what to type, and the grid's words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_tui.domain.checkin import effect
from smart_tui.domain.daygrid import day_grid
from smart_tui.domain.goal import (
    Assessment,
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Period,
    Reason,
    State,
    Status,
)
from smart_tui.domain.nps import Counts
from smart_tui.domain.settings import Settings
from smart_tui.i18n import words
from smart_tui.reading.checkins import read_check_in
from smart_tui.text.checkins import daily_share, day_line, entered, examples
from smart_tui.text.daygrid import brief, day_sentence
from smart_tui.text.echo import echo_entry, score

TODAY = date(2026, 1, 15)
START = date(2026, 1, 1)
EN = words("en")
BOOKS = Measure(Kind.TOTAL, START, target=Decimal(24), unit="books")
STEPS = Measure(
    Kind.QUOTA, START, target=Decimal(70000), unit="steps", period=Period.WEEK, direction=Direction.AT_LEAST
)
FOLLOWERS = BOOKS._replace(unit="", running=True, baseline=Decimal(4000))
WEIGHT = Measure(Kind.LEVEL, START, baseline=Decimal(84), target=Decimal(78), unit="kg")
PROMOTING = Measure(Kind.LEVEL, START, entered_as="nps")
RATED = Measure(Kind.RATING, START, levels=("avoid", "read", "speak", "speak up", "enjoy"))
LAUNCH = Measure(Kind.MILESTONES, START)


def goal(measure: Measure) -> Goal:
    return Goal(1, "u", 1, "Goal", State.ACTIVE, "nordic", "en", start=START, measures=(measure,))


def entry(on: date, value: int | None, id: int = 1, note: str = "", counts: Counts | None = None) -> Entry:
    state = EntryState.EXCUSED if value is None else EntryState.VALUE
    return Entry(id, f"e{id}", 1, on, state, None if value is None else Decimal(value), note, counts=counts)


def echo(text: str, known: Goal, *entries: Entry) -> str:
    reading = read_check_in(text, "en", TODAY, known, entries)
    does = effect(known, entries, reading.on, str(reading.mode), reading.value)
    return echo_entry(reading, known, EN, does)


@pytest.mark.parametrize(
    ("text", "measure", "entries", "said"),
    [
        ("3", BOOKS, (), "+3 books, Thu 15 January 2026"),
        ("3 # Emma", BOOKS, (entry(TODAY, 2),), "+3 books, Thu 15 January 2026: Emma · 5 books that day"),
        ("=4", BOOKS, (entry(TODAY, 2),), "the day set to 4 books, Thu 15 January 2026"),
        ("x", BOOKS, (entry(TODAY, 2),), "done, Thu 15 January 2026 · the day holds 2 books already"),
        (
            "s",
            BOOKS,
            (entry(TODAY, 2),),
            "excused, Thu 15 January 2026 · what is recorded that day counts all the same",
        ),
        ("30 dec 3", BOOKS, (), "+3 books, Tue 30 December 2025 · before the goal begins on 1 January 2026"),
        ("82,5", WEIGHT, (), "82.5 kg, Thu 15 January 2026"),
        ("-2", WEIGHT, (entry(START, 84),), "−2 kg, to 82 kg, Thu 15 January 2026"),
        ("4812", FOLLOWERS, (entry(START, 4775),), "4,812 is 37 more than last time, Thu 15 January 2026"),
        ("+37", FOLLOWERS, (entry(START, 4775),), "4,812 is 37 more than last time, Thu 15 January 2026"),
        ("4775", FOLLOWERS, (entry(START, 4775),), "4,775, as last time, Thu 15 January 2026"),
        ("4775", FOLLOWERS._replace(baseline=None), (), "the count begins at 4,775, Thu 15 January 2026"),
        ("reset 120", FOLLOWERS, (entry(START, 4775),), "the count begins anew at 120, Thu 15 January 2026"),
        ("12 5 3", PROMOTING, (), "NPS +45, give or take 32, from 20 answers, Thu 15 January 2026"),
        ("1", RATED, (), "+1: speak up, Thu 15 January 2026"),
    ],
)
def test_the_echo_says_what_the_check_in_does(
    text: str, measure: Measure, entries: tuple[Entry, ...], said: str
) -> None:
    assert echo(text, goal(measure), *entries) == said


def test_done_names_the_milestone_it_marks() -> None:
    known = goal(LAUNCH)._replace(milestones=(Milestone(1, "m", "Beta"),))
    assert echo("x", known) == "“Beta” done, Thu 15 January 2026"
    assert day_line(known, (), TODAY, EN) == "x marks “Beta” as done."


def test_a_score_says_how_far_it_may_be_off() -> None:
    assert score(Decimal(-100), Counts(0, 0, 1), EN) == "NPS −100, from 1 answer"
    assert score(Decimal(45), None, EN) == "NPS +45"


@pytest.mark.parametrize(
    ("measure", "is_time", "way"),
    [
        (BOOKS, False, "ticks"),
        (STEPS, False, "adds"),
        (STEPS._replace(unit="h"), True, "time"),
        (STEPS._replace(period=Period.DAY, target=Decimal(1)), False, "yes_no"),
        (FOLLOWERS, False, "count"),
        (WEIGHT, False, "reading"),
        (WEIGHT._replace(entered_as="scale", low=Decimal(1), high=Decimal(5)), False, "scale"),
        (PROMOTING, False, "nps"),
        (RATED, False, "rating"),
        (LAUNCH, False, "done"),
        (Measure(Kind.WITHIN, START, low=Decimal(50), high=Decimal(60)), False, "reading"),
    ],
)
def test_each_kind_shows_its_own_examples_and_they_can_be_typed(measure: Measure, is_time: bool, way: str) -> None:
    assert entered(measure, is_time=is_time) == way
    shown = examples(measure, EN, is_time=is_time)
    dated = shown.split("\n")[1].split(" · ")[1]
    assert read_check_in(dated, "en", TODAY, goal(measure), ()).on == date(2026, 1, 14)


@pytest.mark.parametrize(
    ("measure", "entries", "said"),
    [
        (BOOKS, (), "Nothing recorded today yet."),
        (BOOKS, (entry(TODAY, 2),), "Today so far: 2 books."),
        (BOOKS._replace(unit="kr."), (entry(TODAY, 2),), "Today so far: 2 kr."),
        (BOOKS, (entry(TODAY, None),), "Today is excused."),
        (FOLLOWERS, (), "The count began at 4,000."),
        (FOLLOWERS, (entry(START, 4775),), "Last count: 4,775, Thu 1 January 2026."),
        (WEIGHT, (entry(START, 84),), "Last reading: 84 kg, Thu 1 January 2026."),
        (
            PROMOTING,
            (entry(START, 45, counts=Counts(12, 5, 3)),),
            "Last: NPS +45, give or take 32, from 20 answers, Thu 1 January 2026.",
        ),
    ],
)
def test_a_check_in_says_what_the_day_holds(measure: Measure, entries: tuple[Entry, ...], said: str) -> None:
    assert day_line(goal(measure), entries, TODAY, EN) == said


def test_a_large_rest_of_the_week_is_said_by_the_day() -> None:
    rest = Assessment(Status.AT_RISK, Reason("x"), missing=Decimal(8600), ends=date(2026, 1, 18))
    assert daily_share(goal(STEPS), rest, TODAY, EN) == "That is 3,000 steps a day."
    assert daily_share(goal(STEPS), rest._replace(ends=TODAY), TODAY, EN) == ""
    few = STEPS._replace(target=Decimal(8), unit="meetings")
    assert daily_share(goal(few), rest._replace(missing=Decimal(3)), TODAY, EN) == ""


def test_a_day_of_the_grid_is_said_in_full_with_its_notes() -> None:
    on = date(2026, 1, 13)
    known = goal(BOOKS)
    entries = (entry(on, 2, 1, "Emma"), entry(on, 1, 2), entry(date(2026, 1, 14), None, 3, "ill"))
    grid = day_grid(known, entries, TODAY, Settings())
    assert day_sentence(grid, on, TODAY, EN) == ("Tue 13 January 2026, 2 days ago: 3 books from 2 entries. # Emma")
    assert day_sentence(grid, date(2026, 1, 14), TODAY, EN).endswith("yesterday: excused. # ill")
    assert day_sentence(grid, TODAY, TODAY, EN) == "Thu 15 January 2026, today: nothing recorded."


@given(st.integers(-(10**12) + 1, 10**12 - 1), st.integers(3, 9), st.sampled_from(("en", "da", "sv")))
def test_a_value_fits_its_cell_and_is_exact_where_it_can_be(value: int, cells: int, lang: str) -> None:
    shown, exact = brief(Decimal(value), "", cells, words(lang)), words(lang).number(value)
    assert len(shown) <= cells
    assert shown == exact or len(exact) > cells


def test_a_value_that_does_not_fit_is_said_in_thousands() -> None:
    assert [brief(Decimal(value), "", 4, EN) for value in (8400, 10400, 123456, 70_000_000)] == [
        "8.4k",
        "10k",
        "123k",
        "70M",
    ]
    assert brief(Decimal("82.25"), "kg", 4, EN) == "82.3"
