"""A goal's page, by real keys, on a real database."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from smart_tui.domain.goal import Goal, Kind, Measure, Outcome, Promise, State
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import assess
from smart_tui.i18n import words
from smart_tui.store import queries
from smart_tui.store.commands import entries, goals, measures, plans
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.widgets import page, planned
from smart_tui.tui.widgets.contents import contents
from smart_tui.tui.widgets.head import head_lines
from smart_tui.tui.widgets.noticeline import NoticeLine
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, NEW_YEAR, TODAY, WEIGHT, World, press, settle, shown


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


class Opened:
    """The page of one goal in a running app."""

    def __init__(self, world: World, app: SmartApp, pilot: Pilot[Any], goal_id: int) -> None:
        self.world, self.app, self.pilot, self.goal_id = world, app, pilot, goal_id

    @property
    def page(self) -> GoalPage:
        screen = next(screen for screen in self.app.screen_stack if isinstance(screen, GoalPage))
        return screen

    @property
    def goal(self) -> Goal:
        """The goal as it is stored now."""
        return self.world.store.read(queries.goal, self.goal_id)

    @property
    def text(self) -> str:
        return shown(self.app)

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def type(self, text: str) -> None:
        for character in text:
            await self.pilot.press("space" if character == " " else character)
        await self.pilot.pause()

    async def at(self, section: str) -> None:
        """Put the cursor on the heading of a section and open it."""
        self.page.view.open_section(section)
        await self.pilot.pause()


async def opened(world: World, pilot: Pilot[Any], goal_id: int) -> Opened:
    app = pilot.app
    assert isinstance(app, SmartApp)
    await pilot.pause()
    app.push_screen(GoalPage(goal_id))
    await settle(pilot)
    return Opened(world, app, pilot, goal_id)


def books(world: World, recorded: Sequence[tuple[date, str]] = ((date(2026, 1, 10), "2"),)) -> int:
    return world.goal("Read books", BOOKS, "Mind", recorded, answers={"specific.why": "To know Dostoevsky"})


async def test_the_page_says_statement_sentence_and_chart(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        lines = here.text.splitlines()
        assert "1  Read books" in lines[0] and "● on track" in lines[0] and "Mind" in lines[0]
        assert "24 books" in here.text
        assert "2 of 24 books" in here.text
        assert "24 ┤" in here.text and "●" in here.text
        assert "Entries 1" in here.text and "Versions of the target 1" in here.text


async def test_sections_open_in_place_and_the_cursor_walks_over_their_things(world: World) -> None:
    goal_id = books(world, [(date(2026, 1, 10), "2"), (date(2026, 1, 12), "3")])
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "Mon 12 Jan" not in here.text
        await here.press("j", "enter")
        assert here.text.index("Mon 12 Jan") < here.text.index("Sat 10 Jan")
        await here.press("j", "j")
        item = here.page.view.item
        assert item is not None and item.value.on == date(2026, 1, 10)
        await here.press("k", "k", "tab")
        assert "Sat 10 Jan" not in here.text


async def test_an_entry_is_corrected_and_the_correction_undone(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("entries")
        await here.press("j", "enter")
        assert "Correct this entry" in here.text
        await here.press("backspace")
        await here.type("5")
        await here.press("enter")
        assert world.values(goal_id) == [Decimal(5)]
        assert "5 of 24 books" in here.text
        await here.press("u")
        assert world.values(goal_id) == [Decimal(2)]
        assert "2 of 24 books" in here.text


async def test_an_entry_is_deleted_and_comes_back_with_undo(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("entries")
        await here.press("j", "delete")
        assert world.values(goal_id) == []
        assert "u to undo" in here.page.query_one(NoticeLine).message
        await here.press("u")
        assert world.values(goal_id) == [Decimal(2)]


async def test_an_entry_is_added_for_a_past_day(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("i")
        await here.type("monday")
        await pilot.pause()
        assert "Mon 12 January 2026, 3 days ago" in here.text
        await here.press("tab")
        await here.type("4")
        await here.press("enter")
        stored = world.store.read(queries.entries, goal_id)
        assert [(entry.on, entry.value) for entry in stored][-1] == (date(2026, 1, 12), Decimal(4))


async def test_a_milestone_is_added_marked_done_and_opened_again(world: World) -> None:
    goal_id = world.goal("Launch the product", LAUNCH)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("milestones")
        await here.press("a")
        await here.type("Design ready by 1 March")
        assert "Sun 1 March 2026, in 45 days" in here.text
        await here.press("enter")
        assert [(part.title, part.due) for part in here.goal.milestones] == [("Design ready", date(2026, 3, 1))]
        assert "Milestones 1" in here.text
        await here.press("j", "x")
        assert here.goal.milestones[0].done_on == TODAY
        assert "✓ Design ready" in here.text
        await here.press("x")
        assert here.goal.milestones[0].done_on is None


async def test_an_activity_and_a_plan_are_told_by_their_line(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("a")
        await here.type("call Bo, Monday 9:00, office")
        await here.press("enter")
        assert [(one.what, one.due, one.when, one.where) for one in here.goal.activities] == [
            ("call Bo", date(2026, 1, 19), "9:00", "office")
        ]
        assert "call Bo" in here.text
        await here.press("g", "a")
        await here.type("if it rains then I read")
        await here.press("enter")
        assert [(plan.situation, plan.action) for plan in here.goal.plans] == [("it rains", "I read")]
        assert "If it rains, then I read" in here.text


async def test_an_item_is_edited_as_the_line_it_was_written_as(world: World) -> None:
    goal_id = books(world)
    world.store.run_sync(plans.add_milestone, goal_id, "Half of them", date(2026, 6, 30), 2)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("milestones")
        await here.press("j", "enter")
        assert "Half of them by 30 June 2026 *2" in here.text
        await here.press("home")
        await here.type("More than ")
        await here.press("enter")
        stored = here.goal.milestones[0]
        assert (stored.title, stored.due, stored.weight) == ("More than Half of them", date(2026, 6, 30), 2)


async def test_a_new_target_asks_since_when_and_why_and_makes_a_version(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("m", "backspace", "backspace")
        await here.type("30")
        assert "30 books" in here.text and "asks for " in here.text and "books a month" in here.text
        await here.press("tab", "tab", "tab")
        await here.type("It went well")
        await here.press("enter")
        first, second = here.goal.measures
        assert (first.target, second.target) == (Decimal(24), Decimal(30))
        assert (second.valid_from, second.reason, second.keep_line) == (TODAY, "It went well", False)
        assert "Versions of the target 2" in here.text and "It went well" in here.text


async def test_a_target_taken_as_it_is_makes_no_version(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("m", "enter", "enter")
        assert len(here.goal.measures) == 1
        assert "Nothing was changed" in here.page.query_one(NoticeLine).message


async def test_a_target_of_the_past_stays_as_it_was(world: World) -> None:
    goal_id = books(world)
    newer = BOOKS._replace(valid_from=date(2026, 1, 8), target=Decimal(30))
    world.store.run_sync(measures.add_version, goal_id, newer)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("versions")
        await here.press("j", "j", "enter")
        assert isinstance(here.app.screen, GoalPage)
        assert "past version stays" in here.page.query_one(NoticeLine).message


async def test_checking_in_from_the_page_shows_the_new_state(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("c")
        await here.type("yesterday 3 # two thin ones")
        await here.press("enter")
        stored = world.store.read(queries.entries, goal_id)
        assert [(entry.on, entry.value, entry.note) for entry in stored][-1] == (
            date(2026, 1, 14),
            Decimal(3),
            "two thin ones",
        )
        assert "5 of 24 books" in here.text


async def test_finishing_from_the_page_keeps_outcome_and_lesson(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.press("f", "p", "enter")
        await here.type("Thin books first")
        await here.press("enter")
        assert (here.goal.state, here.goal.outcome) == (State.CLOSED, Outcome.PARTLY)
        assert "Thin books first" in here.text
        await here.press("f")
        assert here.goal.state is State.ACTIVE


async def test_delete_takes_away_one_line_and_never_the_whole_goal(world: World) -> None:
    goal_id = books(world)
    world.store.run_sync(plans.set_confidence, goal_id, TODAY, 7)
    async with world.app().run_test(size=(80, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        for keys in ((), ("G",)):
            await here.press(*keys, "delete")
            assert "A whole goal is deleted in the list" in here.page.query_one(NoticeLine).message
        await here.at("versions")
        await here.press("j", "delete")
        assert isinstance(here.app.screen, GoalPage) and goal_id in world.known()
        await here.at("confidence")
        await here.press("j", "delete")
        assert not here.goal.confidence
        await here.press("u")
        assert [one.value for one in here.goal.confidence] == [7]


async def test_escape_and_q_lead_back_to_the_list(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        for key in ("escape", "q"):
            here = await opened(world, pilot, goal_id)
            await here.press(key)
            assert isinstance(here.app.screen, ListScreen)


async def test_a_quota_shows_a_strip_of_signs_with_a_sentence(world: World) -> None:
    recorded = [(date(2026, 1, 6), "8"), (date(2026, 1, 13), "2")]
    goal_id = world.goal("Eight meetings a week", MEETINGS, "Work", recorded)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "1 met" in here.text and "one more is still running" in here.text
        assert "1–26    × ✓ ◦" in here.text
        await here.at("periods")
        assert "2 of 8" in here.text and "12–18 January 2026" in here.text


async def test_a_parent_lists_the_goals_below_it_and_leads_to_them(world: World) -> None:
    parent = world.goal("A calmer year", None)
    child = books(world)
    late = world.goal("Lose weight", WEIGHT, recorded=[(date(2026, 1, 14), "84")], ends=date(2026, 2, 15))
    for goal_id in (child, late):
        world.store.run_sync(goals.set_fields, goal_id, {"parent_id": parent})
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, parent)
        assert "2 goals below" in here.text and "Goals below 2" in here.text
        await here.at("children")
        assert "Read books" in here.text and "● on track" in here.text
        await here.press("j", "enter")
        assert isinstance(here.app.screen, GoalPage) and here.app.screen.goal_id == child
        await here.press("escape")
        assert here.app.screen is here.page and here.page.goal_id == parent


async def test_the_next_seven_days_stand_in_a_table(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("minimum")
        lines = here.text.splitlines()
        top = next(at for at, line in enumerate(lines) if "The next 7 days" in line)
        assert "22 January" not in lines[top] and "22 January" in lines[top + 1]
        assert "tomorrow" in lines[top + 2] and "22 January" in lines[top + 8]


async def test_what_is_empty_stands_together_and_begins_on_enter(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "Nothing yet  Milestones · Activities · If-then plans · Confidence" in here.text
        await here.at("plans")
        assert here.page.view.section_id == "plans"
        await here.press("enter")
        await here.type("if it rains then I read")
        await here.press("enter")
        assert "If-then plans 1" in here.text
        assert len(here.goal.plans) == 1


async def test_a_closed_goal_is_drawn_up_to_the_day_it_was_closed(world: World) -> None:
    goal_id = books(world)
    world.store.run_sync(goals.finish, goal_id, Outcome.DROPPED, "", date(2026, 1, 12))
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "to 2 books on 12 January" in " ".join(here.text.split())
        assert "today" not in here.text


async def test_a_page_made_narrow_and_wide_again_looks_as_before(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(99, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        wide = here.text
        for size in ((40, 24), (20, 5), (99, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert max(map(cell_len, here.text.splitlines())) <= size[0]
        assert here.text == wide


def test_drawing_again_works_nothing_out_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = world.store.read(queries.goal, books(world))
    recorded = world.store.read(queries.entries, goal.id)
    asked: list[str] = []
    names = ["bare_minimum", "buffer_days", "goal_days", "series"]
    for name in names:
        monkeypatch.setattr(page, name, counted(name, getattr(page, name), asked))
    shown_page = page.Page(goal, assess(goal, recorded, TODAY), recorded, TODAY, Settings())
    for width, height in ((120, 40), (80, 24), (40, 24), (20, 5)):
        sections = contents(shown_page, width, words("en"), "accepted")
        assert head_lines(shown_page, width, height, len(sections), words("en"), titled=True)
    assert sorted(asked) == names


def test_an_activity_that_was_answered_for_says_what_became_of_it_below_the_open_ones(world: World) -> None:
    goal_id = books(world)
    ids = [world.store.run_sync(plans.add_activity, goal_id, what, due=NEW_YEAR) for what in ("one", "two", "three")]
    world.store.run_sync(plans.promise_outcome, ids[0], Promise.NOT, "[/] no time")
    world.store.run_sync(plans.promise_outcome, ids[1], Promise.PARTLY)
    goal = world.store.read(queries.goal, goal_id)
    section = planned.activities(page.Page(goal, None, (), TODAY, Settings()), words("en"))
    lines = ["".join(span.text for span in section.line(at)) for at in range(section.length)]
    assert lines[0].startswith("◦ three  Thu 1 Jan")
    assert lines[1:] == ["× one  not kept · [/] no time", "½ two  partly"]


def counted(name: str, real: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    def call(*args: Any) -> Any:
        asked.append(name)
        return real(*args)

    return call


async def test_answers_stand_under_the_letter_of_their_step(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("answers")
        assert "S  Specific" in here.text and "To know Dostoevsky" in here.text


async def test_the_page_speaks_each_language_at_once(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        here.app.set_language("da")
        await pilot.pause()
        assert "31. dec." in here.text


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
async def test_hostile_text_is_shown_harmlessly_at_every_size(world: World, size: tuple[int, int]) -> None:
    hostile = "[/] [book] [@click=app.quit]x[/] " + "漢字" * 90
    goal_id = world.goal(hostile, BOOKS._replace(unit="[b]", what_counts="[/]"), "[/area]", [(date(2026, 1, 10), "2")])
    run = world.store.run_sync
    run(plans.add_milestone, goal_id, "[/] " + hostile, date(2026, 1, 2))
    run(plans.add_activity, goal_id, "[red]", "[/]", "[/]")
    run(plans.add_plan, goal_id, "[/]", "[/]")
    run(entries.check_in, goal_id, TODAY, Decimal(1), note="[/] \u202enote")
    run(goals.set_answer, goal_id, "specific.why", "[/]\n[@click=app.quit]why[/]")
    async with world.app().run_test(size=size) as pilot:
        here = await opened(world, pilot, goal_id)
        for key in ("c", "i", "a", "m", "f", "p", "s", "o"):
            await here.press(key)
            assert "\x1b" not in here.text and "\u202e" not in here.text
            await here.press("escape")
        for section in [section.id for section in here.page.view.places.sections]:
            await here.at(section)
            await here.press("j", "enter", "escape")
            if not any(isinstance(screen, GoalPage) for screen in here.app.screen_stack):
                here = await opened(world, pilot, goal_id)
        assert here.app.crash is None


async def test_ten_years_of_entries_open_and_scroll(world: World) -> None:
    start = date(2016, 1, 1)
    goal_id = world.goal("Walk", Measure(Kind.TOTAL, NEW_YEAR, target=Decimal(10**7), unit="steps"))
    world.store.run_sync(goals.set_fields, goal_id, {"start": start})
    for number in range(300):
        world.store.run_sync(entries.check_in, goal_id, start + timedelta(days=12 * number), Decimal(number))
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        await here.at("entries")
        await here.press("pagedown", "pagedown")
        item = here.page.view.item
        assert item is not None and item.section == "entries"
        await here.press("G", "g")
        assert here.page.view.item is None


async def test_a_level_is_drawn_from_its_baseline(world: World) -> None:
    goal_id = world.goal("Lose weight", WEIGHT, "Health", [(date(2026, 1, 14), "82")])
    async with world.app().run_test(size=(80, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "84 ┤●" in here.text and "78 ┤" in here.text


async def test_a_narrow_page_has_a_spark_line_instead_of_a_chart(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(40, 24)) as pilot:
        here = await opened(world, pilot, goal_id)
        assert "▁" in here.text and "┤" not in here.text


async def test_a_click_opens_a_section_and_a_double_click_a_thing(world: World) -> None:
    goal_id = books(world)
    async with world.app().run_test(size=(80, 40)) as pilot:
        here = await opened(world, pilot, goal_id)
        row = next(at for at, line in enumerate(here.text.splitlines()) if "Entries 1" in line)
        await pilot.click(offset=(10, row))
        assert "Sat 10 Jan" in here.text
        await pilot.click(offset=(10, row + 1), times=2)
        await settle(pilot)
        assert "Correct this entry" in here.text
