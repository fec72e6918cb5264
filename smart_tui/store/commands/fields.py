"""The fields of a goal that can be set, each with how it is checked and stored."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from smart_tui.store import checks
from smart_tui.store.errors import StoreError

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

GENERATIONS = 3
MOST_WEIGHT = 1000

Check = Callable[[str, object], Any]


def _name(field: str, value: object) -> str:
    return checks.needed(field, checks.line(field, value))


def _row_id(field: str, value: object) -> int | None:
    return None if value is None else checks.whole(field, value, 1, 2**62)


FIELDS: Mapping[str, Check] = {
    "title": checks.title,
    "statement": checks.long_text,
    "model": _name,
    "language": _name,
    "start": checks.day_or_none,
    "deadline": checks.day_or_none,
    "review_on": checks.day_or_none,
    "wake_on": checks.day_or_none,
    "area": checks.line,
    "tags": lambda field, value: value,
    "owner": checks.line,
    "people": checks.line,
    "parent_id": _row_id,
    "weight": lambda field, value: checks.whole(field, value, 1, MOST_WEIGHT),
    "step": checks.line,
}


def stored(unit: "Unit", values: Mapping[str, object]) -> dict[str, Any]:
    """The columns of `goal` for these fields; an area that is new is added. Tags are left out."""
    checks.known("field", values, FIELDS)
    columns = {name: FIELDS[name](name, value) for name, value in values.items()}
    columns.pop("tags", None)
    if "area" in columns:
        columns["area_id"] = _area(unit, columns.pop("area"))
    return columns


def set_tags(unit: "Unit", goal_id: int, value: object) -> None:
    """Make these the goal's tags, in this order."""
    if isinstance(value, str) or not isinstance(value, (tuple, list)):
        raise checks.invalid("tags", "not_a_list")
    wanted = list(dict.fromkeys(name for name in (checks.line("tags", tag) for tag in value) if name))
    old = unit.rows("tag", goal_id=goal_id)
    if [tag["name"] for tag in old] == wanted:
        return
    for tag in old:
        unit.remove("tag", tag["id"])
    for name in wanted:
        unit.add("tag", goal_id=goal_id, name=name)


def drop_unused_area(unit: "Unit", area_id: int | None) -> None:
    """Remove an area that no goal stands in any more: an area is typed letter by letter."""
    if area_id is not None and not unit.rows("goal", area_id=area_id):
        unit.remove("area", area_id)


def check_parent(unit: "Unit", goal_id: int, values: Mapping[str, object]) -> None:
    """Refuse a parent that is missing, is the goal itself or under it, or makes more than three levels."""
    parent = values.get("parent_id")
    if not isinstance(parent, int):
        return
    above: list[int] = []
    at: int | None = parent
    while at is not None:
        if at == goal_id:
            raise checks.invalid("parent_id", "cycle")
        if len(above) >= GENERATIONS - 1:
            raise checks.invalid("parent_id", "too_deep")
        above.append(at)
        at = unit.row("goal", at)["parent_id"]
    if len(above) + _depth(unit, goal_id) > GENERATIONS:
        raise checks.invalid("parent_id", "too_deep")


def check_expected(field: str, current: str, expected: str | None, wanted: str) -> None:
    """Raise changed_since when somebody else changed the text meanwhile; the same new text is no conflict."""
    if expected is not None and current not in (expected, wanted):
        raise StoreError("changed_since", field=field, current=current)


def check_field_expected(
    unit: "Unit", goal: Mapping[str, Any], values: Mapping[str, object], wanted: Mapping[str, Any], expected: str
) -> None:
    """The same for the one field in `values`; dates compare as ISO text, nothing as an empty text."""
    if len(values) != 1:
        raise checks.invalid("expected", "one_field_only")
    field = next(iter(values))
    if field == "area":
        area = unit.peek("area", goal["area_id"]) if goal["area_id"] else None
        check_expected(field, area["name"] if area else "", expected, str(values["area"]))
    elif field == "tags":
        raise checks.invalid("expected", "one_field_only")
    else:
        check_expected(field, _as_text(goal[field]), expected, _as_text(wanted[field]))


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


def _area(unit: "Unit", name: str) -> int | None:
    if not name:
        return None
    found = unit.rows("area", name=name)
    return int(found[0]["id"]) if found else unit.add("area", uuid=checks.uuid("uuid", ""), name=name)


def _depth(unit: "Unit", goal_id: int) -> int:
    """Generations from this goal down, itself included."""
    under = unit.rows("goal", parent_id=goal_id)
    return 1 + max((_depth(unit, row["id"]) for row in under), default=0)
