"""Copies of the one file, made by a program that knows nothing of databases, while ours has it open."""

import random
import subprocess
import threading
from decimal import Decimal
from pathlib import Path

from smart_tui.store.commands import entries
from smart_tui.store.store import Store
from tests.faults.figures import Figures
from tests.faults.scenarios import SCENARIOS
from tests.faults.steps import uuid_of
from tests.faults.whole import DATABASE, problem
from tests.faults.writing import BIG, SUNDAY
from tests.store.conftest import Clock


def copy_while_open(copies: int, seed: int, folder: Path) -> Figures:
    """Copy the file between two writes: everything acknowledged is in the copy."""
    figures, chance, scenario = Figures(), random.Random(seed), SCENARIOS["check-in"]
    home, place = folder / "home", folder / "copy"
    home.mkdir(parents=True)
    place.mkdir()
    scenario.prepare(home)
    store = Store(str(home / DATABASE), Clock())
    done: list[int] = []
    for number in range(copies):
        for _ in range(chance.randint(1, 3)):
            done.append(_check_in(store, len(done) + 1))
        subprocess.run(["cp", str(home / DATABASE), str(place / DATABASE)], check=True)
        figures.looked_at(place, scenario, done, f"copy {number}")
    store.close()
    return figures


def copy_while_writing(copies: int, folder: Path) -> Figures:
    """Copy the file in the middle of writes: whoever does that may get a broken copy. How many are is counted; the
    file itself is whole."""
    figures, scenario = Figures(), SCENARIOS["check-in"]
    home, place = folder / "home", folder / "copy"
    home.mkdir(parents=True)
    place.mkdir()
    scenario.prepare(home)
    store = Store(str(home / DATABASE), Clock())
    done: list[int] = []
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            done.append(_check_in(store, len(done) + 1))

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for _ in range(copies):
            subprocess.run(["cp", str(home / DATABASE), str(place / DATABASE)], check=True)
            figures.seen["copies broken" if problem(place / DATABASE) else "copies whole"] += 1
    finally:
        over.set()
        writing.join()
    store.close()
    figures.looked_at(home, scenario, done, "the file that was copied")
    return figures


def _check_in(store: Store, number: int) -> int:
    amount, note = Decimal(BIG + number), "x" * (number * 37 % 400)
    store.run_sync(entries.check_in, 1, SUNDAY, amount, note=note, uuid=uuid_of(number))
    return number
