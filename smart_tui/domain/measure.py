"""How entries become values: the versions of a measure, the value of a day, and the reading of a goal.

Rules: product.md §3 (kinds of measure, relative change, several entries on a day).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain import quantity
from smart_tui.domain.calendar import add_days, period_bounds
from smart_tui.domain.goal import Combine, DayValue, Entry, EntryState, Goal, Kind, Measure, Period, Reading

RESET = "reset"
"""The `source` of an entry that says where a running count now stands, without adding anything."""

RATINGS = (-2, -1, 0, 1, 2)
"""The five levels of a rating, 0 being the goal (§3)."""

_ZERO = Decimal(0)
_ADDING = (Kind.TOTAL, Kind.QUOTA)


def effective_kind(measure: Measure) -> Kind:
    """The kind by which a measure is judged: a relative target is a total or a level by what a reading is (§3)."""
    if measure.kind in (Kind.TOTAL, Kind.LEVEL) and measure.change_percent is not None:
        if measure.reading is Reading.SPAN:
            return Kind.TOTAL
        if measure.reading is not None:
            return Kind.LEVEL
    return measure.kind


def per_period(measure: Measure) -> Period | None:
    """The period whose amount is one reading of a level, or None when a reading is a level now."""
    if measure.reading is Reading.PER_PERIOD and effective_kind(measure) is Kind.LEVEL:
        return measure.period or measure.baseline_period or Period.MONTH
    return None


def default_combine(measure: Measure) -> Combine:
    """Totals, quotas and amounts per period add what is entered on a day; everything else takes the last."""
    adds = effective_kind(measure) in _ADDING or per_period(measure) is not None
    return Combine.ADD if adds else Combine.LAST


def default_step(measure: Measure) -> Decimal:
    """What `+` and `-` move by: the measure's own step, else 1 or about a seventieth of the target (§6)."""
    if measure.step:
        return measure.step
    target = measure.goal_value
    if target is None:
        return Decimal(1)
    if effective_kind(measure) is Kind.LEVEL:
        return quantity.seventieth(target)
    return quantity.default_step(target)


def start_of(goal: Goal, today: date) -> date:
    """The day the goal counts from: its start, else the day its first measure is valid from, else today."""
    if goal.start is not None:
        return goal.start
    return goal.measures[0].valid_from if goal.measures else today


def versions_on(goal: Goal, day: date) -> tuple[Measure, ...]:
    """The versions known on `day`, oldest first; before the first one's day, the first one."""
    if len(goal.measures) < 2:
        return goal.measures
    known = tuple(measure for measure in goal.measures if measure.valid_from <= day)
    return known or goal.measures[:1]


def day_values(measure: Measure, entries: Iterable[Entry]) -> tuple[DayValue, ...]:
    """One value for each day with entries, in date order, as this one version combines them."""
    return _day_values((measure,), sorted(entries, key=_recorded))


def goal_days(goal: Goal, entries: Iterable[Entry], until: date) -> tuple[DayValue, ...]:
    """One value for each day up to `until`, combined by the version valid on that day.

    Entries may come in any order: they count by date, and within a day by id.
    """
    known = sorted((entry for entry in entries if entry.on <= until), key=_recorded)
    return _day_values(versions_on(goal, until), known) if known else ()


def excused_days(days: Iterable[DayValue]) -> frozenset[date]:
    """The days on which nothing but excuses was entered."""
    return frozenset(day.on for day in days if day.excused)


def start_value(measure: Measure, days: Sequence[DayValue]) -> Decimal | None:
    """`v0` of the formulas: where the way to the target begins; None while it is unknown.

    A total begins at its baseline, or at nothing; the baseline of a running count is the count's
    origin and that of a relative total the amount compared with, so both begin at nothing. A level
    with an absolute target and no baseline begins at its first reading.
    """
    kind = effective_kind(measure)
    if kind is Kind.MILESTONES:
        return _ZERO
    if kind is Kind.TOTAL:
        if measure.baseline is None or measure.running or measure.change_percent is not None:
            return _ZERO
        return measure.baseline
    if kind is not Kind.LEVEL:
        return None
    if measure.baseline is None and measure.change_percent is None:
        return next((day.value for day in days if day.value is not None), None)
    return measure.baseline


def total_on(measure: Measure, days: Iterable[DayValue], day: date) -> Decimal:
    """The total at the end of `day`: where it began plus everything entered up to then."""
    entered = sum((d.value for d in days if d.value is not None and d.on <= day), _ZERO)
    return (start_value(measure, ()) or _ZERO) + entered


def latest(days: Sequence[DayValue], day: date) -> DayValue | None:
    """The latest reading on or before `day`, or None."""
    for reading in reversed(days):
        if reading.value is not None and reading.on <= day:
            return reading
    return None


def period_readings(
    measure: Measure, days: Sequence[DayValue], start: date, today: date, first_weekday: int = 0
) -> tuple[DayValue, ...]:
    """The amounts of the complete periods, each on its period's last day (§3, amount per period).

    A period without entries gives no reading. The period in which the goal began counts only when
    it was entered as one figure, or when something was entered for its days before the start:
    otherwise its sum would be that of a part.
    """
    period = per_period(measure) or Period.MONTH
    readings: list[DayValue] = []
    values: list[Decimal] = []
    begun = first = last = date.min
    for day in (*days, DayValue(date.max, _ZERO)):
        if day.value is None:
            continue
        if values and day.on <= last:
            values.append(day.value)
            continue
        partial = first < start <= last and len(values) > 1 and begun >= start
        if values and last < today and not partial:
            readings.append(DayValue(last, sum(values, _ZERO)))
        begun, values = day.on, [day.value]
        first, last = period_bounds(day.on, period, first_weekday)
    return tuple(readings)


def running_amount(
    measure: Measure, days: Sequence[DayValue], today: date, first_weekday: int = 0
) -> tuple[date, Decimal] | None:
    """Last day and sum so far of the running period of an amount per period; None for other measures."""
    period = per_period(measure)
    if period is None:
        return None
    first, last = period_bounds(today, period, first_weekday)
    values = (day.value for day in days if day.value is not None and first <= day.on <= today)
    return last, sum(values, _ZERO)


def reading_on(
    goal: Goal, measure: Measure, days: Sequence[DayValue], day: date, today: date, first_weekday: int = 0
) -> DayValue | None:
    """The reading of a total or level at the end of `day` and the day it speaks for; None before the first.

    On the running day itself the current period is not complete yet. `days` come from `goal_days`.
    """
    if effective_kind(measure) is Kind.TOTAL:
        return DayValue(day, total_on(measure, days, day))
    if per_period(measure) is None:
        return latest(days, day)
    over = today if day >= today else add_days(day, 1)
    readings = period_readings(measure, days, start_of(goal, today), over, first_weekday)
    return latest(readings, day)


def value_on(goal: Goal, days: Sequence[DayValue], day: date, first_weekday: int = 0) -> Decimal | None:
    """The goal's value at the end of `day`, read by the version valid then; None while there is none."""
    measure = goal.measure_on(day)
    if measure is None:
        return None
    reading = reading_on(goal, measure, days, day, add_days(day, 1), first_weekday)
    return reading.value if reading else None


def _recorded(entry: Entry) -> tuple[date, int]:
    return entry.on, entry.id


def _day_values(versions: Sequence[Measure], entries: Sequence[Entry]) -> tuple[DayValue, ...]:
    days = []
    count: Decimal | None = None
    at = 0
    while at < len(entries):
        on = entries[at].on
        values: list[Decimal] = []
        measure = _valid(versions, on)
        while at < len(entries) and entries[at].on == on:
            entry = entries[at]
            at += 1
            if entry.state is not EntryState.VALUE or entry.value is None:
                continue
            if measure is not None and measure.running:
                values.append(_difference(measure, count, entry))
                count = entry.value
            else:
                values.append(entry.value)
        days.append(DayValue(on, _combined(measure, values)) if values else DayValue(on, None, True))
    return tuple(days)


def _valid(versions: Sequence[Measure], day: date) -> Measure | None:
    for measure in reversed(versions):
        if measure.valid_from <= day:
            return measure
    return versions[0] if versions else None


def _difference(measure: Measure, count: Decimal | None, entry: Entry) -> Decimal:
    """What a reading of a running count adds: a count set to zero, or marked as reset, adds nothing."""
    value = entry.value or _ZERO
    if count is None:
        count = measure.baseline if measure.change_percent is None else None
    if count is None or entry.source == RESET or (not value and count > 0):
        return _ZERO
    return value - count


def _combined(measure: Measure | None, values: list[Decimal]) -> Decimal:
    if len(values) == 1:
        return values[0]
    if measure is not None and measure.running:
        return sum(values, _ZERO)
    combine = Combine.LAST if measure is None else measure.combine or default_combine(measure)
    if combine is Combine.ADD:
        return sum(values, _ZERO)
    if combine is Combine.MAX:
        return max(values)
    if combine is Combine.MIN:
        return min(values)
    if combine is Combine.MEAN:
        mean = sum(values, _ZERO) / len(values)
        return quantity.plain(mean.quantize(Decimal("0.000001")))
    return values[-1]
