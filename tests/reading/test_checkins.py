"""A check-in for a goal with its entries: three counts, scales, running counts, and the day it is for."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Entry, EntryState, Goal, Kind, Measure, State
from smart_tui.domain.measure import RESET
from smart_tui.domain.nps import Counts
from smart_tui.reading.checkins import read_check_in
from smart_tui.reading.entries import EntryReading, Mode, read_entry
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain

TODAY = date(2026, 1, 15)
NEW_YEAR = date(2026, 1, 1)
BOOKS = Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(24), unit="books")
WEIGHT = Measure(Kind.LEVEL, NEW_YEAR, baseline=Decimal(84), target=Decimal(78), unit="kg")
FOLLOWERS = Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(10000), unit="followers", running=True)
MOOD = Measure(Kind.LEVEL, NEW_YEAR, entered_as="scale", low=Decimal(1), high=Decimal(5))
PROMOTING = Measure(Kind.LEVEL, NEW_YEAR, entered_as="nps")


def goal(*measures: Measure) -> Goal:
    return Goal(1, "u", 1, "Goal", State.ACTIVE, "nordic", "en", start=NEW_YEAR, measures=measures)


def entry(on: date, value: int, id: int = 1, source: str = "") -> Entry:
    return Entry(id, f"e{id}", 1, on, EntryState.VALUE, Decimal(value), source=source)


def read(text: str, measure: Measure, *entries: Entry, lang: str = "en", on: date | None = None) -> EntryReading:
    return read_check_in(text, lang, TODAY, goal(measure), entries, on=on)


def refused(text: str, measure: Measure, *entries: Entry) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(text, measure, *entries)
    return caught.value


@pytest.mark.parametrize("text", ["12 5 3", "12/5/3", "12, 5, 3", "12 / 5 / 3"])
def test_three_counts_are_a_net_promoter_score(text: str) -> None:
    found = read(text, PROMOTING)
    assert (found.on, found.mode, found.value, found.counts) == (TODAY, Mode.SET, Decimal(45), Counts(12, 5, 3))
    assert found.interpreted


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("yesterday 12/5/3", date(2026, 1, 14)),
        ("12/8 12 5 3 # autumn", date(2025, 8, 12)),
        ("mon 12/5/3", date(2026, 1, 12)),
        ("2 jan 12 5 3", date(2026, 1, 2)),
    ],
)
def test_a_day_stands_in_front_of_three_counts(text: str, on: date) -> None:
    found = read(text, PROMOTING)
    assert (found.on, found.counts) == (on, Counts(12, 5, 3))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("45", "entry.three_counts"),
        ("12 5", "number.rest"),
        ("9 12 5 3", "entry.three_counts"),
        ("0 0 0", "entry.nobody"),
        ("=101", "entry.score"),
        ("+3", "entry.three_counts"),
        ("x", "entry.needs_number"),
        ("1000000000000 1 1", "number.too_large"),
    ],
)
def test_what_is_no_score_says_why(text: str, code: str) -> None:
    assert refused(text, PROMOTING).code == code


def test_a_score_without_its_counts_is_set_on_purpose() -> None:
    assert read("=-20", PROMOTING)[1:3] == (Mode.SET, Decimal(-20))
    assert read("=-20", PROMOTING).counts is None


def test_a_scale_ends_at_its_ends() -> None:
    assert read("4.3", MOOD).value == Decimal("4.3")
    assert read("+1", MOOD, entry(NEW_YEAR, 4)).value == 1
    for text in ("6", "0", "=7", "+2"):
        error = refused(text, MOOD, entry(NEW_YEAR, 4))
        assert (error.code, error.params) == ("entry.scale", {"low": 1, "high": 5})


def test_a_running_count_never_falls_unless_it_began_anew() -> None:
    there = entry(date(2026, 1, 12), 4775)
    assert read("4812", FOLLOWERS, there)[1:3] == (Mode.ADD, Decimal(4812))
    assert read("+37", FOLLOWERS, there)[1:3] == (Mode.CHANGE, Decimal(37))
    error = refused("120", FOLLOWERS, there)
    assert (error.code, error.params["count"], error.params["date"], error.params["text"]) == (
        "entry.count_lower",
        Decimal(4775),
        there.on,
        "120",
    )
    assert refused("-1", FOLLOWERS, there).code == "entry.count_lower"
    assert refused("=4000", FOLLOWERS, there).code == "entry.count_lower"
    assert refused("90", FOLLOWERS._replace(baseline=Decimal(100))).code == "entry.count_below_origin"
    for lang, word in (("en", "reset"), ("da", "nulstil"), ("sv", "nollställ"), ("sv", "reset")):
        found = read(f"yesterday {word} 120 # new phone", FOLLOWERS, there, lang=lang)
        assert found[:4] == (date(2026, 1, 14), Mode.RESET, Decimal(120), "new phone")
    assert read("reset", FOLLOWERS, there)[1:3] == (Mode.RESET, Decimal(0))
    assert read("0", FOLLOWERS, there)[1:3] == (Mode.RESET, Decimal(0))
    assert refused("reset 3", BOOKS).code == "entry.no_count"


def test_a_count_of_the_day_can_be_corrected_down_to_the_one_before() -> None:
    known = (entry(date(2026, 1, 12), 4775), entry(TODAY, 48120, 2))
    assert refused("4812", FOLLOWERS, *known).code == "entry.count_lower"
    assert read("=4812", FOLLOWERS, *known)[1:3] == (Mode.SET, Decimal(4812))
    assert refused("=4700", FOLLOWERS, *known).code == "entry.count_lower"


def test_an_earlier_count_is_not_above_a_later_one_of_the_same_round() -> None:
    later = entry(TODAY, 4812)
    assert read("yesterday 4800", FOLLOWERS, later).value == 4800
    assert refused("yesterday 5000", FOLLOWERS, later).code == "entry.count_higher"
    assert read("yesterday 5000", FOLLOWERS, later._replace(source=RESET)).value == 5000


def test_a_day_is_read_by_the_measure_of_that_day() -> None:
    changed = goal(BOOKS, WEIGHT._replace(valid_from=date(2026, 1, 10)))
    assert read_check_in("3", "en", TODAY, changed, ()).mode is Mode.SET
    assert read_check_in("5 jan 3", "en", TODAY, changed, ()).mode is Mode.ADD


def test_what_was_entered_before_a_measure_was_a_count_is_no_count() -> None:
    changed = goal(BOOKS, FOLLOWERS._replace(valid_from=date(2026, 1, 10), baseline=None))
    before = entry(date(2026, 1, 5), 900)
    assert read_check_in("120", "en", TODAY, changed, [before]).mode is Mode.ADD
    there = [before, entry(date(2026, 1, 11), 130, 2)]
    with pytest.raises(ReadingError):
        read_check_in("120", "en", TODAY, changed, there)


def test_without_a_day_the_one_in_question_is_meant() -> None:
    assert read("3", BOOKS, on=date(2026, 1, 9)).on == date(2026, 1, 9)
    assert read("yesterday 3", BOOKS, on=date(2026, 1, 9)).on == date(2026, 1, 14)


def test_only_an_excuse_may_be_for_a_day_to_come() -> None:
    found = read("tomorrow s travelling", BOOKS)
    assert (found.on, found.mode, found.note) == (date(2026, 1, 16), Mode.EXCUSED, "travelling")
    assert refused("tomorrow x", BOOKS).code == "entry.future"


VALUES = st.decimals(-(10**6), 10**6, places=2).map(lambda value: value.normalize() + 0)
DAYS = st.integers(0, 400).map(lambda back: TODAY - timedelta(days=back))
NOTES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12)


def typed(mode: Mode, value: Decimal, lang: str) -> str:
    number = plain(abs(value), lang)
    if mode is Mode.SET:
        return f"={'-' if value < 0 else ''}{number}"
    if mode is Mode.CHANGE:
        return f"{'-' if value < 0 else '+'}{number}"
    return {Mode.ADD: number, Mode.DONE: "x", Mode.EXCUSED: "s"}[mode]


@settings(max_examples=100)
@given(
    st.sampled_from(("en", "da", "sv")),
    st.sampled_from([mode for mode in Mode if mode is not Mode.RESET]),
    VALUES,
    DAYS,
    NOTES,
    st.sampled_from((BOOKS, WEIGHT)),
)
def test_what_is_written_by_the_grammar_is_read_back(
    lang: str, mode: Mode, value: Decimal, on: date, note: str, measure: Measure
) -> None:
    if measure is WEIGHT and mode in (Mode.ADD, Mode.DONE):
        mode = Mode.SET
    found = read_entry(f"{on.isoformat()} {typed(mode, value, lang)} # {note}", lang, TODAY, measure)
    wanted = {Mode.ADD: abs(value), Mode.DONE: Decimal(1), Mode.EXCUSED: None}.get(mode, value)
    assert (found.on, found.mode, found.value, found.note) == (on, mode, wanted, clean_line(note))
    assert found.interpreted


@settings(max_examples=60)
@given(st.tuples(*(st.integers(0, 10**5),) * 3).filter(any), DAYS, st.sampled_from(("{} {} {}", "{}/{}/{}")))
def test_three_counts_are_read_back_whatever_they_are(counts: tuple[int, int, int], on: date, form: str) -> None:
    found = read_entry(f"{on.isoformat()} {form.format(*counts)}", "en", TODAY, PROMOTING)
    assert (found.on, found.counts) == (on, counts)
