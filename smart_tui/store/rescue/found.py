"""The rows of a damaged file by table: those of trees that hold together, and those of pages that lost theirs."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from smart_tui.store.rescue.missing import missing_rows
from smart_tui.store.rescue.pages import Pages, Stored, Value

_KEPT = (
    "area", "goal", "tag", "answer", "measure", "entry", "pause", "milestone", "activity", "plan", "confidence",
    "review", "review_goal", "review_line", "journal", "journal_goal", "dismissal", "unknown", "setting", "counter",
    "change_group", "change",
)  # fmt: skip
"""The tables that are read, in an order in which rows may be put into them; all others can be made again."""
_HISTORY = ("change_group", "change")
_SCHEMA, _SEQUENCE = "sqlite_master", "sqlite_sequence"
UUID = re.compile(r"[0-9a-fA-F-]{32,36}", re.ASCII)
"""What a uuid looks like, however it is written."""
_TELLS: Mapping[str, tuple[int, re.Pattern[str]]] = {
    "answer": (2, re.compile(r"\w+\.\w+")),
    "review_line": (2, re.compile(r"(?!\d{4}-\d\d-\d\d$)[^.]+")),
    "dismissal": (2, re.compile(r"[a-z]+(_[a-z]+)+")),
    "counter": (0, re.compile("goal")),
    "setting": (0, re.compile(r"[a-z_]+(:.*)?", re.DOTALL)),
}
"""Where rows of different tables look alike: what stands in a column of this one, by its place."""


Named = dict[str, Value]
"""A row by the names of its columns."""


class Found(NamedTuple):
    """What a damaged file still holds."""

    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Mapping[int, Named]]
    """By table and id."""
    lost: Mapping[str, int]
    """Rows that are known to be there and cannot be read, or not wholly."""
    sequences: Mapping[str, int]
    """The last id that was given out, by table."""
    history_is_whole: bool
    pages_lost: bool = False
    """Whether a page cannot be read at all that held rows, so that nobody knows how many are missing."""


class _Table(NamedTuple):
    """What a row of a table looks like."""

    columns: tuple[str, ...]
    required: tuple[bool, ...]
    kinds: tuple[type, ...]


def read_all(connection: sqlite3.Connection, data: bytes) -> Found:
    """What the file of these bytes holds; `connection` is to a new file with the same tables."""
    pages = Pages(data)
    tables = {name: _table(connection, name) for name in _KEPT if _exists(connection, name)}
    schema = _schema(pages)
    rows: dict[str, dict[int, Named]] = {name: {} for name in tables}
    lost: Counter[str] = Counter()
    taken: set[int] = set()
    whole, walked, pages_lost = set[str](), set[str](), False
    sequences: dict[str, int] = {}
    for kind, name, _, root, _ in schema:
        if kind != "table" or not isinstance(root, int):
            continue
        leaves, is_whole = pages.walk(root)
        pages_lost |= name in tables and name not in _HISTORY and not is_whole
        walked.add(str(name))
        taken.update(leaves)
        if name == _SEQUENCE:
            sequences = _sequences(pages, leaves)
        elif name in tables:
            before = lost[str(name)]
            _take(pages, leaves, rows[str(name)], lost, str(name), tables[str(name)].columns)
            if is_whole and lost[str(name)] == before:
                whole.add(str(name))
    matcher = _Matcher(connection, tables)
    for number in sorted(set(range(1, pages.count + 1)) - taken - pages.free()):
        if pages.is_leaf(number):
            name = matcher.table_of([row for row in pages.rows(number) if row])
            if name:
                _take(pages, [number], rows[name], lost, name, tables[name].columns)
    named = _named_by_indexes(connection, pages, schema, rows)
    history_is_whole = {"change", "change_group"} <= whole
    columns = {name: table.columns for name, table in tables.items()}
    for table, missing in missing_rows(rows, named, history_is_whole).items():
        lost[table] += sum(not row.whole for row in missing.values())
        rows[table] |= {row_id: row.values for row_id, row in missing.items() if row.values}
    # Where it is not known either which pages belong to a table, one of zeros may have.
    pages_lost |= not tables.keys() <= walked and any(map(pages.is_blank, range(2, pages.count + 1)))
    return Found(columns, rows, lost, sequences, history_is_whole, pages_lost)


def _take(
    pages: Pages,
    numbers: Iterable[int],
    into: dict[int, Named],
    lost: Counter[str],
    table: str,
    columns: Sequence[str],
) -> None:
    for number in numbers:
        for row in pages.rows(number):
            if row is not None and row.id not in into:
                into[row.id] = dict(zip(columns, row.values, strict=False))
                if "id" in columns:
                    into[row.id]["id"] = row.id
                # One that cannot be read at all is missed by an index.
                lost[table] += not row.whole


def _schema(pages: Pages) -> list[tuple[Value, ...]]:
    """The rows that say where each table begins, wherever they are still to be found."""
    leaves, whole = pages.walk(1)
    if not whole:
        leaves += [number for number in range(1, pages.count + 1) if pages.is_leaf(number) and number not in leaves]
    return [row.values for number in leaves for row in pages.rows(number) if row and _says_where(row.values)]


def _says_where(values: Sequence[Value]) -> bool:
    return len(values) == 5 and values[0] in ("table", "index") and isinstance(values[3], int) and values[3] > 1


def _sequences(pages: Pages, leaves: Iterable[int]) -> dict[str, int]:
    found = [row.values for number in leaves for row in pages.rows(number) if row and len(row.values) == 2]
    return {str(name): last for name, last in found if isinstance(last, int)}


def _named_by_indexes(
    connection: sqlite3.Connection,
    pages: Pages,
    schema: Iterable[Sequence[Value]],
    rows: Mapping[str, Mapping[int, Named]],
) -> dict[str, dict[int, Named]]:
    """What the indexes of each table say of the rows it lacks, by id."""
    found: dict[str, dict[int, Named]] = {}
    for kind, name, table, root, _ in schema:
        if kind != "index" or not isinstance(root, int) or str(table) not in rows:
            continue
        columns = [
            str(each[2]) for each in connection.execute(f'PRAGMA index_info("{str(name).replace(chr(34), "")}")')
        ]
        lacking = found.setdefault(str(table), {})
        for *values, row_id in pages.index_rows(root, rows[str(table)]):
            if isinstance(row_id, int) and len(values) == len(columns):
                lacking.setdefault(row_id, {}).update(zip(columns, values, strict=True))
    return found


def _exists(connection: sqlite3.Connection, name: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone())


def _table(connection: sqlite3.Connection, name: str) -> _Table:
    said = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    return _Table(
        tuple(str(each[1]) for each in said),
        tuple(bool(each[3]) and each[4] is None and each[1] != "id" for each in said),
        tuple(int if "INT" in str(each[2]).upper() else str for each in said),
    )


class _Matcher:
    """Tells by what rows look like which table they are of."""

    def __init__(self, connection: sqlite3.Connection, tables: Mapping[str, _Table]) -> None:
        self._tables = tables
        # Their rules tell more than their columns, and have to be asked without touching the new file.
        self._scratch = sqlite3.connect(":memory:", isolation_level=None)
        for (sql,) in connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ):
            if not sql.startswith(f"CREATE TABLE {_SEQUENCE}"):
                self._scratch.execute(sql)

    def table_of(self, rows: Sequence[Stored]) -> str:
        """The table that most of the rows fit, "" where they fit none."""
        fitting = {name: sum(self._fits(name, row.values) for row in rows) for name in self._tables}
        best = max(fitting, key=lambda name: (fitting[name], name in _TELLS), default="")
        return best if best and 2 * fitting[best] > len(rows) else ""

    def _fits(self, name: str, values: Sequence[Value]) -> bool:
        table = self._tables[name]
        if len(values) > len(table.columns) or any(table.required[len(values) :]):
            return False
        for column, required, kind, value in zip(table.columns, table.required, table.kinds, values, strict=False):
            if column == "id":
                fits = value is None
            elif value is None:
                fits = not required
            else:
                fits = isinstance(value, kind) and (column != "uuid" or bool(UUID.fullmatch(str(value))))
            if not fits:
                return False
        if name in _TELLS:
            place, pattern = _TELLS[name]
            if len(values) <= place or not pattern.fullmatch(str(values[place])):
                return False
        return self._allowed(name, values)

    def _allowed(self, name: str, values: Sequence[Value]) -> bool:
        columns = self._tables[name].columns[: len(values)]
        named = [(column, value) for column, value in zip(columns, values, strict=True) if column != "id"]
        names, marks = ", ".join(f'"{column}"' for column, _ in named), ", ".join("?" * len(named))
        try:
            self._scratch.execute(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', [value for _, value in named])
        except (sqlite3.Error, OverflowError, UnicodeError):
            return False
        self._scratch.execute(f'DELETE FROM "{name}"')
        return True
