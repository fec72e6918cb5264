"""Commands on what the coach says: a remark dismissed for a goal or for good, and brought back."""

from typing import TYPE_CHECKING

from smart_tui.store import checks
from smart_tui.store.commands.settings import QUIET, quiet_codes, set_setting
from smart_tui.store.commands.steps import describe

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


def dismiss(unit: "Unit", goal_id: int, code: str) -> int:
    """Say this remark (its code) no longer of this goal; gives the goal's id. Raises StoreError not_found."""
    unit.row("goal", goal_id)
    wanted = _code(code)
    if not unit.rows("dismissal", goal_id=goal_id, code=wanted):
        unit.add("dismissal", goal_id=goal_id, code=wanted)
    describe(unit, "dismiss_remark", goal_id)
    return goal_id


def allow(unit: "Unit", goal_id: int, *codes: str) -> int:
    """Say dismissed remarks of this goal again; gives the goal's id. Raises StoreError not_found."""
    unit.row("goal", goal_id)
    for code in map(_code, codes):
        for row in unit.rows("dismissal", goal_id=goal_id, code=code):
            unit.remove("dismissal", row["id"])
    describe(unit, "allow_remark", goal_id)
    return goal_id


def set_quiet(unit: "Unit", code: str, quiet: bool) -> str:
    """Say this remark of no goal at all, or of any goal again; outside undo, as all settings are. Gives its code."""
    import json

    wanted = _code(code)
    codes = set(quiet_codes(unit)) - {wanted} | ({wanted} if quiet else set())
    set_setting(unit, QUIET, json.dumps(sorted(codes)))
    return wanted


def _code(code: str) -> str:
    return checks.needed("code", checks.line("code", code))
