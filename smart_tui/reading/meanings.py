"""Which of the amounts in a goal sentence is the aim, and what kind of measure it makes."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Kind
from smart_tui.reading.amounts import Amount, Sentence
from smart_tui.reading.dates import FoundPeriod
from smart_tui.reading.phrases import Token
from smart_tui.reading.words import GoalWords, goal_words, number_words

_NEAR = 6
"""Tokens between the two ends of "from X to Y"."""
_FAR = 14
"""Tokens between a verb of change and its number."""
_PARTICLE = 3
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
        return Meaning(Kind.WITHIN, aim, upper=between, low=low, high=high, unit=aim.unit or between.unit)
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
    if base is None and aim.percent and _is_change(sentence, aim, words):
        change = _signed(sentence, aim, words)
        return known._replace(kind=Kind.LEVEL, target=None, change=change, direction=None)
    if period is not None:
        return known._replace(kind=Kind.QUOTA, direction=direction or Direction.AT_LEAST)
    if base is None and _is_difference(sentence, aim, words):
        return known._replace(kind=Kind.LEVEL, target=None, difference=_signed(sentence, aim, words))
    return known._replace(kind=Kind.LEVEL if base or _is_level(sentence, aim, words) else Kind.TOTAL)


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
        if led and "to" in second.marks and not first.named and second.first - first.last <= _NEAR:
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
        weight += 2 if _is_change(sentence, amount, words) else 1
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


def _nearby(sentence: Sentence, amount: Amount) -> tuple[list[str], list[str]]:
    """The words before an amount, nearest first, and the few behind it."""
    before = [tok.text for tok in sentence.toks[max(0, amount.first - _FAR) : amount.first + 1]][::-1]
    return before, [tok.text for tok in sentence.toks[amount.last : amount.last + 2]]


def _is_change(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a percentage is a change and not a level."""
    if "to" in amount.marks and "by" not in amount.marks:
        return False
    if sign_of(sentence, amount):
        return True
    before, behind = _nearby(sentence, amount)
    moving = words.rise | words.fall
    later = any(text in words.more or (text in moving and len(text) > _PARTICLE) for text in behind)
    return "by" in amount.marks or later or any(text in moving for text in before)


def sign_of(sentence: Sentence, amount: Amount) -> int:
    """1 or -1 for the sign that stands right in front of a percentage ("+10 %"), 0 without one."""
    before, sign = sentence.text[: amount.start][-2:-1], sentence.text[: amount.start][-1:]
    if not amount.percent or not sign or sign not in "+-−" or before.strip():
        return 0
    return 1 if sign == "+" else -1


def _is_difference(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a number is by how much, not how many: "lose 9 kilos", "by 8 beats"."""
    if amount.clock or amount.marks & {"to", "at_most"}:
        return False
    before, _ = _nearby(sentence, amount)
    own = amount.unit in words.measures or amount.unit in words.points or amount.unit == "percentage points"
    if "by" in amount.marks:
        return any(text in words.rise | words.fall for text in before)
    if not own:
        return False
    off = sentence.toks[amount.last].text if amount.last < len(sentence.toks) else ""
    return off in words.fall or any(text in words.fall for text in before)


def _signed(sentence: Sentence, amount: Amount, words: GoalWords) -> Decimal:
    """The amount with the sign of the verb of change nearest in front of it, or else behind it."""
    sign = sign_of(sentence, amount)
    if sign:
        return sign * abs(amount.value)
    before, behind = _nearby(sentence, amount)
    for text in (*before, *behind):
        if text in words.fall:
            return -abs(amount.value)
        if text in words.rise:
            return abs(amount.value)
    return amount.value


def _is_level(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a number is a level to reach and not a sum to collect."""
    if amount.percent or amount.clock:
        return True
    before, behind = _nearby(sentence, amount)
    times = number_words(sentence.lang).time_units
    if amount.unit in times and ("for" in amount.marks or "at_most" in amount.marks or words.limits & {*behind}):
        return True
    verbs = words.levels | words.rise | words.fall
    if "to" in amount.marks and (not amount.unit or amount.unit in words.measures or verbs & {*before}):
        return True
    return bool(words.levels & {*before[:_NEAR]})


def _numberless(sentence: Sentence, periods: Sequence[FoundPeriod], words: GoalWords) -> Meaning:
    """A sentence without a number: so often, doubling and halving, or something done once."""
    for tok in sentence.toks:
        if tok.text in words.factors:
            return Meaning(Kind.LEVEL, change=Decimal(words.factors[tok.text]), factor=tok.end)
    if periods and not any(tok.text in words.negations for tok in sentence.toks):
        period = periods[0]
        often = Decimal(max(1, len(set(period.weekdays))))
        return Meaning(Kind.QUOTA, target=often, period=period, direction=Direction.AT_LEAST)
    first = {tok.text for tok in sentence.toks[:_FAR]}
    moving = (words.rise | words.fall) - {"up", "op", "upp", "off", "af", "down", "ned", "ner"}
    return Meaning(Kind.MILESTONES if first & words.events and not first & moving else None)
