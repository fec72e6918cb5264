"""One verified copy of the database, with its line in the manifest."""

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from smart_tui.domain.backup import Backup
from smart_tui.paths import make_folder, sync_folder
from smart_tui.store.backups.listing import PARTIAL, folder_of, note_backup, noted, stem_of
from smart_tui.store.connection import Row, check_version, connect
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.rescue.zeros import zeroed_rows

_MARKED = (
    "SELECT name, seq FROM sqlite_sequence ORDER BY name",
    "SELECT id, at, undone FROM change_group ORDER BY id",
    "SELECT key, value FROM setting ORDER BY key",
    "SELECT goal_id, stamp FROM standing ORDER BY goal_id",
    "SELECT id, updated_at, step FROM goal ORDER BY id",
    "SELECT count(*), max(updated_at) FROM journal",
    "SELECT id, week, way, screen, place, seconds, finished_at FROM review ORDER BY id",
)
"""The small things that change whenever a person, or another program, changes what a goal is judged by."""

_OF_ROWS = ("CHECK constraint failed", "NULL value in")
"""How SQLite begins what it says of a row that breaks a rule: what is stored is whole, and belongs into a backup."""
_OF_INDEX = "inverted index for FTS"


def make_backup(connection: sqlite3.Connection, db: str, reason: str, now: datetime | None = None) -> Backup:
    """Copy the database behind `connection` (a writing one, outside any transaction) beside `db`, and verify it.

    `reason` is a word such as "migration". VACUUM INTO refuses damaged pages, so the copy is whole or there is
    none. Raises StoreError: damaged for the file itself, and backup_failed, disk_full or no_permission for the
    copy, with its path; a failed one leaves nothing behind.
    """
    folder = folder_of(db)
    at = (now or datetime.now(UTC)).astimezone(UTC)
    try:
        make_folder(folder)
        made = _copied(connection, folder, f"{stem_of(db)}-{at:%Y%m%dT%H%M%SZ}-{reason}")
    except (sqlite3.Error, OSError) as error:
        raise _failed(error, db, folder) from error
    except StoreError as error:
        if error.code == "damaged":
            raise StoreError("damaged", path=db) from error
        raise
    made = made._replace(reason=reason, at=at)
    try:
        note_backup(db, made)
    except OSError:
        # The copy is whole and can be restored; it is only never thinned.
        return made._replace(listed=False)
    return made


def verify_backup(path: str) -> None:
    """Check all of the backup at `path`: its pages, what its rows refer to, and its counts against the manifest.

    Raises StoreError no_backup, damaged, not_a_database, other_program or newer_version; not a byte is changed.
    """
    if not os.path.isfile(path):
        raise StoreError("no_backup", ref=os.path.basename(path))
    said = noted(path)
    try:
        copy = connect(path, "ro")
        try:
            if check_version(copy, path) == 0:
                raise StoreError("not_a_database", path=path)
            problems = structural_problems(copy)
            hanging = len(copy.execute("PRAGMA foreign_key_check").fetchall())
            rows = count_rows(copy)
        finally:
            copy.close()
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) or error from error
    if problems or (said is None and hanging):
        raise StoreError("damaged", path=path)
    if said is not None and (rows != said.get("rows") or hanging > said.get("hanging", hanging)):
        raise StoreError("damaged", path=path)


def structural_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """What the full check of SQLite finds wrong with the pages of a file; raises sqlite3.Error.

    Rows that break a rule of their table are none of it, nor is the search's index, which can be made anew.
    """
    found = of_pages(line for (line,) in connection.execute("PRAGMA integrity_check"))
    return (*found, *(f"{count} rows of {table} hold zeros" for table, count in zeroed_rows(connection).items()))


def of_pages(lines: Iterable[str]) -> list[str]:
    """What of the lines of a check tells of damaged pages."""
    return [line for line in lines if line != "ok" and not line.startswith(_OF_ROWS) and _OF_INDEX not in line]


def mark(connection: sqlite3.Connection) -> str:
    """What a file holds, in short and cheaply: the same mark is the same content; raises sqlite3.Error.

    It follows steps, undo, settings, drafts and rows that are judged, whoever wrote them, but not kept figures.
    """
    from hashlib import blake2b

    found = blake2b(digest_size=12)
    usual = connection.text_factory
    # Some text may not be UTF-8.
    connection.text_factory = bytes
    try:
        for query in _MARKED:
            found.update(repr(_rows(connection, query)).encode())
    finally:
        connection.text_factory = usual
    return found.hexdigest()


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of rows of each table."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _rows(connection: sqlite3.Connection, query: str) -> list[Row]:
    """The rows of a query; none where a file of an earlier version does not have that table or column."""
    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_ERROR:
            raise
        return []


def _copied(connection: sqlite3.Connection, folder: str, stem: str) -> Backup:
    """A finished copy in `folder`, without reason and time; raises sqlite3.Error, OSError, StoreError."""
    partial = partial_name(folder, stem)
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        os.chmod(partial, 0o600)
        moment = _moment(connection)
        connection.execute("VACUUM INTO ?", (partial,))
        made = _verified(partial)
        # Another window may write meanwhile: then the copy is of the moment before.
        if made.rows != count_rows(connection) and _moment(connection) == moment:
            raise StoreError("backup_failed", path=folder)
        synced(partial)
        final = name_finished(partial, folder, stem)
    except BaseException:
        _unlink(partial)
        raise
    sync_folder(folder)
    return made._replace(path=final)


def _moment(connection: sqlite3.Connection) -> object:
    return connection.execute("PRAGMA data_version").fetchone()


def _verified(path: str) -> Backup:
    copy = connect(path, "ro")
    try:
        if structural_problems(copy):
            # What was just written anew is damaged because what it was read from is.
            raise StoreError("damaged" if zeroed_rows(copy) else "backup_failed", path=path)
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        return Backup(path, "", count_rows(copy), None, os.stat(path).st_size, mark(copy), version)
    finally:
        copy.close()


def partial_name(folder: str, stem: str) -> str:
    """The name of a copy while it is made: it names the process that makes it, and is new, whatever an earlier one
    that could not be taken away left."""
    name, n = free_name(folder, stem), 1
    partial = f"{name}.{os.getpid()}{PARTIAL}"
    while os.path.lexists(partial):
        n += 1
        partial = f"{name}.{n}.{os.getpid()}{PARTIAL}"
    return partial


def name_finished(partial: str, folder: str, stem: str) -> str:
    """Give the finished copy its name, which no other backup has; two windows may finish in one second."""
    while True:
        final = free_name(folder, stem)
        try:
            os.link(partial, final)
        except FileExistsError:
            continue
        except OSError:
            # Not every file system has links.
            os.rename(partial, final)
            return final
        os.unlink(partial)
        return final


def free_name(folder: str, stem: str) -> str:
    """A path in `folder` that nothing has yet, named after `stem`."""
    name, n = f"{stem}.db", 1
    while os.path.lexists(os.path.join(folder, name)):
        n += 1
        name = f"{stem}-{n}.db"
    return os.path.join(folder, name)


def _failed(error: Exception, db: str, folder: str) -> StoreError:
    said = translated(error, db)
    if said is None or said.code in ("damaged", "not_a_database", "locked"):
        return said or StoreError("backup_failed", path=folder)
    return StoreError("backup_failed", path=folder, cause=said.code)


def synced(path: str) -> None:
    """Make what is in a finished file of our own last through a power cut; raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unlink(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
