"""What comes in from a file and goes out into one, before and after it is compared with what is there."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Entry, Goal, Milestone
from smart_tui.domain.review import JournalEntry, Review

Path = tuple[str, ...]
"""Names one part of what a file holds, such as ("goal", uuid, "title") or ("entry", uuid)."""


class Contents(NamedTuple):
    """All that can leave and come back: what a file of ours holds, and what is made of a foreign one.

    Ids are only good inside of it: `goal_id`, `parent_id` and the goals of a journal entry or a review name a goal
    of the same contents.
    """

    goals: tuple[Goal, ...] = ()
    entries: tuple[Entry, ...] = ()
    journal: tuple[JournalEntry, ...] = ()
    reviews: tuple[Review, ...] = ()
    settings: Mapping[str, str] = {}
    """As they are stored, by key; only those that change what data mean."""
    areas: Mapping[str, str] = {}
    """The UUID of each area by its name."""
    unknown: Mapping[str, Mapping[str, object]] = {}
    """What a file said beyond what is understood, as JSON values, by what it belongs to ("goal/UUID")."""
    exchanged: Mapping[int, tuple[int, ...]] = {}
    """Which states of a part (by a digest of its path) another copy is known to have seen, by their digests."""


class Rejected(NamedTuple):
    """Something in a file that cannot be taken over: where, the words as found (shortened), and why as a code."""

    line: int
    """Counted from 1; 0 where the format has no lines."""
    found: str
    code: str
    params: Mapping[str, object] = {}


class Said(NamedTuple):
    """What a reader of a foreign format has to say about how it understood a file, as a code."""

    code: str
    params: Mapping[str, object] = {}


class Found(NamedTuple):
    """A file as it was read: its format, what it holds, what was refused, and what is to be said about it."""

    format: str
    contents: Contents
    rejected: tuple[Rejected, ...] = ()
    said: tuple[Said, ...] = ()
    rows: int = 0
    """Rows or things looked at."""


class Conflict(NamedTuple):
    """A part that was changed both here and there: what it belongs to, which part it is, and both as text."""

    path: Path
    title: str
    """The goal's title, or the day of an entry."""
    part: str
    """The field, as the text layer names it ("title", "deadline", "specific.what", "entry", "journal" ...)."""
    mine: str
    theirs: str
    """Empty where it was deleted on that side."""
    milestones: tuple[Milestone | None, Milestone | None] = (None, None)
    """Mine and theirs, where it is one."""


class Intake(NamedTuple):
    """What taking a file over would do, as numbers by kind ("goal", "entry", "journal", "review", "setting" ...)."""

    new: Mapping[str, int] = {}
    changed: Mapping[str, int] = {}
    removed: Mapping[str, int] = {}
    same: Mapping[str, int] = {}
    deleted_here: Mapping[str, int] = {}
    """In the file, but deleted here since it came in: it stays deleted."""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether it changes nothing and asks nothing."""
        return not (self.new or self.changed or self.removed or self.conflicts)


class Columns(NamedTuple):
    """How a table of text is read: guessed first, shown, and corrected by the person."""

    separator: str = ","
    decimal: str = "."
    dates: str = "ymd"
    """The order of day, month and year: "ymd", "dmy" or "mdy"."""
    encoding: str = "utf-8"
    header: bool = True
    date: int | None = None
    """Columns counted from 0; None where there is none."""
    value: int | None = None
    note: int | None = None
    goal: int | None = None
    """The column that names the goal, where one file holds several."""
    title: str = ""
    """The goal it all belongs to where no column names one."""
    settled: tuple[str, ...] = ()
    """The names of those of these that the person said, and that were not guessed."""


class Asked(NamedTuple):
    """What a reader of a foreign format may need to know."""

    today: date
    language: str = "en"
    first_weekday: int = 0
    columns: Columns | None = None
    title: str = ""
    """The goal that values without a name belong to."""
    uuid: str = ""
    """That goal's, where it is one that is here."""
    share: Decimal = Decimal(80)


class UnreadableFileError(Exception):
    """A file that cannot be taken over at all: a code, and the values its sentence needs. Nothing was changed."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
