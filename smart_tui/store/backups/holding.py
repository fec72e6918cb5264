"""Which backups still hold what was forgotten."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from smart_tui.domain.backup import Backup
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.connection import connect


def still_holding(db: str, table: str, uuids: Sequence[str], second: str = "") -> tuple[Backup, ...]:
    """The backups of the database file `db` that hold rows of `table` with these UUIDs, newest first.

    Those in the folder `second` are looked at as well, if one is named. One that cannot be read is among them:
    nobody knows what it holds.
    """
    found = [*backups_of(db), *(backups_of(db, second) if second else ())]
    return tuple(backup for backup in found if _holds(backup.path, table, uuids))


def _holds(path: str, table: str, uuids: Iterable[str]) -> bool:
    try:
        copy = connect(path, "ro")
        try:
            return any(copy.execute(sql, params).fetchone() for sql, params in _questions(table, uuids))
        finally:
            copy.close()
    except (sqlite3.Error, OSError):
        return True


def _questions(table: str, uuids: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for uuid in uuids:
        yield f'SELECT 1 FROM "{table}" WHERE uuid = ?', (uuid,)
        yield (
            'SELECT 1 FROM change WHERE table_name = ? AND ("before" LIKE ? OR "after" LIKE ?)',
            (table, f"%{uuid}%", f"%{uuid}%"),
        )
