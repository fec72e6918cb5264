"""Looking back: a month, a quarter or a year, as it is and without anything to write."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from smart_tui import paths
from smart_tui.domain.goal import Outcome
from smart_tui.store.commands import goals
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.lookback import LookBackScreen
from tests.tui.world import TODAY, World, press, settle, shown


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(paths, "documents", lambda: str(tmp_path))
    return World(tmp_path / "home")


async def test_month_quarter_and_year_are_a_key_apart(world: World, tmp_path: Path) -> None:
    world.goal("Read [red]x[/]", recorded=[(TODAY - timedelta(3), "4")])
    ended = world.goal("Ended")
    world.store.run_sync(goals.finish, ended, Outcome.ACHIEVED, "Small steps.", TODAY)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "L")
        page = shown(app)
        assert "Look back: January 2026" in page and "Small steps." in page and "Read [red]x[/]" in page
        await press(pilot, "right")
        assert "still to come" in shown(app)
        titles = []
        for key in ("left", "tab", "tab", "right", "tab"):
            await press(pilot, key)
            titles.append(shown(app).split("  ")[0].strip())
        assert titles == [
            "Look back: December 2025",
            "Look back: Quarter 4, 2025",
            "Look back: 2025",
            "Look back: 2026",
            "Look back: January 2026",
        ]
        await press(pilot, "y", "S", "enter")
        assert app.clipboard == (tmp_path / "2026-01.md").read_text("utf-8")
        assert "# January 2026" in app.clipboard and "Small steps." in app.clipboard
        for size in ((40, 12), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await press(pilot, "G", "pageup", "j", "k", "g")
        assert app.crash is None and isinstance(app.screen, LookBackScreen)


async def test_a_page_is_saved_under_its_own_name_while_another_one_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "L")
        screen, real, released = app.screen, app.store.read_aside, asyncio.Event()
        assert isinstance(screen, LookBackScreen)

        async def slow(*args: Any) -> Any:
            await released.wait()
            return await real(*args)

        monkeypatch.setattr(app.store, "read_aside", slow)
        screen.action_stretch_before()
        assert ("# January 2026" in screen.markdown(), screen.file_name()) == (True, "2026-01.md")
        released.set()
        await settle(pilot)
        assert ("# December 2025" in screen.markdown(), screen.file_name()) == (True, "2025-12.md")


async def test_with_nothing_recorded_it_says_so_and_leads_back(world: World) -> None:
    goal = world.goal("Read")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GoalPage(goal))
        await press(pilot, "L", "tab", "tab", *["left"] * 3)
        assert "Look back: 2023" in shown(app) and "Nothing to look back on yet." in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, GoalPage)
