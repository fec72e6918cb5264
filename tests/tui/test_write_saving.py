"""Nothing typed is lost: saved while typing, with a full disk, in a tiny window, in another language, and undone."""

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smart_tui.domain.goal import Kind, State
from smart_tui.store.errors import StoreError
from smart_tui.tui.screens.list import ListScreen
from smart_tui.tui.screens.write import WriteScreen
from tests.tui.world import settle as calm
from tests.tui.writing import goals, seen, settle, started, type_text

HOSTILE = (
    "[/]",
    "[book]x[/book]",
    "[@click=app.quit]out[/]",
    "a\u202eb",
    "{name} %s",
    "e\u0301 日本語 👩‍👩‍👧",
    "'; DROP TABLE goal",
)


async def test_a_draft_is_in_the_database_within_two_seconds_of_typing(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        assert goals(app) == []
        await type_text(pilot, "Swim")
        for _ in range(20):
            await asyncio.sleep(0.1)
            if goals(app):
                break
        assert [goal.title for goal in goals(app)] == ["Swim"]


async def test_typing_on_does_not_put_the_saving_off(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        for _ in range(10):
            await pilot.press("a")
            await asyncio.sleep(0.25)
        assert goals(app)
        assert len(goals(app)) == 1


async def test_nothing_is_created_before_something_is_typed(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "pagedown", "pageup", "escape")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        assert goals(app) == []


async def test_what_was_typed_and_taken_back_leaves_no_empty_draft(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "ab")
        await settle(pilot)
        await pilot.press("backspace", "backspace", "escape")
        await calm(pilot)
        assert goals(app) == []


async def test_what_cannot_be_read_is_kept_as_typed_and_said_beside_the_field(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Eat")
        await pilot.press("pagedown", "t", "enter")
        await type_text(pilot, "12 apples")
        await pilot.pause()
        assert "apples" in seen(app)
        assert "= 12" not in seen(app)
        await pilot.press("escape")
        await calm(pilot)
        (goal,) = goals(app)
        assert goal.answers["raw.target"] == "12 apples"
        assert goal.measure is not None and goal.measure.target is None
    async with started(tmp_path) as (app, pilot):
        await pilot.press("v", "enter")
        await calm(pilot)
        assert "12 apples" in seen(app)
        await pilot.press("down", *["backspace"] * 7)
        await settle(pilot)
        (goal,) = goals(app)
        assert "raw.target" not in goal.answers
        assert goal.measure is not None and goal.measure.target == 12


async def test_a_number_that_can_mean_two_things_is_asked(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "t", "enter")
        await type_text(pilot, "1.000")
        await pilot.pause()
        assert "Is that" in seen(app)
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None and measure.target is None
        await pilot.press("f3")
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None and measure.target in {Decimal(1), Decimal(1000)}
        assert "Is that" not in seen(app)


@pytest.mark.parametrize(("language", "typed", "value"), [("da", "10.000", 10000), ("sv", "70 000", 70000)])
async def test_numbers_are_read_and_echoed_in_the_persons_language(
    tmp_path: Path, language: str, typed: str, value: int
) -> None:
    async with started(tmp_path, language) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("pagedown", "right", "enter")
        await type_text(pilot, typed)
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None
        assert (measure.kind, measure.target) == (Kind.TOTAL, Decimal(value))
        assert app.words.number(value) in seen(app)


class Refusing:
    """The store's `run`, refusing for as long as it is told to."""

    def __init__(self, run: Any, code: str) -> None:
        self.run, self.code = run, code

    async def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.code:
            raise StoreError(self.code, path="x")
        return await self.run(*args, **kwargs)


@pytest.mark.parametrize("code", ["disk_full", "locked"])
async def test_with_a_full_disk_the_text_stays_says_so_and_is_saved_when_there_is_room(
    tmp_path: Path, code: str
) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        refusing = Refusing(app.store.run, code)
        screen.saving._run = refusing
        await type_text(pilot, "Swim")
        await asyncio.sleep(1.0)
        await pilot.pause()
        assert "Not saved yet" in seen(app)
        assert "Swim" in seen(app)
        assert goals(app) == []
        await pilot.press("escape")
        await pilot.pause()
        assert "Leave without them" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        refusing.code = ""
        await asyncio.sleep(2.4)
        await pilot.pause()
        assert [goal.title for goal in goals(app)] == ["Swim"]
        assert "Saved." in seen(app)
        assert "Not saved yet" not in seen(app)


async def test_a_goal_deleted_elsewhere_while_it_is_typed_becomes_a_new_draft(tmp_path: Path) -> None:
    from smart_tui.store.commands.goals import delete

    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim")
        await settle(pilot)
        await app.store.run(delete, goals(app)[0].id)
        await type_text(pilot, "ming")
        await settle(pilot)
        assert [goal.title for goal in goals(app)] == ["Swimming"]


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_stands_as_typed_in_every_kind_of_field(tmp_path: Path, text: str) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        for step in range(5):
            for field in list(screen.fields):
                screen.draft.put(field, text)
                screen._show_texts([field])
            screen.refresh_looks()
            await pilot.press("tab", "tab")
            await pilot.pause()
            if step < 4:
                await pilot.press("pagedown")
                await pilot.pause()
        await pilot.press("pagedown")
        await calm(pilot)
        assert "\x1b" not in seen(app)
        await pilot.press("escape")
        await calm(pilot)
        assert isinstance(app.screen, ListScreen)
        assert len(goals(app)) == 1
        assert app.is_running


async def test_control_characters_that_are_pasted_reach_neither_screen_nor_file(tmp_path: Path) -> None:
    from textual import events

    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        app.screen.focused.post_message(events.Paste("a\x1b[31mb\x00c\nd"))  # type: ignore[union-attr]
        await pilot.pause()
        await settle(pilot)
        assert "\x1b" not in seen(app)
        assert goals(app)[0].answers["specific.what"] == "a[31mbc\nd"
        assert goals(app)[0].title == "a[31mbc"


async def test_a_tiny_window_and_back_loses_nothing(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim across the lake")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        await type_text(pilot, " twice")
        assert "Swim across" in seen(app)
        await pilot.resize_terminal(5, 3)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Swim across the lake twice" in seen(app)
        await settle(pilot)
        assert goals(app)[0].title == "Swim across the lake twice"


async def test_another_language_while_typing_loses_nothing_and_means_the_same(tmp_path: Path) -> None:
    async with started(tmp_path, "da") as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Løb")
        await pilot.press("pagedown", "right", "enter")
        await type_text(pilot, "1,5")
        await pilot.pause()
        app.set_language("en")
        await pilot.pause()
        assert "MEASURABLE" in seen(app)
        assert "1.5" in seen(app)
        await type_text(pilot, "0")
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None and measure.target == Decimal("1.5")
        app.set_language("sv")
        await pilot.pause()
        assert "MÄTBART" in seen(app)
        await settle(pilot)
        measure = goals(app)[0].measure
        assert measure is not None and measure.target == Decimal("1.5")


async def test_undo_takes_back_a_whole_field_not_a_half_typed_word(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim")
        await pilot.press("enter")
        for word in ("An", "na"):
            await type_text(pilot, word)
            await settle(pilot)
        await pilot.press("escape")
        await calm(pilot)
        assert goals(app)[0].answers["specific.owner"] == "Anna"
        await pilot.press("v", "u")
        await calm(pilot)
        (goal,) = goals(app)
        assert "specific.owner" not in goal.answers
        assert (goal.title, goal.state) == ("Swim", State.DRAFT)


async def test_leaving_the_app_keeps_what_was_just_typed(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim")
        await app.keep_all()
        assert [goal.title for goal in goals(app)] == ["Swim"]


async def test_a_text_from_another_window_is_never_replaced_silently(tmp_path: Path) -> None:
    from smart_tui.store.commands.goals import set_answer

    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await pilot.pause()
        await type_text(pilot, "Swim")
        await pilot.press("enter")
        await type_text(pilot, "Anna")
        await settle(pilot)
        await app.store.run(set_answer, goals(app)[0].id, "specific.owner", "Bo")
        await type_text(pilot, " and Eva")
        await settle(pilot)
        assert "Another window changed this answer too" in seen(app)
        assert goals(app)[0].answers["specific.owner"] == "Anna and Eva"
        await pilot.press("escape")
        await calm(pilot)
        await pilot.press("u")
        await calm(pilot)
        assert goals(app)[0].answers["specific.owner"] == "Bo"
