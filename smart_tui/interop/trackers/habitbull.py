"""HabitBull's export: one table with a row for each day of each habit. It holds no targets."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.textfile import head_text, read_text
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told, column, iso_day, number
from smart_tui.interop.trackers.rhythm import unjudged

FORMAT = "habitbull"
SKIPPED = Decimal(-2150000000)
"""The value of a day that was skipped."""
_HEADER = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value"


def recognises(name: str, head: bytes) -> bool:
    """Whether a file of this name that begins like this is such an export."""
    return not name.endswith("/") and head_text(head).replace('"', "").startswith(_HEADER)


def read(path: str, asked: Asked) -> Found:
    """The habits of an export as goals, their days as entries; raises UnreadableFileError."""
    gathering = Gathering(FORMAT, asked, path)
    text, _ = read_text(path)
    rows = _rows(text, gathering)
    header = {name.strip(): at for at, name in enumerate(next(rows, (1, [""]))[1])}
    if not {"HabitName", "CalendarDate", "Value"} <= header.keys():
        raise UnreadableFileError("wrong_format", path=path)
    habits: dict[str, Told] = {}
    days: dict[str, dict[str, tuple[Day, Decimal]]] = {}
    for line, row in rows:
        gathering.row()
        name = column(row, header, "HabitName")
        if not name:
            gathering.refuse(line, ",".join(row), "no_name")
            continue
        if name not in habits:
            about = column(row, header, "HabitDescription"), column(row, header, "HabitCategory")
            habits[name] = Told(name, name, unjudged(), what=about[0], area=about[1])
        try:
            _take(gathering, days.setdefault(name, {}), row, header)
        except NotTaken as refused:
            found = f"{column(row, header, 'CalendarDate')} {column(row, header, 'Value')}"
            gathering.refuse(line, found, refused.code)
    for name, told in habits.items():
        gathering.tell(told._replace(days=[day for day, _ in days.get(name, {}).values()]))
    gathering.say("no_targets")
    return gathering.found(FORMAT)


def _take(gathering: Gathering, days: dict[str, tuple[Day, Decimal]], row: list[str], header: dict[str, int]) -> None:
    on = gathering.past(iso_day(column(row, header, "CalendarDate")))
    raw = number(column(row, header, "Value"))
    day = Day(on, None if raw == SKIPPED else gathering.amount(raw), column(row, header, "CommentText"))
    before = days.setdefault(on.isoformat(), (day, raw))
    if before[0] is day:
        return
    if before[1] != raw:
        raise NotTaken("double")
    gathering.count("doubles")
    if not before[0].note:
        days[on.isoformat()] = (day, raw)


def _rows(text: str, gathering: Gathering) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            gathering.refuse(reader.line_num, "", "too_long")
            continue
        if any(cell.strip() for cell in row):
            yield reader.line_num, row
