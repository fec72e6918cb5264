"""All that can leave: everything the file holds, from one moment of it. Raises StoreError."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from smart_tui.domain.review import Cause, Decision, GoalReview, JournalEntry, Repair, Review, ReviewScreen, Way
from smart_tui.domain.transfer import Contents
from smart_tui.store.connection import Query, Reader, Row
from smart_tui.store.queries import rows
from smart_tui.store.queries.goals import all_beside

SETTINGS = (
    "first_weekday",
    "first_weekday_changes",
    "day_ends_at",
    "default_model",
    "default_share",
    "most_active",
    "review_weekday",
    "review_prompts",
    "coach_quiet",
)
"""The settings that change what data mean, in the order they are written out in."""
HISTORY = """
SELECT coalesce(max(id), 0) || '/' || count(*) || '/' || coalesce(sum(undone), 0) || '/' || coalesce(max(at), '')
FROM change_group"""
"""A text that changes with every step of the history."""
NO_HISTORY = "0/0/0/"
"""The same of a file that is not there yet."""

_REVIEW = "SELECT id, uuid, week, since, last, way, screen, place, seconds, started_at, finished_at FROM review"
_OF_GOAL = """
SELECT id, review_id, goal_id, decision, cause, cause_note, repair, repair_said, figures FROM review_goal ORDER BY id"""
_QUERIES: tuple[Query, ...] = (
    (f"{rows.ENTRY} ORDER BY goal_id, day, id", ()),
    ("SELECT id, uuid, day, text, created_at, updated_at FROM journal ORDER BY day, id", ()),
    ("SELECT id, journal_id, goal_id FROM journal_goal ORDER BY id", ()),
    (f"{_REVIEW} ORDER BY week", ()),
    ("SELECT id, review_id, prompt, text FROM review_line ORDER BY id", ()),
    (_OF_GOAL, ()),
    (f"SELECT key, value FROM setting WHERE key IN ({', '.join('?' * len(SETTINGS))})", SETTINGS),
    ("SELECT name, uuid FROM area WHERE id IN (SELECT area_id FROM goal) ORDER BY name", ()),
    ("SELECT id, belongs, kept FROM unknown ORDER BY belongs", ()),
    (
        "SELECT part, digest, received FROM exchanged"
        " WHERE step NOT IN (SELECT uuid FROM change_group WHERE undone = 1) ORDER BY part, digest",
        (),
    ),
    (HISTORY, ()),
)


class Here(NamedTuple):
    """Everything the file holds, and what is needed to compare it with another copy."""

    contents: Contents
    received: frozenset[tuple[int, int]] = frozenset()
    """Digests of part and state of what came in from elsewhere."""
    history: str = ""
    """Changes with every step of the history."""


def contents(reader: Reader) -> Contents:
    """Everything the file holds: goals by number, entries by goal, day and order of recording."""
    return here(reader).contents


def here(reader: Reader) -> Here:
    """The same, with what was received before and where the history stands."""
    goals, found = all_beside(reader, _QUERIES)
    entries, journal, ties, reviews, lines, of_goals, settings, areas, unknown, exchanged, history = found
    tied = rows.grouped(reader, "journal_goal", ties, lambda row: int(row[2]))
    written = rows.grouped(reader, "review_line", lines, lambda row: (rows.string(row[2]), rows.string(row[3])))
    decided = rows.grouped(reader, "review_goal", of_goals, _of_goal)
    stored = {str(key): str(value) for key, value in settings}
    order = {goal.id: at for at, goal in enumerate(goals)}
    recorded = [entry for entry in rows.read(reader, "entry", entries, rows.entry) if entry.goal_id in order]
    # What the database sorts by is the id of the goal; stable, so that the days stay in order.
    recorded.sort(key=lambda entry: order[entry.goal_id])
    return Here(
        Contents(
            goals=goals,
            entries=tuple(recorded),
            journal=tuple(
                entry._replace(goals=tuple(tied.get(entry.id, ())))
                for entry in rows.read(reader, "journal", journal, _journal)
            ),
            reviews=tuple(
                review._replace(lines=dict(written.get(review.id, ())), goals=tuple(decided.get(review.id, ())))
                for review in rows.read(reader, "review", reviews, _review)
            ),
            settings={key: stored[key] for key in SETTINGS if key in stored},
            areas={str(name): str(uuid) for name, uuid in areas},
            unknown=dict(rows.read(reader, "unknown", unknown, _unknown)),
            # What cannot be read is not gone: nobody may take it for deleted.
            exchanged={} if reader.damaged else _by_part(exchanged),
        ),
        frozenset((part, digest) for part, digest, received in exchanged if received),
        str(history[0][0]) if history else NO_HISTORY,
    )


def _by_part(exchanged: list[Row]) -> Mapping[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for part, digest, _ in exchanged:
        found[part] = (*found.get(part, ()), digest)
    return found


def _journal(row: Row) -> JournalEntry:
    on = rows.day(row[2])
    if on is None:
        raise ValueError("a journal entry without its day")
    text, created, updated = rows.string(row[3]), rows.instant(row[4]), rows.instant(row[5])
    return JournalEntry(row[0], rows.string(row[1]), on, text, (), created, updated)


def _review(row: Row) -> Review:
    week, since, last = rows.day(row[2]), rows.day(row[3]), rows.day(row[4])
    if week is None or since is None or last is None:
        raise ValueError("a review without its days")
    return Review(
        id=row[0],
        uuid=rows.string(row[1]),
        week=week,
        since=since,
        last=last,
        way=Way(row[5]),
        screen=ReviewScreen(row[6]),
        place=rows.string(row[7]),
        seconds=int(row[8]),
        started_at=rows.instant(row[9]),
        finished_at=rows.instant(row[10]),
    )


def _of_goal(row: Row) -> GoalReview:
    decision = None if row[3] is None else Decision(row[3])
    cause, repair = None if row[4] is None else Cause(row[4]), None if row[6] is None else Repair(row[6])
    note, said = rows.string(row[5]), rows.string(row[7])
    return GoalReview(int(row[2]), decision, cause, note, repair, said, rows.string(row[8]))


def _unknown(row: Row) -> tuple[str, Mapping[str, object]]:
    kept = json.loads(row[2])
    if not isinstance(kept, dict):
        raise TypeError("what was kept is no object")
    return rows.string(row[1]), kept
