"""The tables of what other copies have seen, and of what a file said beyond what is understood."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from smart_tui.store.tables.rules import flags, row_id, rules


class Exchanged(SQLModel, table=True):
    """A state of a part that another copy is known to have seen; outside undo.

    `part` and `digest` are digests of the part's path and of its state. `received` says that it came from there.
    A row of a `step` that was undone does not count, and goes when that step does.
    """

    __table_args__ = (*flags("received"), {"sqlite_with_rowid": False})
    part: int = Field(primary_key=True)
    digest: int = Field(primary_key=True)
    received: int = 0
    step: str = ""


class Unknown(SQLModel, table=True):
    """What a file said of a thing ("goal/UUID") beyond what is understood, as a JSON object: it is given back."""

    __table_args__ = rules(UniqueConstraint("belongs"))
    id: int | None = row_id()
    belongs: str
    kept: str
