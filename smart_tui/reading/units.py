"""What stands behind a number: its unit, or the words for what is counted."""

from decimal import Decimal
from typing import NamedTuple

from smart_tui.reading.sentences import Sentence
from smart_tui.reading.words import date_words

_LONGEST_UNIT = 3
"""Words of a noun."""
_PRICE_ENDS = ((",", "-"), (":", "-"), (",", "–"))


class Unit(NamedTuple):
    """A unit as written, the token after what belongs to the number itself, and whether it is percent."""

    text: str
    end: int
    percent: bool = False


def unit_behind(sentence: Sentence, end: int) -> Unit:
    """The unit behind a number that ends before token `end`."""
    words, numbers = sentence.words, sentence.numbers
    if sentence.word(end) in numbers.articles and sentence.word(end - 1) in numbers.halves:
        end += 1  # half an hour
    if end >= len(sentence.toks) or end in sentence.taken:
        return Unit("", end)
    text, following = sentence.word(end), sentence.word(end + 1)
    if (text, following) in _PRICE_ENDS and sentence.glued(end) and sentence.glued(end + 1):
        return Unit("kr", end + 2)
    if text == "-" and sentence.glued(end) and sentence.glued(end + 1) and _own_unit(sentence, following):
        return Unit(following, end + 2)  # a 30-minute walk
    if text in words.points:
        return Unit(text, end + 1)
    if text in numbers.percent or (text == "per" and following == "cent"):
        behind = end + (2 if text == "per" else 1)
        if following in words.points or text == "percentage":
            return Unit("percentage points", end + 2)
        dotted = sentence.word(behind) == "." and sentence.glued(behind) and not sentence.ends_clause(behind)
        return Unit("%", behind + 1 if dotted and text != "%" else behind, True)
    if text == "percentage" and following in words.points:
        return Unit("percentage points", end + 2)
    if text in words.times:
        return Unit(words.times_word if text == "x" else text, end + 1)
    if text == "m" and sentence.glued(end + 1) and following in ("2", "²", "3", "³"):
        return Unit(text + following, end + 2)
    if _own_unit(sentence, text):
        return Unit(text, _after_short(sentence, end))
    behind = _after_whole(sentence, end)
    noun = _noun(sentence, behind)
    counted = behind > end and sentence.word(behind) in date_words(sentence.lang).units
    return Unit(noun, behind + 1 if counted else behind)


def unit_said(sentence: Sentence, unit: str, value: Decimal, places: range) -> str:
    """A unit as one says it by itself: with the capitals it is written with at one of the places ("kWh"), and a time
    that is written as belonging to something ("3 hours' work", "to timers læsning") as it is without that."""
    if " " in unit:
        return unit
    plain = sentence.numbers.genitives.get(unit)
    if plain is not None:
        return unit.removesuffix("s") if value == 1 else plain
    written = next((sentence.written(at) for at in places if sentence.word(at) == unit), unit)
    return unit if written[1:].islower() else written


def _own_unit(sentence: Sentence, text: str) -> bool:
    """Whether a unit belongs to the number itself, as kilometres do and books do not."""
    return (
        text in sentence.numbers.currencies
        or text in sentence.words.measures
        or text in date_words(sentence.lang).units
    )


def _after_short(sentence: Sentence, at: int) -> int:
    """The token after a unit, and after the dot of a short one ("kr.") unless that ends the sentence."""
    toks = sentence.toks
    dotted = at + 2 < len(toks) and toks[at + 1].text == "." and not toks[at + 1].space
    goes_on = dotted and toks[at + 2].kind == "word" and sentence.text[toks[at + 2].start].islower()
    return at + 2 if goes_on else at + 1


def _after_whole(sentence: Sentence, at: int) -> int:
    """The token after "out of 5", in front of what the five are."""
    for phrase in sentence.words.wholes:
        links = phrase.split()
        place = at + len(links)
        if [sentence.word(at + step) for step in range(len(links))] == links and _is_number(sentence, place):
            return place + 1
    return at


def _is_number(sentence: Sentence, at: int) -> bool:
    return sentence.word(at).isdecimal() or sentence.word(at) in sentence.numbers.small


def _noun(sentence: Sentence, at: int) -> str:
    """The words behind a number up to a stop word, a mark, a date or a cadence; "more" and its like left out."""
    toks, words, dates = sentence.toks, sentence.words, date_words(sentence.lang)
    while at < len(toks) and (toks[at].text in words.more or toks[at].text == "-") and at not in sentence.taken:
        at += 1
    first, count = at, 0
    while at < len(toks) and at not in sentence.taken:
        tok = toks[at]
        hyphen = tok.kind == "mark" and tok.text == "-" and not tok.space and at > first
        joined = hyphen or (at > first and toks[at - 1].text == "-" and not tok.space)
        count += not joined
        if count > _LONGEST_UNIT or (tok.kind != "word" and not hyphen):
            break
        if not joined and (tok.text in words.stops or tok.text in dates.cadences):
            break
        at += 1
    while at > first and toks[at - 1].text == "-":
        at -= 1
    return sentence.text[toks[first].start : toks[at - 1].end] if at > first else ""
