"""What the coach can remark on a goal: the codes, the letter each belongs to, and the values its sentence needs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.smart import Slot


class RemarkCode(StrEnum):
    """The kinds of remark; each can be dismissed by its code."""

    NO_RESULT = "no_result"
    TWO_GOALS = "two_goals"
    NO_NUMBER = "no_number"
    NO_UNIT = "no_unit"
    PERCENT_POINTS = "percent_points"
    NO_BASELINE = "no_baseline"
    CADENCE_OR_TOTAL = "cadence_or_total"
    YEARLY_SHORT = "yearly_short"
    NEXT_QUARTER = "next_quarter"
    NO_DATE = "no_date"
    PAST_DATE = "past_date"
    NO_RELEVANCE = "no_relevance"
    NO_ACCEPTANCE = "no_acceptance"
    NO_FIRST_STEP = "no_first_step"
    NO_WHAT_COUNTS = "no_what_counts"


class Vague(StrEnum):
    """In which way a sentence names no result."""

    MORE = "more"
    """Only a direction upward: grow, more."""
    LESS = "less"
    """Only a direction downward: reduce, less."""
    BETTER = "better"
    """Only that it is to be better: improve, strengthen."""
    SKILL = "skill"
    """Something one never has learnt to its end."""
    STATE = "state"
    """How one is or feels."""


class Remark(NamedTuple):
    """One thing to say about a goal."""

    code: RemarkCode
    field: str
    """Where it is answered: the id of a question ("specific.what") or of a field of its form ("target", "deadline")."""
    slot: Slot
    days: tuple[date, ...] = ()
    numbers: tuple[Decimal, ...] = ()
    words: tuple[str, ...] = ()
    """The person's own words: what is vague, the aims, the unit, the words for a day."""
    vague: Vague | None = None
    """Of a weak sentence that names no result: in which way."""
    shared: bool = False
    """Of a weak sentence: whether it sounds like a goal of several people."""

    @property
    def lack(self) -> bool:
        """Whether something is missing or unclear; what only says a change in two ways is nothing to mend."""
        return self.code is not RemarkCode.PERCENT_POINTS or len(self.numbers) < 2


SLOTS: Mapping[RemarkCode, Slot] = {
    RemarkCode.NO_RESULT: Slot.SPECIFIC,
    RemarkCode.TWO_GOALS: Slot.SPECIFIC,
    RemarkCode.NO_NUMBER: Slot.MEASURABLE,
    RemarkCode.NO_UNIT: Slot.MEASURABLE,
    RemarkCode.PERCENT_POINTS: Slot.MEASURABLE,
    RemarkCode.NO_BASELINE: Slot.MEASURABLE,
    RemarkCode.CADENCE_OR_TOTAL: Slot.MEASURABLE,
    RemarkCode.YEARLY_SHORT: Slot.TIME,
    RemarkCode.NEXT_QUARTER: Slot.TIME,
    RemarkCode.NO_DATE: Slot.TIME,
    RemarkCode.PAST_DATE: Slot.TIME,
    RemarkCode.NO_RELEVANCE: Slot.RELEVANT,
    RemarkCode.NO_ACCEPTANCE: Slot.ACCEPTED,
    RemarkCode.NO_FIRST_STEP: Slot.TIME,
    RemarkCode.NO_WHAT_COUNTS: Slot.MEASURABLE,
}
"""The letter a remark stands under on the card, wherever it is answered."""

WEAK: frozenset[RemarkCode] = frozenset((RemarkCode.NO_RESULT, RemarkCode.NO_NUMBER))
"""Of a sentence with one of these a better one of its kind is shown."""

LATER: frozenset[RemarkCode] = frozenset(
    (RemarkCode.NO_RELEVANCE, RemarkCode.NO_ACCEPTANCE, RemarkCode.NO_FIRST_STEP, RemarkCode.NO_WHAT_COUNTS)
)
"""What no goal sentence is expected to hold: it is asked for in a later step."""


def remark_of(code: RemarkCode, field: str) -> Remark:
    """A remark under its letter, to be answered in a field."""
    return Remark(code, field, SLOTS[code])
