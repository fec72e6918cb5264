"""The small readers that fill the slots of date phrases, and the compiled phrases of each language."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from smart_tui.reading.durations import after_dot, later_span_at, span_at, unit_at
from smart_tui.reading.phrases import Match, Patterns, SlotReader, Token, compiled, known_phrases
from smart_tui.reading.words import DateWords, date_words, goal_words, number_words

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})|-(\d{4}|\d{2}))?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_CENTURY = 2000
_QUARTERS = 4
_MONTHS = 12
_WEEK = 7
_SHORT_DAY = 5
_COMPACT = 8


class Written(NamedTuple):
    """A date in figures as it stands there, not yet known to exist; year 0 is none."""

    day: int
    month: int
    year: int
    decimal: bool = False
    """Written like a decimal, 12.8: a date only where nothing but a date is expected."""


class DateGrammar(NamedTuple):
    """All the phrases of one language (and of English beside it), compiled."""

    slots: Mapping[str, SlotReader]
    prefixes: Patterns
    points: Patterns
    weak: Patterns
    offsets: Patterns
    ranges: Patterns
    periods: Patterns
    events: Patterns
    happens: Patterns
    cadences: Mapping[str, str]


@cache
def date_grammar(lang: str) -> DateGrammar:
    """The grammar of dates and periods of a language."""
    words = date_words(lang)
    slots, ranges = _slots(words, lang), compiled(words.ranges)
    slots["range"] = lambda toks, at: _range(toks, at, ranges, slots)
    return DateGrammar(
        slots=slots,
        prefixes=compiled(words.prefixes),
        points=compiled(words.points),
        weak=compiled(words.weak),
        offsets=compiled(words.offsets),
        ranges=ranges,
        periods=compiled(words.periods),
        events=compiled(words.events),
        happens=compiled(words.happens),
        cadences=words.cadences,
    )


def _slots(words: DateWords, lang: str) -> dict[str, SlotReader]:
    marks = words.ordinal_marks | {".", ":"}
    years, halves = known_phrases(words.years), known_phrases(words.halves)
    return {
        "month": lambda toks, at: _named(toks, at, words.months),
        "begin": lambda toks, at: _named(toks, at, words.months),
        "weekday": lambda toks, at: _named(toks, at, words.weekdays) or _compound(toks, at, words),
        "dayname": lambda toks, at: _alone(toks, at, words, lang),
        "lastday": lambda toks, at: _named(toks, at, words.last_weekdays),
        "season": lambda toks, at: None if _owns(toks, at, words, lang) else _named(toks, at, words.seasons),
        "genitive": lambda toks, at: _named(toks, at, words.genitives),
        "daytime": lambda toks, at: (toks[at].text, at + 1) if toks[at].text in words.daytimes else None,
        "weekdays": lambda toks, at: _weekdays(toks, at, words),
        "unit": lambda toks, at: unit_at(toks, at, lang),
        "span": lambda toks, at: span_at(toks, at, lang) or later_span_at(toks, at, lang),
        "day": lambda toks, at: _day(toks, at, words.ordinals, marks),
        "days": lambda toks, at: _days(toks, at, words, marks),
        "nth": lambda toks, at: _nth(toks, at, marks),
        "quarter": lambda toks, at: _quarter(toks, at, words, marks),
        "half": lambda toks, at: _half(toks, at) or halves(toks, at),
        "year": lambda toks, at: _yyyy(toks, at) or years(toks, at),
        "yyyy": _yyyy,
        "bareyear": lambda toks, at: _bare_year(toks, at, words, lang),
        "word": lambda toks, at: (toks[at].text, at + 1) if toks[at].kind == "word" else None,
        "week": _week,
        "holiday": known_phrases(words.holidays),
        "feast": known_phrases(words.feasts),
        "seasonal": lambda toks, at: _seasonal(toks, at, words),
        "date": _date,
        "fulldate": _full_date,
    }


def _owns(toks: Sequence[Token], at: int, words: DateWords, lang: str) -> bool:
    """Whether a word says whose the noun behind it is, and is no season: "på vår webbplats"."""
    if toks[at].text not in words.possessives or at + 1 == len(toks):
        return False
    behind = toks[at + 1]
    return behind.kind == "word" and behind.text not in goal_words(lang).stops


def _named(toks: Sequence[Token], at: int, names: Mapping[str, object]) -> tuple[object, int] | None:
    value = names.get(toks[at].text)
    return None if value is None else (value, after_dot(toks, at))


def _compound(toks: Sequence[Token], at: int, words: DateWords) -> tuple[int, int] | None:
    """A weekday with a time of day in one word: söndagskväll."""
    text = toks[at].text
    for daytime in words.daytimes:
        day = words.weekdays.get(text.removesuffix(daytime).removesuffix("s")) if text.endswith(daytime) else None
        if day is not None:
            return day, at + 1
    return None


def _alone(toks: Sequence[Token], at: int, words: DateWords, lang: str) -> tuple[int, int] | None:
    """A weekday in full that stands for itself: not "a Sunday", "Friday prayers" or "Mondays"."""
    day = words.weekdays.get(toks[at].text)
    if day is None or len(toks[at].text) <= _SHORT_DAY:
        return None
    before = toks[at - 1].text if at else ""
    behind = toks[at + 1] if at + 1 < len(toks) else None
    goes_on = (
        behind is not None and behind.kind == "word" and behind.text not in goal_words(lang).stops | words.daytimes
    )
    return None if goes_on or not before or before in words.no_day else (day, at + 1)


def _range(
    toks: Sequence[Token], at: int, ranges: Patterns, slots: Mapping[str, SlotReader]
) -> tuple[Match, int] | None:
    found = ranges.longest(toks, at, slots)
    return None if found is None else (found, found.end)


def _seasonal(toks: Sequence[Token], at: int, words: DateWords) -> tuple[str, int] | None:
    """A season that gives the noun behind it a time: a summer project."""
    season = words.seasons.get(toks[at].text)
    following = toks[at + 1].text if at + 1 < len(toks) else ""
    return (season, at + 1) if season is not None and following in words.undertakings else None


def _weekdays(toks: Sequence[Token], at: int, words: DateWords) -> tuple[tuple[int, ...], int] | None:
    """Several weekdays in a list or from one to another, or one in the plural."""
    row = _row_of_weekdays(toks, at, words)
    if row is not None:
        return row
    days: list[int] = []
    end = at
    plural = toks[at].text in words.plural_weekdays
    place = at
    while place < len(toks):
        text = toks[place].text
        day = words.plural_weekdays.get(text, words.weekdays.get(text))
        if day is None:
            break
        days.append(day)
        place = end = place + 1
        if place < len(toks) and toks[place].text in words.daytimes:
            place = end = place + 1
        while place < len(toks) and toks[place].text in words.lists:
            place += 1
    return (tuple(days), end) if len(set(days)) > 1 or (days and plural) else None


def _row_of_weekdays(toks: Sequence[Token], at: int, words: DateWords) -> tuple[tuple[int, ...], int] | None:
    """Monday to Friday; it may go over the end of the week."""
    names = {**words.weekdays, **words.plural_weekdays}
    if toks[at].text not in names or at + 2 >= len(toks) or toks[at + 1].text not in words.until - words.lists:
        return None
    first, last = names[toks[at].text], names.get(toks[at + 2].text)
    if last is None:
        return None
    return tuple((first + step) % _WEEK for step in range((last - first) % _WEEK + 1)), at + 3


def _day(toks: Sequence[Token], at: int, ordinals: Mapping[str, int], marks: frozenset[str]) -> tuple[int, int] | None:
    """A day of the month: 3, 3., 3rd, 3:e, third."""
    text = toks[at].text
    if text in ordinals:
        return ordinals[text], at + 1
    if not text.isdecimal() or len(text) > 2:
        return None
    end = at + 1
    while end < min(len(toks), at + 3) and toks[end].text in marks and not toks[end].space:
        end += 1
    return int(text), end


def _days(
    toks: Sequence[Token], at: int, words: DateWords, marks: frozenset[str]
) -> tuple[tuple[int, int], int] | None:
    """Two days of a month with what stands between them: 2-9, 2. til 9., the 2nd to the 9th."""
    low, dash, high = toks[at].text.partition("-")
    if dash and low.isdecimal() and high.isdecimal() and max(len(low), len(high)) <= 2:
        return (int(low), int(high)), at + 1
    first = _day(toks, at, words.ordinals, marks)
    if first is None or first[1] >= len(toks) or toks[first[1]].text not in words.until | words.lists:
        return None
    second = first[1] + 1
    if second < len(toks) and toks[second].text in words.articles:
        second += 1
    last = _day(toks, second, words.ordinals, marks) if second < len(toks) else None
    return None if last is None or last[0] <= first[0] else ((first[0], last[0]), last[1])


def _nth(toks: Sequence[Token], at: int, marks: frozenset[str]) -> tuple[int, int] | None:
    """A day of the month that shows by its mark that it is one: 25., 25th, 25:e."""
    found = _day(toks, at, {}, marks)
    bare = found is None or found[1] == at + 1 or toks[found[1] - 1].text == ":"
    return None if bare else found


def _half(toks: Sequence[Token], at: int) -> tuple[int, int] | None:
    """H1."""
    following = toks[at + 1] if at + 1 < len(toks) else None
    if toks[at].text == "h" and following is not None and not following.space and following.text in ("1", "2"):
        return int(following.text), at + 2
    return None


def _quarter(toks: Sequence[Token], at: int, words: DateWords, marks: frozenset[str]) -> tuple[int, int] | None:
    """Q3, 3rd quarter, tredje kvartal, kvartal 3."""
    text, following = toks[at].text, toks[at + 1].text if at + 1 < len(toks) else ""
    number: int | None = None
    end = at + 2
    if (text in words.quarter_signs and following and not toks[at + 1].space) or _is_quarter(text, words):
        number = int(following) if following.isdecimal() and len(following) == 1 else None
    else:
        day = _day(toks, at, words.ordinals, marks)
        if day is not None and day[1] < len(toks) and _is_quarter(toks[day[1]].text, words):
            number, end = day[0], day[1] + 1
    return (number, end) if number is not None and 1 <= number <= _QUARTERS else None


def _is_quarter(text: str, words: DateWords) -> bool:
    return words.units.get(text) == "quarter"


def _yyyy(toks: Sequence[Token], at: int) -> tuple[int, int] | None:
    text = toks[at].text
    if text.isdecimal() and len(text) == 4 and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return int(text), at + 1
    return None


def _bare_year(toks: Sequence[Token], at: int, words: DateWords, lang: str) -> tuple[int, int] | None:
    """A year without a preposition where it can be no name: first in front of the verb, or behind an amount."""
    if at:
        numbers, before = number_words(lang), toks[at - 1].text
        alone = before in numbers.percent or before in numbers.currencies or before in numbers.multipliers
    else:
        alone = len(toks) > 1 and toks[1].text in words.turns
    return _yyyy(toks, at) if alone else None


def _week(toks: Sequence[Token], at: int) -> tuple[int, int] | None:
    text = toks[at].text
    return (int(text), at + 1) if text.isdecimal() and len(text) <= 2 else None


def _date(toks: Sequence[Token], at: int) -> tuple[Written, int] | None:
    """A date in figures: ISO (also 20260812), 12/8, 12/8-2026, 12.8., 12-8-2026, 12.8.26; day first."""
    text = toks[at].text
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return Written(int(iso[4]), int(iso[3]), int(iso[1]) or -1), at + 1
    if len(text) == _COMPACT and text.isdecimal() and _FIRST_YEAR <= int(text[:4]) <= _LAST_YEAR:
        return Written(int(text[6:]), int(text[4:6]), int(text[:4])), at + 1
    found = _DAY_FIRST.fullmatch(text)
    behind = "" if found is None else found[4] or found[5] or ""
    if found is None or (found[2] == "-" and len(behind) != 4):
        return None
    year = int(behind or 0) + (_CENTURY if len(behind) == 2 else 0)
    dotted = found[2] == "." and not behind and at + 1 < len(toks) and toks[at + 1].text == "."
    end = at + 2 if dotted and not toks[at + 1].space else at + 1
    if len(behind) == 4 and not year:
        year = -1
    day, month = int(found[1]), int(found[3])
    if found[2] == "/" and month > _MONTHS >= day:
        # Nothing but month first makes a date of this: plainly American.
        day, month = month, day
    return Written(day, month, year, decimal=found[2] == "." and not behind and end == at + 1), end


def _full_date(toks: Sequence[Token], at: int) -> tuple[Written, int] | None:
    """A date in figures with its year, which can be nothing else."""
    found = _date(toks, at)
    return found if found is not None and found[0].year else None
