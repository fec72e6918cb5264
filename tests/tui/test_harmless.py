"""Pasted text that would steer a terminal, break markup or turn lines round is shown harmlessly in every field."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.goal import Kind, Measure
from smart_tui.store import queries
from smart_tui.store.commands import entries, measures, plans
from smart_tui.tui.app import SmartApp
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, WEIGHT, World, press, shown

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


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_what_was_stored_is_harmless_on_every_screen_and_stays_as_typed(tmp_path: Path, size: Any) -> None:
    world = World(tmp_path)
    clean = clean_line(HOSTILE)
    scale = WEIGHT._replace(unit=clean, entered_as="scale", low=Decimal(1), high=Decimal(90), reason=clean)
    rating = Measure(Kind.RATING, NEW_YEAR, levels=(clean, "{", "%s", "[/]", "\\"), target=Decimal(1))
    kinds = (BOOKS._replace(unit=clean, running=True), MEETINGS._replace(unit=clean), scale, rating, LAUNCH)
    run = world.store.run_sync
    for kind in kinds:
        goal_id = world.goal(HOSTILE, kind, HOSTILE, [] if kind is LAUNCH else [(world.today, "1")])
        world.milestone(goal_id, HOSTILE, world.today)
        run(plans.add_activity, goal_id, HOSTILE, HOSTILE, HOSTILE, world.today)
        run(plans.add_plan, goal_id, HOSTILE, HOSTILE)
        run(entries.check_in, goal_id, world.today, excused=True, note=HOSTILE)
        run(measures.add_version, goal_id, kind._replace(valid_from=world.today, reason=HOSTILE))
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "j")
        for way in WAYS:
            await press(pilot, *way.split())
            assert not HARMFUL.search(drawn(app)), way
            await press(pilot, "escape", "escape", "escape", "j")
        assert app.crash is None
    goals = world.store.read(queries.goals)
    assert {goal.title for goal in goals} == {clean}
    assert {entry.note for entry in world.store.read(queries.entries, goals[0].id)} >= {clean}


WAYS = ("t j", "d left", "enter pagedown", "enter m", "c", "t c")
"""To the screens and dialogs that show what a goal holds."""


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
    [
        *(
            "slash",
            "ctrl+p",
            "c",
            "a",
            "s",
            "p",
            "f d enter",
            "N",
            "n",
            "n pagedown t enter",
            "e",
            "enter i",
            "enter m",
        ),
        *("P", "t c", "d c", "d s", "t P"),
    ],
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
