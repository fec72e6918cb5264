"""What can be undone and redone next."""

from smart_tui.domain.history import ChangeGroup
from smart_tui.store.connection import Reader, Row
from smart_tui.store.queries.rows import instant, read

_STEP = "SELECT id, operation, params, goal_id, at FROM change_group WHERE undone = "


def history(reader: Reader) -> tuple[ChangeGroup | None, ChangeGroup | None]:
    """The step that undo would take back, and the one that redo would do again; None where there is none."""
    found = reader.gather([(_STEP + "0 ORDER BY id DESC LIMIT 1", ()), (_STEP + "1 ORDER BY id LIMIT 1", ())])
    last, next_ = (next(iter(read(reader, "change_group", rows, _group)), None) for rows in found)
    return last, next_


def _group(row: Row) -> ChangeGroup:
    import json

    return ChangeGroup(row[0], str(row[1]), dict(json.loads(row[2])), row[3], instant(row[4]))
