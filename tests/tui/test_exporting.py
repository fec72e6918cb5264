"""Everything leaves from the app, in a format and under a name one chooses, and no file is replaced unasked."""

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui import paths
from smart_tui.store.commands import journal
from smart_tui.tui.screens import exporting
from smart_tui.tui.screens.exporting import ExportScreen
from tests.tui.world import NEW_YEAR, World, press, said, shown

NAME = "smart-tui-2026-01-15"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    kept = tmp_path / "documents"
    kept.mkdir()
    monkeypatch.setattr(paths, "documents", lambda: str(kept))
    found = World(tmp_path / "home")
    found.goal("[/] =Read books", recorded=[(NEW_YEAR, "1.5")])
    return found


async def dialog(pilot: Pilot[Any]) -> ExportScreen:
    await press(pilot, "E")
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


async def test_each_format_leaves_under_a_name_with_the_day(world: World, tmp_path: Path) -> None:
    app, folder = world.app(), tmp_path / "documents"
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await dialog(pilot)
        assert "so that it can be brought in again" in shown(app)
        await press(pilot, "enter")
        assert f"Written to {folder}" in said(app) and "1 goal, 1 entry" in said(app)
        assert json.loads((folder / f"{NAME}.json").read_text("utf-8"))["goals"][0]["title"] == "[/] =Read books"
        for times, name in ((1, f"{NAME}.csv"), (2, NAME), (3, f"{NAME}.ics")):
            screen = await dialog(pilot)
            await press(pilot, *["down"] * times)
            assert screen.text("path") == str(folder / name)
            await press(pilot, "enter")
        assert ",1.5," in (folder / f"{NAME}.csv").read_text("utf-8-sig")
        assert (folder / NAME / "goals" / "=Read books.md").exists()
        assert os.name == "nt" or {path.stat().st_mode & 0o77 for path in folder.iterdir()} == {0}


async def test_a_path_at_home_is_shown_as_such_and_jrnl_gets_the_text_it_imports(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USERPROFILE" if os.name == "nt" else "HOME", str(tmp_path))
    world.store.run_sync(journal.write, None, NEW_YEAR, "A quiet day", [])
    app, folder = world.app(), tmp_path / "documents"
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await dialog(pilot)
        assert screen.text("path") == os.path.join("~", "documents", f"{NAME}.json")
        await press(pilot, "down", "down", "down", "down")
        assert screen.text("path").endswith(f"{NAME}.txt")
        await press(pilot, "down", "up", "enter")
        assert f"Written to {os.path.join('~', 'documents', NAME)}.txt" in said(app)
    assert (folder / f"{NAME}.txt").read_text("utf-8").startswith("[2026-01-01 ")


async def test_more_than_comes_back_in_one_piece_is_said_to_be_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smart_tui.interop.own.weight.ROWS", 1)
    app = world.app()
    async with app.run_test(size=(200, 24)) as pilot:
        await dialog(pilot)
        await press(pilot, "enter")
        assert "1 goal, 1 entry" in said(app) and "A backup brings everything back, whatever its size." in said(app)


async def test_what_is_there_is_replaced_only_when_that_was_said(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, app = tmp_path / "documents" / f"{NAME}.json", world.app()
    file.write_text("mine")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await dialog(pilot)
        await press(pilot, "enter")
        assert "There is a file of this name." in shown(app) and file.read_text() == "mine"
        screen.field("path").text = world.paths.db
        await press(pilot, "enter", "enter")
        assert "belongs to smart-tui itself" in " ".join(shown(app).split())
        screen.field("path").text = "."
        await press(pilot, "enter")
        assert "This is a folder." in shown(app)

        def full(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        screen.field("path").text = str(file)
        with monkeypatch.context() as patched:
            patched.setattr(exporting, "put_file", full)
            await press(pilot, "enter", "enter")
        assert "The disk is full. Nothing was written" in " ".join(shown(app).split())
        assert file.read_text() == "mine"
        await press(pilot, "enter")
        assert app.screen is not screen and file.read_text("utf-8").startswith("{")
