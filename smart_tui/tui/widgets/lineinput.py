"""A one-line text field that keeps what it holds harmless and whole."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from smart_tui.tui.widgets.lines import visible


class LineInput(Input):
    """Focus selects nothing, so the first letter typed never replaces what stands there; pasted control
    characters are dropped, and pasted lines become one."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, value: str = "", *, id: str | None = None, max_length: int = 500, placeholder: str = "") -> None:
        super().__init__(visible(value), placeholder, id=id, max_length=max_length, select_on_focus=False, compact=True)
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        return visible(value)
