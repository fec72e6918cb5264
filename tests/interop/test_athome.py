"""What comes from elsewhere meets what is here: by title, and by the tasks and pages that went out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smart_tui.domain.goal import Goal, Outcome, State
from smart_tui.domain.review import Way
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.apps.jrnlout import Page, jrnl_json
from smart_tui.interop.apps.taskwarriorout import taskwarrior_json
from smart_tui.interop.merging.athome import at_home
from smart_tui.interop.merging.bring import bring_in_sync
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.store import queries
from smart_tui.store.commands import goals, plans, reviews
from smart_tui.store.queries.rows import entries
from smart_tui.store.store import Store
from tests.interop.test_taskwarrior import array, task

TODAY = date(2026, 1, 15)
ASKED = Asked(TODAY)
NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(str(tmp_path / "goals.db"))
    yield opened
    opened.close()


def planned(store: Store, path: Path, text: str, asked: Asked = ASKED) -> tuple[Found, Plan]:
    """What bringing in a file of this text would do."""
    path.write_text(text, "utf-8")
    met, into = store.read(at_home, sources.read(str(path), asked), asked)
    return met, store.read(make_plan, met, TODAY, into)


def of(store: Store, title: str) -> Goal:
    return store.read(queries.find, title)


def test_a_table_meets_the_open_goal_of_its_title_and_says_where_there_are_several(
    store: Store, tmp_path: Path
) -> None:
    ids = [store.run_sync(goals.create, "international", "en", "Run") for _ in range(2)]
    for goal_id in ids:
        store.run_sync(goals.activate, goal_id, TODAY)
    text, path = "Goal,Date,Value\nrun,2026-01-01,3\nSwim,2026-01-01,1\n", tmp_path / "a.csv"
    with pytest.raises(UnreadableFileError) as refused:
        planned(store, path, text)
    assert (refused.value.code, refused.value.params["numbers"]) == ("several_goals", "1, 2")
    store.run_sync(goals.finish, ids[0], Outcome.ACHIEVED, "", TODAY)
    _, plan = planned(store, path, text)
    assert (plan.intake.new, plan.intake.changed) == ({"goal": 1, "entry": 2}, {})
    bring_in_sync(store, plan)
    assert [goal.title for goal in store.read(queries.goals)] == ["Run", "Run", "Swim"]
    assert len(store.read(entries, ids[1])) == 1
    store.run_sync(goals.finish, ids[1], Outcome.MISSED, "", TODAY)
    assert planned(store, path, text.replace("run", "Swim"))[1].intake.new == {"entry": 1}


def test_tasks_that_went_out_change_only_themselves_and_move_to_no_other_goal(store: Store, tmp_path: Path) -> None:
    above = store.run_sync(goals.create, "international", "en", "House")
    goal_id = store.run_sync(goals.create, "international", "en", "Build")
    store.run_sync(goals.set_fields, goal_id, {"parent_id": above, "deadline": date(2026, 12, 1)})
    for title in ("Foundation", "Roof"):
        store.run_sync(plans.add_milestone, goal_id, title, None, 3)
    store.run_sync(plans.add_activity, goal_id, "Call Bo", "Saturday")
    text = "".join(taskwarrior_json([of(store, "Build")], {}, NOW))
    path = tmp_path / "tasks.json"
    assert planned(store, path, text)[1].intake.nothing
    first = text.replace('"status": "pending"', '"status": "completed", "end": "20260110T120000Z"', 1)
    met, plan = planned(store, path, first.replace('"project": "Build"', '"project": "Elsewhere"'))
    assert [goal.title for goal in met.contents.goals] == ["Build", "House"]
    assert {each.part for each in plan.intake.conflicts} == {"milestone"}
    bring_in_sync(store, plan, [each.path for each in plan.intake.conflicts])
    goal = of(store, "Build")
    assert [(each.title, each.weight, each.done_on) for each in goal.milestones] == [
        ("Foundation", 3, date(2026, 1, 10)),
        ("Roof", 3, None),
    ]
    assert (goal.parent_id, goal.deadline, goal.activities[0].when) == (above, date(2026, 12, 1), "Saturday")


def test_a_task_whose_project_has_changed_stays_with_its_goal(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    note = [{"entry": "20250111T120000Z", "description": "Ask Bo"}]
    bring_in_sync(store, planned(store, path, array([task(0, project="Home"), task(1, project="Home")]))[1])
    moved = array(
        [task(0, project="Away", status="completed", end="20250201T120000Z", annotations=note), task(1, project="Home")]
    )
    met, plan = planned(store, path, moved)
    assert ("taskwarrior.moved", {"count": 1}) in [(each.code, each.params) for each in met.said]
    bring_in_sync(store, plan)
    (goal,) = store.read(queries.goals)
    assert (goal.title, goal.state, goal.milestones[0].done_on) == ("Home", State.ACTIVE, date(2025, 2, 1))
    assert met.contents.journal[0].goals == (met.contents.goals[0].id,)
    assert planned(store, path, moved)[1].intake.nothing


def test_a_review_that_went_out_to_jrnl_comes_back_as_no_journal_entry(store: Store, tmp_path: Path) -> None:
    store.run_sync(reviews.begin, date(2026, 1, 12), date(2026, 1, 12), date(2026, 1, 18), Way.FULL)
    (uuid,) = (row[0] for row in store.read(lambda reader: reader.rows("SELECT uuid FROM review")))
    other = "0e3e7068-2c20-4cac-829f-6fbed82c07cd"
    text = jrnl_json([Page(TODAY, "Went well", uuid, NOW), Page(TODAY, "Bo liked it", other, NOW)])
    met, plan = planned(store, tmp_path / "out.json", text)
    assert [each.uuid for each in met.contents.journal] == [other]
    assert plan.intake.new == {"journal": 1}
