"""The goal that is made for the entries of a table where there is none of its name: recorded, and without a target."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Entry, Goal, Kind, Measure, State
from smart_tui.domain.smart import DEFAULT_MODEL
from smart_tui.domain.transfer import Asked

NOON = time(12, tzinfo=UTC)
_FEW = 3
_STEADY = 2
"""Values that are never more than so many times each other, and of at least so many days, are readings."""


def new_goal(number: int, uuid: str, title: str, entries: Sequence[Entry], asked: Asked, unit: str = "") -> Goal:
    """A goal with these entries; `number` is its id within what comes in."""
    start = min((entry.on for entry in entries), default=asked.today)
    measure = Measure(kind=_kind(entries), valid_from=start, unit=clean_line(unit), untargeted=True)
    return Goal(
        id=number,
        uuid=uuid,
        no=0,
        title=title,
        state=State.ACTIVE,
        model=DEFAULT_MODEL,
        language=asked.language,
        start=start,
        measures=(measure,),
        created_at=datetime.combine(start, NOON),
    )


def _kind(entries: Sequence[Entry]) -> Kind:
    """A level where the values look like readings of one thing, such as a weight; else a total."""
    values = [entry.value for entry in entries if entry.value is not None]
    one_a_day = len({entry.on for entry in entries}) == len(entries)
    if one_a_day and len(set(values)) >= _FEW and 0 < max(values) <= _STEADY * min(values):
        return Kind.LEVEL
    return Kind.TOTAL
