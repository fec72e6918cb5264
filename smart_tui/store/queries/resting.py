"""Active goals that rest for some days: the pause has an end, after which they go on by themselves."""

from datetime import date

from smart_tui.store.connection import Reader

_RESTING = """
SELECT count(DISTINCT goal.id) FROM goal JOIN pause ON pause.goal_id = goal.id
WHERE goal.state = 'active' AND pause.first <= ? AND (pause.last IS NULL OR pause.last >= ?)"""


def resting(reader: Reader, today: date) -> int:
    """How many active goals rest today; raises StoreError."""
    day = today.isoformat()
    found = reader.rows(_RESTING, (day, day))
    return int(found[0][0]) if found else 0
