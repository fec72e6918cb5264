"""Guesses how a table of text is to be read: its separator, its columns, its decimal sign, the order of its days."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from smart_tui.domain.transfer import Asked, Columns, UnreadableFileError
from smart_tui.interop.tables.cells import (
    DECIMALS,
    ORDERS,
    CellError,
    day,
    has_month,
    is_number,
    is_year_first,
    numbers_of,
    readings,
)
from smart_tui.interop.tables.rows import SEPARATORS, Row, first_rows, separator_said
from smart_tui.interop.tables.words import COUNTS, fits, words_of
from smart_tui.interop.textfile import short

SAMPLE = 200
"""Rows by which separator and columns are guessed."""
LOOKED_AT = 20_000
"""Rows by which the order of days and the decimal sign are."""
_MOST = 0.5
"""The share of the cells of a column that have to be days, or numbers."""
_KINDS = ("date", "value", "note", "goal")
_LOCAL = {"da": ",", "sv": ","}


class Table(NamedTuple):
    """A text and the ways its cells are read in: the language of its months, and the day it is read on."""

    text: str
    asked: Asked

    def is_day(self, cell: str) -> bool:
        """Whether a cell is a day in any order."""
        return any(self.days([cell], order) for order in ORDERS)

    def days(self, cells: Iterable[str], order: str) -> list[date]:
        """The days that cells hold, those left out that hold none."""
        found = []
        for cell in cells:
            with suppress(CellError):
                found.append(self.day(cell, order))
        return found

    def day(self, cell: str, order: str) -> date:
        """The day a cell holds; raises CellError."""
        return day(cell, order, self.asked.language, self.asked.today)


def guessed(text: str, encoding: str, asked: Asked, fixed: Mapping[str, object]) -> Columns:
    """How a text is to be read; what is in `fixed`, by the names of `Columns`, is not guessed.

    A column may be fixed by its place from 0, by its name, or as None. Raises UnreadableFileError no_column.
    """
    table = Table(text, asked)
    separator = str(fixed.get("separator") or separator_said(text) or _separator(table))
    sample = first_rows(text, separator, SAMPLE)
    places = _fixed_places(sample, fixed)
    date_at = places["date"] if "date" in places else _date_column(table, sample)
    header = bool(fixed["header"]) if "header" in fixed else _has_header(table, sample, date_at)
    columns = Columns(separator=separator, encoding=encoding, header=header, date=date_at)
    columns = _with_columns(columns, sample, places, asked)
    looked_at = first_rows(text, separator, LOOKED_AT)[int(header) :]
    columns = columns._replace(
        decimal=str(fixed.get("decimal") or _decimal(columns, looked_at, asked.language)),
        dates=str(fixed.get("dates") or _order(table, [row.cell(date_at) for row in looked_at])),
        title=asked.title,
        settled=tuple(sorted(fixed)),
    )
    return columns


def _separator(table: Table) -> str:
    """The separator that makes a table of a text: with a column of days, and as many cells in each row."""
    best, best_score = SEPARATORS[0], (0.0, 0.0, 0)
    problem: UnreadableFileError | None = None
    for separator in SEPARATORS:
        try:
            sample = first_rows(table.text, separator, SAMPLE // 4)
        except UnreadableFileError as error:
            problem = error
            continue
        widths = Counter(len(row.cells) for row in sample)
        width, rows = widths.most_common(1)[0] if widths else (1, 0)
        date_at = _date_column(table, sample)
        days = 0.0 if date_at is None else _share(sample, date_at, table.is_day)
        score = (days, rows / max(len(sample), 1) if width > 1 else 0.0, width)
        if score > best_score:
            best, best_score = separator, score
    if problem is not None and not best_score[0]:
        raise problem
    return best


def _share(sample: Sequence[Row], column: int, is_one: Callable[[str], bool]) -> float:
    """The share of the filled cells of a column, but for the first row, that are of a kind."""
    filled = [cell for row in sample[1:] or sample if (cell := row.cell(column))]
    return sum(map(is_one, filled)) / len(filled) if filled else 0.0


def _width(sample: Sequence[Row]) -> int:
    return max((len(row.cells) for row in sample), default=0)


def _name(sample: Sequence[Row], column: int) -> str:
    return sample[0].cell(column) if sample else ""


def _date_column(table: Table, sample: Sequence[Row]) -> int | None:
    """The column of days: of those that hold days the one named so, else the first."""
    shares = {column: _share(sample, column, table.is_day) for column in range(_width(sample))}
    fitting = [column for column, share in shares.items() if share >= _MOST]
    return _best({column: fits(_name(sample, column), "date") for column in fitting}, fitting)


def _has_header(table: Table, sample: Sequence[Row], date_at: int | None) -> bool:
    """Whether the first row names the columns: where a day would have to stand, there is none."""
    if not sample:
        return False
    first = sample[0].cell(date_at)
    if first:
        # A day that does not exist is still no name.
        return not (table.is_day(first) or numbers_of(first) or is_year_first(first))
    return any(fits(cell, kind) == 2 for cell in sample[0].cells for kind in _KINDS)


def _fixed_places(sample: Sequence[Row], fixed: Mapping[str, object]) -> dict[str, int | None]:
    """The columns that were named, as places from 0."""
    places: dict[str, int | None] = {}
    for kind in _KINDS:
        said = fixed.get(kind)
        if kind not in fixed:
            continue
        if isinstance(said, str):
            names = [cell.strip().casefold() for cell in sample[0].cells] if sample else []
            said = names.index(said.strip().casefold()) if said.strip().casefold() in names else said
        if said is not None and not (isinstance(said, int) and 0 <= said < _width(sample)):
            shown = said + 1 if isinstance(said, int) else short(said)
            raise UnreadableFileError("no_column", column=shown, count=_width(sample))
        places[kind] = said
    return places


def _with_columns(columns: Columns, sample: Sequence[Row], places: Mapping[str, int | None], asked: Asked) -> Columns:
    """The columns of values, notes and goals as well, none of them twice."""
    data, taken = sample[int(columns.header) :], {columns.date, *places.values()}
    numbers = numeric_columns(columns, data)
    numeric = [at for at in numbers if at not in taken]
    if columns.header:
        numeric = [at for at in numeric if not set(words_of(_name(sample, at))) & COUNTS] or numeric
    value = places.get("value", _best(_named(columns, sample, "value"), numeric))
    texts = [at for at in range(_width(sample)) if at not in (*taken, value) and any(row.cell(at) for row in data)]
    named = _named(columns, sample, "note")
    note = places.get("note", _best(named, [at for at in texts if at in named]))
    named = _named(columns, sample, "goal")
    guess = _best(named, [at for at in texts if at in named and at != note and at not in numbers])
    goal = places.get("goal", None if asked.title else guess)
    left = [at for at in texts if at not in (note, goal) and at not in numbers]
    if note is None and "note" not in places and len(left) == 1:
        note = left[0]
    return columns._replace(value=value, note=note, goal=goal)


def _best(named: Mapping[int, int], places: Iterable[int]) -> int | None:
    """Of some columns the one whose name says most, else the first."""
    return max(places, key=lambda at: (named.get(at, 0), -at), default=None)


def _named(columns: Columns, sample: Sequence[Row], kind: str) -> dict[int, int]:
    """How well the name of each column says that it is of a kind."""
    if not columns.header:
        return {}
    return {at: how for at in range(_width(sample)) if (how := fits(_name(sample, at), kind))}


def numeric_columns(columns: Columns, data: Sequence[Row]) -> list[int]:
    """The columns that hold numbers, whatever their decimal sign, and are not the days."""
    found = []
    for column in range(_width(data)):
        filled = [cell for row in data if (cell := row.cell(column))]
        if column != columns.date and filled and sum(bool(readings(cell)) for cell in filled) / len(filled) >= _MOST:
            found.append(column)
    return found


def order_scores(table: Table, cells: Sequence[str]) -> dict[str, tuple[int, int]]:
    """How well days written in figures fit each order: how many have a month and a day in it, and how few of those
    are still to come."""
    scores = {}
    for order in ("dmy", "mdy", "ymd"):
        fitting = [cell for cell in cells if has_month(cell, order)]
        scores[order] = (len(fitting), -sum(day > table.asked.today for day in table.days(fitting, order)))
    return scores


def _order(table: Table, cells: Sequence[str]) -> str:
    """The order of day, month and year that fits best; of several the year first if it is written with four figures,
    else the day first."""
    figures = [cell for cell in cells if cell and not is_year_first(cell) and numbers_of(cell)]
    if not figures:
        return "ymd" if any(map(is_year_first, cells)) else "dmy"
    scores = order_scores(table, figures)
    return max(scores, key=lambda order: scores[order])


def _decimal(columns: Columns, data: Sequence[Row], lang: str) -> str:
    """The decimal sign by which most values are numbers; where both do, the one of the file's own kind."""
    cells = [row.cell(columns.value) for row in data]
    scores = {sign: sum(is_number(cell, sign) for cell in cells) for sign in DECIMALS}
    if scores["."] != scores[","]:
        return max(scores, key=lambda sign: scores[sign])
    if columns.separator == ",":
        return "."
    return "," if columns.separator == ";" or lang in _LOCAL else "."
