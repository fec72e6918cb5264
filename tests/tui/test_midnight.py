"""Midnight passes while something is open: the day moves on, and what was typed goes on meaning what it meant."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.store import queries
from smart_tui.store.commands.settings import set_setting
from smart_tui.tui.app import SmartApp
from smart_tui.tui.draft import Draft
from tests.tui.world import BOOKS, MEETINGS, TODAY, World, heading, press, settle, shown
from tests.tui.writing import goals, type_text
from tests.tui.writing import settle as saved

TOMORROW = TODAY + timedelta(days=1)


def midnight(app: SmartApp, day: date = TOMORROW) -> None:
    app.fixed_today = day
    app._tick()


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.store.run_sync(set_setting, "default_model", "international")
    return world


@pytest.mark.parametrize("typed", ["tomorrow", "in 2 weeks", "Friday"])
async def test_a_deadline_typed_before_midnight_means_the_same_day_after_it(world: World, typed: str) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await type_text(pilot, "Swim")
        await pilot.press(*["pagedown"] * 4)
        await pilot.pause()
        screen = app.screen
        await screen.form.open("deadline")  # type: ignore[attr-defined]
        await pilot.pause()
        await type_text(pilot, typed)
        await saved(pilot)
        (before,) = goals(app)
        assert before.deadline is not None
        midnight(app)
        await saved(pilot)
        (after,) = goals(app)
        assert after.deadline == before.deadline
        assert app.words.date_full(before.deadline) in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert goals(app)[0].deadline == before.deadline


async def test_a_deadline_counted_from_its_start_outlives_another_language(world: World) -> None:
    draft = Draft("international", "en", TODAY)
    draft.put("start", "2026-03-02")
    draft.put("deadline", "in 2 weeks")
    meant = draft.times()
    assert meant.deadline == date(2026, 3, 16)
    draft.translate("da")
    assert draft.times() == meant
    assert draft.day_changed(TOMORROW) == ()


async def test_a_check_in_left_open_over_midnight_says_which_day_it_is_for(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "2")
        midnight(app)
        await settle(pilot)
        said = shown(app)
        await press(pilot, "enter")
        (entry,) = world.store.read(queries.entries, goal_id)
        assert app.words.date_long(entry.on) in said, (entry.on, said)


async def test_the_list_goes_on_to_the_new_day_and_a_new_week(world: World) -> None:
    world.goal("Meetings", MEETINGS, recorded=[(TODAY, "5")])
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "5 of 8" in shown(app) and "week 3" in heading(app)
        midnight(app, date(2026, 1, 19))
        await settle(pilot)
        assert "0 of 8" in shown(app) and "week 4" in heading(app)


@pytest.mark.parametrize(
    ("times", "seen"),
    [
        (["2026-01-15 23:59", "2026-01-16 00:00"], ["Thu 15 Jan", "Fri 16 Jan"]),
        (["2026-01-15 12:00", "2026-01-18 08:00"], ["Thu 15 Jan", "Sun 18 Jan"]),
        (["2026-01-16 00:05", "2026-01-15 23:55"], ["Fri 16 Jan", "Thu 15 Jan"]),
        (["2026-01-15 12:00", "2025-12-31 12:00"], ["Thu 15 Jan", "Wed 31 Dec"]),
    ],
)
async def test_the_day_follows_the_clock_forth_and_back_in_every_open_screen(
    world: World, times: list[str], seen: list[str]
) -> None:
    world.goal("Meetings", MEETINGS, recorded=[(date(2025, 12, 30), "1")])
    app = world.app(fixed_today=None)
    app.clock = lambda: datetime.fromisoformat(times[0])
    async with app.run_test(size=(80, 24)) as pilot:
        app._tick()
        await press(pilot, "t")
        assert seen[0] in shown(app)
        app.clock = lambda: datetime.fromisoformat(times[1])
        await press(pilot, "plus")
        # The key was enough, before the next look at the clock; and what it would have changed may be another row.
        assert world.values(1) == [Decimal(1)]
        assert seen[1] in shown(app) and app.today == datetime.fromisoformat(times[1]).date()
        await press(pilot, "escape")
        assert seen[1] in heading(app)


async def test_a_day_that_ends_late_lasts_until_then(world: World) -> None:
    world.store.run_sync(set_setting, "day_ends_at", "180")
    app = world.app(fixed_today=None)
    app.clock = lambda: datetime(2026, 1, 16, 2, 59)
    async with app.run_test(size=(80, 24)) as pilot:
        app._tick()
        await settle(pilot)
        assert "Thu 15 Jan" in heading(app)
        app.clock = lambda: datetime(2026, 1, 16, 3, 0)
        app._tick()
        await settle(pilot)
        assert "Fri 16 Jan" in heading(app)
        world.store.run_sync(set_setting, "day_ends_at", "240")
        app._tick()
        await settle(pilot)
        assert "Thu 15 Jan" in heading(app)


async def test_waking_up_from_suspension_looks_at_the_clock(world: World) -> None:
    app = world.app(fixed_today=None)
    app.clock = lambda: datetime(2026, 1, 15, 12, 0)
    async with app.run_test(size=(80, 24)) as pilot:
        app._tick()
        app.clock = lambda: datetime(2026, 1, 20, 12, 0)
        app.app_resume_signal.publish(app)
        await settle(pilot)
        assert "Tue 20 Jan" in heading(app)
