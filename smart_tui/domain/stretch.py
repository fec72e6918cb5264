"""A calendar month, quarter or year that is looked back on, and its weeks: those whose middle day it holds."""

from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import add_days, period_bounds
from smart_tui.domain.goal import Period
from smart_tui.domain.settings import Settings

LENGTHS = (Period.MONTH, Period.QUARTER, Period.YEAR)
"""What can be looked back on."""


class Stretch(NamedTuple):
    """A calendar month, quarter or year."""

    period: Period
    first: date
    last: date

    @classmethod
    def of(cls, day: date, period: Period) -> "Stretch":
        """The one a day lies in; ValueError for a day or a week."""
        if period not in LENGTHS:
            raise ValueError(f"no stretch to look back on: {period}")
        return cls(period, *period_bounds(day, period))

    @property
    def before(self) -> "Stretch":
        """The one before it."""
        return Stretch.of(add_days(self.first, -1), self.period)

    @property
    def after(self) -> "Stretch":
        """The one after it."""
        return Stretch.of(add_days(self.last, 1), self.period)

    def weeks(self, settings: Settings) -> tuple[tuple[date, date], ...]:
        """First and last days of its weeks, ascending: those whose middle day it holds."""
        found = []
        week = period_bounds(self.first, Period.WEEK, settings.first_weekday)
        while week[0] <= self.last:
            if self.first <= middle(*week) <= self.last:
                found.append(week)
            if week[1] == date.max:
                break
            week = period_bounds(add_days(week[1], 1), Period.WEEK, settings.first_weekday)
        return tuple(found)


def middle(first: date, last: date) -> date:
    """The middle day of a week."""
    return add_days(first, (last - first).days // 2)
