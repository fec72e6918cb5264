"""How often, as people write it: "a week", "weekly", "every other Friday", "pr. uge", "i veckan"."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smart_tui.domain.goal import Period
from smart_tui.reading.datewords import date_grammar
from smart_tui.reading.durations import Duration
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.phrases import Match, Token, normal, tokens, without_final_dot
from smart_tui.reading.words import date_words, weekday_words

_LONGEST = 120
_WHOLE = {
    Duration(7, Period.DAY): Period.WEEK,
    Duration(3, Period.MONTH): Period.QUARTER,
    Duration(12, Period.MONTH): Period.YEAR,
    Duration(4, Period.QUARTER): Period.YEAR,
}
"""Spans that are one of another period."""


_WORKDAYS = 5


class FoundPeriod(NamedTuple):
    """A cadence in a sentence."""

    period: Period
    start: int
    end: int
    weekdays: tuple[int, ...] = ()
    """Named weekdays, 0 is Monday; of "every weekday" the five of them."""
    adjective: bool = False
    """A word like "weekly", which before a noun only describes it."""
    regular: bool = True
    """Whether it is once each `period`; "every other week" and "each term" are not, and are only near to theirs."""


def read_period(text: str, lang: str) -> Period:
    """The period that the whole text is: "a week", "weekly", "week", "pr. uge", "i veckan".

    Raises `ReadingError` with a period.* code.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("period.empty")
    toks = without_final_dot(tokens(written[:_LONGEST]))
    if len(written) <= _LONGEST and toks:
        grammar, units = date_grammar(lang), date_words(lang).units
        for found in grammar.periods.every(toks, 0, grammar.slots):
            period, regular = _period_of(found.meaning, found.slots)
            if found.end == len(toks) and regular:
                return period
        if len(toks) == 1 and toks[0].text in (names := {**units, **grammar.cadences}):
            period, regular = _period_of(names[toks[0].text], {})
            if regular:
                return period
    raise ReadingError("period.unreadable", {"text": shown(written)})


def periods_in(toks: Sequence[Token], lang: str) -> tuple[FoundPeriod, ...]:
    """The cadences in a sentence, in order, none overlapping."""
    grammar = date_grammar(lang)
    found: list[FoundPeriod] = []
    at = 0
    while at < len(toks):
        match = grammar.periods.longest(toks, at, grammar.slots)
        if match is not None:
            cadence = _found(match, toks[at].start, toks[match.end - 1].end)
            said = " ".join(tok.text for tok in toks[at : match.end])
            found.append(cadence._replace(weekdays=cadence.weekdays or _workdays(cadence, said, lang)))
            at = match.end
            continue
        if toks[at].text in grammar.cadences:
            period, regular = _period_of(grammar.cadences[toks[at].text], {})
            found.append(FoundPeriod(period, toks[at].start, toks[at].end, adjective=True, regular=regular))
        at += 1
    return tuple(found)


def _found(match: Match, start: int, end: int) -> FoundPeriod:
    period, regular = _period_of(match.meaning, match.slots)
    return FoundPeriod(period, start, end, _weekdays(match.slots), regular=regular)


def _workdays(cadence: FoundPeriod, said: str, lang: str) -> tuple[int, ...]:
    """Monday to Friday for "every weekday"."""
    named = weekday_words(lang).groups.get("workdays", ())
    daily = cadence.period is Period.DAY and any(f" {name} " in f" {said} " for name in named)
    return tuple(range(_WORKDAYS)) if daily else ()


def _period_of(meaning: str, slots: Mapping[str, object]) -> tuple[Period, bool]:
    """The period of a cadence, and whether it is once in each of them; else the period near to it."""
    if meaning in Period.__members__.values():
        return Period(meaning), True
    unit, span, number = slots.get("unit"), slots.get("span"), slots.get("day")
    if meaning == "every nth" and isinstance(unit, Period) and isinstance(number, int):
        span = Duration(number, unit)
    if not isinstance(span, Duration):
        return (unit if isinstance(unit, Period) else Period.WEEK), False
    if span.amount == 1:
        return span.unit, True
    return (_WHOLE[span], True) if span in _WHOLE else (span.unit, False)


def _weekdays(slots: Mapping[str, object]) -> tuple[int, ...]:
    named = slots.get("weekdays")
    if isinstance(named, tuple):
        return tuple(day for day in named if isinstance(day, int))
    single = slots.get("weekday")
    return (single,) if isinstance(single, int) else ()
