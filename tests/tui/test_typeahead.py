"""What is typed faster than a dialog opens goes into it, and what is typed behind Enter goes where one then is."""

from decimal import Decimal
from pathlib import Path

import pytest
from textual import events

from smart_tui.store import queries
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.write import WriteScreen
from tests.tui.world import BOOKS, MEETINGS, World, settle, titles
from tests.tui.writing import goals, started


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books", BOOKS)
    world.goal("Meet customers", MEETINGS)
    return world


def at_once(app: SmartApp, *keys: str) -> None:
    """Send keys as a fast typist does: all are there before the first is dealt with."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_check_in_typed_in_one_go_is_recorded_whole(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = [goal.id for goal in world.store.read(queries.goals)]
        at_once(app, "c", "7", "7", "enter", "j", "c", "5", "enter", "k", "plus")
        for _ in range(40):
            await settle(pilot)
            if sum(len(world.values(id)) for id in before) == 3:
                break
    recorded = sorted(value for id in before for value in world.values(id) if value is not None)
    assert recorded == [Decimal(1), Decimal(5), Decimal(77)]


async def test_what_is_typed_behind_the_slash_filters_the_list(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        at_once(app, "slash", *"meet")
        for _ in range(40):
            await settle(pilot)
            if titles(app) == ["Meet customers"]:
                break
        assert titles(app) == ["Meet customers"] and len(app.screen_stack) == 1


async def test_a_title_typed_behind_the_key_that_opens_the_writing_stands_there(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        at_once(app, "N", *"Sing", "escape")
        for _ in range(40):
            await settle(pilot)
            if len(world.known()) == 3:
                break
    assert {goal.title for goal in world.store.read(queries.goals)} == {"Read books", "Meet customers", "Sing"}


async def test_what_is_typed_behind_enter_in_a_form_stands_in_the_next_field(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        at_once(app, "n")
        await settle(pilot)
        at_once(app, *"Sing", "enter", *"Ann", "enter", *"inside", "escape")
        for _ in range(40):
            await settle(pilot)
            if goals(app):
                break
        (written,) = goals(app)
    assert written.answers == {"specific.what": "Sing", "specific.owner": "Ann", "specific.where": "inside"}


async def test_keys_behind_the_one_that_leaves_a_draft_go_where_one_then_is(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        at_once(app, "N")
        await settle(pilot)
        at_once(app, *"Sing", "enter", "N", *"Walk", "escape", "N", *"Swim", "enter")
        for _ in range(40):
            await settle(pilot)
            if len(world.known()) == 5:
                break
        await settle(pilot)
    titles_now = {goal.title for goal in world.store.read(queries.goals)}
    assert titles_now == {"Read books", "Meet customers", "Sing", "Walk", "Swim"}


async def test_a_key_behind_enter_on_the_last_field_is_for_the_card(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        at_once(app, "n", *"Sing")
        await settle(pilot)
        assert isinstance(app.screen, WriteScreen)
        await app.screen.go_to(4, last=True)
        await settle(pilot)
        at_once(app, *"soon", "enter", "d")
        for _ in range(40):
            await settle(pilot)
            if isinstance(app.screen, ListScreen):
                break
        assert isinstance(app.screen, ListScreen)
        (written,) = goals(app)
    assert "soon" in written.answers.values()
