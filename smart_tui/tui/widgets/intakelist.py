"""What a file would bring in: sentences, how a table is read, and what was changed on both sides, to be chosen."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len
from textual import events

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import cut, padded, visible, wrapped

INDENT = 2
TURNS = "  ← →"


class BlockKind(StrEnum):
    """How a block is drawn."""

    HEAD = "head"
    TEXT = "text"
    DIM = "dim"
    REFUSED = "refused"
    CHOICE = "choice"
    SIDES = "sides"
    """A title, and below it what stands here and what stands there, one of them chosen."""
    CELLS = "cells"


class Block(NamedTuple):
    """One thing that is shown. `key` names what can be changed, for the screen; the cursor says which it is on."""

    kind: BlockKind
    text: str
    key: str = ""
    label: str = ""
    sides: tuple[tuple[str, str], ...] = ()
    """Pairs of where and what, of which the one at `chosen` is taken."""
    chosen: int = 0


class _Line(NamedTuple):
    block: int
    pieces: tuple[Piece, ...]
    rests: bool = False
    head: bool = False


class IntakeList(CursorList):
    """Blocks below each other, drawn anew for each width."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.blocks: Sequence[Block] = ()
        self._lines: list[_Line] = []
        self._width = 0

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; the cursor stays on what has the same key, else on the same place."""
        key, line = self.key, self.cursor
        self.blocks = blocks
        self._lay_out()
        same = next((at for at, each in enumerate(self._lines) if key and blocks[each.block].key == key), line)
        self.rearranged(same)

    @property
    def block(self) -> Block | None:
        """The block the cursor is on."""
        return self.blocks[self._lines[self.cursor].block] if self.cursor < len(self._lines) else None

    @property
    def key(self) -> str:
        """The key of the block the cursor is on."""
        return self.block.key if self.block is not None else ""

    def on_resize(self, event: events.Resize | None = None) -> None:
        if self.size.width != self._width:
            at = self._lines[self.cursor].block if self.cursor < len(self._lines) else 0
            self._lay_out()
            self.rearranged(next((line for line, each in enumerate(self._lines) if each.block == at), 0))
        super().on_resize()

    # What the list of lines is.

    @property
    def length(self) -> int:
        return len(self._lines)

    def rests(self, at: int) -> bool:
        return self._lines[at].rests

    def heads(self, at: int) -> bool:
        return self._lines[at].head

    def last_line(self, at: int) -> int:
        block = self._lines[at].block
        while at + 1 < len(self._lines) and self._lines[at + 1].block == block:
            at += 1
        return at

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        line = self._lines[at]
        turns = here and self.blocks[line.block].kind is BlockKind.CHOICE
        mark: Piece = ("▸ " if here else "  ", "accent")
        return (mark, *line.pieces, (TURNS, "dim")) if turns else (mark, *line.pieces)

    def _lay_out(self) -> None:
        self._width = self.size.width
        room = max(self._width - INDENT - 1, 1)
        label = max([0, *(cell_len(each.label) for each in self.blocks)])
        self._lines = []
        for at, block in enumerate(self.blocks):
            self._lines += _lines_of(block, at, room, min(label, room // 2))


def _lines_of(block: Block, at: int, room: int, label: int) -> list[_Line]:
    match block.kind:
        case BlockKind.HEAD:
            gap = [_Line(at, ())] if at else []
            return [*gap, _Line(at, ((cut(visible(block.text), room), "strong"),), head=True)]
        case BlockKind.CHOICE:
            value = cut(visible(block.text), max(room - label - 2 - len(TURNS), 1))
            named: Piece = (padded(visible(block.label), label) + "  ", "dim")
            return [_Line(at, (named, (value, "strong")), rests=True)]
        case BlockKind.SIDES:
            return _sides(block, at, room)
        case BlockKind.CELLS:
            return [_Line(at, ((cut(visible(block.text), room), "dim"),))]
    style = "text" if block.kind is BlockKind.TEXT else "dim"
    found = wrapped(block.text, room)
    return [_Line(at, ((text, style),), rests=not n) for n, text in enumerate(found)]


def _sides(block: Block, at: int, room: int) -> list[_Line]:
    lines = [_Line(at, ((cut(visible(block.text), room), "text"),), rests=True)]
    where = max(cell_len(name) for name, _ in block.sides)
    for n, (name, text) in enumerate(block.sides):
        taken = n == block.chosen
        sign: Piece = ("  ● " if taken else "  ○ ", "accent" if taken else "dim")
        said: Piece = (cut(visible(text), max(room - where - 6, 1)), "strong" if taken else "dim")
        lines.append(_Line(at, (sign, (padded(name, where) + "  ", "dim"), said)))
    return lines
