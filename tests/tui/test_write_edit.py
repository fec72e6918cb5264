"""All answers on one page, a draft in one line, chips, and the long text in an editor."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from smart_tui.domain.goal import Kind, Measure, Period, State
from smart_tui.store.commands.goals import activate, create
from smart_tui.store.commands.measures import set_measure
from smart_tui.tui.app import SmartApp
from smart_tui.tui.editor import edited, editor_command
from smart_tui.tui.screens.edit import EditScreen
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.oneline import OneLineScreen
from smart_tui.tui.screens.version import VersionScreen
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.widgets.goallist import GoalList
from tests.tui.world import settle as calm
from tests.tui.writing import TODAY, goals, seen, settle, started, type_text


def books(app: SmartApp) -> int:
    """An active goal of 24 books; gives its id."""
    goal_id = app.store.run_sync(create, "international", "en", "Read", {"specific.where": "in bed"})
    app.store.run_sync(set_measure, goal_id, Measure(Kind.TOTAL, TODAY, Decimal(24), "books"))
    app.store.run_sync(activate, goal_id, TODAY)
    return goal_id


async def test_the_page_shows_every_answer_and_a_typo_is_put_right(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        books(app)
        screen = EditScreen(goals(app)[0].id)
        await app.push_screen(screen)
        await calm(pilot)
        form = screen.form
        assert form is not None
        assert {"specific.what", "specific.where", "target", "attainable.resources", "deadline"} <= set(form.shown())
        assert "in bed" in seen(app)
        await pilot.press("down", "down")
        await type_text(pilot, " at night")
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        assert goals(app)[0].answers["specific.where"] == "in bed at night"
        assert goals(app)[0].title == "Read"


async def test_area_and_tags_are_typed_and_offered_and_the_list_is_filtered_by_them(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        books(app)
        other = app.store.run_sync(create, "nordic", "en", "Call customers", area="Work")
        app.store.run_sync(activate, other, TODAY)
        await pilot.pause()
        app.screen.query_one(GoalList).first()
        await app.push_screen(EditScreen(goals(app)[0].id))
        await calm(pilot)
        await pilot.press("up", "up")
        await calm(pilot)
        await calm(pilot)
        assert "in\xa0bed" in seen(app)
        await pilot.press("f3", "end")
        await type_text(pilot, ", evening, #evening")
        await pilot.press("up")
        await type_text(pilot, "Wo")
        await calm(pilot)
        await settle(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("escape")
        await calm(pilot)
        read = goals(app)[0]
        assert (read.area, read.tags) == ("Work", ("in bed", "evening"))
        assert "Without an area" not in seen(app)
        await pilot.press("slash")
        await type_text(pilot, "evening")
        await calm(pilot)
        assert "Read" in seen(app)
        assert "Call customers" not in seen(app)


async def test_a_statement_of_ones_own_stands_until_it_is_taken_away(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        goal_id = books(app)
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await calm(pilot)
        await pilot.press("up")
        await type_text(pilot, "A book every other week.")
        await settle(pilot)
        assert goals(app)[0].statement == "A book every other week."
        screen.put("statement", "")
        await settle(pilot)
        assert goals(app)[0].statement == ""


async def test_a_changed_target_of_an_active_goal_asks_since_when_and_makes_a_version(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        goal_id = books(app)
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await calm(pilot)
        screen.put("target", "30")
        await settle(pilot)
        assert goals(app)[0].measure == goals(app)[0].measures[0]
        assert goals(app)[0].measures[0].target == 24
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, VersionScreen)
        await pilot.press("escape")
        await calm(pilot)
        assert app.screen_stack[-1] == screen
        await pilot.press("escape")
        await calm(pilot)
        await type_text(pilot, "too easy")
        await pilot.press("enter")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        goal = goals(app)[0]
        assert goal.measure is not None and goal.measure.target == 30
        assert goal.measure.reason == "too easy"
        assert not [key for key in goal.answers if key.startswith("raw.")]
        assert goal.state == State.ACTIVE


async def test_what_counts_is_put_right_without_a_version(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        goal_id = books(app)
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await calm(pilot)
        screen.put("what_counts", "read to the end")
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        (measure,) = goals(app)[0].measures
        assert (measure.what_counts, measure.target) == ("read to the end", Decimal(24))


async def test_an_unreadable_target_never_takes_the_old_one_from_an_active_goal(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        goal_id = books(app)
        screen = EditScreen(goal_id)
        await app.push_screen(screen)
        await calm(pilot)
        screen.put("target", "many")
        await pilot.press("escape")
        await calm(pilot)
        goal = goals(app)[0]
        assert goal.measure is not None and goal.measure.target == 24
        assert goal.answers["raw.target"] == "many"
        await app.push_screen(EditScreen(goal_id))
        await calm(pilot)
        assert "many" in seen(app)


async def test_one_line_makes_a_draft_and_offers_what_it_reads(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("N")
        await pilot.pause()
        assert isinstance(app.screen, OneLineScreen)
        await type_text(pilot, "Read 24 books by 31 December")
        await pilot.pause()
        assert "24 books" in seen(app)
        await pilot.press("f3", "f3", "enter")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        (goal,) = goals(app)
        assert goal.state == State.DRAFT
        assert goal.measure is not None
        assert (goal.measure.kind, goal.measure.target, goal.measure.unit) == (Kind.TOTAL, Decimal(24), "books")
        assert goal.deadline == date(2026, 12, 31)


async def test_nothing_is_taken_over_without_a_key(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "8 meetings a week until 31 December")
        await pilot.press("escape")
        await calm(pilot)
        (goal,) = goals(app)
        assert (goal.measure, goal.deadline) == (None, None)
        assert goal.title == "8 meetings a week until 31 December"


async def test_the_second_chip_can_be_taken_first(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "8 meetings a week until 31 December")
        await pilot.press("f4", "f4")
        await pilot.pause()
        await pilot.press("f3")
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.deadline == date(2026, 12, 31)
        assert goal.title == "8 meetings a week"


@pytest.mark.parametrize(
    ("edited_field", "texts", "shown"),
    [
        ("deadline", {"start": "2026-02-01", "duration": "3 months"}, "Fri 1 May 2026"),
        ("duration", {"start": "2026-02-01", "deadline": "2026-03-01"}, "28 days"),
        ("start", {"duration": "2 weeks", "deadline": "2026-03-15"}, "Sun 1 March 2026"),
    ],
)
async def test_two_of_start_length_and_deadline_give_the_third(
    tmp_path: Path, edited_field: str, texts: dict[str, str], shown: str
) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        for field, text in texts.items():
            screen.put(field, text)
        await pilot.pause()
        assert shown in seen(app)
        await settle(pilot)
        (goal,) = goals(app)
        assert goal.start is not None and goal.deadline is not None


async def test_a_third_time_typed_makes_the_oldest_follow(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        await type_text(pilot, "1 march")
        await pilot.press("down", "down")
        await type_text(pilot, "1 february")
        await pilot.press("down")
        await type_text(pilot, "3 months")
        await settle(pilot)
        (goal,) = goals(app)
        assert (goal.start, goal.deadline) == (date(2026, 2, 1), date(2026, 5, 1))


async def test_a_quota_at_most_asks_what_no_entry_means(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "q", "enter", "right", "right", "enter")
        await type_text(pilot, "2")
        await pilot.press("enter")
        await type_text(pilot, "coffees")
        await pilot.press("enter", "right")
        await pilot.pause()
        assert "No entry" in seen(app)
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None
        assert (measure.kind, measure.target, measure.unit, measure.period) == (
            Kind.QUOTA,
            Decimal(2),
            "coffees",
            Period.DAY,
        )


def test_the_editor_gets_the_text_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    script = tmp_path / "editor"
    mode = tmp_path / "mode"
    script.write_text(f'#!/bin/sh\nstat -c %a "$1" > {mode} || stat -f %Lp "$1" > {mode}\necho "second line" >> "$1"\n')
    script.chmod(0o700)
    before = set(os.listdir(tmp_path))
    assert edited([str(script)], "first line\n") == "first line\nsecond line"
    assert mode.read_text().strip() == "600"
    assert set(os.listdir(tmp_path)) - before == {"mode"}


def test_the_persons_own_editor_comes_first() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_command({"EDITOR": "vi"}) == ["vi"]
