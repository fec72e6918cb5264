"""Pasted text that would steer a terminal, break markup or turn lines round is shown harmlessly in every field."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from smart_tui.tui.app import SmartApp
from tests.tui.world import BOOKS, World, press, shown

HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
HOSTILE = (
    "[/][book][@click=app.quit]x[/]\x1b[31mred\x1b]52;c;ZXZpbA==\x07\x9b31m\x00\x7f\u202eturned\u2066\u2028"
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 e\u0301\u0302 {name} %s \ud800"
)
LONG = "日本" * 10_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books", BOOKS, "Area", [(world.today, "1")])
    return world


async def paste(pilot: Pilot[Any], text: str) -> None:
    assert pilot.app.focused is not None
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


def drawn(app: SmartApp) -> str:
    return "".join(shown(app).split("\n"))


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["hostile", "long"])
@pytest.mark.parametrize(
    "way",
    ["slash", "ctrl+p", "c", "a", "s", "p", "f d enter", "N", "n", "n pagedown t enter", "e", "enter i", "enter m"],
)
async def test_what_is_pasted_is_harmless_in_every_field(world: World, way: str, text: str) -> None:
    from smart_tui.store.commands.settings import set_setting

    world.store.run_sync(set_setting, "default_model", "nordic")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way.split())
        await paste(pilot, text)
        assert not HARMFUL.search(drawn(app))
        await press(pilot, "enter")
        assert not HARMFUL.search(drawn(app))
        await press(pilot, "escape", "escape")
        assert not HARMFUL.search(drawn(app))
        assert app.crash is None
