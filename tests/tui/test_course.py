"""Setting a goal on another course by keys, and what its plans and its figures say while one writes."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.goal import Combine, Horizon
from smart_tui.store import queries
from smart_tui.store.commands.history import undo
from smart_tui.tui.screens.edit import EditScreen
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.version import VersionScreen
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, TODAY, World, press, settle, shown
from tests.tui.writing import goals, seen, started, type_text
from tests.tui.writing import settle as saved


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


async def dialog(world: World, pilot: Pilot[Any], goal_id: int) -> None:
    """The dialog of the target, open over the goal's page."""
    pilot.app.push_screen(GoalPage(goal_id))
    await settle(pilot)
    await press(pilot, "m")
    assert isinstance(pilot.app.screen, VersionScreen)


async def test_a_rate_moves_the_deadline_as_one_step_and_the_past_keeps_its_version(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS, recorded=[(date(2026, 1, 8), "2")])
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await dialog(world, pilot, goal_id)
        await press(pilot, "tab", "tab")
        await type_text(pilot, "2 a week")
        await pilot.pause()
        assert "moves the deadline to Thu 2 April 2026, in" in shown(app)
        await press(pilot, "enter")
        await type_text(pilot, "easier than I thought")
        await press(pilot, "enter")
        goal = world.store.read(queries.goal, goal_id)
        assert goal.deadline == date(2026, 4, 2)
        assert [(m.target, m.valid_from) for m in goal.measures] == [
            (Decimal(24), BOOKS.valid_from),
            (Decimal(24), TODAY),
        ]
        assert goal.measures[1].reason == "easier than I thought"
        world.store.run_sync(undo)
        goal = world.store.read(queries.goal, goal_id)
        assert (goal.deadline, len(goal.measures)) == (date(2026, 12, 31), 1)


async def test_a_new_quota_counts_from_the_next_whole_week_and_never_from_a_past_day(world: World) -> None:
    goal_id = world.goal("Meetings", MEETINGS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await dialog(world, pilot, goal_id)
        assert "from the next whole period on: Mon" in shown(app)
        await press(pilot, "backspace", "9", "tab", "tab", "x", "tab")
        await type_text(pilot, "yesterday")
        await press(pilot, "enter")
        assert isinstance(app.screen, VersionScreen) and "It cannot be before" in shown(app)
        await press(pilot, *["backspace"] * 9, "enter")
        measures = world.store.read(queries.goal, goal_id).measures
        assert [(m.target, m.valid_from) for m in measures[1:]] == [(Decimal(9), TODAY)]


async def test_plans_and_the_parent_are_taken_on_the_page_of_all_answers(world: World) -> None:
    above = world.goal("Grow the shop", None)
    goal_id = world.goal("Read books", BOOKS, answers={"time.six_weeks": "call Bo, Monday 9:00, office"})
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await settle(pilot)
        form = screen.form
        assert form is not None
        await form.open("time.six_weeks")
        await press(pilot, "f3")
        await settle(pilot)
        (activity,) = world.store.read(queries.goal, goal_id).activities
        assert (activity.what, activity.when, activity.where, activity.horizon) == (
            "call Bo",
            "9:00",
            "office",
            Horizon.SIX_WEEKS,
        )
        assert "All of it stands on the goal's page" in shown(app)
        await form.open("parent")
        await screen.workers.wait_for_complete()
        await type_text(pilot, "shop")
        await press(pilot, "f3")
        await saved(pilot)
        assert world.store.read(queries.goal, goal_id).parent_id == above
        assert "weight" in screen.visible_fields()
        await press(pilot, *["backspace"] * 20)
        await saved(pilot)
        assert world.store.read(queries.goal, goal_id).parent_id is None


async def test_a_line_tells_what_it_is_wherever_the_cursor_stands(world: World) -> None:
    goal_id = world.goal("Launch", LAUNCH)
    async with world.app().run_test(size=(80, 24)) as pilot:
        pilot.app.push_screen(GoalPage(goal_id))
        await settle(pilot)
        for line in ("call Bo, Monday 9:00, office", "if it rains, then I read", "Pilot by 1 March x2"):
            await press(pilot, "a")
            await type_text(pilot, line)
            await press(pilot, "enter")
    goal = world.store.read(queries.goal, goal_id)
    assert [(one.what, one.when, one.where) for one in goal.activities] == [("call Bo", "9:00", "office")]
    assert [(one.situation, one.action) for one in goal.plans] == [("it rains", "I read")]
    assert [(one.title, one.due, one.weight) for one in goal.milestones] == [("Pilot", date(2026, 3, 1), 2)]


async def test_the_figures_of_the_plan_are_said_under_the_question_whether_it_can_be_done(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        screen: Any = app.screen
        for field, text in (
            ("kind", "total"),
            ("target", "+200 %"),
            ("baseline", "1200000"),
            ("reading", "span"),
            ("baseline_period", "year"),
            ("combine", "max"),
            ("deadline", "in 2 months"),
        ):
            screen.put(field, text)
        await screen.go_to(2)
        await pilot.pause()
        assert "about 73% more every month" in seen(app)
        assert "a whole year, and there are 2 months" in seen(app)
        await screen.go_to(0)
        await pilot.pause()
        assert "73%" not in seen(app)
        await saved(pilot)
        measure = goals(app)[0].measure
        assert measure is not None and measure.combine is Combine.MAX
