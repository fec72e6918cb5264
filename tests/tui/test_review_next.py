"""Next week: promises typed, taken from what was left, and taken away; Enter leads through as few goals as is sane."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.goal import Activity, Goal, Horizon, Promise, State
from smart_tui.domain.promises import promises_of
from smart_tui.domain.review import ReviewScreen, Way
from smart_tui.domain.settings import Settings
from smart_tui.i18n import words
from smart_tui.store import queries
from smart_tui.store.commands import goals, plans, reviews
from smart_tui.store.errors import StoreError
from smart_tui.tui.app import SmartApp
from smart_tui.tui.promised import Planned, enter_goes_to, promise_said, read_promise, taken_over
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.lines import LinesScreen
from smart_tui.tui.screens.review.nextweek import NextWeekScreen
from tests.tui.world import MEETINGS, World, press, settle, shown
from tests.tui.writing import type_text

SUNDAY = date(2026, 1, 18)
MONDAY = date(2026, 1, 19)
"""The first day of the week that is planned."""
WEEK = (MONDAY, date(2026, 1, 25))
HOSTILE = "[/] [@click=app.quit]x[/] \u202e{days} 日本語 👩‍👩‍👧"


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path, SUNDAY)
    world.goal("Read books")
    world.goal("Meet customers", MEETINGS)
    world.goal("Swim")
    return world


def promised(world: World, goal_id: int) -> list[tuple[str, date | None]]:
    """What is promised for a goal for the coming week, with the day it is due."""
    goal = world.store.read(queries.goal, goal_id)
    return [(each.what, each.due) for each in promises_of(goal, MONDAY, Settings())]


@asynccontextmanager
async def reviewing(
    world: World, screen: ReviewScreen, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[SmartApp, Pilot[Any]]]:
    """The app, in the review of the week that ends today, on one of its screens."""
    run = world.store.run_sync
    review_id = run(reviews.begin, date(2026, 1, 12), date(2026, 1, 12), SUNDAY, Way.FULL)
    run(reviews.stand, review_id, screen, "", 0)
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "w")
        yield app, pilot


def planning(app: SmartApp) -> NextWeekScreen:
    screen = app.screen
    assert isinstance(screen, NextWeekScreen)
    return screen


async def in_sight(app: SmartApp, pilot: Pilot[Any], text: str) -> None:
    """Wait until the list has followed a new size of the window, which it does a few refreshes later."""
    for _ in range(50):
        await settle(pilot)
        if text in shown(app):
            return


def chips(app: SmartApp) -> str:
    """What is on the screen; the words of a suggestion are kept together there."""
    return shown(app).replace("\xa0", " ")


async def test_what_is_typed_is_promised_for_the_coming_week_and_enter_leads_on(world: World) -> None:
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        order = [each.goal.id for each in planning(app).planned]
        await type_text(pilot, "read a chapter")
        await press(pilot, "enter")
        assert promised(world, order[0]) == [("read a chapter", MONDAY)]
        assert "→ read a chapter" in shown(app) and "1 promise" in shown(app)
        await press(pilot, "enter")
        await type_text(pilot, "call Bo, Friday 9:00, office")
        await settle(pilot)
        assert "call Bo · Fri · 9:00 · office" in shown(app)
        await press(pilot, "enter")
        assert promised(world, order[1]) == [("call Bo", date(2026, 1, 23))]
        assert "2 promises" in shown(app)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, LinesScreen)


async def test_enter_alone_promises_nothing_and_is_through_with_one_key(world: World) -> None:
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        assert "Enter alone goes on to: Lines" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LinesScreen)
    assert not any(promised(world, goal_id) for goal_id in world.known())


async def test_what_was_left_is_taken_with_one_key_each(world: World) -> None:
    run = world.store.run_sync
    ids = sorted(world.known())
    left = run(plans.add_activity, ids[0], "write the summary", due=date(2026, 1, 12))
    run(plans.promise_outcome, left, Promise.PARTLY)
    later = run(plans.add_activity, ids[0], "find a club", horizon=Horizon.SIX_WEEKS)
    run(plans.add_activity, ids[2], "buy goggles", horizon=Horizon.SIX_WEEKS)
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        while planning(app).goal_id != ids[0]:
            await press(pilot, "down")
        assert "write the summary" in chips(app) and "find a club" in chips(app)
        await press(pilot, "f4", "f3")
        assert promised(world, ids[0]) == [("find a club", MONDAY)]
        await press(pilot, "f3")
        assert promised(world, ids[0]) == [("find a club", MONDAY), ("write the summary", MONDAY)]
        goal = world.store.read(queries.goal, ids[0])
        assert [(each.id, each.due, each.outcome) for each in goal.activities if each.id in (left, later)] == [
            (left, date(2026, 1, 12), Promise.PARTLY),
            (later, MONDAY, None),
        ]
        # Away again: the one of the six-week list goes back there, and can be taken anew.
        await press(pilot, "up", "up", "f8")
        assert promised(world, ids[0]) == [("write the summary", MONDAY)]
        assert "find a club" in chips(app)
        assert planning(app).entry.text == ""


async def test_a_promise_taken_away_comes_back_into_the_line_and_undo_brings_it_back(world: World) -> None:
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        goal_id = planning(app).goal_id
        await type_text(pilot, "call Bo, Monday 9:00, office")
        await press(pilot, "enter", "f8")
        assert promised(world, goal_id) == []
        line = planning(app).entry.text
        assert read_promise(line, WEEK, SUNDAY, app.words) == Activity(0, "", "call Bo", "9:00", "office", MONDAY)
        await press(pilot, "f9")
        assert promised(world, goal_id) == [("call Bo", MONDAY)]
        assert "→ call Bo · Mon · 9:00 · office" in shown(app)


async def test_a_fourth_promise_is_refused_and_stays_in_the_line(world: World) -> None:
    run = world.store.run_sync
    for goal_id in world.known():
        for what in ("one", "two", "three"):
            run(plans.add_activity, goal_id, what, due=MONDAY)
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        await type_text(pilot, "four")
        await press(pilot, "enter")
        assert "Three are enough" in shown(app)
        assert planning(app).entry.text == "four"
        assert len(promised(world, planning(app).goal_id)) == 3
        # A line that was begun is kept when one leaves, and nobody goes on without having seen it.
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen)
        await press(pilot, "w")
        assert planning(app).entry.text == "four"
        await press(pilot, "down", "pagedown")
        assert planning(app).entry.text == "four"
        assert "not promised yet" in shown(app)
        await press(pilot, "pagedown")
        assert isinstance(app.screen, LinesScreen)


async def test_the_third_promise_of_a_goal_leads_to_the_next_goal(world: World) -> None:
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        order = [each.goal.id for each in planning(app).planned]
        for what in ("one", "two", "three", "one more"):
            await type_text(pilot, what)
            await press(pilot, "enter")
        assert [len(promised(world, goal_id)) for goal_id in order] == [3, 1, 0]


async def test_what_one_usually_keeps_stands_at_the_foot(world: World) -> None:
    run = world.store.run_sync
    goal_id = min(world.known())
    for week in (date(2025, 12, 29), date(2026, 1, 5), date(2026, 1, 12)):
        for outcome in (Promise.KEPT, Promise.KEPT, Promise.PARTLY, Promise.NOT):
            run(plans.promise_outcome, run(plans.add_activity, goal_id, "try", due=week), outcome)
    run(plans.add_activity, goal_id, "swim", due=MONDAY)
    async with reviewing(world, ReviewScreen.NEXT) as (app, _):
        assert "1 promise; you usually keep 2.5 of 4" in shown(app)


async def test_a_promise_that_cannot_be_stored_stays_in_the_line(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        run = app.store.run

        async def refuse(command: Any, *args: Any, **kwargs: Any) -> Any:
            raise StoreError("disk_full", path="/disk")

        monkeypatch.setattr(app.store, "run", refuse)
        await type_text(pilot, "swim")
        await pilot.press("enter")
        await pilot.pause()
        assert planning(app).entry.text == "swim"
        assert "Not saved yet" in shown(app) or "disk" in shown(app)
        monkeypatch.setattr(app.store, "run", run)
        await press(pilot, "enter")
        assert promised(world, planning(app).goal_id) == [("swim", MONDAY)]


async def test_a_line_is_taken_out_of_what_was_typed_with_the_write_that_promises_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else a crash between two writes would leave both, and the line would be promised twice.
    async def nothing(*args: Any) -> None:
        pass

    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        screen = planning(app)
        await type_text(pilot, "swim")
        await screen.keep()
        assert list(app.unsent.typed(screen.typing).values()) == ["swim"]
        monkeypatch.setattr(app.unsent, "keep", nothing)
        await press(pilot, "enter")
        assert promised(world, screen.goal_id) == [("swim", MONDAY)]
        assert app.unsent.typed(screen.typing) == {}


async def test_hostile_text_and_a_tiny_window_do_no_harm(world: World) -> None:
    run = world.store.run_sync
    goal_id = world.goal(HOSTILE)
    run(plans.add_activity, goal_id, HOSTILE, HOSTILE, HOSTILE, MONDAY)
    run(plans.add_activity, goal_id, HOSTILE + " too", horizon=Horizon.SIX_WEEKS)
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        while planning(app).goal_id != goal_id:
            await press(pilot, "down")
        await type_text(pilot, "[/] me too")
        await pilot.resize_terminal(40, 12)
        await in_sight(app, pilot, "[/] me too")
        assert "[/] me too" in shown(app) and "\u202e" not in shown(app)
        await press(pilot, "enter", "f3")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "→ [/] me too" in shown(app) and "→ [/] [@click=app.quit]x[/] {days}" in shown(app)
        assert len(promised(world, goal_id)) == 3


async def test_a_goal_that_rests_is_not_planned_and_none_at_all_is_said(world: World) -> None:
    run = world.store.run_sync
    for goal_id in sorted(world.known()):
        run(goals.pause, goal_id, SUNDAY)
    async with reviewing(world, ReviewScreen.NEXT) as (app, pilot):
        assert "No goal is active." in shown(app)
        await press(pilot, "f3", "f8", "down", "enter")
        assert isinstance(app.screen, LinesScreen)


# The rules, without a screen.


def plan(*counts: tuple[int, int]) -> list[Planned]:
    """Goals with so many promises and suggestions."""
    some = Activity(0, "", "something")
    goal = Goal(1, "", 1, "Swim", State.ACTIVE, "nordic", "en")
    return [Planned(goal, (some,) * promises, (some,) * suggested) for promises, suggested in counts]


@pytest.mark.parametrize(
    ("counts", "at", "to"),
    [
        (((0, 0), (0, 0), (0, 0)), 0, None),
        (((0, 0), (0, 0), (0, 2)), 0, 2),
        (((0, 1), (0, 0), (0, 0)), 0, None),
        (((1, 0), (0, 0), (0, 0)), 0, 1),
        (((0, 0), (0, 0), (1, 0)), 0, 1),
        (((1, 0), (0, 0), (0, 0)), 2, None),
    ],
)
def test_enter_passes_over_goals_only_while_nothing_is_promised(
    counts: tuple[tuple[int, int], ...], at: int, to: int | None
) -> None:
    assert enter_goes_to(plan(*counts), at) == to


@pytest.mark.parametrize(
    ("line", "what", "when", "where", "due"),
    [
        ("read", "read", "", "", 19),
        ("call Bo, Monday 9:00, office", "call Bo", "9:00", "office", 19),
        ("call Bo, Monday", "call Bo", "Monday", "", 19),
        ("call Bo on Sunday", "call Bo", "", "", 25),
        ("call Bo, tomorrow 9:00", "call Bo", "9:00", "", 19),
        ("call Bo before 1 March", "call Bo before 1 March", "", "", 19),
        ("call Bo; before mail; office", "call Bo, before mail", "", "office", 19),
        ("call Bo, 9:00", "call Bo, 9:00", "", "", 19),
    ],
)
def test_a_line_is_read_for_the_week_that_is_planned(line: str, what: str, when: str, where: str, due: int) -> None:
    wanted = Activity(0, "", what, when, where, date(2026, 1, due))
    assert read_promise(line, WEEK, SUNDAY, words("en")) == wanted


def test_a_weekday_is_that_of_the_planned_week_also_days_before_it_begins() -> None:
    thursday, english = date(2026, 1, 15), words("en")
    friday = read_promise("call Bo, Friday", WEEK, thursday, english)
    assert friday is not None and friday.due == date(2026, 1, 23)
    tomorrow = read_promise("call Bo, tomorrow", WEEK, thursday, english)
    assert tomorrow is not None and (tomorrow.what, tomorrow.due) == ("call Bo, tomorrow", MONDAY)
    assert read_promise("; Monday", WEEK, thursday, english) is None


def test_what_was_left_of_a_day_is_taken_over_to_that_weekday_and_of_a_week_to_the_week() -> None:
    day = Activity(1, "", "call Bo", "9:00", "", date(2026, 1, 7))
    assert taken_over(day, WEEK, SUNDAY, Settings()).due == date(2026, 1, 21)
    week = Activity(1, "", "call Bo", due=date(2026, 1, 5))
    assert taken_over(week, WEEK, SUNDAY, Settings()).due == MONDAY
    # Two days into the planned week, its Monday has gone by.
    monday = day._replace(due=date(2026, 1, 12))
    assert taken_over(monday, WEEK, date(2026, 1, 21), Settings()).due == WEEK[1]
    assert promise_said(day, words("en"), Settings()) == "call Bo · Wed · 9:00"
    assert promise_said(week, words("en"), Settings()) == "call Bo"


async def test_page_down_goes_on_also_where_the_goals_are_longer_than_the_screen(world: World) -> None:
    async with reviewing(world, ReviewScreen.NEXT, size=(80, 10)) as (app, pilot):
        planning(app)
        await press(pilot, "pagedown")
        assert isinstance(app.screen, LinesScreen)
        await press(pilot, "pageup")
        await press(pilot, "pageup")
        assert not isinstance(app.screen, NextWeekScreen)
