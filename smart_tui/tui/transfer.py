"""The app's part that knows foreign formats: looking into a file, what it would bring in, and bringing it in."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from smart_tui.domain.transfer import Asked, Columns, Intake, Path, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.merging import bring
from smart_tui.interop.merging.athome import at_home
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.interop.tables import table
from smart_tui.store.connection import Reader
from smart_tui.store.store import Store

ASKS = ("no_date_column", "no_value_column", "no_goal", "no_rows")
"""Why a table cannot be read that may be read once the person says how."""


class Wish(NamedTuple):
    """How a file is to be read where the person said so: its format, and the fields of `Columns` by name."""

    format: str = ""
    fixed: Mapping[str, object] = {}


class Look(NamedTuple):
    """What was seen in a file: its plan, or why there is none yet; of a table also how it is read."""

    format: str
    plan: Plan | None
    columns: Columns | None = None
    sample: tuple[tuple[str, ...], ...] = ()
    """The first rows of a table as they stand there."""
    missing: UnreadableFileError | None = None


def formats() -> tuple[str, ...]:
    """The formats that can be read."""
    return sources.formats()


def recognise(path: str, db: str) -> str:
    """The format of the file or folder at `path`, which is not the app's own file `db`; raises UnreadableFileError."""
    sources.spare_own(path, db)
    return sources.recognise(path)


def look(reader: Reader, path: str, asked: Asked, wish: Wish) -> Look:
    """Read a file and compare it with what is here; nothing is changed.

    Raises UnreadableFileError and StoreError.
    """
    sources.spare_own(path, reader.path)
    format = wish.format or sources.recognise(path)
    if format != table.FORMAT:
        found = sources.read(path, asked, format)
        met, into = at_home(reader, found, asked)
        return Look(format, make_plan(reader, met, asked.today, into))
    columns = table.guess(path, asked, wish.fixed)
    asked = asked._replace(columns=columns)
    seen = Look(format, None, columns, table.preview(path, columns))
    try:
        found = sources.read(path, asked, format)
    except UnreadableFileError as error:
        if error.code not in ASKS:
            raise
        return seen._replace(missing=error)
    met, into = at_home(reader, found, asked)
    return seen._replace(plan=make_plan(reader, met, asked.today, into))


async def bring_in(store: Store, plan: Plan, theirs: Collection[Path], progress: Callable[[int, int], None]) -> Intake:
    """Make a backup and bring in what was planned, in one step; of the conflicts those in `theirs` are taken over.

    `progress` is called on another thread with how many rows of how many are done. Raises StoreError.
    """
    return await bring.bring_in(store, plan, theirs, progress)
