"""Bringing a file in: one step, taken back and done again exactly; a backup first; nothing overwritten in silence."""

import asyncio
import json
import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Entry, EntryState, Goal, Measure, Milestone, State
from smart_tui.domain.transfer import Contents, Found
from smart_tui.interop.identity import stable_uuid
from smart_tui.interop.merging import bring
from smart_tui.interop.merging.bring import bring_in, bring_in_sync
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.interop.merging.work import work_of
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, history
from smart_tui.store.commands.intake import Work
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.interop.copies import TODAY, Copy, alike, filled
from tests.store.contents import MONDAY, books, contents, sound

DEEDS_OF_ONE = (
    ("title", 1, 2),
    ("area", 1, 1),
    ("edit entry", 1, 2),
    ("version", 1, 4),
    ("line", 1, 2),
    ("finish", 1, 3),
    ("journal", 2, 1),
    ("milestone", 1, 1),
    ("delete", 2, 1),
    ("no review", 1, 1),
)
HABIT = stable_uuid("loop", "habit")


def habit(*values: int | str, title: str = "Swim", measure: Measure | None = None, done: date | None = None) -> Found:
    """A file of another program: a goal with an entry a day."""
    goal = Goal(7, HABIT, 0, title, State.ACTIVE, "nordic", "en", start=MONDAY, measures=(measure or books(),))
    goal = goal._replace(milestones=(Milestone(0, stable_uuid("loop", "m"), "Far", done_on=done),))
    recorded = tuple(
        Entry(0, stable_uuid("loop", "e", str(at)), 7, MONDAY + timedelta(days=at), EntryState.VALUE, Decimal(value))
        for at, value in enumerate(values)
    )
    recorded = tuple(each._replace(source="loop", source_id=str(each.on)) for each in recorded)
    return Found("loop", Contents(goals=(goal,), entries=recorded), rows=len(recorded))


def values(store: Store) -> list[str]:
    """The values of the one goal, by day."""
    (goal,) = store.read(queries.goals)
    return [str(entry.value) for entry in store.read(queries.entries, goal.id)]


def plan_of(store: Store, found: Found, into: dict[str, str] | None = None) -> Plan:
    """What taking it over would do."""
    return make_plan(store.reader, found, TODAY, into)


def test_an_import_is_one_step_that_is_taken_back_and_done_again_exactly(store: Store, path: str) -> None:
    store.run_sync(goals.create, "nordic", "en", title="Mine")
    before = contents(path)
    bring_in_sync(store, plan_of(store, habit(*range(60))))
    after = contents(path)
    assert len(after["entry"]) == 60
    for command, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        store.close()
        store = Store(path)
        assert store.run_sync(command).operation == "import"
        assert contents(path) == expected
    # What was taken back was never here: importing again brings all of it.
    assert plan_of(store, habit(*range(60))).intake.new == {"goal": 1, "entry": 60}
    bring_in_sync(store, plan_of(store, habit(*range(60))))
    assert plan_of(store, habit(*range(60))).intake.nothing
    store.run_sync(history.undo)
    store.run_sync(goals.create, "nordic", "en", title="New")
    assert plan_of(store, habit(*range(60))).intake.new == {"goal": 1, "entry": 60}
    store.close()
    assert sound(path)


def test_a_merge_that_changes_and_deletes_is_taken_back_exactly(tmp_path: Path) -> None:
    one, two = alike(str(tmp_path))
    for deed in DEEDS_OF_ONE:
        one.do(deed)
    before = contents(two.store.path)
    two.merge(one.sent())
    assert two.parts == one.parts
    after = contents(two.store.path)
    for command, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        two.store.run_sync(command)
        assert contents(two.store.path) == expected
    assert not two.plan(one.file).intake.nothing
    two.merge(one.file)
    assert two.parts == one.parts


def test_a_backup_is_made_first_and_without_one_nothing_is_changed(store: Store, path: str) -> None:
    store.run_sync(goals.create, "nordic", "en", title="Mine")
    plan = plan_of(store, habit(1, 2))
    folder = Path(path).parent / "backups"
    folder.write_text("in the way")
    before = contents(path)
    with pytest.raises(StoreError):
        bring_in_sync(store, plan)
    assert contents(path) == before
    folder.unlink()
    told: list[tuple[int, int]] = []
    done = asyncio.run(bring_in(store, plan, progress=lambda done, total: told.append((done, total))))
    assert done.new == {"goal": 1, "entry": 2}
    assert told == [(2, 2)]
    assert any(name.endswith("-import.db") for name in os.listdir(folder))


def test_a_second_import_updates_and_leaves_alone_what_was_changed_here(store: Store) -> None:
    bring_in_sync(store, plan_of(store, habit(1, 2, 3)))
    (goal,) = store.read(queries.goals)
    kept = store.read(queries.entries, goal.id)
    store.run_sync(entries.edit_entry, kept[0].id, value=Decimal(10))
    store.run_sync(entries.delete_entry, kept[1].id)
    store.run_sync(goals.set_fields, goal.id, {"title": "Swim far"})
    assert plan_of(store, habit(1, 2, 3)).intake.nothing
    plan = plan_of(store, habit(1, 2, 4, 5))
    assert (plan.intake.changed, plan.intake.new, plan.intake.conflicts) == ({"entry": 1}, {"entry": 1}, ())
    assert plan.intake.deleted_here == {"entry": 1}
    bring_in_sync(store, plan)
    assert values(store) == ["10", "4", "5"]
    both = plan_of(store, habit(7, 2, 4, 5, title="Crawl"))
    assert [(each.part, each.mine, each.theirs) for each in both.intake.conflicts] == [
        ("title", "Swim far", "Crawl"),
        ("entry", "10", "7"),
    ]
    bring_in_sync(store, both, [("goal", HABIT, "title")])
    assert (values(store), store.read(queries.goals)[0].title) == (["10", "4", "5"], "Crawl")
    assert plan_of(store, habit(7, 2, 4, 5, title="Crawl")).intake.nothing


def test_a_flip_back_in_the_other_program_comes_in_too(store: Store) -> None:
    for value in (1, 2, 1):
        bring_in_sync(store, plan_of(store, habit(value)))
        assert values(store) == [str(value)]


def test_a_goal_deleted_here_stays_deleted_until_its_file_says_something_new(store: Store) -> None:
    bring_in_sync(store, plan_of(store, habit(1, 2)))
    store.run_sync(goals.delete, store.read(queries.goals)[0].id)
    again = plan_of(store, habit(1, 2))
    assert again.intake.nothing and again.intake.deleted_here == {"goal": 1, "entry": 2}
    more = plan_of(store, habit(1, 2, 3))
    assert [(each.path, each.mine, each.theirs) for each in more.intake.conflicts] == [(("goal", HABIT), "", "Swim")]
    bring_in_sync(store, more)
    assert store.read(queries.goals) == ()
    assert plan_of(store, habit(1, 2, 3)).intake.nothing
    bring_in_sync(store, plan_of(store, habit(1, 2, 3, 4)), [("goal", HABIT)])
    assert values(store) == ["1", "2", "3", "4"]


def test_entries_go_into_a_goal_that_is_here_and_leave_it_as_it_is(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "da", title="Svøm")
    goal = store.read(queries.goal, goal_id)
    bring_in_sync(store, plan_of(store, habit(1, 2), {HABIT: goal.uuid}))
    now = store.read(queries.goal, goal_id)
    assert now._replace(updated_at=None) == goal._replace(updated_at=None)
    assert values(store) == ["1", "2"]
    assert plan_of(store, habit(1, 2), {HABIT: goal.uuid}).intake.nothing


def test_what_somebody_else_writes_meanwhile_is_planned_for_anew_or_refused(
    store: Store, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in_sync(store, plan_of(store, habit(1)))
    (goal,) = store.read(queries.goals)
    plan = plan_of(store, habit(1, 2))
    other = Store(path)
    other.run_sync(goals.set_fields, goal.id, {"owner": "Mette"})
    bring_in_sync(store, plan)
    assert (values(store), store.read(queries.goals)[0].owner) == (["1", "2"], "Mette")
    plan = plan_of(store, habit(1, 3))
    other.run_sync(entries.edit_entry, store.read(queries.entries, goal.id)[1].id, value=Decimal(9))
    other.close()
    with pytest.raises(StoreError, match="changed_since"):
        bring_in_sync(store, plan)
    assert values(store) == ["1", "9"]


def test_a_row_that_cannot_be_stored_stops_all_of_it(store: Store, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store.run_sync(goals.create, "nordic", "en", title="Mine")
    plan = plan_of(store, habit(1, 2))
    made = work_of(plan, ())
    row_id, uuid, last = made.entries[-1]
    broken: Work = made._replace(entries=[*made.entries, (row_id, uuid, last)])
    monkeypatch.setattr(bring, "work_of", lambda plan, theirs: broken)
    before = contents(path)
    with pytest.raises(StoreError, match="invalid"):
        bring_in_sync(store, plan)
    assert contents(path) == before


def test_numbers_of_goals_stay_their_own_where_they_are_free(tmp_path: Path) -> None:
    one, two = Copy(str(tmp_path), "one"), Copy(str(tmp_path), "two")
    for title in ("A", "B", "C"):
        one.store.run_sync(goals.create, "nordic", "en", title=title)
    one.store.run_sync(goals.delete, 1)
    two.store.run_sync(goals.create, "nordic", "en", title="Mine")
    two.store.run_sync(goals.create, "nordic", "en", title="Mine too")
    two.merge(one.sent())
    kept = [(1, "Mine"), (2, "Mine too"), (3, "C"), (4, "B")]
    assert [(goal.no, goal.title) for goal in two.store.read(queries.goals)] == kept
    two.store.run_sync(goals.create, "nordic", "en", title="Next")
    assert two.store.read(queries.goals)[-1].no == 5


def test_a_file_of_goals_that_serve_each_other_comes_in_without_the_circle(tmp_path: Path) -> None:
    one, two = Copy(str(tmp_path), "one"), Copy(str(tmp_path), "two")
    filled(one)
    told = json.loads(Path(one.sent()).read_text("utf-8"))
    told["goals"][0]["parent"] = told["goals"][1]["uuid"]
    Path(one.file).write_text(json.dumps(told), "utf-8")
    two.merge(one.file)
    parents = {goal.id: goal.parent_id for goal in two.store.read(queries.goals)}
    assert len([parent for parent in parents.values() if parent]) <= 1
