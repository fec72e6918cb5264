"""So much a period: "2 books a week", "2 bøger om ugen", "-0.5 kg a month"."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Period
from smart_tui.reading.dates import periods_in
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.goals import read_goal
from smart_tui.reading.numbers import read_number
from smart_tui.reading.phrases import normal, tokens

_LONGEST = 120
_ANY_DAY = date(2000, 1, 1)
_MINUS = ("-", "−")
_FEW = 3
"""Words that may stand behind the number, as its unit, and are no sentence."""


class RateReading(NamedTuple):
    """An amount, signed as it was written, and its period; `unit` as far as one was written."""

    amount: Decimal
    period: Period
    unit: str = ""
    signed: bool = False


def read_rate(text: str, lang: str, *, time: str | None = None) -> RateReading:
    """The rate that the whole text is; `time` as in `read_number`.

    Raises `ReadingError` rate.empty, rate.unreadable, or number.* where the number has two readings.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("rate.empty")
    found = None if len(written) > _LONGEST else _rate(written, lang, time)
    if found is None or not found.amount:
        raise ReadingError("rate.unreadable", {"text": shown(written)})
    return found


def _rate(written: str, lang: str, time: str | None) -> RateReading | None:
    signed = written[:1] in ("+", *_MINUS)
    sign = -1 if written[:1] in _MINUS else 1
    body = written[1:].lstrip() if signed else written
    cadences = periods_in(tokens(body), lang)
    if len(cadences) != 1 or body[cadences[0].end :].strip(" ."):
        return None
    period, head = cadences[0].period, body[: cadences[0].start].strip()
    if not head[:1].isalnum():
        return None
    try:
        number = read_number(head, lang, time=time)
        if number.ambiguous:
            return None
        return RateReading(sign * number.value, period, number.unit or ("%" if number.percent else ""), signed)
    except ReadingError:
        pass
    reading = read_goal(body, lang, _ANY_DAY)
    value = reading.target
    unread = reading.title.casefold() not in ("", reading.unit.casefold()) or reading.deadline is not None
    if value is None or unread or reading.ambiguous or len(reading.unit.split()) > _FEW:
        return None
    return RateReading(sign * abs(value), period, reading.unit, signed)
