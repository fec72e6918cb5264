"""Any keys in any order, in any language and size, do no harm: the app goes on and its file stays whole."""

import errno
import os
import random
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui import paths
from smart_tui.domain.goal import Kind, Measure, Period, State
from smart_tui.store.commands import plans
from smart_tui.tui.screens import exporting, savepage
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, WEIGHT, World

PRESSES = int(os.environ.get("SMART_TUI_MONKEY_PRESSES", "60"))
SEEDS = range(int(os.environ.get("SMART_TUI_MONKEY_SEEDS", "2")))
"""How long and how often the keys are pressed; a release is tried with many more."""

MOVES = ["enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"]
EDITS = [
    "delete",
    "backspace",
    "space",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+a",
    "ctrl+e",
    "ctrl+x",
    "ctrl+v",
    "shift+left",
    "shift+up",
    "ctrl+j",
]
COMMANDS = ["f1", "f3", "f4", "f5", "f8", "f9", "ctrl+p", "ctrl+r", "plus", "minus", "slash", "question_mark", "comma"]
LETTERS = list("jkgGnNecxsoapPfyvtumidhlBIE")
CHARACTERS = list("abdhlqrwz0123456789+-=,.:#/[]{}\\'\"%@~^¼٣日é")
TEXTS = (
    "12",
    "=42",
    "yesterday 12 # note",
    "12 5 3",
    "reset 5",
    "in 6 weeks",
    "20 % more visitors within 6 months",
    "nan",
    "1e999",
    "9" * 30,
    "29 Feb",
    "9999-12-31",
    "in 99999999 years",
    "[@click=app.quit]x[/]",
)
SIZES = ((1, 1), (10, 3), (20, 6), (40, 12), (80, 24), (200, 60))
SCORE = WEIGHT._replace(baseline=Decimal(20), target=Decimal(50), unit="points", entered_as="nps")
FEEL = Measure(Kind.RATING, NEW_YEAR, levels=("[/]", "{", "%s", "日本", "\\"), target=Decimal(1))
WALK = MEETINGS._replace(period=Period.DAY, target=Decimal(1), unit="[b]walk")


def filled(folder: Path) -> World:
    """Goals of every kind and state, with things under them."""
    world = World(folder)
    books = world.goal("Read [/] 24 books", BOOKS, "Area [b]", [(date(2026, 1, 3), "2")])
    world.goal("Meetings [@click=app.quit]x[/]", MEETINGS, "Work", [(date(2026, 1, 6), "5")])
    world.goal("Weight", WEIGHT, "Work", [(date(2026, 1, 6), "83")])
    world.milestone(world.goal("Launch", LAUNCH, "Work"), "Design [/]", date(2026, 1, 10))
    world.goal("Score", SCORE, "Work", [(date(2026, 1, 6), "30")])
    world.goal("Feel {well} %s", FEEL, "Home", [(date(2026, 1, 6), "-1")])
    world.goal("Walk", WALK, "Home", [(date(2026, 1, day), "1") for day in range(1, 15, 2)])
    world.goal("Ride", BOOKS._replace(running=True, baseline=Decimal(100)), "Home", [(date(2026, 1, 6), "150")])
    world.goal("Paused", BOOKS, state=State.PAUSED)
    world.goal("Closed", BOOKS, state=State.CLOSED)
    world.goal("Draft", WEIGHT, state=State.DRAFT)
    world.store.run_sync(plans.add_activity, books, "Go to the library")
    world.store.run_sync(plans.add_plan, books, "it rains", "I read")
    return world


def next_keys(chance: random.Random) -> list[str]:
    kind = chance.random()
    if kind < 0.04:
        return ["space" if character == " " else character for character in chance.choice(TEXTS)]
    groups = ((0.3, MOVES), (0.4, EDITS), (0.52, COMMANDS), (0.9, LETTERS), (1.0, CHARACTERS))
    return [chance.choice(next(group for upto, group in groups if kind <= upto))]


def within(folder: Path, put: Callable[..., None]) -> Callable[..., None]:
    """The same, that may write nowhere else: any path can be typed by chance."""

    def guarded(path: str, *given: object, **named: object) -> None:
        if not os.path.realpath(path).startswith(f"{os.path.realpath(folder)}{os.sep}"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        put(path, *given, **named)

    return guarded


@pytest.mark.parametrize("seed", SEEDS)
async def test_no_keys_in_any_order_stop_the_app(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("put_file", "put_folder"):
        monkeypatch.setattr(exporting, name, within(tmp_path, getattr(exporting, name)))
    monkeypatch.setattr(savepage, "write_file", within(tmp_path, paths.write_file))
    chance = random.Random(seed)
    world = filled(tmp_path)
    pressed: list[str] = []
    while len(pressed) < PRESSES:
        app = world.app(chance.choice(["en", "da", "sv"]))
        async with app.run_test(size=chance.choice(SIZES[2:])) as pilot:
            await pilot.pause()
            while len(pressed) < PRESSES and app._leaving is None:
                if chance.random() < 0.02:
                    await pilot.resize_terminal(*chance.choice(SIZES))
                keys = next_keys(chance)
                pressed += keys
                await pilot.press(*keys)
                assert app.crash is None, (type(app.screen).__name__, pressed[-20:])
    world.store.close()
    with sqlite3.connect(world.paths.db) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
