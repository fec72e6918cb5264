"""Values that come in from a file -> rows as stored, checked like everything that is typed. Raises StoreError
invalid."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from smart_tui.domain.goal import Entry as EntryValue
from smart_tui.domain.goal import EntryState, Goal, Horizon, Outcome, Promise, State
from smart_tui.domain.review import Cause, Decision, Repair, Review, ReviewScreen, Way
from smart_tui.store import checks
from smart_tui.store.commands import fields, measures
from smart_tui.store.commands.plans import MOST_WEIGHT
from smart_tui.store.commands.reviews import LONGEST

if TYPE_CHECKING:
    from datetime import datetime

    from smart_tui.store.records import Unit

Columns = dict[str, Any]
Keyed = list[tuple[tuple[object, ...], Columns]]
"""Rows of a table, each by what it is known by within its goal."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "tag": ("name",),
    "answer": ("question",),
    "measure": ("valid_from",),
    "pause": ("first", "last"),
    "milestone": ("uuid",),
    "activity": ("uuid",),
    "plan": ("uuid",),
    "confidence": ("day",),
    "dismissal": ("code",),
}
"""The tables of what belongs to a goal, and the columns each row is known by."""

_PLAIN = ("title", "statement", "model", "language", "start", "deadline", "review_on", "wake_on", "owner", "people")


def goal_columns(unit: "Unit", goal: Goal) -> Columns:
    """The columns of a goal but for its id, number, UUID, parent and instants; its area is added where it is new."""
    state = checks.word("state", goal.state, State)
    wanted = {name: getattr(goal, name) for name in (*_PLAIN, "area", "weight", "step")}
    columns = fields.stored(unit, wanted)
    if state != State.DRAFT:
        checks.needed("title", columns["title"])
    outcome = checks.word_or_none("outcome", goal.outcome, Outcome)
    if (state == State.CLOSED) != (outcome is not None):
        raise checks.invalid("outcome", "missing" if outcome is None else "refused")
    return {
        **columns,
        "state": state,
        "outcome": outcome,
        "lesson": checks.line("lesson", goal.lesson),
        "closed_on": checks.day_or_none("closed_on", goal.closed_on),
    }


def children(goal: Goal) -> dict[str, Keyed]:
    """The rows of what belongs to a goal, by table; a version of a measure has no UUID yet."""
    rows: dict[str, Sequence[Columns]] = {
        "tag": [{"name": checks.needed("tags", checks.line("tags", tag))} for tag in goal.tags],
        "answer": [
            {"question": checks.needed("question", checks.line("question", asked)), "text": _needed_text(asked, text)}
            for asked, text in goal.answers.items()
        ],
        "measure": [measures.stored(measure) for measure in goal.measures],
        "pause": [
            {"first": checks.day("first", pause.first), "last": checks.day_or_none("last", pause.last)}
            for pause in goal.pauses
        ],
        "milestone": [
            {
                "uuid": checks.uuid("uuid", each.uuid),
                "title": _needed("title", each.title),
                "due": checks.day_or_none("due", each.due),
                "weight": checks.whole("weight", each.weight, 1, MOST_WEIGHT),
                "done_on": checks.day_or_none("done_on", each.done_on),
            }
            for each in goal.milestones
        ],
        "activity": [
            {
                "uuid": checks.uuid("uuid", each.uuid),
                "what": _needed("what", each.what),
                "time": checks.line("when", each.when),
                "place": checks.line("where", each.where),
                "due": checks.day_or_none("due", each.due),
                "horizon": checks.word("horizon", each.horizon, Horizon),
                "done_on": checks.day_or_none("done_on", each.done_on),
                "outcome": checks.word_or_none("outcome", each.outcome, Promise),
                "reason": checks.line("reason", each.reason),
            }
            for each in goal.activities
        ],
        "plan": [
            {
                "uuid": checks.uuid("uuid", each.uuid),
                "situation": _needed("situation", each.situation),
                "action": _needed("action", each.action),
            }
            for each in goal.plans
        ],
        "confidence": [
            {"day": checks.day("on", each.on), "value": checks.whole("value", each.value, 1, 10)}
            for each in goal.confidence
        ],
        "dismissal": [{"code": _needed("code", code)} for code in sorted(goal.dismissed)],
    }
    return {table: [(key(table, row), row) for row in found] for table, found in rows.items()}


def key(table: str, row: Mapping[str, object]) -> tuple[object, ...]:
    """What a row is known by within its goal."""
    return tuple(row[column] for column in KEYS[table])


def entry_columns(entry: EntryValue, goal_id: int, at: str) -> Columns:
    """The columns of an entry but for its id; `at` is when it was recorded, where nobody knows."""
    excused = checks.word("state", entry.state, EntryState) == EntryState.EXCUSED
    if excused != (entry.value is None):
        raise checks.invalid("value", "missing" if entry.value is None else "refused")
    counts = None
    if entry.counts is not None:
        counts = "/".join(str(checks.whole("counts", each, 0, 10**9)) for each in entry.counts)
    return {
        "uuid": checks.uuid("uuid", entry.uuid),
        "goal_id": goal_id,
        "day": checks.day("on", entry.on),
        "state": entry.state.value,
        "value": checks.amount_or_none("value", entry.value),
        "note": checks.line("note", entry.note),
        "recorded_at": stored_instant(entry.recorded_at) or at,
        "source": checks.line("source", entry.source),
        "source_id": checks.line("source_id", entry.source_id),
        "counts": counts,
    }


def review_columns(review: Review, at: str) -> Columns:
    """The columns of a review but for its id and UUID."""
    week, since, last = (checks.day("week", day) for day in (review.week, review.since, review.last))
    if not since <= week <= last:
        raise checks.invalid("week", "out_of_range")
    return {
        "week": week,
        "since": since,
        "last": last,
        "way": checks.word("way", review.way, Way),
        "screen": checks.word("screen", review.screen, ReviewScreen),
        "place": checks.line("place", review.place),
        "seconds": checks.whole("seconds", review.seconds, 0, LONGEST),
        "started_at": stored_instant(review.started_at) or at,
        "finished_at": stored_instant(review.finished_at),
    }


def line_rows(review: Review) -> list[tuple[object, Columns]]:
    """What was written under each prompt, by the prompt."""
    rows = [
        {"prompt": _needed("prompt", prompt), "text": _needed_text("text", text)}
        for prompt, text in review.lines.items()
    ]
    return [(row["prompt"], row) for row in rows]


def decision_rows(review: Review, ids: Sequence[int]) -> list[tuple[object, Columns]]:
    """What was decided about each goal, by the id that the goal has here; 0 for one that is not here."""
    return [
        (
            goal_id,
            {
                "goal_id": goal_id,
                "decision": checks.word_or_none("decision", each.decision, Decision),
                "cause": checks.word_or_none("cause", each.cause, Cause),
                "cause_note": checks.line("cause_note", each.cause_note),
                "repair": checks.word_or_none("repair", each.repair, Repair),
                "repair_said": checks.line("repair_said", each.repair_said),
                "figures": each.figures,
            },
        )
        for each, goal_id in zip(review.goals, ids, strict=True)
        if goal_id
    ]


def stored_instant(at: "datetime | None") -> str | None:
    """An instant as stored, or None."""
    from smart_tui.store.changes import instant

    return None if at is None else instant(at)


def _needed(field: str, value: object) -> str:
    return checks.needed(field, checks.line(field, value))


def _needed_text(field: str, value: object) -> str:
    return checks.needed(field, checks.long_text(field, value))
