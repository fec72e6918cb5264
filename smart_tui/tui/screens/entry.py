"""One entry in three fields: to correct it, or to add one for a past day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from textual.widget import Widget

from smart_tui.domain.goal import Entry, Goal
from smart_tui.reading.numbers import plain
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import number_typed
from smart_tui.tui.widgets.linefield import LineField

EXCUSED = "s"
"""What stands in the value's field for an excuse, as in a check-in."""


class EntryTyped(NamedTuple):
    """An entry as typed: a value, or None where the day is excused."""

    on: date
    value: Decimal | None
    note: str


class EntryScreen(FormDialog[EntryTyped]):
    """Gives the day, the value and the note of `entry`, or of a new one, on `on` if that is known."""

    def __init__(self, goal: Goal, today: date, entry: Entry | None = None, on: date | None = None) -> None:
        super().__init__()
        self.goal = goal
        self.today = today
        self.entry = entry
        self.on_day = on

    def keeping(self) -> str:
        return f"entry {self.goal.id} {self.entry.id if self.entry else 0}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    @property
    def unit(self) -> str:
        """The unit of values on the day of the entry."""
        measure = self.goal.measure_on(self.entry.on if self.entry else self.today)
        return measure.unit if measure else ""

    def lines(self) -> Iterable[str]:
        words = self.words
        yield words.gettext("An entry for a past day.") if self.entry is None else words.gettext("Correct this entry.")

    def body(self) -> Iterable[Widget]:
        words = self.words
        on, value, note = self._begin()
        yield LineField("on", on, label=words.gettext("Day"))
        yield LineField("value", value, label=words.gettext("Value"))
        yield LineField("note", note, label=words.gettext("Note"))

    def _begin(self) -> tuple[str, str, str]:
        entry = self.entry
        if entry is None:
            return self.words.date_long(self.on_day) if self.on_day else "", "", ""
        value = EXCUSED if entry.value is None else plain(entry.value, self.words.code)
        return self.words.date_long(entry.on), value, entry.note

    def focus_first(self) -> None:
        self.field("value" if self.text("on") else "on").input.focus()

    def explanation(self, field: str) -> str:
        if field == "on":
            return self._day()[1] if self.text("on") else self.words.gettext("such as: yesterday, Monday, 12/8")
        if field == "value":
            value = self._value()
            if value is None:
                return self.words.gettext("s: the day is excused")
            return self.words.amount(value, self.unit)
        return ""

    def _day(self) -> tuple[date, str]:
        return day_typed(self, "on", self.today, latest=self.today, past=True)

    def _value(self) -> Decimal | None:
        if self.text("value").casefold() == EXCUSED:
            return None
        known = self.entry.value if self.entry is not None else None
        return number_typed(self, "value", self.unit, known).value

    def read(self) -> EntryTyped:
        if not self.text("on"):
            raise UnreadError("on", self.words.gettext("Say which day."))
        on = self._day()[0]
        return EntryTyped(on, self._value(), self.text("note"))
