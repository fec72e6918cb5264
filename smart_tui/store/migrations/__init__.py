"""Bringing a file up to the version of this program: frozen steps, in one transaction, a backup first."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from smart_tui.paths import make_folder
from smart_tui.store.backups.copying import make_backup
from smart_tui.store.connection import APPLICATION_ID, check_not_emptied, check_version, open_writer
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.index import settle_all
from smart_tui.store.migrations import step_1000, step_1001, step_1002, step_1003, step_1004, step_1005


class Migration(NamedTuple):
    """A frozen step: the user_version it arrives at, and what it does inside its transaction."""

    version: int
    apply: Callable[[sqlite3.Connection], None]


STEPS: tuple[Migration, ...] = (
    Migration(1000, step_1000.apply),
    Migration(1001, step_1001.apply),
    Migration(1002, step_1002.apply),
    Migration(1003, step_1003.apply),
    Migration(1004, step_1004.apply),
    Migration(1005, step_1005.apply),
)
"""In order; a released step is never edited."""
SEARCHED = 1003
"""From this version on a file has an index, which follows what the steps changed."""


def create_if_missing(path: str) -> None:
    """Make the folder and an empty file at `path` with private modes, unless there is one. Raises StoreError."""
    try:
        make_folder(os.path.dirname(path))
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.chmod(path, 0o600)
    except FileExistsError:
        if os.path.isdir(path):
            raise StoreError("path_is_directory", path=path) from None
    except OSError as error:
        raise translated(error, path) or error from error


def bring_up_to_date(path: str, steps: Sequence[Migration] = STEPS, is_copy: bool = False) -> None:
    """Run the steps that the existing file at `path` lacks; nothing is changed unless all of them succeed.

    So whoever looks meanwhile sees the file as it was or as it will be, and a new file never at an older version.

    A file with data is backed up first, unless it is a copy itself. Raises StoreError.
    """
    check_not_emptied(path)
    try:
        connection = open_writer(path)
        try:
            version = check_version(connection, path)
            waiting = [step for step in steps if step.version > version]
            if waiting and version and not is_copy:
                make_backup(connection, path, "migration")
            if waiting:
                _run(connection, path, waiting)
            if check_version(connection, path) >= SEARCHED:
                settle_all(connection)
        finally:
            connection.close()
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) or error from error


def _run(connection: sqlite3.Connection, path: str, steps: Sequence[Migration]) -> None:
    # Off outside the transaction: rebuilding a table with foreign keys on would delete its children.
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        reached = check_version(connection, path)
        for step in steps:
            if step.version > reached:
                step.apply(connection)
                connection.execute(f"PRAGMA user_version={step.version}")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreError("damaged", path=path)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys=ON")
