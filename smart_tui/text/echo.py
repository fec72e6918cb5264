"""What was read from something typed, said back before it is saved."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from smart_tui.domain.goal import Combine, Goal
from smart_tui.domain.measure import default_combine
from smart_tui.i18n import Words
from smart_tui.text.distance import distance


class ReadEntry(Protocol):
    """A check-in as it was read: day, mode ("add", "set", "change", "done", "excused"), value, note."""

    @property
    def on(self) -> date:
        """The day it is for."""

    @property
    def mode(self) -> str:
        """What it does to the day."""

    @property
    def value(self) -> Decimal | None:
        """The number, None for an excuse."""

    @property
    def note(self) -> str:
        """What stood behind the #."""


def echo_number(value: Decimal | int, words: Words, unit: str = "") -> str:
    """A number in full, with its unit if there is one: "10,000", "1:30 h"."""
    return words.amount(value, unit)


def echo_date(day: date, today: date, words: Words) -> str:
    """Weekday, full date and distance: "Wed 15 July 2026, in 181 days"."""
    return f"{words.date_full(day)}, {distance(day, today, words)}"


def echo_entry(reading: ReadEntry, goal: Goal, words: Words) -> str:
    """What a check-in will record and for which day: "+3 meetings, Wed 14 January 2026: with Bo"."""
    said = f"{_deed(reading, goal, words)}, {words.date_full(reading.on)}"
    return f"{said}: {reading.note}" if reading.note else said


def _deed(reading: ReadEntry, goal: Goal, words: Words) -> str:
    if reading.mode == "excused":
        return words.gettext("excused")
    if reading.mode == "done" or reading.value is None:
        return words.pgettext("entry", "done")
    measure = goal.measure
    unit = measure.unit if measure else ""
    if reading.mode == "set":
        return words.gettext("the day set to {amount}").format(amount=words.amount(reading.value, unit))
    adds = measure is not None and default_combine(measure) is Combine.ADD and not measure.running
    return words.amount(reading.value, unit, sign=adds or reading.mode == "change")
