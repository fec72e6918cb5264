"""The amounts in a goal sentence: every number with its unit and what the words around it say about it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from smart_tui.reading.figures import Figure, clock_at, figure_at
from smart_tui.reading.numbers import storable, tidy
from smart_tui.reading.phrases import Patterns, Token, compiled
from smart_tui.reading.words import GoalWords, NumberWords, date_words, goal_words, number_words

_YEARS = (1900, 2199)
_LONGEST_UNIT = 3
_BRACKETS = {"(": 1, ")": -1}
_STEP = Decimal("0.000001")
_RANGE = ("-", "–", "—")


class Amount(NamedTuple):
    """A number in a sentence. `first` and `last` are tokens, `start` and `end` places of number and own unit."""

    value: Decimal
    others: tuple[Decimal, ...]
    unit: str
    percent: bool
    clock: bool
    marks: frozenset[str]
    """What the words around say: at_least, at_most, from, to, by, now, between, for, own."""
    first: int
    last: int
    start: int
    end: int
    bracketed: bool = False
    worded: bool = False
    named: bool = False
    """Part of a name: a 10K, #5, chapter 7."""
    factor: int = 1
    """1000 for 35K."""


class Sentence(NamedTuple):
    """A goal sentence taken apart, with the tokens that dates and cadences already explain."""

    text: str
    toks: Sequence[Token]
    taken: frozenset[int]
    lang: str


class _Grammar(NamedTuple):
    marks: Patterns
    after: Patterns
    shares: Mapping[str, str]


@cache
def _grammar(lang: str) -> _Grammar:
    words = goal_words(lang)
    return _Grammar(compiled(words.marks), compiled(words.after), words.shares)


def amounts_in(sentence: Sentence) -> tuple[Amount, ...]:
    """All amounts outside dates and cadences, in order."""
    words, numbers = goal_words(sentence.lang), number_words(sentence.lang)
    marks = _marks_by_end(sentence)
    found: list[Amount] = []
    depth = at = 0
    while at < len(sentence.toks):
        tok = sentence.toks[at]
        depth = max(0, depth + _BRACKETS.get(tok.text, 0))
        amount = None if at in sentence.taken else _amount_at(sentence, at, words, numbers, marks)
        if amount is None:
            at += 1
            continue
        found.append(amount._replace(bracketed=depth > 0))
        at = max(amount.last, at + 1)
    return tuple(found)


def _marks_by_end(sentence: Sentence) -> dict[int, list[tuple[str, int]]]:
    """For each token, the phrases that end just before it, with the token they begin at."""
    by_end: dict[int, list[tuple[str, int]]] = {}
    marks = _grammar(sentence.lang).marks
    for at in range(len(sentence.toks)):
        for match in marks.every(sentence.toks, at, {}):
            by_end.setdefault(match.end, []).append((match.meaning, at))
    return by_end


def _amount_at(
    sentence: Sentence, at: int, words: GoalWords, numbers: NumberWords, marks: Mapping[int, list[tuple[str, int]]]
) -> Amount | None:
    toks = sentence.toks
    if toks[at].text in words.counts:
        counted = Figure(Decimal(words.counts[toks[at].text]), (), at + 1, True)
        return _built(sentence, counted, at, words.times_word, marks)
    share = _share_at(sentence, at, marks)
    if share is not None:
        return share
    if toks[at].kind == "num" and ":" in toks[at].text:
        clock = clock_at(toks, at, numbers)
        if clock is None or _is_schedule(toks, at):
            return None
        seconds, end = clock
        return _built(sentence, Figure((seconds / 60).quantize(_STEP), (), end), at, "min", marks)._replace(clock=True)
    if toks[at].text in numbers.halves and not _is_half_unit(toks, at, numbers):
        return None
    figure = _ranged(toks, at, numbers) or figure_at(toks, at, numbers)
    if figure is None:
        return _hours_at(sentence, at, numbers, marks)
    explained = any(place in sentence.taken for place in range(at, figure.end))
    if explained or not storable(figure.value) or _is_aside(toks, at, figure):
        return None
    return _built(sentence, figure, at, None, marks)


def _is_half_unit(toks: Sequence[Token], at: int, numbers: NumberWords) -> bool:
    """Whether "half" counts something ("half an hour") and is not part of a name ("half marathon")."""
    behind = at + 2 if at + 1 < len(toks) and toks[at + 1].text in numbers.articles else at + 1
    return behind < len(toks) and toks[behind].text in numbers.time_units


def _ranged(toks: Sequence[Token], at: int, numbers: NumberWords) -> Figure | None:
    """The low end of `2-3`."""
    low, dash, high = toks[at].text.partition("-")
    if toks[at].kind != "num" or not dash or not (low.isdecimal() and high.isdecimal()) or len(toks[at].text) > 12:
        return None
    return Figure(Decimal(low), (), at + 1)


def _is_schedule(toks: Sequence[Token], at: int) -> bool:
    """Whether a clock time is one end of `10:15 – 6:15`."""
    near = [at + 2] if at + 2 < len(toks) and toks[at + 1].text in _RANGE else []
    near += [at - 2] if at >= 2 and toks[at - 1].text in _RANGE else []
    return "-" in toks[at].text or any(":" in toks[place].text for place in near)


def _is_aside(toks: Sequence[Token], at: int, figure: Figure) -> bool:
    """Whether a number is an ordinal or the end of a name (`3rd`, `B2`, `#5`), and counts nothing."""
    before = toks[at - 1] if at else None
    tok, following = toks[at], toks[figure.end] if figure.end < len(toks) else None
    if before is not None and not tok.space and tok.kind == "num" and (before.kind == "word" or before.text in "#/"):
        return True
    if figure.worded or following is None or following.space:
        return False
    if following.text == ":" and figure.end + 1 < len(toks) and toks[figure.end + 1].text in ("e", "a"):
        return True
    return following.text in ("st", "nd", "rd", "th")


def _share_at(sentence: Sentence, at: int, marks: Mapping[int, list[tuple[str, int]]]) -> Amount | None:
    """A share in words behind "by": a third, halvdelen."""
    for length in (2, 1):
        written = " ".join(tok.text for tok in sentence.toks[at : at + length])
        if at + length > len(sentence.toks):
            continue
        value = _grammar(sentence.lang).shares.get(written)
        led = any(meaning == "by" for meaning, _ in marks.get(at, ())) or written == "in half"
        if value is not None and led:
            figure = Figure(Decimal(value), (), at + length, True)
            return _built(sentence, figure, at, "%", marks)._replace(percent=True)
    return None


def _hours_at(
    sentence: Sentence, at: int, numbers: NumberWords, marks: Mapping[int, list[tuple[str, int]]]
) -> Amount | None:
    """A unit of time and a part of it: an hour and a half."""
    toks = sentence.toks
    if toks[at].text not in numbers.articles or at + 2 >= len(toks) or toks[at + 1].text not in numbers.time_units:
        return None
    if toks[at + 2].text not in numbers.joiners:
        return None
    for length in (2, 1):
        part = _grammar(sentence.lang).shares.get(" ".join(tok.text for tok in toks[at + 3 : at + 3 + length]))
        if part is not None and at + 3 + length <= len(toks):
            break
    else:
        return None
    figure = Figure(1 + Decimal(part) / 100, (), at + 3 + length, True)
    return _built(sentence, figure, at, toks[at + 1].text, marks)


def _built(
    sentence: Sentence, figure: Figure, at: int, unit: str | None, marks: Mapping[int, list[tuple[str, int]]]
) -> Amount:
    """The amount of a number: its unit behind it or the currency in front, and all the marks around it."""
    toks, words, numbers = sentence.toks, goal_words(sentence.lang), number_words(sentence.lang)
    first, end, percent = at, figure.end, unit == "%"
    before = toks[at - 1] if at else None
    if unit is None and before is not None and before.text in numbers.currencies and at - 1 not in sentence.taken:
        unit, first = before.text, at - 1
    if unit is None:
        unit, end, percent = _unit_behind(sentence, figure.end, words, numbers)
    said, own = _marks_before(marks, first)
    tail = _grammar(sentence.lang).after
    behind = _last_of_unit(toks, end, unit)
    suffix = tail.longest(toks, behind, {}) if behind < len(toks) and behind not in sentence.taken else None
    if suffix is not None:
        said |= {suffix.meaning}
    return Amount(
        tidy(figure.value),
        tuple(tidy(value) for value in figure.others),
        unit,
        percent,
        False,
        frozenset(said),
        own,
        end,
        toks[first].start,
        toks[end - 1].end,
        worded=figure.worded and toks[at].kind == "word",
        named=_is_named(toks, at, figure, said) or _is_year(toks, at, figure, said),
        factor=figure.factor,
    )


def _last_of_unit(toks: Sequence[Token], end: int, unit: str) -> int:
    return end + len(unit.split()) if unit and end < len(toks) and unit.split()[0] == toks[end].text else end


def _unit_behind(sentence: Sentence, end: int, words: GoalWords, numbers: NumberWords) -> tuple[str, int, bool]:
    """The unit behind a number, the token after what belongs to the number itself, and whether it is percent."""
    toks = sentence.toks
    if end + 1 < len(toks) and toks[end].text in numbers.articles and toks[end - 1].text in numbers.halves:
        end += 1  # half an hour
    if end >= len(toks) or end in sentence.taken:
        return "", end, False
    text = toks[end].text
    following = toks[end + 1].text if end + 1 < len(toks) else ""
    if text in words.points:
        return text, end + 1, False
    if text in numbers.percent or (text == "per" and following == "cent"):
        behind = end + (2 if text == "per" else 1)
        if following in words.points or text == "percentage":
            return "percentage points", end + 2, False
        return "%", behind, True
    if text == "percentage" and following in words.points:
        return "percentage points", end + 2, False
    if text in words.times:
        return (words.times_word if text == "x" else text), end + 1, False
    if text in numbers.currencies or text in words.measures or text in date_words(sentence.lang).units:
        return text, _after_short(sentence, end), False
    return _noun(sentence, end, words), end, False


def _after_short(sentence: Sentence, at: int) -> int:
    """The token after a unit, and after the dot of a short one ("kr.") unless that ends the sentence."""
    toks = sentence.toks
    dotted = at + 2 < len(toks) and toks[at + 1].text == "." and not toks[at + 1].space
    goes_on = dotted and toks[at + 2].kind == "word" and sentence.text[toks[at + 2].start].islower()
    return at + 2 if goes_on else at + 1


def _noun(sentence: Sentence, at: int, words: GoalWords) -> str:
    """The words behind a number up to a stop word, a mark, a date or a cadence; "more" and its like left out."""
    toks, dates = sentence.toks, date_words(sentence.lang)
    while at < len(toks) and (toks[at].text in words.more or toks[at].text == "-") and at not in sentence.taken:
        at += 1
    first = at
    while at < len(toks) and at - first < _LONGEST_UNIT and at not in sentence.taken:
        tok = toks[at]
        joined = tok.kind == "mark" and tok.text == "-" and not tok.space and at > first
        if not joined and (tok.kind != "word" or tok.text in words.stops or tok.text in dates.cadences):
            break
        at += 1
    return sentence.text[toks[first].start : toks[at - 1].end] if at > first else ""


def _marks_before(marks: Mapping[int, list[tuple[str, int]]], at: int) -> tuple[set[str], int]:
    """What all the phrases in front of a number say ("up to at least"), and where the first of them begins."""
    said: set[str] = set()
    for _ in range(3):
        found = marks.get(at)
        if not found:
            break
        begin = min(start for _, start in found)
        said |= {meaning for meaning, start in found if start == begin or meaning not in ("own",)}
        if {meaning for meaning, _ in found} <= {"own", "for", "compare", "age", "scale"}:
            break
        at = begin
    return said, at


def _is_named(toks: Sequence[Token], at: int, figure: Figure, said: set[str]) -> bool:
    """Whether the number is in the name of something: a 15K, two *10ks*, a scale of 5, age 45."""
    if said & {"scale", "age"}:
        return True
    glued = figure.end < len(toks) and toks[figure.end].kind == "word" and not toks[figure.end].space
    short = glued and toks[at].kind == "num" and toks[figure.end].text in ("ks", "k's")
    return short or (toks[figure.end - 1].text == "k" and "own" in said)


def _is_year(toks: Sequence[Token], at: int, figure: Figure, said: set[str]) -> bool:
    text = toks[at].text
    if not text.isdecimal() or len(text) != 4 or figure.end != at + 1 or not _YEARS[0] <= int(text) <= _YEARS[1]:
        return False
    following = toks[at + 1] if at + 1 < len(toks) else None
    return "compare" in said or following is None or following.kind == "mark" or following.text in ("års", "s")
