"""Bringing in a file in the app: named, understood, corrected, brought in, and taken back."""

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.transfer import Columns
from smart_tui.i18n import words
from smart_tui.interop import sources
from smart_tui.interop.merging import bring
from smart_tui.interop.own.document import encode, to_document
from smart_tui.interop.tables import table
from smart_tui.store import queries
from smart_tui.store.backups.listing import backups_of
from smart_tui.store.commands import goals
from smart_tui.store.queries.contents import contents
from smart_tui.text.intake import choices
from smart_tui.tui.app import SmartApp
from smart_tui.tui.folders import begun_anew, completed, offered
from smart_tui.tui.screens.choose import ChooseScreen
from smart_tui.tui.screens.importing import ImportScreen
from smart_tui.tui.screens.intake import IntakeScreen
from smart_tui.tui.screens.list import ListScreen
from tests.tui.test_harmless import HARMFUL, HOSTILE
from tests.tui.world import World, press, settle, shown

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
TABLE = "Dato;Kilometer;Bemærkning\n03-01-2026;5,5;Regn\n04-01-2026;7;\n31-02-2026;3;[/]\n05-01-2026;1;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    (made / "older").mkdir(parents=True)
    (made / "løb.csv").write_bytes(TABLE.encode("cp1252"))
    (made / "photo.jpg").write_bytes(bytes(range(256)) * 8)
    (made / ".hidden").write_text("x")
    return made


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path / "home")
    made.goal("Run")
    return made


def told(app: SmartApp) -> str:
    return " ".join(shown(app).split())


def preview(app: SmartApp) -> IntakeScreen:
    assert isinstance(app.screen, IntakeScreen)
    return app.screen


async def walked_to(pilot: Pilot[Any], key: str) -> None:
    """Go down to the line that can be changed and has this key."""
    app = pilot.app
    assert isinstance(app, SmartApp)
    await press(pilot, "g")
    while preview(app).list.key != key:
        before = preview(app).list.cursor
        await pilot.press("j")
        assert preview(app).list.cursor != before, key


def test_likely_files_come_first_and_a_name_is_completed_as_far_as_it_is_clear(folder: Path) -> None:
    typed = f"{folder}/"
    assert [each.name for each in offered(typed)] == ["løb.csv", "older", "photo.jpg"]
    assert completed(f"{folder}/L", offered(f"{folder}/L")) == f"{folder}/løb.csv"
    assert completed(f"{folder}/ol", offered(f"{folder}/ol")) == f"{folder}/older/"
    (folder / "older.txt").write_text("x")
    assert completed(f"{folder}/o", offered(f"{folder}/o")) == f"{folder}/older"
    assert [each.name for each in offered(f"{folder}/.")] == [".hidden"]
    assert offered(f"{folder}/nowhere/") == () and completed("x", ()) == "x"


def test_a_whole_path_behind_the_folder_that_was_given_takes_its_place() -> None:
    assert begun_anew("~/Documents//tmp/a.csv", "~/Documents/") == "/tmp/a.csv"
    assert begun_anew("~/~/b.csv", "~/") == "~/b.csv"
    for kept in ("~/Documents/a.csv", "~/Documents/~a.csv", "/tmp//a.csv", "~/Documents"):
        assert begun_anew(kept, "~/Documents/") == kept
    assert begun_anew("/tmp/a", "") == "/tmp/a"


def test_every_field_of_a_table_offers_what_it_is_now() -> None:
    english = words("en")
    columns = Columns(separator="\t", decimal=",", dates="mdy", encoding="utf-16-le", header=False, date=1)
    first = ("", "2026-01-03")
    assert choices("date", columns, first, english) == ((0, "column 1"), (1, "column 2: 2026-01-03"))
    assert choices("note", columns, first, english)[-1] == (None, "no column")
    for field, now in (
        ("separator", "\t"),
        ("decimal", ","),
        ("dates", "mdy"),
        ("encoding", "utf-16"),
        ("header", False),
    ):
        assert now in dict(choices(field, columns, first, english))
    odd = columns._replace(separator=":")
    assert choices("separator", odd, first, english)[0] == (":", ":")


async def test_a_table_is_previewed_corrected_brought_into_a_goal_and_taken_back(world: World, folder: Path) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(ImportScreen(f"{folder}/"))
        await settle(pilot)
        assert "a table" in shown(app), "what the cursor is on is recognised"
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ImportScreen) and "no text" in told(app), "a picture is refused where it is"
        await press(pilot, "up", "up", "enter")
        assert "a new goal: løb" in shown(app) and "New: 1 goal, 3 entries" in shown(app)
        assert "Line 4, “31-02-2026”: there is no such day." in [block.text for block in preview(app).list.blocks]
        await walked_to(pilot, "goal here")
        await press(pilot, "space")
        assert isinstance(app.screen, ChooseScreen)
        await press(pilot, "down", "enter")
        assert preview(app).list.key == "goal here" and "New: 3 entries" in shown(app)
        await walked_to(pilot, "value")
        await press(pilot, "right")
        assert "Values in       Bemærkning" in shown(app) and preview(app).list.key == "value"
        await press(pilot, "left")
        assert world.known() == {1} and not backups_of(world.paths.db), "a preview changes nothing"
        await press(pilot, "enter")
        assert isinstance(app.screen, ListScreen) and "3 entries" in told(app) and "u takes it back." in told(app)
        assert world.values(1) == [Decimal("5.5"), Decimal(7), Decimal(1)]
        assert [each.reason for each in backups_of(world.paths.db)] == ["import"]
        await press(pilot, "u")
        assert world.values(1) == []


async def test_a_hostile_table_in_a_hostile_file_is_shown_harmlessly(world: World, folder: Path) -> None:
    names = [HOSTILE.replace("\ud800", "").replace("\0", ""), "[/]", "[@click=app.quit]x[/]"]
    hostile = folder / f"[red]{chr(27)}]52;c;ZXZpbA=={chr(7)}.csv"
    rows = f"date,{names[0]},{names[1]}\n2026-01-03,1,{names[2]}\n2026-01-04,{names[0]},\n" + "2026-01-05,2,\n" * 60
    hostile.write_text(rows, "utf-8")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.push_screen(ImportScreen(f"{folder}/["))
        await settle(pilot)
        assert not HARMFUL.search(shown(app).replace("\n", "")) and "[red]" in shown(app)
        await press(pilot, "enter")
        await walked_to(pilot, "value")
        assert not HARMFUL.search(shown(app).replace("\n", "")) and "New: 1 goal, 61 entries" in shown(app)
        await press(pilot, "space")
        assert not HARMFUL.search(shown(app).replace("\n", "")) and "[/]" in shown(app)
        await press(pilot, "escape", "G")
        assert not HARMFUL.search(shown(app).replace("\n", "")) and "Line 3" in shown(app)


async def test_what_was_changed_on_both_sides_is_asked_part_by_part(world: World, folder: Path) -> None:
    world.store.close()
    shutil.copytree(world.paths.home, folder / "other")
    other = World(folder / "other")
    for store, whose in ((world.store, "mine"), (other.store, "theirs")):
        store.run_sync(goals.set_fields, 1, {"title": f"Run, {whose}", "owner": f"[/] {whose}"})
    other.goal("Only there")
    (folder / "other.json").write_bytes(encode(to_document(contents(other.store.reader), NOW)))
    app = world.app()
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        app.push_screen(IntakeScreen(str(folder / "other.json")))
        await settle(pilot)
        await walked_to(pilot, "1")
        assert "● here   [/] mine" in shown(app) and "○ there  [/] theirs" in shown(app)
        await press(pilot, "right")
        assert "● there  [/] theirs" in shown(app)
        await press(pilot, "t")
        assert len(preview(app).theirs) == 2
        await press(pilot, "m", "right", "enter")
        found = {goal.title: goal.owner for goal in world.store.read(queries.goals)}
        assert found == {"Run, mine": "[/] theirs", "Only there": ""}
        app.push_screen(IntakeScreen(str(folder / "other.json")))
        await settle(pilot)
        assert preview(app).intake is not None and "Nothing would change" in told(app)


async def test_a_mistake_of_ours_says_so_changes_nothing_and_does_not_end_the_app(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*given: object) -> None:
        raise ZeroDivisionError

    app = world.app()
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        app.push_screen(IntakeScreen(str(folder / "løb.csv")))
        await settle(pilot)
        monkeypatch.setattr(bring, "work_of", mistaken)
        await press(pilot, "enter")
        assert "Something went wrong inside smart-tui (ZeroDivisionError)." in told(app)
        monkeypatch.setattr(table, "read", mistaken)
        preview(app).reload()
        await settle(pilot)
        assert preview(app).problem.endswith(" Nothing was changed.") and preview(app).intake is None
        await press(pilot, "escape")
        monkeypatch.setattr(sources, "recognise", mistaken)
        app.push_screen(ImportScreen(f"{folder}/"))
        await settle(pilot)
        await press(pilot, "enter")
        assert "(ZeroDivisionError)" in told(app) and isinstance(app.screen, ImportScreen)
    assert app.crash is None and world.known() == {1} and not backups_of(world.paths.db)
    assert list(Path(world.paths.state).glob("crash-*"))
