"""Whether a word for a cadence says how often, or only describes the noun behind it."""

from bisect import bisect_left
from collections.abc import Sequence

from smart_tui.reading.cadences import FoundPeriod
from smart_tui.reading.phrases import Token
from smart_tui.reading.sentences import listed
from smart_tui.reading.words import date_words, goal_words, number_words

_SHORT = 3


def says_how_often(period: FoundPeriod, toks: Sequence[Token], lang: str) -> bool:
    """Whether a cadence found in a sentence is one: "3 times a week", but not "a week in Rome" or "weekly sign-ups"."""
    first = bisect_left(toks, period.start, key=lambda tok: tok.start)
    behind = bisect_left(toks, period.end, key=lambda tok: tok.start)
    before = toks[first - 1].text if first else ""
    if before in date_words(lang).even:
        return False
    short = len(period.weekdays) == 1 and len(toks[behind - 1].text) <= _SHORT
    if short and behind < len(toks) and toks[behind].kind == "word":
        return False  # "hver man": a short name of a day is none where a sentence goes on
    if period.adjective:
        return _adjective_counts(toks, first, behind, lang)
    if toks[first].text in number_words(lang).articles and toks[first].kind == "word":
        return any(_counts(tok, lang) for tok in toks[:first])
    return True


def _counts(tok: Token, lang: str) -> bool:
    """Whether a word is an amount that can come again in each period."""
    numbers, goals = number_words(lang), goal_words(lang)
    known = (numbers.small, numbers.tens, numbers.multipliers, numbers.halves, goals.counts, goals.times)
    return tok.kind == "num" or tok.text in numbers.articles or any(tok.text in words for words in known)


def _adjective_counts(toks: Sequence[Token], first: int, behind: int, lang: str) -> bool:
    """A word like "weekly": it counts by itself, in "a weekly walk", and before what has to reach a level."""
    goals, numbers = goal_words(lang), number_words(lang)
    following = toks[behind] if behind < len(toks) else None
    before = toks[first - 1].text if first else ""
    if following is None and first == 1 and listed(before, goals.rise | goals.fall):
        return False  # "raise yearly": what is raised is still to come
    if following is None or following.kind != "word" or following.text in goals.stops:
        return True
    if before in goals.counts or before in goals.times:
        return True
    texts = [tok.text for tok in toks]
    if _is_change(texts, lang):
        return False
    if before in numbers.articles:
        return True
    return any(_is_amount(toks, place, lang) for place in range(behind, len(toks)))


def _is_change(texts: Sequence[str], lang: str) -> bool:
    """Whether the sentence is of a change, raised by 10 or doubled; not of a share that has to be reached."""
    goals, must = goal_words(lang), date_words(lang).must
    by = {phrase.split()[0] for phrase in goals.marks.get("by", ())}
    if any(text in number_words(lang).percent for text in texts):
        return any(text in by for text in texts) or not any(text in must for text in texts)
    moved = any(listed(text, goals.rise | goals.fall) for text in texts)
    return (moved and any(text in by for text in texts)) or any(text in goals.factors for text in texts)


def _is_amount(toks: Sequence[Token], place: int, lang: str) -> bool:
    """Whether a number that is no year stands at a place: the level that the noun has to reach."""
    tok = toks[place]
    year = tok.text.isdecimal() and len(tok.text) == 4
    return (tok.kind == "num" and not year) or tok.text in number_words(lang).small
