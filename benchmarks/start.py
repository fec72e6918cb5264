"""How long starting takes, as multiples of what Python itself takes. Medians, in turns, so that noise hits all alike.

    .venv/bin/python benchmarks/start.py [ROUNDS]

Needs the `dev` extra (pyte is not needed). The program is run from a copy compiled beforehand, as an installation is.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from pseudo import first_paint

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "smart_tui"
ENTRY = "from smart_tui.__main__ import main; main()"
LABEL = """
from textual.app import App
from textual.widgets import Label

class One(App):
    def compose(self):
        yield Label("Goals")

One().run()
"""
LIMITS = {"list --json": 4.0, "list": 6.0}
PAINT_LIMIT = 1.35


def medians(commands: Mapping[str, Sequence[str]], environ: Mapping[str, str], rounds: int) -> dict[str, float]:
    """Seconds from start to end of each command: the median of so many rounds, in turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken) for name, taken in times.items()}


def paints(commands: Mapping[str, Sequence[str]], environ: Mapping[str, str], rounds: int) -> dict[str, float]:
    """Seconds from start to the first painted frame of each program, the median of so many rounds, in turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(first_paint(command, environ, "Goals"))
    return {name: statistics.median(taken) for name, taken in times.items()}


def main(rounds: int) -> None:
    """Print the table."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as home:
        place = Path(home) / "place"
        place.mkdir()
        subprocess.run(["cp", "-r", str(PACKAGE), str(place)], check=True)
        subprocess.run([python, "-m", "compileall", "-q", str(place)], check=True)
        day = date.today().isoformat()
        environ = {**os.environ, "PYTHONPATH": str(place), "SMART_TUI_HOME": home, "SMART_TUI_TODAY": day}
        database = str(Path(home) / "demo.db")
        build = f"from datetime import date; from smart_tui.demo import build; build({database!r}, 'en', date.today())"
        subprocess.run([python, "-c", build], env=environ, check=True)
        own = [python, "-c", ENTRY]
        commands = {
            "python -c pass": [python, "-c", "pass"],
            "--version": [*own, "--version"],
            "list --json": [*own, "--db", database, "list", "--json"],
            "list": [*own, "--db", database, "list"],
        }
        taken = medians(commands, environ, rounds)
        base = taken["python -c pass"]
        print(f"{'command':<28}{'ms':>8}{'times':>8}{'limit':>8}")
        for name, seconds in taken.items():
            limit = f"{LIMITS[name]:.2f}" if name in LIMITS else ""
            print(f"{name:<28}{seconds * 1000:>8.1f}{seconds / base:>8.2f}{limit:>8}")
        apps = {"an app with one Label": [python, "-c", LABEL], "smart-tui demo": [*own, "demo"]}
        paints(apps, environ, 1)
        taken = paints(apps, environ, max(rounds // 2, 3))
        base = taken["an app with one Label"]
        print(f"\n{'first painted frame':<28}{'ms':>8}{'times':>8}{'limit':>8}")
        for name, seconds in taken.items():
            limit = f"{PAINT_LIMIT:.2f}" if name == "smart-tui demo" else ""
            print(f"{name:<28}{seconds * 1000:>8.1f}{seconds / base:>8.2f}{limit:>8}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
