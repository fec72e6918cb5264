"""Commands on how a goal is measured: corrections in place, and new versions valid from a day."""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smart_tui.domain.goal import Combine, Direction, Kind, Measure, Period, Reading
from smart_tui.domain.quantity import plain
from smart_tui.store import checks
from smart_tui.store.commands.steps import describe

if TYPE_CHECKING:
    from smart_tui.store.records import Unit


def set_measure(unit: "Unit", goal_id: int, measure: Measure, visit: str = "") -> int:
    """Replace the newest version in place, or add the first one; gives its id. For drafts and corrections."""
    unit.row("goal", goal_id)
    columns = stored(measure)
    versions = _versions(unit, goal_id)
    if not versions:
        measure_id = unit.add("measure", uuid=checks.uuid("uuid", ""), goal_id=goal_id, **columns)
    else:
        measure_id = int(versions[-1]["id"])
        if len(versions) > 1 and columns["valid_from"] <= versions[-2]["valid_from"]:
            raise checks.invalid("valid_from", "not_after_last")
        unit.change("measure", measure_id, **columns)
    describe(unit, "set_measure", goal_id, visit, value=_shown(measure.target))
    return measure_id


def add_version(unit: "Unit", goal_id: int, measure: Measure) -> int:
    """Let another measure be valid from `measure.valid_from`, with its reason; gives its id.

    Days before keep their target. A version from the same day is replaced; an earlier day is refused.
    """
    unit.row("goal", goal_id)
    columns = stored(measure)
    versions = _versions(unit, goal_id)
    if versions and columns["valid_from"] < versions[-1]["valid_from"]:
        raise checks.invalid("valid_from", "not_after_last")
    if versions and columns["valid_from"] == versions[-1]["valid_from"]:
        measure_id = int(versions[-1]["id"])
        unit.change("measure", measure_id, **columns)
    else:
        measure_id = unit.add("measure", uuid=checks.uuid("uuid", ""), goal_id=goal_id, **columns)
    describe(unit, "new_version", goal_id, value=_shown(measure.target), on=columns["valid_from"])
    return measure_id


def stored(measure: Measure) -> dict[str, Any]:
    """The columns of a measure; raises StoreError invalid for what cannot be stored."""
    wanted = None if measure.share_wanted is None else checks.whole("share_wanted", measure.share_wanted, 1, 100)
    step = checks.amount_or_none("step", measure.step)
    if step is not None and step <= 0:
        raise checks.invalid("step", "out_of_range")
    levels = [checks.line("levels", level) for level in measure.levels]
    if len(levels) not in (0, 5):
        raise checks.invalid("levels", "not_five")
    return {
        "valid_from": checks.day("valid_from", measure.valid_from),
        "kind": checks.word("kind", measure.kind, Kind),
        "target": checks.amount_or_none("target", measure.target),
        "unit": checks.line("unit", measure.unit),
        "baseline": checks.amount_or_none("baseline", measure.baseline),
        "baseline_on": checks.day_or_none("baseline_on", measure.baseline_on),
        "baseline_period": checks.word_or_none("baseline_period", measure.baseline_period, Period),
        "change_percent": checks.amount_or_none("change_percent", measure.change_percent),
        "reading": checks.word_or_none("reading", measure.reading, Reading),
        "period": checks.word_or_none("period", measure.period, Period),
        "direction": checks.word_or_none("direction", measure.direction, Direction),
        "share_wanted": wanted,
        "weekdays": checks.whole("weekdays", measure.weekdays, 1, 127),
        "step": step,
        "what_counts": checks.long_text("what_counts", measure.what_counts),
        "combine": checks.word_or_none("combine", measure.combine, Combine),
        "running": checks.flag(measure.running),
        "silence_is_zero": checks.flag(measure.silence_is_zero),
        "untargeted": checks.flag(measure.untargeted),
        "low": checks.amount_or_none("low", measure.low),
        "high": checks.amount_or_none("high", measure.high),
        "levels": json.dumps(levels, ensure_ascii=False),
        "entered_as": checks.needed("entered_as", checks.line("entered_as", measure.entered_as)),
        "reason": checks.long_text("reason", measure.reason),
        "keep_line": checks.flag(measure.keep_line),
    }


def _versions(unit: "Unit", goal_id: int) -> list[dict[str, Any]]:
    return sorted(unit.rows("measure", goal_id=goal_id), key=lambda version: str(version["valid_from"]))


def _shown(target: Decimal | None) -> str | None:
    return None if target is None else str(plain(target))
