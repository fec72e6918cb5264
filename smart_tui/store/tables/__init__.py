"""The tables: the one source of the schema. The frozen steps in `migrations` must arrive at the same.

Columns hold plain text and whole numbers only, so that the stdlib reader and the change log see what is stored:
days are ISO text, instants are ISO text in UTC, amounts are millionths, enums are their own words.
`table=True` classes accept anything; `records.Unit` validates, and the CHECK constraints stand behind it.
"""

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    event,
    text,
)
from sqlmodel import Field, SQLModel

from smart_tui.domain.goal import (
    Combine,
    Direction,
    EntryState,
    Horizon,
    Kind,
    Outcome,
    Period,
    Promise,
    Reading,
    State,
)
from smart_tui.store.searchschema import INDEX_TABLES, SEARCH_TRIGGERS
from smart_tui.store.tables import outside  # noqa: F401 - its tables belong to the schema, too
from smart_tui.store.tables.coach import Dismissal
from smart_tui.store.tables.exchange import Unknown
from smart_tui.store.tables.reviews import Journal, JournalGoal, Review, ReviewGoal, ReviewLine
from smart_tui.store.tables.rules import added, among, amounts, days, flags, of_goal, one_of, row_id, rules
from smart_tui.store.tables.triggers import TRIGGERS


class Area(SQLModel, table=True):
    """A named group of goals."""

    __table_args__ = rules(UniqueConstraint("name"), UniqueConstraint("uuid"))
    id: int | None = row_id()
    uuid: str
    name: str


class Goal(SQLModel, table=True):
    """A goal without its children."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        UniqueConstraint("no"),
        CheckConstraint("no > 0"),
        one_of("state", State),
        one_of("outcome", Outcome, optional=True),
        CheckConstraint("(state = 'closed') = (outcome IS NOT NULL)"),
        CheckConstraint("state = 'draft' OR trim(title) <> ''"),
        *days("start", "deadline", "review_on", "wake_on", "closed_on"),
        Index("ix_goal_state", "state"),
        Index("ix_goal_parent_id", "parent_id"),
    )
    id: int | None = row_id()
    uuid: str
    no: int
    title: str = ""
    statement: str = ""
    state: str
    model: str
    language: str
    start: str | None = None
    deadline: str | None = None
    review_on: str | None = None
    wake_on: str | None = None
    area_id: int | None = Field(
        default=None, sa_column=Column("area_id", Integer, ForeignKey("area.id", ondelete="SET NULL"))
    )
    owner: str = ""
    people: str = ""
    parent_id: int | None = Field(
        default=None, sa_column=Column("parent_id", Integer, ForeignKey("goal.id", ondelete="SET NULL"))
    )
    step: str = ""
    outcome: str | None = None
    lesson: str = ""
    closed_on: str | None = None
    created_at: str
    updated_at: str
    weight: int = added("weight", Integer, "weight BETWEEN 1 AND 1000", default=1)


class Tag(SQLModel, table=True):
    """A word a goal is filed under."""

    __table_args__ = rules(UniqueConstraint("goal_id", "name"))
    id: int | None = row_id()
    goal_id: int = of_goal()
    name: str


class Answer(SQLModel, table=True):
    """What was answered to a guiding question; `raw.<field>` keeps text that could not be read yet."""

    __table_args__ = rules(UniqueConstraint("goal_id", "question"))
    id: int | None = row_id()
    goal_id: int = of_goal()
    question: str
    text: str


class Measure(SQLModel, table=True):
    """One version of how a goal is measured."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        UniqueConstraint("goal_id", "valid_from"),
        one_of("kind", Kind),
        one_of("baseline_period", Period, optional=True),
        one_of("reading", Reading, optional=True),
        one_of("period", Period, optional=True),
        one_of("direction", Direction, optional=True),
        one_of("combine", Combine, optional=True),
        CheckConstraint("valid_from IS NOT NULL AND valid_from IS date(valid_from, '+0 days')"),
        *days("baseline_on"),
        *amounts("target", "baseline", "change_percent", "step", "low", "high"),
        *flags("running", "silence_is_zero", "untargeted", "keep_line"),
        CheckConstraint("share_wanted IS NULL OR share_wanted BETWEEN 1 AND 100"),
        CheckConstraint("weekdays BETWEEN 1 AND 127"),
        CheckConstraint("step IS NULL OR step > 0"),
    )
    id: int | None = row_id()
    uuid: str
    goal_id: int = of_goal()
    valid_from: str
    kind: str
    target: int | None = None
    unit: str = ""
    baseline: int | None = None
    baseline_on: str | None = None
    baseline_period: str | None = None
    change_percent: int | None = None
    reading: str | None = None
    period: str | None = None
    direction: str | None = None
    share_wanted: int | None = None
    weekdays: int = 127
    step: int | None = None
    what_counts: str = ""
    combine: str | None = None
    running: int = 0
    silence_is_zero: int = 0
    untargeted: int = 0
    low: int | None = None
    high: int | None = None
    levels: str = "[]"
    entered_as: str = "plain"
    reason: str = ""
    keep_line: int = 0


class Entry(SQLModel, table=True):
    """One value, or an excuse, on a civil day."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        one_of("state", EntryState),
        CheckConstraint("(state = 'value') = (value IS NOT NULL)"),
        *amounts("value"),
        CheckConstraint("day IS NOT NULL AND day IS date(day, '+0 days')"),
        # All that a goal is judged by, in the order it is read in: the table itself is not looked at.
        Index("ix_entry_figures", "goal_id", "day", "id", "state", "value", "source"),
        # What a journal looks through: few entries have a note.
        Index("ix_entry_note", "day", sqlite_where=text("note <> ''")),
        Index("ix_entry_source", "goal_id", "source", "source_id", unique=True, sqlite_where=text("source_id <> ''")),
    )
    id: int | None = row_id()
    uuid: str
    goal_id: int = of_goal()
    day: str
    state: str
    value: int | None = None
    note: str = ""
    recorded_at: str
    source: str = ""
    source_id: str = ""
    counts: str | None = added(
        "counts", String, "counts IS NULL OR (state = 'value' AND counts GLOB '[0-9]*/[0-9]*/[0-9]*')"
    )


class Pause(SQLModel, table=True):
    """Days a goal rests, both ends included."""

    __table_args__ = rules(
        CheckConstraint("first IS NOT NULL AND first IS date(first, '+0 days')"),
        *days("last"),
        CheckConstraint("last IS NULL OR last >= first"),
        Index("ix_pause_goal_id", "goal_id"),
    )
    id: int | None = row_id()
    goal_id: int = of_goal()
    first: str
    last: str | None = None


class Milestone(SQLModel, table=True):
    """A dated part of a goal, with a weight."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        *days("due", "done_on"),
        CheckConstraint("weight BETWEEN 1 AND 1000000"),
        Index("ix_milestone_goal_id", "goal_id"),
    )
    id: int | None = row_id()
    uuid: str
    goal_id: int = of_goal()
    title: str
    due: str | None = None
    weight: int = 1
    done_on: str | None = None


class Activity(SQLModel, table=True):
    """Something to do: what, when, where."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        *days("due", "done_on"),
        one_of("horizon", Horizon),
        Index("ix_activity_goal_id", "goal_id"),
    )
    id: int | None = row_id()
    uuid: str
    goal_id: int = of_goal()
    what: str
    time: str = ""
    place: str = ""
    due: str | None = None
    horizon: str = Horizon.OTHER.value
    done_on: str | None = None
    outcome: str | None = added("outcome", String, among("outcome", Promise, optional=True))
    reason: str = added("reason", String, default="")


class Plan(SQLModel, table=True):
    """If a situation, then an action."""

    __table_args__ = rules(UniqueConstraint("uuid"), Index("ix_plan_goal_id", "goal_id"))
    id: int | None = row_id()
    uuid: str
    goal_id: int = of_goal()
    situation: str
    action: str


class Confidence(SQLModel, table=True):
    """How sure the person was on a day."""

    __table_args__ = rules(
        UniqueConstraint("goal_id", "day"),
        CheckConstraint("day IS NOT NULL AND day IS date(day, '+0 days')"),
        CheckConstraint("value BETWEEN 1 AND 10"),
    )
    id: int | None = row_id()
    goal_id: int = of_goal()
    day: str
    value: int


TABLES: dict[str, type[SQLModel]] = {
    "area": Area,
    "goal": Goal,
    "tag": Tag,
    "answer": Answer,
    "measure": Measure,
    "entry": Entry,
    "pause": Pause,
    "milestone": Milestone,
    "activity": Activity,
    "plan": Plan,
    "confidence": Confidence,
    "review": Review,
    "review_goal": ReviewGoal,
    "review_line": ReviewLine,
    "journal": Journal,
    "journal_goal": JournalGoal,
    "dismissal": Dismissal,
    "unknown": Unknown,
}
"""The tables whose changes are recorded and can be undone, by name."""

# The library does not annotate DDL.
for _statement in (*TRIGGERS.values(), *INDEX_TABLES.values(), *SEARCH_TRIGGERS.values()):
    event.listen(SQLModel.metadata, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]
