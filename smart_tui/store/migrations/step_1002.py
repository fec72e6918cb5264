"""Version 1002: weekly reviews, the journal, and what became of activities. Frozen; a change is a new step."""

import sqlite3

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE activity ADD COLUMN outcome VARCHAR CHECK (outcome IS NULL OR outcome IN ('kept', 'partly', 'not'))",
    "ALTER TABLE activity ADD COLUMN reason VARCHAR DEFAULT '' NOT NULL",
    "CREATE INDEX ix_entry_note ON entry (day) WHERE note <> ''",
    """CREATE TABLE review (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    week VARCHAR NOT NULL,
    since VARCHAR NOT NULL,
    last VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    screen VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    seconds INTEGER NOT NULL,
    started_at VARCHAR NOT NULL,
    finished_at VARCHAR,
    UNIQUE (uuid),
    UNIQUE (week),
    CHECK (week IS NOT NULL AND week IS date(week, '+0 days')),
    CHECK (since IS NOT NULL AND since IS date(since, '+0 days')),
    CHECK (last IS NOT NULL AND last IS date(last, '+0 days')),
    CHECK (since <= week AND week <= last),
    CHECK (way IN ('full', 'express')),
    CHECK (screen IN ('week', 'goals', 'next', 'lines', 'done')),
    CHECK (typeof(seconds) = 'integer' AND seconds >= 0)
)""",
    "CREATE INDEX ix_review_finished ON review (last) WHERE finished_at IS NOT NULL",
    """CREATE TABLE review_goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    review_id INTEGER NOT NULL,
    goal_id INTEGER NOT NULL,
    decision VARCHAR,
    cause VARCHAR,
    cause_note VARCHAR NOT NULL,
    repair VARCHAR,
    repair_said VARCHAR NOT NULL,
    figures VARCHAR NOT NULL,
    UNIQUE (review_id, goal_id),
    CHECK (decision IS NULL OR decision IN ('adjusted', 'paused', 'finished')),
    CHECK (cause IS NULL OR cause IN
        ('time', 'energy', 'unclear', 'waiting', 'measure', 'too_big', 'changed', 'other')),
    CHECK (repair IS NULL OR repair IN ('plan', 'smaller', 'date', 'ask')),
    FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE,
    FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_review_goal_goal_id ON review_goal (goal_id)",
    """CREATE TABLE review_line (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    review_id INTEGER NOT NULL,
    prompt VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    UNIQUE (review_id, prompt),
    CHECK (prompt <> '' AND text <> ''),
    FOREIGN KEY(review_id) REFERENCES review (id) ON DELETE CASCADE
)""",
    """CREATE TABLE journal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    day VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    updated_at VARCHAR NOT NULL,
    UNIQUE (uuid),
    CHECK (day IS NOT NULL AND day IS date(day, '+0 days'))
)""",
    "CREATE INDEX ix_journal_day ON journal (day)",
    """CREATE TABLE journal_goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    journal_id INTEGER NOT NULL,
    goal_id INTEGER NOT NULL,
    UNIQUE (journal_id, goal_id),
    FOREIGN KEY(journal_id) REFERENCES journal (id) ON DELETE CASCADE,
    FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)""",
    "CREATE INDEX ix_journal_goal_goal_id ON journal_goal (goal_id)",
)


def apply(connection: sqlite3.Connection) -> None:
    """Add the columns, the tables and their indexes."""
    for statement in STATEMENTS:
        connection.execute(statement)
