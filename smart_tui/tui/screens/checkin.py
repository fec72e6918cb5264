"""Checking in: one line that records a value, an excuse or a done, for today or for a day named in front."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.domain.goal import Assessment, Combine, Goal, Kind, Measure
from smart_tui.domain.measure import default_combine
from smart_tui.reading.entries import EntryReading, read_entry
from smart_tui.reading.errors import ReadingError
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import ambiguous
from smart_tui.tui.widgets.linefield import LineField


class CheckInScreen(FormDialog[EntryReading]):
    """Gives what was read, once Enter took it. Under the field stands what was understood so far."""

    DEFAULT_CSS = """
    CheckInScreen .examples { margin: 1 0 0 0; }
    CheckInScreen .keys { margin: 0; }
    """

    def __init__(self, goal: Goal, assessment: Assessment, today: date) -> None:
        super().__init__()
        self.goal = goal
        self.assessment = assessment
        self.today = today

    def keeping(self) -> str:
        return f"check_in {self.goal.id}"

    @property
    def measure(self) -> Measure:
        """The measure of today; a goal without one is done or not."""
        return self.goal.measure_on(self.today) or Measure(Kind.MILESTONES, self.today)

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        from smart_tui.text.sentences import page_sentence

        if self.measure.what_counts:
            yield self.words.gettext("Counts: {what}").format(what=self.measure.what_counts)
        yield page_sentence(self.goal, self.assessment, self.today, self.words)

    def body(self) -> Iterable[Widget]:
        yield LineField("line")
        yield Static(Content(self.examples()), classes="dim examples")

    def examples(self) -> str:
        """What one may type, for this kind of measure."""
        kind, words = self.measure.kind, self.words
        if kind is Kind.MILESTONES:
            return words.gettext("x done · s excused · yesterday x # note")
        if kind is Kind.RATING:
            return words.gettext("-2 to 2 is the level · s excused · yesterday 1 # note")
        if kind in (Kind.TOTAL, Kind.QUOTA):
            return words.gettext("3 adds · -1 takes off · =42 sets · x done · s excused · yesterday 3 # note")
        if default_combine(self.measure) is Combine.ADD:
            return words.gettext("3 adds · -1 takes off · =42 sets · s excused · yesterday 3 # note")
        return words.gettext("42 is the reading · +3 and -2 change it · s excused · yesterday 42 # note")

    def reading(self) -> EntryReading:
        """What the line says; raises `UnreadError` in words."""
        from smart_tui.text.errors import reading_error

        words, first = self.words, self.smart.settings.first_weekday
        try:
            reading = read_entry(self.text("line"), words.code, self.today, self.measure, first_weekday=first)
        except ReadingError as error:
            raise UnreadError("line", reading_error(error, words)) from error
        if reading.ambiguous and reading.value is not None:
            raise UnreadError("line", ambiguous((reading.value, *reading.ambiguous), self))
        return reading

    def explanation(self, field: str) -> str:
        from smart_tui.text.echo import echo_entry

        return echo_entry(self.reading(), self.goal, self.words) if self.text("line") else ""

    def read(self) -> EntryReading:
        if not self.text("line"):
            raise UnreadError("line")
        return self.reading()
