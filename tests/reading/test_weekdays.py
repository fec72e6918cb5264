"""Weekdays and rates as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.domain.goal import Period
from smart_tui.i18n import words
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.rates import read_rate
from smart_tui.reading.weekdays import EVERY_DAY, read_weekdays, write_weekdays
from smart_tui.text.weekdays import weekdays_said

LANGUAGES = st.sampled_from(("en", "da", "sv"))


@given(st.integers(1, EVERY_DAY), LANGUAGES)
@settings(max_examples=100)
def test_days_written_in_a_language_are_read_back_as_the_same_days(mask: int, lang: str) -> None:
    written = write_weekdays(mask, lang)
    assert mask == (read_weekdays(written, lang) if written else EVERY_DAY)


@given(st.integers(1, EVERY_DAY - 1))
@settings(max_examples=100)
def test_the_days_as_they_are_echoed_can_be_typed_too(mask: int) -> None:
    assert read_weekdays(weekdays_said(mask, words("en")), "en") == mask


@given(st.permutations(range(7)), st.integers(1, 7), LANGUAGES)
@settings(max_examples=60)
def test_days_may_be_listed_in_any_order(days: list[int], count: int, lang: str) -> None:
    wanted = days[:count]
    mask = sum(1 << day for day in wanted)
    listed = ", ".join(write_weekdays(1 << day, lang) for day in wanted)
    assert read_weekdays(listed, lang) == mask


@pytest.mark.parametrize(
    ("lang", "typed", "days"),
    [
        ("en", "mon-fri", "0123 4"),
        ("en", "weekdays", "01234"),
        ("en", "Fri to Mon", "0456"),
        ("en", "mondays and thursdays", "03"),
        ("en", "every day but sunday", "012345"),
        ("en", "weekends", "56"),
        ("da", "man, ons, fre", "024"),
        ("da", "mandag til fredag", "01234"),
        ("da", "hverdage og lørdag", "012345"),
        ("da", "weekdays", "01234"),
        ("sv", "vardagar", "01234"),
        ("sv", "mån.–fre.", "01234"),
        ("sv", "alla dagar utom söndag", "012345"),
        ("sv", "helgen", "56"),
    ],
)
def test_weekdays_are_read_as_one_says_them(lang: str, typed: str, days: str) -> None:
    assert read_weekdays(typed, lang) == sum(1 << int(day) for day in days.replace(" ", ""))


@pytest.mark.parametrize("typed", ["every second day", "mon-", "8", "mon tuesdayish", "mon but mon", "x" * 500])
def test_what_names_no_weekdays_is_refused_and_not_guessed(typed: str) -> None:
    with pytest.raises(ReadingError, match=r"weekdays\.unreadable"):
        read_weekdays(typed, "en")


@pytest.mark.parametrize(
    ("lang", "typed", "amount", "period", "unit"),
    [
        ("en", "2 books a week", "2", Period.WEEK, "books"),
        ("en", "-0.5 kg a week", "-0.5", Period.WEEK, "kg"),
        ("en", "+0.5 kg a week", "0.5", Period.WEEK, "kg"),
        ("en", "400 a month", "400", Period.MONTH, ""),
        ("da", "2 bøger om ugen", "2", Period.WEEK, "bøger"),
        ("da", "1,5 km pr. dag", "1.5", Period.DAY, "km"),
        ("sv", "2 böcker i veckan", "2", Period.WEEK, "böcker"),
        ("sv", "1 000 kr per månad", "1000", Period.MONTH, "kr"),
    ],
)
def test_a_rate_is_an_amount_and_its_period(lang: str, typed: str, amount: str, period: Period, unit: str) -> None:
    read = read_rate(typed, lang)
    assert (read.amount, read.period, read.unit) == (Decimal(amount), period, unit)


@pytest.mark.parametrize(
    "typed", ["2 books", "weekly", "-", "--2 a week", "0 a week", "1.000 a week", "2 a week or 3 a month"]
)
def test_what_is_no_rate_or_more_than_one_is_not_guessed(typed: str) -> None:
    with pytest.raises(ReadingError, match=r"rate\.unreadable"):
        read_rate(typed, "en")
