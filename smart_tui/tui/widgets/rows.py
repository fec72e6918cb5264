"""The rows of the list of goals as it draws them: cells of text, the lines they make, and their columns."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple, Protocol

from rich.cells import cell_len

from smart_tui.domain.goal import Assessment, Goal, Status
from smart_tui.domain.tree import tree_order

BARS = ((14, 30), (12, 28), (10, 26), (8, 24), (6, 22))
"""Widths of the bar, each with the least title beside it, where one needs so much: a title that can be read comes
before a long bar."""
GAP = 2
MARKS = 2
"""Cells in front of a row: the cursor and the mark of a selected goal."""
SIGN = 2
"""Cells in front of a status word: the sign and a blank."""
LEAST_TITLE = 14


class Listed(Protocol):
    """A goal of the list, and how it stands; what all rows are asked for is at hand, the rest may be made then."""

    @property
    def id(self) -> int:
        """The goal's id."""

    @property
    def area(self) -> str:
        """The goal's area, "" for none."""

    @property
    def parent_id(self) -> int | None:
        """The goal it serves."""

    @property
    def status(self) -> Status | None:
        """The status of the assessment."""

    @property
    def goal(self) -> Goal:
        """The goal, with no more than a row shows."""

    @property
    def assessment(self) -> Assessment | None:
        """How it stands; None where goals are not judged."""


class Whole(NamedTuple):
    """A goal that was read whole."""

    goal: Goal
    assessment: Assessment | None

    @property
    def id(self) -> int:
        """The goal's id."""
        return self.goal.id

    @property
    def area(self) -> str:
        """The goal's area."""
        return self.goal.area

    @property
    def parent_id(self) -> int | None:
        """The goal it serves."""
        return self.goal.parent_id

    @property
    def status(self) -> Status | None:
        """The status of the assessment."""
        return self.assessment.status if self.assessment else None


class Row(NamedTuple):
    """One goal of the list. Rows are sorted by `order`; `area` is the heading they stand under."""

    listed: Listed
    order: tuple[Any, ...]
    family: Assessment | None = None
    """How a goal without a measure of its own stands by those that serve it."""

    @property
    def goal(self) -> Goal:
        """The goal, with no more than a row shows."""
        return self.listed.goal

    @property
    def assessment(self) -> Assessment | None:
        """How the goal stands by itself."""
        return self.listed.assessment

    @property
    def standing(self) -> Assessment | None:
        """How the row says the goal stands."""
        return self.family or self.listed.assessment

    @property
    def status(self) -> Status | None:
        """The status the row says."""
        return self.family.status if self.family else self.listed.status

    @property
    def id(self) -> int:
        """The goal's id."""
        return self.listed.id

    @property
    def area(self) -> str:
        """The goal's area, "" for none."""
        return self.listed.area


class Cells(NamedTuple):
    """What a row shows. `tone` is how the status sign is coloured: good, warn, bad or dim."""

    no: str
    title: str
    """What it is called, with its amount."""
    amount: str = ""
    sign: str = ""
    word: str = ""
    tone: str = "dim"
    note: str = ""
    progress: Decimal | None = None
    expected: Decimal | None = None
    bar: bool = False
    quiet: bool = False
    """The whole row is dim: the goal rests."""
    bare: str = ""
    """The title without the amount that stands behind it, for where there is no room for both; "" where it is none."""

    def called(self, width: int) -> str:
        """The title for so many cells: rather the bare one whole than an amount that is cut."""
        return self.bare if self.bare and cell_len(self.title) > width else self.title


class Line(NamedTuple):
    """One line of the list: a goal's row by its place in the rows, or an area's heading (`row` is -1)."""

    area: str
    row: int = -1
    members: int = 0
    depth: int = 0
    """How many of the goals above it in its area it serves."""


class Columns(NamedTuple):
    """Widths in cells; 0 leaves a column out."""

    no: int
    title: int
    bar: int
    amount: int
    status: int
    note: int


def columns(width: int, sample: Sequence[Cells]) -> Columns:
    """The columns that fit into `width`: with less room the bar goes first, then the reason."""
    no = max([2, *(cell_len(cells.no) for cells in sample)])
    amount = min(max([0, *(cell_len(cells.amount) for cells in sample)]), 14)
    status = min(max([0, *(cell_len(cells.word) + SIGN for cells in sample if cells.word)]), 20)
    note = min(max([0, *(cell_len(cells.note) for cells in sample)]), 16 if width < 90 else 26)
    needed = max([LEAST_TITLE, *(cell_len(cells.bare or cells.title) for cells in sample)])
    bars = BARS if any(cells.bar for cells in sample) else ()
    for bar, least in (*bars, (0, LEAST_TITLE)):
        title = _left(width, (no, bar, amount, status, note))
        if title >= min(least, needed):
            return Columns(no, title, bar, amount, status, note)
    title = _left(width, (no, amount, status))
    if title >= LEAST_TITLE:
        return Columns(no, title, 0, amount, status, 0)
    if (title := _left(width, (no, status))) > 0:
        return Columns(no, title, 0, 0, status, 0)
    return Columns(no, max(width - MARKS - no - GAP - 1, 1), 0, 0, 0, 0)


def _left(width: int, others: Sequence[int]) -> int:
    return width - MARKS - 1 - sum(cells + GAP for cells in others if cells)


Kin = Sequence[tuple[int, int | None]]
"""The id of every row's goal and of the goal it serves."""


def lines_of(
    areas: Sequence[str], shown: Iterable[int], folded: Collection[str], headings: bool, kin: Kin = ()
) -> list[Line]:
    """The lines of the rows whose places are in `shown`: areas by their first row, the goals under their heading.

    `areas` holds the area of every row. Without `headings`, or when no row shown has an area, the
    rows stand in one flat list. With `kin`, a goal stands below the one it serves, where that is shown
    in the same area.
    """
    groups: dict[str, list[int]] = {}
    for at in shown:
        area = areas[at]
        if area in groups:
            groups[area].append(at)
        else:
            groups[area] = [at]
    if not headings or not any(groups):
        return [Line(areas[at], at, 0, depth) for at, depth in _tree(sorted(chain(*groups.values())), kin)]
    lines: list[Line] = []
    for area, members in groups.items():
        lines.append(Line(area, -1, len(members)))
        if area not in folded:
            lines += [Line(area, at, 0, depth) for at, depth in _tree(members, kin)]
    return lines


def _tree(places: list[int], kin: Kin) -> Iterable[tuple[int, int]]:
    """The places with their depth; in their own order where no goal serves another."""
    if not kin or all(kin[at][1] is None for at in places):
        return ((at, 0) for at in places)
    return tree_order(places, lambda at: kin[at][0], lambda at: kin[at][1])
