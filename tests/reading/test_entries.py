"""A check-in is one to three keys, and is echoed before saving when anything was read into it."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.domain.goal import Combine, Kind, Measure, Period, Reading
from smart_tui.reading.entries import EntryReading, Mode, read_entry
from smart_tui.reading.errors import ReadingError

TODAY = date(2026, 1, 15)
BOOKS = Measure(Kind.TOTAL, TODAY, unit="books")
WEIGHT = Measure(Kind.LEVEL, TODAY, unit="kg")
MINUTES = Measure(Kind.QUOTA, TODAY, unit="min")
SHARE = Measure(Kind.LEVEL, TODAY, unit="%")
LAUNCH = Measure(Kind.MILESTONES, TODAY)


def read(text: str, measure: Measure = BOOKS, lang: str = "en") -> EntryReading:
    return read_entry(text, lang, TODAY, measure)


def test_a_plain_number_adds_to_totals_and_quotas_and_sets_levels() -> None:
    assert read("3")[:3] == (TODAY, Mode.ADD, Decimal(3))
    assert read("30", MINUTES).mode is Mode.ADD
    assert read("81", WEIGHT).mode is Mode.SET


def test_a_plain_number_adds_where_a_level_is_the_amount_of_a_period() -> None:
    visits = Measure(Kind.LEVEL, TODAY, change_percent=Decimal(20), reading=Reading.PER_PERIOD, period=Period.MONTH)
    assert read("450", visits).mode is Mode.ADD
    assert read("5", WEIGHT._replace(combine=Combine.MAX)).mode is Mode.ADD


def test_signs_change_the_day_and_an_equals_sign_sets_it() -> None:
    assert read("+3")[1:3] == (Mode.CHANGE, Decimal(3))
    assert read("-2")[1:3] == (Mode.CHANGE, Decimal(-2))
    assert read("−2")[1:3] == (Mode.CHANGE, Decimal(-2))
    assert read("=42")[1:3] == (Mode.SET, Decimal(42))
    assert read("=-2", WEIGHT)[1:3] == (Mode.SET, Decimal(-2))


def test_a_rating_is_one_of_five_levels_and_its_sign_is_its_own() -> None:
    speaking = Measure(Kind.RATING, TODAY)
    assert read("-1", speaking)[1:3] == (Mode.SET, Decimal(-1))
    assert read("+2", speaking)[1:3] == (Mode.SET, Decimal(2))
    assert read("yesterday =-2", speaking)[1:3] == (Mode.SET, Decimal(-2))
    for typed in ("3", "-3", "0.5", "7"):
        with pytest.raises(ReadingError) as caught:
            read(typed, speaking)
        assert caught.value.code == "entry.level"


def test_x_is_done_and_s_is_excused_with_a_reason() -> None:
    assert read("x")[1:3] == (Mode.DONE, Decimal(1))
    assert read("X", LAUNCH).mode is Mode.DONE
    assert read("s")[1:4] == (Mode.EXCUSED, None, "")
    assert read("s ill in bed").note == "ill in bed"
    assert read("s # ill").note == "ill"


@pytest.mark.parametrize(
    ("lang", "text", "day", "value"),
    [
        ("en", "yesterday 12", "2026-01-14", 12),
        ("en", "12/8 3", "2025-08-12", 3),
        ("en", "mon 4", "2026-01-12", 4),
        ("en", "2026-01-02 5", "2026-01-02", 5),
        ("en", "5 jan 3", "2026-01-05", 3),
        ("en", "12.8. 3", "2025-08-12", 3),
        ("da", "i går 12", "2026-01-14", 12),
        ("da", "i mandags 4", "2026-01-12", 4),
        ("sv", "igår 12", "2026-01-14", 12),
        ("sv", "tis 20", "2026-01-13", 20),
        ("sv", "yesterday 12", "2026-01-14", 12),
    ],
)
def test_a_day_in_front_is_the_last_such_day(lang: str, text: str, day: str, value: int) -> None:
    reading = read(text, lang=lang)
    assert (reading.on, reading.value) == (date.fromisoformat(day), Decimal(value))
    assert reading.interpreted


def test_a_day_in_front_works_with_done_and_excused() -> None:
    assert read("mon x")[:2] == (date(2026, 1, 12), Mode.DONE)
    excused = read("mon s flu")
    assert (excused.on, excused.mode, excused.note) == (date(2026, 1, 12), Mode.EXCUSED, "flu")


def test_x_is_refused_where_one_step_is_not_one_thing() -> None:
    with pytest.raises(ReadingError) as refused:
        read("x", Measure(Kind.TOTAL, TODAY, target=Decimal(2_640_000), unit="kr."))
    assert refused.value.code == "entry.needs_number"
    assert read("x", BOOKS._replace(target=Decimal(24))).mode is Mode.DONE


def test_a_note_stands_behind_a_hash() -> None:
    assert read("3 # a good day #2").note == "a good day #2"


def test_times_are_read_only_where_the_unit_is_a_time() -> None:
    assert read("1:30", MINUTES).value == 90
    assert read("1h30", MINUTES).value == 90
    assert _code("1:30", BOOKS) == "number.clock"


def test_the_unit_may_be_typed_along() -> None:
    assert read("12 books").value == 12
    assert read("1 book").value == 1
    assert read("20 %", SHARE).value == 20
    assert _code("20 %", BOOKS) == "entry.percent"
    assert _code("3 apples", BOOKS) == "number.rest"


def test_plain_digits_are_not_echoed_and_everything_else_is() -> None:
    assert not read("3").interpreted
    assert not read("+3").interpreted
    assert not read("3 # note").interpreted
    for text in ("70 000", "1,5", "two", "1.000", "yesterday 3", "12 books"):
        assert read(text).interpreted, text


def test_ambiguity_is_handed_on() -> None:
    assert read("1.000").ambiguous == (Decimal(1000),)


@pytest.mark.parametrize(
    ("text", "measure", "code"),
    [
        ("", BOOKS, "entry.empty"),
        ("# only a note", BOOKS, "entry.empty"),
        ("yesterday", BOOKS, "entry.no_value"),
        ("12/8", BOOKS, "entry.no_value"),
        ("tomorrow 4", BOOKS, "entry.future"),
        ("30 feb 3", BOOKS, "date.impossible"),
        ("1026-01-01 3", BOOKS, "date.out_of_range"),
        ("0001-01-01 s", BOOKS, "date.out_of_range"),
        ("3", LAUNCH, "entry.only_done"),
        ("x", WEIGHT, "entry.needs_number"),
        ("=", BOOKS, "number.empty"),
        ("hello", BOOKS, "number.unreadable"),
        ("1 " * 400, BOOKS, "entry.unreadable"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, measure: Measure, code: str) -> None:
    assert _code(text, measure) == code


def _code(text: str, measure: Measure) -> str:
    with pytest.raises(ReadingError) as error:
        read(text, measure)
    return error.value.code


@pytest.mark.parametrize("text", ["82.5", "82.75", "31.31", "0.5"])
def test_a_decimal_that_could_be_no_date_is_a_number(text: str) -> None:
    read = read_entry(text, "en", TODAY, Measure(Kind.LEVEL, TODAY, unit="kg"))
    assert (read.on, read.value) == (TODAY, Decimal(text))


def test_a_number_behind_a_day_is_the_value_even_where_it_could_be_a_year() -> None:
    assert read("12/8 2026")[:3] == (date(2025, 8, 12), Mode.ADD, Decimal(2026))
    assert read("12/8 2024 5")[:3] == (date(2024, 8, 12), Mode.ADD, Decimal(5))
