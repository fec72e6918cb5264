"""Walks over every screen of the app and looks at every line that is drawn."""

from collections.abc import Iterable
from typing import Any

from textual.pilot import Pilot

from smart_tui.domain.review import ReviewScreen
from smart_tui.store.commands.reviews import stand
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.intake import IntakeScreen
from tests.faults.hostile import HARMFUL
from tests.tui.world import press, settle, shown

WAYS = (
    "pagedown end",
    "enter pagedown pagedown end",
    "enter m",
    "t end",
    "d left",
    "b end enter",
    "F x",
    "ctrl+p x",
    "comma end",
    "question_mark end",
    "B enter",
    "E down down",
    "I",
    "L",
    "c",
)
"""The keys that lead from the list to everything that shows what stands in the file."""
MORE_WAYS = (
    "enter i",
    "enter e",
    "slash x enter",
    "a",
    "f",
    "delete",
    "v end",
    "e pagedown",
    "N x",
    "n",
    "s",
    "p",
    "P",
    "o",
)
"""Those that lead to dialogs and forms."""


async def walk(pilot: Pilot[Any], ways: Iterable[str]) -> list[str]:
    """Go every way and back again; gives what was drawn that should not be."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    faults: list[str] = []
    for way in ways:
        await press(pilot, *way.split())
        faults += [f"{way}: {each}" for each in drawn(app)]
        for _ in range(5):
            if len(app.screen_stack) == 1:
                break
            await press(pilot, "escape")
        assert len(app.screen_stack) == 1, way
    return faults


async def reviewed(pilot: Pilot[Any]) -> list[str]:
    """The screens of the newest review, each as it is gone on with."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    faults: list[str] = []
    newest = app.store.read(reviews.reviews)[0].id
    for screen in ReviewScreen:
        app.store.run_sync(stand, newest, screen, "", 1)
        faults += await walk(pilot, ["w"])
    return faults


async def damaged(pilot: Pilot[Any], path: str) -> list[str]:
    """The screen of a damaged file of this name."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    app.found_damage(StoreError("damaged", path=path))
    await settle(pilot)
    return drawn(app)


async def previewed(pilot: Pilot[Any], paths: Iterable[str]) -> list[str]:
    """What each file would bring, with its conflicts and refusals, down to its last line."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    faults: list[str] = []
    for path in paths:
        app.push_screen(IntakeScreen(path))
        await press(pilot, "t")
        faults += drawn(app)
        await press(pilot, "end")
        faults += drawn(app)
        await press(pilot, "escape")
    return faults


def drawn(app: SmartApp) -> list[str]:
    """What on the screen would steer the terminal, and what ended the app."""
    text = "".join(shown(app).split("\n"))
    found = HARMFUL.search(text)
    said = [f"{found[0]!a} in {text[max(found.start() - 40, 0) : found.end() + 40]!a}"] if found else []
    return said + ([f"{app.crash!r}"] if app.crash else [])
