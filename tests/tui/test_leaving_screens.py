"""A screen that leaves takes no other with it, however late it comes to know that it has to."""

from pathlib import Path
from typing import Any

import pytest

from smart_tui.store.commands.goals import delete
from smart_tui.tui.screens.dialog import FormDialog
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.today import TodayScreen
from tests.tui.world import World, press, settle


@pytest.mark.parametrize("way", ["c 3", "enter c 3", "p"])
async def test_escape_while_enter_is_being_stored_closes_the_dialog_only(tmp_path: Path, way: str) -> None:
    world = World(tmp_path)
    world.goal("Read")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way.split())
        dialog, below = app.screen, app.screen_stack[-2]
        assert isinstance(dialog, FormDialog)
        dialog.save = store = EscapeMeanwhile(dialog)
        await press(pilot, "enter")
        assert store.pressed
        assert app.screen is below
        assert app.crash is None


class EscapeMeanwhile:
    """Stores what a dialog gives, while Escape is pressed."""

    def __init__(self, dialog: FormDialog[Any]) -> None:
        self.dialog, self.pressed = dialog, False

    async def __call__(self, value: object) -> bool:
        self.dialog.action_cancel()
        self.pressed = True
        return True


async def test_a_page_whose_goal_is_gone_leaves_what_was_opened_over_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.goal("Read")
    gone = world.goal("Run")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        app.push_screen(GoalPage(gone))
        await settle(pilot)
        await press(pilot, "t")
        await app.write(delete, gone)
        app._reload_all()
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(app.screen, ListScreen)
        assert app.crash is None
