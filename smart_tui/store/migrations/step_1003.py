"""Version 1003: the index of the search, and what notes its changes. Frozen; a change is a new step."""

import sqlite3

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY,
    kind VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    folded VARCHAR NOT NULL,
    UNIQUE (kind, row_id)
)""",
    """CREATE TABLE search_stale (
    id INTEGER NOT NULL PRIMARY KEY,
    kind VARCHAR NOT NULL,
    row_id INTEGER NOT NULL
)""",
    """CREATE VIRTUAL TABLE search USING fts5(
    folded, content='document', content_rowid='id', columnsize=0, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 0'
)""",
    """CREATE TRIGGER search_goal_replace BEFORE INSERT ON "goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE no = NEW.no;
END""",
    """CREATE TRIGGER search_goal_insert AFTER INSERT ON "goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', NEW.id;
END""",
    """CREATE TRIGGER search_goal_update BEFORE UPDATE OF id, uuid, no, title, statement, lesson, people, area_id,
    closed_on, created_at ON "goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" WHERE no = NEW.no;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', NEW.id;
END""",
    """CREATE TRIGGER search_goal_delete BEFORE DELETE ON "goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', OLD.id;
END""",
    """CREATE TRIGGER search_answer_replace BEFORE INSERT ON "answer" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', id FROM "answer" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', id FROM "answer" WHERE goal_id = NEW.goal_id AND
        question = NEW.question;
END""",
    """CREATE TRIGGER search_answer_insert AFTER INSERT ON "answer" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', NEW.id;
END""",
    """CREATE TRIGGER search_answer_update BEFORE UPDATE OF id, goal_id, question, text ON "answer" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', id FROM "answer" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', id FROM "answer" WHERE goal_id = NEW.goal_id AND
        question = NEW.question;
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', NEW.id;
END""",
    """CREATE TRIGGER search_answer_delete BEFORE DELETE ON "answer" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'answer', OLD.id;
END""",
    """CREATE TRIGGER search_entry_replace BEFORE INSERT ON "entry" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE id = NEW.id AND note <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE uuid = NEW.uuid AND note <>
        '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE goal_id = NEW.goal_id AND
        source = NEW.source AND source_id = NEW.source_id AND source_id <> '' AND note <> '';
END""",
    """CREATE TRIGGER search_entry_insert AFTER INSERT ON "entry" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', NEW.id WHERE NEW.note <> '';
END""",
    """CREATE TRIGGER search_entry_update BEFORE UPDATE OF id, uuid, goal_id, day, note ON "entry" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE id = NEW.id AND note <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE uuid = NEW.uuid AND note <>
        '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE goal_id = NEW.goal_id AND
        source = NEW.source AND source_id = NEW.source_id AND source_id <> '' AND note <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', OLD.id WHERE OLD.note <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', NEW.id WHERE NEW.note <> '';
END""",
    """CREATE TRIGGER search_entry_delete BEFORE DELETE ON "entry" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'entry', OLD.id WHERE OLD.note <> '';
END""",
    """CREATE TRIGGER search_milestone_replace BEFORE INSERT ON "milestone" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', id FROM "milestone" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', id FROM "milestone" WHERE uuid = NEW.uuid;
END""",
    """CREATE TRIGGER search_milestone_insert AFTER INSERT ON "milestone" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', NEW.id;
END""",
    """CREATE TRIGGER search_milestone_update BEFORE UPDATE OF id, uuid, goal_id, title, due, done_on ON "milestone"
    BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', id FROM "milestone" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', id FROM "milestone" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', NEW.id;
END""",
    """CREATE TRIGGER search_milestone_delete BEFORE DELETE ON "milestone" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'milestone', OLD.id;
END""",
    """CREATE TRIGGER search_activity_replace BEFORE INSERT ON "activity" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', id FROM "activity" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', id FROM "activity" WHERE uuid = NEW.uuid;
END""",
    """CREATE TRIGGER search_activity_insert AFTER INSERT ON "activity" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', NEW.id;
END""",
    """CREATE TRIGGER search_activity_update BEFORE UPDATE OF id, uuid, goal_id, what, time, place, due, done_on,
    reason ON "activity" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', id FROM "activity" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', id FROM "activity" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', NEW.id;
END""",
    """CREATE TRIGGER search_activity_delete BEFORE DELETE ON "activity" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'activity', OLD.id;
END""",
    """CREATE TRIGGER search_plan_replace BEFORE INSERT ON "plan" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', id FROM "plan" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', id FROM "plan" WHERE uuid = NEW.uuid;
END""",
    """CREATE TRIGGER search_plan_insert AFTER INSERT ON "plan" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', NEW.id;
END""",
    """CREATE TRIGGER search_plan_update BEFORE UPDATE OF id, uuid, goal_id, situation, action ON "plan" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', id FROM "plan" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', id FROM "plan" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', NEW.id;
END""",
    """CREATE TRIGGER search_plan_delete BEFORE DELETE ON "plan" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'plan', OLD.id;
END""",
    """CREATE TRIGGER search_measure_replace BEFORE INSERT ON "measure" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE id = NEW.id AND
        what_counts || reason || levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE uuid = NEW.uuid AND
        what_counts || reason || levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE goal_id = NEW.goal_id
        AND valid_from = NEW.valid_from AND what_counts || reason || levels <> '[]';
END""",
    """CREATE TRIGGER search_measure_insert AFTER INSERT ON "measure" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', NEW.id WHERE NEW.what_counts || NEW.reason ||
        NEW.levels <> '[]';
END""",
    """CREATE TRIGGER search_measure_update BEFORE UPDATE OF id, uuid, goal_id, valid_from, what_counts, reason,
    levels ON "measure" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE id = NEW.id AND
        what_counts || reason || levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE uuid = NEW.uuid AND
        what_counts || reason || levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure" WHERE goal_id = NEW.goal_id
        AND valid_from = NEW.valid_from AND what_counts || reason || levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', OLD.id WHERE OLD.what_counts || OLD.reason ||
        OLD.levels <> '[]';
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', NEW.id WHERE NEW.what_counts || NEW.reason ||
        NEW.levels <> '[]';
END""",
    """CREATE TRIGGER search_measure_delete BEFORE DELETE ON "measure" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'measure', OLD.id WHERE OLD.what_counts || OLD.reason ||
        OLD.levels <> '[]';
END""",
    """CREATE TRIGGER search_journal_replace BEFORE INSERT ON "journal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', id FROM "journal" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', id FROM "journal" WHERE uuid = NEW.uuid;
END""",
    """CREATE TRIGGER search_journal_insert AFTER INSERT ON "journal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', NEW.id;
END""",
    """CREATE TRIGGER search_journal_update BEFORE UPDATE OF id, uuid, day, text ON "journal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', id FROM "journal" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', id FROM "journal" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', NEW.id;
END""",
    """CREATE TRIGGER search_journal_delete BEFORE DELETE ON "journal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'journal', OLD.id;
END""",
    """CREATE TRIGGER search_review_line_replace BEFORE INSERT ON "review_line" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', id FROM "review_line" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', id FROM "review_line" WHERE review_id =
        NEW.review_id AND prompt = NEW.prompt;
END""",
    """CREATE TRIGGER search_review_line_insert AFTER INSERT ON "review_line" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', NEW.id;
END""",
    """CREATE TRIGGER search_review_line_update BEFORE UPDATE OF id, review_id, prompt, text ON "review_line" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', id FROM "review_line" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', id FROM "review_line" WHERE review_id =
        NEW.review_id AND prompt = NEW.prompt;
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', NEW.id;
END""",
    """CREATE TRIGGER search_review_line_delete BEFORE DELETE ON "review_line" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_line', OLD.id;
END""",
    """CREATE TRIGGER search_review_goal_replace BEFORE INSERT ON "review_goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', id FROM "review_goal" WHERE id = NEW.id AND
        cause_note || repair_said <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', id FROM "review_goal" WHERE review_id =
        NEW.review_id AND goal_id = NEW.goal_id AND cause_note || repair_said <> '';
END""",
    """CREATE TRIGGER search_review_goal_insert AFTER INSERT ON "review_goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', NEW.id WHERE NEW.cause_note ||
        NEW.repair_said <> '';
END""",
    """CREATE TRIGGER search_review_goal_update BEFORE UPDATE OF id, review_id, goal_id, cause_note, repair_said ON
    "review_goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', id FROM "review_goal" WHERE id = NEW.id AND
        cause_note || repair_said <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', id FROM "review_goal" WHERE review_id =
        NEW.review_id AND goal_id = NEW.goal_id AND cause_note || repair_said <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', OLD.id WHERE OLD.cause_note ||
        OLD.repair_said <> '';
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', NEW.id WHERE NEW.cause_note ||
        NEW.repair_said <> '';
END""",
    """CREATE TRIGGER search_review_goal_delete BEFORE DELETE ON "review_goal" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', OLD.id WHERE OLD.cause_note ||
        OLD.repair_said <> '';
END""",
    """CREATE TRIGGER search_tag_insert BEFORE INSERT ON "tag" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', NEW.goal_id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', goal_id FROM tag WHERE id = NEW.id;
END""",
    """CREATE TRIGGER search_tag_update BEFORE UPDATE OF id, goal_id, name ON "tag" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', NEW.goal_id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', OLD.goal_id;
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', goal_id FROM tag WHERE id = NEW.id;
END""",
    """CREATE TRIGGER search_tag_delete BEFORE DELETE ON "tag" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'goal', OLD.goal_id;
END""",
    """CREATE TRIGGER search_area_replace BEFORE INSERT ON "area" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE name = NEW.name;
END""",
    """CREATE TRIGGER search_area_update BEFORE UPDATE OF id, uuid, name ON "area" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', id FROM "area" WHERE name = NEW.name;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'area', NEW.id;
END""",
    """CREATE TRIGGER search_area_delete BEFORE DELETE ON "area" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'area', OLD.id;
END""",
    """CREATE TRIGGER search_review_replace BEFORE INSERT ON "review" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE week = NEW.week;
END""",
    """CREATE TRIGGER search_review_update BEFORE UPDATE OF id, uuid, week, last ON "review" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE id = NEW.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE uuid = NEW.uuid;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', id FROM "review" WHERE week = NEW.week;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', OLD.id;
    INSERT INTO search_stale (kind, row_id) SELECT 'review', NEW.id;
END""",
    """CREATE TRIGGER search_review_delete BEFORE DELETE ON "review" BEGIN
    INSERT INTO search_stale (kind, row_id) SELECT 'review', OLD.id;
END""",
    """INSERT INTO search_stale (kind, row_id) SELECT 'goal', id FROM "goal" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'answer', id FROM "answer" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'entry', id FROM "entry" WHERE note <> '' """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'milestone', id FROM "milestone" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'activity', id FROM "activity" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'plan', id FROM "plan" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'measure', id FROM "measure"
    WHERE what_counts || reason || levels <> '[]'""",
    """INSERT INTO search_stale (kind, row_id) SELECT 'journal', id FROM "journal" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'review_line', id FROM "review_line" """,
    """INSERT INTO search_stale (kind, row_id) SELECT 'review_goal', id FROM "review_goal"
    WHERE cause_note || repair_said <> ''""",
)


def apply(connection: sqlite3.Connection) -> None:
    """Make the index, and note all that it has to hold; it is filled when all steps are done."""
    for statement in STATEMENTS:
        connection.execute(statement)
