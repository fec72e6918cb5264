"""Backups and checks of the running app: made by themselves, off its thread, and said only when they fail."""

import os
from pathlib import Path

import pytest

from smart_tui.config import Config
from smart_tui.domain.backup import BackupReason
from smart_tui.store import queries
from smart_tui.store.backups.cloudfolder import cloud_service
from smart_tui.store.backups.listing import backups_of, folder_of, last_check
from smart_tui.store.commands import goals
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from smart_tui.tui.keeping import Keeping
from tests.tui.world import World, press, said, settle, titles


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path / "home")
    world.goal("Read books")
    world.goal("Run more")
    return world


def _keeping(app: SmartApp) -> Keeping:
    assert app.keeping is not None
    return app.keeping


def _reasons(world: World) -> list[str]:
    return [each.reason for each in backups_of(world.paths.db)]


async def test_a_start_checks_the_file_and_backups_follow_what_changed_by_time_and_on_leaving(world: World) -> None:
    app = world.app(keeps_backups=True)
    async with app.run_test() as pilot:
        await settle(pilot)
        check = last_check(world.paths.db)
        assert check is not None and check.sound
        keeping = _keeping(app)
        assert await keeping.back_up(BackupReason.TIME) is not None
        assert await keeping.back_up(BackupReason.TIME) is None
        await app.write(goals.set_fields, 1, {"title": "Read more"})
        await pilot.press("ctrl+q")
    assert keeping.leave() == ""
    assert keeping.leave() == ""
    assert _reasons(world) == ["exit", "time"]
    assert app.return_code == 0


async def test_a_backup_that_fails_is_said_once_and_again_only_after_one_was_made(world: World) -> None:
    Path(folder_of(world.paths.db)).write_text("in the way")
    app = world.app(keeps_backups=True)
    async with app.run_test() as pilot:
        await settle(pilot)
        keeping = _keeping(app)
        for expected in ("No backup could be made in", ""):
            app.say("")
            assert await keeping.back_up(BackupReason.TIME) is None
            assert said(app)[:26] == expected
        assert keeping.leave() == ""
        os.unlink(folder_of(world.paths.db))
        assert await keeping.back_up(BackupReason.ASKED) is not None
        os.rename(folder_of(world.paths.db), folder_of(world.paths.db) + "-away")
        Path(folder_of(world.paths.db)).write_text("in the way")
        assert await keeping.back_up(BackupReason.ASKED) is None
        assert said(app).startswith("No backup could be made in")


async def test_a_second_folder_that_is_not_there_is_said_once_a_run(world: World, tmp_path: Path) -> None:
    world.store.second_folder = str(tmp_path / "stick")
    app = world.app(keeps_backups=True)
    async with app.run_test() as pilot:
        await settle(pilot)
        for expected in (True, False):
            app.say("")
            assert await _keeping(app).back_up(BackupReason.ASKED) is not None
            assert (str(tmp_path / "stick") in said(app)) is expected


async def test_damage_that_the_check_after_the_start_finds_is_shown_and_nothing_is_written_to_the_file(
    world: World,
) -> None:
    world.store.close()
    # A page that the list does not read.
    ((root,),) = world.store.reader.rows("SELECT rootpage FROM sqlite_master WHERE name = 'journal'")
    world.store.reader.close()
    with open(world.paths.db, "r+b") as file:
        file.seek(4096 * (root - 1))
        file.write(b"\xff" * 4096)
    app = world.app(keeps_backups=True)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.damage is not None and app.store.held is not None
        assert _keeping(app).leave() == ""
    check = last_check(world.paths.db)
    assert check is not None and not check.sound
    assert _reasons(world) == []


async def test_before_several_goals_are_deleted_at_once_a_backup_is_made(world: World) -> None:
    app = world.app()
    async with app.run_test() as pilot:
        await press(pilot, "space", "j", "space", "delete")
        assert titles(app) == []
    (made,) = backups_of(world.paths.db)
    assert made.reason == "delete"
    assert len(Store(made.path).read(queries.goals)) == 2


async def test_without_a_backup_several_goals_are_not_deleted(world: World) -> None:
    Path(folder_of(world.paths.db)).write_text("in the way")
    app = world.app()
    async with app.run_test() as pilot:
        await press(pilot, "space", "j", "space", "delete")
        assert len(titles(app)) == 2
        assert said(app).startswith("No backup could be written")


async def test_a_folder_that_a_service_copies_is_said_once_ever(tmp_path: Path) -> None:
    world = World(tmp_path / "Dropbox" / "home")
    world.goal("Read books")
    for expected in (True, False):
        app = world.app(keeps_backups=True)
        async with app.run_test() as pilot:
            await settle(pilot)
            assert ("Dropbox copies the folder" in said(app)) is expected


async def test_a_demo_and_an_app_without_keeping_make_no_backups(world: World) -> None:
    app = world.app(demo=True, config=Config())
    async with app.run_test() as pilot:
        await press(pilot, "space", "j", "space", "delete")
    assert app.keeping is None
    assert _reasons(world) == []


@pytest.mark.parametrize(
    ("folder", "mark", "service"),
    [
        ("Dropbox", "", "Dropbox"),
        ("Dropbox (Personal)/goals", "", "Dropbox"),
        ("OneDrive - Work/goals", "", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-me@example.com/My Drive", "", "Google Drive"),
        ("nextcloud", "", "Nextcloud"),
        ("goals", ".stfolder", "Syncthing"),
        ("goals/below", "../.nextcloudsync.log", "Nextcloud"),
        ("dropbox-notes", "", ""),
        ("goals", "", ""),
    ],
)
def test_a_folder_is_known_by_its_name_or_by_what_the_service_put_there(
    tmp_path: Path, folder: str, mark: str, service: str
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    if mark:
        (tmp_path / folder / mark).mkdir()
    assert cloud_service(str(tmp_path / folder / "smart-tui.db")) == service
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / folder / "smart-tui.db")
    assert cloud_service(str(link)) == service
