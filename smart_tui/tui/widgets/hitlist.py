"""What a search found, a line each, newest first; the field above it keeps the keys."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.domain.excerpt import excerpt
from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import cut, padded, visible

GAP = 2
NARROW = 72
"""Columns under which the goal a thing belongs to is left out."""
NARROWEST = 48
"""Columns under which what kind of thing it is is left out, too."""
MOST_GOAL = 24
SAMPLE = 40
"""Lines that decide how wide the columns are."""


class HitRow(NamedTuple):
    """One thing that was found: when, what kind of thing, of which goal, and its text with what was looked for."""

    day: str
    kind: str
    goal: str
    text: str
    spans: Sequence[tuple[int, int]] = ()


class HitList(CursorList, inherit_bindings=False):
    """Shows `count` rows, each made when it is first seen."""

    can_focus = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._count = 0
        self._make: Callable[[int], HitRow] | None = None
        self._made: dict[int, HitRow] = {}
        self._widths = (0, 0, 0)

    def show(self, count: int, make: Callable[[int], HitRow], at: int = 0) -> None:
        """Show so many rows, with the cursor on one of them; `make` gives a row by its place."""
        self._count, self._make = count, make
        self._made.clear()
        rows = [self.row(place) for place in range(min(count, SAMPLE))]
        self._widths = (
            max([0, *(cell_len(row.day) for row in rows)]),
            max([0, *(cell_len(row.kind) for row in rows)]),
            min(max([0, *(cell_len(visible(row.goal)) for row in rows)]), MOST_GOAL),
        )
        self.rearranged(at)

    def row(self, at: int) -> HitRow:
        """A row by its place."""
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = self._make(at) if self._make is not None else HitRow("", "", "", "")
        return found

    @property
    def length(self) -> int:
        return self._count

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        row = self.row(at)
        day, kind, goal = self._widths
        line: list[Piece] = [("▸ " if here else "  ", "accent"), (padded(row.day, day, right=True), "dim")]
        left = width - 2 - day - 1
        for text, cells, least in ((row.kind, kind, NARROWEST), (row.goal, goal, NARROW)):
            if cells and width >= least:
                line.append((" " * GAP + padded(visible(text), cells), "dim"))
                left -= GAP + cells
        line.append((" " * GAP, "text"))
        return [*line, *self._excerpt(row, max(left - GAP, 1))]

    def _excerpt(self, row: HitRow, room: int) -> list[Piece]:
        pieces: list[Piece] = []
        for text, found in excerpt(row.text, row.spans, room):
            shown = cut(visible(text), room)
            room -= cell_len(shown)
            pieces.append((shown, "accent" if found else "text"))
        return pieces
