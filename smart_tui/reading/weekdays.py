"""Which days of the week are wanted: "mon-fri", "weekdays", "man, ons, fre", "alla dagar utom söndag"."""

from collections.abc import Sequence

from smart_tui.reading.errors import ReadingError, shown
from smart_tui.reading.phrases import Token, normal, tokens
from smart_tui.reading.words import date_words, weekday_words
from smart_tui.reading.words.files import FIRST

EVERY_DAY = 0b1111111
"""All seven; bit 0 is Monday."""
WORKDAYS = 0b0011111
WEEKEND = 0b1100000
DAYS = 7

_LONGEST = 120
_GROUPS = {"workdays": WORKDAYS, "weekend": WEEKEND, "every_day": EVERY_DAY}


def read_weekdays(text: str, lang: str) -> int:
    """The wanted weekdays as a bit mask, bit 0 is Monday; names in full or short, in ranges, lists and groups.

    English words are understood in every language. Raises `ReadingError` weekdays.empty or
    weekdays.unreadable, also where no day would be left.
    """
    written = normal(text).strip()
    if not written:
        raise ReadingError("weekdays.empty")
    toks = tokens(written[: _LONGEST + 1])
    mask = None if len(written) > _LONGEST else _mask(toks, lang)
    if not mask:
        raise ReadingError("weekdays.unreadable", {"text": shown(written)})
    return mask


def write_weekdays(mask: int, lang: str) -> str:
    """The days as one types them, in the language's short names: "mon-fri", "mon, wed, fri"; "" for every day."""
    if mask & EVERY_DAY == EVERY_DAY:
        return ""
    names = short_names(lang)
    return ", ".join(
        names[first] if first == last else f"{names[first]}{'-' if last - first > 1 else ', '}{names[last]}"
        for first, last in runs(mask)
    )


def runs(mask: int) -> tuple[tuple[int, int], ...]:
    """The wanted weekdays as first and last of each unbroken row from Monday on, 0 to 6."""
    found: list[tuple[int, int]] = []
    for day in range(DAYS):
        if not mask >> day & 1:
            continue
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def short_names(lang: str) -> tuple[str, ...]:
    """The short names of Monday to Sunday that a language writes."""
    own = date_words(lang).weekdays
    english = date_words(FIRST).weekdays if lang != FIRST else {}
    found: list[str] = []
    for day in range(DAYS):
        mine = [name for name, number in own.items() if number == day and (name not in english or lang == FIRST)]
        shared = [name for name, number in own.items() if number == day]
        found.append(min(mine or shared, key=len))
    return tuple(found)


def _mask(toks: Sequence[Token], lang: str) -> int | None:
    """The days of the tokens; None where something is not understood."""
    words = weekday_words(lang)
    wanted = unwanted = at = 0
    taking_away = False
    while at < len(toks):
        if toks[at].text in words.but:
            taking_away, at = True, at + 1
            continue
        if toks[at].text in words.between:
            at += 1
            continue
        found = _group_at(toks, at, lang) or _days_at(toks, at, lang, words.until)
        if found is None:
            return None
        mask, at = found
        if taking_away:
            unwanted |= mask
        else:
            wanted |= mask
    if taking_away and not wanted:
        wanted = EVERY_DAY
    return wanted & ~unwanted


def _group_at(toks: Sequence[Token], at: int, lang: str) -> tuple[int, int] | None:
    groups = weekday_words(lang).groups
    for length in (3, 2, 1):
        written = " ".join(tok.text for tok in toks[at : at + length])
        for group, phrases in groups.items():
            if written in phrases and at + length <= len(toks):
                return _GROUPS[group], at + length
    return None


def _days_at(toks: Sequence[Token], at: int, lang: str, until: frozenset[str]) -> tuple[int, int] | None:
    """A day, or a row of days from one to another; a row may go over the end of the week."""
    first = _day(toks, at, lang)
    if first is None:
        return None
    at = _behind_dot(toks, at)
    if at >= len(toks) or toks[at].text not in until:
        return 1 << first, at
    last = _day(toks, at + 1, lang)
    if last is None:
        return None
    mask = 0
    for step in range((last - first) % DAYS + 1):
        mask |= 1 << (first + step) % DAYS
    return mask, _behind_dot(toks, at + 1)


def _day(toks: Sequence[Token], at: int, lang: str) -> int | None:
    if at >= len(toks):
        return None
    words, name = date_words(lang), toks[at].text
    return words.weekdays.get(name, words.plural_weekdays.get(name))


def _behind_dot(toks: Sequence[Token], at: int) -> int:
    return at + 2 if at + 1 < len(toks) and toks[at + 1].text == "." and not toks[at + 1].space else at + 1
