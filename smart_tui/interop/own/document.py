"""Our own document: everything as one JSON value, out of which it comes back without loss."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from smart_tui.domain.transfer import Asked, Contents, Found
from smart_tui.interop.merging.marks import stamped
from smart_tui.interop.own.jsonout import Object, Uuids, entry_json, goal_json, instant, journal_json, review_json

FORMAT = "smart-tui"
VERSION = 1
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What a terminal could take for an order, or turns the direction of what follows."""


def recognises(name: str, head: bytes) -> bool:
    """Whether a file of this name that begins like this is such a document."""
    return not name.endswith("/") and bool(re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"smart-tui"', head))


def to_document(contents: Contents, now: datetime) -> Object:
    """The document of what a file holds, `now` being the aware instant it is made.

    It says which states of its parts another copy has seen or will have, once this document reaches it.
    """
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in _parts(contents, now)}


def encode(document: Mapping[str, object]) -> bytes:
    """A document as UTF-8: its keys in their order, a line for each thing of a list."""
    return b"".join(_encoded(document.items()))


def pieces(contents: Contents, now: datetime) -> Iterator[bytes]:
    """The same bytes as of `encode(to_document(…))`, piece by piece, without all of it in memory at once."""
    return _encoded(_parts(contents, now))


def read(path: str, asked: Asked) -> Found:
    """What a document holds; raises UnreadableFileError where it cannot be taken over at all."""
    from smart_tui.interop.own.documentin import read_document

    return read_document(path)


def _parts(contents: Contents, now: datetime) -> Iterator[tuple[str, Any]]:
    """The keys of the document and their values; long lists one after the other as they are asked for."""
    uuids = {goal.id: goal.uuid for goal in contents.goals}
    unknown = contents.unknown
    yield "format", FORMAT
    yield "version", VERSION
    yield "exported_at", instant(now)
    yield "settings", {**contents.settings, **unknown.get("settings", {})}
    yield "areas", [{"uuid": uuid, "name": name} for name, uuid in sorted(contents.areas.items())]
    yield "goals", (_goal_back(goal_json(goal, uuids), unknown) for goal in contents.goals)
    yield (
        "entries",
        (
            {**entry_json(entry, uuids[entry.goal_id]), **unknown.get(f"entry/{entry.uuid}", {})}
            for entry in contents.entries
        ),
    )
    yield (
        "journal",
        ({**journal_json(each, uuids), **unknown.get(f"journal/{each.uuid}", {})} for each in contents.journal),
    )
    yield "reviews", _reviews(contents, uuids)
    yield (
        "exchanged",
        {
            f"{part:016x}": [f"{mark:x}" for mark in sorted(marks)]
            for part, marks in sorted(stamped(contents).told.items())
        },
    )
    yield from unknown.get("document", {}).items()


def _reviews(contents: Contents, uuids: Uuids) -> Iterator[Object]:
    due = sorted(
        (
            (activity.due, uuids[goal.id], activity)
            for goal in contents.goals
            for activity in goal.activities
            if activity.due
        ),
        key=lambda each: each[:2],
    )
    for review in contents.reviews:
        place = f"review/{review.week}"
        found = review_json(review, uuids)
        for each in _listed(found["decisions"]):
            each |= contents.unknown.get(f"{place}/decisions/{each['goal']}", {})
        promised = [
            {"goal": goal, "activity": activity.uuid, "outcome": activity.outcome.value if activity.outcome else None}
            for on, goal, activity in due
            if review.since <= on <= review.last
        ]
        yield {**found, "promises": promised, **contents.unknown.get(place, {})}


def _goal_back(found: Object, unknown: Mapping[str, Mapping[str, object]]) -> Object:
    """The goal with what a document said of it beyond what is understood, each at its place."""
    if not unknown:
        return found
    place = f"goal/{found['uuid']}"
    for key, name in (("measures", "valid_from"), ("milestones", "uuid"), ("activities", "uuid"), ("if_then", "uuid")):
        for each in _listed(found[key]):
            each |= unknown.get(f"{place}/{key}/{each[name]}", {})
    for each in _listed(found["confidence"]):
        each |= unknown.get(f"{place}/confidence/{each['on']}", {})
    for each in _listed(found["pauses"]):
        each |= unknown.get(f"{place}/pauses/{each['first']} {each['last']}", {})
    return {**found, **unknown.get(place, {})}


def _listed(found: object) -> list[dict[str, Any]]:
    return found if isinstance(found, list) else []


def _encoded(items: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    first = True
    for key, value in items:
        yield b"{\n" if first else b",\n"
        first = False
        yield _bytes(key) + b": "
        if isinstance(value, Mapping) and value:
            yield from _lines(b"{", (_bytes(name) + b": " + _bytes(each) for name, each in value.items()), b"}")
        elif isinstance(value, list | Iterator):
            yield from _lines(b"[", map(_bytes, value), b"]")
        else:
            yield _bytes(value)
    yield b"\n}\n"


def _lines(opened: bytes, lines: Iterable[bytes], closed: bytes) -> Iterator[bytes]:
    """A list or an object, a line for each thing in it; nothing between the brackets where there is none."""
    between = opened
    for line in lines:
        yield between + b"\n" + line
        between = b","
    yield b"\n" + closed if between == b"," else opened + closed


def _bytes(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8", "replace")
