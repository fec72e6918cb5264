"""Exports of Loop Habit Tracker: the ZIP file, the folder it unpacks to, or one of its tables of days."""

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop.archive import Archive, archive
from smart_tui.interop.textfile import ROWS, head_text, read_text
from smart_tui.interop.trackers.gathering import Gathering, NotTaken, column, iso_day, number
from smart_tui.interop.trackers.loophabit import SOURCE, WORDS, Habit, Mark, Marks, raw_value, told

FORMAT = "loop"
HABITS, DAYS = "Habits.csv", "Checkmarks.csv"
SCORES = "Date,Score"
"""The first line of a table of scores: Loop works them out, and nobody entered them."""
_FOLDER = re.compile(r"(\d{3,})(?: (.*))?\Z", re.ASCII | re.DOTALL)
_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_ZIP = b"PK\x03\x04"
_CELLS = 10
"""Cells of a row on the whole, where a table has as many rows as are read."""
_MOST = 3
"""The greatest number that still is a word and no amount."""


def recognises(name: str, head: bytes) -> bool:
    """Whether a file or folder (its name ends with "/", the head is the names in it) is such an export."""
    if name.endswith("/"):
        names = head.decode("utf-8", "replace").splitlines()
        return HABITS in names or (DAYS in names and any(map(_FOLDER.match, names)))
    if head.startswith(_ZIP):
        return b"Habits.csv" in head or b"Checkmarks.csv" in head or "loop habits" in name.lower()
    first = head_text(head).splitlines()[:3]
    if not first:
        return False
    if first[0].strip() == SCORES:
        return True
    if first[0].startswith("Date,Value"):
        return any(f",{word}" in line for word in WORDS for line in first[1:])
    return name == DAYS and first[0].startswith("Date,") and first[0].rstrip().endswith(",")


def read(path: str, asked: Asked) -> Found:
    """The habits of an export as goals, their days as entries; raises UnreadableFileError."""
    gathering = Gathering(SOURCE, asked, path)
    if os.path.isdir(path) or _is_zip(path):
        _read_archive(archive(path), gathering)
    else:
        _read_table(path, gathering)
    return gathering.found(FORMAT)


def _is_zip(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except (OSError, ValueError):
        return False


def _read_archive(files: Archive, gathering: Gathering) -> None:
    tables = sorted((name for name in files.names if name.split("/")[-1] in (HABITS, DAYS)), key=_depth)
    if not tables:
        raise UnreadableFileError("wrong_format", path=files.path)
    listed = [name for name in tables if name.endswith(HABITS)]
    root = (listed or tables)[0].rpartition("/")[0]
    prefix = f"{root}/" if root else ""
    habits, old = _habits(files.text(prefix + HABITS), gathering) if listed else ({}, False)
    folders = {}
    for name in tables:
        inside = name.removeprefix(prefix).split("/")
        match = _FOLDER.match(inside[0]) if len(inside) == 2 and inside[1] == DAYS else None
        if match:
            folders[int(match[1])] = (name, match[2] or "")
    if folders or prefix + DAYS not in files.names:
        _by_folder(files, habits, folders, old, gathering)
    else:
        _combined(files.text(prefix + DAYS), tuple(habits.values()), old, gathering)
    gathering.say("loop.left_out")
    gathering.say("loop.by_name")


def _by_folder(
    files: Archive,
    habits: Mapping[int, Habit],
    folders: Mapping[int, tuple[str, str]],
    old: bool,
    gathering: Gathering,
) -> None:
    for position in sorted({*habits, *folders}):
        member, name = folders.get(position, ("", ""))
        rows = list(_rows(files.text(member), gathering)) if member else []
        habit = habits.get(position) or _unlisted(name or str(position), [row[1] for _, row in rows if len(row) > 1])
        marks = Marks(gathering, habit.numerical, old)
        _take_all(rows, marks, gathering, os.path.dirname(member))
        gathering.tell(told(gathering, habit, marks))


def _take_all(rows: Sequence[tuple[int, list[str]]], marks: Marks, gathering: Gathering, where: str = "") -> None:
    for line, row in rows:
        if line == 1 and row and not _ISO.match(row[0].strip()):
            continue
        gathering.row()
        _take(marks, gathering, line, where, [*row, "", ""])


def _take(marks: Marks, gathering: Gathering, line: int, where: str, row: Sequence[str]) -> None:
    try:
        marks.take(Mark(iso_day(row[0]), raw_value(row[1]), row[2]))
    except NotTaken as refused:
        words = f"{row[0]} {row[1]}"
        gathering.refuse(line, f"{where}: {words}" if where else words, refused.code)


def _habits(text: str, gathering: Gathering) -> tuple[Mapping[int, Habit], bool]:
    """The habits by their position, and whether the table is one of before there were numbers and questions."""
    rows = _rows(text, gathering)
    header = {name.strip(): at for at, name in enumerate(next(rows, (1, [""]))[1])}
    if "Name" not in header:
        raise UnreadableFileError("wrong_format", path=gathering.path)
    old = "NumRepetitions" in header
    habits: dict[int, Habit] = {}
    for line, row in rows:
        gathering.row()
        position = column(row, header, "Position")
        at = int(position) if position.isascii() and position.isdigit() and len(position) < 9 else len(habits) + 1
        name = column(row, header, "Name")
        if not name or at in habits:
            gathering.refuse(line, name or position, "double" if name else "no_name")
            continue
        habits[at] = _habit(row, header, old)
    return habits, old


def _habit(row: Sequence[str], header: Mapping[str, int], old: bool) -> Habit:
    description = column(row, header, "Description")
    name = column(row, header, "Name")
    return Habit(
        key=name,
        name=name,
        numerical=column(row, header, "Type").upper() == "NUMERICAL",
        times=_count(column(row, header, "FrequencyNumerator", "NumRepetitions")),
        days=_count(column(row, header, "FrequencyDenominator", "Interval")),
        at_most=column(row, header, "Target Type").upper() == "AT_MOST",
        target=_target(column(row, header, "Target Value")),
        unit=column(row, header, "Unit"),
        question=description if old else column(row, header, "Question"),
        description="" if old else description,
        archived=column(row, header, "Archived?").lower() == "true",
    )


def _unlisted(name: str, cells: Sequence[str]) -> Habit:
    """A habit of which only its days are known: with numbers where they hold more than the words do."""
    plain = [cell.strip() for cell in cells]
    numerical = any(cell.isascii() and cell.isdigit() and len(cell) < 20 and int(cell) > _MOST for cell in plain)
    return Habit(key=name, name=name, numerical=numerical)


def _combined(text: str, habits: Sequence[Habit], old: bool, gathering: Gathering) -> None:
    """The one table of all habits: a column each, names as they are, a comma at the end of each line."""
    rows = list(_rows(text, gathering, quoted=False))
    if not rows:
        return
    widths = [len(row) for _, row in rows[1:]]
    width = max(set(widths), key=widths.count) - 1 if widths else 0
    names = _names(rows[0][1][1:], width, [habit.name for habit in habits])
    if names is None:
        raise UnreadableFileError("loop.names", path=gathering.path)
    known = {habit.name: habit for habit in reversed(habits)}
    chosen = habits if len(habits) == len(names) else ()
    for at, name in enumerate(names, start=1):
        cells = [(line, [row[0], row[at]]) for line, row in rows[1:] if len(row) > at]
        habit = chosen[at - 1] if chosen else known.get(name) or _unlisted(name, [row[1] for _, row in cells])
        marks = Marks(gathering, habit.numerical, old)
        for line, row in cells:
            gathering.row()
            _take(marks, gathering, line, name, [*row, ""])
        gathering.tell(told(gathering, habit, marks))


def _names(cells: Sequence[str], width: int, known: Sequence[str]) -> list[str] | None:
    """The names over `width` columns: names that hold a comma are more cells than one. None where it is not clear."""
    if len(cells) == width:
        return list(cells)
    if len(known) == width and ",".join(known) == ",".join(cells):
        return list(known)
    joined: list[str] = []
    for cell in cells:
        if joined and cell.startswith(" "):
            joined[-1] += f",{cell}"
        else:
            joined.append(cell)
    return joined if len(joined) == width else None


def _read_table(path: str, gathering: Gathering) -> None:
    """One table of days: of all habits, or of the one that the person or its folder names."""
    text, _ = read_text(path)
    header = text.partition("\n")[0].strip()
    if header == SCORES:
        raise UnreadableFileError("loop.scores", path=path)
    if header.startswith("Date,") and not header.startswith("Date,Value"):
        _combined(text, (), False, gathering)
        return
    folder = _FOLDER.match(os.path.basename(os.path.dirname(os.path.abspath(path))))
    title = gathering.asked.title or (folder[2] if folder and folder[2] else "")
    if not title:
        raise UnreadableFileError("no_goal", path=path)
    rows = list(_rows(text, gathering))
    habit = _unlisted(title, [row[1] for _, row in rows if len(row) > 1])
    marks = Marks(gathering, habit.numerical)
    _take_all(rows, marks, gathering)
    gathering.tell(told(gathering, habit, marks))


def _rows(text: str, gathering: Gathering, quoted: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that are not empty, and their lines; raises UnreadableFileError where there are too many."""
    # Said before they are read: they are looked at several times, and all of them would fill the memory.
    if text.count("\n") > ROWS or text.count(",") > ROWS * _CELLS:
        raise UnreadableFileError("too_many_rows", path=gathering.path, limit=ROWS)
    reader = csv.reader(io.StringIO(text, newline=""), quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            gathering.refuse(reader.line_num, "", "too_long")
            continue
        if not quoted and row and not row[-1].strip():
            row.pop()
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _depth(name: str) -> tuple[int, str]:
    return name.count("/"), name


def _count(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 9 else 0


def _target(cell: str) -> Decimal:
    try:
        return number(cell)
    except NotTaken:
        return Decimal(0)
