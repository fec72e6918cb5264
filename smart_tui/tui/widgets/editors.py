"""The fields one types into: one line, and a text of several lines. Enter and the arrows lead on."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from smart_tui.tui.widgets.lineinput import LineInput
from smart_tui.tui.widgets.lines import visible

LEADS = {"enter": 1, "tab": 1, "down": 1, "shift+tab": -1, "up": -1}


class Lead(Message):
    """The person goes on to the next stop, or back to the one before; `enter` tells Enter from an arrow."""

    def __init__(self, by: int, enter: bool = False) -> None:
        super().__init__()
        self.by = by
        self.enter = enter


class OneLine(LineInput):
    """A line of text without a frame."""

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if event.key in LEADS:
            event.stop()
            event.prevent_default()
            self.post_message(Lead(LEADS[event.key], event.key == "enter"))


class HarmlessText(TextArea):
    """A text of several lines. What is pasted into it is made harmless."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(harmless(text), id=id, compact=True, highlight_cursor_line=False, tab_behavior="focus")

    def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]
        event.stop()
        event.prevent_default()
        self._put_in(event.text)

    def action_paste(self) -> None:
        self._put_in(self.app.clipboard)

    def _put_in(self, text: str) -> None:
        self.move_cursor(self.replace(harmless(text), *self.selection).end_location)


class PageText(HarmlessText):
    """A text that has a page to itself: Enter breaks the line, Tab goes on, and Up on the first line goes back."""

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        first = event.key == "up" and self.navigator.is_first_wrapped_line(self.cursor_location)
        if first or event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.post_message(Lead(1 if event.key == "tab" else -1))


class LongText(HarmlessText):
    """A text of several lines. Enter goes on, Ctrl+J breaks the line; in a list Enter breaks it, and on an empty
    line goes on."""

    def __init__(self, text: str = "", *, one_a_line: bool = False) -> None:
        super().__init__(text)
        self.one_a_line = one_a_line

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("cursor_page_up", "cursor_page_down")

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        key = event.key
        if key == "ctrl+j" or (key == "enter" and self.one_a_line and self._line.strip()):
            event.stop()
            event.prevent_default()
            self.insert("\n")
            return
        at = self.cursor_location
        inside = (key == "up" and not self.navigator.is_first_wrapped_line(at)) or (
            key == "down" and not self.navigator.is_last_wrapped_line(at)
        )
        if key in LEADS and not inside:
            event.stop()
            event.prevent_default()
            self.post_message(Lead(LEADS[key], key == "enter"))

    @property
    def _line(self) -> str:
        return str(self.document.get_line(self.cursor_location[0]))


def harmless(text: str) -> str:
    """Text of several lines as it may be shown."""
    return "\n".join(visible(line) for line in text.splitlines()) + ("\n" if text.endswith("\n") else "")
