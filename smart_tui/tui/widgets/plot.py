"""A grid of cells with days from left to right and values from below to above, to draw marks into."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from rich.cells import cell_len

from smart_tui.tui.widgets.lines import Span

BLANK = Span(" ")


class Plot:
    """`width` by `height` cells from a first to a last day, and from a lowest to a highest value."""

    def __init__(self, size: tuple[int, int], days: tuple[date, date], values: tuple[Decimal, Decimal]) -> None:
        self.width, self.height = size
        self.first, self.days = days[0], max((days[1] - days[0]).days, 1)
        self.low, self.high = values
        self.cells: list[list[Span]] = [[BLANK] * self.width for _ in range(self.height)]

    def row(self, value: Decimal) -> int:
        """The row of a value, 0 on top."""
        share = (value - self.low) * (self.height - 1) / (self.high - self.low)
        return self.height - 1 - int(share + Decimal("0.5"))

    def column(self, day: date) -> int:
        """The column of a day; outside of the grid for a day outside of it."""
        return ((day - self.first).days * (self.width - 1) * 2 + self.days) // (self.days * 2)

    def day(self, column: int) -> date:
        """The last day that falls on a column or left of it."""
        return self.first + timedelta(days=(column * 2 + 1) * self.days // (max(self.width - 1, 1) * 2))

    def put(self, row: int, column: int, sign: str, style: str) -> None:
        """Set one cell, where it lies within the grid."""
        if 0 <= row < self.height and 0 <= column < self.width:
            self.cells[row][column] = Span(sign, style)

    def stair(self, column: int, before: int | None, row: int) -> None:
        """One column of a heavy stair that comes from the row `before`."""
        if before is None or before == row:
            self.put(row, column, "━", "accent")
            return
        rising = row < before
        self.put(before, column, "┛" if rising else "┓", "accent")
        self.put(row, column, "┏" if rising else "┗", "accent")
        for between in range(min(row, before) + 1, max(row, before)):
            self.put(between, column, "┃", "accent")

    def write(self, row: int, column: int, text: str, style: str, *, gap: int = 1) -> bool:
        """Write a text where its cells, and `gap` cells around it, are blank; False where they are not."""
        width = cell_len(text)
        if not 0 <= row < self.height or column < 0 or column + width > self.width or width != len(text):
            return False
        around = self.cells[row][max(column - gap, 0) : column + width + gap]
        if any(cell.text != " " for cell in around):
            return False
        for at, character in enumerate(text):
            self.cells[row][column + at] = Span(character, style)
        return True


def merged(cells: Iterable[Span]) -> list[Span]:
    """Neighbours of one style as one span: fewer segments to draw."""
    found: list[Span] = []
    for cell in cells:
        if found and (found[-1].style == cell.style or cell.text == " "):
            found[-1] = Span(found[-1].text + cell.text, found[-1].style)
        else:
            found.append(cell)
    return found


def whole(lines: Iterable[Sequence[Span]]) -> tuple[tuple[Span, ...], ...]:
    """Rows of cells as lines."""
    return tuple(tuple(merged(line)) for line in lines)
