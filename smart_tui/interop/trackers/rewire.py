"""Rewire's database: habits with a schedule, and check-ins, of which those of type 2 are days that were done."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Measure
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told, civil_day
from smart_tui.interop.trackers.rhythm import occasions, quota, unjudged
from smart_tui.store.foreign import ForeignFile, is_database

FORMAT = "rewire"
_HABIT = ("_id", "name", "description", "schedule", "active_days", "repeating_count", "days", "period")
_CHECKIN = ("_id", "habit_id", "date", "type")
_WEEKDAYS, _SO_MANY, _EVERY = 0, 1, 2
"""Kinds of schedule: on certain weekdays, on so many days of a period, every so many days."""
_PERIODS = (7, 31, 365)
_DONE = 2
_LONGEST = 10_000


def recognises(name: str, head: bytes) -> bool:
    """Whether a file that begins like this is such a database."""
    return is_database(head) and b"checkins" in head.lower() and b"repeating_count" in head.lower()


def read(path: str, asked: Asked) -> Found:
    """The habits as goals, the days done as entries of 1; raises UnreadableFileError."""
    gathering = Gathering(FORMAT, asked, path)
    with ForeignFile(path) as file:
        if not {"habits", "checkins"} <= file.tables:
            raise UnreadableFileError("wrong_format", path=path)
        habits: dict[object, Told] = {}
        for row in file.rows("habits", _HABIT):
            gathering.row()
            cells = dict(zip(_HABIT, row, strict=True))
            title = _text(cells["name"])
            measure = _measure(gathering, title, cells)
            habits[cells["_id"]] = Told(str(cells["_id"]), title, measure, what=_text(cells["description"]))
        days: dict[object, dict[date, Day]] = {habit: {} for habit in habits}
        for checkin, habit, on, kind in file.rows("checkins", _CHECKIN):
            gathering.row()
            if kind != _DONE:
                gathering.count("rewire.other")
                continue
            try:
                if habit not in days:
                    raise NotTaken("loop.no_habit")
                _done(gathering, days[habit], on)
            except NotTaken as refused:
                gathering.refuse(checkin if isinstance(checkin, int) else 0, on, refused.code)
    for habit, told in habits.items():
        gathering.tell(told._replace(days=list(days[habit].values())))
    return gathering.found(FORMAT)


def _done(gathering: Gathering, days: dict[date, Day], written: object) -> None:
    text = str(written)
    if len(text) < 8 or not text[:8].isascii() or not text[:8].isdigit():
        raise NotTaken("not_a_date")
    on = gathering.past(civil_day(int(text[:4]), int(text[4:6]), int(text[6:8])))
    if on in days:
        gathering.count("doubles")
    days[on] = Day(on, Decimal(1))


def _measure(gathering: Gathering, title: str, cells: Mapping[str, object]) -> Measure:
    times, days = 0, 0
    schedule, period = cells["schedule"], cells["period"]
    if schedule == _WEEKDAYS:
        times, days = len({day.strip() for day in _text(cells["active_days"]).split(",") if day.strip()}), 7
        if 0 < times < days:
            gathering.say("rewire.weekdays", title=title, count=times)
    elif schedule == _SO_MANY and isinstance(period, int) and 0 <= period < len(_PERIODS):
        times, days = _whole(cells["days"]), _PERIODS[period]
    elif schedule == _EVERY:
        times, days = 1, _whole(cells["repeating_count"])
    if not 0 < times <= _LONGEST or not 0 < days <= _LONGEST:
        gathering.say("loop.no_rhythm", title=title)
        return unjudged()
    return quota(gathering, title, occasions(times, days), (times, days))


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
