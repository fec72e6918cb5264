"""The store as screens see it: light to import, one write after the other, every failure a StoreError."""

import asyncio
import errno
import re
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import entries, goals
from smart_tui.store.errors import CODES, REASONS, StoreError, translated
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, ROOT, full_goal

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

LIGHT = (
    "smart_tui.paths",
    "smart_tui.store.errors",
    "smart_tui.store.connection",
    "smart_tui.store.queries",
    "smart_tui.store.store",
    "smart_tui.store.commands.goals",
    "smart_tui.store.commands.entries",
    "smart_tui.store.commands.measures",
    "smart_tui.store.commands.plans",
    "smart_tui.store.commands.settings",
    "smart_tui.store.commands.history",
    "smart_tui.store.migrations",
)
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "textual", "platformdirs", "babel", "asyncio")
UNWANTED_WHILE_READING = ("dataclasses", "inspect", "pathlib")


@pytest.mark.parametrize("module", LIGHT)
def test_reading_and_naming_commands_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == []


def test_reading_goals_loads_neither_sqlmodel_nor_what_it_would_pull_in(store: Store, path: str) -> None:
    full_goal(store)
    code = (
        "import sys\n"
        "from smart_tui.store.connection import open_reader\n"
        "from smart_tui.store import queries\n"
        f"assert queries.entries(open_reader({path!r}), queries.goals(open_reader({path!r}))[0].id)\n"
        f"print(*[name for name in {HEAVY + UNWANTED_WHILE_READING} if name in sys.modules])\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split() == []


async def test_writes_land_in_the_order_they_were_given(store: Store) -> None:
    goal_id = await store.run(goals.create, "nordic", "en", title="Order")
    await asyncio.gather(*(store.run(entries.check_in, goal_id, MONDAY, Decimal(n)) for n in range(20)))
    assert [entry.value for entry in await store.read_aside(queries.entries, goal_id)] == list(range(20))


async def test_a_write_lands_even_if_its_screen_is_gone(store: Store) -> None:
    goal_id = await store.run(goals.create, "nordic", "en", title="Gone")
    begun = threading.Event()

    def slow(unit: "Unit") -> int:
        begun.set()
        time.sleep(0.2)
        return entries.check_in(unit, goal_id, MONDAY, Decimal(1))

    first = asyncio.create_task(store.run(slow))
    second = asyncio.create_task(store.run(entries.check_in, goal_id, MONDAY, Decimal(2)))
    await asyncio.to_thread(begun.wait)
    first.cancel()
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    assert first.cancelled() and second.cancelled()
    store.close()
    assert [entry.value for entry in store.read(queries.entries, goal_id)] == [1, 2]


async def test_closing_waits_for_what_is_being_written(store: Store) -> None:
    goal_id = await store.run(goals.create, "nordic", "en", title="Close")
    tasks = [asyncio.create_task(store.run(entries.check_in, goal_id, MONDAY, Decimal(n))) for n in range(5)]
    await asyncio.sleep(0)
    store.close()
    assert len(store.read(queries.entries, goal_id)) == 5
    await asyncio.gather(*tasks)


async def test_warming_creates_the_file_once_and_says_why_it_cannot(store: Store, path: str, tmp_path: Path) -> None:
    await asyncio.wrap_future(store.warm())
    assert Path(path).exists()
    await asyncio.wrap_future(store.warm())
    (tmp_path / "x.db").mkdir()
    blocked = Store(str(tmp_path / "x.db"))
    with pytest.raises(StoreError, match="path_is_directory"):
        await asyncio.wrap_future(blocked.warm())
    blocked.close()


def test_a_command_that_fails_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    goal_id = full_goal(store)

    def half(unit: "Unit") -> None:
        goals.set_answer(unit, goal_id, "specific.why", "half")
        raise RuntimeError("a fault of the program")

    with pytest.raises(RuntimeError):
        store.run_sync(half)
    assert "specific.why" not in store.read(queries.goal, goal_id).answers
    store.run_sync(goals.set_answer, goal_id, "specific.why", "whole")
    assert store.read(queries.goal, goal_id).answers["specific.why"] == "whole"


def test_several_commands_may_be_one_action(store: Store) -> None:
    def two(unit: "Unit") -> int:
        goal_id = goals.create(unit, "nordic", "en", title="Two")
        entries.check_in(unit, goal_id, MONDAY, Decimal(1))
        return goal_id

    goal_id = store.run_sync(two)
    last, _ = store.read(queries.history)
    assert last is not None and last.operation == "create_goal"
    assert len(store.read(queries.entries, goal_id)) == 1


def test_a_clock_without_a_time_zone_is_refused(path: str) -> None:
    store = Store(path, lambda: datetime(2026, 1, 1))
    with pytest.raises(StoreError, match="invalid"):
        store.run_sync(goals.create, "nordic", "en")
    store.close()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OverflowError("int too big"), "invalid"),
        (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogate"), "invalid"),
        (ValueError("odd"), "invalid"),
        (OSError(errno.ENOSPC, "full"), "disk_full"),
        (OSError(errno.EACCES, "no"), "no_permission"),
        (OSError(errno.EIO, "broken"), "io"),
        (sqlite3.OperationalError("unknown"), "io"),
        (StoreError("locked"), "locked"),
    ],
)
def test_every_failure_of_file_or_value_has_a_code(error: Exception, code: str) -> None:
    found = translated(error, "/x/smart-tui.db")
    assert found is not None and found.code == code and code in CODES


def test_every_reason_the_store_gives_is_listed() -> None:
    package = Path(ROOT) / "smart_tui" / "store"
    given = {
        reason
        for file in package.rglob("*.py")
        for reason in re.findall(r'(?:invalid\([^()]*?, |reason=)"(\w+)"', file.read_text("utf-8"))
    }
    assert given == set(REASONS)


@pytest.mark.parametrize("error", [KeyError("x"), TypeError("x"), AttributeError("x"), KeyboardInterrupt()])
def test_a_fault_of_the_program_is_not_blamed_on_the_file(error: BaseException) -> None:
    assert translated(error, "/x") is None


def test_many_goals_are_read_with_few_statements(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [store.run_sync(goals.create, "nordic", "en", title=f"Goal {n}") for n in range(30)]
    for goal_id in ids:
        store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1))
    asked: list[str] = []
    reader = store.reader
    reader.rows("SELECT 1")
    assert reader._connection is not None
    reader._connection.set_trace_callback(asked.append)
    assert len(store.read(queries.goals)) == 30
    assert len(asked) <= 12
    asked.clear()
    assert len(store.read(queries.entries_of, ids)) == 30
    assert len(asked) == 1
    assert len(store.read(queries.entries_of, range(2000))) == 30


def test_two_instances_writing_at_once_wait_for_each_other(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    other = Store(path)

    def many(writer: Store) -> None:
        for n in range(25):
            writer.run_sync(entries.check_in, goal_id, MONDAY, Decimal(n))

    threads = [threading.Thread(target=many, args=(writer,)) for writer in (store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert len(store.read(queries.entries, goal_id)) == 51


def test_one_reader_may_be_used_by_several_threads_while_writing(store: Store) -> None:
    goal_id = full_goal(store)
    failures: list[BaseException] = []

    def look() -> None:
        try:
            for _ in range(30):
                found = store.read(queries.goals)
                assert found[0].id == goal_id
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(20):
        store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(n))
    for thread in threads:
        thread.join()
    assert failures == []
