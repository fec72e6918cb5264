"""What there is to remark on how a goal is measured: what its number lacks, and what else it can mean."""

from datetime import date
from decimal import Decimal

from smart_tui.coach.wording import has_number, is_clear, is_repeated, names_a_rate, names_a_score
from smart_tui.coach.written import PERCENT, TITLE, Written
from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Kind, Measure
from smart_tui.domain.remark import Remark, RemarkCode, remark_of
from smart_tui.reading.aims import Aim
from smart_tui.reading.phrases import tokens
from smart_tui.reading.words import goal_words

_NEAR = 40
"""Characters behind a number in which its unit would begin."""
_PAUSES = (".", ",", ";", "!", "?", ")")
_TAIL = 2
"""A number that stands almost alone has at most so many words behind its unit."""


def no_number(goal: Written, today: date) -> Remark | None:
    """Nothing that shows that it is reached: neither a number nor something done once."""
    if goal.measured or goal.judgement.measurable or goal.judgement.event:
        return None
    if goal.measure is None:
        return remark_of(RemarkCode.NO_NUMBER, "kind")
    lacks = next((field for field in measure_missing(goal.measure) if field in ("target", "low")), "")
    if not lacks or goal.unread(lacks):
        return None
    return remark_of(RemarkCode.NO_NUMBER, lacks)


def cadence_or_total(goal: Written, today: date) -> Remark | None:
    """A sum beside words for how often; and so many times, minutes or meetings without any word on when."""
    read, measure = goal.reading, goal.measure
    found = remark_of(RemarkCode.CADENCE_OR_TOTAL, "kind")
    if measure is not None:
        clash = measure.kind is Kind.TOTAL and read.kind is Kind.QUOTA and bool(read.cadence)
        return found._replace(words=(read.cadence,)) if clash and not goal.deadline else None
    timeless = read.deadline is None and not (read.deadline_words or read.cadence or goal.deadline)
    if read.aim is not Aim.TOTAL or read.target is None or not timeless or not _stands_alone(goal):
        return None
    if not is_repeated(read.unit, goal.language):
        return None
    return found._replace(numbers=(read.target,), words=(read.unit,))


def percent_points(goal: Written, today: date) -> Remark | None:
    """A change of a rate, which can be meant in two ways; and what a change from one rate to another is in both."""
    measure, read = goal.measure, goal.reading
    base, target = read.baseline, read.target
    change, unit, field = read.change_percent, read.unit, TITLE
    if measure is not None and goal.measured:
        base, target = measure.baseline, measure.target
        change, unit, field = measure.change_percent, measure.unit, "target"
    found = remark_of(RemarkCode.PERCENT_POINTS, field)
    if change is not None:
        rate = base is None and ((unit == PERCENT and field == "target") or names_a_rate(goal.title, goal.language))
        return found._replace(numbers=(abs(change),)) if rate and goal.in_percent else None
    if unit != PERCENT or not base or target is None or base <= 0 or base == target:
        return None
    return found._replace(numbers=(base, target))


def no_baseline(goal: Written, today: date) -> Remark | None:
    """A change, or a level, without the figure it starts from."""
    measure, read = goal.measure, goal.reading
    if measure is None:
        found = remark_of(RemarkCode.NO_BASELINE, "kind")
        if read.baseline is not None:
            return None
        if read.change_percent is not None:
            return found._replace(numbers=(read.change_percent,), words=(PERCENT,))
        if read.difference is not None and read.kind is Kind.LEVEL:
            return found._replace(numbers=(read.difference,), words=(read.unit,))
        return None
    if "baseline" not in measure_missing(measure) or goal.unread("baseline"):
        return None
    found = remark_of(RemarkCode.NO_BASELINE, "baseline")
    if not goal.measured:
        # Of "lose 9 kg" the target is known as soon as one knows where it starts.
        waits = read.difference is not None and measure.kind is Kind.LEVEL and not goal.unread("target")
        return found._replace(numbers=(read.difference or Decimal(0),), words=(read.unit,)) if waits else None
    if measure.change_percent is not None:
        return found._replace(numbers=(measure.change_percent,), words=(PERCENT,))
    return found


def no_unit(goal: Written, today: date) -> Remark | None:
    """A number that does not say of what."""
    measure, read = goal.measure, goal.reading
    if measure is not None:
        counted = goal.measured and _counts_in_something(measure) and not names_a_score(goal.title, goal.language)
        number = measure.target if counted else None
        field = "unit"
    else:
        number = read.target if _is_bare(goal) else None
        field = TITLE
    return None if number is None else remark_of(RemarkCode.NO_UNIT, field)._replace(numbers=(number,))


def _counts_in_something(measure: Measure) -> bool:
    """Whether a number of this measure says little without a unit. A level is that of what the title names, and once
    in every period, or a score, needs none."""
    if measure.unit.strip() or measure.relative or measure.untargeted or measure.entered_as != "plain":
        return False
    return measure.kind is Kind.TOTAL or (measure.kind is Kind.QUOTA and (measure.target or 0) > 1)


def _is_bare(goal: Written) -> bool:
    """Whether the number of the sentence stands there without a unit, and is no part of a name."""
    return (
        not names_a_score(goal.title, goal.language)
        and _nothing_behind(goal)
        and not goal.reading.unit
        and goal.reading.aim in (Aim.TOTAL, Aim.RECURRING)
        and _stands_alone(goal, 99)
    )


def _stands_alone(goal: Written, tail: int = _TAIL) -> bool:
    """Whether the number is written, with no more than a verb in front of it and so many words behind it."""
    chip = goal.chip("target")
    if chip is None or chip.start == chip.end:
        return False
    before, behind = goal.title[: chip.start].split(), goal.title[chip.end :].split()
    return len(before) < 2 and len(behind) <= tail


def _nothing_behind(goal: Written) -> bool:
    """Whether the number of the sentence has no noun behind it that may be its unit."""
    chip = goal.chip("target")
    behind = tokens(goal.title[chip.end : chip.end + _NEAR])[:1] if chip is not None else []
    return all(tok.text in goal_words(goal.language).stops or tok.text in _PAUSES for tok in behind)


def _is_written(goal: Written, field: str) -> bool:
    """Whether the sentence says it with a number, and not only by saying how often."""
    chip = goal.chip(field)
    return chip is not None and chip.end > chip.start


def no_what_counts(goal: Written, today: date) -> Remark | None:
    """A quota of things about which there can be doubt; kilometres and minutes are what they are."""
    measure, read = goal.measure, goal.reading
    if measure is not None:
        quota, unit, field = measure.kind is Kind.QUOTA and goal.measured, measure.unit.strip(), "what_counts"
        quota = quota and not measure.what_counts.strip() and not measure.untargeted
    else:
        quota, unit, field = read.kind is Kind.QUOTA and _is_written(goal, "target"), read.unit, "kind"
        quota = quota and read.target != 1
    if not quota or is_clear(unit, goal.language) or "(" in goal.title:
        return None
    times = goal_words(goal.language).times & {*unit.lower().split()[-1:]}
    if times and has_number(goal.title, [(chip.start, chip.end) for chip in goal.reading.chips], goal.language):
        # "Swim 1 km twice a week" says itself what one time is.
        return None
    return remark_of(RemarkCode.NO_WHAT_COUNTS, field)._replace(words=() if times else (unit,))
