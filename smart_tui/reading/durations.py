"""Durations and periods: "6 weeks", "half a year", "a week", "pr. uge", "i veckan"."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from smart_tui.domain.calendar import add_months
from smart_tui.domain.goal import Period
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.figures import figure_at
from smart_tui.reading.phrases import Token, known_phrases, normal, tokens
from smart_tui.reading.words import date_words, number_words

_DAYS = {Period.DAY: 1, Period.WEEK: 7}
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
_MOST = 20_000
_LONGEST = 120
_RANGE = 6
_DASHES = ("-", "–", "—")


class Duration(NamedTuple):
    """A length of calendar time."""

    amount: int
    unit: Period


def add(day: date, duration: Duration) -> date:
    """`day` that much later (earlier if the amount is negative); a missing day becomes its month's last.

    Raises `ReadingError` date.out_of_range beyond the calendar.
    """
    try:
        if duration.unit in _DAYS:
            return date.fromordinal(day.toordinal() + duration.amount * _DAYS[duration.unit])
        return add_months(day, duration.amount * _MONTHS[duration.unit])
    except (ValueError, OverflowError):
        raise ReadingError("date.out_of_range", {"text": str(duration.amount)}) from None


def read_duration(text: str, lang: str) -> Duration:
    """The duration that the whole text is; raises `ReadingError` with a duration.* code."""
    written = normal(text).strip()
    if not written:
        raise ReadingError("duration.empty")
    toks = tokens(written[:_LONGEST])
    found = span_at(toks, 0, lang)
    if len(written) > _LONGEST or found is None or found[1] != len(toks):
        raise ReadingError("duration.unreadable", {"text": shown(written)})
    return found[0]


def span_at(toks: Sequence[Token], at: int, lang: str) -> tuple[Duration, int] | None:
    """The duration that begins at token `at`, and the index of the token after it."""
    phrase = _phrase_at(toks, at, lang)
    if phrase is not None:
        return phrase
    number = figure_at(toks, at, number_words(lang), articles=True)
    if number is None:
        return None
    end = number.end
    while end < len(toks) and toks[end].text in date_words(lang).fillers:
        end += 1
    if end < len(toks) and toks[end].text == "-":
        end += 1
    unit = unit_at(toks, end, lang)
    if unit is None:
        return None
    amount, period = number.value, unit[0]
    if amount != amount.to_integral_value():
        finer = {Period.YEAR: (12, Period.MONTH), Period.QUARTER: (3, Period.MONTH), Period.WEEK: (7, Period.DAY)}
        factor, period = finer.get(period, (0, period))
        amount = (amount * factor).to_integral_value()
    return (Duration(int(amount), period), unit[1]) if 0 < amount <= _MOST else None


def later_span_at(toks: Sequence[Token], at: int, lang: str) -> tuple[Duration, int] | None:
    """The longer of the two durations of "12-18 months", and the index of the token after it."""
    low, _, high = toks[at].text.partition("-")
    if low.isdecimal() and high.isdecimal():
        whole = Token("num", high, toks[at].end - len(high), toks[at].end, 0)
        found = span_at([whole, *toks[at + 1 : at + _RANGE]], 0, lang)
        return None if found is None else (found[0], at + found[1])
    dashed = at + 2 < len(toks) and toks[at].kind == "num" and toks[at + 1].text in _DASHES
    return span_at(toks, at + 2, lang) if dashed else None


def unit_at(toks: Sequence[Token], at: int, lang: str) -> tuple[Period, int] | None:
    """The unit of calendar time at token `at`, with the dot of a short form."""
    if at >= len(toks):
        return None
    unit = date_words(lang).units.get(toks[at].text)
    return None if unit is None else (Period(unit), after_dot(toks, at))


def after_dot(toks: Sequence[Token], at: int) -> int:
    """The index after token `at` and after the dot that belongs to it, if it can be a short form followed by more."""
    dotted = at + 2 < len(toks) and toks[at + 1].text == "." and not toks[at + 1].space and len(toks[at].text) <= 4
    return at + 2 if dotted else at + 1


def _phrase_at(toks: Sequence[Token], at: int, lang: str) -> tuple[Duration, int] | None:
    found = _phrases(lang)(toks, at) if at < len(toks) else None
    return None if found is None else (Duration(found[0][0], Period(found[0][1])), found[1])


@cache
def _phrases(lang: str) -> Callable[[Sequence[Token], int], tuple[tuple[int, str], int] | None]:
    return known_phrases(date_words(lang).durations)
