"""The rows of a table of text: cells by a separator, quoted cells over several lines, a line number for each."""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.interop.textfile import ROWS

SEPARATORS = (",", ";", "\t", "|")
LONGEST_LINE = 200_000
WIDEST = 200
"""Characters of a line, and cells of a row; what stands behind them is of no column that can be named."""
_CELLS = 300_000
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_SAID = re.compile(r"\A\"?sep=(.)\"?[ ;,\t]*(?:\r\n?|\n)", re.IGNORECASE)


class Row(NamedTuple):
    """A row: the line it begins on, from 1, and its cells."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """A cell without the blanks round it; empty where the row has none."""
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in any of its cells."""
        return not any(cell.strip() for cell in self.cells)


def separator_said(text: str) -> str:
    """The separator that the first line names, as spreadsheets write and read it: "sep=;"; else nothing."""
    found = _SAID.match(text)
    return found[1] if found else ""


def rows(text: str, separator: str, most: int = ROWS, header: bool = False) -> Iterator[Row]:
    """The rows of a text, at most `most` of them besides the names of the columns where there is a `header`.

    A first line that only names the separator is none.

    Raises UnreadableFileError too_many_rows, long_line, open_quote.
    """
    skipped = bool(separator_said(text))
    reader = csv.reader(_lines(text), delimiter=separator)
    line, began, count, several = 1, 1, 0, False
    try:
        for cells in reader:
            if not (skipped and line == 1) and cells:
                count += 1
                if count > most + header:
                    raise UnreadableFileError("too_many_rows", limit=most)
                yield Row(line, tuple(cells[:WIDEST]))
            several, began, line = reader.line_num > line, line, reader.line_num + 1
    except csv.Error:
        raise UnreadableFileError("open_quote", line=line) from None
    if several and text.count('"') % 2:
        raise UnreadableFileError("open_quote", line=began)


def first_rows(text: str, separator: str, most: int) -> list[Row]:
    """The first rows that hold anything; fewer where they are very wide."""
    found: list[Row] = []
    cells = 0
    for row in rows(text, separator):
        if not row.empty:
            found.append(row)
            cells += len(row.cells)
            if len(found) >= most or cells >= _CELLS:
                break
    return found


def _lines(text: str) -> Iterator[str]:
    for number, found in enumerate(_LINE.finditer(text), 1):
        line = found[0]
        if len(line) > LONGEST_LINE:
            raise UnreadableFileError("long_line", line=number)
        yield line
