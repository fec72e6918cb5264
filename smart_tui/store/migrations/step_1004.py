"""Version 1004: the remarks that were dismissed for a goal. Frozen; a change is a new step."""

import sqlite3

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE dismissal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    goal_id INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    UNIQUE (goal_id, code),
    CHECK (code <> ''),
    FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)""",
)


def apply(connection: sqlite3.Connection) -> None:
    """Add the table."""
    for statement in STATEMENTS:
        connection.execute(statement)
