"""The goals of a review that are on track: how the week went, its strip, and how sure one is.

One line each; two where one would cut something off and there is room for two.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import Line, cut, padded, visible

NARROW = 60
"""Columns under which the sentence always stands below its goal, and without the strip."""
TITLES = range(16, 33)
"""The fewest and the most cells of a title."""
SURE = 8
GAP = 2
STRIP = 14
WIDE = 100
"""Columns from which the days of a strip stand apart."""
NUMBER = 2


class TogetherRow(NamedTuple):
    """One goal: its number and title, its week, and how sure one is now (`sure`) or was before."""

    no: str
    title: str
    strip: Line
    said: str
    sure: str = ""
    before: str = ""


class TogetherList(CursorList, inherit_bindings=False):
    """Rows in the order given. What a row says is asked for only when it is drawn."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys: Sequence[int] = ()
        self._row_of: Callable[[int], TogetherRow] | None = None
        self._rows: dict[int, TogetherRow] = {}
        self._lines = 1

    def show(self, keys: Sequence[int], row_of: Callable[[int], TogetherRow]) -> None:
        """Show the goals with these ids; the cursor stays on its goal."""
        here = self.key_here()
        self.keys, self._row_of = keys, row_of
        self._rows.clear()
        self._lines = self._lines_wanted()
        self.rearranged(self._first(here) if here in keys else self.cursor)

    def key_here(self) -> int | None:
        """The id of the goal under the cursor."""
        at = self.cursor // self._lines
        return self.keys[at] if at < len(self.keys) else None

    def to(self, key: int) -> None:
        """Put the cursor on a goal."""
        if key in self.keys:
            self.go(self._first(key))

    def row(self, key: int) -> TogetherRow:
        """What the line of a goal says."""
        if key not in self._rows and self._row_of is not None:
            self._rows[key] = self._row_of(key)
        return self._rows[key]

    def _first(self, key: int | None) -> int:
        return list(self.keys).index(key) * self._lines if key is not None else 0

    def _lines_wanted(self) -> int:
        width, height = self.size
        if width < NARROW:
            return 2 if width else 1
        # Only of goals that fit in two lines it is asked what they say.
        return 2 if len(self.keys) * 2 <= height and any(self._cut(self.row(key), width) for key in self.keys) else 1

    def _cut(self, row: TogetherRow, width: int) -> bool:
        title, said = self._columns(width)
        return cell_len(visible(row.title)) > title or cell_len(visible(row.said)) > said

    @property
    def length(self) -> int:
        return len(self.keys) * self._lines

    def rests(self, at: int) -> bool:
        return at % self._lines == 0

    def last_line(self, at: int) -> int:
        return at + self._lines - 1

    def on_resize(self) -> None:
        here = self._at
        self._lines = self._lines_wanted()
        self.rearranged(here * self._lines)
        super().on_resize()

    def watch_cursor(self) -> None:
        """Remember which row it is, as the lines of a row change with the width."""
        self._at = self.cursor // self._lines

    _at = 0

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        row = self.row(self.keys[at // self._lines])
        number = max(cell_len(row.no), NUMBER)
        if at % self._lines:
            return self._below(row, 2 + number + GAP, width)
        front = [("▸ " if here else "  ", "accent"), (padded(row.no, number, right=True) + " " * GAP, "dim")]
        sure = self._sure(row)
        called = "strong" if here else "text"
        if self._lines == 2:
            room = max(width - 2 - number - GAP - SURE - 2, 4)
            return [*front, (padded(visible(row.title), room), called), *sure]
        title, said = self._columns(width)
        return [
            *front,
            (padded(visible(row.title), title) + " " * GAP, called),
            *self._strip_of(row, width),
            (padded(visible(row.said), said), "text"),
            *sure,
        ]

    def _below(self, row: TogetherRow, left: int, width: int) -> list[Piece]:
        strip = self._strip_of(row, width) if width >= NARROW else []
        room = width - left - sum(cell_len(text) for text, _ in strip) - 1
        return [(" " * left, "text"), *strip, (cut(visible(row.said), max(room, 1)), "dim")]

    def _strip_width(self, width: int) -> int:
        return STRIP if width >= WIDE else STRIP // 2

    def _strip_of(self, row: TogetherRow, width: int) -> list[Piece]:
        apart = width >= WIDE
        strip = [(span.text if apart else span.text[:1], span.style or "text") for span in row.strip]
        wide = self._strip_width(width)
        if sum(cell_len(text) for text, _ in strip) > wide:
            strip = []
        return [*strip, (" " * (wide + GAP - sum(cell_len(text) for text, _ in strip)), "text")]

    def _columns(self, width: int) -> tuple[int, int]:
        room = max(width - 2 - NUMBER - GAP - GAP - self._strip_width(width) - GAP - SURE - 1, 2)
        title = min(max(room * 2 // 5, TITLES.start), TITLES.stop - 1)
        return title, max(room - title, 1)

    def _sure(self, row: TogetherRow) -> list[Piece]:
        if row.sure:
            return [(padded(row.sure, SURE, right=True), "strong")]
        return [(padded(row.before, SURE, right=True), "dim")]

    def cut_here(self) -> str:
        """The sentence under the cursor where it does not fit into its column; else nothing."""
        key = self.key_here()
        if key is None or not self.size.width:
            return ""
        said = self.row(key).said
        room = self._columns(self.size.width)[1]
        if self._lines == 2:
            strip = self._strip_width(self.size.width) + GAP if self.size.width >= NARROW else 0
            room = self.size.width - 7 - strip
        return said if cell_len(visible(said)) > room else ""
