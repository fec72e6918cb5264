"""The index of the search: it follows the rows that the triggers noted, in the transaction that changed them where
that is ours.

Nothing in it is the person's: lost or damaged, it is made anew. Only the standard library, on a writing connection.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from smart_tui.domain.folding import fold
from smart_tui.store.connection import open_writer, real_path
from smart_tui.store.errors import translated
from smart_tui.store.searched import MOST, SOURCES, THROUGH, Found, read, select
from smart_tui.store.searchschema import INDEX_TABLES, SEARCH_TRIGGERS

DAY_SHIFT = 20
"""The documents of a day have ids from its ordinal, shifted by so many bits, on: the order of ids is that of days."""
TOGETHER = 5000
"""So many notes are followed up in one transaction, where nothing else waits for them."""
MANY = 10_000
"""From so many notes on, the index is put in order at the end."""

_SHADOWS = ("data", "idx", "config")
_PARTS = (*INDEX_TABLES, *SEARCH_TRIGGERS, *(f"search_{part}" for part in _SHADOWS))
_NAMES = ", ".join(f"'{name}'" for name in _PARTS)
WHOLE = f"(SELECT count(*) = {len(_PARTS)} FROM sqlite_master WHERE name IN ({_NAMES}))"
"""Whether all tables and triggers of the index are there, as an expression."""

_DELETE = "INSERT INTO search (search, rowid, folded) VALUES ('delete', ?, ?)"
_INSERT = "INSERT INTO search (rowid, folded) VALUES (?, ?)"


class _Document(NamedTuple):
    """What the index holds of a row."""

    id: int
    folded: str


def settle(connection: sqlite3.Connection) -> None:
    """Let the index follow all that was noted, inside the transaction that is open.

    Where the index is lost or damaged, all stays noted until `settle_all` makes it anew. Raises sqlite3.Error.
    """
    try:
        noted = connection.execute("SELECT kind, row_id FROM search_stale").fetchall()
        if not noted:
            return
        connection.execute("SAVEPOINT settling")
        try:
            _follow(connection, noted)
            connection.execute("DELETE FROM search_stale")
        except sqlite3.Error:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO settling")
                connection.execute("RELEASE settling")
            raise
        connection.execute("RELEASE settling")
    except sqlite3.Error as error:
        # A full or failing disk takes the whole transaction back by itself: then nothing of it may be taken for done.
        if not connection.in_transaction or not is_of_index(error):
            raise


def settle_all(connection: sqlite3.Connection, anew: bool = False) -> None:
    """Let the index follow all that was noted, in transactions of its own; it is made anew first where it is lost or
    damaged, or where that is asked for. Raises sqlite3.Error."""
    if anew or not connection.execute(f"SELECT {WHOLE}").fetchone()[0]:
        renew(connection)
    try:
        _follow_all(connection)
    except sqlite3.Error as error:
        if not is_of_index(error):
            raise
        renew(connection)
        _follow_all(connection)


def tidy(connection: sqlite3.Connection) -> None:
    """Let the index follow, and keep nothing of documents that are gone; in transactions of its own. Raises
    sqlite3.Error."""
    settle_all(connection)
    try:
        _optimize(connection)
    except sqlite3.Error as error:
        if not is_of_index(error):
            raise
        settle_all(connection, anew=True)


def follow(path: str, anew: bool = False) -> None:
    """The same for the file at `path`, where no writer is at hand. Raises StoreError."""
    try:
        connection = open_writer(real_path(path))
        try:
            settle_all(connection, anew)
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) or error from error


def renew(connection: sqlite3.Connection) -> None:
    """Make the index anew, empty, with every row noted; in a transaction of its own. Raises sqlite3.Error."""
    with _transaction(connection):
        for name in SEARCH_TRIGGERS:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        _drop_tables(connection)
        for sql in (*INDEX_TABLES.values(), *SEARCH_TRIGGERS.values()):
            connection.execute(sql)
        for kind in SOURCES:
            note_all(connection, kind)


def note_all(connection: sqlite3.Connection, kind: str) -> None:
    """Note all rows of a kind that hold something to find."""
    filled = SOURCES[kind].filled.format(row="")
    where = f" WHERE {filled}" if filled else ""
    connection.execute(f"INSERT INTO search_stale (kind, row_id) SELECT '{kind}', id FROM \"{kind}\"{where}")


def is_of_index(error: sqlite3.Error) -> bool:
    """Whether an error can only mean that the index is lost or damaged, not the file."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT_VTAB)


def _drop_tables(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("DROP TABLE IF EXISTS search")
    except sqlite3.DatabaseError:
        # An index that lost a part of its own can be dropped only with the parts of an empty one in their place.
        connection.execute(INDEX_TABLES["search"].replace("TABLE search", "TABLE search_spare"))
        for part in _SHADOWS:
            connection.execute(f"DROP TABLE IF EXISTS search_{part}")
            sql = f"SELECT sql FROM sqlite_master WHERE name = 'search_spare_{part}'"
            connection.execute(connection.execute(sql).fetchone()[0].replace("search_spare", "search"))
            connection.execute(f"INSERT INTO search_{part} SELECT * FROM search_spare_{part}")
        connection.execute("DROP TABLE search")
        connection.execute("DROP TABLE search_spare")
    for name in (*INDEX_TABLES, *(f"search_{part}" for part in _SHADOWS)):
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def _follow_all(connection: sqlite3.Connection) -> None:
    followed = 0
    # Looked for before anything is locked: usually there is nothing.
    while connection.execute("SELECT 1 FROM search_stale LIMIT 1").fetchone():
        with _transaction(connection):
            notes = connection.execute(
                "SELECT kind, row_id, id FROM search_stale ORDER BY id LIMIT ?", (TOGETHER,)
            ).fetchall()
            _follow(connection, [note[:2] for note in notes])
            connection.execute("DELETE FROM search_stale WHERE id <= ?", (notes[-1][2] if notes else 0,))
        followed += len(notes)
    if followed >= MANY:
        _optimize(connection)


def _optimize(connection: sqlite3.Connection) -> None:
    with _transaction(connection):
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _follow(connection: sqlite3.Connection, noted: Iterable[tuple[str, int]]) -> None:
    by_kind: dict[str, dict[int, None]] = {}
    for kind, row_id in noted:
        by_kind.setdefault(kind, {})[row_id] = None
    ids = _Ids(connection)
    usual = connection.text_factory
    # Some text may not be UTF-8: what can be read of it is found, and it stops no other.
    connection.text_factory = _lenient
    try:
        for kind, row_id in _noted_with(connection, by_kind):
            by_kind.setdefault(kind, {})[row_id] = None
        for kind, rows in by_kind.items():
            if kind in SOURCES:
                for part in _parts(list(rows)):
                    _follow_part(connection, kind, part, ids)
    finally:
        connection.text_factory = usual


def _noted_with(connection: sqlite3.Connection, by_kind: Mapping[str, Iterable[int]]) -> list[tuple[str, int]]:
    """The rows that others were noted for: those searched with them, and those of a goal that is gone without them."""
    through = [
        (of, column, row_id) for kind in THROUGH for row_id in by_kind.get(kind, ()) for of, column in THROUGH[kind]
    ]
    for goal_id in by_kind.get("goal", ()):
        if not connection.execute("SELECT 1 FROM goal WHERE id = ?", (goal_id,)).fetchone():
            through += [(kind, "goal_id", goal_id) for kind, source in SOURCES.items() if source.about[0] == "goal_id"]
    return [
        (of, row_id)
        for of, column, named in through
        for (row_id,) in connection.execute(f'SELECT id FROM "{of}" WHERE {column} = ?', (named,))
    ]


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _follow_part(connection: sqlite3.Connection, kind: str, rows: Sequence[int], ids: "_Ids") -> None:
    marks = ", ".join("?" * len(rows))
    held = connection.execute(
        f"SELECT row_id, id, folded FROM document WHERE kind = ? AND row_id IN ({marks})", (kind, *rows)
    )
    old = {row_id: _Document(id_, folded) for row_id, id_, folded in held}
    found = (read(kind, row) for row in connection.execute(select(kind, len(rows)), rows))
    new = {each.row_id: each for each in found if each.text}
    gone, come = [], []
    for row_id in rows:
        before, now = old.get(row_id), new.get(row_id)
        wanted = None if now is None else _wanted(before, now, ids)
        if wanted == before:
            continue
        if before is not None:
            gone.append(before)
        if wanted is not None:
            come.append((wanted, row_id))
    connection.executemany(_DELETE, gone)
    connection.executemany("DELETE FROM document WHERE id = ?", [(each.id,) for each in gone])
    connection.executemany(
        "INSERT INTO document (id, kind, row_id, folded) VALUES (?, ?, ?, ?)",
        [(each.id, kind, row_id, each.folded) for each, row_id in come],
    )
    connection.executemany(_INSERT, [each for each, _ in come])


def _wanted(before: _Document | None, now: Found, ids: "_Ids") -> _Document:
    """What the index should hold of a row; it keeps its id as long as its day is the same."""
    stays = before is not None and before.id >> DAY_SHIFT == now.day
    return _Document(before.id if stays and before is not None else ids.next(now.day), fold(now.text))


def _parts(rows: Sequence[int]) -> Iterator[Sequence[int]]:
    return (rows[at : at + MOST] for at in range(0, len(rows), MOST))


class _Ids:
    """The ids for new documents of each day, in the order in which they come."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: dict[int, int] = {}

    def next(self, day: int) -> int:
        """The next free id of a day, or of the last day before it that has one."""
        first = day << DAY_SHIFT
        if day not in self._last:
            beyond = first + (1 << DAY_SHIFT)
            found = self._connection.execute("SELECT max(id) FROM document WHERE id >= ? AND id < ?", (first, beyond))
            self._last[day] = found.fetchone()[0] or first
        if self._last[day] + 1 >> DAY_SHIFT != day:
            return self.next(day - 1)
        self._last[day] += 1
        return self._last[day]
