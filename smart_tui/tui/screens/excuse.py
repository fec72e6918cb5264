"""Excusing a day: it does not count, and one may say why. Several goals share the day and the reason."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.screens.ongoals import goals_named
from smart_tui.tui.widgets.linefield import LineField


class ExcuseScreen(FormDialog[tuple[date, str]]):
    """Gives the day and the reason; Enter at once excuses today."""

    def __init__(self, goals: Sequence[Goal], today: date) -> None:
        super().__init__()
        self.goals = goals
        self.today = today

    def keeping(self) -> str:
        return "excuse " + " ".join(str(goal.id) for goal in self.goals)

    def heading(self) -> str:
        return goals_named(self.goals, self.words)

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("An excused day asks for nothing and is neither met nor missed.")

    def body(self) -> Iterable[Widget]:
        yield LineField("note", label=self.words.gettext("Reason"))
        yield LineField("on", placeholder=self.words.gettext("today"), label=self.words.gettext("Day"))

    def explanation(self, field: str) -> str:
        return day_typed(self, "on", self.today).echo if field == "on" else ""

    def read(self) -> tuple[date, str]:
        return day_typed(self, "on", self.today, latest=self._latest()).day, self.text("note")

    def _latest(self) -> date | None:
        """The last day there is something to excuse: the latest deadline, where every goal has one."""
        deadlines = [goal.deadline for goal in self.goals if goal.deadline is not None]
        return max(deadlines) if len(deadlines) == len(self.goals) else None
