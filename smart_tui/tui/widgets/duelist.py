"""The list of what is due, in groups, with a cursor; what is done stays in its place, dim."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import cut, padded, visible, wrapped

OPEN, DONE = "·", "✓"
TWO_LINES = 60
"""Columns under which what is due stands below its goal."""
LEAST_TITLE = 22
FRONT = 8
"""Cells of the cursor, the sign and the gaps in front of a title."""
GAP = 2
SAMPLE = 60
"""Rows that decide how wide the columns are."""


class DueRow(NamedTuple):
    """One thing that is due: of which goal, what, and the heading it stands under."""

    key: Hashable
    heading: str
    no: str
    title: str
    what: str
    done: bool = False
    bare: str = ""
    """The title without the amount that stands behind it; "" where it is none."""


class DueLine(NamedTuple):
    """One line: a row by its place, a further line of it, or a heading (`row` is -1)."""

    row: int
    further: bool = False
    text: str = ""
    """The heading, or what a further line says."""


class Widths(NamedTuple):
    """The widest number, title and thing of the rows, in cells."""

    no: int
    title: int
    what: int


class DueList(CursorList, inherit_bindings=False):
    """Rows stand in the order given, each group under its heading; the cursor stays on its row."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[DueRow] = ()
        self.lines: list[DueLine] = []
        self._widths = Widths(0, 0, 0)

    def show(self, rows: Sequence[DueRow]) -> None:
        """Show these rows; those of one heading stand together."""
        here = self.row_here()
        self.rows = rows
        self._arrange(here.key if here else None)

    def row_here(self) -> DueRow | None:
        """The row under the cursor."""
        if 0 <= self.cursor < len(self.lines) and self.lines[self.cursor].row >= 0:
            return self.rows[self.lines[self.cursor].row]
        return None

    def _arrange(self, keep: Hashable | None) -> None:
        sample = self.rows[:SAMPLE]
        self._widths = Widths(
            max([2, *(cell_len(row.no) for row in sample)]),
            max([0, *(cell_len(visible(row.title)) for row in sample)]),
            max([0, *(cell_len(visible(row.what)) for row in sample)]),
        )
        narrow = self.size.width < TWO_LINES
        self.lines = []
        heading = ""
        for at, row in enumerate(self.rows):
            if row.heading != heading:
                if self.lines:
                    self.lines.append(DueLine(-1))
                heading = row.heading
                self.lines.append(DueLine(-1, text=heading))
            self.lines.append(DueLine(at))
            if narrow:
                room = max(self.size.width - self._widths.no - FRONT - 1, 1)
                self.lines += [DueLine(at, True, text) for text in wrapped(row.what, room)]
        places = (i for i, line in enumerate(self.lines) if line.row >= 0 and self.rows[line.row].key == keep)
        self.rearranged(next(places, self.cursor) if keep is not None else self.cursor)

    @property
    def length(self) -> int:
        return len(self.lines)

    def rests(self, at: int) -> bool:
        return self.lines[at].row >= 0 and not self.lines[at].further

    def heads(self, at: int) -> bool:
        return self.lines[at].row < 0

    def last_line(self, at: int) -> int:
        while at + 1 < len(self.lines) and self.lines[at + 1].further:
            at += 1
        return at

    def on_resize(self) -> None:
        here = self.row_here()
        self._arrange(here.key if here else None)
        super().on_resize()

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        line = self.lines[at]
        if line.row < 0:
            return ((f" {line.text}", "strong"),)
        row = self.rows[line.row]
        number = self._widths.no
        left = number + FRONT
        if line.further:
            return ((" " * left + line.text, "dim"),)
        sign, tone = (DONE, "good") if row.done else (OPEN, "text")
        quiet = "dim" if row.done else "strong" if here else "text"
        head = [
            ("▸" if here else " ", "accent"),
            ("  " + sign, tone),
            ("  " + padded(row.no, number, right=True), "dim"),
        ]
        if width < TWO_LINES:
            return [*head, ("  " + cut(_called(row, max(width - left - 1, 1)), max(width - left - 1, 1)), quiet)]
        title, room = self._columns(width - left - GAP - 1)
        what = (cut(visible(row.what), room), "dim" if row.done else "text")
        return [*head, ("  " + padded(_called(row, title), title) + " " * GAP, quiet), what]

    def _columns(self, room: int) -> tuple[int, int]:
        """Cells for the title and for what is due: a title gives way down to `LEAST_TITLE`."""
        title = min(self._widths.title, max(room - self._widths.what, LEAST_TITLE))
        return title, max(room - title, 1)

    def cut_here(self) -> str:
        """What is due under the cursor, where it does not fit into its column; else nothing."""
        row = self.row_here()
        if row is None or self.size.width < TWO_LINES:
            return ""
        room = self._columns(self.size.width - self._widths.no - FRONT - GAP - 1)[1]
        return row.what if cell_len(visible(row.what)) > room else ""


def _called(row: DueRow, width: int) -> str:
    """The title for so many cells: rather the bare one whole than an amount that is cut."""
    title = visible(row.title)
    return visible(row.bare) if row.bare and cell_len(title) > width else title
