"""What there is to remark on a goal as far as it is written: what it lacks, what can be read in two ways.

A remark that is wrong costs more trust than one that is missing gains: where it is not certain, nothing is said.
"""

from collections.abc import Callable
from datetime import date

from smart_tui.coach.aboutmeasure import (
    cadence_or_total,
    no_baseline,
    no_number,
    no_unit,
    no_what_counts,
    percent_points,
)
from smart_tui.coach.aboutsentence import no_result, two_goals
from smart_tui.coach.abouttime import next_quarter, no_date, past_date, yearly_short
from smart_tui.coach.wording import is_shared
from smart_tui.coach.written import Written, sentence, written
from smart_tui.domain.remark import WEAK, Remark, RemarkCode, remark_of

Rule = Callable[[Written, date], Remark | None]


def remarks(goal: Written, today: date) -> tuple[Remark, ...]:
    """All remarks that hold of a goal, the most useful first; never raises."""
    if not goal.begun:
        return ()
    shared = is_shared(goal.title, goal.language)
    found = [remark for rule in _RULES if (remark := rule(goal, today)) is not None]
    vague = next((remark.vague for remark in found if remark.vague is not None), None)
    return tuple(remark._replace(vague=vague, shared=shared) if remark.code in WEAK else remark for remark in found)


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
    return None if question not in goal.asked or goal.says(question) else remark_of(code, question)


_RULES: tuple[Rule, ...] = (
    # What cannot come true as it stands.
    past_date,
    # Without a result the other questions have nothing to be about; two goals need each of them twice.
    no_result,
    two_goals,
    # A goal without a number or a date cannot be followed.
    no_number,
    no_date,
    # It can be followed, and may turn out to be another goal than the one meant.
    next_quarter,
    yearly_short,
    cadence_or_total,
    percent_points,
    # It means one thing, and something is missing before it can be judged.
    no_baseline,
    no_unit,
    no_what_counts,
    # What carries it.
    _no_relevance,
    _no_acceptance,
    _no_first_step,
)
"""The order is the order of use: what a person is better told first when there is room for three."""

__all__ = ["Written", "remarks", "sentence", "written"]
