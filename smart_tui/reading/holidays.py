"""Days of the year that have a name, by the rule they follow."""

from datetime import date

from smart_tui.domain.calendar import add_days

_WEEK = 7


def holiday_on(rule: str, year: int) -> date:
    """The day a holiday falls on in a year.

    The rule is "12-24", a fixed month and day; "4 06-19", the first such weekday (0 is Monday) on or after a day; or
    "easter 49", so many days from Easter Sunday. Raises ValueError where the year has no such day.
    """
    kind, _, rest = rule.rpartition(" ")
    if kind == "easter":
        return add_days(easter(year), int(rest))
    month, _, day = rest.partition("-")
    first = date(year, int(month), int(day))
    return add_days(first, (int(kind) - first.weekday()) % _WEEK) if kind else first


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous algorithm, Nature 13, 1876)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
