"""A bar of one row: how far one is in half steps, and where the line stands today."""

from decimal import Decimal

FULL, HALF, REST, LINE = "━", "╸", "─", "┃"


def bar(progress: Decimal | None, expected: Decimal | None, width: int) -> tuple[tuple[str, str], ...]:
    """The bar as pieces of text, each with its style: "text" for what is done, "rule" for the rest, "dim" for the line.

    `progress` and `expected` are fractions of the way; only a whole one fills the bar, and any
    progress at all shows as half a cell.
    """
    halves = _halves(progress, width)
    line = _cell_of(expected, width)
    cells: list[tuple[str, str]] = []
    for cell in range(width):
        if cell == line:
            cells.append((LINE, "dim"))
        elif halves >= 2 * cell + 2:
            cells.append((FULL, "text"))
        elif halves == 2 * cell + 1:
            cells.append((HALF, "text"))
        else:
            cells.append((REST, "rule"))
    return _joined(cells)


def _halves(progress: Decimal | None, width: int) -> int:
    if progress is None or progress <= 0:
        return 0
    if progress >= 1:
        return 2 * width
    return min(max(int(progress * 2 * width), 1), 2 * width - 1)


def _cell_of(expected: Decimal | None, width: int) -> int:
    if expected is None or expected <= 0:
        return -1
    return min(int(expected * width), width - 1)


def _joined(cells: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pieces: list[tuple[str, str]] = []
    for text, style in cells:
        if pieces and pieces[-1][1] == style:
            pieces[-1] = (pieces[-1][0] + text, style)
        else:
            pieces.append((text, style))
    return tuple(pieces)
