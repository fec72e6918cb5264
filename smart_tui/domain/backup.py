"""Backups of the file, what a restore would change, and how healthy a file is: plain values, without paths opened."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class BackupReason(StrEnum):
    """Why a backup was made."""

    TIME = "time"
    """Half an hour has gone by, and something had changed."""
    EXIT = "exit"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    DELETE = "delete"
    """Before several goals are deleted at once."""


class Backup(NamedTuple):
    """A finished backup: where it lies, when (UTC) and why it was made, and how many rows each table has."""

    path: str
    reason: str
    rows: Mapping[str, int]
    at: datetime | None = None
    size: int = 0
    """Bytes; 0 where the file is gone."""
    mark: str = ""
    """What the file held when it was copied, in short: the same mark is the same content."""
    version: int = 0
    """The user_version of the copy."""
    listed: bool = True
    """Whether the manifest names it. A file that it does not name is shown, and never taken away by thinning."""
    sound: bool = True
    """False once a check found it damaged."""


class Difference(NamedTuple):
    """What would be different if one file took the place of another: titles of goals, and numbers of the rest."""

    goals_back: tuple[str, ...] = ()
    """Goals that are in the other file only."""
    goals_gone: tuple[str, ...] = ()
    """Goals that are in this file only."""
    goals_changed: tuple[str, ...] = ()
    """Goals that are in both and differ, with anything that belongs to them."""
    rows_back: Mapping[str, int] = {}
    """By table, rows that are in the other file only: entries, journal, reviews."""
    rows_gone: Mapping[str, int] = {}
    rows_changed: Mapping[str, int] = {}
    settings_changed: int = 0

    @property
    def nothing(self) -> bool:
        """Whether both hold the same."""
        return not any(self)


class FileState(StrEnum):
    """What a file is, before anything of it is changed."""

    OK = "ok"
    MISSING = "missing"
    NEW = "new"
    """No bytes and no backups: the file of a first start."""
    EMPTY = "empty"
    """No bytes, although there are backups of it."""
    DAMAGED = "damaged"
    NOT_A_DATABASE = "not_a_database"
    OTHER_PROGRAM = "other_program"
    NEWER = "newer"
    OLDER = "older"
    """Of an earlier version of this program: it is brought up to date when it is opened."""
    UNREADABLE = "unreadable"
    """No permission, a folder, a broken link, a disk that fails, or locked by another program."""


class Salvaged(NamedTuple):
    """What could be read out of a damaged file: rows by table, those that could not, and where the file is kept."""

    saved: Mapping[str, int]
    lost: Mapping[str, int]
    """Rows that are known to be missing; what stood on pages that cannot be read at all is not counted."""
    kept: str
    pages_lost: bool = False
    """Whether there are such pages, so that more may be missing than is known."""
