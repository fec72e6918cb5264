"""What kind of aim an amount makes in its sentence: a change, a difference, a level, a score or a sum."""

from decimal import Decimal
from enum import StrEnum

from smart_tui.reading.amounts import Amount
from smart_tui.reading.sentences import FAR, Sentence, is_feat

_NEAR = 6
"""Tokens between a verb of reaching and its number."""
_PARTICLE = 3


class Aim(StrEnum):
    """What a goal sentence is after, finer than the kind of measure that counts it."""

    RECURRING = "recurring"
    """So much in every period."""
    TOTAL = "total"
    """Add up to a sum."""
    REACH = "reach"
    """Get a level up to something."""
    REDUCE_TO = "reduce to"
    """Get a level down to something, or stay under it."""
    REDUCE_BY = "reduce by"
    """Get a level down by so much."""
    CHANGE = "change percent"
    RATING = "rating"
    """A score on a scale."""
    MILESTONE = "milestone"
    """Done once, without a number."""


def is_change(sentence: Sentence, amount: Amount) -> bool:
    """Whether a percentage is a change and not a level."""
    if not amount.percent or (amount.marks & {"to", "limit"} and "by" not in amount.marks):
        return False
    if "by" in amount.marks or sign_of(sentence, amount):
        return True
    for place in (amount.last, amount.last + 1):
        word = sentence.word(place)
        if word in sentence.words.more or (place in sentence.moves and len(word) > _PARTICLE):
            return True
    return sentence.moving(amount.at, over_joiners=True) >= 0


def sign_of(sentence: Sentence, amount: Amount) -> int:
    """1 or -1 for the sign that stands right in front of a percentage ("+10 %"), 0 without one."""
    before, sign = sentence.text[: amount.start][-2:-1], sentence.text[: amount.start][-1:]
    if not amount.percent or not sign or sign not in "+-−" or before.strip():
        return 0
    return 1 if sign == "+" else -1


def is_difference(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is by how much, not how many: "lose 9 kilos", "by 8 beats"."""
    if amount.clock or amount.marks & {"to", "limit", "at_most"}:
        return False
    words = sentence.words
    if "by" in amount.marks:
        return bool(_direction(sentence, amount, over_joiners=True))
    if amount.unit in words.points or amount.unit == "percentage points":
        return True
    own = amount.unit in words.measures
    if own and (sentence.word(amount.last) in words.off or sentence.word(amount.at - 1) in words.off):
        return True
    move = sentence.moving(amount.at, over_joiners=False)
    if move < 0 or sentence.moves[move] > 0 or sentence.word(move) in words.more:
        return False
    return own or (move == amount.first - 1 and len(sentence.word(move)) > _PARTICLE and bool(amount.unit))


def signed(sentence: Sentence, amount: Amount) -> Decimal:
    """The amount with the sign of the verb of change nearest in front of it, or else behind it."""
    sign = sign_of(sentence, amount) or _direction(sentence, amount, over_joiners=True)
    around = (sentence.word(amount.at - 1), sentence.word(amount.last))
    if not sign and any(word in sentence.words.off for word in around):
        sign = -1
    return (sign or 1) * abs(amount.value)


def _direction(sentence: Sentence, amount: Amount, *, over_joiners: bool) -> int:
    """Which way the words around an amount go: the nearest in front in its clause, else the nearest behind."""
    move = sentence.moving(amount.at, over_joiners=over_joiners)
    if move >= 0:
        return sentence.moves[move]
    for place in range(amount.last, min(len(sentence.toks), amount.last + FAR)):
        if sentence.ends_clause(place):
            return 0
        if place in sentence.moves:
            return sentence.moves[place]
    return 0


def is_level(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is a level to reach and not a sum to collect."""
    if amount.percent or amount.clock or is_feat(sentence) or is_score(sentence, amount):
        return True
    words = sentence.words
    sized = sentence.word(amount.at - 1) in words.sizes or "own" in amount.marks
    if sized and is_written(sentence, amount):
        return True
    behind = {sentence.word(amount.last), sentence.word(amount.last + 1)}
    if sentence.is_time(amount.unit) and (amount.marks & {"for", "hold", "at_most", "limit"} or words.limits & behind):
        return True
    if amount.worded and not amount.value and not amount.unit:
        return True  # break even
    own = not amount.unit or amount.unit in words.measures
    near = range(max(0, amount.at - _NEAR), amount.at)
    counted = bool(amount.unit) and not own and not sentence.is_time(amount.unit)
    if counted and amount.first == amount.at and sentence.word(amount.at - 1) in words.holds:
        return False  # "hold 3 courses"
    levelled = any(sentence.word(place) in words.levels for place in near)
    moving = sentence.moving(amount.at, over_joiners=True) >= 0
    if "to" in amount.marks and (own or levelled or moving):
        return True
    if amount.marks & {"limit", "at_most"} and (moving or levelled or own):
        return True
    return levelled or (not amount.unit and moving)


def is_written(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is how long something is to become that is written."""
    unit = amount.unit.split()[:1]
    letters = bool(unit) and unit[0].lower() in sentence.words.lengths
    return letters and any(sentence.word(place) in sentence.words.writes for place in range(amount.at))


def aim_of_level(sentence: Sentence, amount: Amount, base: Amount | None) -> Aim:
    """Which way a level is to go, or that it is a score."""
    if is_score(sentence, amount):
        return Aim.RATING
    if base is not None and base.value != amount.value:
        return Aim.REDUCE_TO if amount.value < base.value else Aim.REACH
    return Aim.REDUCE_TO if _goes_down(sentence, amount) else Aim.REACH


def _goes_down(sentence: Sentence, amount: Amount) -> bool:
    """Whether a level without a baseline is one to get down to: a ceiling, a time to beat, a verb of falling."""
    if "at_most" in amount.marks:
        return True
    move = sentence.moving(amount.at, over_joiners=True)
    if move >= 0:
        return sentence.moves[move] < 0
    if "at_least" in amount.marks:
        return False
    behind = {sentence.word(amount.last), sentence.word(amount.last + 1)}
    beaten = sentence.is_time(amount.unit) or amount.clock
    beaten = beaten and "hold" not in amount.marks and not is_feat(sentence)
    return beaten and ("for" in amount.marks or amount.clock or bool(sentence.words.limits & behind))


def is_score(sentence: Sentence, amount: Amount) -> bool:
    """Whether the sentence speaks of marks on a scale around its number."""
    if sentence.is_time(amount.unit) or amount.unit in sentence.numbers.currencies:
        return False
    near = range(max(0, amount.at - 2 * FAR), min(len(sentence.toks), amount.last + 3))
    return any(sentence.scores(place) for place in near)
