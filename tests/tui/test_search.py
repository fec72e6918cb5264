"""Searching everything in the app: what is typed finds, newest first, and what is found opens where it stands."""

import asyncio
import sqlite3
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smart_tui.domain.goal import State
from smart_tui.domain.review import Way
from smart_tui.store.commands import entries, journal, plans, reviews
from smart_tui.store.queries import search as searching
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.journalentry import JournalEntryScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.page import ReviewPage
from smart_tui.tui.screens.search import SearchScreen
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.widgets.hitlist import HitList, HitRow
from tests.tui.world import NEW_YEAR, World, press, settle, shown

MONDAY = date(2026, 1, 5)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Goals with something to find on their pages, a draft and a review."""
    made = World(tmp_path)
    goal_id = made.goal("Read 24 books", answers={"specific.why": "Winter evenings"})
    run = made.store.run_sync
    for n in range(40):
        run(entries.check_in, goal_id, NEW_YEAR - timedelta(days=n), Decimal(1), note=f"dusk {n}")
    run(plans.add_activity, goal_id, "Buy a lamp", "Saturday", "town")
    made.goal("Walk the coast", state=State.DRAFT)
    run(journal.write, None, MONDAY, "Down by the harbour", [goal_id])
    review_id = run(reviews.begin, MONDAY, MONDAY, MONDAY + timedelta(days=6), Way.FULL)
    run(reviews.write_line, review_id, "well", "Dinner with friends")
    run(reviews.finish, review_id, {})
    return made


def screen(app: SmartApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def texts(app: SmartApp) -> list[str]:
    return [hit.text for hit in screen(app).hits]


async def test_each_letter_searches_and_arrows_and_enter_open_without_leaving_the_field(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "F", *"dusk")
        assert texts(app)[:2] == ["dusk 0", "dusk 1"]
        assert "more than 24 found" in shown(app)
        await press(pilot, "down", "down")
        assert "▸ 30 Dec 2025  check-in  Read 24 books  dusk 2" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, GoalPage)
        item = app.screen.view.item
        assert item is not None and item.value.note == "dusk 2"
        await press(pilot, "escape")
        assert screen(app).found.cursor == 2 and screen(app).typed == "dusk"
        await press(pilot, "pagedown", "pagedown")
        assert len(texts(app)) == 40 and "40 found" in shown(app)
        await press(pilot, "space", "z")
        assert texts(app) == [] and "Nothing holds all of these words." in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen)


async def test_what_is_found_opens_where_it_stands(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for typed, kind, inside in (
            ("coast", WriteScreen, ""),
            ("dinner", ReviewPage, ""),
            ("harbour", JournalEntryScreen, ""),
            ("lamp", GoalPage, "Buy a lamp"),
            ("winter", GoalPage, "specific.why"),
        ):
            app.push_screen(SearchScreen())
            await settle(pilot)
            await press(pilot, *typed, "enter")
            opened = app.screen
            assert isinstance(opened, kind), typed
            if inside:
                assert isinstance(opened, GoalPage)
                item = opened.view.item
                assert item is not None and inside in (item.key, getattr(item.value, "what", ""))
            await press(pilot, "escape", "escape")
            assert isinstance(app.screen, ListScreen)


async def test_enter_typed_right_behind_a_word_opens_what_the_whole_word_finds(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("F", *"lamp", "enter")
        await settle(pilot)
        assert isinstance(app.screen, GoalPage)


async def test_a_result_that_comes_late_never_replaces_a_newer_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        real, held, asked = app.store.read_aside, asyncio.Event(), []

        async def slow(function: Any, *args: Any, **kwargs: Any) -> Any:
            if function is searching.search:
                asked.append(args[0])
                if len(asked) == 1:
                    await held.wait()
            return await real(function, *args, **kwargs)

        monkeypatch.setattr(app.store, "read_aside", slow)
        await pilot.press(*"lamp")
        await pilot.pause()
        assert asked == ["l"]
        held.set()
        await settle(pilot)
        assert asked == ["l", "lamp"]
        assert [hit.kind for hit in screen(app).hits] == ["activity"]


async def test_what_another_program_wrote_is_found_and_a_damaged_index_is_made_anew(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for n, sql in enumerate(("UPDATE plan SET action = ''", "UPDATE search_data SET block = x'00' WHERE id > 10")):
            raw = sqlite3.connect(world.store.path)
            raw.execute(f"UPDATE activity SET place = 'market {n}'")
            raw.execute(sql)
            raw.commit()
            raw.close()
            await press(pilot, "F", *f"market {n}")
            assert texts(app) == [f"Buy a lamp\nSaturday\nmarket {n}"]
            await press(pilot, "escape")


async def test_hostile_text_is_typed_found_and_drawn_at_any_size(world: World) -> None:
    raw = sqlite3.connect(world.store.path)
    raw.execute("UPDATE entry SET note = ?", ("[/] evening\x1b[31m \u202eright [@click=app.quit] " + "x" * 300,))
    raw.commit()
    raw.close()
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "F", *'"ev')
        for size in ((40, 12), (20, 5), (120, 40), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "\x1b" not in shown(app) and "\u202e" not in shown(app)
        assert len(texts(app)) > 20
        await press(pilot, "[", "*")
        assert isinstance(app.screen, SearchScreen)


def test_a_row_shows_what_was_looked_for_in_as_many_columns_as_there_is_room_for() -> None:
    hits = HitList()
    row = HitRow("12 Jan", "check-in", "Read books", "a very long way to the place where rain fell", ((35, 39),))
    hits.show(1, lambda at: row)
    for width, shown_there in ((90, "check-in  Read books  a very"), (60, "check-in  …"), (40, "12 Jan  …")):
        pieces = hits.pieces(0, False, width)
        line = "".join(text for text, _ in pieces)
        assert shown_there in line and len(line) <= width
        assert ("rain", "accent") in pieces
