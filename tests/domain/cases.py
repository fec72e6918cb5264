"""Short ways to write goals and entries in the tests of the rules."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smart_tui.domain.goal import (
    Assessment,
    Direction,
    Entry,
    EntryState,
    Goal,
    Kind,
    Measure,
    Milestone,
    Pause,
    Period,
    State,
    Status,
)
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess

SETTINGS = Settings()
START = date(2026, 1, 5)
"""A Monday."""
Pairs = Sequence[tuple[date, int | str | None]]


def day(offset: int, start: date = START) -> date:
    return start + timedelta(days=offset)


def goal(
    *measures: Measure,
    start: date | None = START,
    deadline: date | None = None,
    state: State = State.ACTIVE,
    pauses: tuple[Pause, ...] = (),
    milestones: tuple[Milestone, ...] = (),
    title: str = "A goal",
    no: int = 1,
) -> Goal:
    return Goal(
        id=no,
        uuid=f"u{no}",
        no=no,
        title=title,
        state=state,
        model="international",
        language="en",
        start=start,
        deadline=deadline,
        measures=measures,
        pauses=pauses,
        milestones=milestones,
    )


def entry(number: int, on: date, value: str | int | Decimal | None, source: str = "") -> Entry:
    """An entry; None is an excuse."""
    state = EntryState.EXCUSED if value is None else EntryState.VALUE
    amount = None if value is None else Decimal(value)
    return Entry(number, f"e{number}", 1, on, state, amount, source=source)


def entries(pairs: Iterable[tuple[date, str | int | Decimal | None]]) -> list[Entry]:
    return [entry(number, on, value) for number, (on, value) in enumerate(pairs, 1)]


def total(target: int | str = 24, valid_from: date = START, **more: Any) -> Measure:
    return Measure(Kind.TOTAL, valid_from, Decimal(target))._replace(**more)


def level(baseline: int | str | None, target: int | str | None, valid_from: date = START, **more: Any) -> Measure:
    goes_to = None if target is None else Decimal(target)
    begins_at = None if baseline is None else Decimal(baseline)
    return Measure(Kind.LEVEL, valid_from, goes_to, baseline=begins_at)._replace(**more)


def quota(target: int | str = 8, valid_from: date = START, **more: Any) -> Measure:
    base = Measure(Kind.QUOTA, valid_from, Decimal(target), period=Period.WEEK, direction=Direction.AT_LEAST)
    return base._replace(**more)


def look(subject: Goal, today: date, pairs: Pairs = (), settings: Settings = SETTINGS) -> Assessment:
    return assess(subject, entries(pairs), today, settings)


def verdict(subject: Goal, today: date, pairs: Pairs = ()) -> tuple[Status | None, str]:
    found = look(subject, today, pairs)
    return found.status, found.reason.code
