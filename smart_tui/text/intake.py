"""How a table is read, in words one can choose from."""

from collections.abc import Mapping, Sequence

from smart_tui.domain.transfer import Columns
from smart_tui.i18n import N_, Words

SEPARATORS: Mapping[str, str] = {
    ",": N_("a comma"),
    ";": N_("a semicolon"),
    "\t": N_("a tab"),
    "|": N_("a vertical line"),
}
DECIMALS: Mapping[str, str] = {".": N_("a point: 1.5"), ",": N_("a comma: 1,5")}
ORDERS: Mapping[str, str] = {
    "ymd": N_("year, month, day: 2026-01-31"),
    "dmy": N_("day, month, year: 31.1.2026"),
    "mdy": N_("month, day, year: 1/31/2026"),
}
ENCODINGS: Mapping[str, str] = {
    "utf-8": N_("UTF-8"),
    "cp1252": N_("Windows-1252"),
    "utf-16": N_("UTF-16"),
}
FIELDS: Mapping[str, str] = {
    "date": N_("Dates in"),
    "value": N_("Values in"),
    "note": N_("Notes in"),
    "goal": N_("Goals named in"),
    "dates": N_("Order of dates"),
    "decimal": N_("Decimal sign"),
    "separator": N_("Separator"),
    "header": N_("First row"),
    "encoding": N_("Encoding"),
}
"""What each thing that can be said of a table is called, by the names of `Columns`, in the order they are shown."""
PLACES = ("date", "value", "note", "goal")
"""Those that name a column."""
MISSING: Mapping[str, str] = {
    "no_date_column": N_("No column is known to hold dates. Say which one does, in the first line."),
    "no_value_column": N_("No column is known to hold numbers. Say which one does."),
    "no_goal": N_("The table does not say which goal it is about. Choose one."),
    "no_rows": N_("There are no rows below the names of the columns."),
}
"""What the person has to say before a table can be read, by the code of the error."""

Choices = tuple[tuple[object, str], ...]


def choices(field: str, columns: Columns, first: Sequence[str], words: Words) -> Choices:
    """What can be said of a field of a table, as pairs of the value and its words; `first` is the first row."""
    if field in PLACES:
        named = tuple((at, column(at, first, columns.header, words)) for at in range(len(first)))
        nothing = words.gettext("no column")
        if field == "value":
            nothing = words.gettext("no column: each row counts as 1")
        return (*named, (None, nothing)) if field != "date" else named
    if field == "header":
        return ((True, words.gettext("names the columns")), (False, words.gettext("is data")))
    known = {"dates": ORDERS, "decimal": DECIMALS, "separator": SEPARATORS, "encoding": ENCODINGS}[field]
    now = said_now(field, columns)
    found = tuple((value, words.gettext(text)) for value, text in known.items())
    return found if now in known else ((now, str(now).upper()), *found)


def said_now(field: str, columns: Columns) -> object:
    """What a field of a table is now, as one of its choices: an encoding without its byte order mark."""
    now: object = getattr(columns, field)
    if field == "encoding":
        return next((name for name in ENCODINGS if str(now).startswith(name)), now)
    return now


def column(at: int, first: Sequence[str], header: bool, words: Words) -> str:
    """A column as people know it: by its name, else by its number and what stands in it first."""
    cell = first[at].strip()
    if header and cell:
        return cell
    number = words.gettext("column {n}").format(n=words.number(at + 1))
    return f"{number}: {cell}" if cell else number
