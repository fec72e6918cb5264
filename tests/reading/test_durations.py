"""Durations and periods read in three languages."""

from datetime import date

import pytest

from smart_tui.domain.goal import Period
from smart_tui.reading.dates import read_period
from smart_tui.reading.durations import Duration, add, read_duration
from smart_tui.reading.errors import ReadingError


@pytest.mark.parametrize(
    ("lang", "text", "duration"),
    [
        ("en", "6 weeks", Duration(6, Period.WEEK)),
        ("en", "a month", Duration(1, Period.MONTH)),
        ("en", "two years", Duration(2, Period.YEAR)),
        ("en", "1.5 years", Duration(18, Period.MONTH)),
        ("en", "half a year", Duration(6, Period.MONTH)),
        ("da", "9 uger", Duration(9, Period.WEEK)),
        ("da", "et halvt år", Duration(6, Period.MONTH)),
        ("sv", "tre månader", Duration(3, Period.MONTH)),
        ("sv", "ett halvår", Duration(6, Period.MONTH)),
        ("sv", "2 quarters", Duration(2, Period.QUARTER)),
    ],
)
def test_durations(lang: str, text: str, duration: Duration) -> None:
    assert read_duration(text, lang) == duration


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "a week", Period.WEEK),
        ("en", "weekly", Period.WEEK),
        ("en", "week", Period.WEEK),
        ("en", "per month", Period.MONTH),
        ("en", "every Thursday", Period.WEEK),
        ("en", "every morning", Period.DAY),
        ("da", "om ugen", Period.WEEK),
        ("da", "pr. uge", Period.WEEK),
        ("da", "hver måned", Period.MONTH),
        ("da", "årligt", Period.YEAR),
        ("sv", "i veckan", Period.WEEK),
        ("sv", "om dagen", Period.DAY),
        ("sv", "per kvartal", Period.QUARTER),
    ],
)
def test_periods(lang: str, text: str, period: Period) -> None:
    assert read_period(text, lang) is period


def test_adding_months_stays_within_the_month() -> None:
    assert add(date(2026, 8, 31), Duration(6, Period.MONTH)) == date(2027, 2, 28)


def test_beyond_the_calendar_is_an_error_not_a_crash() -> None:
    for duration in (Duration(9000, Period.YEAR), Duration(-9000, Period.YEAR), Duration(10**12, Period.DAY)):
        with pytest.raises(ReadingError) as error:
            add(date(2026, 1, 1), duration)
        assert error.value.code == "date.out_of_range"


@pytest.mark.parametrize(
    ("text", "code"), [("", "duration.empty"), ("soon", "duration.unreadable"), ("0 weeks", "duration.unreadable")]
)
def test_what_is_no_duration_says_so(text: str, code: str) -> None:
    with pytest.raises(ReadingError) as error:
        read_duration(text, "en")
    assert error.value.code == code


@pytest.mark.parametrize(("text", "code"), [("", "period.empty"), ("whenever", "period.unreadable")])
def test_what_is_no_period_says_so(text: str, code: str) -> None:
    with pytest.raises(ReadingError) as error:
        read_period(text, "en")
    assert error.value.code == code
