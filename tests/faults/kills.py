"""Writers killed at random moments: through the store, and through the app in a terminal."""

import os
import random
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.goal import Kind, Measure
from smart_tui.store.commands import goals, measures
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.store import Store
from tests.e2e.terminal import Terminal
from tests.faults.figures import Figures
from tests.faults.injector import Injector
from tests.faults.scenarios import SCENARIOS
from tests.faults.steps import rows
from tests.faults.whole import DATABASE, problem

ROOT = Path(__file__).parents[2]
ENDLESS = 1_000_000
LONGEST = 0.06
"""Seconds after the first acknowledged write within which a writer is killed."""
NEW_YEAR = date(2026, 1, 1)
TARGET = 900
TYPED = 3.0
"""Seconds of typing that may be lost: two, and one that a busy machine takes for it."""
WORDS = "Swim across the lake before the summer ends, with a friend in a boat beside me and a warm coat for later. "


def kill_writers(injector: Injector, kills: int, seed: int, folder: Path) -> Figures:
    """Kill a process that checks in as fast as it can, each time at another moment."""
    figures, chance, scenario = Figures(), random.Random(seed), SCENARIOS["check-in"]
    before, place = folder / "before", folder / "run"
    before.mkdir(parents=True)
    scenario.prepare(before)
    for number in range(kills):
        shutil.copytree(before, place)
        outcome = injector.run("check-in", place, count=ENDLESS, kill_after=chance.uniform(0, LONGEST))
        where = f"writer {number} killed"
        figures.seen["journals left"] += (place / f"{DATABASE}-journal").exists()
        figures.ended(outcome, where)
        figures.looked_at(place, scenario, outcome.acknowledged, where)
        shutil.rmtree(place)
    return figures


def kill_apps(kills: int, seed: int, folder: Path) -> Figures:
    """Kill the app in a terminal while it checks in, and, every other time, while a goal is being written."""
    figures, chance = Figures(), random.Random(seed)
    for number in range(kills):
        home = folder / f"home{number}"
        home.mkdir(parents=True)
        _killed_app(home, chance, _edits if number % 2 else _checks_in, figures, f"app {number} killed")
        shutil.rmtree(home)
    return figures


def _killed_app(
    home: Path,
    chance: random.Random,
    act: Callable[[Terminal, float], tuple[int, str]],
    figures: Figures,
    where: str,
) -> None:
    _prepare(home)
    terminal = _start(home)
    try:
        terminal.wait("Read .*books")
        shown, typed = act(terminal, chance.uniform(0, 4.0))
        terminal.kill(signal.SIGKILL)
    finally:
        terminal.close()
    figures.runs += 1
    figures.tracebacks += b"Traceback" in terminal.raw
    if found := problem(home / DATABASE):
        figures.corrupt += 1
        figures.say(f"{where}: {found}")
        return
    ((there,),) = rows(home, "SELECT coalesce(sum(value), 0) / 1000000 FROM entry")
    ((text,),) = rows(home, "SELECT coalesce(max(title), '') FROM goal WHERE state = 'draft'")
    figures.acknowledged += shown + bool(typed)
    if int(str(there)) < shown or not str(text).startswith(typed.strip()):
        figures.lost += 1
        figures.say(f"{where}: {shown} shown and {there} there; {typed!r} typed and {text!r} there")


def _checks_in(terminal: Terminal, seconds: float) -> tuple[int, str]:
    """Press + again and again; how many the screen had shown as done when the time was over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.send("+")
        terminal.read(0.02)
    while terminal.read(0) and _readable(terminal):
        pass
    shown = re.search(rf"(\d+) of {TARGET}", terminal.text)
    return (int(shown[1]) if shown else 0), ""


def _edits(terminal: Terminal, seconds: float) -> tuple[int, str]:
    """Type a goal; what of it was on the screen so long ago that it has to be kept when the time is over."""
    terminal.press("n")
    terminal.wait("SPECIFIC")
    shown: list[tuple[float, int]] = []
    end = time.monotonic() + seconds + TYPED
    typed = ""
    for letter in WORDS * 9:
        if time.monotonic() > end:
            break
        terminal.send(letter)
        typed += letter
        terminal.read(0.04)
        shown.append((time.monotonic(), _shown_of(typed, terminal.text)))
    before = time.monotonic() - TYPED
    return 0, typed[: max((length for at, length in shown if at < before), default=0)]


def _shown_of(typed: str, screen: str) -> int:
    """How much of what was typed the screen shows: a busy machine is behind the keys."""
    flat = "".join(screen.split())
    words = typed.split(" ")
    while words and "".join(words) not in flat:
        words.pop()
    return len(" ".join(words))


def _readable(terminal: Terminal) -> bool:
    before = len(terminal.raw)
    terminal.read(0.01)
    return len(terminal.raw) != before


def _prepare(home: Path) -> None:
    with closing(Store(str(home / DATABASE))) as store:
        run = store.run_sync
        run(set_setting, "default_model", "international")
        goal_id = run(goals.create, "international", "en", "Read books", {}, NEW_YEAR)
        run(
            measures.set_measure,
            goal_id,
            Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(TARGET), unit="books", step=Decimal(1)),
        )
        run(goals.set_fields, goal_id, {"deadline": date(2026, 12, 31)})
        run(goals.activate, goal_id, NEW_YEAR)


def _start(home: Path) -> Terminal:
    environ = {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "en_GB.UTF-8",
        "SMART_TUI_HOME": str(home),
        "SMART_TUI_TODAY": "2026-01-15",
    }
    return Terminal([sys.executable, "-m", "smart_tui"], environ, columns=120, cwd=str(ROOT))
