"""Dates as people type them -> civil dates, for fields (the whole text) and for sentences (where they stand)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.reading.cadences import FoundPeriod, periods_in, read_period
from smart_tui.reading.datemeanings import Days, Occasion, days_of
from smart_tui.reading.dateplaces import holds, is_bare_year, only_describes
from smart_tui.reading.datewords import DateGrammar, date_grammar
from smart_tui.reading.durations import Duration, add, read_duration, span_at
from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.phrases import Match, Token, normal, tokens, without_final_dot
from smart_tui.reading.words import DateWords, date_words

_LONGEST = 120
GONE = ("ago", "yesterday", "day before yesterday", "last unit", "last weekday")
"""The meanings of days that have gone by."""
BEFORE = "before"
"""How the words in front of a date read that is to be kept from: before October ends with September."""
_FIRST_YEAR = 1900
"""A goal's dates are of a person's life; "0026" is a slip."""
_SHORT = 3
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
    kept_from: Day | None = None
    """The last day of a range that is to be kept from: of "before October" its 31st."""


class FoundDate(NamedTuple):
    """A date in a sentence, with its preposition; places refer to the text in normal form."""

    reading: DateReading
    start: int
    end: int
    prefix: str
    """"by", "before", "within", "in", "on", "from", "ahead" or none: how the words in front of it read."""


def read_date(text: str, lang: str, today: date, *, first_weekday: int = 0, past: bool = False) -> DateReading:
    """The date that the whole text is. `past`: what has no year or is a weekday is the last one, not the next.

    Raises `ReadingError` with a date.* code.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("date.empty")
    toks = without_final_dot(tokens(written[:_LONGEST]))
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
        if match.meaning == "nth":
            continue  # "2. 3" says too little of a day
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
    grammar, words = date_grammar(lang), date_words(lang)
    found: list[FoundDate] = []
    at = 0
    while at < len(toks):
        best = _longest(toks, at, written, grammar, occasion, lang)
        if best is None:
            at += 1
            continue
        best = _to_the_other_end(best, toks, grammar, occasion, words)
        end = best.end
        while toks[end - 1].text == ",":
            end -= 1
        first, last = toks[at].start, toks[end - 1].end
        role = _role(best, toks, occasion.today, words)
        found.append(FoundDate(_reading(best.days, written[first:last]), first, last, role))
        at = end
    return tuple(found)


def _whole(toks: Sequence[Token], grammar: DateGrammar, occasion: Occasion, lang: str) -> Days | None:
    """The best reading that uses every token; `ReadingError` if the only ones are impossible."""
    problem: ReadingError | None = None
    for match, prefix, _ in _candidates(toks, 0, grammar, bare=True):
        if match.end == len(toks):
            try:
                days = days_of(match.meaning, match.slots, occasion._replace(prefix=_plain(prefix)))
                return _until(days, occasion.today) if prefix == BEFORE else days
            except ReadingError as error:
                problem = error
    span = span_at(toks, 0, lang)
    if span is not None and span[1] == len(toks):
        return Days(add(occasion.today, span[0]), relative=True)
    if problem is not None:
        raise problem
    return None


class _Read(NamedTuple):
    """A date at a place in a sentence; `end` is the token after it."""

    days: Days
    end: int
    prefix: str
    meaning: str


def _longest(
    toks: Sequence[Token], at: int, written: str, grammar: DateGrammar, occasion: Occasion, lang: str
) -> _Read | None:
    best: _Read | None = None
    found = _candidates(toks, at, grammar, bare=False)
    if is_bare_year(toks, at, written, lang, occasion.today):
        found += [(match, "in", False) for match in grammar.weak.every(toks, at, grammar.slots) if match.end == at + 1]
    for match, prefix, weak in found:
        if best is not None and match.end <= best.end:
            continue
        plain = _plain(prefix)
        if not weak and only_describes(match, plain, toks, lang):
            continue
        if weak and not holds(plain, match, toks, at, lang, occasion.today):
            continue
        try:
            days = days_of(match.meaning, match.slots, occasion._replace(prefix=plain))
        except ReadingError:
            continue
        best = _Read(days, match.end, prefix or match.meaning, match.meaning)
    return best


def _plain(prefix: str) -> str:
    return "by" if prefix == BEFORE else prefix


def _until(days: Days, today: Day) -> Days:
    """The days of a stretch that is to be kept from: its first one, as far as that is to come.

    Of a weekend it makes no difference that is worth a question.
    """
    first = days.start
    if first is None or first <= today or (days.day - first).days < _SHORT:
        return days
    return Days(first, tuple(day for day in (days.day, *days.others) if day != first), relative=days.relative)


def before(found: FoundDate, today: Day) -> FoundDate:
    """A date behind "before" that stands for a stretch of days, as the first of them: "before October"."""
    reading = found.reading
    days = _until(Days(reading.date, reading.alternatives, reading.start), today)
    kept_from = reading.date if days.day != reading.date else None
    return found._replace(
        reading=reading._replace(date=days.day, alternatives=days.others, start=None, kept_from=kept_from)
    )


def _to_the_other_end(
    read: _Read, toks: Sequence[Token], grammar: DateGrammar, occasion: Occasion, words: DateWords
) -> _Read:
    """The whole of "from 2 March to 31 May", whose last day is the date; else the date as it was."""
    if read.prefix != "from" or read.end + 1 >= len(toks) or toks[read.end].text not in words.until:
        return read
    best: _Read | None = None
    for match, _, _ in _candidates(toks, read.end + 1, grammar, bare=True):
        if best is None or match.end > best.end:
            try:
                days = days_of(match.meaning, match.slots, occasion)
            except ReadingError:
                continue
            if days.day > read.days.day:
                start = read.days.start or read.days.day
                best = _Read(days._replace(start=start), match.end, "within", match.meaning)
    return best or read


def _role(read: _Read, toks: Sequence[Token], today: Day, words: DateWords) -> str:
    """How the words around a date read: its preposition, unless they say that it only describes something."""
    if read.meaning in ("months", "days month") and read.prefix == "from":
        return "within"
    behind = read.end + 1 if read.end < len(toks) and toks[read.end].text == "-" else read.end
    if read.meaning == "year" and behind < len(toks) and toks[behind].text in words.others:
        return "compare"
    if read.meaning in GONE:
        return read.meaning
    if read.prefix == "toward":
        return "by" if read.days.day >= today else "compare"
    return read.prefix


def _candidates(toks: Sequence[Token], at: int, grammar: DateGrammar, *, bare: bool) -> list[tuple[Match, str, bool]]:
    """All dates that begin at a token, alone and behind a preposition; and whether they are weak ones.

    `bare`: weak ones alone too.
    """
    slots = grammar.slots
    found = [(match, "", False) for match in grammar.points.every(toks, at, slots)]
    found += [(match, "ahead", False) for match in grammar.offsets.every(toks, at, slots)]
    if bare:
        found += [(match, "", True) for match in grammar.weak.every(toks, at, slots)]
    for prefix in grammar.prefixes.every(toks, at, slots):
        if prefix.end < len(toks):
            found += [(match, prefix.meaning, False) for match in grammar.points.every(toks, prefix.end, slots)]
            found += [(match, prefix.meaning, True) for match in grammar.weak.every(toks, prefix.end, slots)]
    return found


def _reading(days: Days, text: str) -> DateReading:
    return DateReading(days.day, text, days.others, "relative" if days.relative else "absolute", days.start)


__all__ = [
    "BEFORE",
    "DateReading",
    "Duration",
    "FoundDate",
    "FoundPeriod",
    "add",
    "before",
    "date_in_front",
    "dates_in",
    "find_dates",
    "periods_in",
    "read_date",
    "read_duration",
    "read_period",
]
