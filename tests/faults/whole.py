"""Whether the files under a folder are whole, and what the database says, in short."""

import hashlib
import sqlite3
from pathlib import Path

DATABASE = "smart-tui.db"
NOTHING = "nothing"
"""The state of a file that is not there, or has no tables yet."""

_COMPUTED = ("search", "document", "standing", "sqlite_")
"""What can be made anew from the rest."""


def problem(path: Path) -> str:
    """What SQLite finds wrong with a file, having rolled back what a crash left; "" for nothing."""
    connection = sqlite3.connect(path)
    try:
        for found in connection.execute("PRAGMA integrity_check"):
            if found != ("ok",):
                return str(found[0])
        for broken in connection.execute("PRAGMA foreign_key_check"):
            return f"a foreign key of {broken[0]} leads nowhere"
    except sqlite3.Error as error:
        return str(error)
    finally:
        connection.close()
    return ""


def state(path: Path) -> str:
    """A digest of every row a person made, with the history and the schema's version; of the bytes where they cannot
    be read."""
    if not path.exists():
        return NOTHING
    connection = sqlite3.connect(path)
    try:
        return _state(connection)
    except sqlite3.DatabaseError:
        return "damaged " + hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    finally:
        connection.close()


def _state(connection: sqlite3.Connection) -> str:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    tables = [name for (name,) in names if not name.startswith(_COMPUTED)]
    if not tables:
        return NOTHING
    digest = hashlib.sha256(repr(connection.execute("PRAGMA user_version").fetchone()).encode())
    for table in tables:
        digest.update(table.encode())
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2'):
            digest.update(repr(row).encode())
    return digest.hexdigest()[:16]


def half_backup(folder: Path) -> str:
    """The name of a finished backup beside the database that is not whole; "" where all are."""
    for backup in sorted(folder.glob("backups/*.db")):
        if "-damaged" not in backup.name and (state(backup) == NOTHING or problem(backup)):
            return backup.name
    return ""
