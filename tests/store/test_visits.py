"""One step of undo per field left, however often it was saved; two writers never overwrite each other silently."""

from datetime import date
from decimal import Decimal

import pytest

from smart_tui.store import queries
from smart_tui.store.commands import goals, history, measures, plans
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, books, contents, full_goal


def _steps(store: Store) -> int:
    return int(store.reader.rows("SELECT count(*) FROM change_group")[0][0])


def test_saves_of_one_visit_are_one_step_back_to_before_the_visit(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    before, steps = contents(path), _steps(store)
    for text in ("R", "Re", "Read", "Read ten pages"):
        store.run_sync(goals.set_answer, goal_id, "specific.what", text, visit="v1")
    after = contents(path)
    assert _steps(store) == steps + 1
    store.run_sync(history.undo)
    assert contents(path) == before
    store.run_sync(history.redo)
    assert contents(path) == after


def test_a_visit_may_touch_answer_fields_and_measure(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    before, steps = contents(path), _steps(store)
    store.run_sync(goals.set_answer, goal_id, "raw.target", "12 apples", visit="v1")
    store.run_sync(goals.set_answer, goal_id, "raw.target", "", visit="v1")
    store.run_sync(measures.set_measure, goal_id, books("12"), visit="v1")
    store.run_sync(goals.set_fields, goal_id, {"deadline": date(2026, 7, 1)}, visit="v1")
    assert _steps(store) == steps + 1
    store.run_sync(history.undo)
    assert contents(path) == before


def test_another_visit_or_another_action_begins_another_step(store: Store) -> None:
    goal_id = full_goal(store)
    steps = _steps(store)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "a", visit="v1")
    store.run_sync(goals.set_answer, goal_id, "specific.where", "b", visit="v2")
    store.run_sync(goals.set_answer, goal_id, "specific.why", "aa", visit="v1")
    store.run_sync(plans.set_confidence, goal_id, MONDAY, 3)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "aaa", visit="v1")
    assert _steps(store) == steps + 5


def test_saves_without_a_visit_are_steps_of_their_own(store: Store) -> None:
    goal_id = full_goal(store)
    steps = _steps(store)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "a")
    store.run_sync(goals.set_answer, goal_id, "specific.why", "b")
    assert _steps(store) == steps + 2


def test_what_was_typed_and_taken_back_in_one_visit_leaves_no_step(store: Store) -> None:
    goal_id = full_goal(store)
    steps = _steps(store)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "a", visit="v1")
    store.run_sync(goals.set_answer, goal_id, "specific.why", "", visit="v1")
    assert _steps(store) == steps
    last, _ = store.read(queries.history)
    assert last is not None and last.operation == "pause"


def test_typing_on_after_undo_in_the_same_visit_is_a_new_step(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    before = contents(path)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "a", visit="v1")
    store.run_sync(history.undo)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "b", visit="v1")
    assert store.read(queries.history)[1] is None
    store.run_sync(history.undo)
    assert contents(path) == before


def test_a_draft_begun_in_a_visit_is_undone_whole_and_named_by_its_title(store: Store, path: str) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", visit="v1")
    for title in ("R", "Read", "Read more"):
        store.run_sync(goals.set_fields, goal_id, {"title": title}, visit="v1")
    last, _ = store.read(queries.history)
    assert last is not None
    assert (last.operation, last.params) == ("create_goal", {"no": 1, "title": "Read more"})
    store.run_sync(history.undo)
    assert not any(contents(path).values())
    store.run_sync(history.redo)
    assert store.read(queries.goal, goal_id).title == "Read more"


def test_where_the_writing_flow_stands_is_kept_but_is_no_step(store: Store) -> None:
    goal_id = full_goal(store)
    steps = _steps(store)
    store.run_sync(goals.set_fields, goal_id, {"step": "relevant"})
    assert store.read(queries.goal, goal_id).step == "relevant"
    assert _steps(store) == steps


def test_an_answer_changed_elsewhere_is_not_overwritten(store: Store, path: str) -> None:
    goal_id = full_goal(store)
    other = Store(path)
    other.run_sync(goals.set_answer, goal_id, "specific.what", "theirs")
    with pytest.raises(StoreError) as refused:
        store.run_sync(goals.set_answer, goal_id, "specific.what", "mine", expected="Read")
    assert refused.value.code == "changed_since"
    assert refused.value.params == {"field": "specific.what", "current": "theirs"}
    store.run_sync(goals.set_answer, goal_id, "specific.what", "theirs", expected="Read")
    store.run_sync(goals.set_answer, goal_id, "specific.what", "mine", expected="theirs")
    assert other.read(queries.goal, goal_id).answers["specific.what"] == "mine"
    other.close()


@pytest.mark.parametrize(
    ("field", "old", "mine", "theirs"),
    [
        ("title", "Read more", "Read", "Read less"),
        ("area", "Learning", "Work", "Rest"),
        ("deadline", "2026-12-31", date(2026, 6, 1), date(2027, 1, 1)),
        ("people", "", "Ann", "Bo"),
    ],
)
def test_a_field_changed_elsewhere_is_not_overwritten(
    store: Store, field: str, old: str, mine: object, theirs: object
) -> None:
    goal_id = full_goal(store)
    store.run_sync(goals.set_fields, goal_id, {field: theirs})
    with pytest.raises(StoreError, match="changed_since"):
        store.run_sync(goals.set_fields, goal_id, {field: mine}, expected=old)
    store.run_sync(goals.set_fields, goal_id, {field: mine}, expected=str(theirs))
    assert getattr(store.read(queries.goal, goal_id), field) == mine


def test_two_instances_take_turns_and_share_one_history(store: Store, path: str) -> None:
    other = Store(path)
    goal_id = full_goal(store)
    before = contents(path)
    other.run_sync(goals.set_answer, goal_id, "specific.why", "from there")
    store.run_sync(measures.set_measure, goal_id, books("25"))
    measure = other.read(queries.goal, goal_id).measure
    assert measure is not None and measure.target == Decimal(25)
    other.run_sync(history.undo)
    store.run_sync(history.undo)
    assert contents(path) == before
    other.close()
