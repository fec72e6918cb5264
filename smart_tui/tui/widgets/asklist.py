"""A page to read with questions under it: what the goals came to, then a cursor over what is still open."""

from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.tui.widgets.cursorlist import CursorList, Piece
from smart_tui.tui.widgets.lines import cut, padded, visible, wrapped

NARROW = 60
"""Columns under which the answer to a question stands below it."""
WIDEST = 100
"""Columns that what is to be read takes at most."""
LEAST_TEXT = 20
LEAST_WHAT = 14
GAP = 2
BAR = 1
"""Cells kept free for the scroll bar."""
FRONT = 8
"""Cells of the cursor, the sign and the gaps in front of a question; beside them stands its number."""
ON = "on"
"""The key of the last line, which leads on."""


class Told(NamedTuple):
    """What is to be read of one goal: which way it went, number and title, how it stands, its strip, a sentence."""

    key: Hashable
    change: str
    no: str
    title: str
    sign: str
    tone: str
    status: str
    strip: str
    said: str


class Asked(NamedTuple):
    """One question: of which goal, what is asked, for when, and the answer; those of one heading stand together."""

    key: Hashable
    heading: str
    no: str
    text: str
    when: str
    what: str
    sign: str
    tone: str
    open: bool = True


class Contents(NamedTuple):
    """All that is shown."""

    head: Sequence[str] = ()
    """The first is what it is about; the others are dim."""
    told: Sequence[Told] = ()
    asked: Sequence[Asked] = ()
    on: str = ""
    begin: Hashable = ON
    """Where the cursor stands at first, if what is to be read above it can be seen with it."""


class AskLine(NamedTuple):
    """One line: pieces of it, the key where the cursor can rest, and whether it goes with the one above."""

    pieces: tuple[Piece, ...]
    key: Hashable | None = None
    further: bool = False
    heading: bool = False
    reading: bool = False
    """It is of what is to be read; the cursor rests there only if that is longer than the screen."""


class AskList(CursorList, inherit_bindings=False):
    """Shows `Contents`. Where all that is to be read cannot be seen from where the cursor would begin, the cursor
    goes through it, so that nothing is passed over unseen."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.contents = Contents()
        self.lines: list[AskLine] = []
        self._long = False
        self._far = False
        """Whether what is to be read could not be seen from where the answers begin."""
        self._moved = False
        """Whether the cursor was put anywhere yet."""

    def show(self, contents: Contents, at: Hashable | None = None) -> None:
        """Show this, with the cursor on the line of a key, or where it was; at first where it begins."""
        self.contents = contents
        self._moved = self._moved or at is not None
        self._arrange(self.key_here() if at is None else at)

    def go(self, at: int) -> None:
        self._moved = True
        super().go(at)

    def key_here(self) -> Hashable | None:
        """The key of the line under the cursor; None before anything is shown."""
        return self.lines[self.cursor].key if self.cursor < len(self.lines) else None

    def reads(self) -> bool:
        """Whether the cursor is on what is to be read."""
        return self.cursor < len(self.lines) and self.lines[self.cursor].reading

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on the line of a key; does nothing where there is none."""
        for at, line in enumerate(self.lines):
            if line.key == key:
                self.go(at)
                return

    def page(self, sign: int) -> None:
        at = self.cursor + sign * max(self.size.height - 1, 1)
        near = self.resting(min(max(at, 0), self.length - 1), -sign)
        # A page may hold no resting place but the one the cursor is on.
        if near is None or (near - self.cursor) * sign <= 0:
            self.move(sign)
        else:
            self.go(near)

    def read_on(self) -> None:
        """One screen down in what is to be read; once the end of it was seen, to where the answers begin."""
        end = next(at for at, line in enumerate(self.lines) if line.key is not None and not line.reading)
        below = self.scroll_offset.y + max(self.size.height - 1, 1)
        if below >= end:
            self.go_to(self.contents.begin)
            return
        at = self.resting(max(below, self.cursor + 1), -1) or end
        self.go(at if at > self.cursor else self.resting(self.cursor + 1, 1) or end)
        self.scroll_to(y=self.cursor, animate=False)

    # The lines.

    def _arrange(self, keep: Hashable | None) -> None:
        width = max(self.size.width, 1)
        self.lines = [*_head_lines(self.contents.head, width)]
        self.lines += _all_told(self.contents.told, min(width, WIDEST))
        self.lines += _asked_lines(self.contents.asked, width)
        self.lines += [AskLine(()), AskLine((("  " + cut(self.contents.on, max(width - 3, 1)), "text"),), ON)]
        first = next(at for at, line in enumerate(self.lines) if line.key is not None and not line.reading)
        height = max(self.size.height, 1)
        if not self._moved:
            begin = self.contents.begin
            self._far = next((at for at, line in enumerate(self.lines) if line.key == begin), first) >= height
        self._long = first >= height or self._far
        if not self._moved:
            keep = None if self._long else self.contents.begin
        places = (at for at, line in enumerate(self.lines) if line.key == keep and keep is not None)
        self.rearranged(next(places, self.cursor if self._moved else 0))

    @property
    def length(self) -> int:
        return len(self.lines)

    def rests(self, at: int) -> bool:
        line = self.lines[at]
        return line.key is not None and (self._long or not line.reading)

    def heads(self, at: int) -> bool:
        return self.lines[at].heading

    def last_line(self, at: int) -> int:
        while at + 1 < len(self.lines) and self.lines[at + 1].further:
            at += 1
        return at

    def on_resize(self) -> None:
        self._arrange(self.key_here())
        super().on_resize()

    def pieces(self, at: int, here: bool, width: int) -> Sequence[Piece]:
        line = self.lines[at]
        if line.key is None or not here:
            return ((" ", "text"), *line.pieces)
        return (("▸", "accent"), *((text, "strong" if tone == "text" else tone) for text, tone in line.pieces))


def _head_lines(head: Sequence[str], width: int) -> list[AskLine]:
    lines: list[AskLine] = []
    for at, text in enumerate(head):
        tone = "dim" if at else "strong"
        lines += [AskLine(((part, tone),)) for part in wrapped(text, max(width - 2, 1))]
    return [*lines, AskLine(())] if lines else []


def _all_told(all_told: Sequence[Told], width: int) -> list[AskLine]:
    no = max((cell_len(told.no) for told in all_told), default=2)
    strip = max((cell_len(told.strip) for told in all_told), default=0)
    return [line for told in all_told for line in _told_lines(told, width, no, strip)]


def _told_lines(told: Told, width: int, no: int, strip: int) -> list[AskLine]:
    left = no + 4
    room = max(width - left - 1 - BAR, 1)
    status = f"{told.sign} {told.status}" if told.status else told.sign
    if cell_len(status) > room - LEAST_TEXT:
        status = told.sign
    title = max(room - cell_len(status) - GAP, 1) if status else room
    head: list[Piece] = [
        (padded(told.change, 1) + " " + padded(told.no, no, right=True) + "  ", "dim"),
        (padded(visible(told.title), title), "strong"),
        (" " * GAP + status[: len(told.sign)], told.tone),
        (status[len(told.sign) :], "text"),
    ]
    lines = [AskLine(tuple(head), told.key, reading=True)]
    beside = strip + GAP + 1
    if strip and width >= NARROW and beside <= room // 3:
        first, *rest = wrapped(told.said, room - beside) or [""]
        said = [padded(told.strip, beside) + first, *(" " * beside + part for part in rest)]
    else:
        said = [cut(told.strip, room), *wrapped(told.said, room)]
    lines += [AskLine(((" " * left + visible(part), "text"),), further=True) for part in said if part]
    return lines


def _asked_lines(asked: Sequence[Asked], width: int) -> list[AskLine]:
    no = max((cell_len(each.no) for each in asked), default=2)
    room = width - FRONT - no - BAR
    lines: list[AskLine] = []
    for heading, group in groupby(asked, key=lambda each: each.heading):
        together = tuple(group)
        lines += [AskLine(()), AskLine(((cut(visible(heading), max(width - 2, 1)), "strong"),), heading=True)]
        if width < NARROW:
            lines += [line for each in together for line in _narrow(each, no, room)]
            continue
        when = max(cell_len(each.when) for each in together)
        what = max(LEAST_WHAT, *(cell_len(visible(each.what)) for each in together))
        left = max(room - (when + GAP if when else 0) - GAP - what, LEAST_TEXT)
        text = min(max(cell_len(visible(each.text)) for each in together), left)
        lines += [line for each in together for line in _wide(each, no, text, when, room)]
    return lines


def _front(each: Asked, no: int) -> tuple[Piece, ...]:
    return ("  " + each.sign, each.tone), ("  " + padded(each.no, no, right=True) + "  ", "dim")


def _wide(each: Asked, no: int, text: int, when: int, room: int) -> list[AskLine]:
    middle = padded(each.when, when) + " " * GAP if when else ""
    rest = max(room - text - GAP - cell_len(middle), 1)
    said = padded(visible(each.text), text) + " " * GAP + middle
    whole = wrapped(each.what, rest) or [""]
    tone = "text" if each.open else "dim"
    lines = [AskLine((*_front(each, no), (said, tone), (whole[0], "dim")), each.key)]
    indent = " " * (FRONT - 1 + no + cell_len(said))
    return [*lines, *(AskLine(((indent + part, "dim"),), further=True) for part in whole[1:])]


def _narrow(each: Asked, no: int, room: int) -> list[AskLine]:
    tone = "text" if each.open else "dim"
    lines = [AskLine((*_front(each, no), (cut(visible(each.text), max(room, 1)), tone)), each.key)]
    below = ": ".join(part for part in (each.when, each.what) if part)
    indent = " " * (FRONT - 1 + no)
    return [*lines, *(AskLine(((indent + part, "dim"),), further=True) for part in wrapped(below, max(room, 1)))]
