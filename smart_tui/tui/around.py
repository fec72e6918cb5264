"""What is known around a draft while it is written: the words, the day, one's other goals and own entries."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import DayValue, Goal, Outcome, State
from smart_tui.domain.realism import realism
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.reading.errors import ReadingError
from smart_tui.text.errors import reading_error
from smart_tui.text.realism import realism_sentences
from smart_tui.tui.course import Begin, begin_of
from smart_tui.tui.draft import Draft


class Around(NamedTuple):
    """What a look needs besides the draft. `days` are the goal's own values by day, where it has any."""

    words: Words
    today: date
    goals: Sequence[Goal] = ()
    share: int = 80
    days: Sequence[DayValue] = ()
    settings: Settings = Settings()


def begin_here(draft: Draft, around: Around) -> Begin | None:
    """Where the way that is left begins for the goal as it is written now."""
    goal = draft.goal()
    return begin_of(goal, goal.measure, around.days, around.today, draft.first_weekday)


def closed_beside(goal: Goal, goals: Sequence[Goal]) -> list[tuple[Goal, Outcome]]:
    """The person's closed goals of the same area, with how they ended."""
    return [
        (other, other.outcome)
        for other in goals
        if other.state is State.CLOSED and other.outcome and other.area == goal.area and other.id != goal.id
    ]


def remarks(draft: Draft, around: Around) -> tuple[str, ...]:
    """What one's own figures say about the plan, a sentence each."""
    goal = draft.goal()
    if goal.measure is None:
        return ()
    closed = closed_beside(goal, around.goals)
    found = realism(goal, goal.measure, around.days, around.today, around.settings, closed)
    return realism_sentences(found, goal.measure, around.words)


def problem(error: ReadingError, draft: Draft, words: Words) -> str:
    """What could not be read, in words."""
    return reading_error(error, words, draft.language)


def which(readings: Sequence[str], words: Words) -> str:
    """The question about something that can be read in more than one way."""
    if len(readings) == 2:
        return words.gettext("Is that {first} or {second}?").format(first=readings[0], second=readings[1])
    return words.gettext("That can be read in more than one way.")
