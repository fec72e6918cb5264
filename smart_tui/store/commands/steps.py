"""What all commands share: the goal they work on, and the values its sentence in the history needs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

TITLE_SHOWN = 60


def describe(unit: "Unit", operation: str, goal_id: int, visit: str = "", **params: object) -> None:
    """Name the unit's step with the goal's number and title (an untitled draft's first words)."""
    goal = unit.row("goal", goal_id)
    named = goal["title"] or _first_words(unit, goal_id)
    unit.describe(operation, goal_id, visit, no=goal["no"], title=named, **params)


def child(unit: "Unit", table: str, row_id: int) -> dict[str, Any]:
    """The row of a goal's child; raises StoreError not_found."""
    return unit.row(table, row_id)


def already(unit: "Unit", table: str, uuid: str) -> int | None:
    """The id of the row that carries this UUID: the retry of a write that landed after all."""
    found = unit.rows(table, uuid=uuid) if uuid else []
    return int(found[0]["id"]) if found else None


def _first_words(unit: "Unit", goal_id: int) -> str:
    for answer in unit.rows("answer", goal_id=goal_id):
        if not answer["question"].startswith("raw."):
            return str(answer["text"]).split("\n")[0][:TITLE_SHOWN].strip()
    return ""
