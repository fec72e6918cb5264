"""No acknowledged row is lost, whatever happens to the process or the disk."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, ROOT, contents, full_goal, sound

KILLS = 12

WRITER = """
import os, sys
from datetime import date
from decimal import Decimal
from smart_tui.store.store import Store
from smart_tui.store.commands import entries, goals
store = Store(sys.argv[1])
goal_id = int(sys.argv[2])
n = int(sys.argv[3])
os.write(1, b"ready\\n")
while True:
    n += 1
    store.run_sync(entries.check_in, goal_id, date(2026, 3, 2), Decimal(n), note="x" * (n * 37 % 400))
    os.write(1, b"%d\\n" % n)
"""

FULL = """
import resource, sys
from datetime import date
from decimal import Decimal
from smart_tui.store.store import Store
from smart_tui.store.errors import StoreError
from smart_tui.store import queries
from smart_tui.store.commands import goals, entries
path, goal_id = sys.argv[1], int(sys.argv[2])
import os
store = Store(path)
store.run_sync(entries.check_in, goal_id, date(2026, 3, 2), Decimal(1))
before = store.read(queries.goal, goal_id), store.read(queries.history)
resource.setrlimit(resource.RLIMIT_FSIZE, (os.path.getsize(path), resource.RLIM_INFINITY))
saved = 0
for n in range(200):
    try:
        store.run_sync(goals.set_answer, goal_id, "specific.q%d" % n, "many words " * 400)
        saved += 1
    except StoreError as error:
        print(error.code, saved)
        break
assert len([q for q in store.read(queries.goal, goal_id).answers if q.startswith("specific.q")]) == saved
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.run_sync(goals.set_answer, goal_id, "specific.q%d" % n, "many words " * 400)
assert len([q for q in store.read(queries.goal, goal_id).answers if q.startswith("specific.q")]) == saved + 1
store.close()
"""


def _values(path: str) -> list[int]:
    connection = sqlite3.connect(path)
    found = [value // 1_000_000 for (value,) in connection.execute("SELECT value FROM entry ORDER BY id")]
    connection.close()
    return found


def test_killed_writers_lose_no_acknowledged_check_in(store: Store, path: str) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Count")
    store.close()
    chance = random.Random(7)
    last = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, path, str(goal_id), str(last)], stdout=subprocess.PIPE, cwd=ROOT
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            writer.send_signal(signal.SIGKILL)
            acknowledged = [int(line) for line in writer.stdout.read().split(b"\n")[:-1]]
        found = _values(path)
        assert found == list(range(1, len(found) + 1))
        assert len(found) >= max(acknowledged, default=last + 1)
        assert sound(path)
        last = len(found)
    assert last > KILLS
    assert len(store.read(queries.entries, goal_id)) == last


def test_a_full_disk_is_said_writes_nothing_by_half_and_works_again_afterwards(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    store.close()
    ran = subprocess.run(
        [sys.executable, "-c", FULL, path, str(goal_id)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
    )
    assert ran.stderr == ""
    assert ran.returncode == 0
    assert ran.stdout.startswith("disk_full")
    assert sound(path)


@contextmanager
def _locked(path: str) -> Iterator[None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


def test_a_lock_held_by_another_program_is_said_within_seconds_and_passes(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    before = contents(path)
    with _locked(path):
        began = time.monotonic()
        with pytest.raises(StoreError, match="locked"):
            store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1))
        with pytest.raises(StoreError, match="locked"):
            store.read(queries.goals)
        assert time.monotonic() - began < 8
    assert contents(path) == before
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(1))
    assert len(store.read(queries.entries, goal_id)) == 2


def test_a_journal_left_by_a_crash_is_rolled_back_by_the_first_reader(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    store.close()
    before = contents(path)
    crash = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('PRAGMA synchronous=EXTRA')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE answer SET text = ?', ('z' * 300000,))\n"
        "c.execute('UPDATE goal SET title = ?', ('half',))\n"
        "c.execute('UPDATE entry SET note = ?', ('z' * 300000,))\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", crash, path], check=False)
    assert os.path.getsize(path + "-journal") > 0
    assert store.read(queries.goal, goal_id).title == "Read more"
    assert contents(path) == before
    assert not os.path.exists(path + "-journal")


def test_a_commit_reported_as_failed_that_landed_counts_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlmodel import Session

    goal_id = full_goal(store)
    commit = Session.commit

    def commit_then_fail(session: Session) -> None:
        commit(session)
        monkeypatch.undo()
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Session, "commit", commit_then_fail)
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5))
    assert [entry.value for entry in store.read(queries.entries, goal_id)] == [Decimal("1.5"), Decimal(5)]
    assert store.run_sync(history.undo).operation == "check_in"


def test_a_commit_that_failed_is_said_and_a_retry_with_its_uuid_is_there_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlmodel import Session

    goal_id = full_goal(store)
    uuid = "6a1d1c5e-6f0f-4f6e-9d2c-0e6d5c1f2a3b"

    def fail(session: Session) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(Session, "commit", fail)
        with pytest.raises(StoreError, match="io"):
            store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5), uuid=uuid)
    first = store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5), uuid=uuid)
    assert store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5), uuid=uuid) == first
    assert len(store.read(queries.entries, goal_id)) == 2


def test_a_file_deleted_while_open_is_not_written_to(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    os.unlink(path)
    with pytest.raises(StoreError, match="not_found"):
        store.run_sync(goals.set_answer, goal_id, "specific.why", "a")
    assert store.read(queries.goals) == ()
    new = store.run_sync(goals.create, "nordic", "en", title="Again")
    assert [goal.id for goal in store.read(queries.goals)] == [new]
    assert sound(path)


def test_a_file_replaced_while_open_is_the_one_read_and_written(store: Store, path: str) -> None:
    full_goal(store)
    other = Store(path + "2")
    goal_id = other.run_sync(goals.create, "nordic", "en", title="The other")
    other.close()
    os.replace(path + "2", path)
    assert [goal.title for goal in store.read(queries.goals)] == ["The other"]
    store.run_sync(entries.check_in, goal_id, date(2026, 3, 3), Decimal(1))
    assert _values(path) == [1]


def test_a_copy_of_the_one_file_made_while_it_is_open_has_everything(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    subprocess.run(["cp", path, path + ".copy"], check=True)
    copied = Store(path + ".copy")
    assert copied.read(queries.goal, goal_id) == store.read(queries.goal, goal_id)
    assert copied.read(queries.entries, goal_id) == store.read(queries.entries, goal_id)
    copied.close()


def test_a_transaction_that_the_disk_took_back_is_not_taken_for_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smart_tui.store import index

    goal_id = full_goal(store)

    def fail(connection: sqlite3.Connection, noted: object) -> None:
        connection.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(index, "_follow", fail)
        with pytest.raises(StoreError, match="io"):
            store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5), note="at home")
    assert len(store.read(queries.entries, goal_id)) == 1
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5), note="at home")
    assert len(store.read(queries.entries, goal_id)) == 2


def test_a_write_that_met_one_passing_read_error_is_no_damage(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from smart_tui.store import records

    goal_id = full_goal(store)
    malformed = sqlite3.DatabaseError("database disk image is malformed")
    malformed.sqlite_errorcode = sqlite3.SQLITE_CORRUPT

    def fail(connection: sqlite3.Connection) -> None:
        raise malformed

    with monkeypatch.context() as patched:
        patched.setattr(records, "settle", fail)
        with pytest.raises(StoreError, match="io"):
            store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5))
    assert store.held is None
    store.run_sync(entries.check_in, goal_id, MONDAY, Decimal(5))
    assert len(store.read(queries.entries, goal_id)) == 2
