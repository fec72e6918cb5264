"""Excusing a day: it does not count, and one may say why."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.widgets.linefield import LineField


class ExcuseScreen(FormDialog[tuple[date, str]]):
    """Gives the day and the reason; Enter at once excuses today."""

    def __init__(self, goal: Goal, today: date) -> None:
        super().__init__()
        self.goal = goal
        self.today = today

    def keeping(self) -> str:
        return f"excuse {self.goal.id}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("An excused day asks for nothing and is neither met nor missed.")

    def body(self) -> Iterable[Widget]:
        yield LineField("note", label=self.words.gettext("Reason"))
        yield LineField("on", placeholder=self.words.gettext("today"), label=self.words.gettext("Day"))

    def explanation(self, field: str) -> str:
        return day_typed(self, "on", self.today).echo if field == "on" else ""

    def read(self) -> tuple[date, str]:
        return day_typed(self, "on", self.today, latest=self.goal.deadline).day, self.text("note")
