"""Resting, closing and opening goals by keys: one, several, or all of them."""

from datetime import date
from pathlib import Path

import pytest

from smart_tui.domain.goal import Outcome, Pause, State
from smart_tui.store import queries
from smart_tui.store.commands import goals
from smart_tui.store.commands.settings import set_setting
from tests.tui.test_midnight import midnight
from tests.tui.world import TODAY, World, heading, listing, press, said, settle, shown, titles


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    for title in ("Alpha", "Beta", "Gamma"):
        world.goal(title)
    return world


def pauses(world: World, goal_id: int) -> list[tuple[date, date | None]]:
    return [(each.first, each.last) for each in world.store.read(queries.goal, goal_id).pauses]


def line(text: str, part: str) -> str:
    return next(line for line in text.splitlines() if part in line)


async def test_a_holiday_lets_all_goals_rest_in_one_step_and_they_go_on_by_themselves(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P", "tab")
        await pilot.press(*"in", "space", "2", "space", *"weeks")
        assert "Thu 29 January 2026" in shown(app)
        await press(pilot, "enter")
        assert said(app) == "3 goals rest until Thu 29 January 2026. Press u to undo."
        assert [pauses(world, id) for id in (1, 2, 3)] == [[(TODAY, date(2026, 1, 29))]] * 3
        assert line(shown(app), "Alpha").split()[-4:] == ["paused", "until", "29", "Jan"]
        assert heading(app) == "week 3 · Thu 15 Jan"
        app.say("")
        await press(pilot, "v", "v")
        assert "3 goals rest until a day, among the active" in shown(app)
        midnight(app, date(2026, 1, 30))
        await press(pilot, "v", "v")
        assert "of 3 on track" in heading(app)
        await press(pilot, "u")
        assert pauses(world, 1) == []


async def test_while_all_rest_the_same_key_takes_them_up_again(world: World) -> None:
    for goal_id in (1, 2, 3):
        world.store.run_sync(goals.pause, goal_id, date(2026, 1, 10), date(2026, 2, 1))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "P")
        assert said(app) == "3 goals taken up again. Press u to undo."
        assert pauses(world, 2) == [(date(2026, 1, 10), date(2026, 1, 14))]


@pytest.mark.parametrize(
    ("first", "last", "stored"),
    [
        ("", "", (TODAY, None)),
        ("20 dec", "5 jan", (date(2025, 12, 20), date(2026, 1, 5))),
        ("10 jan", "", (date(2026, 1, 10), None)),
        ("mon", "1 feb", (date(2026, 1, 19), date(2026, 2, 1))),
        ("1 feb", "", None),
    ],
)
async def test_a_rest_may_be_past_or_to_come_and_both_days_are_said_in_full(
    world: World, first: str, last: str, stored: tuple[date, date | None] | None
) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await pilot.press(*("space" if key == " " else key for key in first))
        await pilot.press("tab", *("space" if key == " " else key for key in last))
        await pilot.pause()
        for day in stored or ():
            if day is not None:
                assert app.words.date_full(day) in shown(app)
        await press(pilot, "enter")
        assert pauses(world, 1) == ([stored] if stored else [])
        if stored is None:
            assert "A rest that begins later needs its last day." in shown(app)


async def test_selected_goals_are_closed_and_opened_together(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "f")
        assert "2 goals" in shown(app)
        await press(pilot, "d", "enter", "enter")
        assert said(app) == "2 goals closed: dropped. Press u to undo."
        assert [world.state(id) for id in (1, 2, 3)] == [State.CLOSED, State.CLOSED, State.ACTIVE]
        assert world.store.read(queries.goal, 2).outcome is Outcome.DROPPED
        assert not listing(app).selected
        await press(pilot, "v", "v", "v", "space", "space", "f")
        assert [world.state(id) for id in (1, 2)] == [State.ACTIVE, State.ACTIVE]
        await press(pilot, "u", "u")
        assert world.state(1) is State.ACTIVE and world.state(2) is State.ACTIVE


async def test_escape_lets_go_of_what_was_selected(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "space", "escape")
        assert not listing(app).selected and "selected" not in shown(app)


async def test_more_active_goals_than_one_wanted_are_said_once(world: World) -> None:
    world.store.run_sync(set_setting, "most_active", "3")
    world.goal("Delta", state=State.CLOSED)
    world.goal("Epsilon", state=State.CLOSED)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "v", "v", "f")
        assert "4 goals are active now; with more than 3, each gets less of you. p lets one rest." in said(app)
        assert "opened again" in said(app)
        app.screen_stack[0]._many = ("", 0.0)  # type: ignore[attr-defined]
        await press(pilot, "f")
        assert world.state(5) is State.ACTIVE
        assert "active now" not in said(app)


async def test_a_pause_that_is_known_is_said_before_another_is_given(world: World) -> None:
    world.store.run_sync(goals.pause, 1, date(2026, 2, 1), date(2026, 2, 10))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        assert "It rests from Sun 1 February 2026 to Tue 10 February 2026." in " ".join(shown(app).split())
        await settle(pilot)
        assert Pause(date(2026, 2, 1), date(2026, 2, 10)) == world.store.read(queries.goal, 1).pauses[0]._replace(id=0)


async def test_a_goal_that_rests_until_a_day_stands_last_among_the_active(world: World) -> None:
    world.store.run_sync(goals.pause, 1, date(2026, 1, 10), date(2026, 1, 15))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [title.split()[0] for title in titles(app)] == ["Beta", "Gamma", "Alpha"]
        assert listing(app).cells_of(listing(app).rows[-1]).quiet
        midnight(app, date(2026, 1, 16))
        await settle(pilot)
        assert [title.split()[0] for title in titles(app)] == ["Alpha", "Beta", "Gamma"]
