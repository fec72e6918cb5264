"""Making a backup where one is due: only if something changed, with its copy in a second folder, and thinning."""

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.store.backups.copying import make_backup, mark
from smart_tui.store.backups.listing import backups_of, last_mark, note_check
from smart_tui.store.backups.secondfolder import bring_up_to_date
from smart_tui.store.backups.thinning import thin
from smart_tui.store.connection import check_not_emptied, check_version, connect, open_writer, real_path
from smart_tui.store.errors import StoreError, translated

IF_CHANGED = frozenset({BackupReason.TIME, BackupReason.EXIT})
"""The reasons for which no backup is made of what the last one holds."""


class Kept(NamedTuple):
    """What came of it: the backup that was made, and what was wrong with the second folder."""

    backup: Backup | None = None
    second: StoreError | None = None


def back_up(db: str, reason: str, now: datetime, second: str = "") -> Kept:
    """Make a backup of the database file `db`, copy it into the folder `second` if one is named, thin both.

    No backup is made of a file that is not there or was never written, nor, where the reason is time or exit, of one
    that nobody wrote anything into, or of which the last one holds the same. Raises StoreError like `make_backup`;
    then no backup goes away either.
    """
    db = real_path(db)
    check_not_emptied(db)
    if not os.path.exists(db) or os.path.getsize(db) == 0:
        return Kept()
    made = _made(db, reason, now)
    if made is not None:
        thin(db, now)
    try:
        if second and reason != BackupReason.MIGRATION:
            bring_up_to_date(db, second, now)
    except StoreError as error:
        return Kept(made, error)
    return Kept(made)


def changed_since_backup(db: str) -> bool:
    """Whether the database file `db` holds something else than its last backup; raises StoreError."""
    db = real_path(db)
    try:
        connection = connect(db)
        try:
            return mark(connection) != last_mark(db)
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise translated(error, db) or error from error


def newest_at(db: str) -> datetime | None:
    """When the newest backup of the database file `db` was made, None where there is none."""
    return next((each.at for each in backups_of(db) if each.listed and each.sound), None)


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Whether nobody has written anything into the file yet."""
    asked = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_sequence) AND NOT EXISTS (SELECT 1 FROM setting)"
    return bool(connection.execute(asked).fetchone()[0])


def _made(db: str, reason: str, now: datetime) -> Backup | None:
    try:
        connection = open_writer(db)
        try:
            if check_version(connection, db) == 0:
                return None
            if reason in IF_CHANGED and (_is_blank(connection) or mark(connection) == last_mark(db)):
                return None
            return make_backup(connection, db, reason, now)
        finally:
            connection.close()
    except (sqlite3.Error, OSError, StoreError) as error:
        failed = translated(error, db)
        if failed is None:
            raise
        if failed.code == "damaged":
            # From now on the backups of before are what is left.
            with suppress(OSError):
                note_check(db, now, sound=False)
        raise failed from error
