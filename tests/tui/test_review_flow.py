"""The weekly review from its first key to its page: how many keys it takes, what it records, where it resumes."""

import asyncio
import shutil
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smart_tui.domain.goal import Kind, Measure, Period
from smart_tui.domain.review import ReviewScreen, Way
from smart_tui.store import queries
from smart_tui.store.commands import entries, plans
from smart_tui.store.commands import reviews as commands
from smart_tui.store.queries import reviews
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.review.done import DoneScreen
from smart_tui.tui.screens.review.frame import IDLE, TICK, ReviewScreenBase
from smart_tui.tui.screens.review.lastweek import LastWeekScreen
from smart_tui.tui.screens.review.page import ReviewPage
from tests.tui.reviewing import MONDAY, SUNDAY, day, opened, outcomes, place, review_of, seeded, tables, walked
from tests.tui.test_typeahead import at_once
from tests.tui.world import MEETINGS, NEW_YEAR, TODAY, World, press, said, settle, shown

SIZE = (80, 24)
ONE = timedelta(1)
CUPS = Measure(Kind.QUOTA, NEW_YEAR, target=Decimal(1), unit="cups", period=Period.DAY)


def line(text: str, part: str) -> str:
    return next((line for line in text.splitlines() if part in line), "")


def at_its_end(folder: Path) -> World:
    """The seeded week with a review that stands on its last screen."""
    world = seeded(folder)
    begun = world.store.run_sync(commands.begin, MONDAY, MONDAY, SUNDAY, Way.FULL)
    world.store.run_sync(commands.stand, begun, ReviewScreen.DONE, "", 0)
    return world


class FirstHeld:
    """In place of an app's `read_aside`: what is read first arrives only once it is released."""

    def __init__(self, app: SmartApp) -> None:
        self.real = app.store.read_aside
        self.released = asyncio.Event()
        self.asked = 0

    async def __call__(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        self.asked += 1
        first = self.asked == 1
        found = await self.real(function, *args, **kwargs)
        if first:
            await self.released.wait()
        return found


async def test_a_full_review_of_five_goals_takes_at_most_twenty_keys(tmp_path: Path) -> None:
    world = seeded(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        keys = 1
        # Last week: three promises and on; the goal at risk: how sure, and why; no repair; then those on track.
        for key in ("enter", "enter", "enter", "enter", "7", "enter", "1"):
            await press(pilot, key)
            keys += 1
        while place(app)[0] == ReviewScreen.GOALS:
            await press(pilot, "enter")
            keys += 1
        assert place(app)[0] == ReviewScreen.NEXT
        await pilot.press(*"Bo")
        keys += 1
        await press(pilot, "enter")
        while place(app)[0] == ReviewScreen.NEXT:
            await press(pilot, "pagedown")
            keys += 1
        while place(app)[0] == ReviewScreen.LINES:
            await pilot.press(*"fine")
            await press(pilot, "enter")
            keys += 1
        await press(pilot, "enter")
        keys += 1
        assert isinstance(app.screen, ListScreen)
    review = review_of(world)
    assert review.finished and keys <= 20, keys
    assert set(outcomes(world, 3).values()) == {"kept"}
    assert set(review.lines.values()) == {"fine"} and review.of(5).cause is not None
    assert world.store.read(queries.goal, 5).confidence[-1].value == 7
    assert any(each.what == "Bo" for each in world.store.read(queries.goal, 5).activities)


async def test_the_express_review_takes_at_most_eight_keys(tmp_path: Path) -> None:
    world = seeded(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "W", "enter")
        assert place(app)[0] == ReviewScreen.GOALS
        assert await walked(pilot) + 2 <= 8
    assert review_of(world).finished and review_of(world).way is Way.EXPRESS
    assert set(outcomes(world).values()) == {"kept"}


async def test_the_express_review_begins_with_the_worst_goal_in_sight(tmp_path: Path) -> None:
    world = seeded(tmp_path)
    for at in range(6):
        world.store.run_sync(plans.add_activity, 1, f"Note {at}", due=MONDAY)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "W")
        assert line(shown(app), "Call suppliers").startswith("▸")
        assert "5 of 8 calls" in shown(app)
        await press(pilot, "enter")
        assert line(shown(app), "On to the goals").startswith("▸")
        await press(pilot, "enter")
        assert place(app)[0] == ReviewScreen.GOALS


async def test_enter_alone_walks_to_the_end_and_records_nothing_but_the_finished_review(tmp_path: Path) -> None:
    world = seeded(tmp_path, done=False)
    world.goal("Water", CUPS, "Home", [(NEW_YEAR, "1"), (day(14), "1")])
    before = tables(world)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        assert "nothing recorded" in shown(app)
        assert await walked(pilot) < 40
        assert said(app) == "The review of week 3 is finished. Press u to undo."
        after = tables(world)
        kept = ("decision", "cause", "cause_note", "repair", "repair_said")
        assert {tuple(row[each] or "" for each in kept) for row in after.pop("review_goal")} == {("",) * 5}
        assert after == {name: rows for name, rows in before.items() if name != "review_goal"}
        await press(pilot, "w")
        assert isinstance(app.screen, ReviewPage)
        text = " ".join(shown(app).split())
        assert "3 promises, not answered" in text and "not answered" in text
        assert "not finished" not in text


async def test_a_review_that_was_killed_goes_on_at_the_same_screen_and_place(tmp_path: Path) -> None:
    world = seeded(tmp_path / "first", done=False)
    app = world.app()
    stages: list[tuple[str, str]] = []
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w", "1", "j")
        for number, keys in enumerate(((), ("right", "7"), ("right",) * 3, ("pagedown",), ("pagedown",))):
            await press(pilot, *keys)
            while number == 2 and place(app)[0] == ReviewScreen.GOALS:
                await press(pilot, "right")
            await app.screen.flow.stand()  # type: ignore[attr-defined]
            stages.append(place(app))
            # As the file is when the process is killed now.
            (tmp_path / str(number)).mkdir()
            shutil.copytree(tmp_path / "first", tmp_path / str(number), dirs_exist_ok=True)
    assert [screen for screen, _ in stages] == [str(screen) for screen in ReviewScreen]
    for number, stood in enumerate(stages):
        again = World(tmp_path / str(number), SUNDAY)
        app = again.app(start_review="full")
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            assert place(app) == stood
            if number == 0:
                assert line(shown(app), "Find numbers").split()[-1] == "kept"
                assert line(shown(app), "Ask Ida").startswith("▸")
            if number == 1:
                assert "7" in line(shown(app), "say")
        again.store.close()


async def test_only_what_is_open_is_asked_and_can_be_answered_again(tmp_path: Path) -> None:
    world = seeded(tmp_path, done=False)
    water = world.goal(
        "Water", CUPS, "Home", [(day(each), "1") for each in range(1, 18) if each not in (13, 14, 15, 16)]
    )
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        assert isinstance(app.screen, LastWeekScreen)
        # Nothing is open of the last day, as it is not over.
        asked = [each for each in app.screen.questions if each.open and each.promise is None]
        assert [each.on for each in asked][:4] == [day(13), day(14), day(15), day(16)]
        app.screen.list.go_to(asked[0].key)
        await press(pilot, "2", "enter", "x", "s", "enter", "enter")
        held = {each.on: each for each in world.store.read(queries.entries, water)}
        assert held[day(13)].value == 2 and held[day(14)].value == 1 and held[day(15)].value is None
        assert day(16) not in held
        app.screen.list.go_to(asked[0].key)
        assert "✓" in line(shown(app), "Tue 13 Jan") and "excused" in line(shown(app), "Thu 15 Jan")
        await press(pilot, "equals_sign", "1", "enter")
        values = [each.value for each in world.store.read(queries.entries, water) if each.on == day(13)]
        assert sum(value or 0 for value in values) == 1
        app.screen.list.go_to(next(each.key for each in app.screen.questions if each.promise))
        await press(pilot, "3", "2", "1")
        assert outcomes(world) == {"Find numbers": "not", "Call Bo": "partly", "Ask Ida": "kept"}
        await press(pilot, "k", "k", "k", "r", *"ill", "enter")
        assert "partly: ill" in shown(app) or "not kept: ill" in shown(app)
        await press(pilot, "u", "u")
        assert outcomes(world)["Ask Ida"] == "" and "not answered" in line(shown(app), "Ask Ida")


async def test_the_reason_can_be_given_right_behind_the_answer(tmp_path: Path) -> None:
    world = seeded(tmp_path, done=False)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w", "3", "r", *"ill", "enter")
        assert line(shown(app), "Find numbers").endswith("not kept: ill")
        assert line(shown(app), "Call Bo").startswith("▸")
        await press(pilot, "1", "2", "r", *"late", "enter")
        assert line(shown(app), "Ask Ida").endswith("partly: late") and "▸  On to the goals" in shown(app)
        await press(pilot, "u", "u", "k", "r")
        assert "Say first whether you kept it: 1, 2 or 3." in shown(app)
        assert outcomes(world)["Ask Ida"] == ""


async def test_missed_weeks_stand_side_by_side_in_one_review(tmp_path: Path) -> None:
    world = seeded(tmp_path, today=date(2026, 2, 8))
    begun = world.store.run_sync(commands.begin, MONDAY, MONDAY, SUNDAY, Way.FULL)
    world.store.run_sync(commands.finish, begun, {})
    world.store.run_sync(entries.check_in, 3, date(2026, 1, 21), Decimal(6))
    app = world.app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        assert "The weekly review is due, for 3 weeks" in shown(app)
        await press(pilot, "w")
        text = shown(app)
        assert "Weeks 4–6" in text and "The 2 weeks before were not reviewed" in text
        assert "··•···· ······· ·······" in text
        world.store.run_sync(plans.add_activity, 3, "Call Ole", due=date(2026, 1, 21))
        await press(pilot, "escape", "w", "G")
        assert "week 4" in line(shown(app), "Call Ole")
        await press(pilot, "escape")
    assert [(each.since, each.week) for each in world.store.read(reviews.reviews)] == [
        (date(2026, 1, 19), date(2026, 2, 2)),
        (MONDAY, MONDAY),
    ]


async def test_a_finished_page_keeps_its_figures_and_says_what_changed_afterwards(tmp_path: Path) -> None:
    world = at_its_end(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w", "enter", "w")
        assert isinstance(app.screen, ReviewPage) and "afterwards" not in shown(app)
        world.store.run_sync(entries.check_in, 5, day(14), Decimal(3))
        app.screen.reload()
        await settle(pilot)
        text = " ".join(shown(app).split())
        assert "5 of 8 calls" in text and "afterwards" in text
        await press(pilot, "left", "right", "G", "space", "pageup", "k", "j", "g", "escape")
        assert isinstance(app.screen, ListScreen) and app.crash is None


async def test_with_nothing_due_w_shows_the_last_page_and_w_again_begins_this_week_early(tmp_path: Path) -> None:
    world = seeded(tmp_path, today=TODAY)
    before = date(2026, 1, 5)
    begun = world.store.run_sync(commands.begin, before, before, date(2026, 1, 11), Way.FULL)
    world.store.run_sync(commands.finish, begun, {})
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "review is due" not in shown(app)
        await press(pilot, "w")
        assert isinstance(app.screen, ReviewPage) and "Review of week 2" in shown(app)
        await press(pilot, "w")
        assert place(app)[0] == ReviewScreen.WEEK and "Week 3" in shown(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ListScreen)


async def test_the_list_says_quietly_that_a_review_is_due_until_it_is_finished(tmp_path: Path) -> None:
    app = at_its_end(tmp_path).app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "The weekly review is due" in shown(app) and "w review" in shown(app)
        await press(pilot, "w", "escape")
        assert "The weekly review is due" in shown(app)
        await press(pilot, "w", "enter")
        assert "The weekly review is due" not in app.screen.query_one("#notice").right  # type: ignore[attr-defined]
        await press(pilot, "u")
        await settle(pilot)
        assert "w review" in shown(app)


async def test_time_counts_only_while_the_review_is_used_and_is_kept(tmp_path: Path) -> None:
    world = seeded(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        screen = app.screen
        assert isinstance(screen, ReviewScreenBase)
        for _ in range(int(60 / TICK)):
            screen._count()
        await settle(pilot)
        assert "1 min" in shown(app)
        app.used_at -= IDLE + 1
        screen._count()
        counted = screen.flow.seconds
        assert counted < 60 + 2 * TICK
        await press(pilot, "escape")
    assert review_of(world).seconds >= 60
    app = world.app(start_review="full")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "1 min" in shown(app)


async def test_of_two_readings_of_a_review_the_later_one_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = seeded(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        screen = app.screen
        assert isinstance(screen, ReviewScreenBase)
        slow = FirstHeld(app)
        monkeypatch.setattr(app.store, "read_aside", slow)
        readings = [asyncio.ensure_future(screen.flow.reread())]
        while not slow.asked:
            await pilot.pause()
        await app.store.run(commands.write_line, screen.flow.review.id, "well", "Slept.")
        readings.append(asyncio.ensure_future(screen.flow.reread()))
        await asyncio.wait(readings[1:], timeout=0.2)
        slow.released.set()
        await asyncio.gather(*readings)
        assert screen.flow.review.lines == {"well": "Slept."}


async def test_of_two_pages_asked_for_quickly_the_later_one_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = seeded(tmp_path)
    for monday in (day(5), MONDAY):
        begun = world.store.run_sync(commands.begin, monday, monday, monday + 6 * ONE, Way.FULL)
        world.store.run_sync(commands.finish, begun, {})
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "w")
        slow = FirstHeld(app)
        monkeypatch.setattr(app.store, "read_aside", slow)
        await pilot.press("left", "right")
        while not slow.asked:
            await pilot.pause()
        slow.released.set()
        await settle(pilot)
        assert "Week 3" in shown(app) and "2 of 2" in shown(app)
        assert isinstance(app.screen, ReviewPage) and app.screen.read is not None
        assert app.screen.read.review.id == app.screen.review_id == begun


async def test_keys_typed_all_at_once_get_to_the_screens_they_are_meant_for(tmp_path: Path) -> None:
    world = seeded(tmp_path)
    app = world.app()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        first, last = ("w", "enter", "2", "enter", "enter", "7", "right", "right"), ("pagedown", *"Good", "pagedown")
        at_once(app, *first, *"Ask", "enter", *last)
        for _ in range(40):
            await settle(pilot)
            if isinstance(app.screen, DoneScreen):
                break
    assert outcomes(world, 3) == {"Call Bo": "partly", "Ask Ida": "kept"}
    assert world.store.read(queries.goal, 5).confidence[-1].value == 7
    assert [each.what for each in world.store.read(queries.goal, 5).activities] == ["Find numbers", "Ask"]
    assert review_of(world).lines == {"well": "Good"}


HOSTILE = "[/] [@click=app.quit]x[/] {0} %s $t 日本\u202e"


@pytest.mark.parametrize("screen", ReviewScreen)
async def test_every_screen_stands_hostile_text_any_size_and_escape(tmp_path: Path, screen: ReviewScreen) -> None:
    world = World(tmp_path, SUNDAY)
    for title in (HOSTILE, "Long " * 40):
        goal_id = world.goal(
            title, MEETINGS._replace(unit=HOSTILE[:20]), HOSTILE, [(day(8), "3")], ends=date(2026, 6, 30)
        )
        world.store.run_sync(plans.add_activity, goal_id, HOSTILE, when=HOSTILE, where=HOSTILE, due=MONDAY)
    run = world.store.run_sync
    begun = run(commands.begin, MONDAY, date(2026, 1, 5), SUNDAY, Way.FULL)
    run(commands.write_line, begun, "well", HOSTILE)
    run(commands.write_line, begun, HOSTILE, "# [/]\n---\n" + HOSTILE)
    run(commands.stand, begun, screen, HOSTILE, 200)
    app = world.app(start_review="full")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert place(app)[0] == screen and "3 min" in shown(app)
        for columns, rows in ((40, 12), (1, 1), (120, 40), SIZE):
            await pilot.resize_terminal(columns, rows)
            await pilot.press("down", "up")
            await settle(pilot)
            lines = shown(app).split("\n")
            assert len(lines) <= rows and all(len(line) <= columns for line in lines)
        assert "\u202e" not in shown(app)
        assert screen is ReviewScreen.LINES or "[@click=app.quit]x[/]" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ListScreen) and app.crash is None
