"""The lines of a review: saved while they are typed, one step of undo each, and never lost."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smart_tui.domain.review import Review, ReviewScreen, Way
from smart_tui.store import queries
from smart_tui.store.commands import history, reviews
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.reviews import review_of
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.confirm import ConfirmScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.lines import LinesScreen, asked_for
from smart_tui.tui.screens.review.nextweek import NextWeekScreen
from tests.tui.test_review_next import HOSTILE, SUNDAY, reviewing
from tests.tui.world import World, press, settle, shown
from tests.tui.writing import type_text

WEEK = date(2026, 1, 12)
SOON = 2.0
"""Seconds within which what is typed is in the database."""


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path, SUNDAY)
    world.goal("Read books")
    return world


def written(world: World) -> dict[str, str]:
    """What is stored of the lines."""
    review = world.store.read(review_of, WEEK)
    assert review is not None
    return dict(review.lines)


def line_screen(app: SmartApp) -> LinesScreen:
    screen = app.screen
    assert isinstance(screen, LinesScreen)
    return screen


async def test_what_is_typed_is_in_the_database_without_any_key_that_says_so(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (_, pilot):
        await type_text(pilot, "The new page is live")
        end = asyncio.get_running_loop().time() + SOON * 5
        while not written(world) and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.05)
        assert written(world) == {"well": "The new page is live"}


async def test_enter_leads_through_the_lines_and_behind_the_last_one_on(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        assert "What went well?" in shown(app) and "Once a month" in shown(app)
        for text in ("Good.", "Ill.", "Calls.", "Yes.", "They do."):
            await type_text(pilot, text)
            await press(pilot, "enter")
        assert not isinstance(app.screen, LinesScreen)
        assert written(world) == {
            "well": "Good.",
            "hindered": "Ill.",
            "change": "Calls.",
            "relevant": "Yes.",
            "accepted": "They do.",
        }
        undone = world.store.run_sync(history.undo)
        assert undone is not None and "accepted" not in written(world)
        assert len(written(world)) == 4


async def test_enter_alone_writes_nothing(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        await press(pilot, *["enter"] * 5)
        assert not isinstance(app.screen, LinesScreen)
    assert written(world) == {}


async def test_escape_keeps_and_the_review_goes_on_in_the_same_field(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        await press(pilot, "enter")
        await type_text(pilot, "Two days ill")
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen)
        assert written(world) == {"hindered": "Two days ill"}
        await press(pilot, "w")
        assert line_screen(app).prompts[line_screen(app).form.opened] == "hindered"
        await type_text(pilot, " in bed")
        await press(pilot, "pageup")
        assert isinstance(app.screen, NextWeekScreen)
        assert written(world) == {"hindered": "Two days ill in bed"}


async def test_a_line_that_cannot_be_saved_stays_and_says_so_until_it_can(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        run = app.store.run

        async def refuse(command: Any, *args: Any, **kwargs: Any) -> Any:
            if command is reviews.write_line:
                raise StoreError("disk_full", path="/disk")
            return await run(command, *args, **kwargs)

        monkeypatch.setattr(app.store, "run", refuse)
        await type_text(pilot, "Good")
        await press(pilot, "pagedown")
        assert "Not saved yet" in shown(app) and "Good" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmScreen)
        await press(pilot, "escape")
        assert "Good" in shown(app)
        monkeypatch.setattr(app.store, "run", run)
        await press(pilot, "pagedown")
        assert not isinstance(app.screen, LinesScreen)
        assert written(world) == {"well": "Good"}


async def test_what_another_window_writes_is_shown_and_what_one_types_stands(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        review = world.store.read(review_of, WEEK)
        assert review is not None
        world.store.run_sync(reviews.write_line, review.id, "hindered", "From elsewhere")
        line_screen(app).reload()
        await settle(pilot)
        assert "From elsewhere" in shown(app)
        await type_text(pilot, "Mine")
        world.store.run_sync(reviews.write_line, review.id, "well", "Theirs")
        await line_screen(app).keep()
        await settle(pilot)
        assert written(world)["well"] == "Mine" and "Another window" in shown(app)
        assert world.store.run_sync(history.undo) is not None
        assert written(world)["well"] == "Theirs"


async def test_ones_own_prompts_and_hostile_lines_do_no_harm_in_a_tiny_window(world: World) -> None:
    world.store.run_sync(set_setting, "review_prompts", '["[/] [@click=app.quit]Whom?[/]", "well"]')
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        assert "[/] [@click=app.quit]Whom?[/]" in shown(app)
        await type_text(pilot, HOSTILE)
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert "\u202e" not in shown(app)
        await press(pilot, "enter")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "[/] [@click=app.quit]x[/] {days}" in shown(app)
        await press(pilot, "escape")
        assert list(written(world)) == ["[/] [@click=app.quit]Whom?[/]"]
        assert written(world)["[/] [@click=app.quit]Whom?[/]"].startswith("[/] [@click=app.quit]x[/] {days} 日本語")


async def test_a_line_is_written_in_the_editor(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "smart_tui.tui.screens.review.lines.edit_long", lambda app, text, words: (f"{text}\nat length", "")
    )
    async with reviewing(world, ReviewScreen.LINES) as (_, pilot):
        await type_text(pilot, "Good")
        await press(pilot, "f2", "escape")
        assert written(world) == {"well": "Good\nat length"}


async def test_without_any_prompt_enter_goes_on(world: World) -> None:
    world.store.run_sync(set_setting, "review_prompts", "[]")
    run = world.store.run_sync
    asked = run(reviews.begin, date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 11), Way.FULL)
    run(reviews.finish, asked, {})
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        assert "Once a month" not in shown(app)
        assert "No lines are asked for" in shown(app)
        await press(pilot, "enter")
        assert not isinstance(app.screen, LinesScreen)
    assert world.store.read(queries.settings).review_prompts == ()


def test_what_was_written_is_asked_for_though_it_was_chosen_no_more() -> None:
    review = Review(1, "", WEEK, WEEK, SUNDAY, lines={"Whom do I thank?": "Bo", "accepted": "yes", "well": "x"})
    assert asked_for(review, ("well", "relevant"), monthly=False) == (
        ("well", "relevant", "Whom do I thank?"),
        ("accepted",),
    )
    assert asked_for(review._replace(lines={}), ("well",), monthly=True) == (("well",), ("relevant", "accepted"))


async def test_a_review_that_ends_in_another_window_keeps_the_line_being_typed_and_says_so(world: World) -> None:
    async with reviewing(world, ReviewScreen.LINES) as (app, pilot):
        await type_text(pilot, "Not saved yet")
        screen = line_screen(app)
        # The time at which it would be saved is still to come.
        screen.saving._stop_timer()
        world.store.run_sync(reviews.finish, screen.flow.review.id, {})
        screen.reload()
        await settle(pilot)
        assert isinstance(app.screen, ListScreen)
        assert written(world) == {"well": "Not saved yet"}
        assert "The review of this week is finished." in shown(app)
