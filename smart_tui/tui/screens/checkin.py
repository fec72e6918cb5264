"""Checking in: one line that records a value, an excuse or a done, for today or for a day named in front."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.domain.buffer import bare_minimum
from smart_tui.domain.checkin import effect
from smart_tui.domain.goal import Assessment, Entry, Goal, Kind, Measure, Status
from smart_tui.reading.checkins import measure_for, read_check_in
from smart_tui.reading.entries import EntryReading
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import time_unit
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import ambiguous
from smart_tui.tui.widgets.levels import Levels
from smart_tui.tui.widgets.linefield import LineField

LOW = 16
"""Under so many lines the dialog says only what is needed to type."""


class CheckInScreen(FormDialog[EntryReading]):
    """Gives what was read, once Enter took it. Under the field stands what was understood so far.

    `place` is the goal's place among those checked in one after the other, and how many they are.
    """

    DEFAULT_CSS = """
    CheckInScreen .examples { margin: 1 0 0 0; }
    CheckInScreen .keys { margin: 0; }
    """

    def __init__(
        self,
        goal: Goal,
        entries: Sequence[Entry],
        assessment: Assessment,
        today: date,
        *,
        place: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__()
        self.goal = goal
        self.entries = entries
        self.assessment = assessment
        self.today = today
        self.place = place

    def keeping(self) -> str:
        return f"check_in {self.goal.id}"

    @property
    def on_day(self) -> date:
        """The day that is meant where none is typed."""
        return self.today

    @property
    def measure(self) -> Measure:
        """The measure of that day; a goal without one is done or not."""
        return measure_for(self.goal, self.on_day)

    def heading(self) -> str:
        named = f"{self.goal.no}  {self.goal.title}"
        at, of = self.place
        if of == 1:
            return named
        return self.words.gettext("{goal} · {n} of {all}").format(goal=named, n=at, all=of)

    def lines(self) -> Iterable[str]:
        from smart_tui.text.sentences import page_sentence

        if self.measure.what_counts:
            yield self.words.gettext("Counts: {what}").format(what=self.measure.what_counts)
        yield page_sentence(self.goal, self.assessment, self.today, self.words)
        if self.app.size.height >= LOW:
            yield from filter(None, (self._day_line(), self._missing()))

    def _day_line(self) -> str:
        from smart_tui.text.checkins import day_line

        return day_line(self.goal, self.entries, self.today, self.words)

    def _missing(self) -> str:
        """What would keep the goal on its line or inside its bounds, or what a period's rest comes to by the day."""
        from smart_tui.text.checkins import daily_share, range_line
        from smart_tui.text.minimum import minimum_sentence

        if self.measure.kind is Kind.WITHIN:
            return range_line(self.measure, self.words)
        if self.measure.kind is Kind.QUOTA:
            return daily_share(self.goal, self.assessment, self.today, self.words)
        if self.assessment.status not in (Status.ON_TRACK, Status.AT_RISK, Status.BEHIND):
            return ""
        asks = bare_minimum(self.goal, self.entries, self.today, self.smart.settings)
        late = self.assessment.status is not Status.ON_TRACK
        return minimum_sentence(asks, self.goal, self.today, self.words, behind=late)

    def body(self) -> Iterable[Widget]:
        if self.measure.kind is Kind.RATING:
            yield Levels(self.measure.levels)
        yield LineField("line", self.begin())
        if examples := self.examples():
            yield Static(Content(examples), classes="dim examples")

    def begin(self) -> str:
        """What stands in the line at first."""
        return ""

    def examples(self) -> str:
        """What one may type, for this kind of measure."""
        from smart_tui.text.checkins import examples

        return examples(self.measure, self.words, is_time=time_unit(self.measure.unit, self.words.code) is not None)

    def on_levels_chosen(self, message: Levels.Chosen) -> None:
        message.stop()
        self.field("line").text = f"{message.level:d}"

    def key_up(self) -> None:
        self._move_level(1)

    def key_down(self) -> None:
        self._move_level(-1)

    def _move_level(self, by: int) -> None:
        for levels in self.query(Levels):
            levels.move(by)

    def reading(self) -> EntryReading:
        """What the line says; raises `UnreadError` in words."""
        from smart_tui.text.errors import reading_error

        words, first = self.words, self.smart.settings.first_weekday
        try:
            reading = read_check_in(
                self.text("line"),
                words.code,
                self.today,
                self.goal,
                self.entries,
                first_weekday=first,
                on=self.on_day,
            )
        except ReadingError as error:
            raise UnreadError("line", reading_error(error, words)) from error
        if reading.ambiguous and reading.value is not None:
            raise UnreadError("line", ambiguous((reading.value, *reading.ambiguous), self))
        return reading

    def explanation(self, field: str) -> str:
        from smart_tui.text.echo import echo_entry

        for levels in self.query(Levels):
            levels.level = None
        if not self.text("line"):
            return ""
        reading = self.reading()
        for levels in self.query(Levels):
            levels.level = None if reading.value is None else int(reading.value)
        does = effect(self.goal, self.entries, reading.on, str(reading.mode), reading.value)
        return echo_entry(reading, self.goal, self.words, does)

    def read(self) -> EntryReading:
        if not self.text("line"):
            raise UnreadError("line")
        return self.reading()
