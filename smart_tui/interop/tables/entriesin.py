"""Our own table of entries, as it was written or as a spreadsheet saved it again: each row an entry with its UUID."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from smart_tui.domain.cleaning import LINE_LIMIT, TITLE_LIMIT, clean_line
from smart_tui.domain.goal import Entry, EntryState
from smart_tui.domain.transfer import Asked, Contents, Found, Rejected, Said, UnreadableFileError
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.tables.cells import CellError, number
from smart_tui.interop.tables.doubts import assumed
from smart_tui.interop.tables.formulas import as_it_was
from smart_tui.interop.tables.goal import NOON, new_goal
from smart_tui.interop.tables.guess import Table, guessed
from smart_tui.interop.tables.rows import Row, first_rows, rows
from smart_tui.interop.tables.table import GOALS, goal_uuid
from smart_tui.interop.textfile import ROWS, head_text, read_text, short

FORMAT = "entries"
NEEDED = ("goal_uuid", "title", "date", "state", "value", "uuid")
"""The columns without which it is any other table."""
_SEPARATORS = (",", ";", "\t", "|")
_FIXED = {"header": True, "date": "date", "value": "value", "note": None, "goal": None}
_COUNTED = 3


def recognises(name: str, head: bytes) -> bool:
    """Whether a file begins with the names of our columns."""
    return not name.endswith("/") and bool(_separator(head_text(head)))


def _separator(text: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    return next((sign for sign in _SEPARATORS if set(NEEDED) <= {part.strip(' "\r') for part in first.split(sign)}), "")


def read(path: str, asked: Asked) -> Found:
    """The entries of a file, and the goals they belong to by UUID and title; raises UnreadableFileError."""
    text, encoding = read_text(path)
    separator = _separator(text)
    if not separator:
        raise UnreadableFileError("wrong_format", path=path)
    names = first_rows(text, separator, 1)[0].cells
    columns = guessed(text, encoding, asked, {**_FIXED, "separator": separator, **_decimal(text, separator, names)})
    reading = _Reading(Table(text, asked), {name.strip(): at for at, name in enumerate(names)})
    header = True
    for row in rows(text, separator, ROWS, header):
        if header or row.empty:
            header = header and row.empty
        else:
            reading.take(row, columns.dates, columns.decimal)
    found = reading.found(assumed(text, columns, asked))
    if not found.rows:
        raise UnreadableFileError("no_rows", path=path)
    return found


def _decimal(text: str, separator: str, names: Sequence[str]) -> Mapping[str, str]:
    """What stands before decimals, where the separator tells it: one of three digits behind is no thousand then."""
    if separator == ",":
        return {"decimal": "."}
    at = next(at for at, name in enumerate(names) if name.strip() == "value")
    if separator == ";" and not any("." in row.cell(at) for row in rows(text, separator, ROWS, header=True)):
        return {"decimal": ","}
    return {}


class _Reading:
    """Takes up one row after the other."""

    def __init__(self, table: Table, columns: Mapping[str, int]) -> None:
        self._table = table
        self._columns = columns
        self._goals: dict[str, tuple[int, str, str]] = {}
        self._entries: list[Entry] = []
        self._seen: set[str] = set()
        self._on_day: dict[tuple[int, date], int] = {}
        self._rejected: list[Rejected] = []
        self._rows = 0

    def take(self, row: Row, dates: str, decimal: str) -> None:
        """A row more; one that cannot be taken over is refused."""
        self._rows += 1
        try:
            self._entries.append(self._entry(row, dates, decimal))
        except _WrongError as wrong:
            self._rejected.append(Rejected(row.line, short(wrong.cell), wrong.code))

    def found(self, said: tuple[Said, ...]) -> Found:
        """All of it."""
        of_goal: dict[int, list[Entry]] = {}
        for entry in self._entries:
            of_goal.setdefault(entry.goal_id, []).append(entry)
        goals = tuple(
            new_goal(id, uuid, title, of_goal.get(id, ()), self._table.asked, unit)
            for uuid, (id, title, unit) in self._goals.items()
        )
        contents = Contents(goals=goals, entries=tuple(self._entries))
        return Found(FORMAT, contents, tuple(self._rejected), said, self._rows)

    def _cell(self, row: Row, name: str) -> str:
        return row.cell(self._columns.get(name))

    def _text(self, row: Row, name: str, limit: int = LINE_LIMIT) -> str:
        text = clean_line(as_it_was(self._cell(row, name)), limit + 1)
        if len(text) > limit:
            raise _WrongError(text, "too_long")
        return text

    def _entry(self, row: Row, dates: str, decimal: str) -> Entry:
        uuid = _uuid(self._cell(row, "uuid"))
        if uuid in self._seen:
            raise _WrongError(uuid, "double")
        state = self._cell(row, "state").lower()
        if state not in list(EntryState):
            raise _WrongError(state, "unknown_status")
        on = self._day(self._cell(row, "date"), dates)
        value = self._value(row, decimal) if state == EntryState.VALUE else None
        note, source, source_id = (self._text(row, name) for name in ("note", "source", "source_id"))
        goal_id = self._goal(row)
        uuid = uuid or self._named(goal_id, on)
        self._seen.add(uuid)
        return Entry(
            id=len(self._entries) + 1,
            uuid=uuid,
            goal_id=goal_id,
            on=on,
            state=EntryState(state),
            value=value,
            note=note,
            recorded_at=_instant(self._cell(row, "recorded_at")) or datetime.combine(on, NOON),
            source=source,
            source_id=source_id,
            counts=_counts(self._cell(row, "counts")),
        )

    def _day(self, written: str, dates: str) -> date:
        try:
            on = self._table.day(written, dates)
        except CellError as error:
            raise _WrongError(written, error.code if written else "no_date") from None
        if on > self._table.asked.today:
            raise _WrongError(written, "in_future")
        return on

    def _named(self, goal_id: int, on: date) -> str:
        """The UUID of an entry that was written into the table by hand: by its goal, its day and its place on it."""
        place = self._on_day[goal_id, on] = self._on_day.get((goal_id, on), 0) + 1
        goal = next(uuid for uuid, (id, _, _) in self._goals.items() if id == goal_id)
        return stable_uuid(FORMAT, goal, f"{on.isoformat()}#{place}")

    def _value(self, row: Row, decimal: str) -> Decimal:
        written = self._cell(row, "value")
        try:
            return number(written, decimal).value
        except CellError as error:
            raise _WrongError(written, error.code if written else "no_value") from None

    def _goal(self, row: Row) -> int:
        uuid, title = _uuid(self._cell(row, "goal_uuid")), self._text(row, "title", TITLE_LIMIT)
        if not title:
            raise _WrongError(uuid, "no_name")
        uuid = uuid or goal_uuid(title)
        if uuid not in self._goals and len(self._goals) >= GOALS:
            raise UnreadableFileError("too_many_goals", limit=GOALS)
        return self._goals.setdefault(uuid, (len(self._goals) + 1, title, self._text(row, "unit")))[0]


class _WrongError(Exception):
    """A cell that cannot be taken over, and why as a code."""

    def __init__(self, cell: str, code: str) -> None:
        super().__init__(code)
        self.cell = cell
        self.code = code


def _uuid(text: str) -> str:
    """A UUID in its usual form; empty where there is none."""
    try:
        return str(UUID(text)) if text else ""
    except ValueError:
        raise _WrongError(text, "bad_uuid") from None


def _instant(text: str) -> datetime | None:
    """When it was recorded; None where a spreadsheet made something else of it."""
    with suppress(ValueError, OverflowError):
        return datetime.fromisoformat(text).astimezone(UTC)
    return None


def _counts(text: str) -> tuple[int, int, int] | None:
    """Promoters, passives and detractors, as they stand in the table: "12 5 3"."""
    parts = text.split()
    if len(parts) != _COUNTED or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        return None
    first, second, third = map(int, parts)
    return first, second, third
