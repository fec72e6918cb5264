"""The goals of a review: every key writes what it says, Enter nothing, and what was answered is not asked again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from smart_tui.domain.goal import Goal, Kind, Measure, Outcome, Reading, State
from smart_tui.domain.review import Cause, Decision, GoalReview, Repair, ReviewScreen, Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, plans, reviews
from smart_tui.store.queries.reviews import unfinished
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.edit import EditScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.goals import GoalsScreen
from smart_tui.tui.screens.review.goalwalk import Phase
from tests.tui.reviewing import MONDAY, SUNDAY, review_of, seeded, tables
from tests.tui.world import NEW_YEAR, World, press, settle, shown
from tests.tui.writing import type_text

CALL = 5
"""The one goal of the seeded week that is at risk."""
NEXT_MONDAY = date(2026, 1, 19)
HOSTILE = "[/] [@click=app.quit]x[/] \u202e{when} {now} 日本語 👩‍👩‍👧"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return seeded(tmp_path)


@asynccontextmanager
async def at_goals(
    world: World, way: Way = Way.FULL, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SmartApp, Pilot[Any]]]:
    """The app, in the review of the week that ends today, on the screen of its goals."""
    if world.store.read(unfinished) is None:
        review_id = world.store.run_sync(reviews.begin, MONDAY, MONDAY, SUNDAY, way)
        world.store.run_sync(reviews.stand, review_id, ReviewScreen.GOALS, "", 0)
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "w" if way is Way.FULL else "W")
        assert isinstance(app.screen, GoalsScreen)
        yield app, pilot


def goal_of(world: World, goal_id: int = CALL) -> Goal:
    return world.store.read(queries.goal, goal_id)


def held(world: World, goal_id: int = CALL) -> GoalReview:
    return review_of(world).of(goal_id)


def sure(world: World, goal_id: int = CALL) -> list[tuple[date, int]]:
    return [(each.on, each.value) for each in goal_of(world, goal_id).confidence]


async def left(app: SmartApp, pilot: Pilot[Any]) -> bool:
    """Whether the goals' screen is left, once what the last key began is done."""
    for _ in range(20):
        if not isinstance(app.screen, GoalsScreen):
            return True
        await settle(pilot)
    return False


def walked(app: SmartApp) -> tuple[int | None, Phase]:
    """The goal that is shown, and what is asked of it."""
    screen = app.screen
    assert isinstance(screen, GoalsScreen) and screen.through is not None
    return screen.through.stop, screen.through.phase


async def test_a_digit_says_how_sure_one_is_and_another_one_changes_it(world: World) -> None:
    world.store.run_sync(plans.set_confidence, CALL, date(2026, 1, 4), 8)
    async with at_goals(world) as (app, pilot):
        assert "You said 8 of 10 (2 weeks ago). How sure are you now?" in shown(app)
        assert "1 of 5" in shown(app)
        await press(pilot, "6")
        assert sure(world)[-1] == (SUNDAY, 6)
        assert "You say 6 of 10; 2 weeks ago it was 8." in shown(app)
        await press(pilot, "0")
        assert sure(world) == [(date(2026, 1, 4), 8), (SUNDAY, 10)]
        await press(pilot, "u")
        assert sure(world)[-1] == (SUNDAY, 6) and "You say 6 of 10" in shown(app)
        await press(pilot, "u")
        assert "How sure are you now?" in shown(app)


async def test_enter_alone_goes_through_all_goals_and_writes_nothing(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        before = tables(world)
        seen = []
        for _ in range(4):
            seen.append(walked(app))
            await press(pilot, "enter")
        assert await left(app, pilot)
        assert seen == [(CALL, Phase.SURE), (CALL, Phase.CAUSE), (CALL, Phase.REPAIR), (0, Phase.SURE)]
        assert tables(world) == before
        assert review_of(world).goals == ()


async def test_a_cause_is_asked_only_after_how_sure_and_leads_to_an_if_then_plan(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        assert "What got in the way?" not in shown(app)
        await press(pilot, "enter")
        assert "How sure are you" not in shown(app), "a digit is a cause now"
        await press(pilot, "pageup")
        await press(pilot, "6", "enter")
        assert "What got in the way?" in shown(app)
        await press(pilot, "1")
        assert held(world).cause is Cause.TIME
        assert "When next week is there an hour for it?" in shown(app)
        await press(pilot, "i")
        await type_text(pilot, "if it is Monday 9:00, then I call five customers")
        await press(pilot, "enter")
        (plan,) = goal_of(world).plans
        assert (plan.situation, plan.action) == ("it is Monday 9:00", "I call five customers")
        assert held(world).repair is Repair.PLAN
        assert held(world).repair_said == "If it is Monday 9:00, then I call five customers"
        assert "→  If it is Monday 9:00" in shown(app)
        await press(pilot, "u")
        assert goal_of(world).plans == () and held(world).repair is None and held(world).cause is Cause.TIME
        await press(pilot, "u")
        assert held(world).cause is None and walked(app) == (CALL, Phase.CAUSE)
        await press(pilot, "ctrl+r", "ctrl+r")
        assert len(goal_of(world).plans) == 1 and held(world).repair is Repair.PLAN
        await press(pilot, "enter")
        assert walked(app)[0] == 0


@pytest.mark.parametrize(
    ("key", "typed", "repair", "what", "when"),
    [
        ("s", "draft one page, Monday 9:00", Repair.SMALLER, "draft one page", "9:00"),
        ("s", "draft one page", Repair.SMALLER, "draft one page", ""),
        ("w", "Bo: the password", Repair.ASK, "Ask Bo: the password", ""),
        ("w", "ask Bo", Repair.ASK, "ask Bo", ""),
    ],
)
async def test_a_smaller_step_and_a_person_to_ask_are_planned_for_next_week(
    world: World, key: str, typed: str, repair: Repair, what: str, when: str
) -> None:
    known = {each.id for each in goal_of(world).activities}
    async with at_goals(world) as (_, pilot):
        await press(pilot, "enter", "enter", key)
        await type_text(pilot, typed)
        await press(pilot, "enter")
        (added,) = [each for each in goal_of(world).activities if each.id not in known]
        assert (added.what, added.when, added.due) == (what, when, NEXT_MONDAY)
        assert held(world).repair is repair and held(world).repair_said.startswith(what)
        assert held(world).cause is None
        await press(pilot, "u")
        assert held(world) == GoalReview(CALL)
        assert {each.id for each in goal_of(world).activities} == known


async def test_another_date_is_a_version_with_its_reason_and_one_step(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "a")
        screen: Any = app.screen
        screen.field("deadline").text = "31 March 2027"
        screen.field("why").text = "the supplier moved"
        screen.field("why").input.focus()
        await press(pilot, "enter")
        assert goal_of(world).deadline == date(2027, 3, 31)
        assert goal_of(world).measures[-1].reason == "the supplier moved"
        assert held(world).decision is Decision.ADJUSTED and held(world).repair is None
        assert "adjusted" in shown(app)
        await press(pilot, "enter")
        assert walked(app)[0] == 0, "with a decision nothing more is asked"
        await press(pilot, "u")
        assert held(world).decision is None and goal_of(world).deadline == date(2026, 12, 31)
        assert len(goal_of(world).measures) == 1


async def test_a_new_date_as_what_helps_is_kept_as_both(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "enter", "7", "d")
        screen: Any = app.screen
        assert screen.field("deadline").input.has_focus
        screen.field("deadline").text = "31 March 2027"
        screen.field("why").input.focus()
        await press(pilot, "enter")
        found = held(world)
        assert (found.cause, found.decision, found.repair) == (Cause.CHANGED, Decision.ADJUSTED, Repair.DATE)
        assert found.repair_said == "31 March 2027"
        await press(pilot, "u")
        assert held(world) == GoalReview(CALL, cause=Cause.CHANGED)


async def test_pause_and_finish_are_decisions_and_end_the_questions(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "p", "enter")
        assert world.state(CALL) is State.PAUSED and held(world).decision is Decision.PAUSED
        assert "paused" in shown(app) and "How sure" not in shown(app)
        await press(pilot, "u")
        assert world.state(CALL) is State.ACTIVE and held(world).decision is None
        await press(pilot, "f", "d", "enter", "enter")
        assert world.state(CALL) is State.CLOSED and goal_of(world).outcome is Outcome.DROPPED
        assert held(world).decision is Decision.FINISHED
        await press(pilot, "a")
        assert isinstance(app.screen, GoalsScreen), "what is closed is not adjusted"
        await press(pilot, "enter")
        assert walked(app)[0] == 0
        await press(pilot, "u")
        assert world.state(CALL) is State.ACTIVE and held(world).decision is None


async def test_what_no_cause_says_is_asked_in_words(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "enter", "8")
        await type_text(pilot, "the phone was broken")
        await press(pilot, "enter")
        assert (held(world).cause, held(world).cause_note) == (Cause.OTHER, "the phone was broken")
        assert "In the way  the phone was broken" in shown(app)
        await press(pilot, "2")
        assert (held(world).cause, held(world).cause_note) == (Cause.ENERGY, "")
        await press(pilot, "9")
        assert held(world).cause is Cause.ENERGY


async def test_goals_on_track_are_answered_together_from_top_to_bottom(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "right")
        assert walked(app) == (0, Phase.SURE)
        assert "2–5 of 5" in shown(app)
        assert isinstance(app.screen, GoalsScreen)
        order = list(app.screen.through.together) if app.screen.through else []
        await press(pilot, "8", "7", "0", "9", "5")
        assert [sure(world, each) for each in order] == [[(SUNDAY, value)] for value in (8, 7, 10, 5)]
        await press(pilot, "up", "4")
        assert sure(world, order[2]) == [(SUNDAY, 4)]
        await press(pilot, "enter")
        assert await left(app, pilot)


async def test_goals_on_track_take_two_lines_where_one_would_cut_them_off(world: World) -> None:
    long = "Write letters to everyone who wrote to me, by hand"
    world.store.run_sync(goals.set_fields, 4, {"title": long})
    async with at_goals(world) as (app, pilot):
        await press(pilot, "right", "7", "8")
        text = shown(app)
        assert long in text and "9 of 8 letters, 8 the week before" in " ".join(text.split())
        assert isinstance(app.screen, GoalsScreen)
        order = list(app.screen.through.together) if app.screen.through else []
        assert [sure(world, each) for each in order[:2]] == [[(SUNDAY, 7)], [(SUNDAY, 8)]]
        here = app.screen.together.key_here()
        await pilot.resize_terminal(80, 12)
        await settle(pilot)
        assert long not in shown(app) and app.screen.together.key_here() == here == order[2]
        assert any(row.startswith("Write letters", 6) and "9 of 8" in row for row in shown(app).splitlines())


async def test_a_goal_on_track_whose_confidence_fell_by_two_is_looked_at_by_itself(world: World) -> None:
    for goal_id, value in ((1, 9), (2, 8)):
        world.store.run_sync(plans.set_confidence, goal_id, date(2026, 1, 11), value)
    async with at_goals(world) as (app, pilot):
        await press(pilot, "right")
        assert isinstance(app.screen, GoalsScreen)
        for goal_id, key in ((1, "7"), (2, "7")):
            app.screen.together.to(goal_id)
            await press(pilot, key)
        await press(pilot, "enter")
        assert walked(app) == (1, Phase.CAUSE)
        await press(pilot, "3")
        assert held(world, 1).cause is Cause.UNCLEAR
        await press(pilot, "enter")
        assert await left(app, pilot), "the other one fell by one only"


async def test_page_up_leads_back_question_by_question_and_then_to_last_week(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "enter", "1", "enter")
        assert walked(app)[0] == 0
        for expected in (Phase.REPAIR, Phase.CAUSE, Phase.SURE):
            await press(pilot, "pageup")
            assert walked(app) == (CALL, expected)
        await press(pilot, "pageup")
        assert await left(app, pilot)
        await press(pilot, "right")
        assert walked(app) == (CALL, Phase.SURE)
        await press(pilot, "right", "right")
        await press(pilot, "pageup")
        assert walked(app)[0] == 0, "one who comes back stands at the end"


async def test_a_review_broken_off_goes_on_where_it_stood_and_asks_nothing_twice(world: World) -> None:
    late = world.goal("Late", Measure(Kind.MILESTONES, NEW_YEAR), "Work")
    world.milestone(late, "First", date(2026, 1, 12))
    async with at_goals(world) as (app, pilot):
        await press(pilot, "6", "enter", "1")
        assert walked(app) == (CALL, Phase.REPAIR)
        assert isinstance(app.screen, GoalsScreen)
        await app.screen.keep()
    async with at_goals(world) as (app, pilot):
        assert walked(app) == (CALL, Phase.REPAIR) and "too little time" in shown(app)
        await press(pilot, "enter")
        assert walked(app) == (late, Phase.SURE)
        await press(pilot, "enter", "enter", "escape")
        assert isinstance(app.screen, ListScreen)
        world.store.run_sync(entries.check_in, CALL, date(2026, 1, 16), Decimal(3))
        await press(pilot, "w")
        assert walked(app) == (late, Phase.REPAIR)
        await press(pilot, "enter")
        assert isinstance(app.screen, GoalsScreen) and app.screen.through is not None
        assert CALL not in app.screen.through.together, "it is on track now, and was answered before"


async def test_the_express_way_asks_only_of_goals_that_need_it(world: World) -> None:
    async with at_goals(world, Way.EXPRESS) as (app, pilot):
        assert walked(app) == (CALL, Phase.SURE) and "1 of 1" in shown(app)
        await press(pilot, "7", "enter", "1", "enter")
        assert await left(app, pilot)
        assert (held(world).cause, sure(world)) == (Cause.TIME, [(SUNDAY, 7)])


async def test_a_goal_without_a_baseline_leads_to_it(world: World) -> None:
    visits = Measure(Kind.LEVEL, NEW_YEAR, unit="visits", change_percent=20, reading=Reading.LEVEL)  # type: ignore[arg-type]
    visits_id = world.goal("Visits", visits)
    async with at_goals(world) as (app, pilot):
        assert walked(app)[0] == visits_id
        await press(pilot, "a")
        assert isinstance(app.screen, EditScreen)
        await press(pilot, "escape")
        assert walked(app)[0] == visits_id and held(world, visits_id).decision is None


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "1"), ("right",)])
async def test_every_state_stands_hostile_text_another_size_and_escape(world: World, keys: tuple[str, ...]) -> None:
    for goal_id in (1, CALL):
        world.store.run_sync(goals.set_fields, goal_id, {"title": HOSTILE, "area": HOSTILE})
        for question in ("specific.why", "measurable.how"):
            world.store.run_sync(goals.set_answer, goal_id, question, HOSTILE)
        world.store.run_sync(plans.add_plan, goal_id, HOSTILE, HOSTILE)
    async with at_goals(world) as (app, pilot):
        await press(pilot, *keys)
        before = shown(app)
        assert "[/] [@click" in before and "\u202e" not in before
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        small = shown(app)
        assert all(cell_len(line) <= 40 for line in small.splitlines()) and "⏎" in small
        await press(pilot, "j", "k", "G", "g")
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "[@click=app.quit]x[/]" in shown(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert shown(app) == before
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen)


async def test_choices_can_be_clicked(world: World) -> None:
    async with at_goals(world) as (app, pilot):
        await press(pilot, "enter")
        row = next(at for at, line in enumerate(shown(app).splitlines()) if "6 too big" in line)
        column = shown(app).splitlines()[row].index("too big")
        await pilot.click(offset=(column, row))
        await settle(pilot)
        assert held(world).cause is Cause.TOO_BIG


async def test_typed_ahead_keys_reach_the_dialog_they_open(world: World) -> None:
    async with at_goals(world) as (_, pilot):
        await pilot.press("6", "enter", "3", "s", *"page", "enter", "enter")
        await settle(pilot)
        assert sure(world) == [(SUNDAY, 6)] and held(world).cause is Cause.UNCLEAR
        assert [each.what for each in goal_of(world).activities if each.due == NEXT_MONDAY] == ["page"]


async def test_without_an_active_goal_the_screen_says_so_and_leads_on(tmp_path: Path) -> None:
    world = World(tmp_path, SUNDAY)
    world.goal("Rest", state=State.PAUSED)
    async with at_goals(world) as (app, pilot):
        assert "No goal is active." in shown(app)
        await press(pilot, "7", "a", "i", "down")
        assert isinstance(app.screen, GoalsScreen)
        await press(pilot, "enter")
        assert await left(app, pilot)
