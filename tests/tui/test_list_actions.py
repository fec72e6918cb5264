"""What the keys of the list do to a goal, through their dialogs, down to the database and back to the row."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.config import Config
from smart_tui.domain.goal import EntryState, Outcome, State
from smart_tui.store import queries
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.write import WriteScreen
from tests.tui.world import LAUNCH, MEETINGS, TODAY, World, listing, press, said, settle, shown, titles


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books", recorded=[(date(2026, 1, 10), "2")])
    return world


def row_of(text: str, title: str) -> str:
    return next(line for line in text.splitlines() if title in line)


async def test_c_and_a_number_are_all_a_check_in_takes(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "c", "3", "enter")
        assert world.values(1) == [Decimal(2), Decimal(3)]
        assert "5 of 24" in row_of(shown(app), "Read 24 books")


async def test_a_check_in_takes_a_day_in_front_and_a_note_behind(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await pilot.press(*"yesterday", "space", "1", "space", "number_sign", "space", *"Emma")
        await press(pilot, "enter")
        entry = world.store.read(queries.entries, 1)[-1]
        assert (entry.on, entry.value, entry.note) == (date(2026, 1, 14), Decimal(1), "Emma")


async def test_escape_leaves_a_check_in_without_recording(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "3", "escape")
        assert world.values(1) == [Decimal(2)]


async def test_s_excuses_a_day(world: World) -> None:
    goal_id = world.goal("Meetings", MEETINGS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        listing(app).go_to(goal_id)
        await press(pilot, "s", "enter")
        entry = world.store.read(queries.entries, goal_id)[-1]
        assert (entry.on, entry.state) == (TODAY, EntryState.EXCUSED)


async def test_o_records_confidence_on_one_key(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "0")
        assert [each.value for each in world.store.read(queries.goal, 1).confidence] == [10]


async def test_p_pauses_from_today_and_the_goal_changes_the_view(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "enter")
        assert world.state(1) is State.PAUSED
        assert titles(app) == []
        assert "1 goal paused. Press u to undo." in shown(app)
        await press(pilot, "v", "v")
        assert titles(app) == ["Read books"]


async def test_selected_goals_are_paused_together(world: World) -> None:
    world.goal("Write letters")
    world.goal("Call friends")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "p", "enter")
        assert [world.state(goal_id) for goal_id in (1, 2, 3)].count(State.PAUSED) == 2
        assert "2 goals paused." in shown(app)


async def test_f_finishes_with_how_it_ended_and_what_it_taught(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        assert "Read books" in shown(app)
        await press(pilot, "p", "enter")
        await pilot.press(*"Start", "space", *"early")
        await press(pilot, "enter")
        goal = world.store.read(queries.goal, 1)
        assert goal.state is State.CLOSED
        assert (goal.outcome, goal.lesson) == (Outcome.PARTLY, "Start early")
        assert goal.closed_on == TODAY


async def test_a_adds_a_milestone_and_the_row_counts_it(world: World) -> None:
    goal_id = world.goal("Launch", LAUNCH)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        listing(app).go_to(goal_id)
        await press(pilot, "a")
        await pilot.press(*"Name")
        await press(pilot, "enter")
        if not world.store.read(queries.goal, goal_id).milestones:
            await press(pilot, "enter")
        assert [each.title for each in world.store.read(queries.goal, goal_id).milestones] == ["Name"]
        assert "0 of 1" in row_of(shown(app), "Launch")


async def test_enter_opens_the_page_and_escape_comes_back_to_the_same_goal(world: World) -> None:
    goal_id = world.goal("Zoo visits")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        listing(app).go_to(goal_id)
        await press(pilot, "enter")
        assert isinstance(app.screen, GoalPage)
        await press(pilot, "plus", "escape")
        row = listing(app).row_here()
        assert row is not None and row.id == goal_id
        assert "1 of 24" in row_of(shown(app), "Zoo visits")


async def test_enter_on_a_draft_opens_it_where_it_was_left(world: World) -> None:
    world.goal("Learn to sail", state=State.DRAFT)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "enter")
        assert isinstance(app.screen, WriteScreen)
        await press(pilot, "escape")
        assert app.screen is app.screen_stack[0]


@pytest.mark.parametrize("key", ["n", "N", "e"])
async def test_writing_keys_open_their_screens_and_escape_comes_back(world: World, key: str) -> None:
    from smart_tui.store.commands.settings import set_setting

    world.store.run_sync(set_setting, "default_model", "nordic")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, key)
        assert app.screen is not app.screen_stack[0]
        await press(pilot, "escape")
        assert app.screen is app.screen_stack[0]


async def test_every_change_can_be_taken_back_one_by_one(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "plus", "c", "4", "enter", "o", "7", "p", "enter")
        for _ in range(4):
            await press(pilot, "u")
            assert said(app)
        assert world.values(1) == [Decimal(2)]
        assert world.store.read(queries.goal, 1).confidence == ()
        assert world.state(1) is State.ACTIVE
        assert "2 of 24" in row_of(shown(app), "Read 24 books")


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (7, 3), (20, 5), (40, 12), (300, 100)])
async def test_any_size_of_window_is_drawn(world: World, size: tuple[int, int]) -> None:
    world.goal("A goal with a title that is rather long for a small window", MEETINGS, "Work")
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j", "k", "v", "v", "v", "v", "slash", "escape", "question_mark", "escape")
        await settle(pilot)
        assert app.crash is None


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "smart-light", "smart-contrast", "textual-dark"])
async def test_the_list_can_be_drawn_in_every_kind_of_theme(world: World, theme: str) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = theme
        await settle(pilot)
        assert "● on track" in shown(app)


async def test_a_file_that_cannot_be_read_any_more_is_said_and_does_not_end_the_app(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        world.store.reader.close()
        Path(world.paths.db).write_bytes(b"no database at all " * 500)
        for key in ("v", "v", "v", "v", "c", "plus", "u", "x", "delete", "comma", "escape"):
            await press(pilot, key)
        assert app.crash is None
        # The notice is wrapped wherever the path of the file is too long for a line.
        assert "smart-tui.db" in "".join(shown(app).split())


async def test_keys_of_the_config_file_that_cannot_hold_are_said_at_the_start(world: World) -> None:
    app = world.app(config=Config(keys={"check_in": ("n",), "fly": ("h",)}))
    async with app.run_test(size=(200, 24)) as pilot:
        await settle(pilot)
        assert "The config file gives n to check_in, but another command has that key." in said(app)
        assert "fly" in said(app)
