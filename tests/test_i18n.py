"""Words: catalogues in three languages, and numbers and dates as each of them writes them."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_tui.i18n import LANGUAGES, known, system_language, words

ROOT = Path(__file__).resolve().parent.parent
CLDR = {"en": "en_GB", "da": "da", "sv": "sv"}
NO_BREAK = "\xa0"


@given(st.decimals(-(10**12), 10**12, places=6), st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_numbers_are_written_as_babel_writes_them(value: Decimal, code: str) -> None:
    expected = format_decimal(value, format="#,##0.######", locale=CLDR[code]).replace("-", "−")
    assert words(code).number(value) == ("0" if expected == "−0" else expected)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", [Decimal(0), Decimal(8), Decimal("12.5"), Decimal(1234)])
def test_percentages_are_written_as_babel_writes_them(code: str, value: Decimal) -> None:
    fraction = value / 100
    locale = Locale.parse(CLDR[code])
    pattern = locale.percent_formats[None].pattern.replace("#,##0", "#,##0.######")
    assert words(code).percent(value) == format_percent(fraction, format=pattern, locale=locale)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_dates_are_written_as_babel_writes_them(day: date, code: str) -> None:
    spoken, locale = words(code), "en" if code == "en" else code
    assert spoken.date_long(day) == format_date(day, "long", locale=CLDR[code])
    assert spoken.weekday(day) == format_date(day, "EEEE", locale=locale)
    assert spoken.date_full(day).startswith(format_date(day, "EEE", locale=locale))
    assert spoken.date_short(day, day) == format_date(day, "d. MMM" if code == "da" else "d MMM", locale=locale)


def test_a_short_date_names_the_year_only_when_it_is_another_one() -> None:
    assert words("en").date_short(date(2026, 7, 15), date(2026, 1, 1)) == "15 Jul"
    assert words("en").date_short(date(2027, 7, 15), date(2026, 1, 1)) == "15 Jul 2027"


def test_a_number_is_exact_and_rounds_only_when_asked() -> None:
    assert words("en").number(Decimal("0.100000")) == "0.1"
    assert words("en").number(Decimal("1E+4")) == "10,000"
    assert words("da").number(Decimal("1234.565"), decimals=2) == "1.234,57"
    assert words("en").number(Decimal("-0.001"), decimals=2) == "0"


def test_a_number_of_any_length_can_be_rounded() -> None:
    largest = Decimal("999999999999.999999")
    assert words("en").number(largest * largest, decimals=6) == "999,999,999,999,999,998,000,000"


def test_signs_are_shown_on_request_and_minus_is_a_minus() -> None:
    assert words("en").number(3, sign=True) == "+3"
    assert words("en").number(-3, sign=True) == "−3"
    assert words("en").number(0, sign=True) == "0"
    assert words("da").percent(20, sign=True) == f"+20{NO_BREAK}%"


def test_hours_that_are_not_whole_are_written_with_minutes() -> None:
    assert words("en").amount(Decimal("1.5"), "h") == "1:30 h"
    assert words("da").amount(Decimal(8), "timer") == "8 timer"
    assert words("sv").amount(Decimal("-0.25"), "tim", sign=True) == "−0:15 tim"
    assert words("en").amount(Decimal("1.5"), "km") == "1.5 km"


def test_an_amount_without_unit_is_a_number_and_percent_belongs_to_it() -> None:
    assert words("en").amount(Decimal(12400), "") == "12,400"
    assert words("en").amount(Decimal(12400), "visits") == "12,400 visits"
    assert words("sv").amount(Decimal(8), "%") == f"8{NO_BREAK}%"


def test_weeks_go_by_number_where_they_start_on_monday() -> None:
    assert words("en").week_title(date(2026, 1, 12)) == "week 3"
    assert words("da").week_title(date(2026, 7, 13)) == "uge 29"
    assert words("en").week_title(date(2026, 7, 12), first_weekday=6) == "week of 12 July"


def test_a_week_belongs_to_the_year_that_holds_four_of_its_days() -> None:
    assert words("en").week_title(date(2025, 12, 29)) == "week 1"
    for weeks in range(0, 520, 7):
        monday = date(2020, 1, 6) + timedelta(weeks=weeks)
        assert words("en").week_title(monday) == f"week {monday.isocalendar().week}"


def test_a_span_of_days_says_month_and_year_once() -> None:
    assert words("en").date_range(date(2026, 1, 12), date(2026, 1, 18)) == "12–18 January 2026"
    assert words("da").date_range(date(2026, 1, 12), date(2026, 1, 18)) == "12.–18. januar 2026"
    assert words("sv").date_range(date(2026, 3, 30), date(2026, 4, 5)) == "30 mars – 5 april 2026"
    assert words("en").date_range(date(2025, 12, 29), date(2026, 1, 4)) == "29 December 2025 – 4 January 2026"


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:sv:en"}, "sv"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "sv"}, "sv"),
    ],
)
def test_the_language_of_the_system_is_followed(environ: dict[str, str], code: str) -> None:
    assert system_language(environ) == code


def test_an_unknown_language_falls_back_to_english() -> None:
    assert words("xx").code == "en"
    assert words("sv_FI").code == "sv"
    assert known("nb_NO") is None


def test_words_of_a_language_are_made_once() -> None:
    assert words("da") is words("da")


def test_plural_forms_follow_the_number() -> None:
    spoken = words("da")
    assert spoken.ngettext("in {days} day", "in {days} days", 1) == "om {days} dag"
    assert spoken.ngettext("in {days} day", "in {days} days", 0) == "om {days} dage"
    assert spoken.ngettext("in {days} day", "in {days} days", Decimal("1.5")) == "om {days} dage"


def test_an_empty_text_stays_empty() -> None:
    assert words("da").gettext("") == ""


def test_words_are_shown_without_loading_babel() -> None:
    code = "import sys; from smart_tui.i18n import words; words('da').gettext('Why'); print('babel' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout == "False\n"


def test_catalogues_are_complete_current_and_follow_the_terms() -> None:
    checked = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "catalogues"), "check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
