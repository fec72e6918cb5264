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
    if not any(row.family is not None or row.goal.parent_id is not None for row in rows):
        return rows
    from smart_tui.domain.family import stand_by_children

    found = stand_by_children([(row.goal, row.assessment) for row in rows if row.assessment is not None])
    changed = [_standing(row, found.get(row.id), today) for row in rows]
    if all(new is old for new, old in zip(changed, rows, strict=True)):
        return rows
    changed.sort(key=lambda row: row.order)
    return changed


def _standing(row: Row, family: Assessment | None, today: date) -> Row:
    if row.assessment is None or family == row.family:
        return row
    return Row(row.goal, row.assessment, order_key(row.goal, family or row.assessment, today), family)
