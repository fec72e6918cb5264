"""The way from baseline to target: expected value, progress, gap (product.md §4).

Shares of the way are exact fractions: 0 at the baseline `v0`, 1 at the target `vT`.
"""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.calendar import EVERY_DAY, active_days, add_days, closed_pauses
from smart_tui.domain.goal import DayValue, Goal, Kind, Measure, Milestone, Pause
from smart_tui.domain.measure import (
    effective_kind,
    excused_days,
    latest,
    per_period,
    reading_on,
    start_of,
    start_value,
    versions_on,
)

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
