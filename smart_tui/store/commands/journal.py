"""Commands on the journal: free text for a day, tied to goals or to none."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from smart_tui.store import checks
from smart_tui.store.commands.fields import check_expected
from smart_tui.store.commands.steps import already

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

Held = tuple[date, str, Sequence[int]]
"""What an entry said: its day, its text, and the goals it was about."""


def write(
    unit: "Unit",
    entry_id: int | None,
    on: date,
    text: str,
    goal_ids: Sequence[int] = (),
    uuid: str = "",
    visit: str = "",
    expected: Held | None = None,
) -> int:
    """Write an entry for a day, a new one for None; gives its id. Saves of the same `visit` are one step.

    A `uuid` that is there already means that entry. `expected` is what one began from: day, goals or text that
    another window changed since stay as that left them where they are here as they were. Raises StoreError invalid
    for a new entry without text, and changed_since when day or text were changed in both to different ones.
    """
    day, wanted = checks.day("on", on), checks.long_text("text", text)
    if entry_id is None and uuid:
        entry_id = already(unit, "journal", checks.uuid("uuid", uuid))
    if entry_id is None:
        checks.needed("text", wanted)
        entry_id = unit.add("journal", uuid=checks.uuid("uuid", uuid), day=day, text=wanted, created_at=unit.at)
        unit.describe("write_journal", 0, visit, on=day)
    else:
        held = unit.row("journal", entry_id)
        if expected is not None:
            began, text_then, goals_then = expected
            day = _one_of("on", day, checks.day("on", began), held["day"])
            wanted = _one_of("text", wanted, checks.long_text("text", text_then), held["text"])
            goal_ids = _all_of(unit, entry_id, goal_ids, goals_then)
        unit.change("journal", entry_id, day=day, text=wanted)
        unit.describe("edit_journal", 0, visit, on=day)
    tie(unit, entry_id, goal_ids)
    return entry_id


def delete(unit: "Unit", entry_id: int, visit: str = "") -> int:
    """Delete an entry; gives its id. One that was begun in the same `visit` leaves no step."""
    unit.describe("delete_journal", 0, visit, on=unit.row("journal", entry_id)["day"])
    for row in unit.rows("journal_goal", journal_id=entry_id):
        unit.remove("journal_goal", row["id"])
    unit.remove("journal", entry_id)
    return entry_id


def _one_of(name: str, wanted: str, began: str, held: str) -> str:
    """What is stored where only another window changed it, else what is wanted here."""
    if wanted == began:
        return held
    check_expected(name, held, began, wanted)
    return wanted


def _all_of(unit: "Unit", entry_id: int, wanted: Sequence[int], began: Sequence[int]) -> list[int]:
    """The goals it is tied to, with those that were added here and without those that were taken away here."""
    tied = [row["goal_id"] for row in unit.rows("journal_goal", journal_id=entry_id)]
    kept = [goal_id for goal_id in tied if goal_id in wanted or goal_id not in began]
    return kept + [goal_id for goal_id in wanted if goal_id not in began and goal_id not in kept]


def tie(unit: "Unit", entry_id: int, goal_ids: Sequence[int]) -> None:
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
