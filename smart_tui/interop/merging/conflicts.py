"""A part that both sides changed, as text to choose by."""

from collections.abc import Mapping

from smart_tui.domain.goal import Entry, Goal, Milestone
from smart_tui.domain.transfer import Conflict, Path
from smart_tui.interop.merging.compare import Side
from smart_tui.interop.merging.parts import goal_parts, journal_state, review_parts
from smart_tui.interop.own.jsonout import Json, amount, goal_json, journal_json, review_json

NAMES: Mapping[str, str] = {
    "parent": "parent_id",
    "measures": "measure",
    "milestones": "milestone",
    "activities": "activity",
    "if_then": "plan",
    "pauses": "pause",
    "span": "review",
    "finished": "review",
    "decisions": "review",
}
"""What parts are called in `Conflict.part` that go by another name in a document."""


def conflict(path: Path, mine: Side, theirs: Side) -> Conflict:
    """What a part belongs to, which one it is, and what it is on either side."""
    title = _title(path, mine) or _title(path, theirs)
    both = (_milestone(path, mine), _milestone(path, theirs))
    return Conflict(path, title, part_named(path), _text(path, mine), _text(path, theirs), both)


def goal_of(uuid: str, side: Side) -> Goal | None:
    """The goal of this UUID on a side."""
    return next((goal for goal in side.contents.goals if goal.uuid == uuid), None)


def part_named(path: Path) -> str:
    """What `Conflict.part` is for a part."""
    if len(path) < 3:
        return path[1] if path[0] == "setting" else path[0]
    if path[2] == "answers":
        return path[3]
    return NAMES.get(path[2], path[2])


def _title(path: Path, side: Side) -> str:
    if path[0] == "goal":
        goal = goal_of(path[1], side)
        return goal.title if goal else ""
    if path[0] == "entry":
        entry = side.entries.get(path[1])
        goal = goal_of(side.uuids[entry.goal_id], side) if entry else None
        day = entry.on.isoformat() if entry else ""
        return f"{goal.title}, {day}" if goal else day
    if path[0] == "journal":
        return next((each.on.isoformat() for each in side.contents.journal if each.uuid == path[1]), "")
    return path[1] if path[0] == "review" else ""


def _milestone(path: Path, side: Side) -> Milestone | None:
    goal = goal_of(path[1], side) if path[2:3] == ("milestones",) else None
    return next((each for each in goal.milestones if each.uuid == path[3]), None) if goal else None


def _text(path: Path, side: Side) -> str:
    if path not in side.digests:
        return ""
    match path[0]:
        case "goal":
            goal = goal_of(path[1], side)
            if goal is None:
                return ""
            if len(path) == 2:
                return goal.title or goal.uuid
            if path[2] == "parent":
                above = next((each.title for each in side.contents.goals if each.id == goal.parent_id), "")
                return above
            return said(dict(goal_parts(goal_json(goal, side.uuids))).get(path))
        case "entry":
            entry = side.entries.get(path[1])
            return "" if entry is None else _entered(entry)
        case "journal":
            found = next((each for each in side.contents.journal if each.uuid == path[1]), None)
            state = journal_state(journal_json(found, side.uuids)) if found else None
            return str(state["text"]) if isinstance(state, dict) else ""
        case "review":
            review = next((each for each in side.contents.reviews if each.week.isoformat() == path[1]), None)
            if review is None or len(path) == 2:
                return "" if review is None else path[1]
            return said(dict(review_parts(review_json(review, side.uuids))).get(path))
        case "setting":
            return side.contents.settings.get(path[1], "")
    return said(dict(side.contents.unknown.get(path[1], {})))


def said(state: Json) -> str:
    """A state as the values it has, one after the other."""
    if isinstance(state, dict):
        return ", ".join(text for value in state.values() if value is not False and (text := said(value)))
    if isinstance(state, list):
        return ", ".join(text for value in state if (text := said(value)))
    return "" if state is None else str(state)


def _entered(entry: Entry) -> str:
    """As it would be typed: 3 # note."""
    value = amount(entry.value) or "x"
    return f"{value} # {entry.note}" if entry.note else value
