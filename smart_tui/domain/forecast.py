"""When a total or a level reaches its target if things go on as lately (product.md §4, Forecast).

An interval of dates or nothing. Floats are fine here: a forecast is said, never summed or stored.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import DayValue, Goal, Period
from smart_tui.domain.settings import Settings


class Forecast(NamedTuple):
    """Dates between which the target is reached; `latest` None means no end in sight."""

    earliest: date
    middle: date
    latest: date | None


class Trend(NamedTuple):
    """What a level needs a period from its last reading on, and what its last `readings` changes gave a period."""

    needed: Decimal
    lately: Decimal
    period: Period
    readings: int


class Outlook(NamedTuple):
    """What can be said of the time ahead."""

    forecast: Forecast | None = None
    missing: int = 0
    """Whole weeks (totals) or weeks with a reading (levels) still missing before there can be a forecast."""
    based_on: int = 0
    """Weeks or points looked at."""
    pace: Decimal | None = None
    """Change a week in the goal's unit, with its sign."""
    trend: Trend | None = None
    stuck: bool = False
    """Enough data, and no pace toward the target at all."""


def outlook(goal: Goal, days: Sequence[DayValue], today: date, settings: Settings) -> Outlook | None:
    """What can be said on `today`; `days` come from `goal_days`. None where nothing is forecast."""
    return None
