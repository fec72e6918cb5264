"""The list of goals: draws the lines that can be seen, and no others, whatever the number of goals."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from smart_tui.tui.widgets.bar import bar
from smart_tui.tui.widgets.lines import padded, visible, wrapped
from smart_tui.tui.widgets.rows import GAP, SIGN, Cells, Columns, Line, Row, columns, lines_of

SAMPLE = 60
"""Rows that decide how wide the columns are; more would cost what cannot be seen."""

Piece = tuple[str, str]


class GoalList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of goals under the headings of their areas, with a cursor, folding and selection.

    `cells` turns a row into what it shows; it is asked only for rows that are drawn. `no_area` is
    the heading of goals without one; `empty` is said when there is nothing to show.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "goals--text",
        "goals--dim",
        "goals--rule",
        "goals--strong",
        "goals--accent",
        "goals--good",
        "goals--warn",
        "goals--bad",
        "goals--cursor",
    }
    DEFAULT_CSS = """
    GoalList { overflow-x: hidden; }
    GoalList .goals--dim { color: $text-muted; }
    GoalList .goals--rule { color: $rule; }
    GoalList .goals--strong { text-style: bold; }
    GoalList .goals--accent { color: $accent; text-style: bold; }
    GoalList .goals--good { color: $success; }
    GoalList .goals--warn { color: $warning; }
    GoalList .goals--bad { color: $error; }
    GoalList .goals--cursor { background: $cursor-line; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    empty: reactive[tuple[str, ...]] = reactive(())

    class Moved(Message):
        """The cursor stands on another goal, or on none."""

    class Opened(Message):
        """A goal was double-clicked."""

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
        self._columns: Columns | None = None
        self._cache: dict[int, tuple[Row, Cells]] = {}
        self._styles: dict[str, Style] = {}

    # What is shown.

    def show(self, rows: Sequence[Row], shown: Sequence[int] | None = None) -> None:
        """Show these rows, or those whose places are in `shown`.

        The cursor stays on its goal, or where it stood when that is gone.
        """
        here = self.row_here()
        self.rows = rows
        self.shown = shown
        self._areas = [row[0].area for row in rows]
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
        self.lines = lines_of(self._areas, shown, self.folded, self.headings)
        self.virtual_size = Size(0, len(self.lines))
        at = self.cursor
        if keep is not None and not (at < len(self.lines) and self._id_of(self.lines[at]) == keep):
            at = next((i for i, line in enumerate(self.lines) if self._id_of(line) == keep), at)
        self._place(at)
        self.refresh()
        self.post_message(self.Moved())

    def _id_of(self, line: Line) -> int | None:
        return self.rows[line.row].goal.id if line.row >= 0 else None

    # The cursor. It rests on goals, and on the heading of a folded area.

    def row_here(self) -> Row | None:
        """The row under the cursor."""
        if 0 <= self.cursor < len(self.lines) and self.lines[self.cursor].row >= 0:
            return self.rows[self.lines[self.cursor].row]
        return None

    def move(self, by: int) -> None:
        """Move the cursor by a number of resting places."""
        step = 1 if by > 0 else -1
        at = self.cursor
        for _ in range(abs(by)):
            following = self._resting(at + step, step)
            if following is None:
                break
            at = following
        self._go(at)

    def page(self, sign: int) -> None:
        """Move the cursor by what is seen at once."""
        self.move(sign * max(self.size.height - 1, 1))

    def first(self) -> None:
        """To the first goal."""
        self._go(self._resting(0, 1) or 0)

    def last(self) -> None:
        """To the last goal."""
        self._go(self._resting(len(self.lines) - 1, -1) or 0)

    def go_to(self, goal_id: int) -> bool:
        """Put the cursor on a goal; False when it is not in the list."""
        for at, line in enumerate(self.lines):
            if self._id_of(line) == goal_id:
                self._go(at)
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
        self._go(heading if area in self.folded else self._resting(heading, 1) or heading)

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

    def _resting(self, at: int, step: int) -> int | None:
        while 0 <= at < len(self.lines):
            line = self.lines[at]
            if line.row >= 0 or line.area in self.folded:
                return at
            at += step
        return None

    def _place(self, at: int) -> None:
        at = min(max(at, 0), max(len(self.lines) - 1, 0))
        resting = self._resting(at, 1)
        if resting is None:
            resting = self._resting(at, -1)
        self.cursor = resting if resting is not None else 0
        self._into_view()

    def _go(self, at: int) -> None:
        before = self.cursor
        self._place(at)
        if self.cursor != before:
            self.refresh_line(before)
            self.refresh_line(self.cursor)
            self.post_message(self.Moved())

    def _into_view(self) -> None:
        top = self.cursor - 1 if self.cursor > 0 and self.lines[self.cursor - 1].row < 0 else self.cursor
        height = self.size.height
        if not height:
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif self.cursor >= self.scroll_offset.y + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

    # Drawing.

    def on_resize(self) -> None:
        self._columns = None
        self._into_view()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= len(self.lines):
            return self._strip(self._empty_line(y), width, False)
        line = self.lines[at]
        if line.row < 0:
            return self._strip(self._heading(line, at == self.cursor), width, False)
        return self._strip(self._row(self.rows[line.row], at == self.cursor, width), width, at == self.cursor)

    def _empty_line(self, y: int) -> list[Piece]:
        if self.lines or y < 1:
            return []
        width = max(self.size.width - 2, 1)
        said = [(line, at) for at, text in enumerate(self.empty) for line in wrapped(text, width)]
        if y > len(said):
            return []
        text, at = said[y - 1]
        return [(" " + padded(text, width), "strong" if at == 0 else "dim")]

    def _heading(self, line: Line, here: bool) -> list[Piece]:
        name = visible(line.area) or self.no_area
        if line.area in self.folded:
            return [("▸ " if here else "  ", "accent"), (f"{name}  ", "strong"), (f"{line.members} …", "dim")]
        return [(f" {name}", "strong" if line.area else "dim")]

    def _row(self, row: Row, here: bool, width: int) -> list[Piece]:
        cells = self.cells_of(row)
        wide = self._columns or self._measure(width)
        gap = (" " * GAP, "text")
        mark = "■" if row.id in self.selected else " "
        pieces: list[Piece] = [("▸" if here else " ", "accent"), (mark, "accent")]
        pieces += [(padded(cells.no, wide.no, right=True), "dim"), gap]
        pieces += [(padded(cells.title, wide.title), "strong" if here else "text")]
        if wide.bar:
            pieces.append(gap)
            if cells.bar:
                pieces += bar(cells.progress, cells.expected, wide.bar)
            else:
                pieces.append((" " * wide.bar, "text"))
        if wide.amount:
            pieces += [gap, (padded(cells.amount, wide.amount, right=True), "text")]
        if wide.status:
            pieces += [gap, (cells.sign or " ", cells.tone), (" " + padded(cells.word, wide.status - SIGN), "text")]
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

    def _strip(self, pieces: list[Piece], width: int, here: bool) -> Strip:
        ground = self._style("cursor") if here else None
        segments: list[Segment] = []
        for text, name in pieces:
            style = self._style(name)
            segments.append(Segment(text, style + Style(bgcolor=ground.bgcolor) if ground else style))
        rest = ground if ground else self._style("text")
        return Strip(segments).adjust_cell_length(width, Style(bgcolor=rest.bgcolor))

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"goals--{name}")
        return style

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        at = event.y + self.scroll_offset.y
        if at >= len(self.lines):
            return
        line = self.lines[at]
        if line.row < 0:
            self.toggle_area(line.area)
            return
        self._go(at)
        if event.chain == 2:
            self.post_message(self.Opened())
