"""What columns may hold, as constraints and column definitions that the tables share."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, text
from sqlmodel import Field

AMOUNT_LIMIT = 10**18
"""Amounts are stored in millionths below this, that is below a million millions."""


def one_of(column: str, values: Any, *, optional: bool = False) -> CheckConstraint:
    """A column holds one of these words."""
    return CheckConstraint(among(column, values, optional=optional))


def among(column: str, values: Any, *, optional: bool = False) -> str:
    """The same as the text of a rule, for `added`."""
    words = ", ".join(f"'{value}'" for value in values)
    rule = f"{column} IN ({words})"
    return f"{column} IS NULL OR {rule}" if optional else rule


def known_days(*columns: str) -> list[CheckConstraint]:
    """Columns hold days that exist, as ISO text."""
    return [CheckConstraint(f"{column} IS NOT NULL AND {column} IS date({column}, '+0 days')") for column in columns]


def days(*columns: str) -> list[CheckConstraint]:
    """Columns hold days that exist, as ISO text, or nothing."""
    # The modifier makes SQLite count: without it `date` gives 2026-02-30 back as it is.
    return [CheckConstraint(f"{column} IS date({column}, '+0 days')") for column in columns]


def amounts(*columns: str) -> list[CheckConstraint]:
    """Columns hold whole millionths within the limit, or nothing."""
    return [
        CheckConstraint(
            f"{column} IS NULL OR (typeof({column}) = 'integer' AND abs({column}) < {AMOUNT_LIMIT})",
        )
        for column in columns
    ]


def flags(*columns: str) -> list[CheckConstraint]:
    """Columns hold 0 or 1."""
    return [CheckConstraint(f"{column} IN (0, 1)") for column in columns]


def added(name: str, kind: Any, rule: str = "", default: int | str | None = None) -> Any:
    """A column that came with a later version: its rule stands beside it, where ALTER TABLE can put one."""
    column = Column(
        name,
        kind,
        *([CheckConstraint(rule)] if rule else []),
        nullable=default is None,
        server_default=None if default is None else text(repr(default)),
    )
    return Field(default=default, sa_column=column)


def row_id() -> Any:
    """The id of a row."""
    return Field(default=None, primary_key=True)


def of_goal() -> Any:
    """The goal a row belongs to."""
    return Field(sa_column=Column("goal_id", Integer, ForeignKey("goal.id", ondelete="CASCADE"), nullable=False))


def part_of(table: str) -> Any:
    """The row of another table that a row belongs to, in the column called after it."""
    column = Column(f"{table}_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)
    return Field(sa_column=column)


def rules(*constraints: Any) -> tuple[Any, ...]:
    """The rules of a table with ids that are never given out again."""
    # AUTOINCREMENT: an id given out again would let an undo hit another row.
    return (*constraints, {"sqlite_autoincrement": True})
