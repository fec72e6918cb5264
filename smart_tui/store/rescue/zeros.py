"""Text that a disk turned into zeros. SQLite takes it for text; nobody wrote it, for zeros are cleaned out of all that
comes in.

It is the one damage of a whole page that SQLite's own checks pass over: a page with the end of a long text.
"""

import sqlite3
from collections.abc import Mapping

ZERO = "\0"
_MADE_AGAIN = ("search", "document", "standing", "sqlite_")
"""How the names of tables begin that nobody's text is in, or only a copy of it."""


def zeroed_rows(connection: sqlite3.Connection) -> Mapping[str, int]:
    """By table, how many rows hold a text with zeros in it; raises sqlite3.Error."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    found = {name: _count(connection, name) for (name,) in names if not name.startswith(_MADE_AGAIN)}
    return {name: count for name, count in found.items() if count}


def _count(connection: sqlite3.Connection, table: str) -> int:
    columns = [name for _, name, kind, *_ in connection.execute(f'PRAGMA table_info("{table}")') if _is_text(kind)]
    if not columns:
        return 0
    condition = " OR ".join(f'instr("{column}", char(0))' for column in columns)
    return int(connection.execute(f'SELECT count(*) FROM "{table}" WHERE {condition}').fetchone()[0])


def _is_text(kind: str) -> bool:
    return "CHAR" in kind or "TEXT" in kind
