"""Where the figures and the person's own confidence disagree, the question that this asks."""

from datetime import date

from smart_tui.domain.goal import Assessment, Confidence, Goal, State, Status
from smart_tui.i18n import Words
from smart_tui.text.distance import day_said
from smart_tui.text.labels import status_word

SURE, UNSURE = 7, 4
"""Confidence from here up speaks against a pace behind, from here down against one on track."""
STILL_SAYS = 14
"""So many days what was said counts as what one says."""


def clash(goal: Goal, assessment: Assessment, today: date, words: Words) -> str:
    """ "The pace says behind, you say 8 of 10: what do you know?"; empty where the two agree."""
    sure = last_confidence(goal, today)
    if sure is None or goal.state is not State.ACTIVE or not _disagree(assessment.status, sure.value):
        return ""
    said = words.gettext("The pace says {status}, you say {confidence} of 10: what do you know?")
    if (today - sure.on).days > STILL_SAYS:
        said = words.gettext("The pace says {status}, you said {confidence} of 10 on {day}: what do you know?")
    status = status_word(assessment.status, words)
    return said.format(status=status, confidence=sure.value, day=day_said(sure.on, today, words))


def last_confidence(goal: Goal, today: date) -> Confidence | None:
    """What was said last up to today, or None."""
    known = [each for each in goal.confidence if each.on <= today]
    return max(known, key=lambda each: (each.on, each.id), default=None)


def _disagree(status: Status | None, confidence: int) -> bool:
    if status in (Status.BEHIND, Status.AT_RISK):
        return confidence >= SURE
    return status is Status.ON_TRACK and confidence <= UNSURE
