"""Check-ins: recording a value or an excuse on a day, and correcting it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.domain.goal import Combine, EntryState, Kind, Measure, Reading
from smart_tui.domain.measure import RATINGS, RESET, default_combine
from smart_tui.domain.nps import Counts, nps
from smart_tui.domain.quantity import from_micro
from smart_tui.store import checks
from smart_tui.store.commands.steps import already, describe

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

MOST_COUNTED = 10**9
_WRITTEN = "{}/{}/{}"
_LATEST_DAY = """
SELECT value FROM entry WHERE goal_id = :goal AND state = 'value' AND day =
       (SELECT max(day) FROM entry WHERE goal_id = :goal AND state = 'value' AND day <= :day) ORDER BY id"""


class _Entered(NamedTuple):
    """What goes into an entry: millionths or None for an excuse, note, UUID, and counts as stored."""

    amount: int | None
    note: str
    uuid: str
    counts: str | None = None


def check_in(
    unit: "Unit",
    goal_id: int,
    on: date,
    value: Decimal | None = None,
    excused: bool = False,
    note: str = "",
    mode: str = "add",
    uuid: str = "",
    counts: Sequence[int] | None = None,
) -> int:
    """Record a value, or an excuse, on a day; gives the entry's id.

    Modes: "add" is one more entry; "set" makes the day's value this one; "change" adds to the day's value, which
    for levels and running counts is the latest reading; "reset" says where a running count now stands after it
    began anew, which adds nothing. `counts` are promoters, passives and detractors; the value is then their net
    promoter score. A `uuid` that is there already changes nothing.
    """
    unit.row("goal", goal_id)
    wanted = checks.uuid("uuid", uuid)
    found = already(unit, "entry", wanted) if uuid else None
    if found is not None:
        return found
    day, cleaned = checks.day("on", on), checks.line("note", note)
    if excused:
        entry_id = _excuse(unit, goal_id, day, cleaned, wanted)
        describe(unit, "excuse", goal_id, on=day)
        return entry_id
    if counts is not None:
        value = _score(counts)
        if mode not in ("add", "set"):
            raise checks.invalid("mode", "unknown")
    amount = _amount(unit, goal_id, day, value)
    if mode == "change" and _combine(unit, goal_id, day) is not Combine.ADD:
        amount = checks.amount("value", from_micro(_value_before(unit, goal_id, day)) + from_micro(amount))
        mode = "add" if _combine(unit, goal_id, day) is Combine.LAST else "set"
    entered = _Entered(amount, cleaned, wanted, None if counts is None else _WRITTEN.format(*counts))
    if mode == "set":
        entry_id = _set_day(unit, goal_id, day, entered)
    elif mode in ("add", "change"):
        entry_id = _add(unit, goal_id, day, entered)
    elif mode == RESET and _running(unit, goal_id, day):
        entry_id = _add(unit, goal_id, day, entered, RESET)
    else:
        raise checks.invalid("mode", "unknown")
    describe(unit, "check_in", goal_id, on=day, value=str(value))
    return entry_id


def edit_entry(
    unit: "Unit",
    entry_id: int,
    on: date | None = None,
    value: Decimal | None = None,
    excused: bool | None = None,
    note: str | None = None,
    counts: Sequence[int] | None = None,
) -> int:
    """Correct an entry; what is None stays. `excused` True takes its value away, a value ends the excuse.

    `counts` bring their own value; another value takes the counts away.
    """
    entry = unit.row("entry", entry_id)
    changes: dict[str, Any] = {}
    if on is not None:
        changes["day"] = checks.day("on", on)
    if note is not None:
        changes["note"] = checks.line("note", note)
    if counts is not None:
        value = _score(counts)
    if excused:
        changes |= {"state": EntryState.EXCUSED.value, "value": None, "counts": None}
    elif value is not None:
        amount = _amount(unit, entry["goal_id"], str(changes.get("day", entry["day"])), value)
        changes |= {"state": EntryState.VALUE.value, "value": amount}
        if counts is not None or amount != entry["value"]:
            changes["counts"] = None if counts is None else _WRITTEN.format(*counts)
    elif excused is False and entry["value"] is None:
        raise checks.invalid("value", "missing")
    unit.change("entry", entry_id, **changes)
    describe(unit, "edit_entry", entry["goal_id"], on=changes.get("day", entry["day"]), value=_shown(entry, changes))
    return entry_id


def delete_entry(unit: "Unit", entry_id: int) -> int:
    """Take an entry away."""
    entry = unit.row("entry", entry_id)
    describe(unit, "delete_entry", entry["goal_id"], on=entry["day"], value=_shown(entry, {}))
    unit.remove("entry", entry_id)
    return entry_id


def _shown(entry: Mapping[str, Any], changes: Mapping[str, Any]) -> str | None:
    value = changes.get("value", entry["value"])
    return None if value is None else str(from_micro(value))


def _add(unit: "Unit", goal_id: int, day: str, entered: _Entered, source: str = "") -> int:
    return unit.add(
        "entry",
        uuid=entered.uuid,
        goal_id=goal_id,
        day=day,
        state=(EntryState.EXCUSED if entered.amount is None else EntryState.VALUE).value,
        value=entered.amount,
        note=entered.note,
        recorded_at=unit.at,
        source=source,
        counts=entered.counts,
    )


def _excuse(unit: "Unit", goal_id: int, day: str, note: str, uuid: str) -> int:
    for entry in unit.rows("entry", goal_id=goal_id, day=day, state=EntryState.EXCUSED.value):
        if note:
            unit.change("entry", entry["id"], note=note)
        return int(entry["id"])
    return _add(unit, goal_id, day, _Entered(None, note, uuid))


def _set_day(unit: "Unit", goal_id: int, day: str, entered: _Entered) -> int:
    """One entry stands for the day; the notes of those it replaces are kept, and that a running count began anew."""
    old = [entry for entry in unit.rows("entry", goal_id=goal_id, day=day) if entry["source"] != RESET]
    if not old:
        return _add(unit, goal_id, day, entered)
    notes = dict.fromkeys(text for text in (*(entry["note"] for entry in old), entered.note) if text)
    for entry in old[:-1]:
        unit.remove("entry", entry["id"])
    kept = int(old[-1]["id"])
    note = checks.line("note", "; ".join(notes))
    unit.change("entry", kept, state=EntryState.VALUE.value, value=entered.amount, note=note, counts=entered.counts)
    return kept


def _score(counts: Sequence[int]) -> Decimal:
    """The score of counts that can be stored; raises StoreError invalid."""
    if isinstance(counts, str) or len(counts) != 3:
        raise checks.invalid("counts", "not_a_list")
    promoters, passives, detractors = (checks.whole("counts", count, 0, MOST_COUNTED) for count in counts)
    if not promoters + passives + detractors:
        raise checks.invalid("counts", "missing")
    return nps(Counts(promoters, passives, detractors))


def _amount(unit: "Unit", goal_id: int, day: str, value: object) -> int:
    amount = checks.amount("value", value)
    version = _version(unit, goal_id, day)
    if version is not None and version["kind"] == Kind.RATING and value not in RATINGS:
        raise checks.invalid("value", "not_a_level")
    return amount


def _version(unit: "Unit", goal_id: int, day: str) -> Mapping[str, Any] | None:
    """The version of the measure that is valid on a day, or None without a measure."""
    versions = sorted(unit.rows("measure", goal_id=goal_id), key=lambda version: str(version["valid_from"]))
    valid = [version for version in versions if version["valid_from"] <= day] or versions[:1]
    return valid[-1] if valid else None


def _running(unit: "Unit", goal_id: int, day: str) -> bool:
    version = _version(unit, goal_id, day)
    return version is not None and bool(version["running"])


def _combine(unit: "Unit", goal_id: int, day: str) -> Combine:
    row = _version(unit, goal_id, day)
    if row is None:
        return Combine.ADD
    if row["running"]:
        return Combine.LAST
    if row["combine"]:
        return Combine(row["combine"])
    return default_combine(
        Measure(
            kind=Kind(row["kind"]),
            valid_from=date.fromisoformat(row["valid_from"]),
            change_percent=None if row["change_percent"] is None else from_micro(row["change_percent"]),
            reading=None if row["reading"] is None else Reading(row["reading"]),
        )
    )


def _value_before(unit: "Unit", goal_id: int, day: str) -> int:
    """The day's combined value in millionths, else the latest earlier reading, else zero."""
    latest = [int(value) for (value,) in unit.values(_LATEST_DAY, goal=goal_id, day=day)]
    if not latest:
        return 0
    combine = _combine(unit, goal_id, day)
    if combine is Combine.MAX:
        return max(latest)
    if combine is Combine.MIN:
        return min(latest)
    if combine is Combine.MEAN:
        return sum(latest) // len(latest)
    return latest[-1]
