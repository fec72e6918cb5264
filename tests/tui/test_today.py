"""The view of today: what is due, done right there, by real keys on a real database."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Direction, EntryState, Kind, Measure, Outcome, Period, Reading, State
from smart_tui.store import queries
from smart_tui.store.commands import goals, plans
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.today import TodayScreen
from tests.tui.test_midnight import midnight
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, TODAY, World, press, settle, shown

DONE = "✓"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A milestone overdue, a week with five of eight meetings, an activity for Saturday, and books on their way."""
    world = World(tmp_path)
    world.goal("Meet customers", MEETINGS, "Work", [(date(2026, 1, 13), "5")])
    launch = world.goal("Launch", LAUNCH, "Work", ends=date(2026, 3, 31))
    world.milestone(launch, "Name", date(2026, 1, 5))
    books = world.goal("Read", BOOKS, "", [(date(2026, 1, 14), "2")])
    world.store.run_sync(plans.add_activity, books, "Fetch the atlas", due=date(2026, 1, 17))
    return world


def line(text: str, part: str) -> str:
    return next(line for line in text.splitlines() if part in line)


async def test_t_shows_what_is_due_the_overdue_first_and_escape_comes_back(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        text = shown(app)
        parts = ("Overdue", "“Name”, 10 days late", "This week", "3 meetings to go by Sunday", "Fetch the atlas")
        assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)
        assert "3 open · week 3 · Thu 15 Jan" in text
        await press(pilot, "j", "j", "enter")
        assert isinstance(app.screen, GoalPage) and "Read" in shown(app)
        await press(pilot, "t")
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen)


async def test_x_ticks_the_very_thing_that_is_due_and_it_stays_to_be_seen(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "x")
        assert world.store.read(queries.goal, 2).milestones[0].done_on == TODAY
        text = shown(app)
        assert DONE in line(text, "“Name”, done") and "2 open" in text
        assert text.index("Overdue") < text.index("“Name”, done") < text.index("This week")
        await press(pilot, "x")
        assert world.store.read(queries.goal, 2).milestones[0].done_on is None
        await press(pilot, "u")
        assert DONE in line(shown(app), "“Name”, done")
        await press(pilot, "escape", "t")
        assert shown(app).index("Done today") < shown(app).index("“Name”, done")


async def test_checking_in_right_there_changes_the_row_until_the_week_is_met(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "plus")
        assert "2 meetings to go by Sunday" in line(shown(app), "Meet")
        await press(pilot, "c", "2", "enter")
        row = line(shown(app), "Meet")
        assert DONE in row and "nothing left to do" in row and row.startswith("▸")
        assert sum(value or Decimal(0) for value in world.values(1)) == 8
        await press(pilot, "u")
        assert "2 meetings to go by Sunday" in line(shown(app), "Meet")
        await press(pilot, "s", "enter")
        assert world.store.read(queries.entries, 1)[-1].state is EntryState.EXCUSED


async def test_an_excused_day_is_said_to_be_excused_and_not_entered(world: World) -> None:
    silent = Measure(
        Kind.QUOTA, NEW_YEAR, target=Decimal(2), unit="cups", period=Period.DAY, direction=Direction.AT_MOST
    )
    world.goal("Coffee", silent)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "s", "enter")
        row = line(shown(app), "Coffee")
        assert DONE in row and "excused today" in row and row.startswith("▸")


async def test_what_is_added_for_this_week_comes_to_its_group(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "a")
        await pilot.press(*"Buy")
        await pilot.press("space", *"string", "comma", "space", *"tomorrow")
        await press(pilot, "enter")
        if "Buy string" not in shown(app) or app.screen is not app.screen_stack[-1] or len(app.screen_stack) > 2:
            await press(pilot, "enter")
        assert "Buy string" in shown(app)
        assert isinstance(app.screen, TodayScreen)


async def test_a_goal_past_its_deadline_is_finished_with_x(world: World) -> None:
    world.goal("Old promise", BOOKS, ends=TODAY - timedelta(days=3))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "x", "m", "enter", "enter")
        assert world.store.read(queries.goal, 4).outcome is Outcome.MISSED
        row = line(shown(app), " 4 ")
        assert DONE in row and "missed" in row


async def test_what_was_to_be_looked_at_again_is_looked_at_with_x(world: World) -> None:
    world.store.run_sync(goals.set_fields, 3, {"review_on": TODAY})
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "x")
        assert world.store.read(queries.goal, 3).review_on is None
        assert "looked at" in shown(app)


async def test_an_empty_day_says_what_comes_next(tmp_path: Path) -> None:
    world = World(tmp_path)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        assert "Nothing is due today or this week." in shown(app)
        launch = world.goal("Launch", LAUNCH)
        world.milestone(launch, "Name", date(2026, 2, 20))
        app.screen.reload()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Next: “Name” of Launch, Fri 20 February 2026." in " ".join(shown(app).split())
        await press(pilot, "c", "x", "plus", "j", "enter", "delete", "escape")
        assert isinstance(app.screen, ListScreen)


async def test_midnight_brings_the_next_day_to_the_open_view(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "x")
        midnight(app, date(2026, 1, 19))
        await settle(pilot)
        text = shown(app)
        assert "week 4 · Mon 19 Jan" in text and "“Name”" not in text
        assert "Fetch the atlas, 2 days late" in text or "“Fetch the atlas”, 2 days late" in text


async def test_a_deleted_or_paused_goal_leaves_nothing_open(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t", "j", "p", "enter")
        assert world.state(1) is State.PAUSED and "paused" in line(shown(app), "Meet")
        world.store.run_sync(goals.delete, 1)
        app.screen.reload()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Meet" not in shown(app)


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (120, 40), (1, 1)])
async def test_any_size_of_window_shows_all_of_what_is_due(world: World, size: tuple[int, int]) -> None:
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "t", "j", "k", "G", "g", "question_mark", "escape")
        assert app.crash is None
        if size[0] >= 40:
            assert "“Name”, 10 days late" in shown(app)


@pytest.mark.parametrize("keys", [("t", "enter"), ("enter", "m")], ids=["today", "page"])
async def test_a_missing_baseline_is_typed_where_it_is_missed(tmp_path: Path, keys: tuple[str, ...]) -> None:
    world = World(tmp_path)
    more = Measure(Kind.LEVEL, NEW_YEAR, change_percent=Decimal(20), reading=Reading.LEVEL, unit="readers")
    goal_id = world.goal("Win readers", more)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        await press(pilot, *"400", "escape")
    measure = world.store.read(queries.goal, goal_id).measure
    assert measure is not None and (measure.baseline, measure.goal_value) == (Decimal(400), Decimal(480))
