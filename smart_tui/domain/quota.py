"""Quotas: calendar periods, their targets scaled to active days, and verdicts (product.md §3, Quotas)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.calendar import active_days, add_days, closed_pauses, paused_on, period_bounds, wanted_days
from smart_tui.domain.goal import DayValue, Direction, Goal, Kind, Measure, Pause, Period, PeriodVerdict
from smart_tui.domain.measure import default_step, effective_kind, excused_days, start_of, versions_on
from smart_tui.domain.quantity import round_down_to_step, round_up_to_step

GRACE_DAYS = 7
"""So long after its end a period without entries is unknown; then, or once the review of the week in which it ended
is finished, it counts as not met."""

_ZERO = Decimal(0)


class Span(NamedTuple):
    """One calendar period before it is judged: its bounds, the part inside the goal, and its days."""

    measure: Measure
    first: date
    last: date
    inside_first: date
    inside_last: date
    wanted: int
    active: int
    excused: int

    @property
    def half(self) -> bool:
        """Whether at least half of the wanted days are active ones."""
        return self.active > 0 and 2 * self.active >= self.wanted


def at_most(measure: Measure) -> bool:
    """Whether the quota is a ceiling."""
    return measure.direction is Direction.AT_MOST


def scaled_target(measure: Measure, active: int, wanted: int) -> Decimal:
    """The target of a period for its active days, rounded to the step toward more work (a ceiling: toward less)."""
    target = measure.goal_value
    if target is None:
        return _ZERO
    if active >= wanted:
        return target
    part = Fraction(target) * active / wanted
    step = default_step(measure)
    if at_most(measure):
        return round_down_to_step(part, step)
    return min(round_up_to_step(part, step), target)


def verdicts(
    goal: Goal,
    days: Sequence[DayValue],
    today: date,
    first_weekday: int = 0,
    reviewed_until: date | None = None,
) -> tuple[PeriodVerdict, ...]:
    """Every period of the goal from its start to the running one, oldest first; they never overlap.

    `days` come from `goal_days`. A period without entries that ended by `reviewed_until`, the last day of the
    latest week whose review was finished, is settled: it counts as not met. A new version counts from the first
    period that begins on or after its day, so that no period changes its target while it runs.
    """
    excused = excused_days(days)
    pauses = closed_pauses(goal.pauses, today)
    coming = _spans(goal, pauses, excused, today, first_weekday)
    spans: list[Span] = []
    for span in coming:
        spans.append(span)
        if span.last >= today:
            break
    judged = [span.half for span in spans]
    if not any(judged) and goal.deadline is not None:
        _judge_longest(spans, judged, coming)
    if spans and spans[-1].inside_first > today:
        spans.pop()
    entered = [day.on for day in days]
    found = []
    for span, counts in zip(spans, judged, strict=False):
        low, high = bisect_left(entered, span.inside_first), bisect_right(entered, span.inside_last)
        settled = _settled(span, today, reviewed_until)
        found.append(_verdict(span, days[low:high], counts, pauses, today, settled))
    return tuple(found)


def running(found: Sequence[PeriodVerdict], today: date) -> PeriodVerdict | None:
    """The period today lies in, or None between periods."""
    return found[-1] if found and found[-1].first <= today <= found[-1].last else None


def judged_shares(found: Sequence[PeriodVerdict], last: int | None = None) -> tuple[int, int]:
    """How many periods were met and judged: of all, or of the `last` ones with a verdict."""
    outcomes = [verdict.met for verdict in found if verdict.met is not None]
    if last is not None:
        outcomes = outcomes[-last:]
    return sum(outcomes), len(outcomes)


def _judge_longest(spans: list[Span], judged: list[bool], coming: Iterator[Span]) -> None:
    """When no period of the goal holds half of its wanted days, the one with the most active days is judged."""
    longest = max(range(len(spans)), key=lambda index: spans[index].active, default=None)
    if longest is None or not spans[longest].active:
        return
    for span in coming:
        if span.half or span.active > spans[longest].active:
            return
    judged[longest] = True


def _segments(goal: Goal, today: date, first_weekday: int) -> list[tuple[date, Measure]]:
    """The versions with the day each begins to count, ascending."""
    start = start_of(goal, today)
    segments: list[tuple[date, Measure]] = []
    for measure in versions_on(goal, today):
        begin = start
        if segments and measure.valid_from > start:
            begin = measure.valid_from
            if effective_kind(measure) is Kind.QUOTA:
                first, last = period_bounds(begin, measure.period or Period.WEEK, first_weekday)
                if first != begin and last == date.max:
                    continue
                begin = begin if first == begin else add_days(last, 1)
        while segments and segments[-1][0] >= begin:
            segments.pop()
        segments.append((begin, measure))
    return segments


def _spans(
    goal: Goal, pauses: Sequence[Pause], excused: frozenset[date], today: date, first_weekday: int
) -> Iterator[Span]:
    segments = _segments(goal, today, first_weekday)
    end = goal.deadline or date.max
    for index, (begin, measure) in enumerate(segments):
        if effective_kind(measure) is not Kind.QUOTA:
            continue
        limit = end
        next_begin = segments[index + 1][0] if index + 1 < len(segments) else None
        if next_begin is not None:
            limit = min(end, add_days(next_begin, -1))
        period = measure.period or Period.WEEK
        at = begin
        while at <= limit:
            first, last = period_bounds(at, period, first_weekday)
            there = wanted_days(add_days(first, -1), last, measure.weekdays)
            if there:
                # A short week, where the first day of the week was changed, is a part of a whole one.
                wanted = measure.weekdays.bit_count() if period is Period.WEEK else there
                inside = at, min(last, limit)
                if inside == (first, last) and there == wanted and not pauses and not excused:
                    yield Span(measure, first, last, first, last, wanted, wanted, 0)
                else:
                    yield _span(measure, (first, last), inside, wanted, next_begin, pauses, excused)
            if last == date.max:
                return
            at = add_days(last, 1)


def _span(
    measure: Measure,
    bounds: tuple[date, date],
    inside: tuple[date, date],
    wanted: int,
    next_begin: date | None,
    pauses: Sequence[Pause],
    excused: frozenset[date],
) -> Span:
    first, last = bounds
    if next_begin is not None and last >= next_begin:
        last = add_days(next_begin, -1)
    before = add_days(inside[0], -1)
    available = active_days(before, inside[1], measure.weekdays, pauses)
    active = active_days(before, inside[1], measure.weekdays, pauses, excused) if excused else available
    return Span(measure, first, last, *inside, wanted, active, available - active)


def _verdict(
    span: Span, days: Sequence[DayValue], judged: bool, pauses: Sequence[Pause], today: date, settled: bool
) -> PeriodVerdict:
    measure = span.measure
    values = [day.value for day in days if day.value is not None] if days else ()
    value = sum(values, _ZERO) if values else None
    whole = measure.goal_value
    target = (
        whole if whole is not None and span.active >= span.wanted else scaled_target(measure, span.active, span.wanted)
    )
    judged = judged and whole is not None and not measure.untargeted
    met = None
    if judged and at_most(measure):
        met = _ceiling_held(span, days, value, target, pauses, today, settled)
    elif judged:
        met = _amount_reached(span, value, target, today, settled)
    return PeriodVerdict(span.first, span.last, target, value, judged, met, span.active, span.wanted, span.excused)


def _amount_reached(span: Span, value: Decimal | None, target: Decimal, today: date, settled: bool) -> bool | None:
    if value is not None and value >= target:
        return True
    if span.inside_last >= today:
        return None
    if value is None and not span.measure.silence_is_zero:
        return False if settled else None
    return False


def _ceiling_held(
    span: Span,
    days: Sequence[DayValue],
    value: Decimal | None,
    target: Decimal,
    pauses: Sequence[Pause],
    today: date,
    settled: bool,
) -> bool | None:
    if span.inside_last >= today:
        return None
    if value is not None and value > target:
        return False
    if span.measure.silence_is_zero:
        return True
    mask = span.measure.weekdays
    logged = sum(
        1
        for day in days
        if day.value is not None and mask >> day.on.weekday() & 1 and paused_on(day.on, pauses) is None
    )
    if logged >= span.active:
        return True
    return False if settled else None


def _settled(span: Span, today: date, reviewed_until: date | None) -> bool:
    """Whether what was not said of a period counts as not met; an entry made later repairs it."""
    if reviewed_until is not None and span.inside_last <= reviewed_until:
        return True
    return today.toordinal() - span.inside_last.toordinal() >= GRACE_DAYS
