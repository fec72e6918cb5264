"""What is forgotten is in the file no more: not in its rows, its history, its index or its unused space."""

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.backup import BackupReason
from smart_tui.store import connection, index, queries
from smart_tui.store.backups.holding import still_holding
from smart_tui.store.commands import entries, goals, history, journal, plans
from smart_tui.store.commands.forget import Forgotten, forget_goal, forget_journal
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, contents, full_goal, sound

WORD = "xyzzyplugh"


def _in_file(path: str) -> bool:
    return WORD.encode() in Path(path).read_bytes()


def _secret(store: Store) -> int:
    """A goal with the word everywhere, also in what was deleted, taken back or is still being typed."""
    run = store.run_sync
    goal_id = full_goal(store, f"Title {WORD}")
    run(goals.set_answer, goal_id, "specific.what", f"Answer {WORD}")
    run(goals.set_answer, goal_id, "specific.what", "Another")
    gone = run(entries.check_in, goal_id, MONDAY, Decimal(3), note=f"Note {WORD}")
    run(entries.delete_entry, gone)
    run(goals.set_fields, goal_id, {"statement": f"Statement {WORD}"})
    run(history.undo)
    run(set_setting, f"unsent check_in {goal_id}", f'{{"text": "12 # {WORD}"}}')
    run(set_setting, "unsent next week 0a", f'{{"{goal_id}": "Begun {WORD}"}}')
    return goal_id


def test_a_forgotten_goal_is_nowhere_in_the_file_and_nothing_else_is_changed(store: Store, path: str) -> None:
    kept = full_goal(store, "Read more")
    before = contents(path)
    goal_id = _secret(store)
    under = store.run_sync(goals.create, "nordic", "en", "Part of it")
    store.run_sync(goals.set_fields, under, {"parent_id": goal_id})
    store.run_sync(entries.check_in, kept, MONDAY, Decimal(3), note="afterwards")
    assert _in_file(path)
    uuid = store.read(queries.goal, goal_id).uuid
    forgotten = store.forget(forget_goal, goal_id).result()
    assert forgotten == Forgotten("goal", (uuid,), forgotten.rows) and forgotten.rows > 10
    store.run_sync(history.undo)
    store.close()
    assert not _in_file(path)
    assert sound(path)
    after = contents(path)
    for row in after["goal"]:
        assert row["parent_id"] is None
    assert [row for row in after["goal"] if row["id"] != under] == before["goal"]
    assert {name: rows for name, rows in after.items() if name not in ("goal", "search_stale")} == {
        name: rows for name, rows in before.items() if name not in ("goal", "search_stale")
    }


def test_what_is_left_can_be_undone_and_redone_after_a_goal_was_forgotten(store: Store, path: str) -> None:
    kept = full_goal(store, "Read more")
    goal_id = _secret(store)
    store.run_sync(goals.set_answer, kept, "specific.what", "New")
    before = contents(path)
    several = [kept, goal_id]
    store.run_sync(goals.all_of, "pause", goals.pause, several, MONDAY)
    store.forget(forget_goal, goal_id).result()
    last, _ = store.read(queries.history)
    assert last is not None and last.operation == "pause" and last.params.get("title") != f"Title {WORD}"
    store.run_sync(history.undo)
    store.run_sync(history.redo)
    store.run_sync(history.undo)
    store.run_sync(history.undo)
    store.run_sync(history.redo)
    assert [row for row in before["answer"] if row["goal_id"] == kept] == contents(path)["answer"]
    store.close()
    assert not _in_file(path) and sound(path)


def test_a_goal_that_was_deleted_can_be_forgotten_only_while_it_is_there(store: Store) -> None:
    goal_id = full_goal(store)
    store.run_sync(goals.delete, goal_id)
    with pytest.raises(StoreError, match="not_found"):
        store.forget(forget_goal, goal_id).result()
    store.run_sync(history.undo)
    assert store.forget(forget_goal, goal_id).result().table == "goal"


def test_a_forgotten_journal_entry_is_nowhere_in_the_file_and_its_goal_stays(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    first = store.run_sync(journal.write, None, MONDAY, f"Secret {WORD}", [goal_id])
    store.run_sync(journal.write, first, MONDAY, f"Secret {WORD} again", [goal_id])
    other = store.run_sync(journal.write, None, MONDAY, "A quiet day", [goal_id])
    forgotten = store.forget(forget_journal, [first]).result()
    store.close()
    assert (forgotten.table, len(forgotten.uuids)) == ("journal", 1)
    assert not _in_file(path) and sound(path)
    left = contents(path)
    assert [row["id"] for row in left["journal"]] == [other]
    assert [row["journal_id"] for row in left["journal_goal"] if row["goal_id"] == goal_id][-1] == other
    assert [row["id"] for row in left["goal"]] == [goal_id]


def test_the_backups_are_named_that_still_hold_it_in_rows_or_in_their_history(
    store: Store, path: str, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    store.second_folder = str(tmp_path / "stick")
    full_goal(store, "Before")
    without = store.back_up_sync(BackupReason.ASKED)
    goal_id = full_goal(store, "Secret")
    uuid = store.read(queries.goal, goal_id).uuid
    holding = [store.back_up_sync(BackupReason.ASKED)]
    store.run_sync(goals.delete, goal_id)
    holding.append(store.back_up_sync(BackupReason.ASKED))
    store.run_sync(history.undo)
    store.forget(forget_goal, goal_id).result()
    after = store.back_up_sync(BackupReason.ASKED)
    assert without is not None and after is not None
    found = still_holding(path, "goal", [uuid], store.second_folder)
    beside = [each.path for each in found if not each.path.startswith(str(tmp_path / "stick"))]
    assert beside == [each.path for each in reversed(holding) if each is not None]
    assert len(found) == 4
    Path(without.path).write_bytes(b"not readable any more")
    assert len(still_holding(path, "goal", [uuid])) == 3


def test_unused_plans_of_other_goals_keep_what_is_being_typed_about_them(store: Store) -> None:
    goal_id, other = full_goal(store, "One"), full_goal(store, "Two")
    activity = store.run_sync(plans.add_activity, goal_id, "Walk")
    named = (f"check_in {goal_id}", f"finish {other} {goal_id}", f"promise {activity}")
    stay = (f"check_in {other}", f"entry {other} {goal_id}", "promise 999", "review prompts", "journal place")
    for dialog in (*named, *stay):
        store.run_sync(set_setting, f"unsent {dialog}", '{"text": "12"}')
    for week, lines in (("a", f'{{"{goal_id}": "Walk", "{other}": "Sit"}}'), ("b", "")):
        store.run_sync(set_setting, f"unsent next week {week}", lines)
    store.forget(forget_goal, goal_id).result()
    left = {key for (key,) in store.reader.rows("SELECT key FROM setting WHERE key LIKE 'unsent %'")}
    assert left - {"unsent next week b"} == {f"unsent {dialog}" for dialog in (*stay, "next week a")}
    assert store.read(queries.raw_setting, "unsent next week a") == f'{{"{other}": "Sit"}}'


def test_a_lock_that_keeps_the_file_from_being_made_anew_is_known_and_the_next_forgetting_does_it(
    store: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 10)
    secret, other = _secret(store), full_goal(store, "Another")
    tidied = index.tidy
    reader = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def held(driver: sqlite3.Connection) -> None:
        if not reader.in_transaction:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM goal").fetchall()
        tidied(driver)

    monkeypatch.setattr(index, "tidy", held)
    store.forget(forget_goal, secret).result()
    assert store.traces_left and [goal.id for goal in store.read(queries.goals)] == [other]
    reader.close()
    monkeypatch.setattr(index, "tidy", tidied)
    store.forget(forget_goal, other).result()
    store.close()
    assert not store.traces_left and not _in_file(path)


def test_damage_that_is_met_while_the_file_is_tidied_is_said_as_such(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal_id = full_goal(store, "One")

    def damaged(connection: sqlite3.Connection) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(index, "tidy", damaged)
    with pytest.raises(StoreError, match=r"damaged|io"):
        store.forget(forget_goal, goal_id).result()
    assert not store.read(queries.goals)
