"""The tables outside undo: settings, counters, kept figures, and the history itself."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, UniqueConstraint
from sqlmodel import Field, SQLModel

from smart_tui.store.tables.rules import flags, row_id, rules


class Setting(SQLModel, table=True):
    """One setting that changes what data mean; outside undo."""

    key: str = Field(primary_key=True)
    value: str


class Counter(SQLModel, table=True):
    """The next number to give out; never rolled back by undo, so no goal number is used twice."""

    name: str = Field(primary_key=True)
    value: int


class Standing(SQLModel, table=True):
    """How a goal stood when it was last judged, kept so that its entries need not be read again.

    A cache outside undo that may be emptied at any time. `figures` hold for what `valid_for` names (the day, the
    rules, the settings) as long as `stamp` is the same: triggers change it, and drop the figures, with every
    change of a row they depend on, whoever makes it.
    """

    goal_id: int = Field(
        sa_column=Column("goal_id", Integer, ForeignKey("goal.id", ondelete="CASCADE"), primary_key=True)
    )
    stamp: int
    valid_for: str | None = None
    entries: int | None = None
    last_on: str | None = None
    figures: str | None = None


class Step(SQLModel, table=True):
    """One step of the undo history."""

    __tablename__: ClassVar[str] = "change_group"
    __table_args__ = rules(UniqueConstraint("uuid"), *flags("undone"))
    id: int | None = row_id()
    uuid: str
    at: str
    operation: str
    params: str = "{}"
    visit: str = ""
    goal_id: int = 0
    undone: int = 0


class Change(SQLModel, table=True):
    """What a step did to one row: the columns that changed, before and after, as JSON."""

    __table_args__ = rules(
        CheckConstraint("operation IN ('insert', 'update', 'delete')"), Index("ix_change_group_id", "group_id")
    )
    id: int | None = row_id()
    group_id: int = Field(
        sa_column=Column("group_id", Integer, ForeignKey("change_group.id", ondelete="CASCADE"), nullable=False)
    )
    operation: str
    table_name: str
    row_id: int
    before: str | None = None
    after: str | None = None
