"""Version 1005: what other copies have seen, and what a file said beyond what is understood. Frozen; a change is a
new step."""

import sqlite3

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE exchanged (
    part INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    received INTEGER NOT NULL,
    step VARCHAR NOT NULL,
    PRIMARY KEY (part, digest),
    CHECK (received IN (0, 1))
) WITHOUT ROWID""",
    """CREATE TABLE unknown (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    belongs VARCHAR NOT NULL,
    kept VARCHAR NOT NULL,
    UNIQUE (belongs)
)""",
)


def apply(connection: sqlite3.Connection) -> None:
    """Add the tables."""
    for statement in STATEMENTS:
        connection.execute(statement)
