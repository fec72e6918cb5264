"""The journal: entries, reviews, notes of check-ins and lessons in one timeline. All raise StoreError."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from smart_tui.domain.goal import State
from smart_tui.domain.review import JournalEntry
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import rows

Place = tuple[date, int, int]
"""Where a moment stands in the timeline: its day, its kind, its row."""


class MomentKind(StrEnum):
    """What a moment of the timeline is; of one day the first of these stands on top."""

    REVIEW = "review"
    JOURNAL = "journal"
    LESSON = "lesson"
    NOTE = "note"


class About(NamedTuple):
    """A goal that a moment is about."""

    goal_id: int
    no: int
    title: str


class Named(NamedTuple):
    """A goal by its number and title; `open` while it is not closed."""

    goal_id: int
    no: int
    title: str
    open: bool


class Moment(NamedTuple):
    """Something written on a day. `id` is the row's: of the journal entry, review, goal (lesson) or entry (note)."""

    kind: MomentKind
    id: int
    on: date
    """Of a review, the last day of its week."""
    text: str
    goals: tuple[About, ...] = ()
    recorded_at: datetime | None = None
    value: Decimal | None = None
    """What was entered with a note; None for an excuse and for everything else."""
    since: date | None = None
    """Of a review, the first day it covers."""
    week: date | None = None
    """Of a review, the first day of its week."""

    @property
    def place(self) -> Place:
        """What `timeline` goes on from, behind this one."""
        return self.on, _KINDS.index(self.kind), self.id


_KINDS = tuple(MomentKind)
_FIRST, _LAST = 2**63 - 1, 0
_DOWN: Mapping[str, str] = {"beyond": "<", "order": "DESC"}
_UP: Mapping[str, str] = {"beyond": ">", "order": "ASC"}
_TIES = "SELECT id, goal_id FROM journal_goal WHERE journal_id = ? ORDER BY id"
_JOURNAL = "SELECT id, uuid, day, text, created_at, updated_at FROM journal"

# Columns: row, day, recorded, then what only its kind has. Values: day and row of the last moment that was shown,
# the goal where one is asked for, the limit. Down reads what is older, up what is newer.
_MOMENTS: Mapping[MomentKind, tuple[str, str]] = {
    MomentKind.REVIEW: (
        "SELECT id, last, coalesce(finished_at, started_at), since, week FROM review"
        " WHERE (last, id) {beyond} (?, ?) AND (finished_at IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM review_line WHERE review_id = review.id)){about}"
        " ORDER BY last {order}, id {order} LIMIT ?",
        " AND id IN (SELECT review_id FROM review_goal WHERE goal_id = ?)",
    ),
    MomentKind.JOURNAL: (
        "SELECT id, day, created_at, text FROM journal WHERE (day, id) {beyond} (?, ?){about}"
        " ORDER BY day {order}, id {order} LIMIT ?",
        " AND id IN (SELECT journal_id FROM journal_goal WHERE goal_id = ?)",
    ),
    MomentKind.LESSON: (
        "SELECT id, closed_on, NULL, lesson, no, title FROM goal WHERE closed_on IS NOT NULL AND lesson <> ''"
        " AND (closed_on, id) {beyond} (?, ?){about} ORDER BY closed_on {order}, id {order} LIMIT ?",
        " AND id = ?",
    ),
    MomentKind.NOTE: (
        "SELECT entry.id, day, recorded_at, note, goal.id, no, title, value FROM entry"
        " JOIN goal ON goal.id = entry.goal_id WHERE note <> '' AND (day, entry.id) {beyond} (?, ?){about}"
        " ORDER BY day {order}, entry.id {order} LIMIT ?",
        " AND entry.goal_id = ?",
    ),
}


def timeline(reader: Reader, before: Place | None = None, limit: int = 100, goal_id: int | None = None) -> list[Moment]:
    """What was written, newest day first: the first so many, or those behind the `place` of the last one shown.

    With a goal only what is about it. A goal's lesson stands on the day it was closed.
    """
    beyond = [_behind(before, rank) for rank in range(len(_KINDS))]
    return _complete(reader, _read(reader, _DOWN, beyond, limit, goal_id)[:limit])


def timeline_up(
    reader: Reader, after: Place | None = None, limit: int = 100, goal_id: int | None = None
) -> list[Moment]:
    """The same from the other end: the oldest so many, or those nearest in front of a place; newest day first too."""
    beyond = [_in_front(after, rank) for rank in range(len(_KINDS))]
    return _complete(reader, _read(reader, _UP, beyond, limit, goal_id)[-limit:])


def just_before(place: Place) -> Place:
    """The place behind which the moment at `place` is the first one."""
    on, rank, row = place
    return on, rank, row + 1


def _read(
    reader: Reader, way: Mapping[str, str], beyond: Sequence[tuple[str, int]], limit: int, goal_id: int | None
) -> list[Moment]:
    about = () if goal_id is None else (goal_id,)
    asked: list[Query] = []
    for kind, here in zip(_KINDS, beyond, strict=True):
        sql, narrowed = _MOMENTS[kind]
        asked.append((sql.format(about=narrowed if about else "", **way), (*here, *about, limit)))
    found: list[Moment] = []
    for kind, part in zip(_KINDS, reader.gather(asked), strict=True):
        found += rows.read(reader, _TABLES[kind], part, _MADE[kind])
    return sorted(found, key=lambda moment: (moment.on, -_KINDS.index(moment.kind), moment.id), reverse=True)


def journal_entry(reader: Reader, entry_id: int) -> JournalEntry:
    """One entry; raises StoreError not_found, or damaged when its row cannot be understood."""
    found, ties = reader.gather([(f"{_JOURNAL} WHERE id = ?", (entry_id,)), (_TIES, (entry_id,))])
    if not found:
        raise StoreError("not_found", ref=entry_id, table="journal")
    goals = tuple(row[1] for row in ties)
    for entry in rows.read(reader, "journal", found, _entry):
        return entry._replace(goals=goals)
    raise StoreError("damaged", path=reader.path)


def written_on(reader: Reader, on: date) -> tuple[JournalEntry, ...]:
    """The entries of a day in the order they were begun, without the goals they are about; raises StoreError."""
    found = reader.rows(f"{_JOURNAL} WHERE day = ? ORDER BY id", (on.isoformat(),))
    return tuple(rows.read(reader, "journal", found, _entry))


def goals_by_name(reader: Reader) -> tuple[Named, ...]:
    """All goals by number and title, in the order of their numbers: what an entry can be tied to."""
    found = reader.gather([("SELECT id, no, title, state FROM goal ORDER BY no", ())])[0]
    return tuple(
        rows.read(
            reader, "goal", found, lambda row: Named(row[0], int(row[1]), rows.string(row[2]), row[3] != State.CLOSED)
        )
    )


def _behind(before: Place | None, rank: int) -> tuple[str, int]:
    """Day and row that the moments of a kind have to lie behind, when those of `before` were shown."""
    if before is None:
        return "\uffff", _FIRST
    day, shown, row = before
    return day.isoformat(), row if rank == shown else _LAST if rank < shown else _FIRST


def _in_front(after: Place | None, rank: int) -> tuple[str, int]:
    """Day and row that the moments of a kind have to lie in front of, when those of `after` are shown."""
    if after is None:
        return "", _LAST
    day, shown, row = after
    return day.isoformat(), row if rank == shown else _LAST if rank < shown else _FIRST


def _complete(reader: Reader, found: Sequence[Moment]) -> list[Moment]:
    """Journal entries with the goals they are about, reviews with their lines."""
    of = {kind: [moment.id for moment in found if moment.kind is kind] for kind in _KINDS}
    entries, lines = of[MomentKind.JOURNAL], of[MomentKind.REVIEW]
    if not entries and not lines:
        return list(found)
    ties, written = reader.gather(
        [
            (
                "SELECT journal_goal.id, journal_id, goal_id, no, title FROM journal_goal"
                f" JOIN goal ON goal.id = goal_id WHERE journal_id IN ({_marks(entries)}) ORDER BY journal_goal.id",
                entries,
            ),
            (f"SELECT id, review_id, text FROM review_line WHERE review_id IN ({_marks(lines)}) ORDER BY id", lines),
        ]
    )
    goals = rows.grouped(reader, "journal_goal", ties, lambda row: About(row[2], int(row[3]), rows.string(row[4])))
    texts = rows.grouped(reader, "review_line", written, lambda row: rows.string(row[2]))
    whole = []
    for moment in found:
        if moment.kind is MomentKind.JOURNAL:
            moment = moment._replace(goals=tuple(goals.get(moment.id, ())))
        elif moment.kind is MomentKind.REVIEW:
            moment = moment._replace(text="\n".join(texts.get(moment.id, ())))
        whole.append(moment)
    return whole


def _marks(ids: Sequence[int]) -> str:
    return ", ".join("?" * len(ids))


def _entry(row: Row) -> JournalEntry:
    key, uuid, on, text, created_at, updated_at = row
    created, updated = rows.instant(created_at), rows.instant(updated_at)
    return JournalEntry(key, rows.string(uuid), date.fromisoformat(on), rows.string(text), (), created, updated)


def _review(row: Row) -> Moment:
    on, recorded_at, since, week = date.fromisoformat(row[1]), rows.instant(row[2]), rows.day(row[3]), rows.day(row[4])
    return Moment(MomentKind.REVIEW, row[0], on, "", (), recorded_at, since=since, week=week)


def _journal(row: Row) -> Moment:
    return Moment(MomentKind.JOURNAL, row[0], date.fromisoformat(row[1]), rows.string(row[3]), (), rows.instant(row[2]))


def _lesson(row: Row) -> Moment:
    goal = About(row[0], int(row[4]), rows.string(row[5]))
    return Moment(MomentKind.LESSON, row[0], date.fromisoformat(row[1]), rows.string(row[3]), (goal,))


def _note(row: Row) -> Moment:
    goal = About(row[4], int(row[5]), rows.string(row[6]))
    on, recorded_at = date.fromisoformat(row[1]), rows.instant(row[2])
    return Moment(MomentKind.NOTE, row[0], on, rows.string(row[3]), (goal,), recorded_at, rows.amount(row[7]))


_TABLES: Mapping[MomentKind, str] = {
    MomentKind.REVIEW: "review",
    MomentKind.JOURNAL: "journal",
    MomentKind.LESSON: "goal",
    MomentKind.NOTE: "entry",
}
_MADE: Mapping[MomentKind, Callable[[Row], Moment]] = {
    MomentKind.REVIEW: _review,
    MomentKind.JOURNAL: _journal,
    MomentKind.LESSON: _lesson,
    MomentKind.NOTE: _note,
}
