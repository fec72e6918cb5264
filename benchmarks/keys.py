"""How long a key takes in the list, from the key to the changed screen, with 10 goals and with 10 000.

    .venv/bin/python benchmarks/keys.py [KEYS]

Both run at the same time and get their keys in turns; the ratio of the medians may be at most 1.3.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from pseudo import Watched

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from smart_tui.domain.goal import Kind, Measure  # noqa: E402
from smart_tui.store.commands import entries, goals, measures  # noqa: E402
from smart_tui.store.records import Unit  # noqa: E402
from smart_tui.store.store import Store  # noqa: E402

LIMIT = 1.3
TARGET = Decimal(100)
AREAS = ("Work", "Health", "Home", "Own time")


def fill(path: str, count: int) -> None:
    """Write so many active goals with an entry each into a new database."""

    def write(unit: Unit, numbers: range) -> None:
        for number in numbers:
            day = date(2026, 1, 1)
            goal_id = goals.create(unit, "international", "en", f"Goal {number}", area=AREAS[number % len(AREAS)])
            measures.set_measure(unit, goal_id, Measure(Kind.TOTAL, day, TARGET, "pages"))
            goals.set_fields(unit, goal_id, {"deadline": date(2026, 12, 31)})
            goals.activate(unit, goal_id, day)
            entries.check_in(unit, goal_id, date(2026, 1, 10), TARGET / 20)

    store = Store(path)
    for first in range(0, count, 500):
        store.run_sync(write, range(first, min(first + 500, count)))
    store.close()


def latency(watched: Watched, key: bytes) -> float:
    """Seconds from a key to the last byte of what it changed."""
    began = time.perf_counter()
    watched.press(key)
    return watched.quiet(0.05) - began


def main(presses: int) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        apps = {}
        for count in (10, 10_000):
            path = str(Path(home) / f"{count}.db")
            fill(path, count)
            environ = {
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "SMART_TUI_HOME": f"{home}/{count}",
                "SMART_TUI_TODAY": "2026-01-15",
                "LC_ALL": "C.UTF-8",
            }
            apps[count] = Watched([sys.executable, "-m", "smart_tui", "--db", path], environ)
        try:
            times: dict[int, list[float]] = {count: [] for count in apps}
            for watched in apps.values():
                watched.until(b"Goal")
                watched.quiet(2.0)
            for number in range(presses):
                for count, watched in apps.items():
                    times[count].append(latency(watched, b"k" if number // 5 % 2 else b"j"))
        finally:
            for watched in apps.values():
                watched.end()
    found = {count: statistics.median(taken) for count, taken in times.items()}
    for count, seconds in found.items():
        print(f"{count:>6} goals {seconds * 1000:8.1f} ms from key to screen")
    print(f"{'ratio':>12} {found[10_000] / found[10]:8.2f}      (at most {LIMIT})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
