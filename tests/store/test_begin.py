"""Beginning a goal with what its answers promise is one action, and one step back."""

from smart_tui.domain.goal import Activity, Horizon, Milestone, State
from smart_tui.store import queries
from smart_tui.store.commands import goals, history
from smart_tui.store.commands.begin import begin
from smart_tui.store.queries.changes import revisions
from smart_tui.store.store import Store
from tests.store.contents import MONDAY, contents

LISTED = (Milestone(0, "", "Shelf"), Milestone(0, "", "Shelf"), Milestone(0, "", "Room", MONDAY, 3))
TODAY = (Activity(0, "", "Buy a lamp", due=MONDAY, horizon=Horizon.TODAY),)


def test_a_goal_begins_with_its_plans_and_goes_back_in_one_step(store: Store, path: str) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Read", answers={"raw.milestones": "Shelf"})
    before = contents(path)
    store.run_sync(begin, goal_id, MONDAY, LISTED, TODAY, 7)
    goal = store.read(queries.goal, goal_id)
    assert (goal.state, dict(goal.answers)) == (State.ACTIVE, {})
    assert [(m.title, m.due, m.weight) for m in goal.milestones] == [("Room", MONDAY, 3), ("Shelf", None, 1)]
    assert [(a.what, a.horizon) for a in goal.activities] == [("Buy a lamp", Horizon.TODAY)]
    assert [c.value for c in goal.confidence] == [7]
    assert store.run_sync(history.undo).operation == "activate"
    assert contents(path) == before


def test_what_was_written_since_shows_by_its_revision(store: Store) -> None:
    goal_id = store.run_sync(goals.create, "nordic", "en", title="Read")
    other = store.run_sync(goals.create, "nordic", "en", title="Run")
    before = store.read(revisions, State.DRAFT)
    store.run_sync(goals.set_answer, goal_id, "specific.why", "x")
    after = store.read(revisions, State.DRAFT)
    assert after[goal_id] > before[goal_id]
    assert after[other] == before[other]
