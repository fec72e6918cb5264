"""The way from baseline to target: expected value, progress, gap, buffer, bare minimum (product.md §4).

Shares of the way are exact fractions: 0 at the baseline `v0`, 1 at the target `vT`.
"""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain import quantity
from smart_tui.domain.calendar import EVERY_DAY, active_days, add_days, closed_pauses, period_bounds
from smart_tui.domain.goal import DayValue, Entry, Goal, Kind, Measure, Milestone, Pause, Period
from smart_tui.domain.measure import (
    default_step,
    effective_kind,
    excused_days,
    goal_days,
    latest,
    per_period,
    reading_on,
    running_amount,
    start_of,
    start_value,
    versions_on,
)
from smart_tui.domain.settings import Settings

WEEK = 7
FEWEST_POINTS, MOST_POINTS = Fraction(5, 100), Fraction(165, 1000)
"""What four weeks of the plan are worth is kept within 5 and 16.5 points of the way."""

_ZERO = Decimal(0)
_NOTHING, _ALL = Fraction(0), Fraction(1)


class Line(NamedTuple):
    """The expected share of the way: even over the active days from `start` to the deadline.

    `L(t) = v0 + (vT - v0) * act(s, t) / act(s, T)` (§4), as a share; a version that restarts the
    line begins at `begins` instead of 0.
    """

    start: date
    deadline: date
    begins: Fraction = _NOTHING
    weekdays: int = EVERY_DAY
    pauses: tuple[Pause, ...] = ()
    excused: Collection[date] = ()

    def active(self, until: date) -> int:
        """act(s, until): the active days from the line's start on."""
        return active_days(self.start, until, self.weekdays, self.pauses, self.excused)

    def share(self, day: date) -> Fraction:
        """The expected share of the way at the end of `day`."""
        if day >= self.deadline:
            return _ALL
        if day <= self.start:
            return self.begins
        whole = self.active(self.deadline)
        if not whole:
            return _ALL
        part = Fraction(self.active(day), whole)
        return part if not self.begins else self.begins + (1 - self.begins) * part

    def four_weeks(self) -> Fraction:
        """g of the status table: what four weeks of the plan are worth, kept within 5 and 16.5 points."""
        whole = self.active(self.deadline)
        if not whole:
            return MOST_POINTS
        worth = abs(1 - self.begins) * 4 * self.weekdays.bit_count() / whole
        return min(max(worth, FEWEST_POINTS), MOST_POINTS)


class Staircase(NamedTuple):
    """The expected share of milestones: the weight of those due up to a day."""

    deadline: date
    steps: tuple[tuple[date, int], ...]
    weight: int

    def share(self, day: date) -> Fraction:
        """The expected share of the weight at the end of `day`."""
        if day >= self.deadline:
            return _ALL
        return Fraction(sum(weight for due, weight in self.steps if due <= day), self.weight)


class Way(NamedTuple):
    """Where a total, a level or milestones stand between baseline and target on `day`.

    `value` is None before the first reading of a level. `read_on` is the day the value speaks for:
    the last complete period's end for an amount per period, and the line is asked for that day.
    """

    kind: Kind
    v0: Decimal
    target: Decimal
    value: Decimal | None
    day: date
    read_on: date
    line: Line | Staircase | None

    @property
    def done(self) -> Fraction:
        """p of the formulas: the share of the way made, not clamped."""
        value = self.v0 if self.value is None else self.value
        return self.share_of(value)

    @property
    def expected(self) -> Fraction | None:
        """The share of the way the line asks for; None without a deadline."""
        return None if self.line is None else self.line.share(self.read_on)

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        if self.value is None:
            return False
        return self.value >= self.target if self.target >= self.v0 else self.value <= self.target

    def share_of(self, value: Decimal) -> Fraction:
        """`(value - v0) / (vT - v0)`; 1 where the way has no length."""
        if self.target == self.v0:
            return _ALL
        return _ratio(value - self.v0, self.target - self.v0)

    def value_at(self, share: Fraction) -> Fraction:
        """The value that lies at a share of the way."""
        return Fraction(self.v0) + Fraction(self.target - self.v0) * share


class Ask(NamedTuple):
    """What is asked for by the end of a day: more (or, for a falling level, less) than now."""

    by: date
    amount: Decimal


def clamp(share: Fraction) -> Fraction:
    """A share as it is shown: within 0 and 1."""
    return min(max(share, _NOTHING), _ALL)


def weight_of(milestone: Milestone) -> int:
    """A milestone's weight, one at least."""
    return max(milestone.weight, 1)


def way(goal: Goal, days: Sequence[DayValue], today: date, first_weekday: int = 0) -> Way | None:
    """The way as it stands today, or at the deadline once that has passed; None without a target.

    `days` come from `goal_days`. A goal without a measure is done or not done, by its milestones.
    """
    versions = versions_on(goal, today)
    measure = versions[-1] if versions else None
    day = today if goal.deadline is None else min(today, goal.deadline)
    if measure is None or effective_kind(measure) is Kind.MILESTONES:
        return _milestone_way(goal, days, day)
    if effective_kind(measure) not in (Kind.TOTAL, Kind.LEVEL):
        return None
    target, v0 = measure.goal_value, start_value(measure, days)
    if target is None or v0 is None or measure.untargeted:
        return None
    reading = reading_on(goal, measure, days, day, today, first_weekday)
    read_on = day
    if per_period(measure) is not None:
        read_on = reading.on if reading is not None else min(day, start_of(goal, today))
    line = line_of(goal, days, today, first_weekday)
    return Way(effective_kind(measure), v0, target, reading.value if reading else None, day, read_on, line)


def line_of(goal: Goal, days: Sequence[DayValue], today: date, first_weekday: int = 0) -> Line | None:
    """The line of the version valid today; None without a deadline or a target.

    A version from day d starts at the value reached on d, or, where it keeps the line, at what the
    line before it asked for on d (§4).
    """
    if goal.deadline is None:
        return None
    pauses = closed_pauses(goal.pauses, today) if goal.pauses else ()
    excused = excused_days(days)
    start = start_of(goal, today)
    line: Line | None = None
    before: tuple[Measure, Decimal, Decimal] | None = None
    for measure in versions_on(goal, today):
        target, v0 = measure.goal_value, start_value(measure, days)
        if effective_kind(measure) not in (Kind.TOTAL, Kind.LEVEL) or target is None or v0 is None or target == v0:
            line, before = None, (measure, _ZERO, _ZERO)
            continue
        begins, first = _NOTHING, start
        if before is not None and measure.valid_from > start:
            first = measure.valid_from
            if measure.keep_line and line is not None:
                value = Fraction(before[1]) + Fraction(before[2] - before[1]) * line.share(first)
                begins = (value - Fraction(v0)) / Fraction(target - v0)
            else:
                over = max(today, add_days(first, 1))
                reading = reading_on(goal, measure, days, first, over, first_weekday)
                if reading is not None and reading.value is not None:
                    begins = _ratio(reading.value - v0, target - v0)
        line = Line(first, goal.deadline, begins, measure.weekdays, pauses, excused)
        before = (measure, v0, target)
    return line


def buffer_days(
    goal: Goal, entries: Sequence[Entry], today: date, settings: Settings, days: Sequence[DayValue] | None = None
) -> int | None:
    """How many days from today one could do nothing (a level: stay where it is) and still be on the line.

    0 when behind or with nothing to spare; the days to the deadline once the target is reached;
    None without a line. The line only moves toward the target, so the walk of §4 is a bisection.
    An amount per period is asked at its periods' ends only. `days` spares working them out where
    `goal_days` gave them already.
    """
    days = goal_days(goal, entries, today) if days is None else days
    here = way(goal, days, today, settings.first_weekday)
    if here is None or here.line is None or goal.deadline is None:
        return None
    running = _running(goal, days, today, settings)
    low, high = 0, max(0, (goal.deadline - today).days)
    if here.reached:
        return high
    done = here.done
    while low < high:
        middle = (low + high + 1) // 2
        by = add_days(today, middle)
        if here.line.share(by if running is None else running.spoken_for(by, here.read_on)) <= done:
            low = middle
        else:
            high = middle - 1
    return low


def bare_minimum(
    goal: Goal, entries: Sequence[Entry], today: date, settings: Settings, days: Sequence[DayValue] | None = None
) -> tuple[Ask, ...]:
    """What each of the next seven days asks for at least, so that its end is on the line (§4).

    Amounts are zero or more (less for a falling level) and never fall from day to day; they are
    rounded to the step toward more work, but not beyond the target. Empty without a line.
    An amount per period is asked for what its period still lacks, by the period's end; one that is
    to fall is asked for nothing, as what is entered cannot become less. `days` as for the buffer.
    """
    days = goal_days(goal, entries, today) if days is None else days
    here = way(goal, days, today, settings.first_weekday)
    if here is None or here.line is None:
        return ()
    measure = goal.measure_on(today)
    running = _running(goal, days, today, settings)
    if running is not None and here.target < here.v0:
        return ()
    step = Decimal(1) if measure is None or here.kind is Kind.MILESTONES else fine_step(measure, here.target - here.v0)
    value = here.v0 if here.value is None else here.value
    asks = []
    for ahead in range(1, WEEK + 1):
        by = add_days(today, ahead)
        if running is None:
            asks.append(Ask(by, _rounded_ask(here, value, here.line.share(by), step)))
            continue
        on = running.spoken_for(by, here.read_on)
        so_far = running.so_far if on == running.last else _ZERO
        asks.append(Ask(by, _rounded_ask(here, so_far, here.line.share(on), step) if on >= running.last else _ZERO))
    return tuple(asks)


class _Running(NamedTuple):
    """The running period of an amount per period: its last day, and its sum so far."""

    period: Period
    last: date
    so_far: Decimal
    first_weekday: int

    def spoken_for(self, by: date, read_on: date) -> date:
        """The last day of the latest period that is complete at the end of `by`; `read_on` before this one is."""
        first, last = period_bounds(by, self.period, self.first_weekday)
        over = last if last == by else add_days(first, -1)
        return over if over >= self.last else read_on


def _running(goal: Goal, days: Sequence[DayValue], today: date, settings: Settings) -> _Running | None:
    measure = goal.measure_on(today)
    found = None if measure is None else running_amount(measure, days, today, settings.first_weekday)
    period = None if measure is None else per_period(measure)
    if found is None or period is None:
        return None
    return _Running(period, *found, settings.first_weekday)


def fine_step(measure: Measure, change: Decimal) -> Decimal:
    """The step amounts of work are rounded to: a total's own, for a level about a seventieth of its change."""
    if measure.step or effective_kind(measure) is not Kind.LEVEL:
        return default_step(measure)
    return quantity.seventieth(change)


def _rounded_ask(here: Way, value: Decimal, share: Fraction, step: Decimal) -> Decimal:
    rising = here.target >= here.v0
    sign = 1 if rising else -1
    needed = sign * (here.value_at(share) - Fraction(value))
    if needed <= 0 or here.reached:
        return _ZERO
    amount = quantity.round_up_to_step(needed, step)
    return sign * min(amount, abs(here.target - value))


def _milestone_way(goal: Goal, days: Sequence[DayValue], day: date) -> Way | None:
    if not goal.milestones:
        if goal.measure is None and goal.deadline is None:
            return None
        reading = latest(days, day)
        done = Decimal(1) if reading is not None and reading.value is not None and reading.value >= 1 else _ZERO
        line = None if goal.deadline is None else Staircase(goal.deadline, (), 1)
        return Way(Kind.MILESTONES, _ZERO, Decimal(1), done, day, day, line)
    weight = sum(weight_of(milestone) for milestone in goal.milestones)
    finished = sum(weight_of(m) for m in goal.milestones if m.done_on is not None and m.done_on <= day)
    stairs = None if goal.deadline is None else Staircase(goal.deadline, _steps(goal.milestones), weight)
    return Way(Kind.MILESTONES, _ZERO, Decimal(weight), Decimal(finished), day, day, stairs)


def _steps(milestones: Sequence[Milestone]) -> tuple[tuple[date, int], ...]:
    return tuple(sorted((m.due, weight_of(m)) for m in milestones if m.due is not None))


def _ratio(part: Decimal, whole: Decimal) -> Fraction:
    top, bottom = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(top[0] * bottom[1], top[1] * bottom[0])
