"""A page leaves for the clipboard or a file, and no file is replaced unasked."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from smart_tui import paths
from smart_tui.domain.review import Way
from smart_tui.store.commands import reviews
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.review.page import ReviewPage
from smart_tui.tui.screens.savepage import SavePageScreen
from tests.tui.world import World, settle, shown


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    kept = tmp_path / "documents"
    kept.mkdir()
    monkeypatch.setattr(paths, "documents", lambda: str(kept))
    return World(tmp_path / "home")


async def opened(app: SmartApp, world: World, pilot: Pilot[int]) -> None:
    """The page of a finished review with a hostile goal in it."""
    world.goal("[/] *two* `books`")
    review = world.store.run_sync(reviews.begin, date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 11), Way.FULL)
    world.store.run_sync(reviews.finish, review, {})
    await app.push_screen(ReviewPage(review))
    await settle(pilot)


async def saving(pilot: Pilot[int]) -> SavePageScreen:
    await pilot.press("S")
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SavePageScreen)
    return screen


async def test_a_page_is_saved_as_it_reads_and_copied_the_same(world: World, tmp_path: Path) -> None:
    app = world.app()
    async with app.run_test() as pilot:
        await opened(app, world, pilot)
        page = app.screen
        assert isinstance(page, ReviewPage)
        await pilot.press("y")
        await settle(pilot)
        assert "on the clipboard" in shown(app)
        assert app.clipboard == page.markdown() != ""
        await saving(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is page
        file = tmp_path / "documents" / "week-2026-01-05.md"
        assert file.read_text("utf-8") == app.clipboard
        assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_file_that_is_there_is_replaced_only_when_that_was_said(world: World, tmp_path: Path) -> None:
    file = tmp_path / "documents" / "week-2026-01-05.md"
    app = world.app()
    async with app.run_test() as pilot:
        await opened(app, world, pilot)
        file.write_text("mine")
        await saving(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "There is a file of this name." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert file.read_text() == "mine"
        await saving(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "mine" not in file.read_text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Name a file."),
        (".", "This is a folder."),
        ("../home/smart-tui.db", "This file belongs to smart-tui itself."),
        ("no/such/page.md", "There is no such folder."),
        ("x" * 300, "This name is too long."),
    ],
)
async def test_a_file_that_cannot_be_written_is_said_and_the_name_stays(world: World, typed: str, said: str) -> None:
    app = world.app()
    async with app.run_test() as pilot:
        await opened(app, world, pilot)
        screen = await saving(pilot)
        screen.field("path").text = typed
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is screen
        assert said in " ".join(shown(app).split())
        assert screen.field("path").text == typed
