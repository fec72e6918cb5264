"""JSON objects -> goals, entries, journal and reviews, the other way round than `jsonout`. All raise RefusedError."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import NamedTuple, TypeVar

from smart_tui.domain.cleaning import TEXT_LIMIT, TITLE_LIMIT
from smart_tui.domain.goal import Entry, EntryState, Goal, Outcome, State
from smart_tui.domain.review import Cause, Decision, GoalReview, JournalEntry, Repair, Review, ReviewScreen, Way
from smart_tui.interop.own.goalparts import (
    activity_from,
    confidence_from,
    lines_of,
    measure_from,
    milestone_from,
    needed_line,
    pause_from,
    plan_from,
)
from smart_tui.interop.own.jsonfields import Fields, RefusedError, as_uuid
from smart_tui.store.commands.reviews import LONGEST

T = TypeVar("T")

FIGURES_LIMIT = 20_000
_HIGHEST = 10**9
Ids = Mapping[str, int]
"""The id of each goal by its UUID."""


class Noted:
    """What is said beside a value: parts of it that were refused, and what is not understood, by its place."""

    def __init__(self) -> None:
        self.refused: list[tuple[str, RefusedError]] = []
        self.unknown: dict[str, Mapping[str, object]] = {}

    def keep(self, place: str, fields: Fields) -> None:
        """Remember what nobody asked for."""
        if fields.unknown:
            self.unknown[place] = fields.unknown


class GoalRead(NamedTuple):
    """A goal, and the UUID of the goal it serves."""

    goal: Goal
    parent: str | None


def goal_from(found: object, noted: Noted) -> GoalRead:
    """A goal with id 0; of what belongs to it, single things that are wrong are left out and noted."""
    fields = Fields(found, "goal")
    uuid = fields.uuid("uuid")
    place, start = f"goal/{uuid}", fields.day("start")
    parent, outcome = fields.raw("parent"), fields.word("outcome", Outcome)
    state, title = fields.needed_word("state", State), fields.line("title", TITLE_LIMIT)
    closed_on = fields.day("closed_on")
    if (state is State.CLOSED) != (outcome is not None):
        raise RefusedError("outcome", "wrong_type")
    if state is not State.DRAFT and not title:
        raise RefusedError("title", "missing")
    goal = Goal(
        id=0,
        uuid=uuid,
        no=fields.whole("no", 1, _HIGHEST) or 0,
        title=title,
        state=state,
        model=needed_line(fields, "model"),
        language=needed_line(fields, "language"),
        statement=fields.text("statement", TEXT_LIMIT),
        start=start,
        deadline=fields.day("deadline"),
        review_on=fields.day("review_on"),
        wake_on=fields.day("wake_on"),
        area=fields.line("area"),
        tags=tuple(dict.fromkeys(lines_of(fields, "tags"))),
        owner=fields.line("owner"),
        people=fields.line("people"),
        step=fields.line("step"),
        answers=_texts(fields, "answers"),
        measures=_each(fields, "measures", measure_from, place, noted, lambda each: each.valid_from.isoformat()),
        pauses=_each(fields, "pauses", pause_from, place, noted, lambda each: f"{each.first} {each.last}"),
        milestones=_each(fields, "milestones", milestone_from, place, noted, lambda each: each.uuid),
        activities=_each(fields, "activities", activity_from, place, noted, lambda each: each.uuid),
        plans=_each(fields, "if_then", plan_from, place, noted, lambda each: each.uuid),
        confidence=_each(fields, "confidence", confidence_from, place, noted, lambda each: each.on.isoformat()),
        outcome=outcome,
        lesson=fields.line("lesson"),
        closed_on=closed_on,
        created_at=fields.instant("created_at"),
        weight=fields.whole("weight", 1, 1000) or 1,
        dismissed=frozenset(lines_of(fields, "dismissed")),
    )
    noted.keep(place, fields)
    return GoalRead(goal, None if parent is None else as_uuid(parent, "parent"))


def entry_from(found: object, ids: Ids, noted: Noted) -> Entry:
    """An entry with id 0, of a goal that is known."""
    fields = Fields(found, "entry")
    uuid, goal = fields.uuid("uuid"), fields.uuid("goal")
    if goal not in ids:
        raise RefusedError("goal", "unknown_goal")
    state, value = fields.needed_word("state", EntryState), fields.amount("value")
    if (state is EntryState.VALUE) != (value is not None):
        raise RefusedError("value", "no_value" if value is None else "wrong_type")
    on, note, recorded = fields.needed_day("on"), fields.line("note"), fields.instant("recorded_at")
    source, source_id, counts = fields.line("source"), fields.line("source_id"), _counts(fields, value is not None)
    noted.keep(f"entry/{uuid}", fields)
    return Entry(0, uuid, ids[goal], on, state, value, note, recorded, source, source_id, counts)


def journal_from(found: object, ids: Ids, noted: Noted) -> JournalEntry:
    """A journal entry with id 0."""
    fields = Fields(found, "journal")
    uuid, text = fields.uuid("uuid"), fields.text("text", TEXT_LIMIT)
    on, created = fields.needed_day("on"), fields.instant("created_at")
    goals = dict.fromkeys(as_uuid(goal, "goals") for goal in fields.list("goals"))
    if not text:
        raise RefusedError("text", "no_text")
    noted.keep(f"journal/{uuid}", fields)
    return JournalEntry(0, uuid, on, text, tuple(ids[goal] for goal in goals if goal in ids), created)


def review_from(found: object, ids: Ids, noted: Noted) -> Review:
    """A review with id 0; what it decided about goals that are not known is left out."""
    fields = Fields(found, "review")
    week = fields.needed_day("week_start")
    place, since = f"review/{week}", fields.day("since") or week
    last = week + timedelta(days=(fields.whole("days", 1, 31) or 7) - 1)
    if since > week:
        raise RefusedError("since", "wrong_type")
    decided = _each(fields, "decisions", lambda each: _decided(each, ids), place, noted, lambda each: each[0])
    fields.raw("promises")
    review = Review(
        id=0,
        uuid=fields.uuid("uuid"),
        week=week,
        since=since,
        last=last,
        way=fields.word("way", Way) or Way.FULL,
        screen=fields.word("screen", ReviewScreen) or ReviewScreen.WEEK,
        place=fields.line("place"),
        seconds=fields.whole("seconds", 0, LONGEST) or 0,
        started_at=fields.instant("started_at"),
        finished_at=fields.instant("finished_at"),
        lines=_texts(fields, "answers"),
        goals=tuple(each for _, each in decided if each.goal_id),
    )
    noted.keep(place, fields)
    return review


def _each(
    fields: Fields,
    key: str,
    make: Callable[[Fields], T],
    place: str,
    noted: Noted,
    name: Callable[[T], str],
) -> tuple[T, ...]:
    """The things of a list, each once; one that is wrong is noted and left out."""
    made: dict[str, T] = {}
    for each in fields.list(key):
        try:
            inner = Fields(each, key)
            value = make(inner)
            if name(value) in made:
                raise RefusedError(key, "double")
        except RefusedError as refused:
            noted.refused.append((f"{place}/{key}", refused))
            continue
        made[name(value)] = value
        noted.keep(f"{place}/{key}/{name(value)}", inner)
    return tuple(made.values())


def _decided(fields: Fields, ids: Ids) -> tuple[str, GoalReview]:
    uuid = fields.uuid("goal")
    return uuid, GoalReview(
        ids.get(uuid, 0),
        fields.word("decision", Decision),
        fields.word("cause", Cause),
        fields.line("cause_note"),
        fields.word("repair", Repair),
        fields.line("repair_said"),
        fields.text("figures", FIGURES_LIMIT),
    )


def _texts(fields: Fields, key: str) -> dict[str, str]:
    """Texts by the question they answer."""
    found: dict[str, str] = {}
    for question, text in fields.texts(key):
        asked = Fields({key: question}).line(key)
        written = Fields({key: text}).text(key, TEXT_LIMIT)
        if asked and written:
            found[asked] = written
    return found


def _counts(fields: Fields, valued: bool) -> tuple[int, int, int] | None:
    given = fields.raw("counts")
    if given is None:
        return None
    counts = [Fields({"counts": each}).whole("counts", 0, _HIGHEST) for each in fields.list("counts")]
    if len(counts) != 3 or not valued:
        raise RefusedError("counts", "wrong_type")
    promoters, passives, detractors = (count or 0 for count in counts)
    return promoters, passives, detractors
