"""The backups in the app, and a file that is damaged: nothing is done before one has chosen."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import OptionList

from smart_tui.domain.backup import BackupReason
from smart_tui.domain.goal import State
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.commands import entries, goals
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens import damage
from smart_tui.tui.screens.backups import BackupsScreen
from smart_tui.tui.screens.checkin import CheckInScreen
from smart_tui.tui.screens.damage import DamageScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.restoring import RestoringScreen
from smart_tui.tui.widgets.linefield import LineField
from tests.store.damaged import headless
from tests.tui.world import World, press, settle, shown, titles

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two goals, a backup of them an hour ago, and what came since."""
    made = World(tmp_path_factory.mktemp("kept"))
    made.store = Store(made.paths.db, lambda: NOW - timedelta(hours=1))
    goal_id = made.goal("Read [/] books", recorded=[(made.today, "1")])
    made.goal("Walk", recorded=[(made.today, "1")])
    made.store.back_up_sync(BackupReason.ASKED)
    made.store.run_sync(entries.check_in, goal_id, made.today, Decimal(2))
    made.goal("Only now")
    made.store.close()
    return Path(made.paths.home)


@pytest.fixture
def world(kept: Path, tmp_path: Path) -> World:
    """A copy of that, at noon."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    made = World(tmp_path)
    made.store = Store(made.paths.db, lambda: NOW)
    return made


def app_of(world: World) -> SmartApp:
    world.store.close()
    world.store = Store(world.paths.db, lambda: NOW)
    app = world.app()
    app.clock = lambda: NOW.astimezone().replace(tzinfo=None)
    return app


def told(app: SmartApp) -> str:
    """What is on the screen in one line."""
    return " ".join(shown(app).split())


def zero_a_page_in_seven(path: str) -> None:
    """Damage that the list of tables survives."""
    with open(path, "r+b") as file:
        for page in range(3, os.path.getsize(path) // 4096, 7):
            file.seek(page * 4096)
            file.write(bytes(4096))


async def test_a_backup_is_looked_at_before_it_is_restored_and_that_is_taken_back_by_another(world: World) -> None:
    app = app_of(world)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B")
        assert isinstance(app.screen, BackupsScreen)
        assert "1 hour ago · checked when it was made" in shown(app)
        assert "Since then: +1 goal · +1 entry." in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, RestoringScreen)
        assert "These goals go: “Only now”." in shown(app) and "“Read [/] books”" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BackupsScreen) and len(app.screen.backups) == 1, "the safe answer had focus"
        await press(pilot, "enter", "right", "enter")
        assert [each.reason for each in app.screen.backups] == ["restore", "asked"]
        assert "Restored. What was there is a backup itself now" in shown(app)
        await press(pilot, "escape")
        assert set(titles(app)) == {"Read [/] books", "Walk"}
        await press(pilot, "B", "enter", "right", "enter", "escape")
        assert set(titles(app)) == {"Read [/] books", "Walk", "Only now"}


async def test_a_backup_is_made_checked_and_said_to_be_damaged_where_it_is(world: World) -> None:
    app = app_of(world)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "B", "n")
        assert isinstance(app.screen, BackupsScreen) and len(app.screen.backups) == 2
        assert "A backup was made and checked." in shown(app)
        await press(pilot, "enter")
        assert "nothing would change" in told(app)
        await press(pilot, "v")
        assert "The backup is in order." in shown(app)
        zero_a_page_in_seven(app.screen.backups[1].path)
        await press(pilot, "j", "v")
        assert shown(app).count("×") == 1 and not backups_of(world.paths.db)[1].sound
        await press(pilot, "enter")
        assert isinstance(app.screen, BackupsScreen), "a damaged backup is not offered to be restored"


@pytest.mark.parametrize(
    ("text", "said", "ways"),
    [
        (b"", "is empty, although there are backups of it", ["restore", "others", "quit"]),
        (b"Dear diary, " * 100, "is not a smart-tui file. It was left", ["restore", "others", "quit"]),
        (None, "is damaged", ["restore", "others", "salvage", "quit"]),
    ],
    ids=["empty", "a letter", "headless"],
)
async def test_a_file_that_cannot_be_opened_is_told_apart_and_mended_from_the_newest_good_backup(
    world: World, text: bytes | None, said: str, ways: list[str]
) -> None:
    world.store.back_up_sync(BackupReason.TIME)
    zero_a_page_in_seven(backups_of(world.paths.db)[0].path)
    world.store.close()
    text = headless(Path(world.paths.db).read_bytes()) if text is None else text
    Path(world.paths.db).write_bytes(text)
    app = app_of(world)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, DamageScreen) and said in told(app)
        assert [way.id for way in app.screen.ways()] == ways
        assert "1 hour ago · 2 goals · 2 entries" in told(app), "the newer one is damaged"
        assert Path(world.paths.db).read_bytes() == text
        await press(pilot, "enter", "right", "enter")
        assert isinstance(app.screen, ListScreen) and "Restored." in shown(app)
        assert set(titles(app)) == {"Read [/] books", "Walk"}
        await press(pilot, "x")
        assert app.store.held is None


async def test_what_one_types_stays_when_damage_is_found_and_enter_chooses_nothing_by_chance(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "BRIEF", 60.0)
    app = app_of(world)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "7")
        dialog = app.screen
        app.found_damage(StoreError("damaged", path=world.paths.db))
        await press(pilot, "enter")
        assert isinstance(app.screen, DamageScreen), "Enter was meant for what stood here before"
        with pytest.raises(StoreError) as refused:
            await app.store.run(goals.set_fields, 1, {"title": "Changed"})
        assert refused.value.code == "held"
        monkeypatch.setattr(damage, "BRIEF", 0.0)
        await press(pilot, "down", "down", "down", "enter")
        assert app.screen is dialog and isinstance(dialog, CheckInScreen)
        assert dialog.query_one(LineField).text == "7"


async def test_what_can_be_read_is_salvaged_and_the_damaged_file_is_kept(world: World) -> None:
    world.store.close()
    shutil.rmtree(world.paths.backups)
    zero_a_page_in_seven(world.paths.db)
    app = app_of(world)
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        app.found_damage(StoreError("damaged", path=world.paths.db))
        await settle(pilot)
        assert isinstance(app.screen, DamageScreen)
        app.screen.meanwhile = False
        assert [way.id for way in app.screen.ways()] == ["salvage", "look", "quit"], "there is no backup to go back to"
        go_on = Event()
        app.store._pool().submit(go_on.wait, 10)
        await pilot.press("enter", "enter", "down", "enter")
        assert isinstance(app.screen, DamageScreen), "one thing at a time"
        go_on.set()
        await settle(pilot)
        assert app.screen.saved is not None and os.path.exists(app.screen.saved.kept)
        assert len([name for name in os.listdir(world.paths.backups) if name.endswith(".db")]) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, ListScreen) and app.store.held is None
        assert {goal.state for goal in app.screen.whole(sorted(world.known()))} <= set(State)


async def test_a_damaged_file_that_was_kept_is_marked_and_the_cursor_is_on_what_one_can_go_back_to(
    world: World,
) -> None:
    world.store.close()
    Path(world.paths.db).write_bytes(headless(Path(world.paths.db).read_bytes()))
    app = app_of(world)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "right", "enter", "B")
        screen = app.screen
        assert isinstance(screen, BackupsScreen)
        assert [(each.reason, each.sound) for each in screen.backups] == [("damaged", False), ("asked", True)]
        assert screen.table.at == 1 and shown(app).count("×") == 1
        await press(pilot, "k")
        assert "it is damaged" in shown(app) and "not checked yet" not in shown(app)


@pytest.mark.parametrize("size", [(20, 5), (40, 12)], ids=["20x5", "40x12"])
async def test_each_way_out_of_damage_is_seen_when_the_cursor_is_on_it_in_a_small_window(
    world: World, size: tuple[int, int]
) -> None:
    app = app_of(world)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.found_damage(StoreError("damaged", path=world.paths.db))
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, DamageScreen) and len(screen.ways()) == 5
        for way in screen.ways():
            assert way.name.split()[0] in shown(app)
            options = screen.query_one(OptionList)
            at = options.highlighted
            assert at is not None and screen.ways()[at] == way
            assert options.scrollable_content_region.height > 0, shown(app)
            await press(pilot, "j")
        await press(pilot, "escape")
        assert app.screen is screen and "Esc" not in shown(app)


async def test_a_restore_goes_on_and_is_shown_where_its_screen_is_left(world: World) -> None:
    app, go_on = app_of(world), Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "B", "enter", "right")
        app.store._pool().submit(go_on.wait, 10)
        await pilot.press("enter")
        await pilot.press("escape")
        go_on.set()
        await settle(pilot)
        assert isinstance(app.screen, ListScreen)
        assert set(titles(app)) == {"Read [/] books", "Walk"}
        assert "Restored." in shown(app)
