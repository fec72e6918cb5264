"""Numbers are read as each language writes them, exactly, and what is ambiguous is said."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain, read_number, time_unit

LANGUAGES = ("en", "da", "sv")


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "10,000", "10000"),
        ("en", "10,000.25", "10000.25"),
        ("en", "1,5", "1.5"),
        ("da", "10.000", "10000"),
        ("da", "1.250.000", "1250000"),
        ("da", "1.250.000,75", "1250000.75"),
        ("da", "1,5", "1.5"),
        ("da", "1.5", "1.5"),
        ("sv", "10 000", "10000"),
        ("sv", "10\u00a0000,5", "10000.5"),
        ("sv", "10\u202f000", "10000"),
        ("sv", "1,5", "1.5"),
        ("sv", "1.5", "1.5"),
    ],
)
def test_separators_follow_the_language(lang: str, text: str, value: str) -> None:
    reading = read_number(text, lang)
    assert reading.value == Decimal(value)
    assert not reading.ambiguous


@pytest.mark.parametrize("lang", LANGUAGES)
def test_spaces_group_thousands_everywhere(lang: str) -> None:
    assert read_number("70 000", lang).value == 70_000
    assert read_number("1 000 000", lang).value == 1_000_000


@pytest.mark.parametrize(
    ("lang", "text", "value", "other"),
    [
        ("en", "1.000", 1, 1000),
        ("en", "10.000", 10, 10000),
        ("da", "1,000", 1, 1000),
        ("sv", "1.000", 1000, 1),
        ("sv", "1,000", 1, 1000),
    ],
)
def test_what_could_mean_two_things_is_returned_as_both(lang: str, text: str, value: int, other: int) -> None:
    reading = read_number(text, lang)
    assert reading.value == value
    assert reading.ambiguous == (Decimal(other),)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "twelve", "12"),
        ("en", "twenty-five", "25"),
        ("en", "one hundred and five", "105"),
        ("en", "two and a half", "2.5"),
        ("en", "half", "0.5"),
        ("en", "1½", "1.5"),
        ("en", "35K", "35000"),
        ("en", "2 million", "2000000"),
        ("da", "femogtyve", "25"),
        ("da", "halvanden", "1.5"),
        ("da", "to og en halv", "2.5"),
        ("da", "et hundrede", "100"),
        ("da", "2 mio.", "2000000"),
        ("sv", "tjugofem", "25"),
        ("sv", "tjugoett", "21"),
        ("sv", "ett hundra", "100"),
        ("sv", "två miljoner", "2000000"),
    ],
)
def test_words_and_short_forms_are_numbers(lang: str, text: str, value: str) -> None:
    assert read_number(text, lang).value == Decimal(value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_english_words_are_understood_in_every_language(lang: str) -> None:
    assert read_number("twelve", lang).value == 12
    assert read_number("20 percent", lang).percent


def test_signs_percent_and_money_are_kept_apart_from_the_value() -> None:
    assert read_number("-3", "en").value == -3
    assert read_number("−3", "en").signed
    assert read_number("20 %", "da").percent
    assert read_number("$5,000", "en").unit == "$"
    assert read_number("75.000 kr.", "da").unit == "kr"


def test_wide_digits_are_digits() -> None:
    assert read_number("１２", "en").value == 12


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1:30", "h", "1.5"),
        ("1h30", "h", "1.5"),
        ("1 h 30 min", "h", "1.5"),
        ("1:30", "min", "90"),
        ("90 min", "h", "1.5"),
        ("1:07:24", "min", "67.4"),
        ("1:30", "s", "90"),
        ("45", "min", "45"),
        ("1:20", "h", "1.333333"),
    ],
)
def test_clock_times_are_read_in_the_unit_of_the_measure(text: str, unit: str, value: str) -> None:
    assert read_number(text, "en", time=unit).value == Decimal(value)


def test_clock_times_are_refused_where_the_unit_is_no_time() -> None:
    assert _code("1:30", "en") == "number.clock"


def test_units_of_time_are_known_in_each_language() -> None:
    assert time_unit("hours", "en") == "h"
    assert time_unit("Timer", "da") == "h"
    assert time_unit("minuter", "sv") == "min"
    assert time_unit("books", "en") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number.empty"),
        ("  \u00a0", "number.empty"),
        ("nan", "number.unreadable"),
        ("inf", "number.unreadable"),
        ("1e999", "number.rest"),
        ("1,2,3", "number.unreadable"),
        ("a", "number.unreadable"),
        ("12 apples", "number.rest"),
        ("9223372036854775808", "number.too_large"),
        ("1000000000000", "number.too_large"),
        ("9" * 5000, "number.unreadable"),
        ("0.1234567", "number.too_precise"),
    ],
)
def test_what_is_no_number_says_why(text: str, code: str) -> None:
    assert _code(text, "en") == code


def test_what_was_left_over_is_named() -> None:
    with pytest.raises(ReadingError) as error:
        read_number("12 apples", "en")
    assert error.value.params == {"number": "12", "rest": "apples"}


@given(
    st.integers(-(10**18) + 1, 10**18 - 1).map(lambda n: Decimal(n).scaleb(-6)),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=200)
def test_a_prefilled_number_reads_back_as_itself_and_unambiguously(value: Decimal, lang: str) -> None:
    reading = read_number(plain(value, lang), lang)
    assert reading.value == value
    assert not reading.ambiguous


@given(st.integers(-9999, 9999), st.integers(0, 3), st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_short_decimals_read_back_too(digits: int, places: int, lang: str) -> None:
    value = Decimal(digits).scaleb(-places)
    reading = read_number(plain(value, lang), lang)
    assert reading.value == value
    assert not reading.ambiguous


def _code(text: str, lang: str) -> str:
    with pytest.raises(ReadingError) as error:
        read_number(text, lang)
    return error.value.code
