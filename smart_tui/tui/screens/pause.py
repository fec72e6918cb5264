"""Letting a goal rest: from which day, and until when."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.widgets.linefield import LineField

Rest = tuple[date, date | None]


class PauseScreen(FormDialog[Rest]):
    """Gives the first day of the pause and its last one, None while its end is open."""

    def __init__(self, goal: Goal, today: date) -> None:
        super().__init__()
        self.goal = goal
        self.today = today

    def keeping(self) -> str:
        return f"pause {self.goal.id}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("While it rests, nothing is asked and no day counts.")

    def body(self) -> Iterable[Widget]:
        yield LineField("first", placeholder=self.words.gettext("today"), label=self.words.gettext("From"))
        yield LineField("last", label=self.words.gettext("To and with"))

    def explanation(self, field: str) -> str:
        if field == "last" and not self.text("last"):
            return self.words.gettext("empty: until you take it up again")
        return day_typed(self, field, self.today).echo

    def read(self) -> Rest:
        first = day_typed(self, "first", self.today).day
        if not self.text("last"):
            return first, None
        last = day_typed(self, "last", self.today).day
        if last < first:
            raise UnreadError("last", self.words.gettext("That is before the pause begins."))
        return first, last
