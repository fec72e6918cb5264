"""A question before what cannot be undone: it names the verb, and the safe answer has focus."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from smart_tui.tui.screens.dialog import Dialog
from smart_tui.tui.widgets.lines import visible


class ConfirmScreen(Dialog[bool]):
    """Gives True only where the button with the verb was pressed; leaving gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,right,up,down", "other_button", show=False),
    ]
    DEFAULT_CSS = """
    ConfirmScreen Horizontal { height: 1; margin: 1 0; }
    ConfirmScreen Button { min-width: 8; height: 1; border: none; margin: 0 2 0 0; }
    """

    def __init__(self, sentence: str, verb: str) -> None:
        super().__init__()
        self.sentence = sentence
        self.verb = verb

    def heading(self) -> str:
        return self.sentence

    def body(self) -> Iterable[Widget]:
        leave = Button(Content(self.words.gettext("Leave it as it is")), id="safe", compact=True)
        yield Horizontal(leave, Button(Content(visible(self.verb)), id="verb", compact=True))

    def keys_line(self) -> str:
        return self.words.gettext("← → choose · Enter answers · Esc leaves")

    def focus_first(self) -> None:
        self.query_one("#safe", Button).focus()

    def action_other_button(self) -> None:
        other = "#verb" if self.query_one("#safe", Button).has_focus else "#safe"
        self.query_one(other, Button).focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "verb")
