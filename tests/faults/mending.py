"""Scenarios of backups: making one, going back to one, and reading what is left out of a damaged file."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.backup import BackupReason
from smart_tui.store.commands import entries, goals
from smart_tui.store.rescue.salvage import salvage
from smart_tui.store.store import Store
from tests.faults.damage import random_page
from tests.faults.steps import Scenario, Steps, rows, uuid_of
from tests.faults.whole import DATABASE, problem
from tests.faults.writing import BIG, SUNDAY, prepare_goal
from tests.store.conftest import Clock

LATER = 50
"""Added, with BIG, to what was checked in after the backup was made."""
WAS = "was.bin"
"""A copy of the damaged file, for comparing."""
NOW = datetime(2026, 3, 9, tzinfo=UTC)
CRASH = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=1")
c.execute("PRAGMA synchronous=EXTRA")
c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE answer SET text = ?", ("z" * 300000,))
c.execute("UPDATE entry SET note = ?", ("z" * 300000,))
os._exit(1)
"""
"""Leaves a journal that has to be rolled back."""


def _back_up(steps: Steps) -> None:
    steps.do(1, lambda: steps.store.back_up_sync(BackupReason.ASKED))


def _backed_up(folder: Path) -> list[int]:
    whole = [backup for backup in folder.glob("backups/*.db") if backup.stat().st_size and not problem(backup)]
    return [*([0] * len(rows(folder, "SELECT 0 FROM goal"))), *([1] * bool(whole))]


def _prepare_backup(folder: Path) -> None:
    prepare_goal(folder)
    store = Store(str(folder / DATABASE), Clock())
    store.back_up_sync(BackupReason.ASKED)
    store.run_sync(entries.check_in, 1, SUNDAY, Decimal(BIG + LATER), uuid=uuid_of(LATER))
    store.run_sync(goals.set_answer, 1, "specific.why", "Because " * 5000)
    store.close()


def _prepare_damaged(folder: Path) -> None:
    _prepare_backup(folder)
    path = folder / DATABASE
    for page in (9, 10, 11, 30):
        random_page(path, page, random.Random(page))
    shutil.copy(path, folder / WAS)


def _prepare_emptied(folder: Path) -> None:
    """The file has no bytes any more, and the journal of a writer that crashed still lies beside it."""
    _prepare_backup(folder)
    subprocess.run([sys.executable, "-c", CRASH, str(folder / DATABASE)], check=False)
    assert (folder / f"{DATABASE}-journal").stat().st_size > 0
    os.truncate(folder / DATABASE, 0)


def _restore(steps: Steps) -> None:
    (backup,) = Path(steps.folder).glob("backups/*-asked.db")
    steps.do(1, lambda: steps.store.restore(str(backup)).result())
    if not steps.refused:
        act = steps.store.run_sync
        steps.do(2, lambda: act(entries.check_in, 1, SUNDAY, Decimal(BIG + 2), uuid=uuid_of(2)))


def _restored(folder: Path) -> list[int]:
    later, two = _value(folder / DATABASE, BIG + LATER), _value(folder / DATABASE, BIG + 2)
    if later:
        return [0]
    kept = [backup for backup in folder.glob("backups/*-restore.db") if _value(backup, BIG + LATER)]
    # What was there before has to be in the safety backup.
    return [0, 1, *([2] * two)] if kept and rows(folder, "SELECT 1 FROM goal WHERE title = 'Read more'") else []


def _mended(folder: Path) -> list[int]:
    if untouched(folder):
        return [0]
    was = (folder / WAS).read_bytes()
    kept = [backup for backup in folder.glob("backups/*-damaged*.db") if backup.read_bytes() == was]
    two = _value(folder / DATABASE, BIG + 2)
    return [0, 1, *([2] * two)] if kept and rows(folder, "SELECT 1 FROM goal") else []


def untouched(folder: Path) -> bool:
    """Whether the damaged file is as it was, to the byte, once SQLite has taken back what was half written."""
    was, path = folder / WAS, folder / DATABASE
    if not was.exists() or not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection, suppress(sqlite3.Error):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return path.read_bytes() == was.read_bytes()


def _is_empty(folder: Path) -> bool:
    path = folder / DATABASE
    return path.exists() and path.stat().st_size == 0


def _filled(folder: Path) -> list[int]:
    path = folder / DATABASE
    if _is_empty(folder):
        return [0]
    whole = rows(folder, "SELECT 1 FROM goal WHERE title = 'Read more'") and not _value(path, BIG + LATER)
    return [0, 1, *([2] * _value(path, BIG + 2))] if whole else []


def _salvage(steps: Steps) -> None:
    steps.do(1, lambda: salvage(steps.database, NOW))


def _value(path: Path, value: int) -> int:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT count(*) FROM entry WHERE value = ?"
        return int(connection.execute(query, (value * 1_000_000,)).fetchone()[0])


BACKUP = Scenario(prepare_goal, _back_up, _backed_up)
RESTORE = Scenario(_prepare_backup, _restore, _restored)
RESTORE_DAMAGED = Scenario(_prepare_damaged, _restore, _mended, untouched)
RESTORE_EMPTIED = Scenario(_prepare_emptied, _restore, _filled, _is_empty)
SALVAGE = Scenario(_prepare_damaged, _salvage, _mended, untouched)
