"""What one answer brings to another: suggestions to take with F3, and what stands beside a question."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from smart_tui.domain.goal import Kind, Outcome, State
from smart_tui.store.commands.goals import activate, create, finish
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.edit import EditScreen
from smart_tui.tui.screens.write import WriteScreen
from tests.tui.world import settle as calm
from tests.tui.writing import TODAY, goals, seen, settle, started, type_text


async def begin(pilot: Pilot[Any], step: int) -> WriteScreen:
    """A new goal at a step, 0 to 4."""
    await pilot.press("n")
    await calm(pilot)
    await pilot.press(*["pagedown"] * step)
    await calm(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, WriteScreen)
    return screen


def running(app: SmartApp, title: str) -> int:
    """An active goal; gives its id."""
    goal_id = app.store.run_sync(create, "nordic", "en", title)
    app.store.run_sync(activate, goal_id, TODAY)
    return goal_id


async def test_why_it_matters_begins_with_the_first_why(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        screen = await begin(pilot, 3)
        screen.draft.put("specific.why", "The shop lives on visits")
        screen.refresh_looks()
        await pilot.pause()
        assert "The\xa0shop\xa0lives\xa0on\xa0visits" in seen(app)
        await pilot.press("f3")
        await settle(pilot)
        assert goals(app)[0].answers["relevant.why"] == "The shop lives on visits"


async def test_the_wished_date_is_offered_as_the_deadline(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        screen = await begin(pilot, 4)
        screen.draft.put("specific.when", "in 6 months")
        screen.refresh_looks()
        await pilot.press("f3")
        await settle(pilot)
        assert goals(app)[0].deadline == date(2026, 7, 15)


async def test_a_missing_resource_can_become_the_first_activity(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await begin(pilot, 2)
        await pilot.press("n", "enter")
        await type_text(pilot, "ask Bo for the password")
        await pilot.press("f3")
        await settle(pilot)
        assert goals(app)[0].answers["time.today"] == "ask Bo for the password"
        await pilot.press("pagedown", "pagedown", "pagedown")
        await calm(pilot)
        assert "ask Bo for the password" in seen(app)


async def test_somebody_else_can_be_made_the_owner(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        await begin(pilot, 2)
        await pilot.press("down", "down", "down", "down", "n", "enter")
        await type_text(pilot, "Anna")
        await pilot.press("f3")
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.answers["accepted.person"] == "no: Anna"
        assert goal.owner == "Anna"


async def test_a_wrong_moment_can_be_parked_at_once(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        await begin(pilot, 2)
        await pilot.press("down", "down", "n", "f3")
        await calm(pilot)
        await type_text(pilot, "1 march")
        await pilot.press("enter")
        await calm(pilot)
        (goal,) = goals(app)
        assert (goal.state, goal.wake_on) == (State.DRAFT, date(2026, 3, 1))


async def test_the_other_goals_stand_beside_fit_and_done_before(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        running(app, "Learn Finnish")
        app.store.run_sync(finish, running(app, "Run a marathon"), Outcome.ACHIEVED, "", TODAY)
        await begin(pilot, 2)
        await pilot.press("down", "down", "down")
        await calm(pilot)
        assert "Active now: Learn Finnish" in seen(app)
        await pilot.press("pagedown", "down", "down", "down")
        await calm(pilot)
        assert "Closed before: Run a marathon" in seen(app)


async def test_a_larger_goal_becomes_the_parent(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        parent = running(app, "Grow the online shop")
        await begin(pilot, 3)
        await pilot.press("down")
        await calm(pilot)
        await type_text(pilot, "online shop")
        await pilot.press("f3")
        await settle(pilot)
        assert "Supports goal 1, Grow the online shop" in seen(app)
        assert [goal.parent_id for goal in goals(app)] == [None, parent]


async def test_limits_said_before_are_shown_again_when_one_judges_them(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        screen = await begin(pilot, 3)
        screen.put("specific.constraints", "two hours a week")
        await pilot.press("down")
        await pilot.pause()
        assert "two hours a week" in seen(app)


async def test_a_goal_without_deadline_is_offered_a_day_to_look_again(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        await begin(pilot, 4)
        await pilot.press("down", "right", "right", "down", "down", "down", "f3")
        await settle(pilot)
        (goal,) = goals(app)
        assert (goal.deadline, goal.review_on) == (None, date(2026, 2, 12))


async def test_f5_leads_to_what_cannot_be_read_and_then_to_what_is_missing(tmp_path: Path) -> None:
    async with started(tmp_path) as (_app, pilot):
        screen = await begin(pilot, 4)
        await pilot.press("down", "down")
        await type_text(pilot, "someday")
        await pilot.press("up", "up", "f5")
        await pilot.pause()
        assert screen.form is not None and screen.form.opened == "start"
        await pilot.press(*["backspace"] * 7, "f5")
        await calm(pilot)
        assert screen.form is not None and screen.form.opened == "specific.what"


async def test_0_is_ten_and_a_click_opens_a_field(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        screen = await begin(pilot, 3)
        await pilot.click("#row-attainable-constraints")
        await calm(pilot)
        assert screen.form is not None and screen.form.opened == "attainable.constraints"
        await pilot.press("0")
        await settle(pilot)
        assert goals(app)[0].answers["attainable.constraints"] == "10"
        assert screen.draft.confidence() == 10
        await pilot.press("backspace")
        await settle(pilot)
        assert "attainable.constraints" not in goals(app)[0].answers


async def test_a_rating_is_five_described_levels(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await begin(pilot, 1)
        await pilot.press("r", "enter")
        for level in ("silent", "read aloud", "short talk", "free talk", "asked again"):
            await type_text(pilot, level)
            await pilot.press("enter")
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None
        assert measure.levels == ("silent", "read aloud", "short talk", "free talk", "asked again")


async def test_both_bounds_of_a_range_are_taken_together(tmp_path: Path) -> None:
    async with started(tmp_path, "sv") as (app, pilot):
        screen = await begin(pilot, 0)
        await type_text(pilot, "Vilopuls mellan 50 och 60")
        screen.settle()
        await pilot.pause()
        assert "mellan\xa050\xa0och\xa060" in seen(app)
        await pilot.press("f3")
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.title == "Vilopuls"
        assert goal.measure is not None
        assert (goal.measure.kind, goal.measure.low, goal.measure.high) == (Kind.WITHIN, Decimal(50), Decimal(60))


async def test_an_obstacle_becomes_an_if_then_plan_once(tmp_path: Path) -> None:
    async with started(tmp_path, model="nordic") as (app, pilot):
        screen = await begin(pilot, 3)
        screen.draft.put("specific.what", "Run a half marathon")
        await pilot.press("down", "down")
        await type_text(pilot, "My knee hurts")
        await pilot.press("f3")
        await pilot.pause()
        assert screen.draft.text("attainable.ability") == "If my knee hurts, then "
        await type_text(pilot, "I take the bike")
        await pilot.press("pagedown", "pagedown")
        await calm(pilot)
        await pilot.press("a")
        await calm(pilot)
        await pilot.press("enter")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.state is State.ACTIVE
        assert [(plan.situation, plan.action) for plan in goal.plans] == [("my knee hurts", "I take the bike")]


async def test_whether_there_is_time_enough_is_asked_again_when_the_date_changes(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        goal_id = app.store.run_sync(create, "international", "en", "Read", {"attainable.timeframe": "yes: by train"})
        app.store.run_sync(activate, goal_id, TODAY)
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await calm(pilot)
        form = screen.form
        assert form is not None
        await form.open("deadline")
        await calm(pilot)
        assert "You said" not in seen(app)
        screen.put("deadline", "1 March")
        await calm(pilot)
        assert "Is there enough time for it? You said: yes, by train" in " ".join(seen(app).split())
