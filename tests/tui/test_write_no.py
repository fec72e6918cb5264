"""A no is not the end: the line behind it says what it asks for, and leaving a dialog leads back to the card."""

from pathlib import Path

from smart_tui.tui.screens.card import CardScreen
from smart_tui.tui.screens.choosemodel import ChooseModelScreen
from smart_tui.tui.screens.help import HelpScreen
from tests.tui.world import settle as calm
from tests.tui.writing import seen, started, type_text


async def test_the_line_behind_a_no_says_what_it_asks_for(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Read")
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        await pilot.press("n", "enter")
        await pilot.pause()
        assert "what is missing?" in seen(app)


async def test_escape_from_parking_leads_back_to_the_card(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Read")
        await pilot.press(*["pagedown"] * 5)
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        await pilot.press("p")
        await calm(pilot)
        assert not isinstance(app.screen, CardScreen)
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, CardScreen)


async def test_the_first_screen_of_all_has_help(tmp_path: Path) -> None:
    async with started(tmp_path, model="") as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        assert isinstance(app.screen, ChooseModelScreen)
        await pilot.press("f1")
        await calm(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_the_share_wanted_is_said_in_periods(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim 2 times a week")
        await pilot.press("f3", "f3", "f3", *["pagedown"] * 4)
        await pilot.pause()
        await type_text(pilot, "2026-12-31")
        await pilot.press(*["pageup"] * 3)
        await pilot.pause()
        assert "in at least" in seen(app)
        assert "of 50 weeks" in seen(app) or "of 51 weeks" in seen(app)
