"""Scenarios of writing: check-ins, a review, the first write of all, and bringing an older file up to date."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from smart_tui.domain.review import WELL, Cause, Decision, Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, reviews
from smart_tui.store.connection import VERSION
from smart_tui.store.store import Store
from tests.faults.steps import Scenario, Steps, rows, uuid_of
from tests.faults.whole import DATABASE, problem
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, full_goal

FIXTURES = Path(__file__).parents[1] / "store" / "fixtures"
SUNDAY = date(2026, 3, 8)
BIG = 1000
"""Added to the values of check-ins, so that they are told from all others."""


def prepare_goal(folder: Path) -> None:
    """A goal with a bit of everything, and a review that was begun."""
    store = Store(str(folder / DATABASE), Clock())
    full_goal(store)
    store.run_sync(reviews.begin, MONDAY, MONDAY, SUNDAY, Way.FULL)
    store.close()


def _check_in(steps: Steps) -> None:
    for number in range(1, (steps.count or 2) + 1):

        def act(number: int = number) -> object:
            note = "x" * (number * 37 % 400)
            amount = Decimal(BIG + number)
            return steps.store.run_sync(entries.check_in, 1, SUNDAY, amount, note=note, uuid=uuid_of(number))

        steps.do(number, act)
        steps.look(lambda: steps.store.read(queries.goals))


def checked_in(folder: Path) -> list[int]:
    """The numbers of the check-ins that are there, with their records."""
    before = rows(folder, "SELECT count(*) FROM goal JOIN entry ON goal_id = goal.id WHERE value = 1500000")
    there = rows(folder, f"SELECT value / 1000000 - {BIG} FROM entry WHERE value > {BIG}000000 ORDER BY id")
    recorded = rows(folder, f"SELECT count(*) FROM change WHERE json_extract(after, '$.value') > {BIG}000000")
    found = [int(str(number)) for (number,) in there]
    # A row without its record could not be taken back: it counts as one that is not there.
    return [0, *found] if before == [(1,)] and recorded == [(len(found),)] else found[:-1]


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


def _first_write(steps: Steps) -> None:
    steps.look(lambda: steps.store.read(queries.goals))
    for number, title in ((1, "First"), (2, "Second")):

        def act(number: int = number, title: str = title) -> object:
            return steps.store.run_sync(goals.create, "nordic", "en", title=title, uuid=uuid_of(number))

        steps.do(number, act)


def _first_written(folder: Path) -> list[int]:
    numbers = {"First": 1, "Second": 2}
    return [0, *(numbers[str(title)] for (title,) in rows(folder, "SELECT title FROM goal ORDER BY id"))]


def _prepare_old(folder: Path) -> None:
    shutil.copy(FIXTURES / "v1000.db", folder / DATABASE)
    (folder / DATABASE).chmod(0o600)


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


CHECK_IN = Scenario(prepare_goal, _check_in, checked_in)
REVIEW = Scenario(prepare_goal, _review, _reviewed)
FIRST_WRITE = Scenario(lambda _: None, _first_write, _first_written)
MIGRATION = Scenario(_prepare_old, _migrate, _migrated)
