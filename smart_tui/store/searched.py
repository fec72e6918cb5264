"""What can be searched: of which tables, which of their columns, under which day, and when a change of a row counts.

Only the standard library: the search reads by it, the index is written by it, and its triggers are made of it.
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from smart_tui.store.connection import Row

CREATED = "substr(goal.created_at, 1, 10)"
_IN_GOAL = ("goal_id", "goal.no", "goal.title", "0")
_ANSWERING = ("goal_id", "goal.no", "goal.title", "question")
_GOAL = "JOIN goal ON goal.id = goal_id"
_AREA = "LEFT JOIN area ON area.id = area_id"
_TAGS = "(SELECT group_concat(name, ' ') FROM tag WHERE tag.goal_id = goal.id)"
_REVIEW = "JOIN review ON review.id = review_id"


class Source(NamedTuple):
    """A table whose rows can be found."""

    day: str
    """The day a row is found under."""
    texts: tuple[str, ...]
    """What is searched of it."""
    columns: tuple[str, ...]
    """The columns of the row itself that change what is found of it, its day, or which row it replaces."""
    keys: tuple[tuple[str, ...], ...]
    """The columns, besides the id, by which a new row takes the place of another."""
    about: tuple[str, str, str, str] = _IN_GOAL
    """Id, number and title of its goal, and what it belongs to: the id of its review, the question it answers."""
    joined: str = _GOAL
    filled: str = ""
    """Where many rows have nothing to find: the condition of those that have; `{row}` stands before each column."""
    only: str = ""
    """A condition of the rows that are searched at all."""


_UUID = (("uuid",),)
_DONE_OR_DUE = f"coalesce(done_on, due, {CREATED})"

SOURCES: Mapping[str, Source] = {
    "goal": Source(
        day=f"coalesce(closed_on, {CREATED})",
        texts=("title", "statement", "lesson", "people", _TAGS, "area.name"),
        columns=("uuid", "no", "title", "statement", "lesson", "people", "area_id", "closed_on", "created_at"),
        keys=(("uuid",), ("no",)),
        about=("goal.id", "no", "title", "0"),
        joined=_AREA,
    ),
    "answer": Source(
        CREATED,
        ("text",),
        ("goal_id", "question", "text"),
        (("goal_id", "question"),),
        _ANSWERING,
        only="question NOT GLOB 'raw.*'",
    ),
    "entry": Source(
        "day",
        ("note",),
        ("uuid", "goal_id", "day", "note"),
        (("uuid",), ("goal_id", "source", "source_id")),
        filled="{row}note <> ''",
    ),
    "milestone": Source(_DONE_OR_DUE, ("milestone.title",), ("uuid", "goal_id", "title", "due", "done_on"), _UUID),
    "activity": Source(
        _DONE_OR_DUE,
        ("what", "time", "place", "reason"),
        ("uuid", "goal_id", "what", "time", "place", "due", "done_on", "reason"),
        _UUID,
    ),
    "plan": Source(CREATED, ("situation", "action"), ("uuid", "goal_id", "situation", "action"), _UUID),
    "measure": Source(
        "valid_from",
        ("what_counts", "reason", "levels"),
        ("uuid", "goal_id", "valid_from", "what_counts", "reason", "levels"),
        (("uuid",), ("goal_id", "valid_from")),
        filled="{row}what_counts || {row}reason || {row}levels <> '[]'",
    ),
    "journal": Source("day", ("text",), ("uuid", "day", "text"), _UUID, ("NULL", "NULL", "''", "0"), ""),
    "review_line": Source(
        "review.last",
        ("text",),
        ("review_id", "prompt", "text"),
        (("review_id", "prompt"),),
        ("NULL", "NULL", "''", "review_id"),
        _REVIEW,
    ),
    "review_goal": Source(
        "review.last",
        ("cause_note", "repair_said"),
        ("review_id", "goal_id", "cause_note", "repair_said"),
        (("review_id", "goal_id"),),
        ("goal_id", "goal.no", "goal.title", "review_id"),
        f"{_REVIEW} {_GOAL}",
        filled="{row}cause_note || {row}repair_said <> ''",
    ),
}
"""By the name of the table, which is the kind of what is found."""

THROUGH: Mapping[str, tuple[tuple[str, str], ...]] = {
    "area": (("goal", "area_id"),),
    "review": (("review_line", "review_id"), ("review_goal", "review_id")),
}
"""Tables whose rows change what is found of others: the kinds of these, and the column that names such a row."""

MOST = 500
"""So many rows are named in one query at most."""


class Found(NamedTuple):
    """A row that can be searched: its day as a number (of `date.toordinal`), what it is about, and its text."""

    row_id: int
    day: int
    goal_id: int | None
    goal_no: int
    goal_title: str
    within: int | str
    """The id of its review, the question it answers; 0 where it is neither."""
    text: str


def columns(kind: str) -> str:
    """The columns of a row of a kind, its own table and those it is joined with; `read` makes them into a `Found`."""
    source = SOURCES[kind]
    return ", ".join([f'"{kind}".id', source.day, *source.about, *source.texts])


def select(kind: str, count: int) -> str:
    """The query for `count` rows of a kind by their ids, as `columns`."""
    source = SOURCES[kind]
    only = f" AND {source.only}" if source.only else ""
    marks = ", ".join("?" * count)
    return f'SELECT {columns(kind)} FROM "{kind}" {source.joined} WHERE "{kind}".id IN ({marks}){only}'


def read(kind: str, row: Row) -> Found:
    """A row of `columns`. What stands in it for no text or day is none."""
    texts = [each for each in row[6:] if isinstance(each, str) and each]
    if kind == "measure":
        texts = [part for each in texts for part in (_levels(each) if each.startswith("[") else (each,)) if part]
    text = "\n".join(texts)
    if not text.isascii():
        text = normalize("NFC", text)
    no = row[3] if isinstance(row[3], int) else 0
    return Found(row[0], _ordinal(row[1]), row[2], no, str(row[4] or ""), row[5], text)


def _levels(stored: str) -> list[str]:
    import json

    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        return [stored]
    texts = [each for each in found if isinstance(each, str)] if isinstance(found, list) else [stored]
    # An escape may stand for half a character, which can be written nowhere.
    return [each.encode("utf-8", "replace").decode() for each in texts]


def _ordinal(day: object) -> int:
    try:
        return date.fromisoformat(str(day)).toordinal()
    except ValueError:
        return 1
