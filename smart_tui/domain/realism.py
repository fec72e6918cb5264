"""How steep a plan is. Floats are fine here: the result is said in words ("about 73 % a month"), never stored."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import DayValue, Goal, Measure, Outcome, Reason
from smart_tui.domain.settings import Settings


def growth_per_period(v0: Decimal, target: Decimal, periods: float) -> float:
    """The growth each period needs, as a fraction: `(vT / v0) ** (1 / n) - 1` (product.md §4, Realism).

    Raises ValueError unless both values and the number of periods are above zero.
    """
    if v0 <= 0 or target <= 0 or periods <= 0:
        raise ValueError("growth needs values and periods above zero")
    return float(float(target / v0) ** (1 / periods)) - 1


def realism(
    goal: Goal,
    measure: Measure,
    days: Sequence[DayValue],
    today: date,
    settings: Settings,
    closed: Sequence[tuple[Goal, Outcome]],
) -> tuple[Reason, ...]:
    """What the person's own figures say about a plan, as codes with the values their sentences need."""
    return ()
