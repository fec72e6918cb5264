"""What is gathered from a foreign file until it is whole: goals with their days, what is refused, what is said."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.cleaning import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text, clean_title
from smart_tui.domain.goal import Entry, EntryState, Goal, Measure, Pause, State
from smart_tui.domain.quantity import LIMIT, plain
from smart_tui.domain.review import JournalEntry
from smart_tui.domain.smart import DEFAULT_MODEL
from smart_tui.domain.transfer import Asked, Contents, Found, Rejected, Said, UnreadableFileError
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.textfile import ROWS, short

EARLIEST = 1900
"""The first year a day can be in."""
_MILLIONTH = Decimal("0.000001")


class Day(NamedTuple):
    """One entry as a foreign file has it: a value, or an excuse where it is None."""

    on: date
    value: Decimal | None
    note: str = ""
    ids: tuple[str, ...] = ()
    """What names it within its goal; empty where its day does."""
    recorded_at: datetime | None = None


class Told(NamedTuple):
    """A goal as a foreign file tells of it."""

    key: str
    """What the other program knows it by."""
    title: str
    measure: Measure
    """Its `valid_from` is set to the goal's first day."""
    days: Sequence[Day] = ()
    diary: Sequence[tuple[date, str]] = ()
    """Texts of days that have no entry they could be a note of."""
    what: str = ""
    why: str = ""
    area: str = ""
    tags: tuple[str, ...] = ()
    start: date | None = None
    """None for the day of its first entry."""
    deadline: date | None = None
    resting: bool = False
    """Whether it was put aside there: it comes in as paused from the day after its last entry."""
    rest_said: bool = False
    """Whether it was said otherwise why it rests."""


class NotTaken(Exception):
    """A value that cannot be taken over: the code of its `Rejected`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Gathering:
    """Collects what a reader finds; `found` makes goals and entries of it. `source` is the program's own word."""

    def __init__(self, source: str, asked: Asked, path: str) -> None:
        self.source = source
        self.asked = asked
        self.path = path
        self.rows = 0
        self._told: list[Told] = []
        self._keys: set[str] = set()
        self._rejected: list[Rejected] = []
        self._said: list[Said] = []
        self._counts: dict[str, int] = {}

    def row(self) -> None:
        """Count a row that is looked at; raises UnreadableFileError where there are too many."""
        self.rows += 1
        if self.rows > ROWS:
            raise UnreadableFileError("too_many_rows", path=self.path, limit=ROWS)

    def refuse(self, line: int, found: object, code: str, **params: object) -> None:
        """Say that something is not taken over."""
        self._rejected.append(Rejected(line, short(found), code, params))

    def say(self, code: str, **params: object) -> None:
        """Say how something was understood, once."""
        said = Said(code, params)
        if said not in self._said:
            self._said.append(said)

    def count(self, code: str, number: int = 1) -> None:
        """Say that something was so, so many times."""
        self._counts[code] = self._counts.get(code, 0) + number

    def tell(self, told: Told, line: int = 0) -> None:
        """Take up a goal; one without a name is refused, and one whose key is taken gets one of its own."""
        title = clean_title(told.title)
        if not title:
            self.refuse(line, told.what or told.key, "no_name")
            return
        key, number = told.key, 1
        while key in self._keys:
            number += 1
            key = f"{told.key}#{number}"
        self._keys.add(key)
        self._told.append(told._replace(key=key, title=title))

    def past(self, on: date) -> date:
        """The day of something that has happened; raises NotTaken in_future."""
        if on > self.asked.today:
            raise NotTaken("in_future")
        return on

    def amount(self, value: Decimal) -> Decimal:
        """A value as it can be kept, in millionths, counting those that are rounded; raises NotTaken."""
        if not value.is_finite():
            raise NotTaken("not_a_number")
        if abs(value) >= LIMIT:
            raise NotTaken("number.too_large")
        kept = value.quantize(_MILLIONTH)
        if kept != value:
            self.count("values_rounded")
        if abs(kept) >= LIMIT:
            raise NotTaken("number.too_large")
        return plain(kept)

    def found(self, format: str) -> Found:
        """All of it; raises UnreadableFileError no_rows where nothing was there at all."""
        if not self._told and not self._rejected:
            raise UnreadableFileError("no_rows", path=self.path)
        last = max((day.on for told in self._told for day in told.days), default=self.asked.today)
        goals: list[Goal] = []
        entries: list[Entry] = []
        journal: list[JournalEntry] = []
        areas: dict[str, str] = {}
        for number, told in enumerate(self._told, start=1):
            goals.append(self._goal(number, told, last))
            self._days(number, told, entries, journal)
            if goals[-1].area:
                areas[goals[-1].area] = stable_uuid(self.source, "area", goals[-1].area)
        contents = Contents(tuple(goals), tuple(entries), tuple(journal), areas=areas)
        counted = (Said(code, {"count": count}) for code, count in self._counts.items())
        return Found(format, contents, tuple(self._rejected), (*self._said, *counted), self.rows)

    def _goal(self, number: int, told: Told, last: date) -> Goal:
        days = [day.on for day in told.days]
        start = told.start or min(days, default=last)
        rests = max(days, default=start) + timedelta(days=1) if told.resting else None
        measure = told.measure._replace(
            valid_from=start, unit=clean_line(told.measure.unit), what_counts=self._text(told.measure.what_counts)
        )
        answers = {"specific.what": self._text(told.what), "relevant.why": self._text(told.why)}
        if told.resting and not told.rest_said:
            self.count("archived")
        return Goal(
            id=number,
            uuid=stable_uuid(self.source, told.key),
            no=0,
            title=told.title,
            state=State.PAUSED if rests else State.ACTIVE,
            model=DEFAULT_MODEL,
            language=self.asked.language,
            start=start,
            deadline=told.deadline if told.deadline is None or told.deadline >= start else None,
            area=clean_line(told.area),
            tags=tuple(dict.fromkeys(tag for tag in map(clean_line, told.tags) if tag)),
            answers={question: text for question, text in answers.items() if text},
            measures=(measure,),
            pauses=(Pause(rests),) if rests else (),
        )

    def _days(self, number: int, told: Told, entries: list[Entry], journal: list[JournalEntry]) -> None:
        for day in told.days:
            ids = (told.key, *(day.ids or (day.on.isoformat(),)))
            note = clean_line(day.note)
            if len(note) == LINE_LIMIT and len(clean_text(day.note)) > LINE_LIMIT:
                self.count("notes_to_journal")
                self._write(number, day.on, day.note, ids, journal)
            entry = Entry(
                id=len(entries) + 1,
                uuid=stable_uuid(self.source, *ids),
                goal_id=number,
                on=day.on,
                state=EntryState.EXCUSED if day.value is None else EntryState.VALUE,
                value=day.value,
                note=note,
                recorded_at=day.recorded_at,
                source=self.source,
                source_id="/".join(ids[1:]),
            )
            entries.append(entry)
        for on, text in told.diary:
            self._write(number, on, text, (told.key, on.isoformat()), journal)

    def _write(self, number: int, on: date, text: str, ids: tuple[str, ...], journal: list[JournalEntry]) -> None:
        whole = clean_text(text, len(text))
        for at in range(0, len(whole), TEXT_LIMIT):
            if part := whole[at : at + TEXT_LIMIT].strip():
                uuid = stable_uuid(self.source, *ids, "note", str(at))
                journal.append(JournalEntry(len(journal) + 1, uuid, on, part, (number,)))

    def _text(self, text: str) -> str:
        if len(text) > TEXT_LIMIT and len(clean_text(text, len(text))) > TEXT_LIMIT:
            self.count("texts_shortened")
        return clean_text(text)


def iso_day(text: str) -> date:
    """The day written 2026-01-31; raises NotTaken: no_date, not_a_date, no_such_day, too_early."""
    written = text.strip()
    if not written:
        raise NotTaken("no_date")
    parts = written.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        raise NotTaken("not_a_date")
    return civil_day(*map(int, parts))


def civil_day(year: int, month: int, day: int) -> date:
    """The day of these numbers; raises NotTaken: no_such_day, too_early."""
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        raise NotTaken("no_such_day") from None
    if found.year < EARLIEST:
        raise NotTaken("too_early")
    return found


def number(text: str) -> Decimal:
    """The number written with a point, such as -2.5; raises NotTaken: no_value, not_a_number."""
    written = text.strip()
    if not written:
        raise NotTaken("no_value")
    digits = written.lstrip("+-").replace(".", "", 1)
    if len(written) > 40 or not digits.isascii() or not digits.isdigit() or len(written) - len(digits) > 2:
        raise NotTaken("not_a_number")
    return Decimal(written)


def column(row: Sequence[str], header: Mapping[str, int], *names: str) -> str:
    """The cell of the first of these columns that there is, stripped; empty where there is none."""
    at = next((header[name] for name in names if name in header), None)
    return row[at].strip() if at is not None and at < len(row) else ""
