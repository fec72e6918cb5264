"""Tasks as `task export` writes them become goals with milestones; what else they say is kept, or refused by line."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from smart_tui.domain.goal import Activity, Goal, Kind, Milestone, State
from smart_tui.domain.transfer import Asked, Found, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.apps import taskwarrior
from smart_tui.interop.apps.taskwarriorout import taskwarrior_json
from smart_tui.interop.merging.plan import make_plan
from smart_tui.interop.merging.work import work_of
from smart_tui.interop.own import document
from smart_tui.store import queries
from smart_tui.store.commands.history import redo, undo
from smart_tui.store.commands.intake import carry_out
from smart_tui.store.store import Store

ASKED = Asked(date(2026, 1, 15))
UUIDS = [f"a360fc44-315c-4366-b70c-ea7e7520b7{number:02d}" for number in range(20)]


def task(number: int, **more: object) -> dict[str, object]:
    """A task with what every task has."""
    fixed = {"id": 1, "description": f"Task {number}", "entry": "20250110T120000Z", "status": "pending", "urgency": 2.5}
    return {**fixed, "uuid": UUIDS[number], "modified": "20250110T120000Z", **more}


TASKS = [
    task(0, project="Home", due="20250120T120000Z", tags=["garden"], priority="H", estimate=1.25),
    task(1, project="Home.Garden", status="completed", end="20250201T120000Z", depends=[UUIDS[0]]),
    task(
        2,
        project="Home.Garden",
        entry=1736510400,
        depends=",".join(UUIDS[:2]),
        status="waiting",
        wait="20260301T000000Z",
    ),
    task(3, annotations=[{"entry": "20250111T120000Z", "description": "Ask Bo"}, {"entry": "20250112T120000Z"}]),
    task(4, project="Home", status="deleted", end="20250201T120000Z"),
    task(5, project="Home", status="recurring", recur="weekly", mask="-+", due="20250120T120000Z"),
    task(6, project="Home", parent=UUIDS[5], imask=1, recur="weekly"),
]


def read(folder: Path, text: str) -> Found:
    path = folder / "tasks.json"
    path.write_bytes(text.encode())
    assert sources.recognise(str(path)) == taskwarrior.FORMAT
    return sources.read(str(path), ASKED)


def array(tasks: list[dict[str, object]]) -> str:
    return "[\n" + ",\n".join(map(json.dumps, tasks)) + "\n]\n"


@pytest.mark.parametrize("written", [array, lambda tasks: "\n".join(map(json.dumps, tasks))], ids=["array", "lines"])
def test_a_project_becomes_a_goal_and_its_tasks_milestones(tmp_path: Path, written: object) -> None:
    assert callable(written)
    found = read(tmp_path, written(TASKS))
    home, garden, loose = found.contents.goals
    assert (home.title, home.state, home.start, home.measures[0].kind) == (
        "Home",
        State.ACTIVE,
        date(2025, 1, 10),
        Kind.MILESTONES,
    )
    assert (garden.title, garden.parent_id, loose.title) == ("Home.Garden", home.id, "Taskwarrior")
    assert [(each.title, each.due, each.done_on) for each in home.milestones] == [
        ("Task 0", date(2025, 1, 20), None),
        ("Task 6", None, None),
    ]
    assert [(each.uuid, each.done_on) for each in garden.milestones] == [(UUIDS[1], date(2025, 2, 1)), (UUIDS[2], None)]
    (note,) = found.contents.journal
    assert (note.on, note.text, note.goals) == (date(2025, 1, 11), "Task 3: Ask Bo", (loose.id,))
    assert {each.code.removeprefix("taskwarrior."): each.params.get("count") for each in found.said} == {
        "projects": None,
        "deleted": 1,
        "templates": 1,
        "no_project": 1,
        "dependencies": 2,
    }


def test_what_is_not_understood_is_kept_and_nothing_of_it_depends_on_the_order(tmp_path: Path) -> None:
    found = read(tmp_path, array(TASKS))
    home = found.contents.goals[0]
    assert found.contents.unknown[f"goal/{home.uuid}/milestones/{UUIDS[0]}"] == {
        "taskwarrior": {
            "entry": "20250110T120000Z",
            "modified": "20250110T120000Z",
            "tags": ["garden"],
            "priority": "H",
            "estimate": "1.25",
        }
    }
    json.dumps(found.contents.unknown)
    again = read(tmp_path, array(TASKS[::-1]))
    assert {goal.uuid: goal.title for goal in again.contents.goals} == {
        goal.uuid: goal.title for goal in found.contents.goals
    }


def test_whatever_more_a_task_says_can_be_stored_and_leaves_in_a_document_that_is_read_again(tmp_path: Path) -> None:
    deep: object = "end"
    for _ in range(60):
        deep = [deep]
    found = read(tmp_path, array([task(0, project="Home", half="\ud83d", deep=deep)]))
    (kept,) = found.contents.unknown.values()
    assert kept["taskwarrior"]["half"] == "?"  # type: ignore[index]
    numbered = found.contents._replace(goals=tuple(goal._replace(no=1) for goal in found.contents.goals))
    path = tmp_path / "own.json"
    path.write_bytes(document.encode(document.to_document(numbered, datetime(2026, 1, 15, tzinfo=UTC))))
    again = document.read(str(path), ASKED)
    assert again.rejected == () and again.contents.unknown == found.contents.unknown


def test_a_project_within_one_that_is_named_later_comes_in_and_is_taken_back(tmp_path: Path) -> None:
    found = read(tmp_path, array([task(1, project="Home.Garden"), task(2, project="Home")]))
    store = Store(str(tmp_path / "smart-tui.db"))
    store.run_sync(carry_out, work_of(store.read(make_plan, found, ASKED.today), ()))
    parents = {goal.title: goal.parent_id for goal in store.read(queries.goals)}
    assert parents["Home.Garden"] and parents["Home"] is None
    store.run_sync(undo)
    assert store.read(queries.goals) == ()
    store.run_sync(redo)
    assert {goal.title: goal.parent_id for goal in store.read(queries.goals)} == parents


def test_a_task_that_cannot_be_taken_is_refused_by_its_line(tmp_path: Path) -> None:
    wrong: list[object] = [
        task(0, status="lost"),
        task(1, due="20251301T120000Z"),
        task(2, due="soon"),
        task(3, uuid="x"),
        task(4, description=" \n"),
        task(5, description=["a"]),
        task(6, entry=None),
        task(7, entry="17000101T000000Z"),
        task(8, description="long " * 120),
        task(9),
        task(9),
        7,
    ]
    codes = "unknown_status no_such_day not_a_date bad_uuid no_text not_understood no_date too_early too_long double"
    found = read(tmp_path, "\n".join([json.dumps(task(10)), *map(json.dumps, wrong), '{"uuid":']))
    lines = [*range(2, 11), 12, 13, 14]
    assert [each.line for each in found.rejected] == lines
    assert [each.code for each in found.rejected] == [*codes.split(), "not_an_object", "not_an_object"]
    assert [each.title for each in found.contents.goals[0].milestones] == ["Task 10", "Task 9"]
    assert [each.line for each in read(tmp_path, array([task(0), task(1, due="20251301T120000Z")])).rejected] == [3]


def test_a_broken_array_is_refused_as_a_whole(tmp_path: Path) -> None:
    for text, code in ((array(TASKS)[:-20], "not_json"), (array(TASKS)[:-3] + ',{"a":' + "[" * 99_999, "too_deep")):
        with pytest.raises(UnreadableFileError) as refused:
            read(tmp_path, text)
        assert refused.value.code == code


def test_tasks_that_went_out_from_here_come_back_to_their_goal(tmp_path: Path) -> None:
    milestones = (
        Milestone(1, UUIDS[1], "Foundation", date(2026, 3, 1)),
        Milestone(2, UUIDS[2], "Roof", None, 3, date(2026, 1, 2)),
    )
    goal = Goal(
        7,
        UUIDS[0],
        3,
        "Build",
        State.ACTIVE,
        "smart",
        "en",
        milestones=milestones,
        activities=(Activity(1, UUIDS[3], "Call Bo"),),
    )
    text = "".join(taskwarrior_json([goal], {}, datetime(2026, 1, 10, tzinfo=UTC)))
    (back,) = read(tmp_path, text).contents.goals
    assert (back.uuid, back.title) == (goal.uuid, goal.title)
    assert [each[1:4] + each[5:] for each in back.milestones] == [each[1:4] + each[5:] for each in milestones]
    assert [each.what for each in back.activities] == ["Call Bo"]
