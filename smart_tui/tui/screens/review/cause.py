"""What got in the way, in one line, where none of the usual causes says it."""

from collections.abc import Iterable

from textual.widget import Widget

from smart_tui.domain.goal import Goal
from smart_tui.domain.review import Cause
from smart_tui.text.review import cause_question
from smart_tui.text.title import title
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.widgets.linefield import LineField


class CauseScreen(FormDialog[str]):
    """Gives the cause in the person's own words, which may be none."""

    def __init__(self, goal: Goal, said: str) -> None:
        super().__init__()
        self.goal = goal
        self.said = said

    def keeping(self) -> str:
        return f"cause {self.goal.id}"

    def heading(self) -> str:
        return f"{self.goal.no}  {title(self.goal, self.words)}"

    def lines(self) -> Iterable[str]:
        yield cause_question(Cause.OTHER, self.words)

    def body(self) -> Iterable[Widget]:
        yield LineField("cause", self.said)

    def explanation(self, field: str) -> str:
        return "" if self.text("cause") else self.words.gettext("It may stay empty.")

    def read(self) -> str:
        return self.text("cause")
