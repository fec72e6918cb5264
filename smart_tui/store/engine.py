"""The one writing connection of a store, as SQLAlchemy has it. It is loaded with the first write, not before."""

import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from smart_tui.store import records  # noqa: F401 - the tables have to be known, and loaded by this thread
from smart_tui.store.connection import VERSION, check_version, open_writer
from smart_tui.store.errors import translated
from smart_tui.store.migrations import bring_up_to_date, create_if_missing

if TYPE_CHECKING:
    from sqlalchemy import Engine


def engine_on(path: str) -> "Engine":
    """The engine on the file at `path`, which is made or brought up to date first; raises StoreError."""
    create_if_missing(path)
    try:
        connection = open_writer(path)
        if check_version(connection, path) < VERSION:
            connection.close()
            bring_up_to_date(path)
            connection = open_writer(path)
    except (sqlite3.Error, OSError) as error:
        raise translated(error, path) or error from error
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(opened: Any) -> None:
        opened.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def check_not_taken_back(session: Any) -> None:
    """Raise sqlite3.Error where SQLite has taken the transaction back: a commit would then succeed with nothing."""
    if not session.connection().connection.driver_connection.in_transaction:
        raise sqlite3.OperationalError("the transaction was taken back")


def roll_back(session: Any) -> None:
    """Take back what is open, whatever state the session is in."""
    try:
        session.rollback()
    except Exception:
        # The connection is let go of afterwards, which rolls back what is open.
        session.invalidate()
