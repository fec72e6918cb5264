"""Backups of Loop Habit Tracker: SQLite files whose user_version tells which columns there are.

Version 12 has only names, rhythms and ticked days; 15 numbers, 18 targets, 23 questions apart from descriptions, 24
identifiers that last, 25 notes. Later ones are not known.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.trackers.gathering import EARLIEST, Gathering, NotTaken
from smart_tui.interop.trackers.loophabit import SOURCE, Habit, Mark, Marks, told
from smart_tui.store.foreign import ForeignFile, is_database

FORMAT = "loop-db"
OLDEST, NEWEST = 12, 25
_HABIT = (
    "id",
    "name",
    "archived",
    "freq_num",
    "freq_den",
    "type",
    "target_type",
    "target_value",
    "unit",
    "question",
    "description",
    "uuid",
    "position",
)
_QUESTIONS = 23
_TICKED = 2
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def recognises(name: str, head: bytes) -> bool:
    """Whether a file of this name that begins like this is such a backup."""
    if not is_database(head):
        return False
    return b"repetitions" in head.lower() or (name.lower().endswith(".db") and "loop" in name.lower())


def read(path: str, asked: Asked) -> Found:
    """The habits of a backup as goals, their days as entries; raises UnreadableFileError."""
    gathering = Gathering(SOURCE, asked, path)
    with ForeignFile(path) as file:
        if not {"habits", "repetitions"} <= file.tables:
            raise UnreadableFileError("wrong_format", path=path)
        if file.version > NEWEST:
            raise UnreadableFileError("newer", path=path, version=file.version)
        if file.version < OLDEST:
            raise UnreadableFileError("older", path=path, version=file.version)
        habits = _habits(file, gathering)
        marks = {habit: Marks(gathering, habits[habit].numerical) for habit in habits}
        for rowid, habit, timestamp, value, notes in _repetitions(file):
            gathering.row()
            try:
                if habit not in marks:
                    raise NotTaken("loop.no_habit")
                marks[habit].take(Mark(_day(timestamp), _raw(value, file.version), _text(notes)))
            except NotTaken as refused:
                gathering.refuse(_whole(rowid), f"{timestamp} {value}", refused.code)
    for each in habits:
        gathering.tell(told(gathering, habits[each], marks[each]), _whole(each))
    if habits:
        gathering.say("loop.left_out")
    return gathering.found(FORMAT)


def _habits(file: ForeignFile, gathering: Gathering) -> Mapping[object, Habit]:
    habits: dict[object, Habit] = {}
    rows = sorted(file.rows("Habits", _HABIT), key=lambda row: (_whole(row[12]), _whole(row[0])))
    for row in rows:
        gathering.row()
        cells = dict(zip(_HABIT, row, strict=True))
        name = _text(cells["name"]).strip()
        described = _text(cells["description"])
        habits[cells["id"]] = Habit(
            key=_text(cells["uuid"]).strip().lower() or name,
            name=name,
            numerical=_whole(cells["type"]) == 1,
            times=_whole(cells["freq_num"]),
            days=_whole(cells["freq_den"]),
            at_most=_whole(cells["target_type"]) == 1,
            target=_decimal(cells["target_value"]),
            unit=_text(cells["unit"]),
            # What is a question today was called the description.
            question=_text(cells["question"]) if file.version >= _QUESTIONS else described,
            description=described if file.version >= _QUESTIONS else "",
            archived=_whole(cells["archived"]) != 0,
        )
    return habits


def _repetitions(file: ForeignFile) -> Sequence[tuple[object, ...]]:
    return tuple(file.rows("Repetitions", ("id", "habit", "timestamp", "value", "notes")))


def _day(timestamp: object) -> date:
    if not isinstance(timestamp, int):
        raise NotTaken("not_a_date")
    try:
        day = (_EPOCH + timedelta(milliseconds=timestamp)).date()
    except OverflowError:
        raise NotTaken("no_such_day") from None
    if day.year < EARLIEST:
        raise NotTaken("too_early")
    return day


def _raw(value: object, version: int) -> int:
    if value is None and version < NEWEST:
        return _TICKED
    if not isinstance(value, int):
        raise NotTaken("not_a_number")
    return value


def _whole(value: object) -> int:
    return value if isinstance(value, int) and abs(value) < 2**53 else 0


def _decimal(value: object) -> Decimal:
    try:
        found = Decimal(str(value)) if isinstance(value, int | float) else Decimal(0)
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() else Decimal(0)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
