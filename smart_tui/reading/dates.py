"""Dates as people type them -> civil dates, for fields (the whole text) and for sentences (where they stand)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import Period
from smart_tui.reading.datemeanings import Days, Occasion, days_of
from smart_tui.reading.datewords import DateGrammar, Written, date_grammar
from smart_tui.reading.durations import Duration, add, read_duration, span_at
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.phrases import Match, Token, normal, tokens
from smart_tui.reading.words import date_words

_LONGEST = 120
_FIRST_YEAR = 1900
"""A goal's dates are of a person's life; "0026" is a slip."""
Day = date


class DateReading(NamedTuple):
    """A date that was read."""

    date: Day
    """For a range (a month, a quarter) its last day."""
    text: str
    """What was read, as typed."""
    alternatives: tuple[Day, ...] = ()
    """What else it could mean."""
    kind: str = "absolute"
    """"absolute", or "relative" when it hangs on today."""
    start: Day | None = None
    """The first day of a range."""


class FoundDate(NamedTuple):
    """A date in a sentence, with its preposition; places refer to the text in normal form."""

    reading: DateReading
    start: int
    end: int
    prefix: str
    """"by", "within", "in", "on", "from", "ahead" or none: how the words in front of it read."""


class FoundPeriod(NamedTuple):
    """A cadence in a sentence."""

    period: Period
    start: int
    end: int
    weekdays: tuple[int, ...] = ()
    """Named weekdays, 0 is Monday."""
    adjective: bool = False
    """A word like "weekly", which before a noun only describes it."""
    regular: bool = True
    """Whether it is once each `period`; "every other week" and "each term" are not, and are only near to theirs."""


def read_date(text: str, lang: str, today: date, *, first_weekday: int = 0, past: bool = False) -> DateReading:
    """The date that the whole text is. `past`: what has no year or is a weekday is the last one, not the next.

    Raises `ReadingError` with a date.* code.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("date.empty")
    toks = _without_final_dot(tokens(written[:_LONGEST]))
    if len(written) <= _LONGEST and toks:
        grammar = date_grammar(lang)
        occasion = Occasion(today, first_weekday, past)
        try:
            days = _whole(toks, grammar, occasion, lang)
        except ReadingError as error:
            raise ReadingError(error.code, {"text": shown(written)}) from None
        if days is not None:
            reading = _reading(days, written)
            if (reading.start or reading.date).year < _FIRST_YEAR:
                raise ReadingError("date.out_of_range", {"text": shown(written)})
            return reading
    raise ReadingError("date.unreadable", {"text": shown(written)})


def date_in_front(
    toks: Sequence[Token], lang: str, today: date, *, first_weekday: int = 0
) -> tuple[DateReading, int] | None:
    """The longest single day, read toward the past, that the tokens begin with, and the index after it.

    One that leaves something behind it comes first: "12/8 2026" is 2026 of something on 12 August.

    Raises `ReadingError` date.impossible if it is none that exists, date.out_of_range if it is too long ago.
    """
    grammar, occasion = date_grammar(lang), Occasion(today, first_weekday, True)
    found = [*grammar.points.every(toks, 0, grammar.slots), *grammar.weak.every(toks, 0, grammar.slots)]
    for match in sorted(found, key=lambda match: (match.end == len(toks), -match.end)):
        days = days_of(match.meaning, match.slots, occasion)
        if days.start is None:
            reading = _reading(days, "")
            if reading.date.year < _FIRST_YEAR:
                raise ReadingError("date.out_of_range")
            return reading, match.end
    return None


def find_dates(text: str, lang: str, today: date, *, first_weekday: int = 0) -> tuple[FoundDate, ...]:
    """The dates in a sentence, in order, none overlapping; impossible ones are left out."""
    written = normal(text)
    return dates_in(tokens(written), written, lang, Occasion(today, first_weekday))


def dates_in(toks: Sequence[Token], written: str, lang: str, occasion: Occasion) -> tuple[FoundDate, ...]:
    """`find_dates` for a text already taken apart."""
    grammar = date_grammar(lang)
    found: list[FoundDate] = []
    at = 0
    while at < len(toks):
        best = _longest(toks, at, grammar, occasion)
        if best is None:
            at += 1
            continue
        days, end, prefix = best
        while toks[end - 1].text == ",":
            end -= 1
        first, last = toks[at].start, toks[end - 1].end
        found.append(FoundDate(_reading(days, written[first:last]), first, last, prefix))
        at = end
    return tuple(found)


def read_period(text: str, lang: str) -> Period:
    """The period that the whole text is: "a week", "weekly", "week", "pr. uge", "i veckan".

    Raises `ReadingError` with a period.* code.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("period.empty")
    toks = _without_final_dot(tokens(written[:_LONGEST]))
    if len(written) <= _LONGEST and toks:
        grammar, units = date_grammar(lang), date_words(lang).units
        for found in grammar.periods.every(toks, 0, grammar.slots):
            if found.end == len(toks):
                return Period(found.meaning)
        if len(toks) == 1 and toks[0].text in (names := {**units, **grammar.cadences}):
            return Period(names[toks[0].text])
    raise ReadingError("period.unreadable", {"text": shown(written)})


def periods_in(toks: Sequence[Token], lang: str) -> tuple[FoundPeriod, ...]:
    """The cadences in a sentence, in order, none overlapping."""
    grammar = date_grammar(lang)
    found: list[FoundPeriod] = []
    at = 0
    while at < len(toks):
        match = grammar.periods.longest(toks, at, grammar.slots)
        if match is not None:
            days = _weekdays(match.slots)
            found.append(FoundPeriod(Period(match.meaning), toks[at].start, toks[match.end - 1].end, days))
            at = match.end
            continue
        if toks[at].text in grammar.cadences:
            period = Period(grammar.cadences[toks[at].text])
            found.append(FoundPeriod(period, toks[at].start, toks[at].end, adjective=True))
        at += 1
    return tuple(found)


def _weekdays(slots: Mapping[str, object]) -> tuple[int, ...]:
    named = slots.get("weekdays")
    if isinstance(named, tuple):
        return tuple(day for day in named if isinstance(day, int))
    single = slots.get("weekday")
    return (single,) if isinstance(single, int) else ()


def _whole(toks: Sequence[Token], grammar: DateGrammar, occasion: Occasion, lang: str) -> Days | None:
    """The best reading that uses every token; `ReadingError` if the only ones are impossible."""
    problem: ReadingError | None = None
    for match, prefix in _candidates(toks, 0, grammar, bare=True):
        if match.end == len(toks):
            try:
                return days_of(match.meaning, match.slots, occasion._replace(prefix=prefix))
            except ReadingError as error:
                problem = error
    span = span_at(toks, 0, lang)
    if span is not None and span[1] == len(toks):
        return Days(add(occasion.today, span[0]), relative=True)
    if problem is not None:
        raise problem
    return None


def _longest(toks: Sequence[Token], at: int, grammar: DateGrammar, occasion: Occasion) -> tuple[Days, int, str] | None:
    best: tuple[Days, int, str] | None = None
    for match, prefix in _candidates(toks, at, grammar, bare=False):
        if best is not None and match.end <= best[1]:
            continue
        try:
            days = days_of(match.meaning, match.slots, occasion._replace(prefix=prefix))
        except ReadingError:
            continue
        best = days, match.end, prefix or match.meaning
    return best


def _candidates(toks: Sequence[Token], at: int, grammar: DateGrammar, *, bare: bool) -> list[tuple[Match, str]]:
    """All dates that begin at a token: alone, and behind a preposition (`bare`: weak ones alone too)."""
    slots = grammar.slots
    found = [(match, "") for match in grammar.points.every(toks, at, slots)]
    found += [(match, "ahead") for match in grammar.offsets.every(toks, at, slots)]
    if bare:
        found += [(match, "") for match in grammar.weak.every(toks, at, slots)]
    for prefix in grammar.prefixes.every(toks, at, slots):
        if prefix.end < len(toks):
            for patterns in (grammar.points, grammar.weak):
                found += [
                    (match, prefix.meaning)
                    for match in patterns.every(toks, prefix.end, slots)
                    if bare or patterns is grammar.points or _holds_behind(prefix.meaning, match)
                ]
    return found


def _holds_behind(prefix: str, match: Match) -> bool:
    """Whether a weak date is one behind this preposition, in a sentence that may mean something else."""
    if match.meaning == "weekday":
        return prefix in ("by", "on", "from")
    if match.meaning == "this year":
        return prefix == "within"
    written = match.slots.get("date")
    return not (isinstance(written, Written) and written.decimal)


def _reading(days: Days, text: str) -> DateReading:
    return DateReading(days.day, text, days.others, "relative" if days.relative else "absolute", days.start)


def _without_final_dot(toks: list[Token]) -> list[Token]:
    dotted = len(toks) > 1 and toks[-1].text == "." and not toks[-1].space
    return toks[:-1] if dotted and toks[-2].kind == "word" else toks


__all__ = [
    "DateReading",
    "Duration",
    "FoundDate",
    "FoundPeriod",
    "add",
    "date_in_front",
    "dates_in",
    "find_dates",
    "periods_in",
    "read_date",
    "read_duration",
    "read_period",
]
