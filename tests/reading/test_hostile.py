"""Whatever is typed, reading answers or raises ReadingError with a known code, and in bounded time."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Kind, Measure
from smart_tui.reading.dates import find_dates, read_date, read_duration, read_period
from smart_tui.reading.entries import EntryReading, Mode, read_entry
from smart_tui.reading.errors import CODES, ReadingError
from smart_tui.reading.goals import read_goal, without
from smart_tui.reading.numbers import LIMIT, read_number
from smart_tui.reading.phrases import normal

PIECES_TEXT = (
    "1 2 20 0 1.000 1,5 1 000 31/12 12.8. 2026 9999 q3 5k % kr. $ - – → ½ : = + # x s in om i by inden till fra from "
    "to til på med a en ett week uge vecka day per pr. , ( ) every hver varje monday man march mars of next næste "
    "half million hundred and og och year år end slutet årets udgang between at least minst flere once gange den 3:e "
    "1:30 1h30 feb 29 within ago siden sedan 53 quarter \x00 \ud800 １２ 🙂 ² ٣ scale third"
)
PIECES = PIECES_TEXT.split(" ")
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=9).flatmap(
        lambda pieces: st.sampled_from([" ", "", "\u00a0"]).map(lambda gap: gap.join(pieces))
    ),
    st.text(max_size=40),
)
LANGS = st.sampled_from(["en", "da", "sv", "xx", ""])
DAYS = st.dates()
PLAIN = [Measure(kind, date(2026, 1, 1), unit=unit) for kind in Kind for unit in ("", "min", "%")]
ODD = [
    Measure(Kind.LEVEL, date(2026, 1, 1), entered_as="nps"),
    Measure(Kind.LEVEL, date(2026, 1, 1), entered_as="scale", low=Decimal(1), high=Decimal(5)),
    Measure(Kind.TOTAL, date(2026, 1, 1), running=True),
]
MEASURES = st.sampled_from([*PLAIN, *ODD])


def known(read: Callable[[], object]) -> object:
    """The reading, or None if it was refused with a code and exactly the parameters that belong to it."""
    try:
        return read()
    except ReadingError as error:
        assert set(error.params) == set(CODES[error.code]), error.code
        return None


@given(TEXTS, LANGS, DAYS, st.integers(0, 6), st.booleans())
@settings(max_examples=200, deadline=None)
def test_fields_answer_or_refuse_with_a_code(text: str, lang: str, today: date, first: int, past: bool) -> None:
    known(lambda: read_date(text, lang, today, first_weekday=first, past=past))
    known(lambda: read_duration(text, lang))
    known(lambda: read_period(text, lang))
    known(lambda: read_number(text, lang))
    number = known(lambda: read_number(text, lang, time="min"))
    if isinstance(number, tuple):
        assert isinstance(number[0], Decimal)
        assert abs(number[0]) < LIMIT
        assert number[0] == round(number[0], 6)


@given(TEXTS, LANGS, DAYS, MEASURES)
@settings(max_examples=200, deadline=None)
def test_check_ins_answer_or_refuse_with_a_code(text: str, lang: str, today: date, measure: Measure) -> None:
    reading = known(lambda: read_entry(text, lang, today, measure))
    if isinstance(reading, EntryReading):
        assert reading.on <= today or reading.mode is Mode.EXCUSED


@given(TEXTS, LANGS, DAYS)
@settings(max_examples=200, deadline=None)
def test_goal_sentences_are_always_read(text: str, lang: str, today: date) -> None:
    written = normal(text)
    reading = read_goal(text, lang, today)
    for chip in reading.chips:
        assert 0 <= chip.start <= chip.end <= len(written)
    for found in find_dates(text, lang, today):
        assert written[found.start : found.end] == found.reading.text
    without(text, [(chip.start, chip.end) for chip in reading.chips], lang)


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=4), LANGS)
@settings(max_examples=100, deadline=None)
def test_any_spans_can_be_taken_out(text: str, spans: list[tuple[int, int]], lang: str) -> None:
    title = without(text, spans, lang)
    assert title == title.strip()


@pytest.mark.parametrize("piece", ["1 a day ", "by the end of ", "from 1 to 2 ", ". ", "( ", "1 ", "mon, ", "9", "a-"])
@pytest.mark.parametrize("lang", ["en", "da", "sv"])
def test_long_repetitive_text_takes_no_longer_than_it_is_long(piece: str, lang: str) -> None:
    def seconds(length: int) -> float:
        text, today = piece * (length // len(piece)), date(2026, 1, 15)
        start = perf_counter()
        read_goal(text, lang, today)
        find_dates(text, lang, today)
        known(lambda: read_number(text, lang))
        known(lambda: read_date(text, lang, today))
        return perf_counter() - start

    seconds(100)
    short, long = seconds(2_000), seconds(16_000)
    assert long < max(short, 0.02) * 40
