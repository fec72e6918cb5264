"""Which of the amounts in a goal sentence is the aim, and what kind of measure it makes."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Kind, Period
from smart_tui.reading.aims import Aim, aim_of_level, is_change, is_difference, is_level, signed
from smart_tui.reading.amounts import Amount
from smart_tui.reading.choosing import aim_of, baseline_of, other_end, pair_of, period_of, with_units
from smart_tui.reading.dates import FoundPeriod
from smart_tui.reading.sentences import FAR, Sentence
from smart_tui.reading.words import date_words

_HOURS = 24
"""Hours of a day."""
_NEAR = 4
"""Tokens between "only" and its number."""


class Meaning(NamedTuple):
    """The aim of a sentence. The amounts are kept for their places in it."""

    kind: Kind | None = None
    amount: Amount | None = None
    target: Decimal | None = None
    change: Decimal | None = None
    difference: Decimal | None = None
    base: Amount | None = None
    baseline: Decimal | None = None
    upper: Amount | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    period: FoundPeriod | None = None
    direction: Direction | None = None
    aim: Aim | None = None
    factor: int | None = None
    """Where a verb like "double" ends; it stays in the title, which would be lost without it."""

    @property
    def figure(self) -> tuple[str, Decimal | None]:
        """What the aimed amount is called, and its value."""
        if self.change is not None:
            return "change", self.change
        if self.difference is not None:
            return "difference", self.difference
        return ("low", self.low) if self.low is not None else ("target", self.target)


def meaning_of(sentence: Sentence, amounts: Sequence[Amount], periods: Sequence[FoundPeriod]) -> Meaning:
    """The aim among the amounts of a sentence, with the cadence that belongs to it."""
    amounts = with_units(sentence, _without_scales(amounts))
    pair = pair_of(sentence, amounts)
    aim = pair[1] if pair else aim_of(sentence, amounts, periods)
    multiple = _multiple(sentence)
    if multiple is not None and (aim is None or _comes_first(sentence, multiple, aim)):
        return multiple
    if aim is None:
        return _numberless(sentence, periods)
    if pair is None and len(amounts) == 1 and _only_begins(sentence, aim):
        return Meaning(Kind.LEVEL, base=aim, baseline=aim.value, unit=aim.unit)
    period = period_of(aim, sentence, amounts, periods)
    between = other_end(sentence, amounts, aim)
    if between is not None and between.percent and "by" in aim.marks:
        aim, between = aim._replace(unit=between.unit, percent=True), None
    if between is not None and period is None:
        low, high = sorted((aim.value, between.value))
        unit = aim.unit or between.unit
        return Meaning(Kind.WITHIN, aim, upper=between, low=low, high=high, unit=unit, aim=Aim.REACH)
    base = pair[0] if pair else baseline_of(sentence, aim, amounts)
    unit = aim.unit or (base.unit if base else "")
    known = Meaning(None, aim, aim.value, base=base, baseline=base.value if base else None, unit=unit, period=period)
    return _measured(known, sentence, aim)


def _only_begins(sentence: Sentence, aim: Amount) -> bool:
    """Whether a number only says where a change begins: "cut the waste from 6 %"."""
    level = aim.percent or not aim.unit or aim.unit in sentence.words.measures
    return (
        "from" in aim.marks
        and aim.marks <= {"from", "year"}
        and level
        and sentence.moving(aim.at, over_joiners=True) >= 0
    )


def _measured(known: Meaning, sentence: Sentence, aim: Amount) -> Meaning:
    """What kind of measure an aim is, with its sign, its direction and its cadence."""
    base, period, side = known.base, known.period, _direction(sentence, aim)
    if aim.unit in sentence.words.times and sentence.word(aim.last) in sentence.words.likes:
        change = (aim.value - 1) * 100  # three times as many
        return known._replace(kind=Kind.LEVEL, target=None, change=change, unit="", aim=Aim.CHANGE)
    if is_change(sentence, aim) and (base is None or "by" in aim.marks):
        described = period is not None and period.adjective and period.end <= aim.start
        known = known._replace(period=None if described else period)  # yearly revenue +10 %
        return known._replace(kind=Kind.LEVEL, target=None, change=signed(sentence, aim), aim=Aim.CHANGE)
    led = period is not None and period.start < aim.start
    if base is None and is_difference(sentence, aim) and (period is None or led or "by" in aim.marks):
        difference = signed(sentence, aim)
        sort = Aim.REDUCE_BY if difference < 0 else Aim.TOTAL
        period = None if led else period
        return known._replace(kind=Kind.LEVEL, target=None, difference=difference, aim=sort, period=period)
    if period is not None:
        return _so_much_a_period(known, sentence, aim, side)
    if base is not None or is_level(sentence, aim):
        return known._replace(kind=Kind.LEVEL, aim=aim_of_level(sentence, aim, base))
    return known._replace(kind=Kind.TOTAL, aim=Aim.REDUCE_TO if side is Direction.AT_MOST else Aim.TOTAL)


def _so_much_a_period(known: Meaning, sentence: Sentence, aim: Amount, side: Direction | None) -> Meaning:
    """A quota; one that keeps under a ceiling, or a level that is named by its period, aims at a level."""
    base, period = known.base, _for_each(sentence, aim, known.period)
    fallen = base is not None and aim.value < base.value
    described = period is not None and period.adjective and period.end <= aim.start
    down = sentence.moves.get(sentence.moving(aim.at, over_joiners=False), 0) < 0
    if fallen or side is Direction.AT_MOST or ("to" in aim.marks and down):
        side, sort = Direction.AT_MOST, Aim.REDUCE_TO
    elif described and aim.marks & {"to", "limit"}:
        sort = aim_of_level(sentence, aim, base)
    else:
        sort = Aim.RECURRING
    if period is not None and not period.regular:
        return known._replace(direction=side, aim=sort)  # a quota has a period of the calendar
    return known._replace(period=period, kind=Kind.QUOTA, direction=side or Direction.AT_LEAST, aim=sort)


def _for_each(sentence: Sentence, aim: Amount, period: FoundPeriod | None) -> FoundPeriod | None:
    """The cadence of an aim; what is no number of times is meant for each of several named weekdays."""
    if period is None or period.period is not Period.WEEK or len(set(period.weekdays)) < 2:
        return period
    often = aim.unit in sentence.words.times or aim.unit in date_words(sentence.lang).units
    long = sentence.numbers.time_units.get(aim.unit) == "h" and aim.value > _HOURS  # 37 hours from Monday to Friday
    return period if often or long else period._replace(period=Period.DAY)


def _without_scales(amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with both ends of a scale "from 1 to 5" as names."""
    result = list(amounts)
    for place in range(1, len(result)):
        first, second = result[place - 1], result[place]
        if "scale" in first.marks and second.first - first.last <= 1:
            result[place] = second._replace(named=True)
    return result


def _direction(sentence: Sentence, aim: Amount) -> Direction | None:
    # "only eat out 2": a verb may stand between the word and its number.
    for place in range(aim.first - 1, max(-1, aim.first - 1 - _NEAR), -1):
        if sentence.ends_clause(place) or sentence.word(place) in sentence.numbers.joiners:
            break
        if sentence.word(place) in sentence.words.onlys:
            return Direction.AT_MOST
    denied = {"at_least", "limit"} <= aim.marks and any(
        sentence.word(place) in sentence.words.negations for place in range(max(0, aim.first - _NEAR), aim.first)
    )
    if denied or "at_most" in aim.marks:
        return Direction.AT_MOST
    return Direction.AT_LEAST if "at_least" in aim.marks else None


def _multiple(sentence: Sentence) -> Meaning | None:
    """Doubling, halving and their like."""
    for place, tok in enumerate(sentence.toks):
        if tok.text in sentence.words.factors and place not in sentence.taken:
            change = Decimal(sentence.words.factors[tok.text])
            return Meaning(Kind.LEVEL, change=change, factor=tok.end, aim=Aim.CHANGE)
    return None


def _comes_first(sentence: Sentence, multiple: Meaning, aim: Amount) -> bool:
    """Whether a doubling is the aim, and the number behind it only belongs to what is doubled."""
    # Swedish "halvera på två": behind a word that also says how long, a bare number waits for its unit.
    bare = not aim.unit and "for" in aim.marks
    return (
        multiple.factor is not None
        and multiple.factor <= aim.start
        and not (aim.marks & {"to", "from", "limit"} and not bare)
    )


def _level_in_words(sentence: Sentence) -> Aim | None:
    """A level that is no number: a mark in letters ("from D to B"), the average of others ("nå snittet")."""
    score = any(sentence.scores(place) for place in range(len(sentence.toks)))
    for end, found in sentence.marks.items():
        if not any(meaning in ("to", "for") for meaning, _ in found):
            continue
        lettered = len(sentence.word(end)) == 1 and "A" <= sentence.written(end) <= "F"
        others = any(sentence.word(place).endswith(sentence.words.benchmarks) for place in (end, end + 1))
        if score and (lettered or others):
            return Aim.RATING
        if others:
            move = sentence.moving(end, over_joiners=True)
            return Aim.REDUCE_TO if sentence.moves.get(move, 0) < 0 else Aim.REACH
    return None


def _numberless(sentence: Sentence, periods: Sequence[FoundPeriod]) -> Meaning:
    """A sentence without a number that counts: done so often, or done once."""
    words = sentence.words
    level = _level_in_words(sentence)
    if level is not None:
        return Meaning(Kind.LEVEL, aim=level)
    if periods and not any(tok.text in words.negations for tok in sentence.toks):
        period = periods[0]
        often = Decimal(len(set(period.weekdays)) or 1) if period.period is Period.WEEK else Decimal(1)
        capped = any(
            meaning == "at_most" and sentence.word(end) in sentence.numbers.articles
            for end, found in sentence.marks.items()
            for meaning, _ in found
        )
        side, sort = (Direction.AT_MOST, Aim.REDUCE_TO) if capped else (Direction.AT_LEAST, Aim.RECURRING)
        if not period.regular:
            return Meaning(target=often, period=period, aim=sort)
        return Meaning(Kind.QUOTA, target=often, period=period, direction=side, aim=sort)
    first = {tok.text for tok in sentence.toks[:FAR]}
    moving = any(sentence.word(place) not in words.particles for place in sentence.moves if place < FAR)
    done = first & words.events and not moving
    return Meaning(Kind.MILESTONES, aim=Aim.MILESTONE) if done else Meaning()
