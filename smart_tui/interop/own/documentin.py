"""Reads our own document: every field looked at, what is wrong refused by itself, what is not understood kept."""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from smart_tui.domain.goal import Entry, Goal
from smart_tui.domain.transfer import Contents, Found, Rejected, UnreadableFileError
from smart_tui.interop.own.jsonfields import Fields, RefusedError
from smart_tui.interop.own.jsonin import GoalRead, Noted, entry_from, goal_from, journal_from, review_from
from smart_tui.interop.textfile import check_weight, read_text, short
from smart_tui.store.queries.contents import SETTINGS

FORMAT = "smart-tui"
VERSION = 1
DEEPEST = 40
ROWS = 100_000
"""What is compared with as many rows here, and written, in less than 300 MB."""
MOST_REFUSED = 1000
"""So many refusals are listed one by one."""
SETTINGS_LIMIT = 20_000

T = TypeVar("T")
Ids = Mapping[str, int]


class _Read(NamedTuple):
    """What is gathered while a document is read."""

    noted: Noted
    rejected: list[Rejected]


def read_document(path: str) -> Found:
    """What the document at `path` holds; raises UnreadableFileError where it cannot be taken over at all."""
    found = _parsed(read_text(path)[0], path)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UnreadableFileError("wrong_format", path=path)
    version = found.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise UnreadableFileError("wrong_format", path=path)
    if version > VERSION:
        raise UnreadableFileError("newer", path=path, version=version)
    try:
        return _found(Fields(found), path)
    except RefusedError as refused:
        code = "too_deep" if refused.code == "too_deep" else "wrong_format"
        raise UnreadableFileError(code, path=path, field=refused.field) from None


def _found(fields: Fields, path: str) -> Found:
    for key in ("format", "version", "exported_at"):
        fields.raw(key)
    lists = {key: fields.list(key) for key in ("goals", "entries", "journal", "reviews", "areas")}
    rows = sum(map(len, lists.values()))
    if rows > ROWS:
        raise UnreadableFileError("too_many_rows", path=path, limit=ROWS)
    into = _Read(Noted(), [])
    read = _once(lists["goals"], lambda each: goal_from(each, into.noted), lambda goal: goal.goal.uuid, into, "goals")
    goals, ids = _with_parents(_each_once(read, into))
    entries = _once(lists["entries"], lambda each: entry_from(each, ids, into.noted), lambda e: e.uuid, into, "entries")
    entries = _from_one_place(entries, into)
    journal = _once(
        lists["journal"], lambda each: journal_from(each, ids, into.noted), lambda e: e.uuid, into, "journal"
    )
    reviews = _once(
        lists["reviews"], lambda each: review_from(each, ids, into.noted), lambda e: str(e.week), into, "reviews"
    )
    for place, refused in into.noted.refused:
        _refuse(into, place, refused)
    contents = Contents(
        goals=goals,
        entries=tuple(entries),
        journal=tuple(journal),
        reviews=tuple(reviews),
        settings=_settings(fields, into.noted),
        areas=_areas(lists["areas"], into),
        exchanged=_exchanged(fields),
    )
    into.noted.keep("document", fields)
    return Found(FORMAT, contents._replace(unknown=_kept(into.noted.unknown)), tuple(into.rejected), (), rows)


def _once(found: list[object], make: Callable[[object], T], name: Callable[[T], str], into: _Read, key: str) -> list[T]:
    """Each made into a value; the list is emptied meanwhile, so that not all is in memory twice."""
    made: list[T] = []
    seen: set[str] = set()
    found.reverse()
    for number in range(1, len(found) + 1):
        each = found.pop()
        try:
            value = make(each)
            if name(value) in seen:
                raise RefusedError("uuid", "double")
        except RefusedError as refused:
            _refuse(into, f"{key} {number}", refused)
            continue
        seen.add(name(value))
        made.append(value)
    return made


def _each_once(read: list[GoalRead], into: _Read) -> list[GoalRead]:
    """The goals without milestones, activities and plans that another goal of the document has, too."""
    seen: dict[str, set[str]] = {"milestones": set(), "activities": set(), "plans": set()}
    goals = []
    for each in read:
        kept: dict[str, Any] = {}
        for key, uuids in seen.items():
            things = getattr(each.goal, key)
            kept[key] = tuple(thing for thing in things if thing.uuid not in uuids)
            if len(kept[key]) < len(things):
                _refuse(into, f"goal/{each.goal.uuid}/{key}", RefusedError("uuid", "double"))
            uuids |= {thing.uuid for thing in things}
        goals.append(each._replace(goal=each.goal._replace(**kept)))
    return goals


def _from_one_place(entries: list[Entry], into: _Read) -> list[Entry]:
    """The entries without those that come from where another of the same goal comes from."""
    seen: set[tuple[int, str, str]] = set()
    kept = []
    for entry in entries:
        place = (entry.goal_id, entry.source, entry.source_id)
        if entry.source_id and place in seen:
            _refuse(into, f"entry/{entry.uuid}", RefusedError("source_id", "double"))
            continue
        seen |= {place} if entry.source_id else set()
        kept.append(entry)
    return kept


def _with_parents(read: list[GoalRead]) -> tuple[tuple[Goal, ...], Ids]:
    goals = [each.goal._replace(id=at) for at, each in enumerate(read, 1)]
    ids = {goal.uuid: goal.id for goal in goals}
    parents = [each.parent for each in read]
    return (
        tuple(goal._replace(parent_id=ids.get(parent or "")) for goal, parent in zip(goals, parents, strict=True)),
        ids,
    )


def _refuse(into: _Read, place: str, refused: RefusedError) -> None:
    if len(into.rejected) < MOST_REFUSED:
        into.rejected.append(Rejected(0, short(f"{place}: {refused.field}"), refused.code, {"field": refused.field}))


def _settings(fields: Fields, noted: Noted) -> dict[str, str]:
    given = Fields(dict(fields.texts("settings")))
    found = {key: given.text(key, SETTINGS_LIMIT) for key in SETTINGS if given.raw(key) is not None}
    noted.keep("settings", given)
    return found


def _areas(listed: list[object], into: _Read) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, each in enumerate(listed, 1):
        try:
            fields = Fields(each, "areas")
            name, uuid = fields.line("name"), fields.uuid("uuid")
        except RefusedError as refused:
            _refuse(into, f"areas {number}", refused)
            continue
        if name:
            found.setdefault(name, uuid)
    return found


def _exchanged(fields: Fields) -> dict[int, tuple[int, ...]]:
    """What the copy says it has seen; anything else there says nothing."""
    found: dict[int, tuple[int, ...]] = {}
    for part, marks in fields.texts("exchanged"):
        if isinstance(marks, list):
            numbers = [_number(each) for each in (part, *marks)]
            if all(each is not None for each in numbers):
                first, *rest = (each or 0 for each in numbers)
                found[first] = tuple(sorted(set(rest)))
    return found


def _number(text: object) -> int | None:
    if not isinstance(text, str) or not 0 < len(text) <= 16 or not text.isascii() or not text.isalnum():
        return None
    try:
        number = int(text, 16)
    except ValueError:
        return None
    return number if number < 1 << 63 else None


def _kept(unknown: Mapping[str, Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    """As it will be stored: no half characters, which no file can hold."""
    if unknown and deeper(unknown, DEEPEST):
        raise RefusedError("unknown", "too_deep")
    text = json.dumps(unknown, ensure_ascii=False).encode("utf-8", "replace").decode()
    kept: dict[str, Mapping[str, object]] = json.loads(text)
    return kept


def _parsed(text: str, path: str) -> object:
    check_weight(text, path)
    try:
        return json.loads(text, parse_constant=_refused, parse_float=_float, parse_int=_int)
    except json.JSONDecodeError as error:
        raise UnreadableFileError("not_json", path=path, line=error.lineno) from None
    except ValueError:
        raise UnreadableFileError("not_json", path=path, line=0) from None
    except RecursionError:
        raise UnreadableFileError("too_deep", path=path) from None


def deeper(value: object, most: int) -> bool:
    """Whether lists and objects stand in each other more than `most` times."""
    level = [value]
    for _ in range(most + 1):
        level = [one for each in level for one in _inner(each) if isinstance(one, dict | list)]
        if not level:
            return False
    return True


def _inner(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _refused(text: str) -> object:
    raise ValueError(text)


def _float(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _int(text: str) -> int:
    if len(text) > 30:
        raise ValueError(text)
    return int(text)
