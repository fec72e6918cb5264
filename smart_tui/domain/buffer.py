"""How much room the line leaves, and what it asks for: buffer and bare minimum (product.md §4)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain import quantity
from smart_tui.domain.calendar import WEEK, add_days, period_bounds
from smart_tui.domain.goal import DayValue, Entry, Goal, Kind, Measure, Period
from smart_tui.domain.measure import default_step, effective_kind, goal_days, per_period, running_amount
from smart_tui.domain.progress import Way, way
from smart_tui.domain.settings import Settings

_ZERO = Decimal(0)


class Ask(NamedTuple):
    """What is asked for by the end of a day: more (or, for a falling level, less) than now."""

    by: date
    amount: Decimal


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
    step = Decimal(1) if measure is None or here.kind is Kind.MILESTONES else _fine_step(measure, here.target - here.v0)
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


def _fine_step(measure: Measure, change: Decimal) -> Decimal:
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
