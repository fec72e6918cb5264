"""What would be different if one database file took the place of another, found out without changing either.

Goals are the same by their uuid, entries and journal by theirs, reviews by their week; ids may differ. Entries are
compared goal by goal, so that nobody who writes waits long.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import NamedTuple

from smart_tui.domain.backup import Difference, FileState
from smart_tui.domain.settings import Settings
from smart_tui.store.connection import BUSY_MS, Row, real_path, uri_of
from smart_tui.store.errors import StoreError, translated
from smart_tui.store.rescue.health import look
from smart_tui.store.rescue.restore import ready_copy
from smart_tui.store.rescue.salvage import read_out

_OF_GOAL = "JOIN {s}.goal AS g ON g.id = t.goal_id"
_OF_REVIEW = "JOIN {s}.review AS r ON r.id = t.review_id"


class _Compared(NamedTuple):
    """How the rows of a table are compared."""

    key: str
    """What makes a row the same one in both files, as SQL; NULL where only the whole row says that."""
    goal: str
    """The uuid of the goal it belongs to, or NULL."""
    joined: str
    skipped: frozenset[str]
    """Columns that are not compared."""
    more: str = ""
    """What is compared besides, of other tables."""
    counted: str = ""
    """The table it counts for."""


_LOCAL = frozenset({"id", "goal_id", "review_id", "journal_id", "area_id", "parent_id", "updated_at"})
_VISITED = frozenset({"way", "screen", "place", "seconds"})


def _part(key: str, **more: str) -> _Compared:
    return _Compared(key, "g.uuid", _OF_GOAL, _LOCAL, **more)


_TABLES: Mapping[str, _Compared] = {
    "goal": _Compared(
        "t.uuid",
        "t.uuid",
        "LEFT JOIN {s}.area AS a ON a.id = t.area_id LEFT JOIN {s}.goal AS p ON p.id = t.parent_id",
        _LOCAL | {"step"},
        "a.name, p.uuid",
    ),
    "tag": _part("NULL"),
    "answer": _part("NULL"),
    "measure": _part("t.uuid"),
    "pause": _part("NULL"),
    "milestone": _part("t.uuid"),
    "activity": _part("t.uuid"),
    "plan": _part("t.uuid"),
    "confidence": _part("NULL"),
    "dismissal": _part("NULL"),
    "review": _Compared("t.week", "NULL", "", _LOCAL | _VISITED | {"uuid"}, counted="review"),
    "review_line": _Compared("r.week", "NULL", _OF_REVIEW, _LOCAL, counted="review"),
    "review_goal": _Compared("r.week", "NULL", f"{_OF_REVIEW} {_OF_GOAL}", _LOCAL, "g.uuid", counted="review"),
    "journal": _Compared("t.uuid", "NULL", "", _LOCAL, counted="journal"),
    "journal_goal": _Compared(
        "j.uuid", "NULL", f"JOIN {{s}}.journal AS j ON j.id = t.journal_id {_OF_GOAL}", _LOCAL, "g.uuid", "journal"
    ),
}
"""The tables a person fills, but for entries."""
_ENTRY = _part("t.uuid", counted="entry")
_MINE, _THEIRS = "mine", "theirs"
_OTHER = {_MINE: _THEIRS, _THEIRS: _MINE}
_WITHOUT_ROWS = (
    FileState.MISSING, FileState.NEW, FileState.EMPTY, FileState.OTHER_PROGRAM, FileState.NEWER, FileState.UNREADABLE,
)  # fmt: skip
_CREATE = re.compile("CREATE TABLE +")


class _DamagedError(Exception):
    """The file itself cannot be read."""


def difference(path: str, other: str) -> Difference:
    """What would change if `other` took the place of the database file at `path`.

    Neither is changed; one of an earlier version is compared through a copy that was brought up to date, and a
    damaged one at `path` through what can be read out of it. One that is missing, empty or not ours counts as one
    that holds nothing. Raises StoreError where `other` is no good.
    """
    try:
        with ExitStack() as files:
            connection = sqlite3.connect(":memory:", uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
            files.callback(connection.close)
            connection.text_factory = _lenient
            real = real_path(path)
            theirs = files.enter_context(_current(other, real))
            connection.execute("ATTACH ? AS theirs", (uri_of(theirs, "ro"),))
            state = look(real, check=False).state
            if state in (FileState.OK, FileState.OLDER):
                with suppress(_DamagedError):
                    return _compared_with(connection, real)
            if state not in _WITHOUT_ROWS:
                with suppress(StoreError, sqlite3.Error, OSError, UnicodeError):
                    connection.execute("ATTACH ? AS mine", (uri_of(files.enter_context(read_out(real)), "ro"),))
                    return _compared(connection)
            _attach_nothing(connection)
            return _compared(connection)
    except (sqlite3.Error, OSError, UnicodeError) as error:
        raise translated(error, other) or error from error


@contextmanager
def _current(path: str, db: str) -> Iterator[str]:
    """A file that holds the same at the version of today: the file itself, or a copy with the backups of `db`."""
    found = look(path, check=False)
    if found.state is FileState.OK:
        yield path
    elif found.state is FileState.OLDER:
        with ready_copy(path, db) as copy:
            yield copy
    elif found.state is FileState.MISSING:
        raise StoreError("io", path=path)
    else:
        raise StoreError(found.problem.partition(":")[0] or "not_a_database", path=path, version=found.version)


def _compared_with(connection: sqlite3.Connection, path: str) -> Difference:
    """The difference from the file itself; raises _DamagedError where that cannot be read."""
    try:
        with _current(path, path) as mine:
            connection.execute("ATTACH ? AS mine", (uri_of(mine, "ro"),))
            try:
                return _compared(connection)
            finally:
                connection.execute("DETACH mine")
    except (StoreError, sqlite3.Error, UnicodeError) as error:
        failed = translated(error, path)
        if failed is None or failed.code != "damaged":
            raise
        raise _DamagedError from error


def _attach_nothing(connection: sqlite3.Connection) -> None:
    """An empty file with the tables of the other as `mine`."""
    made = connection.execute("SELECT name, sql FROM theirs.sqlite_master WHERE type = 'table'").fetchall()
    connection.execute("ATTACH ':memory:' AS mine")
    for name, sql in made:
        if name in (*_TABLES, "entry", "area", "setting"):
            connection.execute(_CREATE.sub("CREATE TABLE mine.", sql, count=1))


def _compared(connection: sqlite3.Connection) -> Difference:
    """Compare what is attached as `mine` with `theirs`; raises sqlite3.Error."""
    counts = _Counts()
    for table, compared in _TABLES.items():
        sides = [_differing(connection, table, compared, which) for which in (_MINE, _THEIRS)]
        counts.goals.update(row[1] for rows in sides for row in rows)
        if compared.counted:
            counts.keys[compared.counted].update(row[0] for rows in sides for row in rows)
    for table, column in (("review", "week"), ("journal", "uuid")):
        mine, theirs = ({row[0] for row in _all(connection, table, column, which)} for which in (_MINE, _THEIRS))
        counts.add(table, theirs & counts.keys[table], mine & counts.keys[table])
    for uuid in {row[0] for which in (_MINE, _THEIRS) for row in _all(connection, "goal", "uuid", which)}:
        mine, theirs = ({row[0] for row in _entries(connection, uuid, which)} for which in (_MINE, _THEIRS))
        counts.add("entry", theirs, mine)
        counts.goals.update([uuid] if mine or theirs else [])
    here, there = _titles(connection, _MINE), _titles(connection, _THEIRS)
    return Difference(
        tuple(title for uuid, title in there.items() if uuid not in here),
        tuple(title for uuid, title in here.items() if uuid not in there),
        tuple(title for uuid, title in here.items() if uuid in there and uuid in counts.goals),
        dict(counts.back),
        dict(counts.gone),
        dict(counts.changed),
        _settings_changed(connection),
    )


class _Counts:
    """What was found different: goals by uuid, the keys of rows by what they count for, and numbers."""

    def __init__(self) -> None:
        self.goals: set[str | None] = set()
        self.keys: defaultdict[str, set[str | None]] = defaultdict(set)
        self.back: dict[str, int] = {}
        self.gone: dict[str, int] = {}
        self.changed: dict[str, int] = {}

    def add(self, table: str, theirs: set[str], mine: set[str]) -> None:
        """Count rows that differ by the keys they have on either side."""
        for counts, keys in ((self.back, theirs - mine), (self.gone, mine - theirs), (self.changed, mine & theirs)):
            if keys:
                counts[table] = counts.get(table, 0) + len(keys)


def _differing(connection: sqlite3.Connection, table: str, compared: _Compared, which: str) -> list[Row]:
    """Key and goal of the rows of a side that the other does not have so."""
    own, other = (_select(connection, table, compared, side) for side in (which, _OTHER[which]))
    return connection.execute(f"SELECT key, goal FROM ({own} EXCEPT {other})").fetchall()


def _entries(connection: sqlite3.Connection, uuid: str, which: str) -> list[Row]:
    """The keys of the entries of a goal that the other side does not have so."""
    parts = (
        f"{_select(connection, 'entry', _ENTRY, side)} WHERE t.goal_id = (SELECT id FROM {side}.goal WHERE uuid = ?)"
        for side in (which, _OTHER[which])
    )
    return connection.execute(f"SELECT key FROM ({' EXCEPT '.join(parts)})", (uuid, uuid)).fetchall()


def _select(connection: sqlite3.Connection, table: str, compared: _Compared, which: str) -> str:
    own, other = (
        [name for _, name, *_ in connection.execute(f"PRAGMA {side}.table_info({table})")] for side in (_MINE, _THEIRS)
    )
    shared = [f't."{name}"' for name in own if name in other and name not in compared.skipped]
    columns = [
        f"{compared.key} AS key",
        f"{compared.goal} AS goal",
        *shared,
        *([compared.more] if compared.more else []),
    ]
    return f"SELECT {', '.join(columns)} FROM {which}.{table} AS t {compared.joined.format(s=which)}"


def _titles(connection: sqlite3.Connection, which: str) -> dict[str, str]:
    return {uuid: str(title) for uuid, title in _all(connection, "goal", "uuid, title", which)}


def _all(connection: sqlite3.Connection, table: str, columns: str, which: str) -> list[Row]:
    return connection.execute(f"SELECT {columns} FROM {which}.{table} ORDER BY id").fetchall()


def _settings_changed(connection: sqlite3.Connection) -> int:
    """How many settings differ of those that change what data mean."""
    mine, theirs = (
        Settings.read(dict(connection.execute(f"SELECT key, value FROM {which}.setting"))) for which in (_MINE, _THEIRS)
    )
    return sum(one != other for one, other in zip(mine, theirs, strict=True))


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
