"""How sure one is of reaching a goal: one digit."""

from collections.abc import Iterable

from textual import events

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.dialog import Dialog

SHOWN = 8
"""How many earlier answers are shown."""


class ConfidenceScreen(Dialog[int]):
    """Gives 1 to 10 at the press of a digit, 0 being 10."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self.goal = goal

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        words = self.words
        yield words.gettext("How sure are you that you will reach it? 1 is not at all, 10 is certain.")
        if self.goal.confidence:
            said = ", ".join(str(answer.value) for answer in self.goal.confidence[-SHOWN:])
            last = words.date_short(self.goal.confidence[-1].on, self.smart.today)
            yield words.gettext("So far: {values}, the last on {day}.").format(values=said, day=last)

    def keys_line(self) -> str:
        return self.words.gettext("1–9, 0 is 10 · Esc leaves")

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "0123456789":
            event.stop()
            self.dismiss(int(event.character) or 10)
