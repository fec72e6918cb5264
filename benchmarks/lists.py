"""How long it takes to read the list, and the page of a goal with ten years of entries; medians.

    .venv/bin/python benchmarks/lists.py [GOALS ENTRIES]

Everything is printed in milliseconds and as a multiple of reading the bare table of goals with sqlite3 in the same run.
The database is written by raw inserts, and read warm: what is measured is the program, not the disk.
"""

import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The package beside this folder is measured, not one that is installed; so it is imported after this.
sys.path.insert(0, str(ROOT))

from smart_tui.domain.buffer import bare_minimum, buffer_days  # noqa: E402
from smart_tui.domain.goal import State  # noqa: E402
from smart_tui.domain.measure import goal_days  # noqa: E402
from smart_tui.domain.quota import verdicts  # noqa: E402
from smart_tui.domain.series import series  # noqa: E402
from smart_tui.domain.settings import Settings  # noqa: E402
from smart_tui.domain.status import assess  # noqa: E402
from smart_tui.domain.streak import streak  # noqa: E402
from smart_tui.store import queries  # noqa: E402
from smart_tui.store.commands.standings import keep  # noqa: E402
from smart_tui.store.connection import Reader  # noqa: E402
from smart_tui.store.migrations import bring_up_to_date, create_if_missing  # noqa: E402
from smart_tui.store.store import Store  # noqa: E402
from smart_tui.tui.screens.listing import read_view  # noqa: E402

GOALS, ENTRIES, YEARS_OF_DAYS = 1000, 1000, 3650
TODAY = date(2026, 7, 15)
AT = "2023-01-02T08:00:00.000000+00:00"
LIMITS = {"list data, figures kept": 15.0, "page, a quota a day": 150.0, "page, a total": 150.0, "page, a level": 150.0}
MILLION = 1_000_000
ROUNDS = 15

MEASURES = (
    {"kind": "total", "target": 5000 * MILLION, "unit": "pages"},
    {"kind": "level", "target": 70 * MILLION, "baseline": 90 * MILLION, "unit": "kg"},
    {"kind": "quota", "target": 7 * MILLION, "period": "week", "direction": "at_least", "unit": "walks"},
    {"kind": "quota", "target": MILLION, "period": "day", "direction": "at_least", "unit": "walks"},
    {"kind": "within", "low": MILLION, "high": 4 * MILLION, "unit": "cups"},
)
DEFAULTS = {"unit": "", "weekdays": 127, "what_counts": "", "running": 0, "silence_is_zero": 0, "untargeted": 0}
TEXTS = {"levels": "[]", "entered_as": "plain", "reason": "", "keep_line": 0}


def insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    """Insert rows of the same columns."""
    columns = list(rows[0])
    marks = ", ".join("?" * len(columns))
    values = [tuple(row.values()) for row in rows]
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)


def goal(number: int, start: date) -> dict[str, object]:
    """An active goal in one of ten areas."""
    return {
        "id": number,
        "uuid": f"goal-{number}",
        "no": number,
        "title": f"Goal number {number} of many",
        "statement": "",
        "state": "active",
        "model": "nordic",
        "language": "en",
        "start": start.isoformat(),
        "deadline": (TODAY + timedelta(days=number % 400)).isoformat(),
        "area_id": number % 10 + 1,
        "owner": "",
        "people": "",
        "step": "",
        "lesson": "",
        "created_at": AT,
        "updated_at": AT,
    }


def build(path: str, goals: int, entries: int) -> None:
    """Write a file of so many goals with so many daily entries each, and answers, tags and confidence around them."""
    create_if_missing(path)
    bring_up_to_date(path)
    opened = sqlite3.connect(path, isolation_level=None)
    opened.execute("PRAGMA synchronous=OFF")
    opened.execute("BEGIN")
    insert(opened, "area", [{"id": n, "uuid": f"area-{n}", "name": f"Area {n}"} for n in range(1, 11)])
    start = TODAY - timedelta(days=entries)
    everyone = range(1, goals + 1)
    insert(opened, "goal", [goal(number, start) for number in everyone])
    for number in everyone:
        measure = {**DEFAULTS, **TEXTS, **MEASURES[number % len(MEASURES)]}
        fixed = {"uuid": f"measure-{number}", "goal_id": number, "valid_from": start.isoformat()}
        insert(opened, "measure", [{**fixed, **measure}])
    insert(opened, "tag", [{"goal_id": number, "name": f"tag {number % 7}"} for number in everyone])
    told = [
        {"goal_id": number, "question": f"q.{n}", "text": "An answer. " * 10} for number in everyone for n in range(10)
    ]
    insert(opened, "answer", told)
    weeks = [TODAY - timedelta(days=7 * n) for n in range(20)]
    sure = [{"goal_id": number, "day": week.isoformat(), "value": 7} for number in everyone for week in weeks]
    insert(opened, "confidence", sure)
    for back in range(entries, 0, -1):
        day = (TODAY - timedelta(days=back)).isoformat()
        insert(opened, "entry", [entry(number, day, back) for number in everyone])
    opened.execute("COMMIT")
    opened.execute("ANALYZE")
    opened.close()


def entry(number: int, day: str, back: int) -> dict[str, object]:
    """The entry of a goal on a day."""
    return {
        "uuid": f"entry-{number}-{back}",
        "goal_id": number,
        "day": day,
        "state": "value",
        "value": (back % 5 + 1) * MILLION,
        "note": "",
        "recorded_at": AT,
        "source": "",
        "source_id": "",
    }


def median(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Milliseconds of a call, the median of so many."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def page(reader: Reader, goal_id: int) -> None:
    """All that the page of a goal is made of."""
    settings = Settings()
    found = queries.goal(reader, goal_id)
    entries = queries.entries(reader, goal_id)
    assess(found, entries, TODAY, settings)
    days = goal_days(found, entries, TODAY)
    streak(verdicts(found, days, TODAY, settings.first_weekday))
    series(found, entries, TODAY, settings)
    buffer_days(found, entries, TODAY, settings)
    bare_minimum(found, entries, TODAY, settings)


def measured(folder: Path, goals: int, entries: int) -> dict[str, float]:
    """The medians by name."""
    path, long = str(folder / "many.db"), str(folder / "long.db")
    build(path, goals, entries)
    build(long, len(MEASURES), YEARS_OF_DAYS)
    store, reader, settings = Store(path), Reader(long), Settings()
    bare = sqlite3.connect(path)
    taken = {"bare SELECT of the goals": median(lambda: bare.execute("SELECT * FROM goal").fetchall())}
    bare.close()
    cold = [median(lambda: store.read(read_view, State.ACTIVE, TODAY, settings), 1)]
    found = store.read(queries.standings, (State.ACTIVE,), TODAY, settings)
    taken["keeping the figures"] = median(lambda: store.run_sync(keep, found, TODAY, settings), 1)
    gc.collect()
    gc.freeze()
    taken["list data, figures kept"] = median(lambda: store.read(read_view, State.ACTIVE, TODAY, settings))
    taken["list data, nothing kept"] = statistics.median(cold)
    for name, goal_id in (("a total", 5), ("a level", 1), ("a quota a week", 2), ("a quota a day", 3)):
        # mypy does not infer a lambda with a default; the default binds the goal of this turn.
        taken[f"page, {name}"] = median(lambda goal_id=goal_id: page(reader, goal_id))  # type: ignore[misc]
    store.close()
    reader.close()
    return taken


def main(goals: int, entries: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        taken = measured(Path(folder), goals, entries)
    base = taken["bare SELECT of the goals"]
    print(f"{f'{goals} goals, {entries} entries each':<34}{'ms':>9}{'times':>9}{'limit, ms':>11}")
    for name, spent in taken.items():
        limit = f"{LIMITS[name]:.0f}" if name in LIMITS else ""
        print(f"{name:<34}{spent:>9.1f}{spent / base:>9.1f}{limit:>11}")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]) if len(sys.argv) > 1 else (GOALS, ENTRIES))
