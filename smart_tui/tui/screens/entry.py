"""One entry in three fields: to correct it, or to add one for a past day. Its value is typed like a check-in."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from smart_tui.domain.checkin import effect
from smart_tui.domain.goal import Entry, Goal, Kind
from smart_tui.domain.measure import RESET
from smart_tui.domain.nps import NPS
from smart_tui.reading.checkins import measure_for, read_check_in
from smart_tui.reading.entries import EntryReading, Mode
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import ambiguous
from smart_tui.tui.widgets.linefield import LineField

EXCUSED = "s"
"""What stands in the value's field for an excuse, as in a check-in."""


class EntryScreen(FormDialog[EntryReading]):
    """Gives the day, the value and the note of a new entry, on `on` if that is known; or of `entry` as it is to be.

    Of an entry that is corrected, the reading's value is what it then holds, whatever the mode.
    """

    def __init__(
        self, goal: Goal, entries: Sequence[Entry], today: date, entry: Entry | None = None, on: date | None = None
    ) -> None:
        super().__init__()
        self.goal = goal
        self.entries = entries
        self.today = today
        self.entry = entry
        self.on_day = on

    def keeping(self) -> str:
        return f"entry {self.goal.id} {self.entry.id if self.entry else 0}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

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
        return self.words.date_long(entry.on), self._value_begun(entry), entry.note

    def _value_begun(self, entry: Entry) -> str:
        """The value as one would type it at a check-in."""
        if entry.value is None:
            return EXCUSED
        if entry.counts is not None:
            return " ".join(str(count) for count in entry.counts)
        number = plain(entry.value, self.words.code)
        if entry.source == RESET:
            return f"reset {number}"
        measure = measure_for(self.goal, entry.on)
        signed = measure.kind is not Kind.RATING and (entry.value < 0 or measure.entered_as == NPS)
        return f"={number}" if signed else number

    def focus_first(self) -> None:
        self.field("value" if self.text("on") else "on").input.focus()

    def explanation(self, field: str) -> str:
        if field == "on":
            return self._day()[1] if self.text("on") else self.words.gettext("such as: yesterday, Monday, 12/8")
        if field == "value" and self.text("value"):
            return self._said(self._value())
        return ""

    def _said(self, reading: EntryReading) -> str:
        from smart_tui.text.echo import echo_entry

        if reading.mode is Mode.EXCUSED:
            return self.words.gettext("s: the day is excused")
        if self.entry is not None:
            return self.words.amount(reading.value or 0, measure_for(self.goal, reading.on).unit)
        does = effect(self.goal, self.entries, reading.on, str(reading.mode), reading.value)
        return echo_entry(reading._replace(note=""), self.goal, self.words, does)

    def _day(self) -> tuple[date, str]:
        return day_typed(self, "on", self.today, latest=self.today, past=True)

    def _value(self) -> EntryReading:
        """What the field says, for the day that is typed; raises `UnreadError` in words."""
        on, text = self._day()[0], self.text("value")
        entry = self.entry
        if entry is not None and text == self._value_begun(entry):
            mode = Mode.EXCUSED if entry.value is None else Mode.SET
            return EntryReading(on, mode, entry.value, counts=None)
        reading = self._read(text, on)
        if reading.on != on:
            raise UnreadError("value", self.words.gettext("The day stands in the field above."))
        if reading.ambiguous and reading.value is not None:
            raise UnreadError("value", ambiguous((reading.value, *reading.ambiguous), self))
        return reading if entry is None else self._corrected(reading, entry)

    def _read(self, text: str, on: date) -> EntryReading:
        from smart_tui.text.errors import reading_error

        words, first = self.words, self.smart.settings.first_weekday
        try:
            return read_check_in(text, words.code, self.today, self.goal, self._others(on), first_weekday=first, on=on)
        except ReadingError as error:
            raise UnreadError("value", reading_error(error, words)) from error

    def _others(self, on: date) -> list[Entry]:
        """The entries beside this one; of its own day, those recorded before it."""
        entry = self.entry
        if entry is None:
            return list(self.entries)
        return [other for other in self.entries if other.id != entry.id and (other.on != on or other.id < entry.id)]

    def _corrected(self, reading: EntryReading, entry: Entry) -> EntryReading:
        if (reading.mode is Mode.RESET) != (entry.source == RESET):
            raise UnreadError("value", self.words.gettext("Delete this entry and check in anew instead."))
        if reading.mode is Mode.CHANGE and entry.value is not None and reading.value is not None:
            return reading._replace(value=entry.value + reading.value)
        return reading

    def read(self) -> EntryReading:
        if not self.text("on"):
            raise UnreadError("on", self.words.gettext("Say which day."))
        if not self.text("value"):
            raise UnreadError("value")
        reading = self._value()
        return reading._replace(note=self.text("note") or reading.note)
