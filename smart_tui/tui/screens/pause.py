"""Letting goals rest: from which day, and until when."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from textual.widget import Widget

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.days import DayTyped, day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.ongoals import goals_named
from smart_tui.tui.widgets.linefield import LineField

Rest = tuple[date, date | None]
RestT = TypeVar("RestT", Rest, tuple[date, date])

AHEAD = 7
"""A weekday is the next one; where the two readings of a date are further apart, the year was left out."""


class RestDialog(FormDialog[RestT]):
    """Two days, the first one today unless it is said. A rest may have been long ago."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today

    def body(self) -> Iterable[Widget]:
        yield LineField("first", placeholder=self.words.gettext("today"), label=self.words.gettext("From"))
        yield LineField("last", label=self.words.gettext("To and with"))

    def explanation(self, field: str) -> str:
        if field == "first":
            return self.first().echo
        return self.last().echo if self.text("last") else self.without_end()

    def without_end(self) -> str:
        """What an empty last day means."""
        return ""

    def first(self) -> DayTyped:
        """The first day; of a date without a year, the nearest."""
        ahead, behind = (day_typed(self, "first", self.today, past=past) for past in (False, True))
        if (ahead.day - behind.day).days <= AHEAD:
            return ahead
        return min(behind, ahead, key=lambda typed: abs((typed.day - self.today).days))

    def last(self) -> DayTyped:
        """The last day; of a date without a year, the next one after the first day. Raises `UnreadError`."""
        first = self.first().day
        ahead, behind = (day_typed(self, "last", self.today, past=past) for past in (False, True))
        typed = behind if behind.day >= first else ahead
        if typed.day < first:
            raise UnreadError("last", self.words.gettext("That is before the pause begins."))
        return typed


class PauseScreen(RestDialog[Rest]):
    """Gives the first day of the pause and its last one, None while its end is open."""

    def __init__(self, goals: Sequence[Goal], today: date) -> None:
        super().__init__(today)
        self.goals = goals

    def keeping(self) -> str:
        return "pause " + " ".join(str(goal.id) for goal in self.goals)

    def heading(self) -> str:
        return goals_named(self.goals, self.words)

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("While it rests, nothing is asked and no day counts.")
        for pause in self.goals[0].pauses if len(self.goals) == 1 else ():
            if pause.last is not None and pause.last >= self.today:
                planned = self.words.gettext("It rests from {first} to {last}.")
                first, last = self.words.date_full(pause.first), self.words.date_full(pause.last)
                yield planned.format(first=first, last=last)

    def without_end(self) -> str:
        return self.words.gettext("empty: until you take it up again")

    def read(self) -> Rest:
        first = self.first().day
        if self.text("last"):
            return first, self.last().day
        if first > self.today:
            raise UnreadError("last", self.words.gettext("A rest that begins later needs its last day."))
        return first, None


class HolidayScreen(RestDialog[tuple[date, date]]):
    """Gives the first and the last day on which all active goals rest; `active` says how many they are."""

    def __init__(self, active: int, today: date) -> None:
        super().__init__(today)
        self.active = active

    def keeping(self) -> str:
        return "holiday"

    def heading(self) -> str:
        named = self.words.ngettext("A holiday from {n} active goal", "A holiday from {n} active goals", self.active)
        return named.format(n=self.words.number(self.active))

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("While they rest, nothing is asked and no day counts. They go on by themselves.")

    def without_end(self) -> str:
        return self.words.gettext("the last day of the holiday")

    def read(self) -> tuple[date, date]:
        first = self.first().day
        if not self.text("last"):
            raise UnreadError("last", self.words.gettext("Until which day?"))
        return first, self.last().day
