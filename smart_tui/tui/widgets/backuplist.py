"""Backups, a line each, the newest first: when, why, what it holds, and what has come and gone since."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import padded, visible

GAP = 2
SIZED = 84
"""Columns under which the size is left out."""
COUNTED = 64
"""Columns under which what it holds is left out, but for the goals."""
NARROW = 48
"""Columns under which that is left out, too."""


class BackupRow(NamedTuple):
    """One backup. `counts` are pairs of what it holds and how much more or less there is now, the goals first."""

    when: str
    why: str
    counts: tuple[tuple[str, str], ...]
    size: str
    sign: str
    """Whether it is in order: ✓, × or ·."""
    style: str = "dim"


class BackupList(CursorList):
    """A table under a line that names its columns."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[BackupRow] = ()
        self.names: Sequence[str] = ()
        self._why = 0
        self._when = 0
        self._counts: Sequence[tuple[int, int]] = ()

    def show(self, rows: Sequence[BackupRow], names: Sequence[str], at: int) -> None:
        """Show these rows, with the cursor on one of them; `names` are those of the columns."""
        self.rows, self.names = rows, names
        self._when = max([cell_len(names[0]), *(cell_len(row.when) for row in rows)])
        self._why = max([cell_len(names[1]), *(cell_len(visible(row.why)) for row in rows)])
        self._counts = [
            (
                max(cell_len(row.counts[each][0]) for row in rows),
                max(cell_len(row.counts[each][1]) for row in rows),
            )
            for each in range(len(rows[0].counts) if rows else 0)
        ]
        self.rearranged(at + 1)

    @property
    def at(self) -> int:
        """The place of the backup the cursor is on, -1 where there is none."""
        return self.cursor - 1

    @property
    def length(self) -> int:
        return len(self.rows) + 1 if self.rows else 0

    def rests(self, at: int) -> bool:
        return at > 0

    def heads(self, at: int) -> bool:
        return at == 0

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        row = self.rows[at - 1] if at else None
        why = self._why if width >= NARROW else min(self._why, width - 6 - self._when - GAP)
        line: list[Piece] = [("▸ " if here else "  ", "accent")]
        line.append((f"{row.sign if row else ' '} ", row.style if row else "dim"))
        line.append(
            (padded(row.when if row else self.names[0], self._when, right=True) + " " * GAP, "text" if row else "dim")
        )
        line.append((padded(visible(row.why) if row else self.names[1], why), "dim"))
        for each, name in self._shown(width):
            line += self._count(row, each, name)
        if width >= SIZED:
            size = max([cell_len(self.names[-1]), *(cell_len(other.size) for other in self.rows)])
            line.append((" " * GAP + padded(row.size if row else self.names[-1], size, right=True), "dim"))
        return line

    def _shown(self, width: int) -> list[tuple[int, str]]:
        most = len(self._counts) if width >= COUNTED else 1 if width >= NARROW else 0
        return list(enumerate(self.names[2:-1]))[:most]

    def _count(self, row: BackupRow | None, each: int, name: str) -> list[Piece]:
        number, change = self._counts[each]
        number = max(number, cell_len(name))
        held, since = row.counts[each] if row else (name, "")
        pieces: list[Piece] = [(" " * GAP + padded(held, number, right=True), "text" if row else "dim")]
        if change:
            pieces.append((" " + padded(since, change), "dim"))
        return pieces
