"""What the meanings of date phrases share: when they are read, the days they give, and dates without a year."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import days_in_month
from smart_tui.reading.errors import ReadingError

MONTHS = 12
RELATIVE_YEARS = 100
"""A smaller "year" is counted from this one, which is 1."""
_LEAP_CYCLE = 9
"""Years to look ahead for a 29 February."""


class Occasion(NamedTuple):
    """What the meaning of a phrase depends on."""

    today: date
    first_weekday: int = 0
    past: bool = False
    """Dates without a year, and weekdays, are the last ones instead of the next ones."""
    prefix: str = ""
    """How the words before it read: "by", "within", "in", "on", "from" or none."""


class Days(NamedTuple):
    """The date a phrase means, what else it could mean, and the first day of a range."""

    day: date
    others: tuple[date, ...] = ()
    start: date | None = None
    relative: bool = False


Slots = Mapping[str, object]
MeaningOf = Callable[[Slots, Occasion], Days]


def number(slots: Slots, name: str) -> int:
    """The whole number a slot holds; 0 if it holds none."""
    value = slots.get(name)
    return value if isinstance(value, int) else 0


def year_of(slots: Slots, occasion: Occasion) -> int:
    """The year that is written, also as "next year"; 0 if there is none."""
    year = number(slots, "year") or number(slots, "yyyy") or number(slots, "bareyear")
    return occasion.today.year + year - 1 if 0 < year < RELATIVE_YEARS else year


def dated(day: int, month: int, year: int, occasion: Occasion) -> Days:
    """A day of a month; without a year (0) the next to come, today included, or toward the past the last.

    Raises `ReadingError` date.impossible, and ValueError for a year that does not have it.
    """
    if year:
        return Days(date(year, month, day))
    step = -1 if occasion.past else 1
    if not (1 <= month <= MONTHS and 1 <= day <= days_in_month(2000, month)):
        raise ReadingError("date.impossible")
    for offset in range(_LEAP_CYCLE):
        candidate_year = occasion.today.year + offset * step
        if day <= days_in_month(candidate_year, month):
            candidate = date(candidate_year, month, day)
            if (candidate <= occasion.today) if occasion.past else (candidate >= occasion.today):
                return Days(candidate)
    raise ReadingError("date.impossible")
