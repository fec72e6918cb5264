"""What the words of a goal sentence say to the coach beside what is read from them: pure word lists at work."""

from collections.abc import Sequence
from functools import cache

from smart_tui.coach.vocabulary import LONGEST, vocabulary
from smart_tui.domain.remark import Vague
from smart_tui.reading.phrases import Patterns, Token, compiled, tokens
from smart_tui.reading.sentences import listed, tells_score
from smart_tui.reading.words import date_words, goal_words, number_words, remark_words

_BEHIND = 40
"""Characters behind a word in which the next one begins."""
_SHORTEST = 2
"""Words of "get better"."""
_NEAR = 3
"""Tokens between "yearly" and what it describes."""


def sort_of_vague(vague: str, lang: str) -> Vague | None:
    """In which way the words that make a sentence vague do so; None where they are not known to be vague."""
    words, toks = remark_words(lang), tokens(vague[:LONGEST])
    for sort, names in (
        (Vague.SKILL, words.skill),
        (Vague.LESS, words.less),
        (Vague.MORE, words.more),
        (Vague.BETTER, words.better),
        (Vague.STATE, words.state),
    ):
        if any(listed(tok.text, names) for tok in toks):
            return sort
    return _sort_by_judging(toks, lang)


def _sort_by_judging(toks: Sequence[Token], lang: str) -> Vague | None:
    """The same by what the verbs and adjectives of goals say."""
    known, moves = vocabulary(lang), goal_words(lang)
    if len(toks) == 1 and listed(toks[0].text, moves.events):
        return None
    for at, tok in enumerate(toks):
        role = known.verbs.get(tok.text)
        if role == "learns":
            return Vague.SKILL
        if role == "vague" and listed(tok.text, moves.fall | moves.rise):
            return Vague.LESS if listed(tok.text, moves.fall) else Vague.MORE
        phrase = known.phrases.longest(toks, at, {})
        if phrase is not None and phrase.meaning == "vague" and any(listed(word.text, moves.fall) for word in toks):
            return Vague.LESS
        if tok.text in known.comparatives or role == "vague" or (phrase is not None and phrase.meaning == "vague"):
            return Vague.BETTER
        deed = known.verbs.get(toks[0].text) in ("events", "moves", "doing")
        if role in ("be", "become") or ((at or role is None) and not deed and known.is_vague(tok.text)):
            return Vague.STATE
    return None


def with_direction(vague: str, title: str, lang: str) -> str:
    """The words that make a title vague with a "more" or "less" right in front of them: "less stress", not "stress"."""
    words, start = remark_words(lang), title.find(vague)
    before = tokens(title[max(0, start - _BEHIND) : start])[-1:] if vague and start > 0 else []
    if any(tok.text in words.more | words.less for tok in before):
        return title[title.rfind(" ", 0, start - 1) + 1 : start] + vague
    return vague


def said_in_full(vague: str, title: str, lang: str) -> str:
    """The words that make a title vague, with their noun where they break off in front of it.

    A sign says that they go on where more than one word follows.
    """
    end = title.find(vague) + len(vague)
    following = tokens(title[end:][:_BEHIND])[:2] if " " in vague else []
    goes_on = [tok.kind == "word" and tok.text not in _small(lang) for tok in following]
    if not any(goes_on[:1]):
        return vague
    return f"{vague} …" if all(goes_on[1:]) and len(goes_on) > 1 else vague + title[end : end + following[0].end]


def of_being(vague: Vague, said: str, title: str, lang: str) -> Vague:
    """A "better" that is of a state or of a skill: "be a better listener", "become better at listening"."""
    toks = tokens(said[:LONGEST])
    role = vocabulary(lang).verbs.get(toks[0].text) if toks else None
    if vague is not Vague.BETTER or not (role in ("be", "become") or (role == "light" and len(toks) == _SHORTEST)):
        return vague
    if any(tok.text in number_words(lang).articles for tok in toks):
        return Vague.STATE
    following = tokens(title[title.find(said) + len(said) :][:_BEHIND])[:1]
    skilled = any(tok.text in vocabulary(lang).words.prepositions for tok in following)
    return Vague.SKILL if skilled and toks[-1].text in vocabulary(lang).comparatives else vague


def _small(lang: str) -> frozenset[str]:
    words = vocabulary(lang).words
    return words.prepositions | words.joins | words.breaks | words.purposes | words.fillers


def is_shared(title: str, lang: str) -> bool:
    """Whether it sounds like a goal of several people, and not like one of one's own life."""
    return any(tok.text in remark_words(lang).shared for tok in tokens(title[:LONGEST]))


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


def names_a_score(title: str, lang: str) -> bool:
    """Whether it speaks of marks on a scale, which have no unit."""
    stems = goal_words(lang).scores
    said = {tok.text for tok in tokens(title[:LONGEST])}
    return any(tells_score(word, stems) for word in said)


def is_repeated(unit: str, lang: str) -> bool:
    """Whether so many of a unit can be meant once, in all, or in every period: "30 minutes", "3 times"."""
    words, toks = remark_words(lang), [tok for tok in tokens(unit[:LONGEST]) if tok.kind == "word"]
    return bool(toks) and (toks[-1].text in words.repeated or _ends(toks[-1].text, words.repeated_ends))


def has_number(title: str, taken: Sequence[tuple[int, int]], lang: str) -> bool:
    """Whether a number stands in it beside those places that are read already."""
    toks = [tok for tok in tokens(title[:LONGEST]) if not any(start <= tok.start < end for start, end in taken)]
    return any(tok.kind == "num" or number_words(lang).small.get(tok.text, 0) > 1 for tok in toks)


def is_clear(unit: str, lang: str) -> bool:
    """Whether nobody doubts what one of a unit is: kilometres, minutes, kronor, words; also of no unit at all."""
    said, numbers = unit.lower().replace(".", "").split(), number_words(lang)
    said += [word.rstrip("s") for word in said[:1]]
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
