"""Version 1001: weights of goals under a goal, counts of an answer, kept figures. Frozen; a change is a new step."""

import sqlite3

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE goal ADD COLUMN weight INTEGER DEFAULT 1 NOT NULL CHECK (weight BETWEEN 1 AND 1000)",
    """ALTER TABLE entry ADD COLUMN counts VARCHAR
        CHECK (counts IS NULL OR (state = 'value' AND counts GLOB '[0-9]*/[0-9]*/[0-9]*'))""",
    "DROP INDEX ix_entry_goal_id_day",
    "CREATE INDEX ix_entry_figures ON entry (goal_id, day, id, state, value, source)",
    """CREATE TABLE standing (
    goal_id INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    valid_for VARCHAR,
    entries INTEGER,
    last_on VARCHAR,
    figures VARCHAR,
    PRIMARY KEY (goal_id),
    FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
)""",
    "INSERT INTO standing (goal_id, stamp) SELECT id, random() FROM goal",
    """CREATE TRIGGER standing_goal_insert AFTER INSERT ON goal BEGIN
    DELETE FROM standing WHERE goal_id = NEW.id;
    INSERT INTO standing (goal_id, stamp) VALUES (NEW.id, random());
END""",
    """CREATE TRIGGER standing_goal_update BEFORE UPDATE OF
    id, uuid, no, title, state, model, language, start, deadline, review_on, area_id, parent_id, outcome, closed_on,
    created_at, weight ON goal BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.id, NEW.id);
END""",
    """CREATE TRIGGER standing_goal_delete BEFORE DELETE ON goal BEGIN
    DELETE FROM standing WHERE goal_id = OLD.id;
END""",
    """CREATE TRIGGER standing_entry_insert BEFORE INSERT ON entry BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (NEW.goal_id,
            (SELECT goal_id FROM entry WHERE id = NEW.id),
            (SELECT goal_id FROM entry WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_entry_update BEFORE UPDATE ON entry BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id, NEW.goal_id,
            (SELECT goal_id FROM entry WHERE id = NEW.id),
            (SELECT goal_id FROM entry WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_entry_delete BEFORE DELETE ON entry BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id);
END""",
    """CREATE TRIGGER standing_measure_insert BEFORE INSERT ON measure BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (NEW.goal_id,
            (SELECT goal_id FROM measure WHERE id = NEW.id),
            (SELECT goal_id FROM measure WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_measure_update BEFORE UPDATE ON measure BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id, NEW.goal_id,
            (SELECT goal_id FROM measure WHERE id = NEW.id),
            (SELECT goal_id FROM measure WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_measure_delete BEFORE DELETE ON measure BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id);
END""",
    """CREATE TRIGGER standing_milestone_insert BEFORE INSERT ON milestone BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (NEW.goal_id,
            (SELECT goal_id FROM milestone WHERE id = NEW.id),
            (SELECT goal_id FROM milestone WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_milestone_update BEFORE UPDATE ON milestone BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id, NEW.goal_id,
            (SELECT goal_id FROM milestone WHERE id = NEW.id),
            (SELECT goal_id FROM milestone WHERE uuid = NEW.uuid));
END""",
    """CREATE TRIGGER standing_milestone_delete BEFORE DELETE ON milestone BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id);
END""",
    """CREATE TRIGGER standing_pause_insert BEFORE INSERT ON pause BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (NEW.goal_id,
            (SELECT goal_id FROM pause WHERE id = NEW.id));
END""",
    """CREATE TRIGGER standing_pause_update BEFORE UPDATE ON pause BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id, NEW.goal_id,
            (SELECT goal_id FROM pause WHERE id = NEW.id));
END""",
    """CREATE TRIGGER standing_pause_delete BEFORE DELETE ON pause BEGIN
    UPDATE standing SET stamp = random(), figures = NULL
        WHERE goal_id IN (OLD.goal_id);
END""",
)


def apply(connection: sqlite3.Connection) -> None:
    """Add the columns, the table and its triggers."""
    for statement in STATEMENTS:
        connection.execute(statement)
