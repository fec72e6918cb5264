"""The timeline of the journal: days, and under each what was written on it, with its first lines."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from textual.geometry import Size
from textual.message import Message

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import ELLIPSIS, cut, visible, wrapped

MOST_LINES = 3
"""Lines of a text that are shown."""
MOST_BROKEN = 50
"""So many line breaks are looked at."""
WIDEST = 96
INDENT = 4
NEAR = 40
"""So many lines before the first and the last one more are asked for."""


class MomentRow(NamedTuple):
    """One thing that was written: on which day, what it is and what it is about, and its text."""

    key: Hashable
    day: str
    head: str
    text: str


class MomentLine(NamedTuple):
    """One line: of a row by its place, or of none for a heading and for blanks."""

    row: int
    text: str
    style: str
    first: bool = False


class MomentList(CursorList, inherit_bindings=False):
    """Rows stand in the order given."""

    class NearEdge(Message):
        """One comes near to the first or the last row there is so far."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[MomentRow] = []
        self.lines: list[MomentLine] = []
        self._firsts: list[int] = []
        """The first line of each row."""

    def show(self, rows: Sequence[MomentRow], keep: Hashable | None = None, *, steady: bool = False) -> None:
        """Show these rows, with the cursor on the one with this key, or near where it was.

        `steady` keeps what is seen where it is seen, also where rows were put in front of it.
        """
        here, seen = self.at, self._seen()
        self.rows = list(rows)
        at = next((at for at, row in enumerate(rows) if row.key == keep), here)
        top = next((at for at, row in enumerate(rows) if row.key == seen[0]), None) if steady else None
        if top is None:
            self._arrange(at)
            return
        self._lay_all()
        self.virtual_size = Size(0, self.length)
        self.cursor = self._firsts[min(at, len(rows) - 1)]
        self.scroll_to(y=self._firsts[top] + seen[1], animate=False, force=True, immediate=True)
        self.refresh()

    def _seen(self) -> tuple[Hashable | None, int]:
        """The key of the first row that is seen, and how far below its first line the view begins."""
        top = self.scroll_offset.y
        for line in self.lines[top : top + self.size.height]:
            if line.row >= 0:
                return self.rows[line.row].key, top - self._firsts[line.row]
        return None, 0

    def row_here(self) -> MomentRow | None:
        """The row under the cursor."""
        return self.rows[self.at] if self.rows else None

    @property
    def day_out_of_sight(self) -> str:
        """The day of the row under the cursor where its heading is scrolled away, else nothing."""
        if not self.rows or not self.size.height:
            return ""
        above = self.lines[self.scroll_offset.y : self.cursor]
        return "" if any(line.row < 0 and line.text for line in above) else self.rows[self.at].day

    def go_to(self, at: int) -> None:
        """Put the cursor on a row by its place."""
        self.go(self._firsts[at])

    @property
    def at(self) -> int:
        """The place of the cursor's row."""
        return max(self.lines[self.cursor].row, 0) if 0 <= self.cursor < len(self.lines) else 0

    def _lay_all(self) -> None:
        self.lines, self._firsts = [], []
        for place in range(len(self.rows)):
            self._lay(place)

    def _arrange(self, at: int) -> None:
        self._lay_all()
        self.rearranged(self._firsts[min(at, len(self.rows) - 1)] if self.rows else 0)

    def _lay(self, at: int) -> None:
        """Put the lines of a row behind the others."""
        row = self.rows[at]
        if at == 0 or row.day != self.rows[at - 1].day:
            if self.lines:
                self.lines.append(MomentLine(-1, "", "text"))
            self.lines.append(MomentLine(-1, row.day, "strong"))
        self._firsts.append(len(self.lines))
        room = max(min(self.size.width - INDENT - 1, WIDEST), 1)
        said = [(visible(row.head), "dim")] if row.head else []
        said += [(line, "text") for line in _beginning(row.text, room)]
        for number, (text, style) in enumerate(said or [("", "text")]):
            self.lines.append(MomentLine(at, text, style, first=number == 0))

    # What the list of lines asks for.

    @property
    def length(self) -> int:
        return len(self.lines)

    def rests(self, at: int) -> bool:
        return self.lines[at].first

    def heads(self, at: int) -> bool:
        return self.lines[at].row < 0

    def last_line(self, at: int) -> int:
        while at + 1 < len(self.lines) and self.lines[at + 1].row == self.lines[at].row:
            at += 1
        return at

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        line = self.lines[at]
        if line.row < 0:
            return ((" " + cut(line.text, max(width - 2, 1)), "strong"),)
        front = "  ▸ " if here else " " * INDENT
        style = "strong" if here and line.style == "text" else line.style
        return (front, "accent"), (cut(line.text, max(width - INDENT - 1, 1)), style)

    def on_resize(self) -> None:
        self._arrange(self.at)
        super().on_resize()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.lines and (new_value < NEAR or new_value + self.size.height >= len(self.lines) - NEAR):
            self.post_message(self.NearEdge())


def _beginning(text: str, room: int) -> list[str]:
    """The first lines of a text; its blank lines are left out."""
    lines: list[str] = []
    for line in text.split("\n", MOST_BROKEN):
        if line.strip():
            lines += wrapped(line[: room * (MOST_LINES + 1)], room)
        if len(lines) > MOST_LINES:
            return [*lines[: MOST_LINES - 1], _going_on(lines[MOST_LINES - 1], room)]
    return lines


def _going_on(line: str, room: int) -> str:
    """A line behind which there is more."""
    return cut(line, max(room - 1, 1)).removesuffix(ELLIPSIS).rstrip() + ELLIPSIS
