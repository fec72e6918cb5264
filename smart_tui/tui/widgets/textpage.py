"""A page of text to read: lines in a few styles, wrapped to the width and scrolled."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from smart_tui.tui.widgets.lines import visible, wrapped

STYLES = {"strong": "bold", "dim": "$foreground-muted"}
WIDEST = 100
"""Cells of the longest line: a longer one is hard to read."""
GAP = 2
WIDEST_LABEL = 24
"""Cells of the longest label; what stands behind it goes on under itself."""
EDGE = 2
"""Cells left free at the sides, and one more for the scroll bar."""


class PageLine(NamedTuple):
    """One line: its style ("strong", "dim", or plain), its text, and what stands at the right edge where it fits.

    A line that is too long goes on under its text, `hang` cells further in.
    """

    style: str
    text: str = ""
    end: str = ""
    hang: int = 0


class TextPage(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows lines; keys of the screen scroll it."""

    DEFAULT_CSS = """
    TextPage { height: 1fr; scrollbar-size-vertical: 1; padding: 0 1; }
    TextPage Static { height: auto; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[PageLine] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="text")

    def show(self, lines: Sequence[PageLine]) -> None:
        """Show these lines; the scroll stays."""
        self.lines = lines
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def move(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=by, animate=False)

    def page(self, sign: int) -> None:
        """Scroll by what is seen at once."""
        self.move(sign * max(self.size.height - 1, 1))

    def first(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False)

    def last(self) -> None:
        """To the end."""
        self.scroll_end(animate=False)

    def _draw(self) -> None:
        if not self.is_mounted:
            return
        width = max(min(self.size.width - EDGE - 1, WIDEST), 1)
        drawn = [part for line in self.lines for part in _drawn(line, width)]
        self.query_one("#text", Static).update(Content("\n").join(drawn))


def _drawn(line: PageLine, width: int) -> list[Content]:
    style = STYLES.get(line.style, "")
    text, end = visible(line.text), visible(line.end)
    room = width - cell_len(text) - GAP
    if end and cell_len(end) <= room:
        gap = " " * (width - cell_len(text) - cell_len(end))
        return [Content.assemble(_styled(text, style), gap, _styled(end, STYLES["dim"]))]
    whole = f"{text}  {end}".rstrip()
    if cell_len(whole) <= width:
        return [_styled(whole, style)]
    front, rest = _parted(whole)
    hang = cell_len(front) + (0 if front.strip() else line.hang)
    if hang > width // 2:
        front, rest, hang = "", whole.strip(), 0
    first, *more = wrapped(rest, max(width - hang, 1))
    parts = [front + first, *(" " * hang + part for part in more)]
    return [_styled(part, style) for part in parts]


def _styled(text: str, style: str) -> Content:
    return Content(text).stylize(style) if style else Content(text)


def _parted(text: str) -> tuple[str, str]:
    """A line's indent, or its label with the blanks behind it; and the rest."""
    start = len(text) - len(text.lstrip(" "))
    gap = text.find("  ", start)
    if start == 0 and 0 < gap <= WIDEST_LABEL:
        start = len(text) - len(text[gap:].lstrip(" "))
    return text[:start], text[start:]
