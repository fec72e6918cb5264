"""What stands on a goal's page and in the frame of the list is in the person's words, and adds up."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Direction, Kind, Measure, Period, Reading
from smart_tui.store.commands import entries, goals, plans
from smart_tui.tui.screens.goalpage import GoalPage
from tests.tui.world import BOOKS, NEW_YEAR, TODAY, World, press, said, settle, shown

COFFEE = Measure(Kind.QUOTA, NEW_YEAR, target=Decimal(2), unit="cups", period=Period.DAY, direction=Direction.AT_MOST)
RATE = Measure(Kind.LEVEL, NEW_YEAR, baseline=Decimal(5), target=Decimal(8), unit="%")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


async def page_of(world: World, goal_id: int, language: str = "en", *keys: str) -> str:
    app = world.app(language)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        app.push_screen(GoalPage(goal_id))
        await settle(pilot)
        await press(pilot, *keys)
        return shown(app)


async def test_the_list_hears_of_a_first_draft_while_it_has_no_rows(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        world.store.run_sync(goals.create, "nordic", "en", "Learn to sail")
        app.push_screen(GoalPage(1))
        await settle(pilot)
        await press(pilot, "escape")
        assert "your first goal" not in shown(app) and "Drafts 1" in shown(app)


async def test_a_yes_or_no_is_said_in_the_language_of_the_page(world: World) -> None:
    said = {"attainable.resources": "yes", "attainable.timeframe": "no: only after March"}
    goal_id = world.store.run_sync(goals.create, "international", "da", "Læs bøger", said)
    text = await page_of(world, goal_id, "da", "enter")
    assert "   ja\n" in text.replace(" \n", "\n") or "   ja " in text
    assert "nej, only after March" in text and "yes" not in text


async def test_the_strip_counts_every_period_also_those_that_do_not_fit(world: World) -> None:
    goal_id = world.goal("Two cups of coffee at most", COFFEE)
    first = TODAY - timedelta(days=60)
    world.store.run_sync(goals.set_fields, goal_id, {"start": first})
    for day in range(60):
        world.store.run_sync(entries.check_in, goal_id, first + timedelta(days=day), Decimal(1))
    text = await page_of(world, goal_id)
    assert "Met in 60 of 60 days" in text and "60 days: 60 met" in text


async def test_a_unit_that_ends_in_a_full_stop_ends_the_sentence(world: World) -> None:
    measure = BOOKS._replace(unit="kr.")
    text = await page_of(world, world.goal("Save", measure, recorded=[(TODAY, "24")]))
    assert "24 of 24 kr. The goal can be closed." in text


async def test_a_new_target_in_per_cent_asks_for_percentage_points(world: World) -> None:
    goal_id = world.goal("Raise the rate", RATE, recorded=[(TODAY, "5")], ends=date(2026, 4, 15))
    text = await page_of(world, goal_id, "en", "m")
    assert "asks for +1 percentage point a month" in text


async def test_the_day_of_an_old_entry_is_shown_whole(world: World) -> None:
    goal_id = world.goal("Læs bøger", BOOKS)
    world.store.run_sync(goals.set_fields, goal_id, {"start": date(2025, 8, 1)})
    world.store.run_sync(entries.check_in, goal_id, date(2025, 8, 28), Decimal(1))
    assert "tors. 28. aug. 2025" in await page_of(world, goal_id, "da", "j", "enter")


async def test_the_footer_of_an_empty_list_is_written_small_throughout(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert ", settings" in shown(app)


async def test_a_dialog_of_several_fields_says_how_to_reach_the_next(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    assert "Enter saves · Tab next field · Esc leaves" in await page_of(world, goal_id, "en", "p")


async def test_milestones_are_counted_also_where_one_weighs_double(world: World) -> None:
    goal_id = world.goal("Launch the product", Measure(Kind.MILESTONES, NEW_YEAR))
    run = world.store.run_sync
    run(plans.milestone_done, run(plans.add_milestone, goal_id, "Name", None, 2), TODAY)
    run(plans.add_milestone, goal_id, "Website", None)
    text = await page_of(world, goal_id)
    assert "1 of 2 milestones done" in text and "━  1 of 2" in text.replace("─", "━").replace("╸", "━")
    assert "of 3" not in text


async def test_a_day_is_typed_into_an_empty_field_that_stands_for_today(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    assert "Thu 15 January 2026, today" in await page_of(world, goal_id, "en", "p")
    text = await page_of(world, goal_id, "en", "p", *"tomorrow")
    assert "Fri 16 January 2026, tomorrow" in text


async def test_what_the_list_does_not_show_is_said(world: World) -> None:
    world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "o", "7")
        assert "Saved." in said(app)
        await press(pilot, "f", "a", "enter", "enter")
        await settle(pilot)
        assert "Closed: achieved." in said(app)


async def test_the_running_period_stands_beside_the_last_complete_one(world: World) -> None:
    visits = Measure(
        Kind.LEVEL,
        NEW_YEAR,
        baseline=Decimal(12_400),
        unit="visits",
        change_percent=Decimal(20),
        reading=Reading.PER_PERIOD,
        period=Period.MONTH,
    )
    goal_id = world.goal("More visits", visits)
    world.store.run_sync(entries.check_in, goal_id, TODAY, Decimal(4_200))
    assert "So far this month: 4,200 visits." in " ".join((await page_of(world, goal_id)).split())


async def test_a_long_notice_keeps_its_end(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.say(
            "The file in " + "a/long/folder/" * 6 + " cannot be written. Nothing was changed. Make room and try again."
        )
        await pilot.pause()
        assert "Make room and try again." in " ".join(shown(app).split())
        assert "? help" in shown(app)
