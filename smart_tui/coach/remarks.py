"""What there is to remark on a goal as far as it is written: what it lacks, what can be read in two ways."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.coach.judgement import Judgement, judge
from smart_tui.domain.completeness import measure_missing
from smart_tui.domain.goal import Goal, Kind, Measure
from smart_tui.domain.remark import SLOTS, Remark, RemarkCode
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS
from smart_tui.reading.goals import GoalReading, read_goal
from smart_tui.reading.phrases import tokens

FEWEST_WORDS, FEWEST_LETTERS = 2, 3
"""Below this a title is hardly begun, and nothing is said of it."""


class Written(NamedTuple):
    """A goal as far as it is written. What an accepted field says goes before what the sentence says."""

    title: str
    language: str
    """The one the title is read in."""
    reading: GoalReading
    judgement: Judgement
    asked: frozenset[str]
    """The questions of the goal's model."""
    answers: Mapping[str, str] = {}
    measure: Measure | None = None
    start: date | None = None
    deadline: date | None = None
    review_on: date | None = None
    linked: bool = False
    """Whether it is a part of another goal."""
    activities: int = 0


Rule = Callable[[Written, date], Remark | None]


def written(goal: Goal, language: str, today: date, first_weekday: int = 0) -> Written:
    """A goal, stored or as a draft makes it, with its title read in `language`."""
    reading = read_goal(goal.title, language, today, first_weekday)
    return Written(
        goal.title,
        language,
        reading,
        judge(goal.title, language, today, first_weekday, reading),
        frozenset(question.id for question in MODELS.get(goal.model, MODELS[DEFAULT_MODEL]).questions()),
        goal.answers,
        goal.measure,
        goal.start,
        goal.deadline,
        goal.review_on,
        goal.parent_id is not None,
        len(goal.activities),
    )


def remarks(goal: Written, today: date) -> tuple[Remark, ...]:
    """All remarks that hold of a goal, the most useful first; never raises."""
    found = (rule(goal, today) for rule in _RULES)
    return tuple(remark for remark in found if remark is not None)


def _said(goal: Written) -> bool:
    """Whether enough of a sentence stands there to be spoken of."""
    words = [tok.text for tok in tokens(goal.title) if tok.kind != "mark"]
    return len(words) >= FEWEST_WORDS and sum(letter.isalpha() for letter in goal.title) >= FEWEST_LETTERS


def _remark(code: RemarkCode, field: str) -> Remark:
    return Remark(code, field, SLOTS[code])


def _no_result(goal: Written, today: date) -> Remark | None:
    if not _said(goal) or goal.judgement.specific or goal.judgement.measurable or goal.measure is not None:
        return None
    words = (goal.judgement.vague,) if goal.judgement.vague else ()
    return _remark(RemarkCode.NO_RESULT, "specific.what")._replace(words=words)


def _no_number(goal: Written, today: date) -> Remark | None:
    if not _said(goal) or goal.judgement.measurable:
        return None
    if goal.measure is None:
        return _remark(RemarkCode.NO_NUMBER, "kind")
    lacks = [name for name in measure_missing(goal.measure) if name in ("target", "low")]
    return _remark(RemarkCode.NO_NUMBER, lacks[0]) if lacks else None


def _no_date(goal: Written, today: date) -> Remark | None:
    dated = goal.deadline is not None or goal.review_on is not None or goal.judgement.time_bound
    if not _said(goal) or dated:
        return None
    if goal.measure is not None and goal.measure.kind is Kind.QUOTA:
        return None
    return _remark(RemarkCode.NO_DATE, "deadline")


def _past_date(goal: Written, today: date) -> Remark | None:
    if goal.deadline is not None:
        past = _remark(RemarkCode.PAST_DATE, "deadline")._replace(days=(goal.deadline,))
        return past if goal.deadline < today else None
    if not _said(goal) or goal.reading.deadline is None or goal.reading.deadline.date >= today:
        return None
    return _remark(RemarkCode.PAST_DATE, "specific.what")._replace(days=(goal.reading.deadline.date,))


def _no_relevance(goal: Written, today: date) -> Remark | None:
    return _unanswered(goal, RemarkCode.NO_RELEVANCE, "relevant.why")


def _no_acceptance(goal: Written, today: date) -> Remark | None:
    return _unanswered(goal, RemarkCode.NO_ACCEPTANCE, "accepted.willing")


def _unanswered(goal: Written, code: RemarkCode, question: str) -> Remark | None:
    if question not in goal.asked or goal.answers.get(question, "").strip() or not _said(goal):
        return None
    return _remark(code, question)


_RULES: tuple[Rule, ...] = (_past_date, _no_result, _no_number, _no_date, _no_relevance, _no_acceptance)
