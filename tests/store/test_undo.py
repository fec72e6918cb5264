"""Everything can be undone and redone, also tomorrow."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from smart_tui.domain.goal import Kind, Measure, Outcome
from smart_tui.store import queries
from smart_tui.store.changes import STEPS_KEPT
from smart_tui.store.commands import coach, entries, goals, history, measures, plans
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.conftest import START, Clock
from tests.store.contents import MONDAY, books, contents, full_goal, sound

Act = Callable[[Store, int], object]
LATER = date(2026, 5, 4)


def _do(command: Callable[..., Any], *args: object, **kwargs: object) -> Act:
    return lambda store, goal_id: store.run_sync(command, goal_id, *args, **kwargs)


def _on_child(table: str, command: Callable[..., Any], *args: object, **kwargs: object) -> Act:
    def act(store: Store, goal_id: int) -> object:
        ((row_id,),) = store.reader.rows(f'SELECT id FROM "{table}" WHERE goal_id = ?', (goal_id,))
        return store.run_sync(command, row_id, *args, **kwargs)

    return act


def _after(first: Act, then: Act) -> tuple[Act, Act]:
    return first, then


def _nothing(store: Store, goal_id: int) -> None:
    del store, goal_id


PAUSE = _do(goals.pause, LATER)
FINISH = _do(goals.finish, Outcome.PARTLY, "start earlier", LATER)

ACTIONS: Mapping[str, tuple[Act, Act]] = {
    "create_goal": (
        _nothing,
        lambda store, _: store.run_sync(goals.create, "international", "da", title="Ny", area="A"),
    ),
    "edit_answer": (_nothing, _do(goals.set_answer, "specific.why", "to know more")),
    "edit_answer taken away": (_nothing, _do(goals.set_answer, "specific.what", "")),
    "edit_goal": (
        _nothing,
        _do(goals.set_fields, {"title": "Read less", "area": "Rest", "tags": ("x",), "start": LATER}),
    ),
    "set_measure": (_nothing, _do(measures.set_measure, books("30"))),
    "new_version": (_nothing, _do(measures.add_version, books("12", LATER)._replace(reason="a child"))),
    "activate": (_do(goals.park, None), _do(goals.activate, LATER)),
    "park": (_nothing, _do(goals.park, LATER)),
    "pause": (_nothing, PAUSE),
    "resume": _after(PAUSE, _do(goals.resume, LATER + timedelta(days=3))),
    "finish": (_nothing, FINISH),
    "reopen": _after(FINISH, _do(goals.reopen, LATER + timedelta(days=9))),
    "delete_goal": (_nothing, _do(goals.delete)),
    "check_in": (_nothing, _do(entries.check_in, LATER, Decimal(3))),
    "check_in set": (_do(entries.check_in, MONDAY, Decimal(2)), _do(entries.check_in, MONDAY, Decimal(9), mode="set")),
    "excuse": (_nothing, _do(entries.check_in, LATER, excused=True, note="ill")),
    "edit_entry": (_nothing, _on_child("entry", entries.edit_entry, on=LATER, value=Decimal(2), note="two")),
    "edit_entry excused": (_nothing, _on_child("entry", entries.edit_entry, excused=True)),
    "delete_entry": (_nothing, _on_child("entry", entries.delete_entry)),
    "add_milestone": (_nothing, _do(plans.add_milestone, "Second shelf", LATER, 3)),
    "edit_milestone": (_nothing, _on_child("milestone", plans.edit_milestone, {"title": "Shelf", "due": None})),
    "milestone_done": (_nothing, _on_child("milestone", plans.milestone_done, LATER)),
    "delete_milestone": (_nothing, _on_child("milestone", plans.delete_milestone)),
    "add_activity": (_nothing, _do(plans.add_activity, "Go to the library")),
    "edit_activity": (_nothing, _on_child("activity", plans.edit_activity, {"when": "Sunday", "where": ""})),
    "activity_done": (_nothing, _on_child("activity", plans.activity_done, LATER)),
    "delete_activity": (_nothing, _on_child("activity", plans.delete_activity)),
    "add_plan": (_nothing, _do(plans.add_plan, "the bus is late", "I read")),
    "edit_plan": (_nothing, _on_child("plan", plans.edit_plan, {"action": "I read two"})),
    "delete_plan": (_nothing, _on_child("plan", plans.delete_plan)),
    "confidence": (_nothing, _do(plans.set_confidence, LATER, 4)),
    "dismiss_remark": (_nothing, _do(coach.dismiss, "no_date")),
    "allow_remark": (_nothing, _do(coach.allow, "no_relevance")),
    "confidence again": (_nothing, _do(plans.set_confidence, MONDAY, 4)),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_undone_and_redone_exactly_also_after_a_restart(name: str, path: str) -> None:
    prepare, act = ACTIONS[name]
    store = Store(path, Clock())
    goal_id = full_goal(store)
    prepare(store, goal_id)
    before = contents(path)
    act(store, goal_id)
    after = contents(path)
    assert after != before
    last, next_ = store.read(queries.history)
    assert last is not None and next_ is None
    assert last.operation == name.split(" ")[0]
    assert last.params["no"] == (2 if name == "create_goal" else 1)
    store.close()

    store = Store(path, Clock())
    assert store.run_sync(history.undo).operation == last.operation
    assert contents(path) == before
    store.close()
    store = Store(path, Clock())
    assert store.run_sync(history.redo).id == last.id
    assert contents(path) == after
    store.run_sync(history.undo)
    assert contents(path) == before
    store.close()
    assert sound(path)


def test_many_levels_go_back_to_the_empty_file_and_forward_again(path: str) -> None:
    store = Store(path, Clock())
    seen: list[dict[str, list[dict[str, object]]]] = []
    goal_id = full_goal(store)
    ((steps,),) = store.reader.rows("SELECT count(*) FROM change_group")
    store.run_sync(goals.set_answer, goal_id, "specific.why", "a")
    store.run_sync(goals.delete, goal_id)
    steps += 2
    for _ in range(steps):
        seen.append(contents(path))
        store.run_sync(history.undo)
        store.close()
    assert not any(contents(path).values())
    with pytest.raises(StoreError, match="nothing_to_undo"):
        store.run_sync(history.undo)
    for expected in reversed(seen):
        store.run_sync(history.redo)
        assert contents(path) == expected
        store.close()
    with pytest.raises(StoreError, match="nothing_to_redo"):
        store.run_sync(history.redo)
    store.close()
    assert sound(path)


def test_a_new_action_drops_what_was_undone(store: Store) -> None:
    goal_id = full_goal(store)
    store.run_sync(plans.add_plan, goal_id, "one", "two")
    store.run_sync(history.undo)
    assert store.read(queries.history)[1] is not None
    store.run_sync(goals.set_answer, goal_id, "specific.why", "new")
    assert store.read(queries.history)[1] is None
    with pytest.raises(StoreError, match="nothing_to_redo"):
        store.run_sync(history.redo)


def test_an_action_that_changes_nothing_is_no_step_and_keeps_what_can_be_redone(store: Store) -> None:
    goal_id = full_goal(store)
    store.run_sync(plans.add_plan, goal_id, "one", "two")
    store.run_sync(history.undo)
    before = store.read(queries.history)
    store.run_sync(goals.set_answer, goal_id, "specific.what", "Read")
    store.run_sync(goals.set_fields, goal_id, {"title": "Read more", "tags": ("home", "evening")})
    store.run_sync(measures.set_measure, goal_id, books())
    store.run_sync(goals.activate, goal_id, LATER)
    assert store.read(queries.history) == before


@pytest.mark.parametrize("change", ["UPDATE answer SET text = 'other'", "DELETE FROM answer"])
def test_a_step_whose_rows_have_changed_since_is_refused_and_nothing_moves(
    store: Store, path: str, change: str
) -> None:
    goal_id = full_goal(store)
    store.run_sync(goals.set_answer, goal_id, "specific.what", "Read a lot")
    connection = store.reader
    connection.close()
    _behind_the_back(path, change)
    before = contents(path)
    with pytest.raises(StoreError) as refused:
        store.run_sync(history.undo)
    assert refused.value.code == "changed_since"
    assert refused.value.params["operation"] == "edit_answer"
    assert contents(path) == before


def test_redo_is_refused_when_its_place_was_taken(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "because")
    store.run_sync(history.undo)
    _behind_the_back(path, f"INSERT INTO answer (goal_id, question, text) VALUES ({goal_id}, 'specific.why', 'x')")
    before = contents(path)
    with pytest.raises(StoreError, match="changed_since"):
        store.run_sync(history.redo)
    assert contents(path) == before


def test_the_number_of_an_undone_goal_is_not_given_to_another(store: Store) -> None:
    store.run_sync(goals.create, "nordic", "en", title="one")
    store.run_sync(history.undo)
    second = store.run_sync(goals.create, "nordic", "en", title="two")
    assert store.read(queries.goal, second).no == 2
    store.run_sync(goals.delete, second)
    third = store.run_sync(goals.create, "nordic", "en", title="three")
    assert store.read(queries.goal, third).no == 3


def test_history_keeps_500_steps(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Many")
    for n in range(STEPS_KEPT + 5):
        store.run_sync(plans.set_confidence, goal_id, MONDAY, n % 9 + 1)
    assert store.reader.rows("SELECT count(*) FROM change_group") == [(STEPS_KEPT,)]
    assert store.reader.rows("SELECT count(*) FROM change WHERE group_id NOT IN (SELECT id FROM change_group)") == [
        (0,)
    ]


def test_history_keeps_90_days(path: str) -> None:
    clock = Clock()
    store = Store(path, clock)
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Old")
    clock.now = START + timedelta(days=89)
    store.run_sync(plans.set_confidence, goal_id, MONDAY, 5)
    assert store.reader.rows("SELECT count(*) FROM change_group") == [(2,)]
    clock.now = START + timedelta(days=91)
    store.run_sync(plans.set_confidence, goal_id, MONDAY, 6)
    assert store.reader.rows("SELECT count(*) FROM change_group") == [(2,)]
    store.close()


def test_settings_are_outside_undo(store: Store) -> None:
    from smart_tui.store.commands.settings import set_setting

    full_goal(store)
    before = store.read(queries.history)
    store.run_sync(set_setting, "first_weekday", "6")
    assert store.read(queries.history) == before
    store.run_sync(history.undo)
    assert store.read(queries.settings).first_weekday == 6


def test_undo_marks_the_goal_as_touched(store: Store) -> None:
    goal_id = full_goal(store)
    before = store.read(queries.goal, goal_id).updated_at
    store.run_sync(history.undo)
    after = store.read(queries.goal, goal_id).updated_at
    assert before is not None and after is not None and after > before


def test_a_goal_under_a_deleted_parent_gets_it_back(store: Store) -> None:
    parent, child = full_goal(store), full_goal(store, "Chapter")
    store.run_sync(goals.set_fields, child, {"parent_id": parent})
    store.run_sync(goals.delete, parent)
    assert store.read(queries.goal, child).parent_id is None
    store.run_sync(history.undo)
    assert store.read(queries.goal, child).parent_id == parent
    assert store.read(queries.goal, parent).measure == Measure(
        Kind.TOTAL, MONDAY, target=Decimal(24), unit="books", id=1
    )


def _behind_the_back(path: str, sql: str) -> None:
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(sql)
    connection.close()


def test_what_is_done_to_several_goals_together_is_one_step(store: Store) -> None:
    made = [store.run_sync(goals.create, "nordic", "en", title) for title in ("One", "Two", "Three")]
    store.run_sync(goals.all_of, "delete_goal", goals.delete, made)
    assert store.read(queries.goals) == ()
    group = store.run_sync(history.undo)
    assert (group.operation, group.params["title"], group.params["others"]) == ("delete_goal", "One", 2)
    assert len(store.read(queries.goals)) == 3
