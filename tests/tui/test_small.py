"""Any size of window, and any change of it, does no harm on any screen."""

from pathlib import Path

import pytest

from smart_tui.domain.backup import BackupReason
from smart_tui.domain.goal import State
from smart_tui.store.commands.settings import set_setting
from smart_tui.tui.screens.settings import SettingsScreen
from tests.tui.world import BOOKS, MEETINGS, World, press, shown

SIZES = ((1, 1), (10, 3), (40, 12), (500, 100), (80, 24))
WAYS = (
    "",
    "slash b",
    "ctrl+p",
    "question_mark",
    "comma",
    "comma enter",
    "c",
    "a",
    "s",
    "o",
    "p",
    "f",
    "N",
    "n",
    "n pagedown pagedown pagedown pagedown pagedown",
    "e",
    "enter",
    "enter i",
    "enter m",
    "enter down down enter",
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.store.run_sync(set_setting, "default_model", "nordic")
    world.goal("Meetings", MEETINGS, "Work", [(world.today, "5")])
    world.goal("Read books [/]", BOOKS, "Home", [(world.today, "1")], answers={"specific.why": "For joy"})
    world.goal("Draft", BOOKS, state=State.DRAFT)
    return world


@pytest.mark.parametrize("way", WAYS)
async def test_every_screen_stands_any_size(world: World, way: str) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way.split())
        for columns, rows in SIZES:
            await pilot.resize_terminal(columns, rows)
            await pilot.press("pagedown", "tab")
            lines = shown(app).split("\n")
            assert len(lines) <= rows
            assert all(len(line) <= columns for line in lines)
        assert app.crash is None


async def test_a_screen_opened_without_room_pages_and_closes(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(1, 1)) as pilot:
        await press(pilot, "comma", "pagedown", "pageup")
        assert isinstance(app.screen, SettingsScreen)
        for way in ("ctrl+p", "c", "e", "n"):
            await press(pilot, "escape", "escape", way, "pagedown", "enter", "escape")
        assert app.crash is None


async def test_where_one_line_is_all_the_room_it_is_that_of_the_cursor(world: World) -> None:
    world.store.back_up_sync(BackupReason.ASKED)
    app = world.app()
    async with app.run_test(size=(20, 5)) as pilot:
        await press(pilot, "B")
        assert "▸" in shown(app)
