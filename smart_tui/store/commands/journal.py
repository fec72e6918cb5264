"""Commands on the journal: free text for a day, tied to goals or to none."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from smart_tui.store import checks
from smart_tui.store.commands.fields import check_expected
from smart_tui.store.commands.steps import already

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


def write(
    unit: "Unit",
    entry_id: int | None,
    on: date,
    text: str,
    goal_ids: Sequence[int] = (),
    uuid: str = "",
    visit: str = "",
    expected: str | None = None,
) -> int:
    """Write an entry for a day, a new one for None; gives its id. Saves of the same `visit` are one step.

    A `uuid` that is there already means that entry. Raises StoreError invalid for a new entry without text, and
    changed_since when the stored text is neither `expected` nor already the new one.
    """
    day, wanted = checks.day("on", on), checks.long_text("text", text)
    if entry_id is None and uuid:
        entry_id = already(unit, "journal", checks.uuid("uuid", uuid))
    if entry_id is None:
        checks.needed("text", wanted)
        entry_id = unit.add("journal", uuid=checks.uuid("uuid", uuid), day=day, text=wanted, created_at=unit.at)
        unit.describe("write_journal", 0, visit, on=day)
    else:
        check_expected("text", unit.row("journal", entry_id)["text"], expected, wanted)
        unit.change("journal", entry_id, day=day, text=wanted)
        unit.describe("edit_journal", 0, visit, on=day)
    _tie(unit, entry_id, goal_ids)
    return entry_id


def delete(unit: "Unit", entry_id: int, visit: str = "") -> int:
    """Delete an entry; gives its id. One that was begun in the same `visit` leaves no step."""
    unit.describe("delete_journal", 0, visit, on=unit.row("journal", entry_id)["day"])
    for row in unit.rows("journal_goal", journal_id=entry_id):
        unit.remove("journal_goal", row["id"])
    unit.remove("journal", entry_id)
    return entry_id


def _tie(unit: "Unit", entry_id: int, goal_ids: Sequence[int]) -> None:
    """Make these the goals the entry is about; those that stay are not touched."""
    wanted = dict.fromkeys(goal_ids)
    tied = {row["goal_id"]: row["id"] for row in unit.rows("journal_goal", journal_id=entry_id)}
    for goal_id, row_id in tied.items():
        if goal_id not in wanted:
            unit.remove("journal_goal", row_id)
    for goal_id in wanted:
        unit.row("goal", goal_id)
        if goal_id not in tied:
            unit.add("journal_goal", journal_id=entry_id, goal_id=goal_id)
