"""The last line: at most six keys with what they do; a click on one does the same."""

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

MOST = 6
GAP = 2


class Entry(NamedTuple):
    """One key of the footer: what is on the keyboard, what it does, and the action it runs."""

    key: str
    label: str
    action: str


class FooterLine(Widget):
    """Draws the entries that fit, the first ones first, six at most."""

    entries: reactive[tuple[Entry, ...]] = reactive(())

    class Chosen(Message):
        """A key of the footer was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def fitting(self) -> list[tuple[int, Entry]]:
        """The entries that fit, each with the cell it starts at."""
        found: list[tuple[int, Entry]] = []
        at = 1
        for entry in self.entries[:MOST]:
            width = Content(entry.key + " " + entry.label).cell_length
            if at + width > self.size.width:
                break
            found.append((at, entry))
            at += width + GAP
        return found

    def render(self) -> Content:
        parts: list[Content | str] = []
        at = 0
        for start, entry in self.fitting():
            key, label = Content(entry.key).stylize("bold"), Content(entry.label).stylize("$foreground-muted")
            parts += [" " * (start - at), key, " ", label]
            at = start + key.cell_length + 1 + label.cell_length
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        for start, entry in self.fitting():
            if start <= event.x < start + Content(entry.key + " " + entry.label).cell_length:
                event.stop()
                self.post_message(self.Chosen(entry.action))
                return
