"""Databases of other programs, read and never run: no trigger, view or function of theirs is executed."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from smart_tui.domain.transfer import UnreadableFileError
from smart_tui.store.connection import Row

LARGEST = 256 * 1024 * 1024
"""Bytes of a database that is read."""
LONGEST = 1_000_000
"""Bytes of one text in it."""
_AT_ONCE = 500
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)


class ForeignFile:
    """The tables of a database file, for reading. Not a byte of it or beside it is changed.

    The file is taken as it stands: no journal beside it is rolled back, no lock is asked for. Raises
    UnreadableFileError: no_file, no_permission, io, is_folder, too_large, wrong_format, damaged.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection = _opened(path)
        try:
            ((version,),) = self._all("PRAGMA user_version")
            self.version = int(version)
            self._tables = {
                str(name).lower(): str(name)
                for name, sql in self._all("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
                if isinstance(sql, str) and "virtual" not in sql[:40].lower()
            }
            self._connection.set_authorizer(_only_reading)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "ForeignFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def tables(self) -> frozenset[str]:
        """The names of its plain tables, in small letters."""
        return frozenset(self._tables)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[Row]:
        """The rows of a table with these columns, in the order they stand; None for a column it does not have.

        Tables and columns are named without regard to case; a table that is not there has no rows.
        """
        name = self._tables.get(table.lower())
        if name is None:
            return
        there = {column.lower(): column for column in self._columns(name)}
        wanted = ", ".join(_name(there[each.lower()]) if each.lower() in there else "NULL" for each in columns)
        yield from self._all(f"SELECT {wanted} FROM {_name(name)}")

    def _columns(self, table: str) -> list[str]:
        # No generated columns: what they compute was written by whoever made the file.
        return [str(row[1]) for row in self._all(f"PRAGMA main.table_xinfo({_name(table)})") if row[6] == 0]

    def _all(self, sql: str) -> Iterator[Row]:
        try:
            cursor = self._connection.execute(sql)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows
        except (sqlite3.Error, OverflowError, UnicodeError, ValueError) as error:
            raise _failed(error, self.path) from error


def is_database(head: bytes) -> bool:
    """Whether a file that begins like this is a database of this kind."""
    return head.startswith(b"SQLite format 3\x00")


def _opened(path: str) -> sqlite3.Connection:
    try:
        size = os.stat(path).st_size
    except (OSError, ValueError) as error:
        code = "no_permission" if isinstance(error, PermissionError) else "no_file"
        raise UnreadableFileError(code, path=path) from error
    if os.path.isdir(path):
        raise UnreadableFileError("is_folder", path=path)
    if size > LARGEST:
        raise UnreadableFileError("too_large", path=path, limit=LARGEST // (1024 * 1024))
    try:
        uri = f"file:{quote('/' + os.path.abspath(path).replace(os.sep, '/').lstrip('/'))}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except (sqlite3.Error, ValueError) as error:
        raise UnreadableFileError("io" if os.access(path, os.R_OK) else "no_permission", path=path) from error
    connection.text_factory = _text
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlite3.Error as error:
        connection.close()
        raise _failed(error, path) from error
    return connection


def _only_reading(action: int, first: str | None, second: str | None, database: str | None, source: str | None) -> int:
    """Allows to read tables and nothing else; what a view or a trigger would do is refused."""
    if source is None and (action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo")):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _failed(error: Exception, path: str) -> UnreadableFileError:
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return UnreadableFileError("wrong_format" if code & 0xFF == sqlite3.SQLITE_NOTADB else "damaged", path=path)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
