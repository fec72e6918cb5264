"""What happens to a day: recorded for several goals as one step, or emptied."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.store import checks
from smart_tui.store.commands.entries import check_in
from smart_tui.store.commands.plans import milestone_done
from smart_tui.store.commands.steps import describe

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


class Deed(NamedTuple):
    """What a day records for one goal: a milestone that is done, or what `check_in` takes."""

    goal_id: int
    value: Decimal | None = None
    excused: bool = False
    note: str = ""
    mode: str = "add"
    milestone_id: int | None = None


def record_all(unit: "Unit", on: date, deeds: Sequence[Deed]) -> int:
    """Record the same day for several goals as one step, named after the first of them; gives how many there were."""
    if len(deeds) > 1:
        operation = "excuse" if all(deed.excused for deed in deeds) else "check_ins"
        describe(unit, operation, deeds[0].goal_id, on=checks.day("on", on), others=len(deeds) - 1)
    for deed in deeds:
        if deed.milestone_id is not None:
            milestone_done(unit, deed.milestone_id, on)
        else:
            check_in(unit, deed.goal_id, on, deed.value, deed.excused, deed.note, deed.mode)
    return len(deeds)


def clear_day(unit: "Unit", goal_id: int, on: date) -> int:
    """Take away everything that is recorded on a day; gives how many entries there were."""
    day = checks.day("on", on)
    known = unit.rows("entry", goal_id=goal_id, day=day)
    describe(unit, "clear_day", goal_id, on=day)
    for entry in known:
        unit.remove("entry", entry["id"])
    return len(known)
