"""Copies of finished backups in a second folder, such as one on a USB stick or in the cloud."""

import os
from contextlib import suppress
from datetime import datetime

from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.paths import sync_folder
from smart_tui.store.backups.copying import name_finished, partial_name
from smart_tui.store.backups.listing import backups_of, note_backup, stem_of
from smart_tui.store.backups.thinning import thin
from smart_tui.store.errors import StoreError

PIECE = 1 << 20


def bring_up_to_date(db: str, folder: str, now: datetime) -> Backup | None:
    """Copy the newest backup of the database file `db` into `folder`, unless it is there, and thin what is there.

    Gives the copy that was made. Raises StoreError second_missing where the folder is not there, and
    second_failed, both with its path; then nothing is left behind.
    """
    if not os.path.isdir(folder):
        raise StoreError("second_missing", path=folder)
    listed = (each for each in backups_of(db) if each.listed and each.sound and each.reason != BackupReason.MIGRATION)
    newest = next(listed, None)
    if newest is None or any(each.listed and each.at == newest.at for each in backups_of(db, folder)):
        return None
    try:
        made = newest._replace(path=_copied(newest.path, folder, _stem(db, folder, newest)))
        note_backup(db, made, folder)
    except OSError as error:
        raise StoreError("second_failed", path=folder) from error
    thin(db, now, folder)
    return made


def _stem(db: str, folder: str, backup: Backup) -> str:
    return f"{stem_of(db, folder)}-{backup.at:%Y%m%dT%H%M%SZ}-{backup.reason}"


def _copied(source: str, folder: str, stem: str) -> str:
    """Copy a file piece by piece, and compare; gives the path of the copy. Raises OSError."""
    partial = partial_name(folder, stem)
    handle = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        # A file system of a USB stick may know no modes.
        with suppress(OSError):
            os.chmod(partial, 0o600)
        with os.fdopen(handle, "wb") as copy, open(source, "rb") as file:
            while piece := file.read(PIECE):
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
        if not _same(source, partial):
            raise OSError("the copy differs")
        final = name_finished(partial, folder, stem)
    except BaseException:
        with suppress(OSError):
            os.unlink(partial)
        raise
    sync_folder(folder)
    return final


def _same(one: str, other: str) -> bool:
    with open(one, "rb") as first, open(other, "rb") as second:
        while True:
            piece = first.read(PIECE)
            if piece != second.read(PIECE):
                return False
            if not piece:
                return True
