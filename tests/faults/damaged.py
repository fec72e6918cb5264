"""Damages each page of a file in turn, and looks whether it is noticed before anybody relies on what is left."""

import random
import shutil
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.backup import BackupReason
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, journal
from smart_tui.store.errors import StoreError
from smart_tui.store.rescue.health import full_check, rows_that_do_not_validate
from smart_tui.store.rescue.salvage import salvage
from smart_tui.store.store import Store
from tests.faults.damage import Maker, pages
from tests.faults.figures import Figures
from tests.faults.mending import NOW
from tests.faults.whole import DATABASE, problem, state
from tests.faults.writing import prepare_goal
from tests.store.conftest import Clock
from tests.store.contents import MONDAY

LONG = "A long text that goes over several pages. " * 300


def prepare(folder: Path) -> None:
    """A file with short rows and long ones, of which some go over several pages."""
    prepare_goal(folder)
    store = Store(str(folder / DATABASE), Clock())
    run = store.run_sync
    for number in range(40):
        day = MONDAY + timedelta(days=number)
        run(entries.check_in, 1, day, Decimal(number), note=f"Day {number} " * 9)
    for number in range(4):
        run(goals.set_answer, 1, f"specific.q{number}", LONG[: 900 * number])
        run(journal.write, None, MONDAY, LONG[: 5000 * number + 50], (1,))
    store.close()


def notice_damage(folder: Path, makers: Sequence[Maker], seed: int, stride: int = 1) -> Figures:
    """Damage every page, or each `stride`-th, in these ways: the full check notices it, or no row is another."""
    figures, chance = Figures(), random.Random(seed)
    before, place = folder / "before", folder / "damaged"
    before.mkdir(parents=True)
    prepare(before)
    original = state(before / DATABASE)
    for maker in makers:
        for page in range(1, pages(before / DATABASE) + 1, stride):
            shutil.copytree(before, place)
            maker(place / DATABASE, page, chance)
            where = f"{maker.__name__} {page}"
            figures.runs += 1
            noticed = _noticed(place / DATABASE)
            figures.seen["noticed" if noticed else "without consequence"] += 1
            if not noticed and state(place / DATABASE) != original:
                figures.lost += 1
                figures.say(f"{where}: not noticed")
            _used(place, figures, where)
            shutil.rmtree(place)
    return figures


def salvage_damage(folder: Path, makers: Sequence[Maker], seed: int, stride: int = 1) -> Figures:
    """Damage pages and salvage what is left: the file is whole afterwards, and the damaged one kept byte by byte."""
    figures, chance = Figures(), random.Random(seed)
    before, place = folder / "before", folder / "damaged"
    before.mkdir(parents=True)
    prepare(before)
    for maker in makers:
        for page in range(1, pages(before / DATABASE) + 1, stride):
            shutil.copytree(before, place)
            maker(place / DATABASE, page, chance)
            _salvaged(place, figures, f"{maker.__name__} {page}")
            shutil.rmtree(place)
    return figures


def _noticed(path: Path) -> bool:
    try:
        return bool(full_check(str(path)) or rows_that_do_not_validate(str(path)))
    except StoreError as error:
        return error.code in ("damaged", "not_a_database", "other_program", "newer_version", "empty_file")


def _used(place: Path, figures: Figures, where: str) -> None:
    """Reading and backing up such a file say what is wrong or go on; no damaged page gets into a backup."""
    store = Store(str(place / DATABASE))
    try:
        try:
            store.read(queries.entries_of, [goal.id for goal in store.read(queries.goals)])
        except StoreError as error:
            figures.seen[f"reading: {error.code}"] += 1
        try:
            made = store.back_up_sync(BackupReason.ASKED)
        except StoreError as error:
            figures.seen[f"backup: {error.code}"] += 1
        else:
            if made is not None and problem(Path(made.path)):
                figures.corrupt += 1
                figures.say(f"{where}: a damaged backup was made")
    except Exception as error:
        figures.tracebacks += 1
        figures.say(f"{where}: {error!r}")
    finally:
        store.close()


def _salvaged(place: Path, figures: Figures, where: str) -> None:
    path = place / DATABASE
    damaged = path.read_bytes()
    figures.runs += 1
    try:
        found = salvage(str(path), NOW)
    except StoreError as error:
        figures.seen[error.code] += 1
        if path.read_bytes() != damaged:
            figures.lost += 1
            figures.say(f"{where}: refused with {error.code}, and changed")
        return
    except Exception as error:
        figures.tracebacks += 1
        figures.say(f"{where}: {error!r}")
        return
    figures.seen["rows saved"] += sum(found.saved.values())
    figures.seen["rows known to be lost"] += sum(found.lost.values())
    if wrong := problem(path) or full_check(str(path)):
        figures.corrupt += 1
        figures.say(f"{where}: {wrong}")
    if Path(found.kept).read_bytes() != damaged:
        figures.lost += 1
        figures.say(f"{where}: the damaged file was not kept as it was")
