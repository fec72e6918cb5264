"""What a week held for a goal, and how that is kept with a review that was finished (product.md §7).

The figures a review saw stay as they were; what is entered later is told by comparing them with those of today.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.goal import Kind, Outcome, Period, Reason, Status
from smart_tui.domain.review import Promise


class DayMark(StrEnum):
    """What a day was to a goal."""

    MET = "met"
    """Its own quota was met, its reading was inside."""
    NOT = "not"
    """Its own quota was not met, its reading was outside."""
    VALUE = "value"
    """Something was entered that is not judged by the day."""
    NOUGHT = "nought"
    """Nought was entered of what adds up, and the day is not judged."""
    EXCUSED = "excused"
    UNKNOWN = "unknown"
    """It is asked for and nothing was entered."""
    EMPTY = "empty"
    """Nothing was entered, and nothing is asked of the day by itself."""
    OFF = "off"
    """Not a wanted weekday."""
    PAUSED = "paused"
    OUT = "out"
    """Before the goal's start, after its deadline, or after it was closed."""
    COMING = "coming"
    """After today."""


class WeekFigures(NamedTuple):
    """One week of a goal in figures."""

    first: date
    last: date
    value: Decimal | None = None
    """What was entered in sum; the last reading of a level, a range or a rating; weight of milestones done.
    None where nothing was entered."""
    target: Decimal | None = None
    """What the week asked for: only of a quota a week, scaled to its active days."""
    met: bool | None = None
    """The verdict on a quota a week; None while open or unknown, or if it is not judged."""
    marks: tuple[DayMark, ...] = ()
    """One for each day, from `first` to `last`."""
    values: tuple[Decimal | None, ...] = ()
    """The value of each day."""
    days_met: int = 0
    days_judged: int = 0
    """Of a quota a day: its days with a verdict; of a range: days with a reading, and those inside."""


class Promised(NamedTuple):
    """One promise of the span: what became of it, its words, and the reason given."""

    outcome: Promise | None
    what: str
    reason: str = ""


class Course(NamedTuple):
    """What a goal is set to do from here on: what a decision of the review made of it."""

    target: Decimal | None = None
    """By the newest version of its measure."""
    target_before: Decimal | None = None
    """By the version before that; None where there is only one."""
    deadline: date | None = None
    reason: str = ""
    """Of the newest version."""
    rests_until: date | None = None
    """The last day of a pause that has one."""
    outcome: Outcome | None = None
    lesson: str = ""
    planned: tuple[str, ...] = ()
    """What was promised for the week the review plans."""


class GoalWeek(NamedTuple):
    """How a goal went in the weeks of a review, and how it stands at their end."""

    goal_id: int
    no: int
    title: str
    kind: Kind
    unit: str = ""
    status: Status | None = None
    reason: Reason = Reason("")
    weeks: tuple[WeekFigures, ...] = ()
    """The week before the span first, then those of the span."""
    value: Decimal | None = None
    """Where it stands at the end of the span, by what `Assessment.value` is of its kind."""
    change: Decimal | None = None
    """What the span changed of it. A quota a week: the last week's sum less that of the week before the span;
    other quotas: what the span added to the period it ends in."""
    target: Decimal | None = None
    progress: Decimal | None = None
    """0 to 1."""
    expected: Decimal | None = None
    """0 to 1; None without a deadline."""
    confidence: int | None = None
    """Said in the span."""
    confidence_before: int | None = None
    """Said last before it."""
    promises: tuple[Promised, ...] = ()
    missing: tuple[date, ...] = ()
    """The days of the span a review asks for."""
    period: Period | None = None
    """Of a quota, or of an amount per period."""
    at_most: bool = False
    """Whether a quota is a ceiling."""
    course: Course = Course()
    parts_done: int = 0
    """Milestones done by the end of the span, of `parts`."""
    parts: int = 0
    done: tuple[str, ...] = ()
    """The titles of those done in the span."""

    @property
    def before(self) -> WeekFigures:
        """The week before the span."""
        return self.weeks[0]

    @property
    def span(self) -> tuple[WeekFigures, ...]:
        """The weeks of the span."""
        return self.weeks[1:]


_LATER = (DayMark.EXCUSED, DayMark.PAUSED, DayMark.OUT)
"""The marks that say something was changed where no value was."""


def changed(before: GoalWeek, now: GoalWeek) -> bool:
    """Whether the values, excuses, pauses or promises of the span are others now.

    Days that were still to come when the figures were kept, and a verdict that was still open, are no change.
    """
    if before.promises != now.promises or len(before.weeks) != len(now.weeks):
        return True
    return any(_differ(old, new) for old, new in zip(before.span, now.span, strict=True))


def _differ(old: WeekFigures, new: WeekFigures) -> bool:
    if (old.first, old.last, old.value, old.values) != (new.first, new.last, new.value, new.values):
        return True
    return any(
        was is not now and was is not DayMark.COMING and (was in _LATER or now in _LATER)
        for was, now in zip(old.marks, new.marks, strict=True)
    )
