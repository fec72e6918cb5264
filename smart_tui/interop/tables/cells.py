"""The cells of a table as spreadsheets write them: days, and numbers with a known decimal sign."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from smart_tui.domain.quantity import LIMIT, plain
from smart_tui.reading.dates import read_date
from smart_tui.reading.errors import ReadingError

ORDERS = ("ymd", "dmy", "mdy")
DECIMALS = (".", ",")
LONGEST = 60
"""Characters of a cell that can be a day or a number."""
EARLIEST = 1900
_CENTURY = 69
"""Years of two digits from here on are of the last century."""

_ZONE = r"(?:Z|UTC|[+-]\d{2}:?\d{2})"
_CLOCKED = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
_TIME = rf"(?:[T ,]+(?:kl\.? )?{_CLOCKED}\s*(?:[AaPp]\.?[Mm]\.?)?\s*{_ZONE}?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/. ]?)(\d{{1,2}})\2(\d{{1,2}})\.?{_TIME}")
_PARTS = re.compile(rf"(\d{{1,4}})(?:[-/]|\. ?| )(\d{{1,2}})(?:[-/]|\. ?| )(\d{{4}}|\d{{2}})\.?{_TIME}")
_WRITTEN = re.compile(rf"(?=.*[^\W\d_]{{3}})(?=.*\d)(.+?){_TIME}")
_WEEKDAY = re.compile(r"\A[^\W\d_]{2,10}\.?,?\s+(?=\w)")

_BLANKS = "\u00a0\u202f\u2009 '’"
"""What stands between thousands besides the other sign: blanks of all widths, and the Swiss apostrophe."""
_SPACED = str.maketrans(dict.fromkeys(_BLANKS, " "))
_UNIT = r"[^\d\s.,+\-−–():]{1,12}"
_MONEY = r"(?:[$€£¥~]|(?:kr|dkk|sek|nok|eur|usd|gbp|chf|ca)\b\.?)"
"""What may stand before a number and is passed over; behind it that may be any unit."""
_NUMBERS = {
    decimal: re.compile(
        rf"(?:{_MONEY}\s*)?([+\-−–]?)\s*(?:{_MONEY}\s*)?"
        rf"(\d{{1,3}}(?:(?P<group>[ {re.escape(other)}])\d{{3}})(?:(?P=group)\d{{3}})*|\d+)?"
        rf"(?:{re.escape(decimal)}(\d+))?(?:[eE]([+-]?\d{{1,2}}))?(?:\s*{_UNIT}\.?)?(\s*-)?",
        re.IGNORECASE,
    )
    for decimal, other in ((".", ","), (",", "."))
}
_CLOCK = re.compile(r"(-?)(\d{1,4}):([0-5]\d)(?::([0-5]\d))?")
_MILLIONTH = Decimal("0.000001")
YES = frozenset(("x", "✓", "✔", "true", "yes", "y", "done", "sand", "sant", "ja", "j", "klart", "gjort"))
NO = frozenset(("false", "no", "n", "falsk", "falskt", "nej"))


class CellError(Exception):
    """A cell that is not what its column holds; `code` is one of `Rejected`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Number(NamedTuple):
    """A number out of a cell, and whether it had more digits than are kept, or was written as a span of time."""

    value: Decimal
    rounded: bool = False
    clock: bool = False


def numbers_of(cell: str) -> tuple[str, str, str] | None:
    """The three figures of a day written without a year in front: "3/4/2026" is ("3", "4", "2026")."""
    found = _PARTS.fullmatch(_WEEKDAY.sub("", cell.strip()[:LONGEST]))
    return None if found is None else (found[1], found[2], found[3])


def has_month(cell: str, order: str) -> bool:
    """Whether three figures can be meant in this order, even where there is no such day: 31/2/2026 can as "dmy"."""
    figures = numbers_of(cell)
    if figures is None:
        return False
    at = {part: figures[place] for place, part in enumerate(order)}
    return len(at["y"]) in (2, 4) and len(at["d"]) <= 2 and 1 <= int(at["m"]) <= 12 and 1 <= int(at["d"]) <= 31


def is_year_first(cell: str) -> bool:
    """Whether a day is written with its year of four digits in front, so that its order is no question."""
    return _YEAR_FIRST.fullmatch(cell.strip()[:LONGEST]) is not None


def day(cell: str, order: str, lang: str, today: date) -> date:
    """The day that a cell holds, its figures in `order`; a time of day behind it is left out.

    Raises CellError not_a_date, no_such_day, too_early.
    """
    text = cell.strip()
    if len(text) > LONGEST:
        raise CellError("not_a_date")
    year_first = _YEAR_FIRST.fullmatch(text)
    if year_first is not None:
        return _civil(int(year_first[1]), int(year_first[3]), int(year_first[4]))
    figures = numbers_of(text)
    if figures is not None:
        return _in_order(figures, order)
    return _written(text, lang, today)


def _in_order(figures: tuple[str, str, str], order: str) -> date:
    at = {part: figures[place] for place, part in enumerate(order)}
    if len(at["y"]) not in (2, 4) or len(at["d"]) > 2 or len(at["m"]) > 2:
        raise CellError("not_a_date")
    year = int(at["y"])
    if len(at["y"]) == 2:
        year = _of_two(year)
    return _civil(year, int(at["m"]), int(at["d"]))


def _written(text: str, lang: str, today: date) -> date:
    """A day whose month is a word, in any of the languages, with its year."""
    found = _WRITTEN.fullmatch(text)
    if found is None or not re.search(r"\d{4}|\d\D+\d{2}$", found[1]):
        raise CellError("not_a_date")
    said = re.sub(r"(?<=[^\W\d_])[-/.](?=\d)|(?<=\d)[-/](?=[^\W\d_])", " ", found[1])
    said = re.sub(r"(?<=[^\W\d_][ ,])(\d\d)$", lambda short: str(_of_two(int(short[1]))), said)
    for words in dict.fromkeys((said, _WEEKDAY.sub("", said))):
        for language in dict.fromkeys((lang, "en", "da", "sv")):
            with suppress(ReadingError):
                reading = read_date(words, language, today, past=True)
                if reading.kind == "absolute" and reading.start is None and not reading.alternatives:
                    return reading.date
    raise CellError("not_a_date")


def _of_two(year: int) -> int:
    """The year that two figures stand for."""
    return year + (1900 if year >= _CENTURY else 2000)


def _civil(year: int, month: int, number: int) -> date:
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        raise CellError("no_such_day")
    try:
        found = date(year, month, number)
    except ValueError:
        raise CellError("no_such_day") from None
    if year < EARLIEST:
        raise CellError("too_early")
    return found


def number(cell: str, decimal: str) -> Number:
    """The number that a cell holds, with `decimal` as its decimal sign; units and currencies round it are passed over.

    A word for yes is 1, one for no is 0, and "1:30" is one and a half (hours). More than six decimals are rounded.
    Raises CellError not_a_number, number.too_large.
    """
    text = cell.strip().translate(_SPACED)
    if text.casefold() in YES:
        return Number(Decimal(1))
    if text.casefold() in NO:
        return Number(Decimal(0))
    if not text or len(text) > LONGEST or not any(sign.isdecimal() for sign in text):
        raise CellError("not_a_number")
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        seconds = int(clock[2]) * 3600 + int(clock[3]) * 60 + int(clock[4] or 0)
        return _kept(Decimal(-seconds if clock[1] else seconds) / 3600)._replace(rounded=False, clock=True)
    negative = text[:1] == "(" and text[-1:] == ")"
    found = _NUMBERS[decimal].fullmatch(text[1:-1].strip() if negative else text)
    if found is None or not (found[2] or found[4]):
        raise CellError("not_a_number")
    digits = re.sub(r"\D", "", found[2] or "0")
    value = Decimal(f"{digits}.{found[4]}" if found[4] else digits).scaleb(int(found[5] or 0))
    below = negative or found[1] in ("-", "−", "–") or bool(found[6])
    return _kept(-value if below else value)


def _kept(value: Decimal) -> Number:
    if abs(value) >= LIMIT:
        raise CellError("number.too_large")
    short = value.quantize(_MILLIONTH, ROUND_HALF_EVEN)
    if abs(short) >= LIMIT:
        raise CellError("number.too_large")
    return Number(plain(short), rounded=short != value)


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number with this decimal sign."""
    try:
        number(cell, decimal)
    except CellError:
        return False
    return True


def readings(cell: str) -> Mapping[str, Decimal]:
    """What a cell is with each decimal sign it can be read with."""
    found = {}
    for decimal in DECIMALS:
        with suppress(CellError):
            found[decimal] = number(cell, decimal).value
    return found
