"""Where the store refuses, a dialog stays open with what was typed, says why, and lands once it can."""

import asyncio
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.goal import State
from smart_tui.store import connection, queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui.screens import dialog
from tests.tui.world import BOOKS, TODAY, World, press, settle, shown

FULL = "The disk is full"


class Refusing:
    """The store's way to write, which refuses while `code` is set; settings and reading go on."""

    def __init__(self, store: Store, code: str) -> None:
        self.code = code
        self.run = store.run

    async def __call__(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if self.code and command.__name__ not in ("<lambda>", "set_setting"):
            raise StoreError(self.code, path="goals.db", field="value", reason="out_of_range")
        return await self.run(command, *args, **kwargs)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(dialog, "RETRY_SECONDS", 0.3)
    return World(tmp_path)


def refuse(world: World, monkeypatch: pytest.MonkeyPatch, code: str = "disk_full") -> Refusing:
    refusing = Refusing(world.store, code)
    monkeypatch.setattr(world.store, "run", refusing)
    return refusing


async def type_text(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if character == " " else character for character in text))
    await pilot.pause()


async def until_there_is_room(pilot: Pilot[Any], refusing: Refusing) -> None:
    refusing.code = ""
    await asyncio.sleep(0.4)
    await settle(pilot)


async def test_a_check_in_stays_with_a_full_disk_and_lands_once_there_is_room(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        refusing = refuse(world, monkeypatch)
        await press(pilot, "c")
        await type_text(pilot, "3 # at home")
        await press(pilot, "enter")
        assert "3 # at home" in shown(app) and FULL in shown(app)
        assert world.values(goal_id) == []
        await asyncio.sleep(0.4)
        await settle(pilot)
        assert "3 # at home" in shown(app) and FULL in shown(app)
        await until_there_is_room(pilot, refusing)
        assert world.values(goal_id) == [Decimal(3)]
        assert "at home" not in shown(app)
        await press(pilot, "c")
        assert "at home" not in shown(app)


async def test_a_check_in_stays_while_another_program_locks_the_file_and_is_saved_after_that(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MS", 20)
    goal_id = world.goal("Read books", BOOKS)
    world.store.close()
    app = world.app()
    other = sqlite3.connect(world.paths.db, isolation_level=None)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        other.execute("BEGIN IMMEDIATE")
        await type_text(pilot, "3 # at home")
        await press(pilot, "enter")
        assert "3 # at home" in shown(app) and "Another program is using the file" in shown(app)
        assert world.values(goal_id) == []
        other.execute("ROLLBACK")
        await asyncio.sleep(0.4)
        await settle(pilot)
        assert world.values(goal_id) == [Decimal(3)] and "at home" not in shown(app)
    other.close()


async def test_a_value_the_store_refuses_is_said_in_the_dialog_and_not_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        refusing = refuse(world, monkeypatch, "invalid")
        await press(pilot, "c")
        await type_text(pilot, "3")
        await press(pilot, "enter")
        assert "▸ 3" in shown(app) and "the number is too large" in shown(app)
        await until_there_is_room(pilot, refusing)
        assert world.values(goal_id) == []
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal(3)]


async def test_what_is_changed_after_a_refusal_waits_for_enter_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        refusing = refuse(world, monkeypatch)
        await press(pilot, "c")
        await type_text(pilot, "3")
        await press(pilot, "enter")
        await type_text(pilot, "0")
        assert FULL not in shown(app).split("Enter saves")[0]
        await until_there_is_room(pilot, refusing)
        assert world.values(goal_id) == []
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal(30)]


@pytest.mark.parametrize("times", [2, 5])
async def test_enter_pressed_several_times_records_once(world: World, times: int) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "3")
        await pilot.press(*["enter"] * times)
        await settle(pilot)
        assert world.values(goal_id) == [Decimal(3)]


@pytest.mark.parametrize(
    ("key", "typed"),
    [("a", "call Bo, Monday"), ("p", "yesterday"), ("f", "Smaller steps"), ("i", "yesterday"), ("s", "ill")],
)
async def test_no_dialog_lets_go_of_what_the_store_refused(
    world: World, monkeypatch: pytest.MonkeyPatch, key: str, typed: str
) -> None:
    goal_id = world.goal("Read books", BOOKS, recorded=[(TODAY, "1")])
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", key)
        opened = app.screen
        refusing = refuse(world, monkeypatch)
        await pilot.press(*(["d", "enter"] if key == "f" else ["backspace"] * 8))
        await type_text(pilot, typed)
        if key == "i":
            await pilot.press("tab", "4")
        await press(pilot, "enter")
        assert app.screen is opened and FULL in shown(app)
        assert typed in shown(app)
        await until_there_is_room(pilot, refusing)
        assert app.screen is not opened
        goal = world.store.read(queries.goal, goal_id)
        stored = [
            *goal.milestones,
            *goal.activities,
            *goal.pauses,
            goal.lesson,
            *world.store.read(queries.entries, goal_id)[1:],
        ]
        assert any(stored) or goal.state is State.CLOSED
