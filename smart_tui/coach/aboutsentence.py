"""What there is to remark on the sentence itself: that it names no result, or two goals."""

from datetime import date

from smart_tui.coach.twofold import two_aims
from smart_tui.coach.wording import of_being, said_in_full, sort_of_vague, with_direction
from smart_tui.coach.written import TITLE, Written
from smart_tui.domain.remark import Remark, RemarkCode, Vague, remark_of


def no_result(goal: Written, today: date) -> Remark | None:
    """Only a direction, a state or a skill, or a percentage of nothing named."""
    judged, change = goal.judgement, goal.reading.change_percent
    if judged.specific or judged.event or goal.measured:
        return None
    if judged.measurable:
        if change is None or not goal.in_percent:
            return None
        way = Vague.MORE if change > 0 else Vague.LESS
        return remark_of(RemarkCode.NO_RESULT, TITLE)._replace(numbers=(abs(change),), vague=way)
    said = with_direction(judged.vague.strip(), goal.title, goal.language)
    # A verb that is not known to be vague may be a deed that is not known: of that nothing is said.
    vague = sort_of_vague(said, goal.language)
    if vague is None:
        return None
    vague = of_being(vague, said, goal.title, goal.language)
    words = (said_in_full(said, goal.title, goal.language),)
    return remark_of(RemarkCode.NO_RESULT, TITLE)._replace(words=words, vague=vague)


def two_goals(goal: Written, today: date) -> Remark | None:
    """Two goals joined in one sentence."""
    read = goal.reading
    timed = (read.deadline.text if read.deadline else "", read.deadline_words, read.cadence)
    aims = two_aims(goal.title, goal.language, timed)
    return remark_of(RemarkCode.TWO_GOALS, TITLE)._replace(words=aims) if aims else None
