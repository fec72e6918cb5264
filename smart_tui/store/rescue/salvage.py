"""Reading out of a damaged file what can still be read, into a new one that takes its place.

Each page is read by itself, so that a bad one costs no more than its own rows. What an index names and no page holds
is known to be lost.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from uuid import uuid4

from smart_tui.domain.backup import FileState, Salvaged
from smart_tui.paths import make_folder
from smart_tui.store.backups.copying import synced
from smart_tui.store.backups.listing import folder_of, stem_of
from smart_tui.store.backups.thinning import clear_partials
from smart_tui.store.connection import VERSION, connect, open_writer, real_path
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.migrations import STEPS, bring_up_to_date
from smart_tui.store.rescue.found import UUID, Found, Named, read_all
from smart_tui.store.rescue.health import full_check, look
from smart_tui.store.rescue.keeping import copy_bytes, forget_kept, fresh_name, keep_as_it_is
from smart_tui.store.rescue.restore import ChangedMeanwhileError, note_mended, take_the_place, times
from smart_tui.store.rescue.zeros import ZERO

_REFUSED = {
    FileState.MISSING: "io",
    FileState.NEW: "nothing_to_salvage",
    FileState.EMPTY: "empty_file",
    FileState.OTHER_PROGRAM: "other_program",
    FileState.NEWER: "newer_version",
}
_HISTORY = ("change", "change_group")
_UNCOUNTED = (*_HISTORY, "counter")
_OLDEST = STEPS[0].version


def salvage(path: str, now: datetime, only_look: bool = False) -> Salvaged:
    """Put a new file with all rows that can still be read in the place of the damaged one at `path`.

    The damaged file is kept byte by byte with the backups. A row whose goal, review or journal entry is lost goes
    with it, and is counted. With `only_look` nothing is kept and put in place. Raises StoreError: nothing_to_salvage
    where no row can be read; then the file is as it was.
    """
    try:
        real = real_path(path)
        state = look(real, check=False)
        if state.state in _REFUSED:
            raise StoreError(_REFUSED[state.state], path=path, version=state.version)
        if state.state is FileState.UNREADABLE:
            raise StoreError(state.problem.partition(":")[0] or "io", path=path)
        _roll_back(real)
        clear_partials(os.path.dirname(real), os.path.basename(real), now)
        before = times(real)
        kept = keep_as_it_is(real, now)
        if kept is None:
            raise StoreError("empty_file", path=path)
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise translated(error, path) or error from error
    done = False
    try:
        with fresh_name(os.path.join(folder_of(real), f"{stem_of(real)}-salvaged")) as new:
            saved, lost, pages_lost = _made(kept.path, new)
            if not only_look:
                take_the_place(new, real, lambda: times(real) == before)
                done = True
                note_mended(real, now)
            return Salvaged(saved, lost, kept.path if done else "", pages_lost)
    except ChangedMeanwhileError:
        raise StoreError("locked", path=path) from None
    except (StoreError, sqlite3.Error, OSError, UnicodeError) as error:
        failed = translated(error, path)
        if failed is None:
            raise
        # What failed is said of the file itself, not of the copy that was read.
        raise StoreError(failed.code, **{**failed.params, "path": path}) from error
    finally:
        if not done:
            forget_kept(kept.path)


@contextmanager
def read_out(path: str) -> Iterator[str]:
    """A new file with all rows that can still be read of the damaged one at `path`, which stays as it is; gone
    afterwards. Raises StoreError, sqlite3.Error, OSError, UnicodeError."""
    make_folder(folder_of(path))
    near = os.path.join(folder_of(path), stem_of(path))
    with fresh_name(f"{near}-damaged") as copy, fresh_name(f"{near}-salvaged") as new:
        copy_bytes(path, copy)
        _made(copy, new)
        yield new


def _roll_back(path: str) -> None:
    """Let SQLite undo what a crash left half written, where the file is whole enough for that."""
    with suppress(sqlite3.Error, UnicodeError):
        connection = connect(path)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()


def _made(damaged: str, new: str) -> tuple[Mapping[str, int], Mapping[str, int], bool]:
    """Fill the empty file `new` with the rows of the damaged one; how many there are by table, and are lost, and
    whether more may be lost than is known."""
    with open(damaged, "rb") as file:
        data = file.read()
    version = _version_of(data)
    bring_up_to_date(new, [step for step in STEPS if step.version <= version], is_copy=True)
    connection = open_writer(new)
    try:
        found = read_all(connection, data)
        if not any(found.rows.get(table) for table in ("goal", "journal", "review")):
            raise StoreError("nothing_to_salvage", path=damaged)
        lost = Counter(found.lost)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        _put_in(connection, found, lost)
        _repair(connection, lost)
        _keep_counting(connection, found)
        connection.execute("COMMIT")
    finally:
        connection.close()
    bring_up_to_date(new, is_copy=True)
    if full_check(new, "ro"):
        raise StoreError("damaged", path=damaged)
    synced(new)
    missing = {table: n for table, n in sorted(lost.items()) if n and table not in _UNCOUNTED}
    return _counted(new, found), missing, found.pages_lost


def _version_of(data: bytes) -> int:
    """The version of the damaged file, that of today where its header is lost."""
    from smart_tui.store.rescue.pages import Pages

    said = Pages(data).version
    return said if _OLDEST <= said <= VERSION else VERSION


def _put_in(connection: sqlite3.Connection, found: Found, lost: Counter[str]) -> None:
    """Insert the rows in their tables, each that the rules allow."""
    for table, rows in found.rows.items():
        # Half a step would be undone by half.
        if table in _HISTORY and not found.history_is_whole:
            continue
        for row in rows.values():
            if not _insert(connection, table, _without_zeros(row)) or any(map(_has_zeros, row.values())):
                lost[table] += 1


def _without_zeros(row: Named) -> Named:
    return {name: value.replace(ZERO, "") if isinstance(value, str) else value for name, value in row.items()}


def _has_zeros(value: object) -> bool:
    return isinstance(value, str) and ZERO in value


def _insert(connection: sqlite3.Connection, table: str, row: Named) -> bool:
    if "uuid" in row and not UUID.fullmatch(str(row["uuid"])):
        row = {**row, "uuid": str(uuid4())}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    try:
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError):
        return False
    return True


def _repair(connection: sqlite3.Connection, lost: Counter[str]) -> None:
    """Leave out the rows that refer to one that is lost, and the reference alone where that may be empty."""
    while hanging := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, _, key in hanging:
            column, on_delete = next(
                (each[3], each[6])
                for each in connection.execute(f'PRAGMA foreign_key_list("{table}")')
                if each[0] == key
            )
            if on_delete == "SET NULL":
                connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (row_id,))
            else:
                gone = connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row_id,))
                lost[table] += gone.rowcount


def _keep_counting(connection: sqlite3.Connection, found: Found) -> None:
    """Give out no number and no id again that was given out before."""
    for table, last in found.sequences.items():
        connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table))
        connection.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS"
            " (SELECT 1 FROM sqlite_sequence WHERE name = ?1)",
            (table, last),
        )
    connection.execute(
        "INSERT INTO counter (name, value) SELECT 'goal', max(no) FROM goal WHERE true HAVING max(no) IS NOT NULL"
        " ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)"
    )


def _counted(new: str, found: Found) -> Mapping[str, int]:
    connection = connect(new, "ro")
    try:
        counts = {
            table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            for table in found.columns
            if table not in _UNCOUNTED
        }
    finally:
        connection.close()
    return {table: n for table, n in sorted(counts.items()) if n}
