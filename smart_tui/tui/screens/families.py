"""Rows of goals that serve a longer-term goal: the parent's row says how they stand together."""

from collections.abc import Sequence
from datetime import date

from smart_tui.domain.goal import Assessment
from smart_tui.domain.status import order_key
from smart_tui.tui.widgets.rows import Row


def with_families(rows: Sequence[Row], today: date) -> Sequence[Row]:
    """The rows in order, with those of parents that have no measure of their own standing by their children.

    The same rows where nothing is to be changed: most lists hold no family.
    """
    if not any(row.family is not None or row.listed.parent_id is not None for row in rows):
        return rows
    from smart_tui.domain.family import stand_by_children

    parents = {row.listed.parent_id for row in rows}
    kin = (row for row in rows if row.listed.parent_id is not None or row.id in parents)
    found = stand_by_children([(row.goal, row.assessment) for row in kin if row.assessment is not None])
    changed = [_standing(row, found.get(row.id), today) for row in rows]
    if all(new is old for new, old in zip(changed, rows, strict=True)):
        return rows
    changed.sort(key=lambda row: row.order)
    return changed


def _standing(row: Row, family: Assessment | None, today: date) -> Row:
    if family == row.family or row.assessment is None:
        return row
    return Row(row.listed, order_key(row.goal, family or row.assessment, today), family)


def related(rows: Sequence[Row], at: int, row: Row) -> bool:
    """Whether a new row for the goal at a place may change other rows, or its own place: it serves or is served."""
    if row.listed.parent_id is not None or rows[at].listed.parent_id is not None:
        return True
    return any(other.listed.parent_id == row.id for other in rows)
