"""Leaving: on a key, on a signal, on a crash, and what stays behind."""

import os
import stat
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from smart_tui.tui.process import Presence, write_crash
from smart_tui.tui.screens.base import BaseScreen
from tests.tui.world import World, heading, said, settle, shown


class Typing(BaseScreen[None]):
    """A screen that holds typed text, for these tests."""

    def __init__(self, slow: bool = False, broken: bool = False) -> None:
        super().__init__()
        self.kept = 0
        self.broken = broken

    async def keep(self) -> None:
        self.kept += 1
        if self.broken:
            raise ValueError("broken")

    def key_f12(self) -> None:
        diary = "SECRET diary"
        raise RuntimeError("boom " + diary)


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books")
    return world


async def test_leaving_keeps_what_is_typed_on_every_screen_even_if_one_is_broken(world: World) -> None:
    app = world.app()
    below, broken, top = Typing(), Typing(broken=True), Typing()
    async with app.run_test() as pilot:
        for screen in (below, broken, top):
            await app.push_screen(screen)
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert (below.kept, broken.kept, top.kept) == (1, 1, 1)
    assert app.return_code == 0


async def test_a_signal_leaves_with_its_number(world: World) -> None:
    app = world.app()
    screen = Typing()
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        app.leave(143)
        await pilot.pause()
    assert screen.kept == 1
    assert app.return_code == 143


async def test_q_leaves_from_the_list_only(world: World) -> None:
    app = world.app()
    async with app.run_test() as pilot:
        await pilot.press("comma", "q")
        await pilot.pause()
        assert app.screen is app.screen_stack[0]
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_a_crash_keeps_the_draft_leaves_with_1_and_tells_nothing_private(world: World) -> None:
    app = world.app()
    screen = Typing()
    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            await app.push_screen(screen)
            await pilot.press("f12")
            await pilot.pause(0.2)
    assert screen.kept == 1
    assert app.return_code == 1
    assert app.crash_file in app.crash_sentence()
    report = Path(app.crash_file).read_text()
    assert "builtins.RuntimeError" in report and "key_f12" in report
    assert "SECRET" not in report and "boom" not in report and "diary" not in report
    assert stat.S_IMODE(os.stat(app.crash_file).st_mode) == 0o600


def test_a_crash_file_names_every_link_of_the_chain_and_only_types_and_frames(tmp_path: Path) -> None:
    try:
        try:
            int("my weight")
        except ValueError as error:
            raise KeyError("my diary") from error
    except KeyError as error:
        path = write_crash(str(tmp_path / "state"), error, datetime(2026, 1, 15, 8, 0))
    report = Path(path).read_text()
    assert "builtins.KeyError" in report and "builtins.ValueError" in report
    assert "my" not in report
    assert stat.S_IMODE(os.stat(tmp_path / "state").st_mode) == 0o700


def test_a_crash_that_cannot_be_written_down_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    assert write_crash(str(tmp_path / "state"), ValueError(), datetime(2026, 1, 15)) == ""


def test_a_report_is_written_where_the_system_has_no_modes_of_open_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "fchmod")
    assert Path(write_crash(str(tmp_path), ValueError(), datetime(2026, 1, 15))).stat().st_mode & 0o777 == 0o600


def test_a_second_window_on_the_same_file_is_noticed(tmp_path: Path) -> None:
    db = str(tmp_path / "goals.db")
    first, second, other = (Presence(str(tmp_path), path) for path in (db, db, db + "2"))
    assert first.alone()
    assert not second.alone()
    assert other.alone()
    first.leave()
    assert second.alone()
    for each in (second, other):
        each.leave()


async def test_the_second_window_says_that_there_is_another(world: World) -> None:
    there = Presence(world.paths.state, world.paths.db)
    assert there.alone()
    app = world.app()
    async with app.run_test() as pilot:
        await settle(pilot)
        assert said(app) == "Another window has these goals open, too. Both may be used."
    there.leave()


async def test_midnight_passes_and_the_list_shows_the_new_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    days: Iterator[date] = iter([date(2026, 1, 18)] * 3)
    app = world.app(fixed_today=None)
    monkeypatch.setattr(app, "read_today", lambda: next(days, date(2026, 1, 19)))
    async with app.run_test(size=(80, 24)) as pilot:
        app._look_at_clock()
        await settle(pilot)
        assert "week 3 · Sun 18 Jan" in heading(app)
        for _ in range(4):
            app._look_at_clock()
        await settle(pilot)
        assert "week 4 · Mon 19 Jan" in heading(app)


async def test_the_day_ends_when_the_person_says(world: World) -> None:
    from smart_tui.store.commands.settings import set_setting

    world.store.run_sync(set_setting, "day_ends_at", "240")
    app = world.app(fixed_today=None)
    assert app.settings.day_ends_at == 240


async def test_notes_of_the_start_are_said_once(world: World) -> None:
    app = world.app(notes=["The config file has a mistake in line 3."])
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "line 3" in shown(app)


async def test_a_demo_says_on_every_screen_that_nothing_is_kept(world: World) -> None:
    app = world.app("da", demo=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = app.words.gettext("A demo: nothing in it is kept.")
        assert line in shown(app)
        await pilot.press("comma")
        await settle(pilot)
        assert line in shown(app)


async def test_in_a_demo_one_is_asked_where_a_new_goal_should_go(world: World) -> None:
    app = world.app(demo=True, own_app=world.app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "Into my own file; the demo closes" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
    assert app.own_wanted


async def test_a_file_that_changes_while_the_app_goes_does_not_stop_it(world: World) -> None:
    app = world.app()
    async with app.run_test() as pilot:
        await settle(pilot)
    world.goal("Read more")
    app._tick()
    assert app.return_code in (0, None)
