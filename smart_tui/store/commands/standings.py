"""Keeping figures that were computed, so that the next list need not read the entries. Outside undo."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from smart_tui.domain.settings import Settings
from smart_tui.store.figures import encode
from smart_tui.store.queries.standing import Standing, valid_for

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

_MISSING = """
INSERT INTO standing (goal_id, stamp) SELECT id, random() FROM goal WHERE id NOT IN (SELECT goal_id FROM standing)"""
_KEEP = """
UPDATE standing SET valid_for = :valid, entries = :entries, last_on = :last_on, figures = :figures
WHERE goal_id = :goal AND stamp = :stamp"""


def keep(unit: "Unit", found: Iterable[Standing], today: date, settings: Settings) -> int:
    """Keep the figures that were computed for `today`, but for goals that changed since; gives how many were given."""
    valid = valid_for(today, settings)
    given = [
        {
            "goal": each.goal.id,
            "stamp": each.stamp,
            "valid": valid,
            "entries": each.entries,
            "last_on": each.last_on.isoformat() if each.last_on else None,
            "figures": figures,
        }
        for each in found
        if each.stamp is not None and (figures := encode(each.assessment)) is not None
    ]
    unit.execute(_MISSING)
    if given:
        unit.execute(_KEEP, given)
    return len(given)
