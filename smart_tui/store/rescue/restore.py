"""Putting a backup in the place of the file: into it in one step, or beside it and then under its name."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime

from smart_tui.domain.backup import Backup, BackupReason, FileState
from smart_tui.paths import make_folder
from smart_tui.store.backups.copying import make_backup, mark, synced, verify_backup
from smart_tui.store.backups.listing import DAMAGED, backups_of, folder_of, note_check, stem_of
from smart_tui.store.backups.thinning import clear_partials
from smart_tui.store.connection import connect, open_writer, real_path
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.migrations import bring_up_to_date
from smart_tui.store.rescue.health import UNTOUCHED, full_check, look, quick_check
from smart_tui.store.rescue.keeping import (
    REPLACED,
    forget_kept,
    fresh_name,
    keep_as_it_is,
    put_in_place,
)

TRIES = 5
"""So often another program may write between the safety backup and the restore before we give up."""


NOT_OURS: Mapping[FileState, str] = {
    FileState.OTHER_PROGRAM: "other_program",
    FileState.NEWER: "newer_version",
    FileState.NOT_A_DATABASE: "not_a_database",
}
"""Files that are left alone, and what is said of them."""


class ChangedMeanwhileError(Exception):
    """Another program wrote after the safety backup was made: that would be in neither."""


def restore(path: str, backup_path: str, now: datetime) -> Backup | None:
    """Put what the backup at `backup_path` holds into the database file at `path`, at the aware instant `now`.

    The backup is checked wholly first, and brought up to date in a copy; then what is in the file is kept: as a
    backup, or byte by byte where it is damaged or lost. Gives what was kept, None where there was nothing.
    Whenever the process ends, the file holds the old or the new, never a mix. Raises StoreError; then the file is
    as it was, as is one of another program or of a newer version.
    """
    try:
        real = real_path(path)
        check_ours(real)
        if os.path.exists(real) and os.path.exists(backup_path) and os.path.samefile(real, backup_path):
            return None
        clear_partials(os.path.dirname(real), os.path.basename(real), now)
        with ready_copy(backup_path, real) as copy:
            kept = _replace(real, copy, now)
        note_mended(real, now)
        return kept
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) or error from error


def check_ours(path: str) -> None:
    """Raise StoreError other_program, newer_version or not_a_database for a file that no backup may replace.

    What is no database at all is taken for ours only where there are backups of it.
    """
    found = look(path, check=False)
    if found.state not in NOT_OURS or (found.state is FileState.NOT_A_DATABASE and backups_of(path)):
        return
    raise StoreError(NOT_OURS[found.state], path=path, version=found.version)


def note_mended(path: str, now: datetime) -> None:
    """Check what is in the place of the file at `path` now, and note how it is: what was found before is over."""
    with suppress(StoreError, OSError):
        note_check(path, now, sound=not full_check(path, references=False))


@contextmanager
def ready_copy(path: str, db: str) -> Iterator[str]:
    """A checked copy of the database file at `path`, brought up to date, with the backups of `db`; it is gone
    afterwards.

    The file itself stays as it is. Raises StoreError damaged, not_a_database, other_program, newer_version.
    """
    verify_backup(path)
    folder = folder_of(db)
    make_folder(folder)
    with fresh_name(os.path.join(folder, f"{stem_of(db)}-restoring")) as copy:
        try:
            source = connect(path, "ro")
            try:
                source.execute("VACUUM INTO ?", (copy,))
            finally:
                source.close()
        except sqlite3.Error as error:
            raise translated(error, path) or error from error
        bring_up_to_date(copy, is_copy=True)
        if full_check(copy, "ro"):
            raise StoreError("damaged", path=path)
        synced(copy)
        yield copy


def _replace(path: str, copy: str, now: datetime) -> Backup | None:
    """Keep what is at `path`, and put the copy there."""
    found = look(path, check=False)
    if found.state is FileState.UNREADABLE:
        raise StoreError(found.problem.partition(":")[0] or "io", path=path)
    if found.state not in (FileState.OK, FileState.OLDER):
        return _instead(path, copy, now, DAMAGED if found.state is FileState.DAMAGED else REPLACED)
    for _ in range(TRIES):
        with suppress(ChangedMeanwhileError):
            return _into(path, copy, now)
    raise StoreError("locked", path=path)


def _instead(path: str, copy: str, now: datetime, word: str = DAMAGED) -> Backup | None:
    """Keep the file at `path` under another name, which says `word`, and give its own to the copy."""
    kept = keep_as_it_is(path, now, linked=True, word=word)
    try:
        put_in_place(copy, path)
    except OSError:
        # The file has its own name still: a second one would be that of a file which is written to.
        if kept is not None and os.path.exists(path) and os.path.samefile(path, kept.path):
            forget_kept(kept.path)
        raise
    return kept


def _into(path: str, copy: str, now: datetime) -> Backup | None:
    """Keep what is in a database of ours, and put what the copy holds into it.

    Raises ChangedMeanwhileError where somebody wrote between the two; then nothing was put in.
    """
    try:
        live = open_writer(path)
    except (StoreError, sqlite3.Error, UnicodeError) as error:
        if _says_damage(error, path):
            return _instead(path, copy, now)
        raise
    try:
        kept, unchanged = _kept(live, path, now)
    finally:
        live.close()
    take_the_place(copy, path, unchanged)
    return kept


def take_the_place(copy: str, path: str, unchanged: Callable[[], bool]) -> None:
    """Put what the finished file `copy` holds into the one at `path`, or give it that name where nothing can be put
    into that any more; what was there has been kept.

    `unchanged` is asked once nobody else can write, and has to be true. Raises ChangedMeanwhileError, StoreError,
    sqlite3.Error, OSError; then the file is as it was.
    """
    try:
        live = open_writer(path)
        try:
            _pour(copy, live, path, unchanged)
        finally:
            live.close()
    except (StoreError, sqlite3.Error, UnicodeError) as error:
        if not _says_damage(error, path):
            raise
        put_in_place(copy, path)


def _kept(live: sqlite3.Connection, path: str, now: datetime) -> tuple[Backup | None, Callable[[], bool]]:
    """What is in the file, kept: as a backup, or byte by byte; and whether it is still what is in the file, asked
    while nobody can write to it."""
    before = times(path)
    try:
        made = make_backup(live, path, BackupReason.RESTORE, now)
    except (StoreError, sqlite3.Error, UnicodeError) as error:
        if not _says_damage(error, path):
            raise
        return keep_as_it_is(path, now), lambda: times(path) == before
    return made, lambda: _mark(path) == made.mark


def _says_damage(error: Exception, path: str) -> bool:
    failed = translated(error, path)
    if failed is None:
        return False
    # A backup that fails for a fault of the disk may have met it in the file itself.
    if failed.code == "io" or failed.params.get("cause") == "io":
        return bool(quick_check(path))
    return failed.code in ("damaged", "not_a_database")


def _pour(copy: str, live: sqlite3.Connection, path: str, unchanged: Callable[[], bool]) -> None:
    """Make `live` hold what the file `copy` does, in one step of its own, if it is still unchanged once nobody else
    can write to it."""
    first = True

    def stepped(status: int, remaining: int, total: int) -> None:
        nonlocal first
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreError("locked", path=path)
        if first and not unchanged():
            raise ChangedMeanwhileError
        first = False

    source = connect(copy, "ro")
    try:
        # Read in one transaction: each page would be one of its own.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        # Page by page, so that one is asked when everything is locked and nothing is written yet.
        source.backup(live, pages=1, progress=stepped)
        source.execute("ROLLBACK")
    finally:
        source.close()


def _mark(path: str) -> str:
    connection = connect(path, UNTOUCHED)
    try:
        return mark(connection)
    finally:
        connection.close()


def times(path: str) -> object:
    found = os.stat(path)
    return found.st_mtime_ns, found.st_size, found.st_ino
