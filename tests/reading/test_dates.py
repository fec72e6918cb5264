"""Dates are read as people write them in each language; what could mean two days gives both."""

from datetime import date

import pytest

from smart_tui.reading.dates import DateReading, date_in_front, find_dates, read_date
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.goals import read_goal
from smart_tui.reading.holidays import easter, holiday_on
from smart_tui.reading.phrases import tokens

THURSDAY = date(2026, 1, 15)


def read(text: str, lang: str = "en", today: date = THURSDAY, first_weekday: int = 0) -> DateReading:
    return read_date(text, lang, today, first_weekday=first_weekday)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "2026-12-31", "2026-12-31"),
        ("en", "31/12", "2026-12-31"),
        ("en", "31.12.", "2026-12-31"),
        ("en", "31.12.27", "2027-12-31"),
        ("en", "31 December", "2026-12-31"),
        ("en", "Dec 31", "2026-12-31"),
        ("en", "Dec. 31, 2027", "2027-12-31"),
        ("en", "the 3rd of October", "2026-10-03"),
        ("en", "Wed 15 July 2026", "2026-07-15"),
        ("en", "end of March", "2026-03-31"),
        ("en", "mid-May", "2026-05-15"),
        ("en", "July 2027", "2027-07-31"),
        ("en", "Q3", "2026-09-30"),
        ("en", "week 12", "2026-03-22"),
        ("en", "summer", "2026-08-31"),
        ("en", "by 2027", "2027-12-31"),
        ("da", "20. maj", "2026-05-20"),
        ("da", "den 3. oktober", "2026-10-03"),
        ("da", "senest 31/12", "2026-12-31"),
        ("da", "ultimo marts", "2026-03-31"),
        ("da", "slutningen af marts", "2026-03-31"),
        ("da", "årets udgang", "2026-12-31"),
        ("da", "uge 12", "2026-03-22"),
        ("da", "4. kvartal", "2026-12-31"),
        ("sv", "den 3:e oktober", "2026-10-03"),
        ("sv", "senast den 1 juni", "2026-06-01"),
        ("sv", "i slutet av mars", "2026-03-31"),
        ("sv", "årets slut", "2026-12-31"),
        ("sv", "v. 12", "2026-03-22"),
        ("sv", "tredje kvartalet", "2026-09-30"),
        ("sv", "den 12/8", "2026-08-12"),
    ],
)
def test_calendar_dates_are_the_next_to_come(lang: str, text: str, day: str) -> None:
    assert read(text, lang).date == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "today", "2026-01-15"),
        ("en", "tomorrow", "2026-01-16"),
        ("en", "yesterday", "2026-01-14"),
        ("en", "in 6 weeks", "2026-02-26"),
        ("en", "6 weeks", "2026-02-26"),
        ("en", "within 6 months", "2026-07-15"),
        ("en", "in half a year", "2026-07-15"),
        ("en", "3 days ago", "2026-01-12"),
        ("en", "end of the year", "2026-12-31"),
        ("en", "this week", "2026-01-18"),
        ("en", "Friday", "2026-01-16"),
        ("en", "Thursday", "2026-01-22"),
        ("en", "last Friday", "2026-01-09"),
        ("da", "om 6 uger", "2026-02-26"),
        ("da", "inden for de næste 6 måneder", "2026-07-15"),
        ("da", "om et halvt år", "2026-07-15"),
        ("da", "i morgen", "2026-01-16"),
        ("da", "i mandags", "2026-01-12"),
        ("da", "i år", "2026-12-31"),
        ("sv", "om 6 veckor", "2026-02-26"),
        ("sv", "inom de närmaste 3 månaderna", "2026-04-15"),
        ("sv", "i övermorgon", "2026-01-17"),
        ("sv", "på måndag", "2026-01-19"),
        ("sv", "för 3 dagar sedan", "2026-01-12"),
    ],
)
def test_dates_that_hang_on_today_are_counted_from_it(lang: str, text: str, day: str) -> None:
    reading = read(text, lang)
    assert reading.date == date.fromisoformat(day)
    assert reading.kind == "relative"


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_english_is_understood_in_every_language(lang: str) -> None:
    assert read("in 6 weeks", lang).date == date(2026, 2, 26)
    assert read("31 December", lang).date == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "next Friday", ("2026-01-23", "2026-01-16")),
        ("da", "næste fredag", ("2026-01-23", "2026-01-16")),
        ("sv", "nästa fredag", ("2026-01-23", "2026-01-16")),
        ("en", "next quarter", ("2026-06-30", "2026-04-15")),
        ("da", "inden for det næste kvartal", ("2026-06-30", "2026-04-15")),
        ("en", "within the next year", ("2027-01-15", "2026-12-31", "2027-12-31")),
        ("en", "by 2027", ("2027-12-31", "2027-01-01")),
        ("en", "next week", ("2026-01-25", "2026-01-22")),
        ("en", "for the whole year", ("2026-12-31", "2027-01-15")),
    ],
)
def test_what_could_mean_two_days_gives_both(lang: str, text: str, days: tuple[str, ...]) -> None:
    reading = read(text, lang)
    assert (reading.date, *reading.alternatives) == tuple(map(date.fromisoformat, days))


def test_toward_the_past_the_last_one_is_meant() -> None:
    def past(text: str) -> date:
        return read_date(text, "en", THURSDAY, past=True).date

    assert past("12/8") == date(2025, 8, 12)
    assert past("15/1") == THURSDAY
    assert past("Dec 31") == date(2025, 12, 31)
    assert past("mon") == date(2026, 1, 12)


def test_a_range_knows_its_first_day() -> None:
    assert read("Q3").start == date(2026, 7, 1)
    assert read("March").start == date(2026, 3, 1)


def test_weeks_follow_the_first_weekday() -> None:
    assert read("this week", first_weekday=6).date == date(2026, 1, 17)
    assert read("week 2 2026", first_weekday=0).date == date(2026, 1, 11)


def test_a_missing_day_becomes_the_last_of_its_month() -> None:
    assert read("in 1 month", today=date(2026, 1, 31)).date == date(2026, 2, 28)


def test_29_february_waits_for_its_year() -> None:
    assert read("29 Feb").date == date(2028, 2, 29)


def test_slashes_are_day_first_unless_that_is_no_date() -> None:
    assert read("3/4/2026").date == date(2026, 4, 3)
    assert read("12/31/2026").date == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "date.empty"),
        ("soon", "date.unreadable"),
        ("31 December or so", "date.unreadable"),
        ("30 February", "date.impossible"),
        ("2026-02-29", "date.impossible"),
        ("2026-13-01", "date.impossible"),
        ("0000-01-01", "date.impossible"),
        ("week 54", "date.impossible"),
        ("week 53 2027", "date.impossible"),
        ("in 20000 years", "date.out_of_range"),
        ("0026-01-15", "date.out_of_range"),
        ("31 December " * 50, "date.unreadable"),
    ],
)
def test_what_is_no_date_says_why(text: str, code: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(text)
    assert error.value.code == code


def test_week_53_exists_where_it_does() -> None:
    assert read("week 53").date == date(2027, 1, 3)


def test_dates_in_a_sentence_come_with_their_prepositions() -> None:
    text = "Write from 1 March, finish by the end of May"
    found = find_dates(text, "en", THURSDAY)
    assert [text[f.start : f.end] for f in found] == ["from 1 March", "by the end of May"]
    assert [f.prefix for f in found] == ["from", "by"]


@pytest.mark.parametrize(
    ("lang", "text", "begins"),
    [
        ("en", "from February to June", date(2026, 2, 1)),
        ("en", "November to June", date(2025, 11, 1)),
        ("da", "fra februar til juni", date(2026, 2, 1)),
        ("sv", "från februari till juni", date(2026, 2, 1)),
    ],
)
def test_a_row_of_months_begins_with_its_first(lang: str, text: str, begins: date) -> None:
    (found,) = find_dates(text, lang, THURSDAY)
    assert (found.reading.start, found.reading.date) == (begins, date(2026, 6, 30))


def test_words_that_are_also_months_or_days_are_left_alone_in_a_sentence() -> None:
    assert not find_dates("I may march with the man who sat in the sun", "en", THURSDAY)
    assert not find_dates("Hver man skal gå en tur", "da", THURSDAY)


def test_impossible_dates_in_a_sentence_are_left_out() -> None:
    assert not find_dates("Finish by 2026-02-31", "en", THURSDAY)


@pytest.mark.parametrize("lang", ["en", "da", "sv"])
@pytest.mark.parametrize("text", ["31/12 2026", "31/12/2026", "31/12-2026", "31.12. 2026", "31.12.2026"])
def test_a_year_may_stand_behind_a_day_in_figures_in_any_of_the_usual_ways(lang: str, text: str) -> None:
    assert read_date(text, lang, date(2026, 1, 15)).date == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Öka besöken på vår webbplats med 20 % de närmaste sex månaderna", ["de närmaste sex månaderna"]),
        ("Sälja mer i vår butik", []),
        ("Sälja mer i vår", ["i vår"]),
        ("Sälja mer i vår med nya kunder", ["i vår"]),
        ("Sälja mer i slutet av vår 2027", ["i slutet av vår 2027"]),
    ],
)
def test_our_is_not_spring_in_swedish(text: str, found: list[str]) -> None:
    assert [text[date.start : date.end] for date in find_dates(text, "sv", THURSDAY)] == found


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "20260812", "2026-08-12"),
        ("en", "the 25th", "2026-01-25"),
        ("en", "15 July next year", "2027-07-15"),
        ("en", "last Friday in May", "2026-05-29"),
        ("en", "2-9 May", "2026-05-09"),
        ("en", "end of next month", "2026-02-28"),
        ("en", "Easter", "2026-04-05"),
        ("da", "2. pinsedag", "2026-05-25"),
        ("da", "første halvår", "2026-06-30"),
        ("da", "fredag om en uge", "2026-01-23"),
        ("da", "slutningen af 2027", "2027-12-31"),
        ("sv", "midsommarafton", "2026-06-19"),
        ("sv", "sista veckan i juni", "2026-06-30"),
        ("sv", "andra halvåret 2027", "2027-12-31"),
        ("sv", "söndagskväll", "2026-01-18"),
    ],
)
def test_a_date_field_takes_what_a_sentence_takes(lang: str, text: str, day: str) -> None:
    assert read(text, lang).date == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["1. 3", "15. 2", "31. 12 3"])
def test_a_number_with_a_dot_is_no_day_of_the_month_in_front_of_a_check_in(text: str) -> None:
    found = date_in_front(tokens(text), "da", THURSDAY)
    assert found is None


def test_movable_feasts_follow_their_rules() -> None:
    assert [easter(year).isoformat() for year in (1961, 2000, 2024, 2025, 2038)] == [
        "1961-04-02",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
    ]
    assert holiday_on("4 06-19", 2027) == date(2027, 6, 25)
    assert holiday_on("easter 49", 2027) == date(2027, 5, 16)


@pytest.mark.parametrize("first", ["en", "da", "sv"])
def test_the_days_of_a_half_and_of_a_middle_are_those_of_the_calendar(first: str) -> None:
    assert read("mid-2027", first).date == date(2027, 6, 30)
    assert read("first half of May", first).date == date(2026, 5, 15)
    assert read("first half of 2027", first).date == date(2027, 6, 30)
    assert read("middle of Q3", first).date == date(2026, 8, 15)


@pytest.mark.parametrize(
    ("lang", "text", "span"),
    [
        ("en", "Run 5 km a week for the rest of the year", ("2026-01-15", "2026-12-31")),
        ("en", "Swim once a week the rest of winter", ("2026-01-15", "2026-02-28")),
        ("en", "Read 3 books the rest of next month", ("2026-02-01", "2026-02-28")),
        ("da", "Løbe 5 km om ugen resten af året", ("2026-01-15", "2026-12-31")),
        ("da", "Bage brød hver lørdag resten af vinteren", ("2026-01-15", "2026-02-28")),
        ("sv", "Springa 5 km i veckan resten av året", ("2026-01-15", "2026-12-31")),
        ("sv", "Läsa 3 böcker under återstoden av månaden", ("2026-01-15", "2026-01-31")),
    ],
)
def test_the_rest_of_a_stretch_that_runs_begins_today(lang: str, text: str, span: tuple[str, str]) -> None:
    found = read_goal(text, lang, date(2026, 1, 15)).deadline
    assert found is not None
    assert found.start is not None
    assert (found.start.isoformat(), found.date.isoformat()) == span
