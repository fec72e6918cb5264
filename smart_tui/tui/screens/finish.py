"""Closing a goal: how it ended, and one line of what it taught."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.domain.goal import Goal, Outcome
from smart_tui.text.labels import outcome_name
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.screens.ongoals import goals_named
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead
from smart_tui.tui.widgets.linefield import LineField

Ending = tuple[Outcome, str]


class FinishScreen(FormDialog[Ending]):
    """Gives the outcome and the lesson, which may be empty; several goals share them."""

    DEFAULT_CSS = """
    FinishScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 2; margin: 0 0 1 0; }
    """

    def __init__(self, goals: Sequence[Goal]) -> None:
        super().__init__()
        self.goals = goals

    def keeping(self) -> str:
        return "finish " + " ".join(str(goal.id) for goal in self.goals)

    def heading(self) -> str:
        return goals_named(self.goals, self.words)

    def lines(self) -> Iterable[str]:
        yield self.words.gettext("How did it end? The first letter or the arrows choose.")

    def body(self) -> Iterable[Widget]:
        choices = [(outcome.value, outcome_name(outcome, self.words)) for outcome in Outcome]
        yield ChoiceLine(choices, always=True)
        yield Static(self.words.gettext("One line about what it taught you, if you like:"), markup=False, classes="dim")
        yield LineField("lesson")

    def focus_first(self) -> None:
        self.query_one(ChoiceLine).focus()

    @on(Lead)
    def _lead(self, message: Lead) -> None:
        message.stop()
        if message.enter and not self.query_one(ChoiceLine).value:
            return
        self.field("lesson").input.focus()

    def read(self) -> Ending:
        return Outcome(self.query_one(ChoiceLine).value), self.text("lesson")

    def submit(self) -> None:
        if self.query_one(ChoiceLine).value:
            super().submit()
        else:
            self.focus_first()
