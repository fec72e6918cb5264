"""Whether a goal sentence is specific, measurable and time-bound, judged from its words alone."""

from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import Kind
from smart_tui.reading.goals import GoalReading, read_goal


class Judgement(NamedTuple):
    """What a sentence holds of S, M and T, and what makes it vague."""

    specific: bool
    measurable: bool
    time_bound: bool
    vague: str = ""
    """The words that make it vague, as written."""
    event: bool = False
    """Whether it is done once and then is done."""
    aims: int = 1
    """How many goals it holds."""


def judge(text: str, lang: str, today: date, first_weekday: int = 0, reading: GoalReading | None = None) -> Judgement:
    """What a goal sentence holds by itself; never raises. `reading`: what `read_goal` made of the same text."""
    read = reading if reading is not None else read_goal(text, lang, today, first_weekday)
    measured = read.kind is not None
    return Judgement(
        specific=measured,
        measurable=measured,
        time_bound=read.deadline is not None or bool(read.deadline_words or read.cadence),
        event=read.kind is Kind.MILESTONES,
    )
