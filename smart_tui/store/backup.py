"""One verified copy of the database, with its line in the manifest."""

import json
import os
import sqlite3
from datetime import UTC, datetime
from typing import NamedTuple

from smart_tui.paths import backup_folder, make_folder, sync_folder
from smart_tui.store.connection import connect
from smart_tui.store.errors import StoreError

PARTIAL = ".partial"


class Backup(NamedTuple):
    """A finished backup: where it lies, why it was made, and how many rows each table has."""

    path: str
    reason: str
    rows: dict[str, int]


def manifest_path(db: str) -> str:
    """The manifest of the backups of the database file `db`: one JSON object a line."""
    return os.path.join(backup_folder(db), _stem(db) + "-manifest.jsonl")


def make_backup(connection: sqlite3.Connection, db: str, reason: str, now: datetime | None = None) -> Backup:
    """Copy the database behind `connection` (a writing one, outside any transaction) beside `db`, and verify it.

    `reason` is a word such as "migration". VACUUM INTO refuses damaged pages, so the copy is whole or there is
    none. Raises StoreError; a failed copy leaves nothing behind.
    """
    folder = backup_folder(db)
    make_folder(folder)
    at = (now or datetime.now(UTC)).astimezone(UTC)
    final = _free_name(folder, f"{_stem(db)}-{at:%Y%m%dT%H%M%SZ}-{reason}")
    partial = final + PARTIAL
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        os.chmod(partial, 0o600)
        connection.execute("VACUUM INTO ?", (partial,))
        rows = _verified(partial)
        if rows != count_rows(connection):
            raise StoreError("backup_failed", path=final)
        _sync(partial)
        os.rename(partial, final)
    except BaseException:
        os.unlink(partial)
        raise
    sync_folder(folder)
    _note(db, {"name": os.path.basename(final), "at": at.isoformat(), "reason": reason, "rows": rows})
    return Backup(final, reason, rows)


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of rows of each table."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _verified(path: str) -> dict[str, int]:
    copy = connect(path, "ro")
    try:
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StoreError("backup_failed", path=path)
        return count_rows(copy)
    finally:
        copy.close()


def _note(db: str, line: dict[str, object]) -> None:
    path = manifest_path(db)
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    try:
        os.chmod(path, 0o600)
        os.write(handle, (json.dumps(line, sort_keys=True) + "\n").encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(os.path.dirname(path))


def _stem(db: str) -> str:
    return os.path.splitext(os.path.basename(db))[0]


def _free_name(folder: str, stem: str) -> str:
    name, n = f"{stem}.db", 1
    while os.path.lexists(os.path.join(folder, name)) or os.path.lexists(os.path.join(folder, name + PARTIAL)):
        n += 1
        name = f"{stem}-{n}.db"
    return os.path.join(folder, name)


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
