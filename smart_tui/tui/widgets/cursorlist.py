"""A list of lines with a cursor: draws the lines that can be seen, and no others, whatever their number."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from smart_tui.tui.widgets.lines import padded, wrapped
from smart_tui.tui.widgets.styledview import StyledView

Piece = tuple[str, str]
"""Text with the name of its style: text, dim, rule, strong, accent, good, warn or bad."""


class CursorList(StyledView, can_focus=True, inherit_bindings=False):
    """Lines under a cursor that rests on some of them. A subclass says how many lines there are, on which
    the cursor rests, which is a heading, and what each one shows; `empty` is said when there is none.
    """

    DEFAULT_CSS = """
    CursorList { height: 1fr; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[tuple[str, ...]] = reactive(())

    class Moved(Message):
        """The cursor stands on another line, or on none."""

    class Opened(Message):
        """A line was double-clicked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)

    # What a subclass says.

    @property
    def length(self) -> int:
        """How many lines there are."""
        return 0

    def rests(self, at: int) -> bool:
        """Whether the cursor can rest on a line."""
        return True

    def heads(self, at: int) -> bool:
        """Whether a line is the heading of those below it, to be seen with the first of them."""
        return False

    def last_line(self, at: int) -> int:
        """The last of the lines that belong to the one the cursor rests on."""
        return at

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        """What a line shows; `here` under the cursor."""
        return ()

    def clicked(self, at: int) -> bool:
        """What a click on a line does but move the cursor; True when that was all."""
        return False

    # The cursor.

    def move(self, by: int) -> None:
        """Move the cursor by a number of resting places."""
        step = 1 if by > 0 else -1
        at = self.cursor
        for _ in range(abs(by)):
            following = self.resting(at + step, step)
            if following is None:
                break
            at = following
        self.go(at)

    def page(self, sign: int) -> None:
        """Move the cursor by what is seen at once."""
        self.move(sign * max(self.size.height - 1, 1))

    def first(self) -> None:
        """To the first resting place."""
        self.go(self.resting(0, 1) or 0)

    def last(self) -> None:
        """To the last resting place."""
        self.go(self.resting(self.length - 1, -1) or 0)

    def go(self, at: int) -> None:
        """Put the cursor on a line, or on the resting place nearest to it."""
        before = self.cursor
        self.place(at)
        if self.cursor != before:
            self.refresh_line(before)
            self.refresh_line(self.cursor)
            self.post_message(self.Moved())

    def resting(self, at: int, step: int) -> int | None:
        """The first resting place from a line on, down (1) or up (-1)."""
        while 0 <= at < self.length:
            if self.rests(at):
                return at
            at += step
        return None

    def place(self, at: int) -> None:
        """The same as `go`, after the lines have changed, and without a word."""
        at = min(max(at, 0), max(self.length - 1, 0))
        resting = self.resting(at, 1)
        if resting is None:
            resting = self.resting(at, -1)
        self.cursor = resting if resting is not None else 0
        self._into_view()

    def rearranged(self, at: int) -> None:
        """Draw the lines again after they changed, with the cursor on one of them."""
        self.virtual_size = Size(0, self.length)
        self.place(at)
        self.refresh()
        self.post_message(self.Moved())

    def _into_view(self) -> None:
        height = self.size.height
        if not height:
            return
        # Where one line is all there is room for, it is the one of the cursor.
        headed = height > 1 and self.cursor > 0 and self.heads(self.cursor - 1)
        top = self.cursor - 1 if headed else self.cursor
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
            return
        end = self.last_line(self.cursor) if self.length else 0
        if end >= self.scroll_offset.y + height:
            self.scroll_to(y=end - height + 1, animate=False, force=True)

    # Drawing.

    def on_resize(self) -> None:
        self._into_view()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= self.length:
            return self._strip(self._empty_line(y), width, False)
        here = at == self.cursor
        return self._strip(self.pieces(at, here, width), width, here)

    def _empty_line(self, y: int) -> list[Piece]:
        if self.length or y < 1:
            return []
        width = max(self.size.width - 2, 1)
        said = [(line, at) for at, text in enumerate(self.empty) for line in wrapped(text, width)]
        if y > len(said):
            return []
        text, at = said[y - 1]
        return [(" " + padded(text, width), "strong" if at == 0 else "dim")]

    def _strip(self, pieces: Sequence[Piece], width: int, here: bool) -> Strip:
        ground = self.style_of("cursor") if here else None
        segments: list[Segment] = []
        for text, name in pieces:
            style = self.style_of(name)
            segments.append(Segment(text, style + Style(bgcolor=ground.bgcolor) if ground else style))
        rest = ground if ground else self.style_of("text")
        return Strip(segments).adjust_cell_length(width, Style(bgcolor=rest.bgcolor))

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if at >= self.length or self.clicked(at):
            return
        self.go(at)
        if event.chain == 2:
            self.post_message(self.Opened())
