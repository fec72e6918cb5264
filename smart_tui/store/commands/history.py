"""Undo and redo of the one history of the file."""

from typing import TYPE_CHECKING

from smart_tui.domain.history import ChangeGroup

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


def undo(unit: "Unit") -> ChangeGroup:
    """Take the last step back; raises StoreError nothing_to_undo or changed_since."""
    from smart_tui.store import replay

    return replay.undo(unit)


def redo(unit: "Unit") -> ChangeGroup:
    """Do the step taken back last again; raises StoreError nothing_to_redo or changed_since."""
    from smart_tui.store import replay

    return replay.redo(unit)
