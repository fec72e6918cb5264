"""What a check-in would do to its day, before it is stored (product.md §6).

The modes are those of the store: "add" is one more entry, "set" makes the day's value this one, "change" adds
to the day's value (of levels and running counts: to the latest reading), "done" sets the day to 1, "reset"
says where a running count now stands, "excused" excuses the day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Combine, Entry, EntryState, Goal, Measure, Milestone
from smart_tui.domain.measure import RESET, default_combine, goal_days

_ZERO = Decimal(0)
_NEW = "new"
"""The `uuid` of the entry that is not stored yet."""


class Count(NamedTuple):
    """What a running count showed on a day; `on` is None for its origin."""

    value: Decimal
    on: date | None


class Effect(NamedTuple):
    """What a check-in does: the day's value before and afterwards (None: no value), in the goal's unit."""

    before: Decimal | None
    after: Decimal | None
    reading: Decimal | None = None
    """The reading it leaves behind: of a level or a running count, what it then shows."""
    adds: Decimal | None = None
    """A running count: what the new reading adds; None for the first one and for a reset."""
    early: date | None = None
    """The goal's start, if the day lies before it."""


def effect(goal: Goal, entries: Iterable[Entry], on: date, mode: str, value: Decimal | None) -> Effect:
    """What storing this would do. `value` is the number to add, set or change by, None for an excuse."""
    known = _that_matter(goal, entries, on)
    measure = goal.measure_on(on)
    early = goal.start if goal.start is not None and on < goal.start else None
    then = recorded(measure, known, on, mode, value)
    before, after = _day(goal, known, on), _day(goal, then, on)
    if mode == "excused" or measure is None:
        return Effect(before, after, None, None, early)
    shows = next(entry.value for entry in then if entry.uuid == _NEW)
    if not measure.running:
        return Effect(before, after, shows, None, early)
    first = last_count(measure, known if mode != "set" else [entry for entry in known if entry.on < on]) is None
    adds = None if first or mode == "reset" else (after or _ZERO) - (_ZERO if mode == "set" else before or _ZERO)
    return Effect(before, after, shows, adds, early)


def recorded(
    measure: Measure | None, entries: Sequence[Entry], on: date, mode: str, value: Decimal | None
) -> list[Entry]:
    """The entries up to `on`, in order, with the check-in among them as the store would write it."""
    last = max((entry.id for entry in entries), default=0)
    fresh = Entry(last + 1, _NEW, 0, on, EntryState.VALUE, value)
    if mode == "excused" or value is None:
        return [*entries, fresh._replace(state=EntryState.EXCUSED, value=None)]
    if mode == "reset":
        return [*entries, fresh._replace(source=RESET)]
    combine = combining(measure)
    if mode == "change" and combine is not Combine.ADD:
        fresh = fresh._replace(value=_shown(measure, combine, entries, on) + value)
        mode = "add" if combine is Combine.LAST else "set"
    old = [entry for entry in entries if entry.on == on and entry.source != RESET]
    if mode not in ("set", "done") or not old:
        return [*entries, fresh]
    # One entry stands for the day, but a count that began anew on it did so whatever it is corrected to.
    kept = fresh._replace(id=old[-1].id)
    return [kept if entry.id == kept.id else entry for entry in entries if entry not in old[:-1]]


def combining(measure: Measure | None) -> Combine:
    """How a plain number joins its day: a running count shows its last reading, like a level."""
    if measure is None:
        return Combine.ADD
    return Combine.LAST if measure.running else measure.combine or default_combine(measure)


def counted(goal: Goal, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that were readings of a running count when they were made, in order."""
    if len(goal.measures) > 1:
        entries = [entry for entry in entries if (version := goal.measure_on(entry.on)) and version.running]
    return sorted(entries, key=_order)


def last_count(measure: Measure, entries: Iterable[Entry]) -> Count | None:
    """What a running count showed last by these entries, in their order; its origin before the first reading."""
    values = [entry for entry in entries if entry.value is not None]
    if values:
        return Count(values[-1].value or _ZERO, values[-1].on)
    if measure.baseline is None or measure.change_percent is not None:
        return None
    return Count(measure.baseline, None)


def next_count(entries: Iterable[Entry], on: date) -> Count | None:
    """What a running count showed next after a day, unless it began anew in between."""
    later = sorted((e for e in entries if e.on > on and e.value is not None), key=lambda e: (e.on, e.id))
    if not later or later[0].source == RESET or not later[0].value:
        return None
    return Count(later[0].value, later[0].on)


def next_milestone(milestones: Iterable[Milestone]) -> Milestone | None:
    """The open milestone that is due first; those without a date come last."""
    open_ones = [milestone for milestone in milestones if milestone.done_on is None]
    return min(open_ones, key=lambda milestone: (milestone.due or date.max, milestone.id), default=None)


def _order(entry: Entry) -> tuple[date, int]:
    return entry.on, entry.id


def _that_matter(goal: Goal, entries: Iterable[Entry], on: date) -> list[Entry]:
    """The entries of a day and of the last day before it with a value, in order; no others touch what it holds."""
    measure = goal.measure_on(on)
    known = [entry for entry in entries if entry.on <= on]
    if measure is not None and measure.running:
        known = counted(goal, known)
    before = max((entry.on for entry in known if entry.on < on and entry.value is not None), default=on)
    return sorted((entry for entry in known if entry.on in (before, on)), key=_order)


def _day(goal: Goal, entries: Iterable[Entry], on: date) -> Decimal | None:
    return next((day.value for day in reversed(goal_days(goal, entries, on)) if day.on == on), None)


def _shown(measure: Measure | None, combine: Combine, entries: Sequence[Entry], on: date) -> Decimal:
    """The latest day's value, from which a change is counted; zero before the first."""
    values = [entry for entry in entries if entry.value is not None]
    if not values:
        return _ZERO
    of_day = [entry.value or _ZERO for entry in values if entry.on == values[-1].on]
    if combine is Combine.MAX:
        return max(of_day)
    if combine is Combine.MIN:
        return min(of_day)
    if combine is Combine.MEAN:
        return sum(of_day, _ZERO) / len(of_day)
    return of_day[-1]
