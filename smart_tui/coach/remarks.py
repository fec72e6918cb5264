"""What there is to remark on a goal as far as it is written: what it lacks, what can be read in two ways.

A remark that is wrong costs more trust than one that is missing gains: where it is not certain, nothing is said.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from smart_tui.coach.twofold import two_aims
from smart_tui.coach.wording import (
    has_number,
    is_clear,
    is_next,
    is_repeated,
    is_shared,
    names_a_rate,
    names_a_score,
    names_a_year,
    said_in_full,
    sort_of_vague,
    with_direction,
)
from smart_tui.coach.written import Written, sentence, written
from smart_tui.domain.calendar import periods_between
from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Kind, Measure, Period
from smart_tui.domain.realism import SHORT_OF_A_YEAR
from smart_tui.domain.remark import SLOTS, WEAK, Remark, RemarkCode, Vague
from smart_tui.reading.aims import Aim
from smart_tui.reading.phrases import tokens
from smart_tui.reading.words import goal_words, number_words

Rule = Callable[[Written, date], Remark | None]

PERCENT = "%"
TITLE = "specific.what"
FAR_APART = timedelta(days=45)
"""The readings of a year ahead differ by at least so much where it is worth a question."""
_NEAR = 40
"""Characters behind a number in which its unit would begin."""
_PAUSES = (".", ",", ";", "!", "?", ")")
_TAIL = 2
"""A number that stands almost alone has at most so many words behind its unit."""


def remarks(goal: Written, today: date) -> tuple[Remark, ...]:
    """All remarks that hold of a goal, the most useful first; never raises."""
    if not goal.begun:
        return ()
    found = (rule(goal, today) for rule in _RULES)
    shared = is_shared(goal.title, goal.language)
    return tuple(remark._replace(shared=shared and remark.code in WEAK) for remark in found if remark is not None)


def _remark(code: RemarkCode, field: str) -> Remark:
    return Remark(code, field, SLOTS[code])


def _past_date(goal: Written, today: date) -> Remark | None:
    day, field = goal.deadline, "deadline"
    if day is None and not goal.unread("deadline") and goal.reading.deadline is not None:
        day, field = goal.reading.deadline.date, TITLE
    if day is None or day >= today:
        return None
    return _remark(RemarkCode.PAST_DATE, field)._replace(days=(day,))


def _no_result(goal: Written, today: date) -> Remark | None:
    judged, change = goal.judgement, goal.reading.change_percent
    if judged.specific or judged.event or goal.measured:
        return None
    if judged.measurable:
        if change is None or not _is_percent(goal):
            return None
        way = Vague.MORE if change > 0 else Vague.LESS
        return _remark(RemarkCode.NO_RESULT, TITLE)._replace(numbers=(abs(change),), vague=way)
    said = with_direction(judged.vague.strip(), goal.title, goal.language)
    # A verb that is not known to be vague may be a deed that is not known: of that nothing is said.
    vague = sort_of_vague(said, goal.language)
    if vague is None:
        return None
    words = (said_in_full(said, goal.title, goal.language),)
    return _remark(RemarkCode.NO_RESULT, TITLE)._replace(words=words, vague=vague)


def _two_goals(goal: Written, today: date) -> Remark | None:
    read = goal.reading
    timed = (read.deadline.text if read.deadline else "", read.deadline_words, read.cadence)
    aims = two_aims(goal.title, goal.language, timed)
    return _remark(RemarkCode.TWO_GOALS, TITLE)._replace(words=aims) if aims else None


def _no_number(goal: Written, today: date) -> Remark | None:
    if goal.measured or goal.judgement.measurable or goal.judgement.event:
        return None
    if goal.measure is None:
        return _remark(RemarkCode.NO_NUMBER, "kind")
    lacks = next((field for field in measure_missing(goal.measure) if field in ("target", "low")), "")
    if not lacks or goal.unread(lacks):
        return None
    return _remark(RemarkCode.NO_NUMBER, lacks)


def _no_date(goal: Written, today: date) -> Remark | None:
    if goal.deadline is not None or goal.review_on is not None or goal.says("specific.when"):
        return None
    if goal.measure is not None and goal.measure.kind is Kind.QUOTA and goal.measured:
        return _remark(RemarkCode.NO_DATE, "review_on")
    waiting = goal.unread("deadline") or ("" if goal.reading.deadline else goal.reading.deadline_words.strip())
    if waiting:
        return _remark(RemarkCode.NO_DATE, "deadline")._replace(words=(waiting,))
    return None if goal.judgement.time_bound else _remark(RemarkCode.NO_DATE, "deadline")


def _next_quarter(goal: Written, today: date) -> Remark | None:
    read = goal.reading.deadline
    if goal.deadline is not None or goal.unread("deadline") or read is None or not read.alternatives:
        return None
    days = tuple(sorted({read.date, *read.alternatives}))
    ahead = is_next(read.text, goal.language)
    if read.kind != "relative" or not (ahead == "quarter" or (ahead == "year" and days[-1] - days[0] > FAR_APART)):
        return None
    return _remark(RemarkCode.NEXT_QUARTER, "deadline")._replace(days=days, words=(read.text,))


def _yearly_short(goal: Written, today: date) -> Remark | None:
    deadline = goal.deadline or (goal.reading.deadline.date if goal.reading.deadline else None)
    begin = goal.start or today
    if deadline is None or deadline <= begin or not _is_of_a_year(goal, deadline):
        return None
    months = int(periods_between(begin, deadline, Period.MONTH))
    if months >= SHORT_OF_A_YEAR:
        return None
    days = (deadline - begin).days
    return _remark(RemarkCode.YEARLY_SHORT, "deadline" if goal.deadline else TITLE)._replace(
        numbers=_exact(months, days)
    )


def _is_of_a_year(goal: Written, deadline: date) -> bool:
    """Whether the figure of a goal is that of a whole year; one that ends with the year may well be."""
    measure, read = goal.measure, goal.reading
    if measure is not None and goal.measured and not measure.untargeted:
        if Period.YEAR in (measure.baseline_period, measure.period):
            return True
    elif read.change_percent is None and read.difference is None and read.target is None:
        return False
    return (deadline.month, deadline.day) != (12, 31) and names_a_year(goal.title, goal.language)


def _cadence_or_total(goal: Written, today: date) -> Remark | None:
    """A sum beside words for how often; and so many times, minutes or meetings without any word on when."""
    read, measure = goal.reading, goal.measure
    found = _remark(RemarkCode.CADENCE_OR_TOTAL, "kind")
    if measure is not None:
        clash = measure.kind is Kind.TOTAL and read.kind is Kind.QUOTA and bool(read.cadence)
        return found._replace(words=(read.cadence,)) if clash and not goal.deadline else None
    timeless = read.deadline is None and not (read.deadline_words or read.cadence or goal.deadline)
    if read.aim is not Aim.TOTAL or read.target is None or not timeless or not _stands_alone(goal):
        return None
    if not is_repeated(read.unit, goal.language):
        return None
    return found._replace(numbers=(read.target,), words=(read.unit,))


def _percent_points(goal: Written, today: date) -> Remark | None:
    """A change of a rate, which can be meant in two ways; and what a change from one rate to another is in both."""
    measure, read = goal.measure, goal.reading
    base, target = read.baseline, read.target
    change, unit, field = read.change_percent, read.unit, TITLE
    if measure is not None and goal.measured:
        base, target = measure.baseline, measure.target
        change, unit, field = measure.change_percent, measure.unit, "target"
    found = _remark(RemarkCode.PERCENT_POINTS, field)
    if change is not None:
        rate = base is None and ((unit == PERCENT and field == "target") or names_a_rate(goal.title, goal.language))
        return found._replace(numbers=(abs(change),)) if rate and _is_percent(goal) else None
    if unit != PERCENT or not base or target is None or base <= 0 or base == target:
        return None
    return found._replace(numbers=(base, target))


def _is_percent(goal: Written) -> bool:
    """Whether the change is written as a percentage, and not as doubling, halving or a fraction."""
    if goal.measure is not None and goal.measured:
        return True
    chip = goal.chip("change")
    signs = number_words(goal.language).percent | {PERCENT}
    return chip is not None and any(sign in goal.title[chip.start : chip.end].lower() for sign in signs)


def _no_baseline(goal: Written, today: date) -> Remark | None:
    measure, read = goal.measure, goal.reading
    if measure is None:
        found = _remark(RemarkCode.NO_BASELINE, "kind")
        if read.baseline is not None:
            return None
        if read.change_percent is not None:
            return found._replace(numbers=(read.change_percent,), words=(PERCENT,))
        if read.difference is not None and read.kind is Kind.LEVEL:
            return found._replace(numbers=(read.difference,), words=(read.unit,))
        return None
    if not goal.measured or "baseline" not in measure_missing(measure) or goal.unread("baseline"):
        return None
    found = _remark(RemarkCode.NO_BASELINE, "baseline")
    if measure.change_percent is not None:
        return found._replace(numbers=(measure.change_percent,), words=(PERCENT,))
    return found


def _no_unit(goal: Written, today: date) -> Remark | None:
    measure, read = goal.measure, goal.reading
    if measure is not None:
        number = measure.target if goal.measured and _counts_in_something(measure) else None
        field = "unit"
    else:
        number = read.target if _is_bare(goal) else None
        field = TITLE
    return None if number is None else _remark(RemarkCode.NO_UNIT, field)._replace(numbers=(number,))


def _counts_in_something(measure: Measure) -> bool:
    """Whether a number of this measure says little without a unit; once in every period, or a score, needs none."""
    if measure.unit.strip() or measure.relative or measure.untargeted or measure.entered_as != "plain":
        return False
    return measure.kind in (Kind.TOTAL, Kind.LEVEL) or (measure.kind is Kind.QUOTA and (measure.target or 0) > 1)


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


def _no_what_counts(goal: Written, today: date) -> Remark | None:
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
    return _remark(RemarkCode.NO_WHAT_COUNTS, field)._replace(words=() if times else (unit,))


def _no_relevance(goal: Written, today: date) -> Remark | None:
    if goal.linked or goal.says("relevant.strategy") or goal.says("specific.why"):
        return None
    return _unanswered(goal, RemarkCode.NO_RELEVANCE, "relevant.why")


def _no_acceptance(goal: Written, today: date) -> Remark | None:
    return _unanswered(goal, RemarkCode.NO_ACCEPTANCE, "accepted.willing")


def _no_first_step(goal: Written, today: date) -> Remark | None:
    if goal.activities or not goal.measured:
        return None
    return _unanswered(goal, RemarkCode.NO_FIRST_STEP, "time.today")


def _unanswered(goal: Written, code: RemarkCode, question: str) -> Remark | None:
    return None if question not in goal.asked or goal.says(question) else _remark(code, question)


def _exact(*numbers: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(number) for number in numbers)


_RULES: tuple[Rule, ...] = (
    # What cannot come true as it stands.
    _past_date,
    # Without a result the other questions have nothing to be about; two goals need each of them twice.
    _no_result,
    _two_goals,
    # A goal without a number or a date cannot be followed.
    _no_number,
    _no_date,
    # It can be followed, and may turn out to be another goal than the one meant.
    _next_quarter,
    _yearly_short,
    _cadence_or_total,
    _percent_points,
    # It means one thing, and something is missing before it can be judged.
    _no_baseline,
    _no_unit,
    _no_what_counts,
    # What carries it.
    _no_relevance,
    _no_acceptance,
    _no_first_step,
)
"""The order is the order of use: what a person is better told first when there is room for three."""

__all__ = ["Written", "remarks", "sentence", "written"]
