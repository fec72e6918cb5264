"""The one error the store raises: a code and its parameters. The sentence is text's business."""

import errno
import os
import sqlite3

CODES = (
    "disk_full",
    "locked",
    "read_only",
    "no_permission",
    "io",
    "damaged",
    "not_a_database",
    "other_program",
    "newer_version",
    "empty_file",
    "held",
    "nothing_to_salvage",
    "path_is_directory",
    "broken_link",
    "backup_failed",
    "second_missing",
    "second_failed",
    "no_backup",
    "changed_since",
    "not_found",
    "ambiguous",
    "invalid",
    "nothing_to_undo",
    "nothing_to_redo",
)
"""Every code a `StoreError` can carry; a test in text holds a sentence against each."""


REASONS = (
    "missing",
    "unknown",
    "refused",
    "unreadable",
    "too_large",
    "out_of_range",
    "not_a_number",
    "not_a_date",
    "not_a_text",
    "not_a_list",
    "not_a_uuid",
    "not_five",
    "not_a_level",
    "one_field_only",
    "before_first",
    "not_after_last",
    "cycle",
    "too_deep",
)
"""Every reason of `invalid`, but for the field "state", whose reason is the state the goal is in."""


class StoreError(Exception):
    """Something the store could not do: `code` is one of CODES, `params` what the sentence needs.

    Files: path. newer_version: path, version. not_found: ref. ambiguous: ref, candidates (number and title
    of each). invalid: field, reason. changed_since: field, or operation of the step that cannot be undone.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return f"{self.code} {self.params}" if self.params else self.code


_BY_PRIMARY_CODE = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "no_permission",
    sqlite3.SQLITE_AUTH: "no_permission",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_a_database",
}
_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.EISDIR: "path_is_directory",
}
_REFUSED_VALUES = (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_RANGE)


def translated(error: BaseException, path: str) -> StoreError | None:
    """The StoreError that `error` means for the file at `path`; None for a fault of the program itself."""
    if isinstance(error, StoreError):
        return error
    cause = getattr(error, "orig", None)
    if isinstance(cause, BaseException):
        error = cause
    if isinstance(error, sqlite3.Error):
        return _from_sqlite(error, path)
    if isinstance(error, OSError):
        return StoreError(_BY_ERRNO.get(error.errno or 0, "io"), path=path)
    if isinstance(error, OverflowError):
        return StoreError("invalid", field="", reason="too_large")
    if isinstance(error, UnicodeDecodeError):
        # SQLite tells what is wrong with words out of the file.
        return StoreError("damaged", path=path)
    if isinstance(error, UnicodeError):
        return StoreError("invalid", field="", reason="unreadable")
    if isinstance(error, ValueError):
        return StoreError("invalid", field="", reason="refused")
    if type(error).__module__.startswith("sqlalchemy."):
        return StoreError("io", path=path)
    return None


def _from_sqlite(error: sqlite3.Error, path: str) -> StoreError:
    extended = getattr(error, "sqlite_errorcode", 0) or 0
    primary = extended & 0xFF
    if primary in _REFUSED_VALUES:
        return StoreError("invalid", field="", reason="refused")
    # A write() that fails at once met a limit or a quota; a failing disk shows only when its pages are synced.
    if extended == sqlite3.SQLITE_IOERR_WRITE:
        return StoreError("disk_full", path=path)
    if primary == sqlite3.SQLITE_CANTOPEN:
        return StoreError(_why_not_opened(path), path=path)
    return StoreError(_BY_PRIMARY_CODE.get(primary, "io"), path=path)


def _why_not_opened(path: str) -> str:
    if os.path.isdir(path):
        return "path_is_directory"
    folder = os.path.dirname(path) or "."
    if os.path.exists(path) and not os.access(path, os.R_OK):
        return "no_permission"
    if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):
        return "no_permission"
    return "io"
