"""What makes a kept figure unbelievable, as triggers of the file: they see every writer, also one that is not us.

They fire before a row goes in or changes, and look up the rows it would take the place of: a REPLACE deletes
those without firing their own triggers.
"""

from collections.abc import Mapping

JUDGED_BY: Mapping[str, bool] = {"entry": True, "measure": True, "milestone": True, "pause": False}
"""The tables that a goal is judged by beside its own row, and whether their rows have a UUID."""
GOAL_COLUMNS = (
    "id, uuid, no, title, state, model, language, start, deadline, review_on, area_id, parent_id, outcome, closed_on,"
    " created_at, weight"
)
"""The columns of a goal that its figures depend on, those a list shows (a goal with kept figures is known to be
readable), and those by which a row replaces another."""


def _drop(*goals: str) -> str:
    return f"UPDATE standing SET stamp = random(), figures = NULL WHERE goal_id IN ({', '.join(goals)});"


def _of_children(table: str, uuid: bool) -> dict[str, str]:
    replaced = [f"(SELECT goal_id FROM {table} WHERE id = NEW.id)"]
    if uuid:
        replaced.append(f"(SELECT goal_id FROM {table} WHERE uuid = NEW.uuid)")
    events = {
        "insert": ("BEFORE INSERT", _drop("NEW.goal_id", *replaced)),
        "update": ("BEFORE UPDATE", _drop("OLD.goal_id", "NEW.goal_id", *replaced)),
        "delete": ("BEFORE DELETE", _drop("OLD.goal_id")),
    }
    return {
        f"standing_{table}_{name}": f"CREATE TRIGGER standing_{table}_{name} {when} ON {table} BEGIN {act} END"
        for name, (when, act) in events.items()
    }


def _of_goals() -> dict[str, str]:
    new = (
        "DELETE FROM standing WHERE goal_id = NEW.id; INSERT INTO standing (goal_id, stamp) VALUES (NEW.id, random());"
    )
    changed = _drop("OLD.id", "NEW.id")
    gone = "DELETE FROM standing WHERE goal_id = OLD.id;"
    return {
        "standing_goal_insert": f"CREATE TRIGGER standing_goal_insert AFTER INSERT ON goal BEGIN {new} END",
        "standing_goal_update": (
            f"CREATE TRIGGER standing_goal_update BEFORE UPDATE OF {GOAL_COLUMNS} ON goal BEGIN {changed} END"
        ),
        "standing_goal_delete": f"CREATE TRIGGER standing_goal_delete BEFORE DELETE ON goal BEGIN {gone} END",
    }


TRIGGERS: Mapping[str, str] = {
    **_of_goals(),
    **{name: sql for table, uuid in JUDGED_BY.items() for name, sql in _of_children(table, uuid).items()},
}
"""The statements that make the triggers, by name."""
