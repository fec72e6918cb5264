"""The amounts in a goal sentence: every number with its unit and what the words around it say about it."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from smart_tui.reading.cadences import FoundPeriod
from smart_tui.reading.clocktimes import clock_length
from smart_tui.reading.figures import Figure, figure_at
from smart_tui.reading.figuresenses import grouped, halves_a_unit, multiplied, paced, ranged
from smart_tui.reading.names import is_aside, is_named
from smart_tui.reading.numbers import storable, tidy
from smart_tui.reading.phrases import Match
from smart_tui.reading.sentences import Sentence, goal_phrases
from smart_tui.reading.units import Unit, unit_behind

_BRACKETS = {"(": 1, ")": -1}
_STEP = Decimal("0.000001")
_LONGEST_PHRASE = 3
_RANGE_MARKS = ("-", "–", "—")


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
    after: int
    """The token after the number itself."""
    last: int
    start: int
    end: int
    at: int
    """The token of the number itself."""
    bracketed: bool = False
    worded: bool = False
    named: bool = False
    """Part of a name: a 10K, #5, chapter 7."""
    factor: int = 1
    """1000 for 35K."""
    few: bool = False
    """Said as "a couple", which may be a pair of one thing."""


def amounts_in(sentence: Sentence, cadences: Sequence[FoundPeriod] = ()) -> tuple[Amount, ...]:
    """All amounts outside dates and cadences, in order; of a range like "3 to 4 times" the low end."""
    starts = {cadence.start for cadence in cadences}
    paces = frozenset(place for place, tok in enumerate(sentence.toks) if tok.start in starts)
    found: list[Amount] = []
    depth = at = 0
    while at < len(sentence.toks):
        depth = max(0, depth + _BRACKETS.get(sentence.word(at), 0))
        amount = None if at in sentence.taken else _amount_at(sentence, at, paces)
        if amount is None:
            at += 1
            continue
        if found and _is_high_end(sentence, found[-1], amount):
            low = found.pop()
            amount = low._replace(unit=amount.unit, percent=amount.percent, last=amount.last, end=amount.end)
        found.append(amount._replace(bracketed=depth > 0))
        at = max(amount.last, at + 1)
    return tuple(found)


def _is_high_end(sentence: Sentence, low: Amount, high: Amount) -> bool:
    """Whether a number is the other end of a range: 3 to 4 times, 10–15 minutes, 2 eller 3 gange."""
    if low.named or high.named or low.unit not in ("", high.unit) or low.marks & {"from", "between", "scale", "now"}:
        return False
    between = [sentence.word(place) for place in range(low.last, high.at)]
    alone = len(between) == 1 and low.value < high.value
    return alone and (between[0] in _RANGE_MARKS or between[0] in sentence.words.ranges)


def _amount_at(sentence: Sentence, at: int, paces: Collection[int]) -> Amount | None:
    toks, words, numbers = sentence.toks, sentence.words, sentence.numbers
    text = toks[at].text
    if text in words.counts:
        counted = Figure(Decimal(words.counts[text]), (), at + 1, True)
        return _built(sentence, counted, at, Unit(words.times_word, at + 1))
    phrased = (
        _few_at(sentence, at) or _share_at(sentence, at) or _one_and_a_half(sentence, at) or _one_unit(sentence, at)
    )
    if phrased is not None:
        return phrased
    if toks[at].kind == "num" and ":" in text:
        clock = clock_length(sentence, at)
        return None if clock is None else _built(sentence, clock[0], at, clock[1])._replace(clock=True)
    pace = paced(sentence, at, paces)
    if pace is not None:
        return _built(sentence, pace, at)
    if text in numbers.halves and not halves_a_unit(sentence, at):
        return None
    figure = ranged(sentence, at) or figure_at(toks, at, numbers)
    if figure is None:
        return _hours_at(sentence, at)
    explained = any(place in sentence.taken for place in range(at, figure.end))
    if explained or not storable(figure.value) or is_aside(sentence, at, figure):
        return None
    return _built(sentence, multiplied(sentence, at, grouped(sentence, at, figure)), at)


def _few_at(sentence: Sentence, at: int) -> Amount | None:
    """A number said in a phrase: a couple of, half a dozen, et par."""
    found = _phrase_at(sentence, at, sentence.words.few)
    if found is None:
        return None
    number, _, named = found[0].partition(" ")
    figure = Figure(Decimal(number), (), found[1], True)
    if number == "1":
        named = sentence.word(found[1] - 1)
    unit = Unit(named, found[1]) if named else None
    return _built(sentence, figure, at, unit)._replace(few=number in ("1", "2"))


def _one_and_a_half(sentence: Sentence, at: int) -> Amount | None:
    """An article that is a number because a half follows: ett och ett halvt kilo."""
    numbers = sentence.numbers
    if sentence.word(at) not in numbers.articles or sentence.word(at + 1) not in numbers.joiners:
        return None
    half = at + 3 if sentence.word(at + 2) in numbers.articles else at + 2
    if numbers.halves.get(sentence.word(half)) != "0.5" or half + 1 in sentence.taken:
        return None
    return _built(sentence, Figure(Decimal("1.5"), (), half + 1, True), at)


def _one_unit(sentence: Sentence, at: int) -> Amount | None:
    """An article that is a number because it says by how much: "med en time"."""
    numbers = sentence.numbers
    led = any(meaning == "by" for meaning, _ in sentence.marks.get(at, ()))
    if not led or sentence.word(at) not in numbers.articles or not sentence.is_time(sentence.word(at + 1)):
        return None
    return _built(sentence, Figure(Decimal(1), (), at + 1, True), at)


def _share_at(sentence: Sentence, at: int) -> Amount | None:
    """A share in words behind "by" or in front of "of": by a third, hälften av."""
    found = _phrase_at(sentence, at, sentence.words.shares)
    if found is None:
        return None
    value, end = found
    led = any(meaning == "by" for meaning, _ in sentence.marks.get(at, ()))
    if not led and sentence.word(end) not in sentence.words.of and sentence.word(at) != "in":
        return None
    if sentence.word(end) in sentence.numbers.articles or sentence.word(end) in sentence.words.measures:
        return None
    figure = Figure(Decimal(value), (), end, True)
    return _built(sentence, figure, at, Unit("%", end, True))


def _phrase_at(sentence: Sentence, at: int, phrases: Mapping[str, str]) -> tuple[str, int] | None:
    """What the longest phrase at a token stands for, and the token after it."""
    for length in range(min(_LONGEST_PHRASE, len(sentence.toks) - at), 0, -1):
        if any(place in sentence.taken for place in range(at, at + length)):
            continue
        value = phrases.get(" ".join(tok.text for tok in sentence.toks[at : at + length]))
        if value is not None:
            return value, at + length
    return None


def _hours_at(sentence: Sentence, at: int) -> Amount | None:
    """One of a unit and a part of it: an hour and a half, a stone and a half, en time og tre kvarter."""
    numbers, unit = sentence.numbers, sentence.word(at + 1)
    if sentence.word(at) not in numbers.articles or sentence.word(at + 2) not in numbers.joiners:
        return None
    if unit not in numbers.time_units and unit not in sentence.words.measures:
        return None
    part = _phrase_at(sentence, at + 3, sentence.words.shares)
    if part is None:
        return None
    figure = Figure(1 + Decimal(part[0]) / 100, (), part[1], True)
    return _built(sentence, figure, at, Unit(unit, part[1]))


def _built(sentence: Sentence, figure: Figure, at: int, unit: Unit | None = None) -> Amount:
    """The amount of a number: its unit behind it or the currency in front, and all the marks around it."""
    toks, numbers = sentence.toks, sentence.numbers
    first, before = at, sentence.word(at - 1)
    if unit is None and (
        before in numbers.currencies or (before == "." and sentence.word(at - 2) in numbers.currencies)
    ):
        first = at - 1 if before != "." else at - 2
        unit = Unit(toks[first].text, _after_currency(sentence, figure.end))
    if unit is None:
        unit = unit_behind(sentence, figure.end)
        figure, unit = _composed(sentence, figure, unit)
    if first == at and sentence.word(at) in numbers.halves and sentence.word(at - 1) in numbers.articles:
        first -= 1  # på en halv time
    said, own = _marks_before(sentence, first)
    suffix = _suffix_at(sentence, _last_of_unit(sentence, unit))
    if suffix is not None:
        said |= {suffix.meaning}
        if not unit.text and suffix.end < len(toks) and suffix.meaning != "stands":
            unit = unit_behind(sentence, suffix.end)  # 5 or more customers
        elif suffix.end > unit.end and _last_of_unit(sentence, unit) == unit.end:
            unit = unit._replace(end=suffix.end)
    return Amount(
        tidy(figure.value),
        tuple(tidy(value) for value in figure.others),
        unit.text,
        unit.percent,
        False,
        frozenset(said),
        own,
        figure.end,
        unit.end,
        toks[first].start,
        toks[unit.end - 1].end,
        at,
        worded=figure.worded and toks[at].kind == "word",
        named=is_named(sentence, at, figure, said, unit.text),
        factor=figure.factor,
    )


def _suffix_at(sentence: Sentence, at: int) -> Match | None:
    """What a phrase behind a number and its unit says: "or more", "now"."""
    if at >= len(sentence.toks) or at in sentence.taken:
        return None
    found = goal_phrases(sentence.lang).after.longest(sentence.toks, at, {})
    return None if found is None or any(place in sentence.taken for place in range(at, found.end)) else found


def _after_currency(sentence: Sentence, end: int) -> int:
    """The token after a number with its currency in front and perhaps a second one behind."""
    return end + 1 if sentence.word(end) in sentence.numbers.currencies and end not in sentence.taken else end


def _composed(sentence: Sentence, figure: Figure, unit: Unit) -> tuple[Figure, Unit]:
    """3 hours 20, 2 timer og 30 minutter: the smaller unit as a part of the larger."""
    sizes = sentence.numbers.time_units
    larger = sizes.get(unit.text)
    if larger not in ("h", "min") or unit.text == "m" or unit.end >= len(sentence.toks) or unit.end in sentence.taken:
        return figure, unit
    at = unit.end + 1 if sentence.word(unit.end) in sentence.numbers.joiners else unit.end
    part = figure_at(sentence.toks, at, sentence.numbers)
    if part is None or part.value >= 60 or part.end - at > 1 or at in sentence.taken:
        return figure, unit
    smaller = sizes.get(sentence.word(part.end))
    goes_on = part.end < len(sentence.toks) and sentence.toks[part.end].kind == "word"
    if smaller == {"h": "min", "min": "s"}[larger]:
        end = part.end + 1
    elif at == unit.end and (
        not goes_on or sentence.word(part.end) in sentence.words.stops or part.end in sentence.taken
    ):
        end = part.end
    else:
        return figure, unit
    value = (figure.value + part.value / 60).quantize(_STEP)
    return figure._replace(value=value, others=()), unit._replace(end=end)


def _last_of_unit(sentence: Sentence, unit: Unit) -> int:
    pieces = unit.text.split()
    return unit.end + len(pieces) if pieces and pieces[0].lower() == sentence.word(unit.end) else unit.end


def _marks_before(sentence: Sentence, at: int) -> tuple[set[str], int]:
    """What all the phrases in front of a number say ("up to at least"), and where the first of them begins."""
    said: set[str] = set()
    for _ in range(3):
        found = sentence.marks.get(at)
        if not found:
            break
        begin = min(start for _, start in found)
        said |= {meaning for meaning, start in found if start == begin or meaning not in ("own",)}
        if {meaning for meaning, _ in found} <= {"own", "for", "compare", "year", "age", "scale", "hour", "inside"}:
            break
        at = begin
    return said, at


_PHRASED = (_few_at, _share_at, _one_and_a_half, _one_unit)
