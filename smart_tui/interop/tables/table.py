"""Any table of text with a column of days: each row becomes an entry of a goal, which a column or the person names."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, TITLE_LIMIT, clean_line, clean_text, clean_title
from smart_tui.domain.goal import Entry, EntryState
from smart_tui.domain.review import JournalEntry
from smart_tui.domain.transfer import Asked, Columns, Contents, Found, Rejected, Said, UnreadableFileError
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.tables.cells import CellError, number
from smart_tui.interop.tables.doubts import assumed
from smart_tui.interop.tables.formulas import as_it_was
from smart_tui.interop.tables.goal import new_goal
from smart_tui.interop.tables.guess import Table, guessed
from smart_tui.interop.tables.rows import Row, first_rows, rows
from smart_tui.interop.tables.words import unit_of
from smart_tui.interop.textfile import ROWS, guessed_encoding, head_text, read_text, short

FORMAT = "table"
NOON = time(12, tzinfo=UTC)
GOALS = 1000
"""So many goals one table may name."""
_COUNTED = ("rows_empty", "table.no_number", "table.rounded", "table.clock", "notes_to_journal")
_COPY = re.compile(r"[ _-]*(\(\d+\)|\d{4}-\d\d-\d\d|\d{8})$")
"""What is put behind the name of a file that is saved again."""


def recognises(name: str, head: bytes) -> bool:
    """Whether a file may be a table: text, and no JSON."""
    text = head_text(head).lstrip()
    return not name.endswith("/") and bool(text) and text[0] not in "{[" and bool(guessed_encoding(head))


def guess(path: str, asked: Asked, fixed: Mapping[str, object] | None = None) -> Columns:
    """How the table at `path` is best read. What is in `fixed`, by the names of `Columns`, is taken as said; a column
    by its place from 0, by its name, or as None for none. Raises UnreadableFileError."""
    wanted = dict(fixed or {})
    text, encoding = read_text(path, encoding=str(wanted.get("encoding") or ""))
    return guessed(text, encoding, asked, wanted)


def preview(path: str, columns: Columns, most: int = 8) -> tuple[tuple[str, ...], ...]:
    """The first rows of the table as they stand there, the names of the columns first. Raises UnreadableFileError."""
    text, _ = read_text(path, encoding=columns.encoding)
    return tuple(row.cells for row in first_rows(text, columns.separator, most))


def read(path: str, asked: Asked) -> Found:
    """The entries of a table, and the goals they belong to. Raises UnreadableFileError.

    The columns are those of `asked`, or guessed. A goal of this name that is here already is met by its title, or by
    the UUID of `asked`; it is for `make_plan` to say.
    """
    columns = asked.columns
    text, encoding = read_text(path, encoding=columns.encoding if columns else "")
    if not text.strip():
        raise UnreadableFileError("empty", path=path)
    if columns is None:
        columns = guessed(text, encoding, asked, {})
    if columns.date is None:
        raise UnreadableFileError("no_date_column", path=path)
    reading = _Reading(text, columns, asked, _title(path, columns, asked))
    reading.read()
    found = reading.found()
    if not found.rows:
        raise UnreadableFileError("no_rows", path=path)
    return found._replace(said=(*assumed(text, columns, asked), *found.said))


def goal_uuid(title: str) -> str:
    """The UUID of the goal that a table calls so."""
    return stable_uuid(FORMAT, clean_title(title).casefold())


def _title(path: str, columns: Columns, asked: Asked) -> str:
    """The goal of rows that name none: as the person said, else as the file is called."""
    said = clean_title(columns.title or asked.title)
    stem = os.path.splitext(os.path.basename(path))[0]
    return said or clean_title(_COPY.sub("", stem).replace("_", " ")) or clean_title(stem)


class _Reading:
    """Reads one table, row by row."""

    def __init__(self, text: str, columns: Columns, asked: Asked, title: str) -> None:
        self._text = text
        self._columns = columns
        self._asked = asked
        self._title = title
        self._table = Table(text, asked)
        self._days: dict[str, date] = {}
        self._goals: dict[str, _Named] = {}
        self._known: dict[str, _Named] = {}
        """Goals by what stands in the cell."""
        self._rejected: list[Rejected] = []
        self._journal: list[JournalEntry] = []
        self._counts = dict.fromkeys(_COUNTED, 0)
        self._words = 0
        self._amounts = 0
        self._rows = self._taken = 0
        self._unit = ""

    def read(self) -> None:
        """Go through the rows; those that cannot be taken over are refused one by one."""
        header = self._columns.header
        for row in rows(self._text, self._columns.separator, ROWS, header):
            if row.empty:
                self._counts["rows_empty"] += 1
            elif header:
                header, self._unit = False, unit_of(row.cell(self._columns.value))
            else:
                self._rows += 1
                self._take(row)

    def found(self) -> Found:
        """All that was read."""
        named = self._goals.values()
        goals = tuple(new_goal(each.id, each.uuid, each.title, each.entries, self._asked, self._unit) for each in named)
        if self._amounts:
            # Among amounts, a word that counts as 1 or 0 may as well be a slip.
            self._counts["table.words"] = self._words
        said = [Said(code, {"count": count}) for code, count in self._counts.items() if count]
        if goals and self._columns.goal is None and not (self._asked.title or self._columns.title):
            said.append(Said("table.goal_from_file", {"title": self._title}))
        entries = tuple(entry for each in named for entry in each.entries)
        contents = Contents(goals=goals, entries=entries, journal=tuple(self._journal))
        return Found(FORMAT, contents, tuple(self._rejected), tuple(said), self._rows)

    def _take(self, row: Row) -> None:
        columns = self._columns
        note = as_it_was(row.cell(columns.note))
        if columns.value is not None and not note and not row.cell(columns.value):
            self._counts["table.no_number"] += 1
            return
        wrong = row.cell(columns.date)
        try:
            on = self._day(wrong)
            wrong = row.cell(columns.value)
            value = self._value(wrong)
            wrong = row.cell(columns.goal)
            goal = self._goal(wrong)
        except CellError as error:
            self._rejected.append(Rejected(row.line, short(wrong), error.code))
        else:
            self._taken += 1
            goal.add(self._taken, on, value, clean_line(note))
            if len(clean_line(note, LINE_LIMIT + 1)) > LINE_LIMIT:
                self._write(goal, on, note)

    def _write(self, goal: "_Named", on: date, note: str) -> None:
        """A note too long for an entry goes into the journal as well, whole."""
        self._counts["notes_to_journal"] += 1
        whole = clean_text(note, len(note))
        for at in range(0, len(whole), TEXT_LIMIT):
            uuid = stable_uuid(FORMAT, goal.entries[-1].uuid, "note", str(at))
            text = whole[at : at + TEXT_LIMIT].strip()
            self._journal.append(JournalEntry(len(self._journal) + 1, uuid, on, text, (goal.id,)))

    def _day(self, written: str) -> date:
        if not written:
            raise CellError("no_date")
        found = self._days.get(written)
        if found is None:
            found = self._table.day(written, self._columns.dates)
            if found > self._asked.today:
                raise CellError("in_future")
            self._days[written] = found
        return found

    def _value(self, written: str) -> Decimal:
        if self._columns.value is None:
            return Decimal(1)
        if not written:
            raise CellError("no_value")
        read = number(written, self._columns.decimal)
        self._counts["table.rounded"] += read.rounded
        self._counts["table.clock"] += read.clock
        self._words += not any(sign.isdecimal() for sign in written)
        self._amounts += read.value not in (0, 1)
        return read.value

    def _goal(self, written: str) -> "_Named":
        """The goal of a row."""
        known = self._known.get(written)
        if known is not None:
            return known
        named = self._columns.goal is not None
        title = clean_line(as_it_was(written), TITLE_LIMIT + 1) if named else self._title
        if not title:
            raise CellError("no_name")
        if len(title) > TITLE_LIMIT:
            raise CellError("too_long")
        uuid = goal_uuid(title) if named or not self._asked.uuid else self._asked.uuid
        if uuid not in self._goals and len(self._goals) >= GOALS:
            raise UnreadableFileError("too_many_goals", limit=GOALS)
        self._known[written] = goal = self._goals.setdefault(uuid, _Named(len(self._goals) + 1, uuid, title))
        return goal


class _Named:
    """A goal that a table names, and its entries."""

    def __init__(self, id: int, uuid: str, title: str) -> None:
        self.id = id
        self.uuid = uuid
        self.title = title
        self.entries: list[Entry] = []
        self._on_day: dict[date, int] = {}

    def add(self, id: int, on: date, value: Decimal, note: str) -> None:
        """One more entry; the rows of a day are told apart by their order."""
        place = self._on_day[on] = self._on_day.get(on, 0) + 1
        source_id = f"{on.isoformat()}#{place}"
        uuid = stable_uuid(FORMAT, self.uuid, source_id)
        recorded = datetime.combine(on, NOON)
        self.entries.append(
            Entry(id, uuid, self.id, on, EntryState.VALUE, value, note, recorded, source=FORMAT, source_id=source_id)
        )
