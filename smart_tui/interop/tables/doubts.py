"""What of how a table is read was guessed and could also be otherwise: said, rather than decided in silence."""

from collections.abc import Sequence

from smart_tui.domain.transfer import Asked, Columns, Said
from smart_tui.interop.tables.cells import DECIMALS, is_year_first, numbers_of, readings
from smart_tui.interop.tables.guess import LOOKED_AT, SAMPLE, Table, numeric_columns, order_scores
from smart_tui.interop.tables.rows import Row, first_rows
from smart_tui.interop.tables.words import fits
from smart_tui.interop.textfile import short

_NAMES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""Encodings besides the usual one, as they are called."""


def assumed(text: str, columns: Columns, asked: Asked) -> tuple[Said, ...]:
    """What of how a table is read was guessed and could also be otherwise."""
    found = first_rows(text, columns.separator, LOOKED_AT)
    data = found[int(columns.header) :]
    said = [Said("encoding", {"encoding": _NAMES[columns.encoding]})] if columns.encoding in _NAMES else []
    if "dates" not in columns.settled:
        said += _doubtful_days(Table(text, asked), columns, data)
    if "decimal" not in columns.settled:
        said += _doubtful_numbers(columns, data)
    if not columns.header and "header" not in columns.settled:
        said.append(Said("table.no_header"))
    if columns.value is None and "value" not in columns.settled:
        said.append(Said("table.no_values"))
    elif columns.value is not None and "value" not in columns.settled:
        name = found[0].cell(columns.value) if columns.header and found else ""
        if not fits(name, "value") and len(numeric_columns(columns, data[:SAMPLE])) > 1:
            said.append(Said("table.value_assumed", {"column": columns.value + 1}))
    return tuple(said)


def _doubtful_days(table: Table, columns: Columns, data: Sequence[Row]) -> list[Said]:
    """Says it where the days fit another order as well."""
    cells = [cell for row in data if (cell := row.cell(columns.date)) and not is_year_first(cell) and numbers_of(cell)]
    scores = order_scores(table, cells) if cells else {}
    for other, score in scores.items():
        if other == columns.dates or score < scores[columns.dates]:
            continue
        for cell in cells:
            one, two = table.days([cell], columns.dates), table.days([cell], other)
            if one and two and one != two:
                return [Said(f"table.dates_{columns.dates}", {"example": short(cell), "other": two[0]})]
    return []


def _doubtful_numbers(columns: Columns, data: Sequence[Row]) -> list[Said]:
    """Says it where every value is a number with the other sign as well, and a different one."""
    found: dict[str, object] | None = None
    other = next(sign for sign in DECIMALS if sign != columns.decimal)
    for cell in (cell for row in data if (cell := row.cell(columns.value))):
        read = readings(cell)
        if len(read) == 1 and columns.decimal in read:
            return []
        if len(read) == len(DECIMALS) and read[columns.decimal] != read[other] and found is None:
            found = {"decimal": columns.decimal, "example": short(cell), "other": read[other]}
    return [Said("table.numbers_assumed", found)] if found else []
