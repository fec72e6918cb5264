"""What kind of aim an amount makes in its sentence: a change, a difference, a level, a score or a sum."""

from decimal import Decimal
from enum import StrEnum

from smart_tui.reading.amounts import Amount, Sentence
from smart_tui.reading.words import GoalWords, number_words

NEAR = 6
"""Tokens between the two ends of "from X to Y"."""
FAR = 14
"""Tokens between a verb of change and its number."""
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


def nearby(sentence: Sentence, amount: Amount) -> tuple[list[str], list[str]]:
    """The words before an amount, nearest first, and the few behind it."""
    before = [tok.text for tok in sentence.toks[max(0, amount.first - FAR) : amount.first + 1]][::-1]
    return before, [tok.text for tok in sentence.toks[amount.last : amount.last + 2]]


def is_change(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a percentage is a change and not a level."""
    if "to" in amount.marks and "by" not in amount.marks:
        return False
    if sign_of(sentence, amount):
        return True
    before, behind = nearby(sentence, amount)
    moving = words.rise | words.fall
    later = any(text in words.more or (text in moving and len(text) > _PARTICLE) for text in behind)
    return "by" in amount.marks or later or any(text in moving for text in before)


def sign_of(sentence: Sentence, amount: Amount) -> int:
    """1 or -1 for the sign that stands right in front of a percentage ("+10 %"), 0 without one."""
    before, sign = sentence.text[: amount.start][-2:-1], sentence.text[: amount.start][-1:]
    if not amount.percent or not sign or sign not in "+-−" or before.strip():
        return 0
    return 1 if sign == "+" else -1


def is_difference(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a number is by how much, not how many: "lose 9 kilos", "by 8 beats"."""
    if amount.clock or amount.marks & {"to", "at_most"}:
        return False
    before, _ = nearby(sentence, amount)
    own = amount.unit in words.measures or amount.unit in words.points or amount.unit == "percentage points"
    if "by" in amount.marks:
        return any(text in words.rise | words.fall for text in before)
    if not own:
        return False
    off = sentence.toks[amount.last].text if amount.last < len(sentence.toks) else ""
    return off in words.fall or any(text in words.fall for text in before)


def signed(sentence: Sentence, amount: Amount, words: GoalWords) -> Decimal:
    """The amount with the sign of the verb of change nearest in front of it, or else behind it."""
    sign = sign_of(sentence, amount)
    if sign:
        return sign * abs(amount.value)
    before, behind = nearby(sentence, amount)
    for text in (*before, *behind):
        if text in words.fall:
            return -abs(amount.value)
        if text in words.rise:
            return abs(amount.value)
    return amount.value


def is_level(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a number is a level to reach and not a sum to collect."""
    if amount.percent or amount.clock:
        return True
    before, behind = nearby(sentence, amount)
    times = number_words(sentence.lang).time_units
    if amount.unit in times and ("for" in amount.marks or "at_most" in amount.marks or words.limits & {*behind}):
        return True
    verbs = words.levels | words.rise | words.fall
    if "to" in amount.marks and (not amount.unit or amount.unit in words.measures or verbs & {*before}):
        return True
    return bool(words.levels & {*before[:NEAR]})


def aim_of_level(sentence: Sentence, amount: Amount, base: Amount | None, words: GoalWords) -> Aim:
    """Which way a level is to go, or that it is a score."""
    if is_score(sentence, amount, words):
        return Aim.RATING
    if base is not None and base.value != amount.value:
        return Aim.REDUCE_TO if amount.value < base.value else Aim.REACH
    return Aim.REDUCE_TO if goes_down(sentence, amount, words) else Aim.REACH


def goes_down(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether a level without a baseline is one to get down to: a ceiling, a time to beat, a verb of falling."""
    if "at_most" in amount.marks:
        return True
    if "at_least" in amount.marks:
        return False
    before, behind = nearby(sentence, amount)
    moves = [text for text in before if text in words.rise or text in words.fall]
    if moves:
        return moves[0] in words.fall
    times = number_words(sentence.lang).time_units
    return amount.unit in times and ("for" in amount.marks or bool(words.limits & {*behind}))


def is_score(sentence: Sentence, amount: Amount, words: GoalWords) -> bool:
    """Whether the sentence speaks of marks on a scale in front of its number or in its unit."""
    before, _ = nearby(sentence, amount)
    return any(stem in text for text in (*before, *amount.unit.lower().split()) for stem in words.scores)
