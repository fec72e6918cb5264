"""Which of the amounts in a goal sentence is its aim, which say where things stand, and whose a cadence is."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from smart_tui.reading.aims import is_change, is_written
from smart_tui.reading.amounts import Amount
from smart_tui.reading.dates import FoundPeriod
from smart_tui.reading.numbers import tidy
from smart_tui.reading.sentences import Sentence
from smart_tui.reading.words import date_words

_NEAR = 6
"""Tokens between the two ends of "from X to Y"."""
_HANDFUL = 5
_STEP = Decimal("0.000001")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "day": 86_400, "week": 604_800}


def pair_of(sentence: Sentence, amounts: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Baseline and target of "from X to Y", "to Y from X" or "X → Y"."""
    for first, second in pairwise(amounts):
        if first.named or second.named or second.first - first.last > _NEAR:
            continue
        arrow = sentence.word(first.last) in ("→", "->") or (
            sentence.word(first.last) == "-" and sentence.word(first.last + 1) == ">"
        )
        if ("from" in first.marks or arrow) and ("to" in second.marks or arrow):
            return _scaled(sentence, first, second), second
    for first, second in pairwise(amounts):
        if first.named or second.named or second.first - first.last > _NEAR:
            continue
        if "to" in first.marks and second.marks & {"from"} and "from" not in first.marks:
            return _scaled(sentence, second, first), first
    return None


def _scaled(sentence: Sentence, base: Amount, aim: Amount) -> Amount:
    """The baseline in the measure of the target: "from 2 to 3 million" shares the word, "from 4 hours" has its own."""
    if base.factor == 1 < aim.factor and base.value < aim.factor:
        return base._replace(value=base.value * aim.factor)
    times = {**sentence.numbers.time_units, **date_words(sentence.lang).units}
    sizes = [_SECONDS.get(times.get(unit, ""), 0) for unit in (base.unit, aim.unit)]
    if base.unit != aim.unit and all(sizes):
        return base._replace(value=tidy((base.value * sizes[0] / sizes[1]).quantize(_STEP)))
    return base


def aim_of(sentence: Sentence, amounts: Sequence[Amount], periods: Sequence[FoundPeriod]) -> Amount | None:
    """The amount that a sentence is after: the first that is not a name, a size, a comparison or what is the case."""
    alone = len(amounts) == 1
    able = []
    for place, amount in enumerate(amounts):
        beside = amount.named or _is_beside(sentence, amount, periods, alone)
        if not beside and not _stands(sentence, amount, amounts[place + 1 :]):
            able.append(amount)
    if not able:
        return None
    for amount in able[1:]:
        if amount.percent and is_change(sentence, amount) and _is_purpose(sentence, amount, able[0]):
            return amount
    first = able[0]
    for later in able[1:]:
        if _outdoes(sentence, first, later, periods):
            first = later
    return first


def _is_beside(sentence: Sentence, amount: Amount, periods: Sequence[FoundPeriod], alone: bool) -> bool:
    """Whether an amount belongs to something else in the sentence and is not what is to be reached."""
    marks, words = amount.marks, sentence.words
    own_unit = amount.unit in words.measures or sentence.is_time(amount.unit)
    if "now" in marks:
        return True
    if "compare" in marks and not marks & {"to", "by", "at_least", "at_most"}:
        return True
    money = amount.unit in sentence.numbers.currencies
    if "theirs" in marks and not money and not amount.percent and "by" not in marks and not periods:
        return True
    if amount.worded and not amount.value and not amount.unit and not marks and amount.last == amount.at + 1:
        return True  # inbox zero
    if amount.few and not periods:
        return True
    if amount.worded and amount.value == 1 and not marks & {"at_least", "at_most", "to", "by"}:
        calendar = amount.unit in date_words(sentence.lang).units
        if calendar or sentence.word(amount.last) in words.of or not amount.unit:
            return not periods or calendar
    if "inside" in marks and own_unit and not sentence.is_time(amount.unit):
        return True
    if amount.bracketed and not periods and (not alone or own_unit):
        return True
    return not periods and _is_size(sentence, amount)


def _stands(sentence: Sentence, amount: Amount, later: Sequence[Amount]) -> bool:
    """Whether an amount says where things stand, since another of its measure says where they are to go."""
    if not ("stands" in amount.marks or _is_present(sentence, amount)):
        return False
    aimed = {"to", "limit", "at_least", "stands"}
    for other in later:
        alike = other.unit == amount.unit if other.unit else bool(other.marks & aimed)
        if alike and not other.named:
            return True
    return False


def _is_present(sentence: Sentence, amount: Amount) -> bool:
    """Whether a word like "currently" stands in front of an amount, in its part of the sentence."""
    for place in range(amount.first - 1, max(-1, amount.first - 1 - _NEAR), -1):
        if sentence.ends_clause(place) or sentence.word(place) in sentence.numbers.joiners:
            return False
        if sentence.word(place) in sentence.words.present:
            return True
    return False


def with_units(sentence: Sentence, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, one without a unit with that of the other where one says how things stand: "4 hours, not 12"."""
    result = list(amounts)
    for place in range(1, len(result)):
        first, second = result[place - 1], result[place]
        standing = first.marks & {"now", "stands"} or second.marks & {"now", "stands"} or _is_present(sentence, first)
        if standing and not first.named and not second.named and bool(first.unit) != bool(second.unit):
            unit, percent = (first.unit, first.percent) if first.unit else (second.unit, second.percent)
            result[place - 1] = first._replace(unit=unit, percent=percent)
            result[place] = second._replace(unit=unit, percent=percent)
    return result


def _is_size(sentence: Sentence, amount: Amount) -> bool:
    """Whether an amount says how large a thing is: a 500-word essay, a book of 200 pages, en altan på 20 kvm."""
    words, numbers = sentence.words, sentence.numbers
    if amount.percent or amount.clock or amount.unit in numbers.currencies or amount.marks & {"at_least", "at_most"}:
        return False
    dash = amount.after
    hyphen = sentence.word(dash) == "-" and sentence.glued(dash) and sentence.glued(dash + 1)
    article = "own" in amount.marks and sentence.word(amount.at - 1) in numbers.articles
    if is_written(sentence, amount):
        return False
    if hyphen or (article and amount.unit and not amount.worded):
        return True
    if not amount.unit or sentence.word(amount.at - 1) not in words.sizes or sentence.is_time(amount.unit):
        return False
    thing = amount.at - 2
    if (
        thing < 0
        or sentence.word(thing) in words.particles
        or sentence.word(thing) in words.stops
        or sentence.scores(thing)
    ):
        return False
    before = {sentence.word(place) for place in range(max(0, thing - 3), thing)}
    return bool(before & (numbers.articles | words.ones))


def _is_purpose(sentence: Sentence, amount: Amount, first: Amount) -> bool:
    """Whether a change is what the amount before it is a means to: "call 10 leads a day to grow sales by 5 %"."""
    move = sentence.moving(amount.at, over_joiners=True)
    if move < first.last:
        return False
    leads = {sentence.word(move - 1), sentence.word(move - 2)}
    if leads & sentence.words.purposes:
        return True
    return any(sentence.word(place) in sentence.words.means for place in range(first.first))


def _outdoes(sentence: Sentence, first: Amount, later: Amount, periods: Sequence[FoundPeriod]) -> bool:
    """Whether a later amount is the aim although another stands in front of it."""
    words = sentence.words
    if sentence.divided(first.last, later.first):
        return first.worded and first.value == 1 and bool(later.marks & {"at_least", "at_most"})
    if _is_number_of_sessions(sentence, later) and not _is_number_of_sessions(sentence, first):
        return first.unit not in sentence.numbers.currencies and _together(sentence, first, later)
    timed = sentence.is_time(later.unit) or later.clock
    if timed and first.unit in words.measures and not sentence.is_time(first.unit) and not first.marks & {"to", "by"}:
        return bool(later.marks & {"for", "at_most", "inside"}) and not periods
    if sentence.is_time(later.unit) and "hold" in later.marks and not periods:
        return first.worded and first.value <= _HANDFUL and first.unit not in words.measures
    return False


def _is_number_of_sessions(sentence: Sentence, amount: Amount) -> bool:
    return amount.unit in sentence.words.times or amount.unit in date_words(sentence.lang).units


def _together(sentence: Sentence, first: Amount, later: Amount) -> bool:
    """Whether two amounts are of one thing: no cadence and no "and" stand between them."""
    between = range(first.last, later.first)
    joined = any(sentence.word(place) in sentence.numbers.joiners for place in between)
    return not joined and not any(place in sentence.taken for place in between)


def other_end(sentence: Sentence, amounts: Sequence[Amount], aim: Amount) -> Amount | None:
    """The other end of "between X and Y"."""
    if "between" not in aim.marks:
        return None
    joiners = sentence.numbers.joiners | {"-", "–"}
    for other in amounts:
        gap = [sentence.word(place) for place in range(aim.last, other.first)]
        if other.start > aim.start and len(gap) == 1 and gap[0] in joiners:
            return other
    return None


def baseline_of(sentence: Sentence, aim: Amount, amounts: Sequence[Amount]) -> Amount | None:
    """Where things stand now, as far as it is said in the unit of the aim."""
    for amount in amounts:
        alike = not amount.unit or not aim.unit or amount.percent == aim.percent
        alike = alike and _is_time(sentence, amount) in (_is_time(sentence, aim), not amount.unit)
        standing = amount.marks & {"now", "stands"} or _is_present(sentence, amount)
        if standing and amount.start != aim.start and not amount.named and alike:
            return _scaled(sentence, amount, aim)
    return None


def _is_time(sentence: Sentence, amount: Amount) -> bool:
    return sentence.is_time(amount.unit)


def period_of(
    aim: Amount, sentence: Sentence, amounts: Sequence[Amount], periods: Sequence[FoundPeriod]
) -> FoundPeriod | None:
    """The cadence that belongs to the aim: each belongs to the amount before it in its clause, else to the next."""
    breaks = [tok.start for place, tok in enumerate(sentence.toks) if sentence.ends_clause(place)]
    for period in periods:
        if _stands_for_one(sentence, period, aim):
            continue
        clause = max((place for place in breaks if place < period.start), default=-1)
        before = [a for a in amounts if clause < a.start and a.end <= period.start and not a.named]
        after = [a for a in amounts if a.start >= period.end and not a.named]
        owner = _owner(before) if before else (after[0] if after else None)
        if owner is not None and owner.start == aim.start:
            return period
    return None


def _stands_for_one(sentence: Sentence, period: FoundPeriod, aim: Amount) -> bool:
    """Whether a cadence behind the aim has a "one" of its own: "26 parks, one every other week"."""
    behind = next((place for place, tok in enumerate(sentence.toks) if tok.start >= period.start), 0)
    return behind > aim.last and sentence.word(behind - 1) in sentence.numbers.articles


def _owner(before: Sequence[Amount]) -> Amount:
    """The amount a cadence behind it belongs to: the last, unless that is the size of the one before ("of 30 minutes")
    or the other end of a range ("4 to 5 times")."""
    last = before[-1]
    sized = len(before) > 1 and last.unit and last.marks & {"for", "to"} and not last.marks & {"by"}
    paired = len(before) > 1 and "from" in before[-2].marks
    return before[-2] if sized and not paired else last
