"""A goal sentence -> kind, number, unit, period, baseline, change and deadline, each with its place in the sentence."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Kind, Period
from smart_tui.reading.aims import Aim, sign_of
from smart_tui.reading.amounts import Amount, amounts_in
from smart_tui.reading.datemeanings import Occasion
from smart_tui.reading.dates import DateReading, FoundDate, FoundPeriod
from smart_tui.reading.deadlines import timing_in
from smart_tui.reading.goaltitle import Span, without
from smart_tui.reading.meanings import Meaning, meaning_of
from smart_tui.reading.phrases import normal, tokens
from smart_tui.reading.sentences import Sentence, taken_apart
from smart_tui.reading.units import unit_said

_LONGEST = 600
"""Characters of a sentence that are read; what follows stays in the title."""


class Chip(NamedTuple):
    """One thing read from a sentence, to be offered; an empty span takes nothing out of the title."""

    field: str
    """"kind", "target", "unit", "period", "direction", "baseline", "change" (signed percent), "difference" (signed,
    from a baseline that is not said), "low", "high", "weekdays" or "deadline"."""
    value: object
    """Kind, Decimal, str, Period, Direction, a bit mask of weekdays, or a `DateReading` for a deadline."""
    start: int
    end: int


class GoalReading(NamedTuple):
    """What a goal sentence says about how and by when it is measured. None is: it does not say."""

    title: str
    """The sentence without all that was read."""
    kind: Kind | None = None
    target: Decimal | None = None
    change_percent: Decimal | None = None
    """Signed, in percent of a baseline."""
    difference: Decimal | None = None
    """Signed, in the unit: "lose 9 kilos" is -9."""
    baseline: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    period: Period | None = None
    direction: Direction | None = None
    deadline: DateReading | None = None
    ambiguous: tuple[Decimal, ...] = ()
    """Other values the number could have."""
    chips: tuple[Chip, ...] = ()
    aim: Aim | None = None
    """What the sentence is after, finer than `kind`."""
    deadline_words: str = ""
    """An end without a known date, as written: "before the baby comes"; to be asked."""
    cadence: str = ""
    """The words that say how often, also where no `period` fits them: "every other week"."""
    per: Period | None = None
    """As `period`, but the week of an amount that is meant for each of several weekdays in it."""


@lru_cache(maxsize=8)  # at every key the chips and the coach ask for the same sentence
def read_goal(text: str, lang: str, today: date, first_weekday: int = 0) -> GoalReading:
    """What a goal sentence says; never raises. Places refer to the cleaned text (NFC)."""
    written = normal(text)
    toks = tokens(written[:_LONGEST])
    when = timing_in(toks, written, lang, Occasion(today, first_weekday))
    spans = when.spans
    taken = frozenset(place for place, tok in enumerate(toks) if any(start <= tok.start < end for start, end in spans))
    sentence = taken_apart(written, toks, taken, lang)
    meaning = _with_unit(meaning_of(sentence, amounts_in(sentence, when.cadences), when.cadences), sentence)
    chips = tuple(_chips(meaning, when.deadline, sentence))
    title = without(written, [(chip.start, chip.end) for chip in chips], lang)
    return GoalReading(
        title,
        meaning.kind,
        meaning.target,
        meaning.change,
        meaning.difference,
        meaning.baseline,
        meaning.low,
        meaning.high,
        meaning.unit,
        meaning.period.period if meaning.period and meaning.period.regular else None,
        meaning.direction,
        when.deadline.reading if when.deadline else None,
        meaning.amount.others if meaning.amount else (),
        chips,
        meaning.aim,
        written[slice(*when.event)] if when.event else "",
        written[when.cadences[0].start : when.cadences[0].end] if when.cadences else "",
        _said_period(meaning, when.cadences),
    )


def _said_period(meaning: Meaning, cadences: Sequence[FoundPeriod]) -> Period | None:
    if meaning.period is None or not meaning.period.regular:
        return None
    said = (cadence.period for cadence in cadences if cadence.start == meaning.period.start)
    return next(said, meaning.period.period)


def _with_unit(meaning: Meaning, sentence: Sentence) -> Meaning:
    """The meaning with its unit as one says it: the many of it where one is left of more ("from 3 days to 1 day")."""
    aim, base, unit, times = meaning.amount, meaning.base, meaning.unit, sentence.numbers.time_units
    if aim is None or not unit:
        return meaning
    if base is not None and base.unit and base.value != 1 == aim.value and times.get(base.unit) == times.get(unit):
        aim, unit = base, base.unit
    return meaning._replace(unit=unit_said(sentence, unit, aim.value, range(aim.first, aim.last)))


def _chips(meaning: Meaning, deadline: FoundDate | None, sentence: Sentence) -> list[Chip]:
    chips: list[Chip] = []
    amount = meaning.amount
    at = amount.end if amount else 0
    if meaning.kind is not None:
        chips.append(Chip("kind", meaning.kind, at, at))
    if amount is not None:
        start, end = _place(amount, sentence)
        if meaning.change is not None and sign_of(sentence, amount):
            start = min(start, amount.start - 1)
        name, value = meaning.figure
        chips.append(Chip(name, value, start, end))
    elif meaning.target is not None and meaning.period is not None and meaning.kind is not None:
        chips.append(Chip("target", meaning.target, meaning.period.start, meaning.period.start))
    elif meaning.factor is not None:
        chips.append(Chip("change", meaning.change, meaning.factor, meaning.factor))
    if meaning.unit:
        chips.append(Chip("unit", meaning.unit, at, at))
    for name, other, value in (("baseline", meaning.base, meaning.baseline), ("high", meaning.upper, meaning.high)):
        if other is not None:
            start, end = _place(other, sentence)
            if other is meaning.upper and amount is not None and amount.end < start:
                start = amount.end  # the "and" of a range goes with it
            chips.append(Chip(name, value, start, end))
    if meaning.direction is not None:
        chips.append(Chip("direction", meaning.direction, at, at))
    if meaning.period is not None and meaning.period.regular:
        chips.append(Chip("period", meaning.period.period, meaning.period.start, meaning.period.end))
        if meaning.period.weekdays:
            mask = sum(1 << day for day in set(meaning.period.weekdays))
            chips.append(Chip("weekdays", mask, meaning.period.start, meaning.period.start))
    if deadline is not None:
        chips.append(Chip("deadline", deadline.reading, deadline.start, deadline.end))
    return sorted(chips, key=lambda chip: chip.start)


def _place(amount: Amount, sentence: Sentence) -> Span:
    """From the words that lead up to the number to the end of it and of the unit that belongs to it."""
    toks, words = sentence.toks, sentence.words
    start, end = toks[amount.first].start, amount.end
    following = sentence.word(amount.last)
    part = amount.percent and following in words.of
    said = amount.worded and (amount.percent or amount.unit in words.times)
    if part or (said and (following in words.of or following in words.likes)):
        return end, end  # "half of all meals" and "20% of my salary" would be all of it without the part
    # "2 litres of water" leaves "water"; "2 of 3 books" has no unit of its own, and keeps its "of".
    own = amount.percent or sentence.text[end - 1].isalpha() or not amount.unit[:1].isalpha()
    if own and amount.last < len(toks) - 1 and toks[amount.last].text in words.of:
        end = toks[amount.last].end
    return start, end


__all__ = ["Aim", "Chip", "GoalReading", "read_goal", "without"]
