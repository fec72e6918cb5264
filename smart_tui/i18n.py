"""The words of the chosen language: gettext catalogues, and how numbers and dates are written."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import TYPE_CHECKING

from smart_tui.cldr import FORMATS

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("en", "da", "sv")
"""The languages every word stands in; the first is the one of the source texts."""

LANGUAGE_NAMES: Mapping[str, str] = {"en": "English", "da": "Dansk", "sv": "Svenska"}
"""Each language in its own name, for a place where one is chosen."""

MINUS = "−"
_WIDE = Context(prec=100)
"""What two stored amounts give when multiplied has more digits than Python rounds to by itself."""

SIGNS_OF_MONEY = frozenset(("£", "$", "€"))
HOURS = frozenset(("h", "hr", "hrs", "hour", "hours", "t", "time", "timer", "tim", "timme", "timmar"))
"""Units whose values are written h:mm when they are not whole."""


def N_(message: str) -> str:
    """Mark a text for the catalogues where it stands in a table; it is translated when shown."""
    return message


class SourceTexts:
    """The texts as they stand in the code, without a catalogue to load."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str) -> str:
        return message


class Words:
    """One language: its texts by English source text, its numbers and its dates."""

    def __init__(self, code: str, catalogue: "NullTranslations | SourceTexts") -> None:
        self.code = code
        self._catalogue = catalogue
        self._formats = FORMATS[code]
        self._weekdays = self._formats.weekdays.split()
        self._weekdays_short = self._formats.weekdays_short.split()
        self._months = self._formats.months.split()
        self._months_short = self._formats.months_short.split()

    @classmethod
    def source(cls) -> "Words":
        """English from the source texts alone: what programs read, and what needs no catalogue."""
        return cls(LANGUAGES[0], SourceTexts())

    def __repr__(self) -> str:
        return f"Words({self.code!r})"

    def gettext(self, message: str) -> str:
        """The text in this language; the source text where the catalogue has none."""
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, n: int | Decimal) -> str:
        """The form of the text that goes with `n` things; 1.5 of a thing takes the plural."""
        return self._catalogue.ngettext(singular, plural, int(n) if n == int(n) else 2)

    def pgettext(self, context: str, message: str) -> str:
        """The text of a word that means different things in different places."""
        return self._catalogue.pgettext(context, message)

    def number(self, value: Decimal | int, *, sign: bool = False, decimals: int | None = None) -> str:
        """A number as this language writes it, exact and without trailing zeros.

        `sign` puts a plus before what is above zero; `decimals` is the most digits kept behind the
        decimal sign, rounded half up.
        """
        value = Decimal(value)
        if decimals is not None:
            value = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
        whole, _, fraction = format(abs(value), "f").partition(".")
        fraction = fraction.rstrip("0")
        text = format(int(whole), ",").replace(",", self._formats.group)
        if fraction:
            text += self._formats.decimal + fraction
        if value < 0 and text != "0":
            return MINUS + text
        return "+" + text if sign and text != "0" else text

    def percent(self, value: Decimal | int, *, sign: bool = False, decimals: int | None = None) -> str:
        """A percentage, `value` being in percent: 20 is "20%"."""
        return self._formats.percent.format(self.number(value, sign=sign, decimals=decimals))

    def amount(self, value: Decimal | int, unit: str, *, sign: bool = False, decimals: int | None = None) -> str:
        """A number with its unit: "12,400 visits", "20%", "1:30 h", "£300"; the unit is the person's own word."""
        if unit in ("%", "percent", "procent"):
            return self.percent(value, sign=sign, decimals=decimals)
        text = self.figure(value, unit, sign=sign, decimals=decimals)
        if unit in SIGNS_OF_MONEY and self.code == "en":
            lead = text[:1] if text[:1] in ("+", MINUS) else ""
            return f"{lead}{unit}{text[len(lead) :]}"
        return f"{text} {unit}" if unit else text

    def figure(self, value: Decimal | int, unit: str, *, sign: bool = False, decimals: int | None = None) -> str:
        """The number of an amount without its unit; hours that are not whole are written h:mm."""
        if unit.lower().rstrip(".") in HOURS:
            minutes = Decimal(value) * 60
            if minutes == minutes.to_integral_value() and minutes % 60:
                lead = MINUS if minutes < 0 else "+" if sign else ""
                hours, rest = divmod(abs(int(minutes)), 60)
                return f"{lead}{hours}:{rest:02d}"
        return self.number(value, sign=sign, decimals=decimals)

    def weekday(self, day: date) -> str:
        """Monday, mandag, måndag."""
        return self._weekdays[day.weekday()]

    def weekday_short(self, day: date) -> str:
        """Mon, man., mån."""
        return self._weekdays_short[day.weekday()]

    def month(self, day: date) -> str:
        """The name of the month the day lies in."""
        return self._months[day.month - 1]

    def month_short(self, day: date) -> str:
        """The short name of the month the day lies in, for the axis of a chart."""
        return self._months_short[day.month - 1]

    def date_long(self, day: date) -> str:
        """Day, month and year: "15 July 2026"."""
        return self._date(self.month(day), day, year=True)

    def date_full(self, day: date) -> str:
        """Weekday, day, month and year: "Wed 15 July 2026"; for dates being entered or decided."""
        return f"{self.weekday_short(day)} {self.date_long(day)}"

    def date_short(self, day: date, today: date) -> str:
        """Day and short month, with the year only when it is another one: "15 Jul", "15 Jul 2027"."""
        return self._date(self.month_short(day), day, year=day.year != today.year)

    def day_month(self, day: date) -> str:
        """Day and month in full: "12 July"."""
        return self._date(self.month(day), day, year=False)

    def day_number(self, day: date) -> str:
        """The day of the month alone, as it stands in "between 4 and 30 October": "4", in Danish "4."."""
        return f"{day.day}." if self.code == "da" else str(day.day)

    def month_year(self, day: date) -> str:
        """Month and year: "December 2025"."""
        return f"{self.month(day)} {day.year}"

    def date_range(self, first: date, last: date) -> str:
        """Two days as one span: "12–18 January 2026", "28 December 2025 – 3 January 2026"."""
        if (first.year, first.month) == (last.year, last.month):
            start = f"{first.day}." if self.code == "da" else str(first.day)
            return f"{start}–{self.date_long(last)}"
        start = self._date(self.month(first), first, year=first.year != last.year)
        return f"{start} – {self.date_long(last)}"

    def week_title(self, first: date, first_weekday: int = 0) -> str:
        """A week by its first day: its number where weeks start on Monday, else that day."""
        if first_weekday == 0:
            return self.gettext("week {number}").format(number=(first + timedelta(days=3)).isocalendar().week)
        return self.gettext("week of {day}").format(day=self.day_month(first))

    def _date(self, month: str, day: date, *, year: bool) -> str:
        number = f"{day.day}." if self.code == "da" else str(day.day)
        return f"{number} {month} {day.year}" if year else f"{number} {month}"


def words(code: str) -> Words:
    """The words of a language by its code, "da" or "da_DK"; English for one that is not known."""
    return _words(known(code) or LANGUAGES[0])


def known(code: str) -> str | None:
    """The language a locale name like "da_DK.UTF-8" stands for, or None."""
    base = code.replace("-", "_").split("_")[0].split(".")[0].lower()
    return base if base in LANGUAGES else None


def month_names(day: date) -> frozenset[str]:
    """What the month of a day is called, in full and in short, in any of the languages."""
    names = (names.split()[day.month - 1] for form in FORMATS.values() for names in (form.months, form.months_short))
    return frozenset(names)


def weekday_names(code: str) -> tuple[str, ...]:
    """The seven weekdays of a language in small letters, from Monday on; none for one that is not known."""
    return tuple(FORMATS[code].weekdays.lower().split()) if code in FORMATS else ()


def system_language(environ: Mapping[str, str]) -> str:
    """The language the environment asks for, by the usual variables; English where it names none we have."""
    chosen = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    for code in (chosen, *environ.get("LANGUAGE", "").split(":")):
        if language := known(code):
            return language
    return LANGUAGES[0]


@cache
def _words(code: str) -> Words:
    from gettext import GNUTranslations

    path = os.path.join(os.path.dirname(__file__), "locale", code, "LC_MESSAGES", "smart_tui.mo")
    try:
        with open(path, "rb") as file:
            return Words(code, GNUTranslations(file))
    except OSError:
        return Words(code, SourceTexts())
