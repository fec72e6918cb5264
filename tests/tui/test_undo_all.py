"""Everything that keys do can be undone and redone, step by step, also after a restart, and each step says what."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.store.contents import contents, sound
from tests.tui.world import BOOKS, World, press, said, settle

DEEDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("plus",), ""),
    (("minus",), ""),
    (("c",), "3 # at home"),
    (("c",), "yesterday 5"),
    (("s",), "ill"),
    (("o", "7"), ""),
    (("a",), "call Bo, Monday"),
    (("a",), "Half of them by 1 March"),
    (("a",), "if it rains, then I read"),
    (("p",), "\n"),
    (("v", "v", "p", "v", "v"), ""),
    (("f", "d", "enter"), "Smaller steps"),
    (("v", "v", "v", "f", "v"), ""),
    (("delete",), ""),
)


async def do(pilot: Pilot[Any], keys: tuple[str, ...], text: str) -> None:
    await press(pilot, *keys)
    if text:
        await pilot.press(*("space" if character == " " else character for character in text.strip()))
        await press(pilot, "enter")
    await settle(pilot)


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books", BOOKS)
    return world


async def test_all_that_keys_do_is_undone_and_redone_over_a_restart(world: World) -> None:
    path = world.paths.db
    states = [contents(path)]
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys, text in DEEDS:
            await do(pilot, keys, text)
            now = contents(path)
            assert now != states[-1], (keys, text, said(app))
            states.append(now)
    again = world.app()
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for state in reversed(states[:-1]):
            await press(pilot, "u")
            assert said(again).startswith("Undone: ") and contents(path) == state
    third = world.app()
    async with third.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for state in states[1:]:
            await press(pilot, "ctrl+r")
            assert said(third).startswith("Done again: ") and contents(path) == state
        await press(pilot, "ctrl+r")
        assert said(third) == "There is nothing to redo."
        await press(pilot, "u")
        await do(pilot, ("plus",), "")
        await press(pilot, "ctrl+r")
        assert said(third) == "There is nothing to redo."
    assert sound(path)
