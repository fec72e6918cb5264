"""A small life in Loop Habit Tracker, written as Loop writes it: the ZIP of tables, and the database of any version."""

import csv
import io
import re
import sqlite3
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

YES, AUTO, NO, SKIP, UNKNOWN = 2, 1, 0, 3, -1
WORDS = {YES: "YES_MANUAL", AUTO: "YES_AUTO", NO: "NO", SKIP: "SKIP", UNKNOWN: "UNKNOWN"}
NEWEST = date(2026, 1, 14)


class LoopHabit(NamedTuple):
    name: str
    days: dict[int, int]
    """What Loop has of a day, by how long ago it was."""
    times: int = 1
    within: int = 1
    numerical: bool = False
    at_most: bool = False
    target: float = 0
    unit: str = ""
    question: str = ""
    description: str = ""
    archived: bool = False
    notes: dict[int, str] = {}  # noqa: RUF012 - a named tuple's default, never changed


LIFE = (
    LoopHabit(
        "Meditere på ærø",
        {0: YES, 1: AUTO, 2: SKIP, 3: NO, 4: UNKNOWN, 5: YES},
        question="Did you sit for ten minutes?",
        description="Ro, før dagen går i gang",
        notes={0: 'Længe, og "stille"', 2: "Feber", 4: "Glemte at svare\nhele dagen"},
    ),
    LoopHabit("Løb", {0: 5250, 2: 10000, 3: NO, 4: SKIP, 6: 1}, 1, 7, True, False, 20.5, "km"),
    LoopHabit("Kaffe", {0: 2000, 1: 3000}, numerical=True, at_most=True, target=2, unit="kopper"),
    LoopHabit("Ring til mor, far", {1: YES}, 2, 30),
    LoopHabit("Træning", {0: YES, 1: AUTO, 2: AUTO, 3: YES}, 3, 7),
    LoopHabit("Vand blomster", {1: YES, 3: YES}, 1, 2),
    LoopHabit("Gammel vane", {9: YES}, archived=True),
    LoopHabit("Ny vane", {}),
)


def _day(ago: int) -> date:
    return NEWEST - timedelta(days=ago)


def _written(raw: int) -> str:
    return WORDS.get(raw, str(raw))


def _table(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def tables(life: tuple[LoopHabit, ...] = LIFE) -> dict[str, str]:
    """The files of an export, by their names in the ZIP."""
    header = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type"
    listed = [[*header.split(","), "Target Value", "Archived?"]]
    files = {}
    for at, habit in enumerate(life, start=1):
        kind = "NUMERICAL" if habit.numerical else "YES_NO"
        aim = ["AT_MOST" if habit.at_most else "AT_LEAST", str(float(habit.target))] if habit.numerical else ["", ""]
        about = [habit.question, habit.description, str(habit.times), str(habit.within), "#FF8F00", habit.unit]
        listed.append([f"{at:03}", habit.name, kind, *about, *aim, str(habit.archived).lower()])
        folder = f"{at:03} {re.sub('[^ a-zA-Z0-9._-]+', '', habit.name)}".strip()
        days = sorted(habit.days)
        rows = [[_day(ago).isoformat(), _written(habit.days[ago]), habit.notes.get(ago, "")] for ago in days]
        files[f"{folder}/Scores.csv"] = _table([["Date", "Score"], *([_day(ago).isoformat(), "0.5"] for ago in days)])
        files[f"{folder}/Checkmarks.csv"] = _table([["Date", "Value", "Notes"], *rows])
    combined = "Date," + "".join(f"{habit.name}," for habit in life) + "\n"
    for ago in range(10):
        cells = "".join(_written(habit.days.get(ago, UNKNOWN)) + "," for habit in life)
        combined += f"{_day(ago)},{cells}\n"
    return {"Habits.csv": _table(listed), **files, "Checkmarks.csv": combined, "Scores.csv": "Date,\n"}


def write_zip(path: Path, files: dict[str, str]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return str(path)


def write_folder(path: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return str(path)


def write_database(path: Path, version: int = 25, life: tuple[LoopHabit, ...] = LIFE) -> str:
    """A backup as Loop's migrations leave it at `version`."""
    habits = {
        "id": "integer primary key autoincrement",
        "archived": "integer",
        "color": "integer",
        "description": "text",
        "freq_den": "integer",
        "freq_num": "integer",
        "highlight": "integer",
        "name": "text",
        "position": "integer",
        "reminder_hour": "integer",
        "reminder_min": "integer",
        "reminder_days": "integer not null default 127",
    }
    days = {"id": "integer primary key autoincrement", "habit": "integer", "timestamp": "integer"}
    if version >= 16:
        habits["type"], days["value"] = "integer not null default 0", "integer not null default 2"
    if version >= 18:
        habits |= {"target_type": "integer", "target_value": "real", "unit": "text not null default ''"}
    if version >= 23:
        habits["question"] = "text"
    if version >= 24:
        habits["uuid"] = "text"
    if version >= 25:
        days["notes"] = "text"
    connection = sqlite3.connect(path)
    connection.execute(f"create table Habits ({', '.join(f'{name} {kind}' for name, kind in habits.items())})")
    connection.execute(f"create table Repetitions ({', '.join(f'{name} {kind}' for name, kind in days.items())})")
    for at, habit in enumerate(life, start=1):
        values: dict[str, object] = {
            "id": at,
            "archived": int(habit.archived),
            "description": habit.description if version >= 23 else habit.question,
            "freq_den": habit.within,
            "freq_num": habit.times,
            "name": habit.name,
            "position": at - 1,
            "type": int(habit.numerical),
            "target_type": int(habit.at_most),
            "target_value": habit.target,
            "unit": habit.unit,
            "question": habit.question,
            "uuid": f"{at:032x}",
        }
        _insert(connection, "Habits", {name: value for name, value in values.items() if name in habits})
        for ago, raw in habit.days.items():
            if raw == AUTO and not habit.numerical:
                continue
            at_midnight = datetime.combine(_day(ago), datetime.min.time(), UTC)
            row: dict[str, object] = {"habit": at, "timestamp": int(at_midnight.timestamp() * 1000), "value": raw}
            row["notes"] = habit.notes.get(ago, "")
            if version >= 16 or raw == YES:
                _insert(connection, "Repetitions", {name: value for name, value in row.items() if name in days})
    connection.execute(f"pragma user_version = {version}")
    connection.commit()
    connection.close()
    return str(path)


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", tuple(row.values()))
