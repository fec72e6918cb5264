"""The coach beside a goal while it is written: it waits for a pause, leads to a question, and can be silenced."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.remark import RemarkCode
from smart_tui.store import queries
from smart_tui.store.commands.goals import create, set_fields
from smart_tui.tui.screens.advising import AdvisingScreen
from smart_tui.tui.screens.dismiss import DismissScreen
from smart_tui.tui.screens.write import WriteScreen
from smart_tui.tui.widgets.fieldrow import FieldRow
from tests.tui.world import settle as calm
from tests.tui.writing import goals, seen, settle, started, type_text

WEAK = "Be a better friend"
SAID = "No number yet"


async def weak(pilot: Pilot[Any], key: str = "n") -> AdvisingScreen[None]:
    """A weak sentence was typed, and one paused."""
    await pilot.press(key)
    await calm(pilot)
    await type_text(pilot, WEAK)
    screen = pilot.app.screen
    assert isinstance(screen, AdvisingScreen)
    screen.settle()
    await calm(pilot)
    return screen


async def test_a_remark_waits_for_a_pause_and_leaves_when_it_holds_no_more(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        shown: set[RemarkCode] = set()
        for letter in WEAK + " ":
            await type_text(pilot, letter)
            shown |= set() if screen.settling.resting else {each.code for each in screen.remarked}
        assert not shown, "nothing is said in the middle of a sentence"
        screen.settle()
        await calm(pilot)
        assert RemarkCode.NO_NUMBER in [each.code for each in screen.remarked]
        assert "e.g. " in seen(app)
        await type_text(pilot, "who calls 3 people every week ")
        assert RemarkCode.NO_NUMBER not in [each.code for each in screen.remarked]


async def test_f5_goes_to_the_step_of_the_first_remark_that_is_answered_elsewhere(tmp_path: Path) -> None:
    async with started(tmp_path) as (_app, pilot):
        screen = await weak(pilot)
        await pilot.press("f5")
        await calm(pilot)
        assert isinstance(screen, WriteScreen) and screen.form is not None
        assert (screen.step.slot, screen.form.opened) == ("measurable", "kind")
        assert screen.remarked == (), "one is not told what one is just asked"


async def test_a_remark_dismissed_for_this_goal_stays_away_when_it_is_opened_again(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        screen = await weak(pilot)
        wanted = [each.code for each in screen.remarked].index(RemarkCode.NO_NUMBER) + 1
        await pilot.press("f12", str(wanted), "1")
        await calm(pilot)
        assert SAID not in seen(app)
        assert goals(app)[0].dismissed == {"no_number"}
        other = app.store.run_sync(create, "international", "en", title=WEAK)
        again, elsewhere = WriteScreen(goals(app)[0].id), WriteScreen(other)
        for opened in (again, elsewhere):
            app.push_screen(opened)
            await calm(pilot)
        assert RemarkCode.NO_NUMBER not in [each.code for each in again.remarked]
        assert RemarkCode.NO_NUMBER in [each.code for each in elsewhere.remarked]


async def test_dismissed_remarks_of_a_goal_can_be_brought_back(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        screen = await weak(pilot)
        before = screen.remarked
        await pilot.press("f12", "1", "1")
        await calm(pilot)
        assert screen.remarked != before
        await pilot.press("f12")
        await calm(pilot)
        assert isinstance(app.screen, DismissScreen)
        await pilot.press(str(len(app.screen.remarks) + 1))
        await calm(pilot)
        assert screen.remarked == before
        assert goals(app)[0].dismissed == frozenset()


async def test_a_remark_dismissed_for_good_comes_back_through_the_settings(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        screen = await weak(pilot, "N")
        code = screen.remarked[0].code
        await pilot.press("f12", "1", "2")
        await calm(pilot)
        assert app.store.read(queries.settings).quiet == {code}
        assert code not in [each.code for each in screen.remarked]
        await pilot.press("escape")
        await calm(pilot)
        await pilot.press("comma", "end")
        await calm(pilot)
        assert "every remark but 1" in seen(app)
        await pilot.press("enter", *["down"] * list(RemarkCode).index(code), "enter")
        await calm(pilot)
        assert app.store.read(queries.settings).quiet == frozenset()
        await pilot.press("escape")
        await calm(pilot)
        assert "every remark but" not in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_one_line_a_remark_moves_nothing_and_leaves_the_chips(tmp_path: Path, size: tuple[int, int]) -> None:
    async with started(tmp_path, size=size) as (app, pilot):
        await pilot.press("N")
        await calm(pilot)
        at = app.screen.query_one(FieldRow).region.y
        await type_text(pilot, "Get fit next quarter ")
        screen = app.screen
        assert isinstance(screen, AdvisingScreen)
        screen.settle()
        await calm(pilot)
        assert screen.remarked and "hard to see from outside" in seen(app)
        assert "30\xa0June\xa02026" in seen(app)
        assert screen.query_one(FieldRow).region.y == at


async def test_a_statement_that_needs_a_second_line_moves_no_field(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await pilot.press("n")
        await calm(pilot)
        at = app.screen.query_one("#heading").region.y
        await type_text(pilot, "Talk with the neighbours about the shed that stands between our two gardens today")
        await calm(pilot)
        assert app.screen.query_one("#statement").region.height == 2
        assert app.screen.query_one("#heading").region.y == at


async def test_the_same_remarks_are_not_drawn_again(tmp_path: Path) -> None:
    async with started(tmp_path, size=(120, 40)) as (_app, pilot):
        screen = await weak(pilot)
        drawn: list[object] = []
        notes = screen.query_one("CoachNotes")
        # In place of the method itself: the types know no way to count how often a widget is drawn.
        notes.refresh = lambda *args, **kwargs: drawn.append(args) or notes  # type: ignore[method-assign, func-returns-value]
        await type_text(pilot, " and")
        screen.settle()
        await settle(pilot)
        assert drawn == []


async def test_a_goal_that_others_belong_to_is_asked_for_no_number_of_its_own(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        whole = app.store.run_sync(create, "international", "en", title="Grow our shop")
        part = app.store.run_sync(create, "international", "en", title="Sell 400 cups by 1 June")
        app.store.run_sync(set_fields, part, {"parent_id": whole})
        app.push_screen(WriteScreen(whole))
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen)
        assert {each.code for each in screen.all_remarks()} & {RemarkCode.NO_NUMBER, RemarkCode.NO_RESULT} == set()


async def test_the_card_names_under_its_letter_what_the_coach_misses(tmp_path: Path) -> None:
    async with started(tmp_path) as (app, pilot):
        await weak(pilot)
        await pilot.press(*["pagedown"] * 5)
        await calm(pilot)
        assert "◦ no result named" in seen(app)
        await pilot.press("f5")
        await calm(pilot)
        screen = app.screen
        assert isinstance(screen, WriteScreen) and screen.form is not None
        assert screen.form.opened == "specific.what"
