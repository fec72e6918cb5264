"""Goals for which a day was excused, and nothing else was entered."""

from collections.abc import Sequence
from datetime import date

from smart_tui.store.connection import Reader


def excused_on(reader: Reader, day: date, goal_ids: Sequence[int]) -> frozenset[int]:
    """Those of the goals, by id, of which that day holds excuses only; raises StoreError."""
    marks = ", ".join("?" * len(goal_ids))
    found = reader.rows(
        f"SELECT goal_id FROM entry WHERE goal_id IN ({marks}) AND day = ? GROUP BY goal_id"
        " HAVING sum(state = 'value') = 0",
        (*goal_ids, day.isoformat()),
    )
    return frozenset(row[0] for row in found)
