"""Connections to the one file: pragmas, the version check, and the reader that holds no lock between reads.

Only the standard library. The live file is never opened but through SQLite: closing any other handle
of this process would drop SQLite's locks on it.
"""

import os
import sqlite3
import sys
from _thread import RLock
from collections.abc import Sequence
from typing import Any

from smart_tui.paths import backup_folder
from smart_tui.store.errors import StoreError, translated

APPLICATION_ID = 0x534D5254
"""The letters SMRT in the header of the file."""

MAJOR = 1000
VERSION = 1 * MAJOR + 5
"""user_version of files written by this program: 1000 for each change that older programs must not touch, plus
one for each that they may."""

BUSY_MS = 2000
SMALLEST = 512
"""Bytes of the smallest file that SQLite does not take for an empty one."""

Row = tuple[Any, ...]
Query = tuple[str, Sequence[object]]


def real_path(path: str) -> str:
    """The file behind `path`, symbolic links followed; raises StoreError broken_link where they lead nowhere."""
    real = os.path.realpath(path)
    if os.path.islink(path) and not os.path.exists(real):
        raise StoreError("broken_link", path=path, target=real)
    return real


def identity(path: str) -> tuple[int, int] | None:
    """Which file stands at `path` now (device and inode), or None; a replaced or deleted file shows by it."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_not_emptied(path: str) -> None:
    """Raise StoreError empty_file for a file of zero bytes with backups beside it, not_a_database for a stump.

    SQLite takes such files for new databases; to show a first start then would hide the loss.
    """
    try:
        size = os.stat(path).st_size
        if size >= SMALLEST:
            return
        if size > 0:
            raise StoreError("not_a_database", path=path)
        names = os.listdir(backup_folder(path))
    except OSError:
        return
    stem = os.path.splitext(os.path.basename(path))[0]
    if any(name.startswith(stem + "-") and name.endswith((".db", ".jsonl")) for name in names):
        raise StoreError("empty_file", path=path)


def connect(path: str, mode: str = "rw") -> sqlite3.Connection:
    """A bare connection to an existing file, in explicit transactions only; raises sqlite3.Error."""
    connection = sqlite3.connect(
        uri_of(path, mode),
        uri=True,
        isolation_level=None,
        timeout=BUSY_MS / 1000,
        check_same_thread=False,
        cached_statements=64,
    )
    try:
        for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def uri_of(path: str, mode: str) -> str:
    """The name that SQLite opens the file `path` by, whatever characters are in it."""
    return "file:" + _quoted(os.path.abspath(path)) + f"?mode={mode}"


def open_writer(path: str) -> sqlite3.Connection:
    """A connection that writes safely to an existing file; run `check_version` before anything is written."""
    connection = connect(path)
    try:
        check_version(connection, path)
        # Elsewhere a sync reaches the disk; on a Mac only one that is asked for in this way does.
        through = ("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON", "cache_spill=OFF", *through):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def check_version(connection: sqlite3.Connection, path: str) -> int:
    """The user_version of our own file, 0 for a new one; changes nothing.

    Raises StoreError newer_version for a newer major version, other_program for another program's database.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        (objects,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application or version or objects:
            raise StoreError("other_program", path=path)
        return 0
    if version // MAJOR > VERSION // MAJOR:
        raise StoreError("newer_version", path=path, version=version)
    return int(version)


class Reader:
    """Reads from the database at `path`, each read in one short transaction that is over when it returns.

    A file that is not there yet has no rows and is not created. `damaged` collects (table, row id) of rows
    that could not be understood, so that they can be counted. Safe to use from several threads.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.damaged: set[tuple[str, int]] = set()
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None

    def rows(self, sql: str, params: Sequence[object] = ()) -> list[Row]:
        """All rows of one query; raises StoreError."""
        return self.gather([(sql, params)])[0]

    def gather(self, queries: Sequence[Query]) -> list[list[Row]]:
        """All rows of each query, from one moment of the file; raises StoreError."""
        with self._lock:
            try:
                return self._gather(queries)
            except (sqlite3.Error, OSError, UnicodeError, OverflowError) as error:
                self.close()
                failed = translated(error, self.path)
                if failed is None or failed.code not in ("io", "damaged"):
                    raise failed or error from error
            # One passing read error is not damage: open again and look again.
            try:
                return self._gather(queries)
            except (sqlite3.Error, OSError, UnicodeError, OverflowError) as error:
                self.close()
                raise translated(error, self.path) or error from error

    def close(self) -> None:
        """Let go of the file; the next read opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _gather(self, queries: Sequence[Query]) -> list[list[Row]]:
        connection = self._opened()
        if connection is None:
            return [[] for _ in queries]
        try:
            return _all_rows(connection, queries)
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
        # Some text is not UTF-8: show what can be read of it rather than nothing.
        connection.text_factory = _lenient_text
        try:
            return _all_rows(connection, queries)
        finally:
            connection.text_factory = str

    def _opened(self) -> sqlite3.Connection | None:
        found = identity(self.path)
        if self._connection is not None and found != self._identity:
            self.close()
        if self._connection is None:
            self._identity = found
            self._connection = _open_reading(self.path)
        return self._connection


def open_reader(path: str) -> Reader:
    """A reader of the database at `path`, with its version checked; a missing file is an empty one.

    Raises StoreError when the file cannot be read or is not ours.
    """
    reader = Reader(real_path(path))
    reader.rows("SELECT 1")
    return reader


def _open_reading(path: str) -> sqlite3.Connection | None:
    try:
        os.lstat(path)
    except FileNotFoundError:
        return None
    if os.path.isdir(path):
        raise StoreError("path_is_directory", path=path)
    check_not_emptied(path)
    # Not mode=ro: a journal left by a crash has to be rolled back by whoever comes first.
    connection = connect(path)
    try:
        version = check_version(connection, path)
        if 0 < version < VERSION:
            connection.close()
            from smart_tui.store.migrations import bring_up_to_date

            bring_up_to_date(path)
            connection = connect(path)
        connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    if version == 0:
        connection.close()
        return None
    return connection


def _all_rows(connection: sqlite3.Connection, queries: Sequence[Query]) -> list[list[Row]]:
    if len(queries) == 1:
        return [connection.execute(*queries[0]).fetchall()]
    connection.execute("BEGIN")
    try:
        return [connection.execute(*query).fetchall() for query in queries]
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _lenient_text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _quoted(path: str) -> str:
    text = path.replace(os.sep, "/") if os.sep != "/" else path
    text = text.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return text if text.startswith("/") else "/" + text
