"""Beeminder's typed datapoints: a day ("15", "1 15", "2026 1 15", "^" for today), a value, and a comment in quotes."""

import re
from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import add_days
from smart_tui.interop.trackers.gathering import NotTaken, civil_day

_DAY = r"(?:(?:(\d{4})\s+)?(\d{1,2})\s+)?(\d{1,2})|(\^{1,31})"
_NUMBER = r"[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})"
_TIME = r"[+-]?(?:\d{0,6}:[0-5]\d(?::[0-5]\d)?|0{0,2}:\d\d)"
_QUOTE = '["\u201c\u201d]'
_LINE = re.compile(
    rf"\s*(?:{_DAY})\s+(?:(?P<number>{_NUMBER})|(?P<time>{_TIME}))(?:\s+{_QUOTE}(?P<comment>.*){_QUOTE})?\s*\Z",
    re.ASCII,
)
_MOST_MONTHS = 12


def is_typed(text: str) -> bool:
    """Whether all of the first lines of a text are such datapoints, one of them at least beyond doubt."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    sure = any("^" in line or '"' in line or "\u201c" in line for line in lines)
    return sure and all(map(_LINE.match, lines))


def typed_line(text: str, today: date) -> tuple[date, Decimal, str]:
    """Day, value and comment of a line; times are in hours. A day without its year or month is the latest such one.

    Raises NotTaken: not_understood, no_such_day, too_early.
    """
    match = _LINE.match(text)
    if not match:
        raise NotTaken("not_understood")
    year, month, day, carets = match.group(1, 2, 3, 4)
    on = add_days(today, 1 - len(carets)) if carets else _latest(year, month, int(day), today)
    value = Decimal(match["number"]) if match["number"] else _hours(match["time"])
    return on, value, match["comment"] or ""


def _latest(year: str | None, month: str | None, day: int, today: date) -> date:
    if year:
        return civil_day(int(year), int(month or 0), day)
    at = today
    for back in range(_MOST_MONTHS if month is None else 8):
        if month is None:
            last = at.year * 12 + at.month - 1 - back
            tried = last // 12, last % 12 + 1
        else:
            tried = at.year - back, int(month)
        try:
            found = civil_day(*tried, day)
        except NotTaken:
            continue
        if found <= today:
            return found
    raise NotTaken("no_such_day")


def _hours(text: str) -> Decimal:
    parts = [int(part or 0) for part in text.lstrip("+-").split(":")]
    seconds = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)
    hours = (Decimal(seconds) / 3600).quantize(Decimal("0.000001"))
    return -hours if text.startswith("-") else hours
