"""One choice of a few, on a line: arrows go through them, the first letter or the digit picks one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.tui.widgets.editors import LEADS, Lead

GAP = " · "


class ChoiceLine(Widget, can_focus=True):
    """Shows its choices while it has focus or none is picked, and else only the one picked.

    `choices` are pairs of the stored word and the visible text. The picked word is `value`, "" for none.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--picked", "choice--other"}

    value: reactive[str] = reactive("", layout=True)
    choices: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)

    class Picked(Message):
        """Another choice was picked, or none ("")."""

        def __init__(self, sender: "ChoiceLine", value: str) -> None:
            super().__init__()
            self.sender = sender
            self.value = value

        @property
        def control(self) -> "ChoiceLine":
            return self.sender

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        always: bool = False,
        required: bool = False,
    ) -> None:
        super().__init__()
        self.set_reactive(ChoiceLine.choices, tuple(choices))
        self.set_reactive(ChoiceLine.value, value)
        self.always = always
        self.required = required

    def on_focus(self) -> None:
        self.refresh(layout=True)

    def on_blur(self) -> None:
        self.refresh(layout=True)

    def pick(self, value: str) -> None:
        """Pick as a key does, with a message."""
        if value != self.value:
            self.value = value
            self.post_message(self.Picked(self, value))

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        key = event.key
        if key in LEADS:
            self.post_message(Lead(LEADS[key], key == "enter"))
        elif key in ("left", "right"):
            self._turn(1 if key == "right" else -1)
        elif key in ("backspace", "delete") and not self.required:
            self.pick("")
        elif event.character and event.is_printable:
            self._pick_by(event.character.casefold())
        else:
            return
        event.stop()
        event.prevent_default()

    def _turn(self, by: int) -> None:
        values = [value for value, _ in self.choices]
        if self.value in values:
            at = values.index(self.value) + by
            at = max(0, min(at, len(values) - 1))
        else:
            at = 0 if by > 0 else len(values) - 1
        self.pick(values[at])

    def _pick_by(self, character: str) -> None:
        values = [value for value, _ in self.choices]
        if character == "0" and "10" in values:
            self.pick("10")
            return
        found = [value for value, text in self.choices if text.casefold().startswith(character)]
        if not found:
            return
        if self.value in found:
            self.pick(found[(found.index(self.value) + 1) % len(found)])
        else:
            self.pick(found[0])

    def on_click(self, event: events.Click) -> None:
        for row, start, index in self._places(self.size.width):
            value, text = self._shown()[index]
            if row == event.y and start <= event.x < start + cell_len(text):
                self.pick(value)

    def _shown(self) -> tuple[tuple[str, str], ...]:
        picked = tuple(choice for choice in self.choices if choice[0] == self.value)
        return self.choices if self.has_focus or self.always or not picked else picked

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """Row, first cell and index of each choice, broken into lines of `width` cells."""
        places: list[tuple[int, int, int]] = []
        row = at = 0
        for index, (_, text) in enumerate(self._shown()):
            size = cell_len(text)
            if at and at + cell_len(GAP) + size > width:
                row, at = row + 1, 0
            elif at:
                at += cell_len(GAP)
            places.append((row, at, index))
            at += size
        return places

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        places = self._places(max(width, 1))
        return places[-1][0] + 1 if places else 1

    def render(self) -> Content:
        shown = self._shown()
        lines: list[list[Content]] = []
        for row, start, index in self._places(max(self.size.width, 1)):
            value, text = shown[index]
            picked = value == self.value
            style = "bold $accent underline" if picked and self.has_focus else "bold" if picked else "$foreground-muted"
            if picked and not self.has_focus and not self.always:
                style = ""
            if row == len(lines):
                lines.append([])
            elif start:
                lines[row].append(Content(GAP).stylize("$foreground-muted"))
            lines[row].append(Content(text).stylize(style) if style else Content(text))
        return Content("\n").join(Content.assemble(*line) for line in lines)
