"""The tables of weekly reviews and the journal."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from smart_tui.domain.review import Cause, Decision, Repair, ReviewScreen, Way
from smart_tui.store.tables.rules import known_days, of_goal, one_of, part_of, row_id, rules


class Review(SQLModel, table=True):
    """One week's review, by the first day of its week."""

    __table_args__ = rules(
        UniqueConstraint("uuid"),
        UniqueConstraint("week"),
        *known_days("week", "since", "last"),
        CheckConstraint("since <= week AND week <= last"),
        one_of("way", Way),
        one_of("screen", ReviewScreen),
        CheckConstraint("typeof(seconds) = 'integer' AND seconds >= 0"),
        # Up to which day is reviewed is asked with every list.
        Index("ix_review_finished", "last", sqlite_where=text("finished_at IS NOT NULL")),
    )
    id: int | None = row_id()
    uuid: str
    week: str
    since: str
    last: str
    way: str = Way.FULL.value
    screen: str = ReviewScreen.WEEK.value
    place: str = ""
    seconds: int = 0
    started_at: str
    finished_at: str | None = None


class ReviewGoal(SQLModel, table=True):
    """What was decided about a goal in a review, and how the goal stood when the review was finished."""

    __tablename__: ClassVar[str] = "review_goal"
    __table_args__ = rules(
        UniqueConstraint("review_id", "goal_id"),
        one_of("decision", Decision, optional=True),
        one_of("cause", Cause, optional=True),
        one_of("repair", Repair, optional=True),
        Index("ix_review_goal_goal_id", "goal_id"),
    )
    id: int | None = row_id()
    review_id: int = part_of("review")
    goal_id: int = of_goal()
    decision: str | None = None
    cause: str | None = None
    cause_note: str = ""
    repair: str | None = None
    repair_said: str = ""
    figures: str = ""


class ReviewLine(SQLModel, table=True):
    """A line written in a review, by the question it answers."""

    __tablename__: ClassVar[str] = "review_line"
    __table_args__ = rules(UniqueConstraint("review_id", "prompt"), CheckConstraint("prompt <> '' AND text <> ''"))
    id: int | None = row_id()
    review_id: int = part_of("review")
    prompt: str
    text: str


class Journal(SQLModel, table=True):
    """Free text for a day."""

    __table_args__ = rules(UniqueConstraint("uuid"), *known_days("day"), Index("ix_journal_day", "day"))
    id: int | None = row_id()
    uuid: str
    day: str
    text: str
    created_at: str
    updated_at: str


class JournalGoal(SQLModel, table=True):
    """A goal that a journal entry is about."""

    __tablename__: ClassVar[str] = "journal_goal"
    __table_args__ = rules(UniqueConstraint("journal_id", "goal_id"), Index("ix_journal_goal_goal_id", "goal_id"))
    id: int | None = row_id()
    journal_id: int = part_of("journal")
    goal_id: int = of_goal()
