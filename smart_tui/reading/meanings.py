"""Which of the amounts in a goal sentence is the aim, and what kind of measure it makes."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Kind
from smart_tui.reading.aims import FAR, NEAR, Aim, aim_of_level, is_change, is_difference, is_level, signed
from smart_tui.reading.amounts import Amount, Sentence
from smart_tui.reading.dates import FoundPeriod
from smart_tui.reading.phrases import Token
from smart_tui.reading.words import GoalWords, goal_words, number_words

_CLAUSE_ENDS = (".", "!", "?", ";")


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
    words = goal_words(sentence.lang)
    amounts = _known_names(sentence, amounts, words)
    pair = _pair(sentence, amounts)
    aim = pair[1] if pair else _aim(sentence, amounts, words)
    if aim is None:
        return _numberless(sentence, periods, words)
    period = _period_of(aim, sentence, amounts, periods)
    between = _between(sentence, amounts, aim)
    if between is not None and period is None:
        low, high = sorted((aim.value, between.value))
        unit = aim.unit or between.unit
        return Meaning(Kind.WITHIN, aim, upper=between, low=low, high=high, unit=unit, aim=Aim.REACH)
    base = _scaled(*pair) if pair else _baseline(aim, amounts)
    direction = _direction(sentence, aim, words)
    known = Meaning(
        None,
        aim,
        aim.value,
        base=base,
        baseline=base.value if base else None,
        unit=_unit(aim, base),
        period=period,
        direction=direction if period is not None else None,
    )
    if base is None and aim.percent and is_change(sentence, aim, words):
        change = signed(sentence, aim, words)
        return known._replace(kind=Kind.LEVEL, target=None, change=change, direction=None, aim=Aim.CHANGE)
    if period is not None:
        return _so_much_a_period(known, sentence, direction, words)
    if base is None and is_difference(sentence, aim, words):
        difference = signed(sentence, aim, words)
        sort = Aim.REDUCE_BY if difference < 0 else Aim.TOTAL
        return known._replace(kind=Kind.LEVEL, target=None, difference=difference, aim=sort)
    if base is not None or is_level(sentence, aim, words):
        return known._replace(kind=Kind.LEVEL, aim=aim_of_level(sentence, aim, base, words))
    return known._replace(kind=Kind.TOTAL, aim=Aim.TOTAL)


def _so_much_a_period(known: Meaning, sentence: Sentence, direction: Direction | None, words: GoalWords) -> Meaning:
    """A quota; one that keeps under a ceiling, or a level that is named by its period, aims at a level."""
    sort = Aim.REDUCE_TO if direction is Direction.AT_MOST else Aim.RECURRING
    if known.period is not None and known.period.adjective and known.amount is not None:
        sort = aim_of_level(sentence, known.amount, known.base, words)
    return known._replace(kind=Kind.QUOTA, direction=direction or Direction.AT_LEAST, aim=sort)


def _known_names(sentence: Sentence, amounts: Sequence[Amount], words: GoalWords) -> list[Amount]:
    """What only names the thing: both ends of a scale "from 1 to 5", a distance in "10 km in under 50 minutes"."""
    times = number_words(sentence.lang).time_units
    result = list(amounts)
    for place, (first, second) in enumerate(pairwise(amounts)):
        if "scale" in first.marks and second.first - first.last <= 1:
            result[place + 1] = second._replace(named=True)
        timed = second.unit in times and second.marks & {"for", "at_most"} and second.first - first.last <= 1
        if timed and first.unit in words.measures and first.unit not in times:
            result[place] = first._replace(named=True)
    return result


def _pair(sentence: Sentence, amounts: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Baseline and target of "from X to Y" or "X → Y"."""
    for first, second in pairwise(amounts):
        arrow = sentence.toks[first.last].text if first.last < len(sentence.toks) else ""
        led = "from" in first.marks or arrow in ("→", "->")
        if led and "to" in second.marks and not first.named and second.first - first.last <= NEAR:
            return first, second
    return None


def _scaled(base: Amount, aim: Amount) -> Amount:
    """The baseline of "from 2 to 3 million", which shares the word behind the target."""
    shares = base.factor == 1 < aim.factor and base.value < aim.factor
    return base._replace(value=base.value * aim.factor) if shares else base


def _aim(sentence: Sentence, amounts: Sequence[Amount], words: GoalWords) -> Amount | None:
    best: Amount | None = None
    most = 0
    for amount in amounts:
        if amount.named:
            continue
        weight = _weight(sentence, amount, words, len(amounts) > 1)
        if best is None or weight > most:
            best, most = amount, weight
    return best


def _weight(sentence: Sentence, amount: Amount, words: GoalWords, others: bool) -> int:
    """How much an amount looks like the aim; the first of the heaviest is taken."""
    weight = 0
    if "now" in amount.marks and others:
        weight -= 8
    if "compare" in amount.marks and not amount.marks & {"for", "to", "by", "from"}:
        weight -= 1
    if amount.marks & {"own"} and not amount.percent:
        weight -= 3
    if "for" in amount.marks:
        weight -= 1
    if amount.bracketed:
        weight -= 3
    if amount.worded and amount.value == 1 and amount.unit != "times":
        weight -= 2
    if amount.marks & {"at_least", "at_most"}:
        weight += 1
    if amount.unit in words.times:
        weight += 2
    if amount.percent:
        weight += 2 if is_change(sentence, amount, words) else 1
    return weight


def _between(sentence: Sentence, amounts: Sequence[Amount], aim: Amount) -> Amount | None:
    """The other end of "between X and Y"."""
    if "between" not in aim.marks:
        return None
    joiners = number_words(sentence.lang).joiners | {"-", "–"}
    for other in amounts:
        gap = [tok.text for tok in sentence.toks[aim.last : other.first]]
        if other.start > aim.start and len(gap) == 1 and gap[0] in joiners:
            return other
    return None


def _baseline(aim: Amount, amounts: Sequence[Amount]) -> Amount | None:
    for amount in amounts:
        alike = amount.clock == aim.clock and (not amount.unit or not aim.unit or amount.percent == aim.percent)
        if "now" in amount.marks and amount is not aim and alike:
            return amount
    return None


def _unit(aim: Amount, base: Amount | None) -> str:
    return aim.unit or (base.unit if base is not None else "")


def _direction(sentence: Sentence, aim: Amount, words: GoalWords) -> Direction | None:
    # "only drink 2": a verb may stand between the word and its number.
    earlier = sentence.toks[aim.first - 2].text if aim.first > 1 else ""
    if "at_most" in aim.marks or earlier in words.onlys:
        return Direction.AT_MOST
    return Direction.AT_LEAST if "at_least" in aim.marks else None


def _period_of(
    aim: Amount, sentence: Sentence, amounts: Sequence[Amount], periods: Sequence[FoundPeriod]
) -> FoundPeriod | None:
    """The cadence that belongs to the aim: each belongs to the amount before it in its clause, else to the next."""
    breaks = [tok.start for tok in sentence.toks if tok.text in _CLAUSE_ENDS and _breaks(sentence, tok)]
    for period in periods:
        clause = max((place for place in breaks if place < period.start), default=-1)
        before = [a for a in amounts if clause < a.start and a.end <= period.start and not a.named]
        after = [a for a in amounts if a.start >= period.end and not a.named]
        owner = _owner(before) if before else (after[0] if after else None)
        if owner is not None and owner.start == aim.start:
            return period
    return None


def _owner(before: Sequence[Amount]) -> Amount:
    """The amount a cadence behind it belongs to: the last, unless that is the size of the one before ("of 30 minutes")
    or the other end of a range ("4 to 5 times")."""
    last = before[-1]
    sized = len(before) > 1 and last.unit and last.marks & {"for", "to"} and not last.marks & {"by"}
    paired = len(before) > 1 and "from" in before[-2].marks
    return before[-2] if sized and not paired else last


def _breaks(sentence: Sentence, tok: Token) -> bool:
    """Whether a mark ends a clause: a dot behind `kr.` or `pr.` is followed by small letters."""
    following = sentence.text[tok.end : tok.end + 2].strip()
    return tok.text != "." or following[:1].isupper()


def _numberless(sentence: Sentence, periods: Sequence[FoundPeriod], words: GoalWords) -> Meaning:
    """A sentence without a number: so often, doubling and halving, or something done once."""
    for tok in sentence.toks:
        if tok.text in words.factors:
            change = Decimal(words.factors[tok.text])
            return Meaning(Kind.LEVEL, change=change, factor=tok.end, aim=Aim.CHANGE)
    if periods and not any(tok.text in words.negations for tok in sentence.toks):
        period = periods[0]
        often = Decimal(max(1, len(set(period.weekdays))))
        side = Direction.AT_LEAST
        return Meaning(Kind.QUOTA, target=often, period=period, direction=side, aim=Aim.RECURRING)
    first = {tok.text for tok in sentence.toks[:FAR]}
    moving = (words.rise | words.fall) - {"up", "op", "upp", "off", "af", "down", "ned", "ner"}
    done = first & words.events and not first & moving
    return Meaning(Kind.MILESTONES, aim=Aim.MILESTONE) if done else Meaning()
