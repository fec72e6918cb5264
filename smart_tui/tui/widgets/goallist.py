"""The list of goals under the headings of their areas, with folding and selection."""

from collections.abc import Callable, Sequence

from smart_tui.tui.widgets.bar import bar
from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import padded, visible
from smart_tui.tui.widgets.rows import GAP, SIGN, Cells, Columns, Kin, Line, Row, columns, lines_of

SAMPLE = 60
"""Rows that decide how wide the columns are; more would cost what cannot be seen."""
INDENT = 2
"""Cells a goal is set in below the one it serves."""


class GoalList(CursorList, inherit_bindings=False):
    """Rows of goals under the headings of their areas, each below the goal it serves.

    `cells` turns a row into what it shows; it is asked only for rows that are drawn. `no_area` is
    the heading of goals without one. The cursor rests on goals, and on the heading of a folded area.
    """

    def __init__(self, cells: Callable[[Row], Cells], id: str | None = None) -> None:
        super().__init__(id=id)
        self.cells = cells
        self.no_area = ""
        self.headings = True
        self.rows: Sequence[Row] = ()
        self.lines: list[Line] = []
        self.folded: set[str] = set()
        self.selected: set[int] = set()
        self.shown: Sequence[int] | None = None
        self._areas: list[str] = []
        self._kin: Kin = ()
        self._columns: Columns | None = None
        self._cache: dict[int, tuple[Row, Cells]] = {}

    # What is shown.

    def show(self, rows: Sequence[Row], shown: Sequence[int] | None = None) -> None:
        """Show these rows, or those whose places are in `shown`.

        The cursor stays on its goal, or where it stood when that is gone.
        """
        here = self.row_here()
        self.rows = rows
        self.shown = shown
        self._areas = [row[0].area for row in rows]
        kin = [(row[0].id, row[0].parent_id) for row in rows]
        self._kin = kin if any(parent is not None for _, parent in kin) else ()
        if self.selected:
            self.selected &= {row.id for row in rows}
        self._columns = None
        self._arrange(here.id if here else None)

    def replace(self, at: int, row: Row) -> None:
        """Show another row for the same goal at the same place: nothing but its line changes."""
        self.rows = [*self.rows[:at], row, *self.rows[at + 1 :]]
        for y in range(self.scroll_offset.y, min(self.scroll_offset.y + self.size.height, len(self.lines))):
            if self.lines[y].row == at:
                self.refresh_line(y)

    def refilter(self, shown: Sequence[int] | None) -> None:
        """Show only the rows with these places, or all again with None."""
        here = self.row_here()
        self.shown = shown
        self._arrange(here.id if here else None)

    @property
    def count(self) -> int:
        """How many goals are shown, folded ones too."""
        return len(self.rows if self.shown is None else self.shown)

    def forget_words(self) -> None:
        """Make every cell anew, after the language or the day changed."""
        self._cache.clear()
        self._columns = None
        self.refresh()

    def _arrange(self, keep: int | None) -> None:
        shown = range(len(self.rows)) if self.shown is None else self.shown
        self.lines = lines_of(self._areas, shown, self.folded, self.headings, self._kin)
        at = self.cursor
        if keep is not None and not (at < len(self.lines) and self._id_of(self.lines[at]) == keep):
            at = next((i for i, line in enumerate(self.lines) if self._id_of(line) == keep), at)
        self.rearranged(at)

    def _id_of(self, line: Line) -> int | None:
        return self.rows[line.row].id if line.row >= 0 else None

    # Lines and rows.

    @property
    def length(self) -> int:
        return len(self.lines)

    def rests(self, at: int) -> bool:
        line = self.lines[at]
        return line.row >= 0 or line.area in self.folded

    def heads(self, at: int) -> bool:
        return self.lines[at].row < 0

    def row_here(self) -> Row | None:
        """The row under the cursor."""
        if 0 <= self.cursor < len(self.lines) and self.lines[self.cursor].row >= 0:
            return self.rows[self.lines[self.cursor].row]
        return None

    def go_to(self, goal_id: int) -> bool:
        """Put the cursor on a goal; False when it is not in the list."""
        for at, line in enumerate(self.lines):
            if self._id_of(line) == goal_id:
                self.go(at)
                return True
        return False

    def fold(self) -> None:
        """Fold or unfold the area of the cursor."""
        if not 0 <= self.cursor < len(self.lines) or not any(line.row < 0 for line in self.lines):
            return
        self.toggle_area(self.lines[self.cursor].area)

    def toggle_area(self, area: str) -> None:
        """Fold an area, or unfold it and go to its first goal."""
        self.folded ^= {area}
        self._arrange(None)
        heading = next((at for at, line in enumerate(self.lines) if line.row < 0 and line.area == area), 0)
        self.go(heading if area in self.folded else self.resting(heading, 1) or heading)

    def toggle_selected(self) -> None:
        """Select the goal under the cursor, or let go of it, and go on to the next."""
        row = self.row_here()
        if row is not None:
            self.selected ^= {row.id}
            self.refresh_line(self.cursor)
            self.move(1)

    def clear_selected(self) -> None:
        """Let go of all selected goals."""
        self.selected.clear()
        self.refresh()

    def clicked(self, at: int) -> bool:
        if self.lines[at].row >= 0:
            return False
        self.toggle_area(self.lines[at].area)
        return True

    # Drawing.

    def on_resize(self) -> None:
        self._columns = None
        super().on_resize()

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        line = self.lines[at]
        return self._heading(line, here) if line.row < 0 else self._row(line, here, width)

    def _heading(self, line: Line, here: bool) -> list[Piece]:
        name = visible(line.area) or self.no_area
        if line.area in self.folded:
            return [("▸ " if here else "  ", "accent"), (f"{name}  ", "strong"), (f"{line.members} …", "dim")]
        return [(f" {name}", "strong" if line.area else "dim")]

    def _row(self, line: Line, here: bool, width: int) -> list[Piece]:
        row = self.rows[line.row]
        cells = self.cells_of(row)
        wide = self._columns or self._measure(width)
        gap = (" " * GAP, "text")
        mark = "■" if row.id in self.selected else " "
        text = "dim" if cells.quiet else "text"
        indent = INDENT * line.depth
        title = padded(" " * indent + cells.called(wide.title - indent), wide.title)
        pieces: list[Piece] = [("▸" if here else " ", "accent"), (mark, "accent")]
        pieces += [(padded(cells.no, wide.no, right=True), "dim"), gap, (title, "strong" if here else text)]
        if wide.bar:
            pieces.append(gap)
            drawn = bar(cells.progress, cells.expected, wide.bar) if cells.bar else ((" " * wide.bar, text),)
            pieces += [(part, text if tone == "text" else tone) for part, tone in drawn]
        if wide.amount:
            pieces += [gap, (padded(cells.amount, wide.amount, right=True), text)]
        if wide.status:
            word = padded(cells.word, wide.status - SIGN)
            pieces += [gap, (cells.sign or " ", cells.tone), (" " + word, text)]
        if wide.note:
            pieces += [gap, (padded(cells.note, wide.note), "dim")]
        return pieces

    def _measure(self, width: int) -> Columns:
        sample = [self.cells_of(self.rows[line.row]) for line in self.lines[:SAMPLE] if line.row >= 0]
        self._columns = columns(width, sample)
        return self._columns

    def cells_of(self, row: Row) -> Cells:
        """What a row shows, made once for as long as the row is the same."""
        kept = self._cache.get(row.id)
        if kept is not None and kept[0] is row:
            return kept[1]
        if len(self._cache) > 2000:
            self._cache.clear()
        cells = self.cells(row)
        self._cache[row.id] = (row, cells)
        return cells
