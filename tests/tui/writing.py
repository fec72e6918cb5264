"""A real app on a file under `tmp_path`, driven by keys, for the tests of the writing flow."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from smart_tui.config import Config
from smart_tui.domain.goal import Goal, State
from smart_tui.i18n import words
from smart_tui.paths import find
from smart_tui.store import queries
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from tests.tui import world

TODAY = date(2026, 1, 15)


def make_app(home: Path, language: str = "en", model: str = "international") -> SmartApp:
    """An app on the database under `home`, with a chosen model ("" for a first start)."""
    paths = find({"SMART_TUI_HOME": str(home)})
    store = Store(paths.db)
    if model:
        store.run_sync(set_setting, "default_model", model)
    return SmartApp(store, paths, Config(language=language), words(language), fixed_today=TODAY)


@asynccontextmanager
async def started(
    home: Path, language: str = "en", model: str = "international", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SmartApp, Pilot[Any]]]:
    """The app, running, and the pilot that presses its keys; the store is closed behind it."""
    app = make_app(home, language, model)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot
    finally:
        app.store.close()


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type a text as fast as one types: without waiting after each key until the screen shows it."""
    driver = pilot.app._driver
    assert driver is not None
    for character in text:
        key = events.Key("ctrl+j", None) if character == "\n" else events.Key(_character_to_key(character), character)
        key.set_sender(pilot.app)
        driver.send_message(key)
    await pilot.pause()
    await pilot.pause()


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until what was typed is saved, and what a key started is done and shown."""
    keep = getattr(pilot.app.screen, "keep", None)
    if keep is not None:
        await keep()
    await world.settle(pilot)


def seen(app: SmartApp) -> str:
    """The text of the whole screen."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def goals(app: SmartApp) -> list[Goal]:
    """All goals as they are stored."""
    return list(app.store.read(queries.goals, tuple(State)))
