"""What a file holds, taken apart into what is compared piece by piece, each named by a path that any copy gives it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smart_tui.domain.goal import Entry
from smart_tui.domain.transfer import Contents, Path
from smart_tui.interop.own.jsonout import Json, Object, amount, day, goal_json, journal_json, review_json

FIELDS = (
    "model",
    "language",
    "title",
    "statement",
    "start",
    "deadline",
    "review_on",
    "wake_on",
    "parent",
    "weight",
    "area",
    "tags",
    "owner",
    "people",
    "lesson",
)
"""The fields of a goal that are a part each. Its number, and when and where it was written, are none."""
STATE = ("state", "outcome", "closed_on")
"""Those that only go together."""
LISTS: Mapping[str, str] = {
    "measures": "valid_from",
    "milestones": "uuid",
    "activities": "uuid",
    "if_then": "uuid",
    "confidence": "on",
}
"""What a goal has several of, and what each is known by."""
REVIEW = ("since", "days")
WALKED = ("way", "screen", "place", "seconds", "started_at", "finished_at")
"""What goes with the end of a review: how it was walked."""
THERE = "there"
"""The state of a path that only says that something is there."""


def parts(contents: Contents) -> dict[Path, Json]:
    """Every part by its path."""
    return dict(states(contents))


def states(contents: Contents, uuids: Mapping[int, str] | None = None) -> Iterator[tuple[Path, Json]]:
    """Every part, its path and its state, one after the other; `uuids` says which goal each id stands for, where
    that is not one of the contents."""
    if uuids is None:
        uuids = {goal.id: goal.uuid for goal in contents.goals}
    for goal in contents.goals:
        yield from goal_parts(goal_json(goal, uuids))
    for entry in contents.entries:
        yield ("entry", entry.uuid), entry_state(entry, uuids[entry.goal_id])
    for each in contents.journal:
        yield ("journal", each.uuid), journal_state(journal_json(each, uuids))
    for review in contents.reviews:
        yield from review_parts(review_json(review, uuids))
    for key, value in contents.settings.items():
        yield ("setting", key), value
    for place, kept in contents.unknown.items():
        yield ("unknown", place), dict(kept)


def goal_parts(found: Object) -> Iterator[tuple[Path, Json]]:
    """The parts of a goal as JSON; the first says that it is there."""
    goal = ("goal", str(found["uuid"]))
    yield goal, THERE
    for field in FIELDS:
        yield (*goal, field), found[field]
    yield (*goal, "state"), [found[field] for field in STATE]
    for question, text in _pairs(found["answers"]):
        yield (*goal, "answers", question), text
    for key, name in LISTS.items():
        for each in _objects(found[key]):
            yield (*goal, key, str(each[name])), {field: value for field, value in each.items() if field != name}
    for first, lasts in _pauses(_objects(found["pauses"])).items():
        yield (*goal, "pauses", first), lasts
    for code in _listed(found["dismissed"]):
        yield (*goal, "dismissed", str(code)), THERE


def review_parts(found: Object) -> Iterator[tuple[Path, Json]]:
    """The parts of a review as JSON; the first says that it is there."""
    review = ("review", str(found["week_start"]))
    yield review, THERE
    yield (*review, "span"), [found[field] for field in REVIEW]
    # How far one stood on a machine is of no interest to another: only that it was finished.
    yield (*review, "finished"), found["finished_at"]
    for prompt, text in _pairs(found["answers"]):
        yield (*review, "answers", prompt), text
    for each in _objects(found["decisions"]):
        yield (
            (*review, "decisions", str(each["goal"])),
            {field: value for field, value in each.items() if field != "goal"},
        )


def entry_state(entry: Entry, goal: str) -> Json:
    """What is compared of an entry: all but when it was recorded."""
    counts = None if entry.counts is None else list(entry.counts)
    value = amount(entry.value)
    return [goal, day(entry.on), entry.state.value, value, entry.note, entry.source, entry.source_id, counts]


def journal_state(found: Object) -> Json:
    """What is compared of a journal entry as JSON."""
    return {"on": found["on"], "text": found["text"], "goals": sorted(map(str, _listed(found["goals"])))}


def goal_with(found: Object, taken: Mapping[Path, Json]) -> Object:
    """A goal as JSON with these parts of it put in the place of its own; None takes one away."""
    changed: Object = dict(found)
    for path, state in taken.items():
        match path[2:]:
            case ("state",):
                changed |= dict(zip(STATE, _listed(state), strict=True))
            case (field,):
                changed[field] = state
            case ("answers", question):
                changed["answers"] = _put_text(changed["answers"], question, state)
            case ("pauses", first):
                others = [each for each in _objects(changed["pauses"]) if each["first"] != first]
                changed["pauses"] = others + [{"first": first, "last": last} for last in _listed(state)]
            case ("dismissed", code):
                codes = [each for each in _listed(changed["dismissed"]) if each != code]
                changed["dismissed"] = [*codes, code] if state else codes
            case (key, name):
                changed[key] = _put(_objects(changed[key]), LISTS[key], name, state)
    return changed


def review_with(found: Object, taken: Mapping[Path, Json], theirs: Object | None) -> Object:
    """A review as JSON with these parts put in the place of its own; how it was walked comes with its end."""
    changed: Object = dict(found)
    for path, state in taken.items():
        match path[2:]:
            case ("span",):
                changed |= dict(zip(REVIEW, _listed(state), strict=True))
            case ("finished",):
                changed |= {field: (theirs or found)[field] for field in WALKED} | {"finished_at": state}
            case ("answers", prompt):
                changed["answers"] = _put_text(changed["answers"], prompt, state)
            case ("decisions", goal):
                changed["decisions"] = _put(_objects(changed["decisions"]), "goal", goal, state)
    return changed


def _put(found: list[dict[str, Any]], name: str, key: str, state: Json) -> list[dict[str, Any]]:
    """The list with the thing known by `key` as it is now, at its place; None takes it away."""
    if state is None:
        return [each for each in found if each[name] != key]
    put = {name: key, **(state if isinstance(state, dict) else {})}
    if any(each[name] == key for each in found):
        return [put if each[name] == key else each for each in found]
    return [*found, put]


def _put_text(found: Json, key: str, state: Json) -> dict[str, str]:
    texts = dict(_pairs(found))
    if state is None:
        texts.pop(key, None)
    else:
        texts[key] = str(state)
    return texts


def _pauses(found: list[dict[str, Any]]) -> dict[str, list[Json]]:
    """The last days by the first one: nothing forbids that two begin on one day."""
    by_first: dict[str, list[Json]] = {}
    for each in found:
        by_first.setdefault(str(each["first"]), []).append(each["last"])
    return by_first


def _pairs(found: Json) -> list[tuple[str, str]]:
    return list(found.items()) if isinstance(found, dict) else []


def _objects(found: Json) -> list[dict[str, Any]]:
    return found if isinstance(found, list) else []


def _listed(found: Json) -> Sequence[Json]:
    return found if isinstance(found, list) else []
