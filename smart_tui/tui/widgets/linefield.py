"""A labelled line to type into, with what was understood, or what is wrong, right under it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from smart_tui.tui.widgets.lineinput import LineInput
from smart_tui.tui.widgets.lines import visible


class LineField(Widget):
    """`field` names it for the dialog that reads it; the label stands in front where there is one, and
    `placeholder` says what an empty field means."""

    DEFAULT_CSS = """
    LineField { height: auto; }
    LineField > Horizontal { height: 1; }
    LineField .label { width: 14; height: 1; color: $text-muted; }
    LineField .mark { width: 2; height: 1; color: $accent; }
    LineField LineInput { width: 1fr; background: $surface; }
    LineField .under { height: auto; padding: 0 0 0 16; color: $text-muted; }
    LineField.-bare .under { padding: 0 0 0 2; }
    LineField .under.-error { color: $error; }
    """

    def __init__(
        self, field: str, value: str = "", *, label: str = "", max_length: int = 500, placeholder: str = ""
    ) -> None:
        super().__init__(id=f"field-{field}", classes="" if label else "-bare")
        self.field = field
        self.label = label
        self._input = LineInput(value, max_length=max_length, placeholder=placeholder)
        self._under = Static("", markup=False, classes="under")

    def compose(self) -> ComposeResult:
        with Horizontal():
            if self.label:
                yield Static(Content(self.label), classes="label")
            yield Static("", markup=False, classes="mark")
            yield self._input
        yield self._under

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value

    @text.setter
    def text(self, value: str) -> None:
        self._input.value = value
        self._input.cursor_position = len(self._input.value)

    @property
    def input(self) -> Input:
        """The field itself, for focus."""
        return self._input

    def explain(self, text: str) -> None:
        """Show what was understood, or nothing."""
        self._show(text, error=False)

    def complain(self, text: str) -> None:
        """Show what is wrong."""
        self._show(text, error=True)

    @property
    def under(self) -> str:
        """What is shown under the field."""
        return str(self._under.content)

    def _show(self, text: str, *, error: bool) -> None:
        self._under.set_class(error and bool(text), "-error")
        self._under.update(Content(visible(text)))
        self._under.display = bool(text)

    def on_mount(self) -> None:
        self._under.display = bool(self.under)

    def on_descendant_focus(self) -> None:
        self.query_one(".mark", Static).update(Content("▸"))

    def on_descendant_blur(self) -> None:
        self.query_one(".mark", Static).update(Content(""))
