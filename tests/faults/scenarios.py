"""What is done while something fails: each scenario is prepared without faults, acts in numbered steps, and can be
looked at afterwards."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, NoReturn

from smart_tui.cli import main
from smart_tui.domain.backup import BackupReason
from smart_tui.domain.review import WELL, Cause, Decision, Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, reviews
from smart_tui.store.connection import VERSION
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.faults.whole import DATABASE, problem
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, full_goal

FIXTURES = Path(__file__).parents[1] / "store" / "fixtures"
SUNDAY = date(2026, 3, 8)
BIG = 1000
"""Added to the values of check-ins, so that they are told from all others."""


class Refusal(Exception):
    """A command line said in a sentence that it could not do it."""

    code = "command"


class Steps:
    """Does steps and says which of them are done; a refused one is remembered."""

    def __init__(self, folder: str, count: int, acknowledging: int) -> None:
        self.folder = folder
        self.database = os.path.join(folder, DATABASE)
        self.count = count
        self.refused: list[tuple[int, str]] = []
        self.store = Store(self.database, Clock())
        self._acknowledging = acknowledging
        self._waiting: list[tuple[int, Callable[[], object]]] = []

    def do(self, number: int, act: Callable[[], object]) -> None:
        """Do it, and acknowledge it when it returns; a refusal is noted."""
        try:
            act()
        except (StoreError, Refusal) as error:
            self.refused.append((number, error.code))
            self._waiting.append((number, act))
        else:
            os.write(self._acknowledging, b"%d\n" % number)

    def look(self, act: Callable[[], object]) -> None:
        """Read something; that may be refused, and is not tried again."""
        try:
            act()
        except StoreError as error:
            self.refused.append((-1, error.code))

    def again(self) -> None:
        """Do once more what was refused; now it has to succeed. A store that holds still is opened anew before, as
        whoever starts the program again does."""
        if self.store.held is not None:
            self.store.close()
            self.store = Store(self.database, Clock())
        for number, act in self._waiting:
            act()
            os.write(self._acknowledging, b"%d\n" % number)


class Scenario(NamedTuple):
    """`done` gives the steps whose work is there, each as often as it is there; 0 is what was there before."""

    prepare: Callable[[Path], None]
    act: Callable[[Steps], None]
    done: Callable[[Path], list[int]]


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """What the database under a folder answers; nothing where it has no such table."""
    path = folder / DATABASE
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            if "no such" in str(error):
                return []
            raise


def _uuid(number: int) -> str:
    return f"5a3e0000-0000-4000-8000-{number:012d}"


# Check-ins.


def _prepare_goal(folder: Path) -> None:
    store = Store(str(folder / DATABASE), Clock())
    full_goal(store)
    store.run_sync(reviews.begin, MONDAY, MONDAY, SUNDAY, Way.FULL)
    store.close()


def _check_in(steps: Steps) -> None:
    for number in range(1, (steps.count or 3) + 1):

        def act(number: int = number) -> object:
            note = "x" * (number * 37 % 400)
            amount = Decimal(BIG + number)
            return steps.store.run_sync(entries.check_in, 1, SUNDAY, amount, note=note, uuid=_uuid(number))

        steps.do(number, act)
        steps.look(lambda: steps.store.read(queries.goals))


def _checked_in(folder: Path) -> list[int]:
    before = rows(folder, "SELECT count(*) FROM goal JOIN entry ON goal_id = goal.id WHERE value = 1500000")
    there = rows(folder, f"SELECT value / 1000000 - {BIG} FROM entry WHERE value > {BIG}000000 ORDER BY id")
    recorded = rows(folder, f"SELECT count(*) FROM change WHERE json_extract(after, '$.value') > {BIG}000000")
    found = [int(str(number)) for (number,) in there]
    # A row without its record could not be taken back: it counts as one that is not there.
    return [0, *found] if before == [(1,)] and recorded == [(len(found),)] else found[:-1]


# A weekly review.


def _review(steps: Steps) -> None:
    def run(command: Callable[..., object], *args: object) -> object:
        return steps.store.run_sync(command, *args)

    steps.do(1, lambda: run(reviews.decide, 1, 1, Decision.ADJUSTED))
    steps.do(2, lambda: run(reviews.say_cause, 1, 1, Cause.TIME, "many meetings"))
    steps.do(3, lambda: run(reviews.write_line, 1, WELL, "Read every evening " * 20))
    steps.do(4, lambda: run(goals.set_answer, 1, "specific.why", "Because " * 700))
    steps.do(5, lambda: run(reviews.finish, 1, {1: "{}"}))
    steps.look(lambda: steps.store.read(queries.goals))


_REVIEWED = (
    "SELECT 0 FROM goal WHERE title = 'Read more'",
    "SELECT 1 FROM review_goal WHERE decision = 'adjusted'",
    "SELECT 2 FROM review_goal WHERE cause = 'time' AND cause_note = 'many meetings'",
    "SELECT 3 FROM review_line WHERE text LIKE 'Read every evening Read%'",
    "SELECT 4 FROM answer WHERE question = 'specific.why' AND length(text) > 5000",
    "SELECT 5 FROM review JOIN review_goal ON review_id = review.id"
    " WHERE finished_at IS NOT NULL AND screen = 'done' AND figures = '{}'",
)


def _reviewed(folder: Path) -> list[int]:
    return [int(str(number)) for query in _REVIEWED for (number,) in rows(folder, query)]


# The first write of all, an older file, a backup.


def _first_write(steps: Steps) -> None:
    steps.look(lambda: steps.store.read(queries.goals))
    for number, title in ((1, "First"), (2, "Second")):

        def act(number: int = number, title: str = title) -> object:
            return steps.store.run_sync(goals.create, "nordic", "en", title=title, uuid=_uuid(number))

        steps.do(number, act)


def _first_written(folder: Path) -> list[int]:
    numbers = {"First": 1, "Second": 2}
    return [0, *(numbers[str(title)] for (title,) in rows(folder, "SELECT title FROM goal ORDER BY id"))]


def _prepare_old(folder: Path) -> None:
    shutil.copy(FIXTURES / "v1000.db", folder / DATABASE)


def _migrate(steps: Steps) -> None:
    def act() -> None:
        if len(steps.store.read(queries.goals)) != 2:
            raise AssertionError("goals are missing")

    steps.do(1, act)


def _migrated(folder: Path) -> list[int]:
    whole = rows(folder, "SELECT (SELECT count(*) FROM goal), (SELECT count(*) FROM entry)") == [(2, 2)]
    ((version,),) = rows(folder, "PRAGMA user_version")
    if version != VERSION:
        return [0] * (whole and version == 1000)
    # What was there before is safe only with a backup of it.
    backups = [backup for backup in folder.glob("backups/*-migration.db") if not problem(backup)]
    return [0, 1] if whole and backups else []


def _back_up(steps: Steps) -> None:
    steps.do(1, lambda: steps.store.back_up_sync(BackupReason.ASKED))


def _backed_up(folder: Path) -> list[int]:
    whole = [backup for backup in folder.glob("backups/*.db") if backup.stat().st_size and not problem(backup)]
    return [*([0] * len(rows(folder, "SELECT 0 FROM goal"))), *([1] * bool(whole))]


# The command line.


def command(steps: Steps, *arguments: str) -> None:
    """Run smart-tui; raises Refusal where it exits with 1 and a sentence."""
    environ = {"SMART_TUI_HOME": steps.folder, "HOME": steps.folder, "LANG": "C.UTF-8", "SMART_TUI_TODAY": "2026-03-08"}
    leaving = os._exit
    left: list[int] = []

    def leave(status: int) -> NoReturn:
        left.append(status)
        raise SystemExit(status)

    os._exit = leave
    try:
        main.run(arguments, environ)
    except SystemExit:
        pass
    finally:
        os._exit = leaving
    if left == [1] and not list(Path(steps.folder).rglob("crash-*.txt")):
        raise Refusal
    if left != [0]:
        raise AssertionError(f"exit code {left}")


def _log(steps: Steps) -> None:
    for number in (1, 2):
        steps.do(number, lambda number=number: command(steps, "log", "1", str(BIG + number)))  # type: ignore[misc]


SCENARIOS = {
    "check-in": Scenario(_prepare_goal, _check_in, _checked_in),
    "review": Scenario(_prepare_goal, _review, _reviewed),
    "first write": Scenario(lambda _: None, _first_write, _first_written),
    "migration": Scenario(_prepare_old, _migrate, _migrated),
    "backup": Scenario(_prepare_goal, _back_up, _backed_up),
    "command": Scenario(_prepare_goal, _log, _checked_in),
}
