"""Why a promise was kept or not, in one line."""

from collections.abc import Iterable

from textual.widget import Widget

from smart_tui.domain.goal import Activity
from smart_tui.text.review import promise_label
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.widgets.linefield import LineField


class ReasonScreen(FormDialog[str]):
    """Gives the reason; empty takes away the one there was."""

    def __init__(self, promise: Activity) -> None:
        super().__init__()
        self.promise = promise

    def keeping(self) -> str:
        return f"promise {self.promise.id}"

    def heading(self) -> str:
        return self.promise.what

    def lines(self) -> Iterable[str]:
        asked = self.words.gettext("{answer}. Why, in a few words?")
        answer = promise_label(self.promise.outcome, self.words)
        yield asked.format(answer=answer[:1].upper() + answer[1:])

    def body(self) -> Iterable[Widget]:
        yield LineField("reason", self.promise.reason)

    def read(self) -> str:
        return self.text("reason")
