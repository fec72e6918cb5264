"""Ends without a known date, as people write them: "before the baby comes", "by my birthday", "this term"."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from smart_tui.reading.datewords import DateGrammar, date_grammar
from smart_tui.reading.phrases import Match, Token
from smart_tui.reading.words import DateWords, date_words, goal_words, number_words


class Event(NamedTuple):
    """Tokens from `first` up to `end`. `whole`: known as a phrase, also where a date could be read in it."""

    first: int
    end: int
    whole: bool


_LONGEST = 9
"""Words of an event."""
_NEAR = 4
"""Words in which its noun has to come."""
Known = Callable[[str, DateWords], bool]
_MARKS = (",", ".", ";", ":", "!", "?", "(", ")", "–", "—", "…")


def events_in(toks: Sequence[Token], lang: str) -> tuple[Event, ...]:
    """The events that end something, in order, none overlapping."""
    grammar = date_grammar(lang)
    found: list[Event] = []
    at = 0
    while at < len(toks):
        matches = grammar.events.every(toks, at, grammar.slots)
        ends = [(end, match.meaning == "whole") for match in matches for end in _ends(match, toks, at, lang)]
        if ends:
            end, whole = max(ends)
            found.append(Event(at, end, whole))
            at = end
        else:
            at += 1
    return tuple(found)


def _ends(match: Match, toks: Sequence[Token], at: int, lang: str) -> Iterator[int]:
    """Where the event that a phrase leads to ends, if there is one."""
    grammar, words = date_grammar(lang), date_words(lang)
    if match.meaning == "whole":
        yield match.end
        return
    limit = _limit(toks, match.end, at, words)
    if limit == match.end or toks[match.end].text in words.routines:
        return
    if match.meaning == "clause" and toks[match.end].kind == "word" and _happens(toks, match.end, limit, grammar):
        yield limit
    article = match.end + 1 < limit and toks[match.end].text in words.articles
    first = toks[match.end + 1 if article else match.end]
    if match.meaning == "clause" or first.kind != "word" or first.text in goal_words(lang).negations:
        return
    if match.meaning == "any":
        if first.text not in number_words(lang).small:
            yield limit
    elif match.meaning == "this":
        if _is_stretch(first.text, words):
            yield match.end + 1
    else:
        end = _noun_end(toks, match.end, limit, words, grammar.events.by_word, _KNOWN[match.meaning])
        if end is not None:
            yield end


def _limit(toks: Sequence[Token], first: int, lead: int, words: DateWords) -> int:
    """Where the words of an event end at the latest: at a mark, at "and", or where the main clause begins."""
    end = first
    while end < min(len(toks), first + _LONGEST):
        text = toks[end].text
        main = not lead and text in words.turns and toks[end - 1].text not in words.subjects
        if text in _MARKS or (end > first and (text in words.lists or main)):
            break
        end += 1
    return end


def _noun_end(
    toks: Sequence[Token], first: int, limit: int, words: DateWords, leads: Container[str], known: Known
) -> int | None:
    """The end of the noun of a thing that will happen: a known one, or any behind "next"."""
    for place in range(first, min(limit, first + _NEAR)):
        text = toks[place].text
        if text in words.coming and place + 1 < limit and toks[place + 1].kind == "word":
            dates = (words.units, words.weekdays, words.months, words.seasons)
            common = toks[place + 1].text in words.routines or any(toks[place + 1].text in names for names in dates)
            return None if common else _with_tail(toks, place + 1, limit, words)
        if text in words.routines or toks[place].kind == "num" or (place > first and text in leads):
            return None
        if known(text, words):
            owns = place + 1 < limit and _is_genitive(text, words)
            return place + (2 if owns else 1)
    return None


def _with_tail(toks: Sequence[Token], place: int, limit: int, words: DateWords) -> int:
    """After a noun, and after the one that it only describes: "board meeting"."""
    following = place + 1
    return following + 1 if following < limit and names_time(toks[following].text, words) else following


def names_time(text: str, words: DateWords) -> bool:
    """Whether a noun is of something that will happen or end: an exam, a term."""
    return any(_is_one_of(text, known) for known in (words.happenings, words.stretches))


def _is_stretch(text: str, words: DateWords) -> bool:
    return _is_one_of(text, words.stretches)


def _is_one_of(text: str, known: frozenset[str]) -> bool:
    """Whether a noun is one of those, also in the genitive: säsongens."""
    return any(form in known or ends_like(form, known) for form in (text, text.removesuffix("s")))


def _is_genitive(text: str, words: DateWords) -> bool:
    every = words.happenings | words.stretches
    return text not in every and not ends_like(text, every)


def ends_like(text: str, known: frozenset[str]) -> bool:
    """Whether a word ends in one of those that are written with a hyphen in front."""
    return any(f"-{text[place:]}" in known for place in range(1, len(text) - 2))


def _happens(toks: Sequence[Token], first: int, limit: int, grammar: DateGrammar) -> bool:
    return any(grammar.happens.every(toks, place, grammar.slots) for place in range(first + 1, limit))


_KNOWN: Mapping[str, Known] = {
    "happening": names_time,
    "stretch": _is_stretch,
    "coming": lambda text, words: False,
}
