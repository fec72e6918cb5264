"""How a table is read: what the options of `import` say of it, and the columns in words."""

from collections.abc import Mapping, Sequence

from smart_tui.cli.arguments import UsageError
from smart_tui.domain.transfer import Columns
from smart_tui.i18n import N_, Words
from smart_tui.interop.tables.cells import DECIMALS, ORDERS
from smart_tui.text.history import quoted

TABLE_OPTIONS = ("--columns", "--separator", "--decimal", "--dates", "--encoding")
_COLUMNS = ("date", "value", "note", "goal")
_NONE = "none"
_SEPARATORS = {"tab": "\t", "\\t": "\t", "semicolon": ";", "comma": ","}


def fixed(options: Mapping[str, str]) -> dict[str, object]:
    """What the options say of a table, by the names of `Columns`; raises UsageError."""
    said: dict[str, object] = {}
    if "--separator" in options:
        separator = _SEPARATORS.get(options["--separator"].lower(), options["--separator"])
        if len(separator) != 1 or separator in '"\r\n':
            raise UsageError(N_("--separator takes one character, or tab, not {word}."), options["--separator"])
        said["separator"] = separator
    if "--decimal" in options:
        if options["--decimal"] not in DECIMALS:
            raise UsageError(N_("--decimal takes . or , and not {word}."), options["--decimal"])
        said["decimal"] = options["--decimal"]
    if "--dates" in options:
        if options["--dates"].lower() not in ORDERS:
            raise UsageError(N_("--dates takes ymd, dmy or mdy, not {word}."), options["--dates"])
        said["dates"] = options["--dates"].lower()
    if "--encoding" in options:
        said["encoding"] = options["--encoding"]
    return said | _places(options.get("--columns", ""))


def _places(text: str) -> dict[str, object]:
    """Columns as they are typed, "date=1,value=Weight,note=none": places from 0, names, or None."""
    said: dict[str, object] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        name, equals, value = (each.strip() for each in part.partition("="))
        if name not in _COLUMNS or not equals or not value or (value.isdigit() and not 0 < int(value[:9]) < 10**6):
            raise UsageError(N_("--columns is written like date=1,value=2,note=3, not {word}."), part)
        if value.lower() == _NONE:
            said[name] = None
        else:
            said[name] = int(value[:9]) - 1 if value.isascii() and value.isdigit() else value
    return said


def columns_said(columns: Columns, first: Sequence[str], words: Words) -> list[str]:
    """Which column holds what, and how cells are told apart and read, a line each."""
    names = {
        "date": words.gettext("Dates: {column}"),
        "value": words.gettext("Values: {column}"),
        "note": words.gettext("Notes: {column}"),
        "goal": words.gettext("Goals: {column}"),
    }
    places = {"date": columns.date, "value": columns.value, "note": columns.note, "goal": columns.goal}
    lines = [
        names[kind].format(column=_column(place, columns, first, words))
        for kind, place in places.items()
        if place is not None
    ]
    separator = words.gettext("tab") if columns.separator == "\t" else quoted(columns.separator, words)
    told = words.gettext("Cells are told apart by {separator}; the decimal sign is “{decimal}”.")
    return [*lines, told.format(separator=separator, decimal=columns.decimal)]


def _column(place: int, columns: Columns, first: Sequence[str], words: Words) -> str:
    number = words.number(place + 1)
    name = first[place].strip() if columns.header and place < len(first) else ""
    if not name:
        return words.gettext("column {number}").format(number=number)
    return words.gettext("column {number}, “{name}”").format(number=number, name=name[:40])
