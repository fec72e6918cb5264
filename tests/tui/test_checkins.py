"""Check-ins by keys: each kind in its dialog, several goals at once, and the grid of days."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from textual.widgets import Input

from smart_tui.domain.goal import EntryState, Kind, Measure, State
from smart_tui.domain.nps import Counts
from smart_tui.reading.entries import EntryReading
from smart_tui.store import queries
from smart_tui.store.commands import entries
from smart_tui.tui.screens.daygrid import DayGridScreen
from smart_tui.tui.screens.entry import EntryScreen
from smart_tui.tui.widgets.linefield import LineField
from smart_tui.tui.widgets.noticeline import NoticeLine
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, TODAY, WEIGHT, World, listing, press, settle, shown

SPEAKING = Measure(Kind.RATING, NEW_YEAR, levels=("avoid", "read", "speak", "speak up", "enjoy it [/]"))
PROMOTING = Measure(Kind.LEVEL, NEW_YEAR, target=Decimal(50), baseline=Decimal(20), entered_as="nps")
FOLLOWERS = Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(9000), running=True)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def days(world: World, goal_id: int) -> list[tuple[int, float | None]]:
    found = world.store.read(queries.entries, goal_id)
    return [(entry.on.day, None if entry.value is None else float(entry.value)) for entry in found]


async def test_a_rating_is_chosen_among_its_described_levels(world: World) -> None:
    goal_id = world.goal("Speaking", SPEAKING)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "up", "up")
        assert "▸ +1  speak up" in shown(app) and "enjoy it [/]" in shown(app)
        await press(pilot, "down", "down", "enter")
        assert days(world, goal_id) == [(15, -1)]


async def test_three_counts_are_kept_with_their_score(world: World) -> None:
    goal_id = world.goal("Promoters", PROMOTING)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", *"12", "slash", "5", "slash", "3")
        assert "NPS +45, give or take 32, from 20 answers" in shown(app)
        await press(pilot, "enter")
        kept = world.store.read(queries.entries, goal_id)[0]
        assert (kept.value, kept.counts) == (Decimal(45), Counts(12, 5, 3))


async def test_counts_are_corrected_as_counts(world: World) -> None:
    goal_id = world.goal("Promoters", PROMOTING)
    world.store.run_sync(entries.check_in, goal_id, TODAY, counts=(12, 5, 3))
    kept = world.store.read(queries.entries, goal_id)[0]
    goal = world.store.read(queries.goal, goal_id)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        answers: list[EntryReading | None] = []
        app.push_screen(EntryScreen(goal, [kept], TODAY, kept), answers.append)
        await settle(pilot)
        assert "12 5 3" in shown(app)
        await press(pilot, "backspace", "8", "tab", *"more", "enter")
        assert answers[0] is not None
        assert (answers[0].counts, answers[0].value, answers[0].note) == (Counts(12, 5, 8), Decimal(16), "more")


async def test_a_lower_count_is_refused_with_the_way_to_begin_anew(world: World) -> None:
    goal_id = world.goal("Followers", FOLLOWERS, recorded=[(date(2026, 1, 10), "4775")])
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", *"120", "enter")
        assert "Type “reset 120”" in app.screen.query_one(LineField).under
        await press(pilot, "home", *"reset", "space", "enter")
        last = world.store.read(queries.entries, goal_id)[-1]
        assert (last.value, last.source) == (Decimal(120), "reset")


async def test_a_key_acts_on_all_selected_goals_as_one_step(world: World) -> None:
    books, letters = world.goal("Books"), world.goal("Letters")
    weight = world.goal("Weight", WEIGHT)
    launch = world.goal("Launch", LAUNCH)
    world.milestone(launch, "Beta", TODAY)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "space", "space", "x")
        assert [days(world, id) for id in (books, letters, weight)] == [[(15, 1)], [(15, 1)], []]
        assert world.store.read(queries.goal, launch).milestones[0].done_on == TODAY
        assert "Recorded for 3 goals. 1 takes something else: press c for it." in shown(app)
        await press(pilot, "plus")
        assert [days(world, id) for id in (books, weight)] == [[(15, 1), (15, 1)], [(15, 85)]]
        await press(pilot, "u", "u")
        assert [days(world, id) for id in (books, letters, weight)] == [[], [], []]
        assert world.store.read(queries.goal, launch).milestones[0].done_on is None


async def test_selected_goals_share_an_excuse_and_are_checked_in_one_after_the_other(world: World) -> None:
    ids = [world.goal("Books"), world.goal("Letters"), world.goal("Meetings", MEETINGS)]
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "space", "s", *"ill", "enter")
        kept = [world.store.read(queries.entries, id)[0] for id in ids]
        assert {(entry.state, entry.note) for entry in kept} == {(EntryState.EXCUSED, "ill")}
        await press(pilot, "u", "c")
        assert "1 of 3" in shown(app)
        await press(pilot, "4", "enter")
        assert "2 of 3" in shown(app)
        await press(pilot, "5", "escape")
        assert sorted(days(world, id) for id in ids) == [[], [], [(15, 4)]]


async def test_days_are_filled_and_corrected_in_the_grid(world: World) -> None:
    goal_id = world.goal("Meetings", MEETINGS)
    world.store.run_sync(entries.check_in, goal_id, date(2026, 1, 6), Decimal(2), note="Bo [/] \x1b[31m")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        grid = app.screen
        assert isinstance(grid, DayGridScreen) and grid.days.cursor == TODAY
        await press(pilot, "right", "j", "pagedown")
        assert grid.days.cursor == TODAY
        await press(pilot, "k", "h", "l", "left", "left")
        assert "Tue 6 January 2026, 9 days ago: 2 meetings. # Bo [/]" in shown(app)
        await press(pilot, "3", "enter", "s", *"flu", "enter")
        assert days(world, goal_id) == [(6, 2), (6, 3), (7, None)]
        assert grid.days.cursor == date(2026, 1, 8)
        await press(pilot, "plus", "plus", "minus", "x", "backspace", *"=7", "enter")
        assert days(world, goal_id)[-1] == (8, 7)
        await press(pilot, "g", "end", "pageup")
        assert grid.days.cursor == NEW_YEAR
        assert "12 ✓" in shown(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, DayGridScreen)


async def test_an_emptied_day_of_the_grid_comes_back_with_undo(world: World) -> None:
    goal_id = world.goal("Books", BOOKS, recorded=[(TODAY, "2"), (TODAY, "3")])
    app = world.app()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "d", "delete")
        assert days(world, goal_id) == []
        assert "Press u to undo" in app.screen.query_one(NoticeLine).message
        await press(pilot, "u")
        assert days(world, goal_id) == [(15, 2), (15, 3)]
        assert "from 2 entries." in shown(app)
        await press(pilot, "enter")
        field = app.screen.query_one(Input)
        assert field.has_focus and field.region.bottom <= 12


async def test_a_draft_has_no_days_yet(world: World) -> None:
    world.goal("Later", state=State.DRAFT)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        await settle(pilot)
        assert listing(app).row_here() is not None
        await press(pilot, "d")
        assert not isinstance(app.screen, DayGridScreen)
