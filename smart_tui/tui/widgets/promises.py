"""The goals of the coming week with what is promised for each, and the line one promises in. They know no screen."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from smart_tui.tui.widgets.editors import OneLine
from smart_tui.tui.widgets.lines import cut, visible

NO_BREAK = "\xa0"
LONGEST_CHIP = 40
"""Cells of a suggestion on its chip; what is taken is the whole."""


class GoalLook(NamedTuple):
    """All that is shown of one goal. `aside` stands dim behind the title, `waiting` is a line not promised yet."""

    number: int
    title: str
    promises: tuple[str, ...] = ()
    marked: int | None = None
    """The place of the promise the cursor is on."""
    aside: str = ""
    waiting: str = ""
    opened: bool = False


class GoalPromises(Static):
    """One goal. It is one line and one more for each promise; the open one wraps what is long."""

    DEFAULT_CSS = """
    GoalPromises { height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    GoalPromises.-open { text-wrap: wrap; }
    """

    class Chosen(Message):
        """The person clicked a goal."""

        def __init__(self, goal_id: int) -> None:
            super().__init__()
            self.goal_id = goal_id

    def __init__(self, goal_id: int, look: GoalLook) -> None:
        super().__init__(_drawn(look), classes="-open" if look.opened else "")
        self.goal_id = goal_id
        self.look = look

    def show(self, look: GoalLook) -> None:
        """Show the goal as it is now."""
        if look != self.look:
            self.look = look
            self.set_class(look.opened, "-open")
            self.update(_drawn(look))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Chosen(self.goal_id))


def _drawn(look: GoalLook) -> Content:
    number = Content(f"{look.number:>3}  ").stylize("$foreground-muted")
    title = Content(visible(look.title)).stylize("bold") if look.opened else Content(visible(look.title))
    lines = [Content.assemble(number, title)]
    if look.aside:
        lines[0] = Content.assemble(lines[0], "   ", Content(look.aside).stylize("$foreground-muted"))
    for place, promise in enumerate(look.promises):
        if place == look.marked:
            lines.append(Content(f"   ▸ → {visible(promise)}").stylize("$accent"))
        else:
            lines.append(Content(f"     → {visible(promise)}"))
    if look.waiting:
        lines.append(Content(f"     {visible(look.waiting)}").stylize("italic $foreground-muted"))
    return Content("\n").join(lines)


class PromiseLine(Vertical):
    """The line one types a promise into; under it what was read in it, and what could be taken, as chips."""

    DEFAULT_CSS = """
    PromiseLine { height: auto; padding: 0 1 1 1; }
    PromiseLine > Horizontal { height: 1; max-width: 96; }
    PromiseLine .mark { width: 7; height: 1; color: $accent; padding: 0 0 0 3; }
    PromiseLine OneLine { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    PromiseLine .under { height: auto; padding: 0 0 0 7; color: $text-muted; }
    PromiseLine .under.-refused { color: $warning; }
    PromiseLine .chips { height: auto; padding: 0 0 0 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.line = OneLine()
        self._mark = Static(Content("▸"), classes="mark")
        self._under = Static(classes="under")
        self._chips = Static(classes="chips")

    def compose(self) -> ComposeResult:
        yield Horizontal(self._mark, self.line)
        yield self._under
        yield self._chips

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.value

    @text.setter
    def text(self, text: str) -> None:
        self.line.value = text
        self.line.cursor_position = len(self.line.value)

    @property
    def marked(self) -> bool:
        """Whether the cursor is on the line, and on no promise above it."""
        return bool(self._mark.visible)

    @marked.setter
    def marked(self, here: bool) -> None:
        self._mark.visible = here

    def explain(self, text: str, *, refused: bool = False) -> None:
        """Show what was understood, or why nothing was."""
        self._under.set_class(refused, "-refused")
        self._under.update(Content(visible(text)))
        self._under.display = bool(text)

    def offer(self, key: str, chips: Sequence[str], current: int) -> None:
        """Show what could be taken with a key, the current one first in view."""
        self._chips.display = bool(chips)
        parts: list[Content | str] = [Content(f"{key} ").stylize("bold")]
        for place, text in enumerate(chips):
            chip = Content(f" {cut(visible(text), LONGEST_CHIP)} ".replace(" ", NO_BREAK))
            parts += [chip.stylize("bold $accent reverse" if place == current else "$foreground-muted"), " "]
        self._chips.update(Content.assemble(*parts))
