"""What the words of a goal sentence say to the coach beside what is read from them: pure word lists at work."""

from collections.abc import Sequence
from functools import cache

from smart_tui.domain.remark import Vague
from smart_tui.reading.phrases import Patterns, Token, compiled, tokens
from smart_tui.reading.words import date_words, goal_words, number_words, remark_words

LONGEST = 1000
"""Characters of a sentence that are looked at."""
_NEAR = 3
"""Tokens between "yearly" and what it describes."""


def sort_of_vague(vague: str, title: str, lang: str) -> Vague | None:
    """In which way a sentence names no result: by the words that make it vague, else by all of it."""
    words = remark_words(lang)
    for text in (vague, title):
        said = {tok.text for tok in tokens(text[:LONGEST])}
        for sort, listed in (
            (Vague.SKILL, words.skill),
            (Vague.LESS, words.less),
            (Vague.MORE, words.more),
            (Vague.BETTER, words.better),
            (Vague.STATE, words.state),
        ):
            if said & listed:
                return sort
    return None


def names_a_rate(title: str, lang: str) -> bool:
    """Whether it speaks of something that is itself counted in per cent, such as a conversion rate."""
    words, toks = remark_words(lang), tokens(title[:LONGEST])
    patterns = _rates(lang)
    return any(
        patterns.longest(toks, at, {}) is not None or _ends(tok.text, words.rate_ends) for at, tok in enumerate(toks)
    )


def names_a_year(title: str, lang: str) -> bool:
    """Whether what is measured comes together in the course of a year: "the yearly revenue", "årsomsætning"."""
    toks = tokens(title[:LONGEST])
    return any(_is_yearly(toks, at, lang) for at in range(len(toks)))


def is_repeated(unit: str, lang: str) -> bool:
    """Whether so many of a unit can be meant once, in all, or in every period: "30 minutes", "3 times"."""
    words, toks = remark_words(lang), [tok for tok in tokens(unit[:LONGEST]) if tok.kind == "word"]
    return bool(toks) and (toks[-1].text in words.repeated or _ends(toks[-1].text, words.repeated_ends))


def is_clear(unit: str, lang: str) -> bool:
    """Whether nobody doubts what one of a unit is: kilometres, minutes, kronor, words; also of no unit at all."""
    said, numbers = unit.lower().replace(".", "").split(), number_words(lang)
    clear = remark_words(lang).clear | goal_words(lang).measures | numbers.currencies | numbers.percent
    return not said or bool((clear | {"%", *numbers.time_units}) & {said[0], said[-1]})


def is_next(text: str, lang: str) -> str:
    """The unit of the time ahead that words like "within the next quarter" name: "quarter", "year" or none."""
    units = date_words(lang).units
    found = [units[tok.text] for tok in tokens(text[:LONGEST]) if tok.text in units]
    return found[-1] if found and not any(tok.kind == "num" for tok in tokens(text[:LONGEST])) else ""


def _is_yearly(toks: Sequence[Token], at: int, lang: str) -> bool:
    words, text = remark_words(lang), toks[at].text
    if _is_flow(text, lang) and text.startswith(words.yearly_starts):
        return True
    yearly = text in words.yearly or date_words(lang).cadences.get(text) == "year"
    return yearly and any(_is_flow(tok.text, lang) for tok in toks[at + 1 : at + 1 + _NEAR])


def _is_flow(text: str, lang: str) -> bool:
    words = remark_words(lang)
    return text in words.flows or text.endswith(words.flow_ends)


def _ends(text: str, ends: tuple[str, ...]) -> bool:
    """Whether a word is a compound with one of these ends: "svarsgrad", and not "grad"."""
    return any(text.endswith(end) and len(text) > len(end) for end in ends)


@cache
def _rates(lang: str) -> Patterns:
    return compiled({"rate": remark_words(lang).rates})
