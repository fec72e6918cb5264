"""Setting a running goal on another course: another target, another deadline, or both, as one step of undo."""

from datetime import date
from typing import TYPE_CHECKING

from smart_tui.domain.goal import Measure
from smart_tui.store import checks
from smart_tui.store.commands.goals import set_fields
from smart_tui.store.commands.measures import add_version

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


def change_course(unit: "Unit", goal_id: int, measure: Measure | None, deadline: date | None) -> int:
    """Let `measure` be valid from its day (None: as it was), and the goal end on `deadline`; gives the goal's id.

    Raises StoreError invalid for a deadline that does not lie after the start, and as `add_version` does.
    """
    goal = unit.row("goal", goal_id)
    ends = checks.day_or_none("deadline", deadline)
    if ends is not None and goal["start"] is not None and ends <= goal["start"]:
        raise checks.invalid("deadline", "out_of_range")
    if measure is not None:
        add_version(unit, goal_id, measure)
    if ends != goal["deadline"]:
        set_fields(unit, goal_id, {"deadline": deadline})
    return goal_id
