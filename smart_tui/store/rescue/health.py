"""How a database file is: looked at without changing a byte, and checked as thoroughly as is asked.

Only the standard library. A row that breaks a rule of its table is no damage of the file, and is counted apart.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from smart_tui.domain.backup import FileState
from smart_tui.store.backups.copying import of_pages
from smart_tui.store.connection import VERSION, Reader, check_not_emptied, check_version, connect, real_path
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.rescue.traces import holds_pages
from smart_tui.store.rescue.zeros import zeroed_rows

UNTOUCHED = "ro&immutable=1"
"""How a file is opened of which not a byte may change, nor a file come into being beside it: no lock is taken, and
no journal looked at."""

SQLITE = sqlite3.sqlite_version
"""The version of SQLite in use."""

_MOST = 200
_OF_A_ROW = ("CHECK constraint failed in ", "NULL value in ")
_DAMAGE = ("damaged", "not_a_database", "io")
_STATES: Mapping[str, FileState] = {
    "empty_file": FileState.EMPTY,
    "damaged": FileState.DAMAGED,
    "not_a_database": FileState.NOT_A_DATABASE,
    "other_program": FileState.OTHER_PROGRAM,
    "newer_version": FileState.NEWER,
}

_HANGING = " refer to rows that are not there"


class Health(NamedTuple):
    """What a file is. `problem` is what was found, in English words of the system: for a report, not for a person."""

    state: FileState
    version: int = 0
    """The user_version, 0 where it is not known."""
    problem: str = ""


def look(path: str, check: bool = True) -> Health:
    """What the file at `path` is; not a byte of it changes, and no file comes into being. Never raises.

    With `check` its pages are gone through, but for a file that another program is writing to or left half written.
    """
    try:
        real = real_path(path)
        os.stat(real)
        if os.path.isdir(real):
            raise StoreError("path_is_directory", path=path)
        check_not_emptied(real)
        if os.stat(real).st_size == 0:
            return Health(FileState.NEW)
        version = _version(real)
    except FileNotFoundError:
        return Health(FileState.MISSING)
    except (StoreError, OSError, sqlite3.Error, UnicodeError) as error:
        return _failed(error, path)
    if not version:
        return Health(FileState.NEW)
    if check:
        problems = _untouched_check(real)
        if problems:
            return Health(FileState.DAMAGED, version, problems[0])
    return Health(FileState.OLDER if version < VERSION else FileState.OK, version)


def quick_check(path: str) -> tuple[str, ...]:
    """What is wrong with the pages of the file at `path`, as SQLite says it, none if all is well.

    A problem that is gone when one looks again was none. Raises StoreError where the file cannot be looked at:
    missing, locked, no permission, not ours.
    """
    return _problems(path, "quick_check", "rw")


def full_check(path: str, mode: str = "rw", references: bool = True) -> tuple[str, ...]:
    """The same, with each index compared with its table, and each reference with what it refers to.

    A row that refers to nothing is left out where rows are shown, and hides no other: without `references` it counts
    as no damage.
    """
    found = _problems(path, "integrity_check", mode)
    return found if references else tuple(problem for problem in found if not problem.endswith(_HANGING))


def rows_that_do_not_validate(path: str) -> Mapping[str, int]:
    """By table, the rows that break a rule or cannot be understood; raises StoreError like `quick_check`.

    Rows of an earlier version can be understood only once they are brought up to date, which is not done here.
    """
    broken = Counter(line.split(" in ")[1].split(".")[0] for line in _rules_broken(path))
    older = look(path, check=False).state is FileState.OLDER
    unreadable = Counter(table for table, _ in (() if older else _not_understood(path)))
    return dict(sorted((broken | unreadable).items()))


def is_locked(path: str) -> bool:
    """Whether another program is writing to the file at `path` at this moment."""
    try:
        connection = connect(real_path(path))
        try:
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
            return False
        finally:
            connection.close()
    except (StoreError, OSError, sqlite3.Error, UnicodeError) as error:
        failed = translated(error, path)
        return failed is not None and failed.code == "locked"


def _version(path: str) -> int:
    connection = connect(path, UNTOUCHED)
    # A text of which a bit was lost is no text of Python's.
    connection.text_factory = bytes
    try:
        version = check_version(connection, path)
        # The list of tables is read whole: where it cannot be, nothing else can.
        connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        return version
    finally:
        connection.close()


def _failed(error: BaseException, path: str) -> Health:
    failed = translated(error, path) or StoreError("io", path=path)
    version = failed.params.get("version")
    state = _STATES.get(failed.code, FileState.UNREADABLE)
    if state is FileState.NOT_A_DATABASE and _was_a_database(path):
        state = FileState.DAMAGED
    return Health(state, version if isinstance(version, int) else 0, _said(error, failed))


def _was_a_database(path: str) -> bool:
    try:
        return holds_pages(path)
    except OSError:
        return False


def _said(error: BaseException, failed: StoreError) -> str:
    return failed.code if isinstance(error, StoreError) else f"{failed.code}: {error}"


def _untouched_check(path: str) -> tuple[str, ...]:
    try:
        return _problems(path, "quick_check", "ro")
    except StoreError:
        # Locked, or with a journal to be rolled back by whoever may write: nothing can be said without waiting.
        return ()


def _problems(path: str, pragma: str, mode: str) -> tuple[str, ...]:
    found = _asked(path, pragma, mode)
    # One passing read error is not damage: open again and look again.
    return _asked(path, pragma, mode) if found else ()


def _asked(path: str, pragma: str, mode: str) -> tuple[str, ...]:
    try:
        real = real_path(path)
        if not os.path.exists(real):
            raise StoreError("not_found", ref=path, table="file")
        check_not_emptied(real)
        connection = connect(real, mode)
        connection.text_factory = _lenient
        try:
            if mode == "ro":
                # Who only looks does not wait.
                connection.execute("PRAGMA busy_timeout=0")
            check_version(connection, real)
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA ignore_check_constraints=ON")
            lines = [str(line) for (line,) in connection.execute(f"PRAGMA {pragma}({_MOST})")]
            found = of_pages(lines) or _cut_off(connection, real)
            if not found and pragma == "integrity_check":
                hanging = Counter(str(table) for table, *_ in connection.execute("PRAGMA foreign_key_check"))
                found = [f"{count} rows of {table}{_HANGING}" for table, count in hanging.items()]
                found += [f"{count} rows of {table} hold zeros" for table, count in zeroed_rows(connection).items()]
            return tuple(found)
        finally:
            connection.close()
    except (StoreError, OSError, sqlite3.Error, UnicodeError) as error:
        failed = translated(error, path) or StoreError("io", path=path)
        if failed.code in _DAMAGE and not isinstance(error, StoreError):
            return (str(error),)
        raise failed from error


def _cut_off(connection: sqlite3.Connection, path: str) -> list[str]:
    """Whether the file ends before its last page does: SQLite takes what is missing there for zeros."""
    # In a transaction, while nobody can make it longer.
    connection.execute("BEGIN")
    try:
        (count,), (size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        return ["the file ends within its last page"] if os.stat(path).st_size < count * size else []
    finally:
        connection.execute("ROLLBACK")


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _rules_broken(path: str) -> list[str]:
    try:
        real = real_path(path)
        connection = connect(real)
        connection.text_factory = _lenient
        try:
            check_version(connection, real)
            connection.execute("PRAGMA query_only=ON")
            lines = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(1000000)")]
        finally:
            connection.close()
    except (OSError, sqlite3.Error, UnicodeError) as error:
        raise translated(error, path) or error from error
    return [line for line in lines if line.startswith(_OF_A_ROW)]


def _not_understood(path: str) -> set[tuple[str, int]]:
    """Table and id of the rows that are shown as damaged."""
    from smart_tui.store import queries
    from smart_tui.store.queries.journal import timeline
    from smart_tui.store.queries.reviews import review, reviews

    reader = Reader(real_path(path))
    try:
        queries.entries_of(reader, [goal.id for goal in queries.goals(reader)])
        for each in reviews(reader):
            review(reader, each.id)
        timeline(reader, limit=1_000_000)
        return reader.damaged
    finally:
        reader.close()
