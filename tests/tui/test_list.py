"""The list of goals, by real keys, on a real database."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from smart_tui.domain.goal import Kind, Measure, Reading, State
from smart_tui.store.commands import entries, goals
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.widgets.goallist import GoalList
from tests.tui.world import (
    BOOKS,
    LAUNCH,
    MEETINGS,
    NEW_YEAR,
    TODAY,
    WEIGHT,
    World,
    heading,
    listing,
    press,
    said,
    settle,
    shown,
    titles,
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def goals_of_a_year(world: World) -> World:
    world.goal("Eight meetings a week", MEETINGS, "Work", [(date(2026, 1, 6), "3"), (date(2026, 1, 13), "2")])
    launch = world.goal("Launch the product", LAUNCH, "Work", ends=date(2026, 3, 31))
    world.milestone(launch, "Name", date(2026, 1, 5))
    world.milestone(launch, "Website", date(2026, 3, 1))
    world.goal("Lose weight", WEIGHT, "Health", [(date(2026, 1, 14), "82")])
    world.goal("Read books", BOOKS, "", [(date(2026, 1, 10), "2")], answers={"specific.why": "To know Dostoevsky"})
    world.goal("Learn to sail", BOOKS, "Health", state=State.DRAFT)
    world.goal("Write a blog", BOOKS, "Work", state=State.PAUSED)
    world.goal("Run ten kilometres", BOOKS, "Health", state=State.CLOSED)
    return world


async def test_a_first_start_says_in_two_lines_what_to_press_and_why(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        assert "Press n to write your first goal" in lines[3]
        assert lines[4].strip()
        assert not any(line.strip() for line in lines[5:22])
        assert " n new " in lines[23]


async def test_the_worst_goal_stands_first_under_each_area(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert titles(app) == ["Launch the product", "Eight meetings a week", "Lose weight", "Read books"]
        text = shown(app)
        assert text.index("Work") < text.index("Launch the product") < text.index("Health") < text.index("Lose weight")
        assert "Without an area" in text


async def test_a_row_says_number_title_amount_status_and_why(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(line for line in shown(app).splitlines() if "Launch" in line)
        for part in ("▸", " 2 ", "Launch the product", "┃", "0 of 2", "10 days over"):
            assert part in row


async def test_the_line_above_counts_what_is_on_track_and_names_week_and_day(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert heading(app) == "2 of 4 on track · week 3 · Thu 15 Jan"
        assert " Drafts 1 · Paused 1 · Closed 1" in shown(app)


async def test_keys_move_the_cursor_over_goals_and_never_onto_a_heading(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in ("g", "j", "down", "j", "j", "k", "up", "G", "home", "end", "pageup", "pagedown"):
            await pilot.press(key)
            row = listing(app).row_here()
            assert row is not None
            seen.append(row.goal.no)
        assert seen == [2, 1, 3, 4, 4, 3, 1, 4, 2, 4, 2, 4]


async def test_v_goes_through_the_four_views_and_each_says_what_it_is(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        assert titles(app) == ["Learn to sail"]
        assert "draft 3/5" in shown(app)
        assert "Active 4 · Paused 1 · Closed 1" in shown(app)
        await press(pilot, "v")
        assert titles(app) == ["Write a blog"]
        assert "– paused" in shown(app)
        await press(pilot, "v")
        assert titles(app) == ["Run ten kilometres"]
        assert "✓ achieved" in shown(app)
        await press(pilot, "v")
        assert len(titles(app)) == 4


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sail", []),
        ("MEET", ["Eight meetings a week"]),
        ("health", ["Lose weight"]),
        ("dostoevsky", ["Read books"]),
        ("work week", ["Eight meetings a week"]),
        ("nothing of the kind", []),
    ],
)
async def test_the_filter_looks_at_title_area_and_answers_while_one_types(
    goals_of_a_year: World, typed: str, found: list[str]
) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *("space" if key == " " else key for key in typed))
        await pilot.pause()
        assert titles(app) == found
        assert f"{len(found)} of 4 match" in heading(app)
        await pilot.press("escape")
        await pilot.pause()
        assert len(titles(app)) == 4
        assert "match" not in heading(app)


async def test_enter_in_the_filter_gives_the_keys_back_to_the_list(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "w", "e", "enter", "j")
        await pilot.pause()
        assert isinstance(app.focused, GoalList)
        assert titles(app) == ["Eight meetings a week", "Lose weight"]
        row = listing(app).row_here()
        assert row is not None and row.goal.title == "Lose weight"


async def test_tab_folds_the_area_and_unfolds_it_again(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert titles(app) == ["Lose weight", "Read books"]
        assert "Work  2 …" in shown(app)
        await pilot.press("tab")
        await pilot.pause()
        assert len(titles(app)) == 4


async def test_plus_and_minus_step_at_once_and_the_row_shows_it(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "plus", "plus", "minus")
        assert sum(value or 0 for value in goals_of_a_year.values(4)) == 3
        assert "3 of 24" in next(line for line in shown(app).splitlines() if "Read 24 books" in line)
        row = listing(app).row_here()
        assert row is not None and row.id == 4


async def test_keys_pressed_quickly_are_all_counted(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", *["plus"] * 12)
        await settle(pilot)
        assert sum(value or 0 for value in goals_of_a_year.values(4)) == 14


async def test_a_step_on_a_level_without_readings_starts_from_the_baseline(world: World) -> None:
    goal_id = world.goal("Lose weight", WEIGHT)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "minus")
        assert world.values(goal_id)[-1] is not None
        assert Decimal(83) <= (world.values(goal_id)[-1] or 0) < Decimal(84)


async def test_a_step_on_the_amount_of_a_year_or_a_month_adds_to_it(world: World) -> None:
    grown = Measure(Kind.LEVEL, NEW_YEAR, baseline=Decimal(480_000), change_percent=Decimal(10), step=Decimal(500))
    year = world.goal("Revenue", grown._replace(reading=Reading.SPAN))
    month = world.goal("Visits", grown._replace(reading=Reading.PER_PERIOD))
    for goal_id in (year, month):
        world.store.run_sync(entries.check_in, goal_id, date(2026, 1, 8), Decimal(9_000))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "plus", "plus", "j", "plus", "minus", "plus")
        for goal_id in (year, month):
            assert sum(value or 0 for value in world.values(goal_id)) - 9_000 in (500, 1_000)


async def test_a_parked_draft_wakes_and_a_review_date_asks_for_a_look(world: World) -> None:
    parked = world.goal("Walk the coast", state=State.DRAFT)
    world.store.run_sync(goals.park, parked, date(2026, 1, 12))
    later = world.goal("Paint", state=State.DRAFT)
    world.store.run_sync(goals.park, later, date(2026, 5, 1))
    world.goal("New idea", state=State.DRAFT)
    standing = world.goal("Sleep", WEIGHT)
    world.store.run_sync(goals.set_fields, standing, {"review_on": TODAY})
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "1 draft has woken · 1 goal to look at again" in shown(app)
        assert "look again" in next(line for line in shown(app).splitlines() if "Sleep" in line)
        await press(pilot, "v")
        assert titles(app) == ["Walk the coast", "New idea", "Paint"]
        assert "woke 12 Jan" in shown(app)
        assert "wakes 1 May" in shown(app)


async def test_x_never_overwrites_what_a_day_holds(world: World) -> None:
    goal_id = world.goal("Read 24 books", recorded=[(TODAY, "3")])
    fresh = world.goal("Write", MEETINGS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x", "j", "x")
        assert (world.values(goal_id), world.values(fresh)) == ([Decimal(3)], [Decimal(1)])
        await press(pilot, "x")
        assert world.values(fresh) == [Decimal(1)]
        assert said(app)


async def test_x_meets_the_milestone_that_is_due_first(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x")
        assert said(app) == "Met: Name"
        assert "1 of 2" in next(line for line in shown(app).splitlines() if "Launch" in line)


async def test_undo_and_redo_say_what_they_did_and_the_list_follows(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "plus")
        await press(pilot, "u")
        assert goals_of_a_year.values(4) == [Decimal(2)]
        assert said(app)
        assert "2 of 24" in shown(app)
        await press(pilot, "ctrl+r")
        assert sum(value or 0 for value in goals_of_a_year.values(4)) == 3
        assert "3 of 24" in shown(app)


async def test_undo_with_nothing_to_undo_says_so(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        assert said(app)


async def test_delete_needs_no_question_because_u_brings_the_goal_back(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "delete")
        assert 2 not in goals_of_a_year.known()
        assert "1 goal deleted. Press u to undo." in shown(app)
        assert "Launch" not in shown(app)
        await press(pilot, "u")
        assert 2 in goals_of_a_year.known()
        assert "Launch the product" in titles(app)


async def test_selected_goals_are_deleted_together(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        await pilot.pause()
        assert "2 goals selected" in shown(app)
        await press(pilot, "delete")
        assert titles(app) == ["Lose weight", "Read books"]
        assert {1, 2} & goals_of_a_year.known() == set()


async def test_one_undo_brings_back_all_that_were_deleted_together(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = goals_of_a_year.known()
        await press(pilot, "space", "j", "space", "delete")
        assert len(goals_of_a_year.known()) == len(before) - 2
        await press(pilot, "u")
        assert goals_of_a_year.known() == before
        assert "and 1 other" in said(app)


async def test_p_takes_up_a_paused_goal_and_it_leaves_the_view(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "v", "p")
        assert goals_of_a_year.state(6) is State.ACTIVE
        assert titles(app) == []
        assert "1 goal taken up again. Press u to undo." in shown(app)
        await press(pilot, "v", "v")
        assert "Write a blog" in titles(app)


async def test_f_opens_a_closed_goal_again(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v", "v", "v", "f")
        assert goals_of_a_year.state(7) is State.ACTIVE


@pytest.mark.parametrize(("views", "key"), [(1, "plus"), (1, "x"), (3, "plus"), (1, "f"), (1, "p")])
async def test_what_does_not_fit_a_goal_is_answered_in_words(goals_of_a_year: World, views: int, key: str) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = goals_of_a_year.known()
        await press(pilot, *["v"] * views, key)
        assert said(app)
        assert goals_of_a_year.known() == before


async def test_y_puts_the_statement_on_the_clipboard(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G", "y")
        assert "24" in app.clipboard and "31 December 2026" in app.clipboard


async def test_the_list_shows_what_another_window_wrote(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        goals_of_a_year.store.run_sync(goals.set_fields, 4, {"title": "Read more books"})
        goals_of_a_year.store.run_sync(entries.check_in, 4, date(2026, 1, 15), Decimal(5))
        goals_of_a_year.goal("A new one")
        await pilot.pause(1.3)
        assert "Read more books" in titles(app)
        assert "A new one" in titles(app)
        assert "7 of 24" in shown(app)


async def test_a_goal_called_like_markup_is_shown_as_it_is(world: World) -> None:
    for title in ("[/]", "[book]", "[@click=app.quit]now[/]", "日本語を毎日", "a\u202eb"):
        world.goal(title, BOOKS, "[red]")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = shown(app)
        for part in ("[/]", "[book]", "[@click=app.quit]now[/]", "日本語を毎日", "[red]"):
            assert part in text
        assert "\u202e" not in text


async def test_a_click_selects_a_double_click_opens_and_the_wheel_scrolls(world: World) -> None:
    for number in range(40):
        world.goal(f"Goal {number:02d}")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(GoalList, offset=(10, 5))
        row = listing(app).row_here()
        assert row is not None and row.goal.title == "Goal 05"
        await pilot._post_mouse_events([MouseScrollDown], GoalList, offset=(10, 5))
        await pilot.pause(0.3)
        assert "Goal 00" not in shown(app)
        row = listing(app).row_here()
        assert row is not None and row.goal.title == "Goal 05"
        listing(app).scroll_to(y=0, animate=False)
        await pilot.pause(0.6)
        await pilot.click(GoalList, offset=(10, 7), times=2)
        await settle(pilot)
        assert isinstance(app.screen, GoalPage)
        assert "Goal 07" in shown(app)


async def test_a_click_on_a_heading_folds_its_area(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(GoalList, offset=(3, 0))
        await pilot.pause()
        assert titles(app) == ["Lose weight", "Read books"]


@pytest.mark.parametrize(
    ("width", "area", "bar", "why"), [(99, 1, 1, 1), (80, 1, 1, 1), (71, 0, 1, 1), (58, 0, 0, 1), (44, 0, 0, 0)]
)
async def test_narrow_windows_lose_area_bar_and_reason_in_this_order(
    goals_of_a_year: World, width: int, area: int, bar: int, why: int
) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        text = shown(app)
        assert ("Health" in text) == bool(area)
        assert ("┃" in text) == bool(bar)
        assert ("days over" in text) == bool(why)
        assert "Launch" in text and "behind" in text


async def test_from_100_columns_on_the_goal_stands_beside_the_list(goals_of_a_year: World) -> None:
    app = goals_of_a_year.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query("#beside")
        await pilot.resize_terminal(120, 30)
        await pilot.pause(0.2)
        assert app.screen.query_one("#beside").display
        assert "0 of 2 milestones" in shown(app)
        await pilot.press("G")
        await pilot.pause(0.2)
        assert "24 books" in shown(app)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not app.screen.query_one("#beside").display
