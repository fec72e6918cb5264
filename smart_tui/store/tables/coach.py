"""The table of the remarks that were dismissed."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from smart_tui.store.tables.rules import of_goal, row_id, rules


class Dismissal(SQLModel, table=True):
    """A remark of the coach, by its code, that is not to be said of a goal any more."""

    __table_args__ = rules(UniqueConstraint("goal_id", "code"), CheckConstraint("code <> ''"))
    id: int | None = row_id()
    goal_id: int = of_goal()
    code: str
