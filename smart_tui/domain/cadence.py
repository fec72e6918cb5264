"""How often a goal is expected to hear from its person."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from smart_tui.domain.goal import DayValue, Goal, Kind, Measure, Period
from smart_tui.domain.measure import default_step, effective_kind, per_period, start_of, start_value

WEEK, MONTH, QUARTER = 7, 31, 92
_PERIOD_DAYS = {Period.DAY: WEEK, Period.WEEK: WEEK, Period.MONTH: MONTH, Period.QUARTER: QUARTER, Period.YEAR: QUARTER}
_LAST_GAPS = 4


def cadence_days(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date) -> int:
    """Days between two check-ins as they can be expected: a week at least, for that is when one reviews.

    A quota and an amount per period: its period. A rating: a month. A total: the days its plan
    gives to one step ("24 books in a year": 15), a month at most. Levels and ranges: the person's
    own rhythm, the median of the last four gaps between readings, a quarter at most.
    """
    kind = effective_kind(measure)
    if kind is Kind.QUOTA:
        return _PERIOD_DAYS[measure.period or Period.WEEK]
    period = per_period(measure)
    if period is not None:
        return _PERIOD_DAYS[period]
    if kind is Kind.RATING:
        return MONTH
    if kind is Kind.TOTAL:
        return _days_of_a_step(goal, measure, today)
    readings = [day.on.toordinal() for day in days if day.value is not None][-_LAST_GAPS - 1 :]
    gaps = sorted(later - earlier for earlier, later in pairwise(readings))
    if len(gaps) < 2:
        return WEEK
    return min(max(gaps[len(gaps) // 2], WEEK), QUARTER)


def _days_of_a_step(goal: Goal, measure: Measure, today: date) -> int:
    target, v0 = measure.goal_value, start_value(measure, ())
    if goal.deadline is None or target is None or v0 is None or target == v0:
        return WEEK
    span = (goal.deadline - start_of(goal, today)).days
    return min(max(int(span * default_step(measure) / abs(target - v0)), WEEK), MONTH)
