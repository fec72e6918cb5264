"""The weekly review: its screens, what is decided in it, and what is kept of it (product.md §7)."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.goal import Promise as Promise
from smart_tui.domain.settings import PROMPTS as PROMPTS


class ReviewScreen(StrEnum):
    """The five screens, in their order."""

    WEEK = "week"
    GOALS = "goals"
    NEXT = "next"
    LINES = "lines"
    DONE = "done"


class Way(StrEnum):
    """How a review is walked: all five screens, or numbers, goals at risk, done."""

    FULL = "full"
    EXPRESS = "express"


class Decision(StrEnum):
    """What was decided about a goal; going on without a word is no decision and is not recorded."""

    ADJUSTED = "adjusted"
    PAUSED = "paused"
    FINISHED = "finished"


class Cause(StrEnum):
    """Why a goal is not where it should be."""

    TIME = "time"
    ENERGY = "energy"
    UNCLEAR = "unclear"
    WAITING = "waiting"
    MEASURE = "measure"
    TOO_BIG = "too_big"
    CHANGED = "changed"
    OTHER = "other"


class Repair(StrEnum):
    """What is done about a cause."""

    PLAN = "plan"
    """An if-then plan."""
    SMALLER = "smaller"
    """A smaller step."""
    DATE = "date"
    """A new date."""
    ASK = "ask"
    """A person to ask."""


WELL, HINDERED, CHANGE = "well", "hindered", "change"
"""The ids of the questions in `PROMPTS`; a prompt of the person's own is its own text."""
RELEVANT, ACCEPTED = "relevant", "accepted"
MONTHLY = (RELEVANT, ACCEPTED)
"""The further questions, once a month."""


class Span(NamedTuple):
    """The weeks a review covers, by their first days, and the last day of the last one."""

    weeks: tuple[date, ...]
    """Ascending; the last one is the week of the review, the others were missed."""
    last: date

    @property
    def week(self) -> date:
        """The first day of the review's own week, which is its key."""
        return self.weeks[-1]

    @property
    def since(self) -> date:
        """The first day of the first week."""
        return self.weeks[0]


class GoalReview(NamedTuple):
    """What a review holds of one goal."""

    goal_id: int
    decision: Decision | None = None
    cause: Cause | None = None
    cause_note: str = ""
    repair: Repair | None = None
    repair_said: str = ""
    """The plan, step, date or person as it was written."""
    figures: str = ""
    """How the goal stood when the review was finished, by `encode` of `domain.goalweek`; empty before."""


class Review(NamedTuple):
    """One week's review."""

    id: int
    uuid: str
    week: date
    """The first day of its week: its key."""
    since: date
    """The first day of the first week it covers; before `week` where weeks were missed."""
    last: date
    """The last day of its week."""
    way: Way = Way.FULL
    screen: ReviewScreen = ReviewScreen.WEEK
    place: str = ""
    """Where on its screen one stood, in the screen's own terms."""
    seconds: int = 0
    """Time spent on it so far."""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    lines: Mapping[str, str] = {}
    """What was written under each prompt, in the order of writing; only what was written."""
    goals: tuple[GoalReview, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether it was walked to its end."""
        return self.finished_at is not None

    def of(self, goal_id: int) -> GoalReview:
        """What it holds of a goal; an empty one where that is nothing."""
        return next((each for each in self.goals if each.goal_id == goal_id), GoalReview(goal_id))


class JournalEntry(NamedTuple):
    """Free text in Markdown for a day, tied to goals or to none."""

    id: int
    uuid: str
    on: date
    text: str
    goals: tuple[int, ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None
