"""The dialogs: what they show while one types, what they give, and that leaving loses nothing."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from smart_tui.domain.goal import Activity, IfThenPlan, Milestone, State
from smart_tui.i18n import words
from smart_tui.reading.items import read_item
from smart_tui.store import queries
from smart_tui.store.store import Store
from smart_tui.tui.app import SmartApp
from smart_tui.tui.screens.additem import fields_of, kind_of, stored_fields, written
from smart_tui.tui.screens.confirm import ConfirmScreen
from smart_tui.tui.screens.dialog import Dialog, FormDialog
from smart_tui.tui.screens.goalpage import GoalPage
from tests.tui.world import BOOKS, LAUNCH, MEETINGS, TODAY, WEIGHT, World, press, settle, shown


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    for character in text:
        await pilot.press("space" if character == " " else character)
    await pilot.pause()


def open_dialog(app: SmartApp) -> bool:
    return isinstance(app.screen, Dialog)


async def test_a_check_in_says_what_counts_the_state_and_what_was_understood(world: World) -> None:
    measure = MEETINGS._replace(what_counts="at least 30 minutes, in person")
    goal_id = world.goal("Meetings", measure, "", [(TODAY, "5")])
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        assert "Counts: at least 30 minutes, in person" in shown(app)
        assert "5 of 8 meetings this week" in shown(app)
        await type_text(pilot, "i går 3")
        await press(pilot, "enter")
        assert open_dialog(app)
        await press(pilot, *["backspace"] * 7)
        await type_text(pilot, "yesterday 3")
        assert "+3 meetings, Wed 14 January 2026" in shown(app)
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal(3), Decimal(5)]


@pytest.mark.parametrize("key", ["c", "o", "comma", "ctrl+p", "question_mark"])
async def test_what_opens_over_the_list_stands_in_its_middle_and_lets_it_show(world: World, key: str) -> None:
    world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "comma", "down", "enter") if key == "comma" else await press(pilot, key)
        lines = shown(app).splitlines()
        top = next(line for line in lines if "╭" in line)
        assert abs(top.index("╭") - (120 - top.rindex("╮") - 1)) <= 1, "as much to the left as to the right"
        assert lines[1].startswith("─" * 10), "the rule of the screen beneath"


async def test_what_cannot_be_read_is_said_beside_the_field_and_stays_there(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "a few")
        await press(pilot, "enter")
        assert open_dialog(app) and "a few" in shown(app)
        assert app.screen.query(".under.-error")
        assert world.values(goal_id) == []


async def test_a_number_with_two_meanings_is_asked_and_not_guessed(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "1.000")
        await press(pilot, "enter")
        assert "1 or 1,000" in shown(app) or "1,000 or 1" in shown(app)
        assert world.values(goal_id) == []


async def test_escape_records_nothing_and_what_was_typed_stands_there_again(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "3 # a long note")
        await press(pilot, "escape")
        assert not open_dialog(app) and world.values(goal_id) == []
        await press(pilot, "c")
        assert "3 # a long note" in shown(app)
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal(3)]
        await press(pilot, "c")
        assert "3 # a long note" not in shown(app)


async def test_enter_on_an_empty_check_in_records_nothing(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "enter")
        assert open_dialog(app) and world.values(goal_id) == []


@pytest.mark.parametrize(
    ("language", "typed", "on"),
    [
        ("da", "i går 3", date(2026, 1, 14)),
        ("sv", "i måndags 3", date(2026, 1, 12)),
        ("sv", "mån 3", date(2026, 1, 12)),
    ],
)
async def test_a_check_in_is_typed_in_ones_own_language(world: World, language: str, typed: str, on: date) -> None:
    goal_id = world.goal("Read books", BOOKS)
    async with world.app(language).run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, typed)
        await press(pilot, "enter")
        stored = world.store.read(queries.entries, goal_id)
        assert [(entry.on, entry.value) for entry in stored] == [(on, Decimal(3))]


async def test_a_day_is_excused_with_a_reason(world: World) -> None:
    goal_id = world.goal("Meetings", MEETINGS)
    async with world.app().run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        await type_text(pilot, "ill")
        await press(pilot, "enter")
        entry = world.store.read(queries.entries, goal_id)[0]
        assert (entry.on, entry.value, entry.note) == (TODAY, None, "ill")


async def test_a_pause_ends_on_the_day_that_was_typed(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "tab")
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert "soon" in shown(app) and app.screen.query(".under.-error")
        await press(pilot, *["backspace"] * 4)
        await type_text(pilot, "in 2 weeks")
        assert "Thu 29 January 2026, in 14 days" in shown(app)
        await press(pilot, "enter")
        stored = world.store.read(queries.goal, goal_id)
        assert (stored.pauses[-1].first, stored.pauses[-1].last) == (TODAY, date(2026, 1, 29))


async def test_a_pause_cannot_end_before_it_begins(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "tab")
        await type_text(pilot, "2026-01-10")
        await press(pilot, "enter")
        assert "before the pause begins" in shown(app)
        assert world.state(goal_id) is State.ACTIVE


async def test_one_digit_says_how_sure_one_is_and_zero_is_ten(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "0")
        assert [said.value for said in world.store.read(queries.goal, goal_id).confidence] == [10]
        await press(pilot, "o")
        assert "So far: 10" in shown(app)
        await press(pilot, "escape")
        assert [said.value for said in world.store.read(queries.goal, goal_id).confidence] == [10]


async def test_a_goal_is_not_finished_before_an_outcome_is_chosen(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "enter", "enter")
        assert open_dialog(app) and world.state(goal_id) is State.ACTIVE


async def test_the_safe_answer_of_a_question_has_focus(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        answers: list[bool | None] = []
        for keys in (["enter"], ["right", "enter"], ["escape"]):
            app.push_screen(ConfirmScreen("Forget this goal [/] for good?", "Forget it"), answers.append)
            await settle(pilot)
            assert "Forget this goal [/] for good?" in shown(app) and "Forget it" in shown(app)
            await press(pilot, *keys)
        assert answers == [False, True, None]


async def test_up_and_down_choose_what_a_line_is(world: World) -> None:
    goal_id = world.goal("Launch", LAUNCH)
    async with world.app().run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        await type_text(pilot, "call Bo")
        await press(pilot, "down", "enter")
        stored = world.store.read(queries.goal, goal_id)
        assert [one.what for one in stored.activities] == ["call Bo"] and not stored.milestones


async def test_pasted_control_characters_never_reach_the_field(world: World) -> None:
    from textual import events

    world.goal("Launch", LAUNCH)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        assert app.focused is not None
        app.focused.post_message(events.Paste("Name\x1b[31m\x00\u202e [/]\nsecond"))
        await pilot.pause()
        assert "Name[31m [/]" in shown(app)


plain_words = st.text("abcdefgåäöæø", min_size=3, max_size=12)
days = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2030, 1, 1)))
items = st.one_of(
    st.builds(lambda title, due, weight: Milestone(1, "", title, due, weight), plain_words, days, st.integers(1, 9)),
    st.builds(
        lambda what, when, where, due: Activity(1, "", what, when, where, due),
        plain_words,
        st.one_of(st.just(""), st.just("9:00"), plain_words.map("while {}".format)),
        st.one_of(st.just(""), plain_words),
        days,
    ),
    st.builds(lambda situation, action: IfThenPlan(1, "", situation, action), plain_words, plain_words),
)


@settings(max_examples=150, deadline=None)
@given(items, st.sampled_from(["en", "da", "sv"]))
def test_the_line_an_item_is_edited_as_reads_back_as_the_same_item(
    item: Milestone | Activity | IfThenPlan, language: str
) -> None:
    typed = written(item, words(language), TODAY)
    if not (isinstance(item, Activity) and item.due and item.when.startswith("while")):
        assert fields_of(read_item(typed, language, TODAY, kind_of(item))) == stored_fields(item)


async def test_an_item_saved_as_it_was_opened_is_unchanged_however_odd_it_is(world: World) -> None:
    goal_id = world.goal("Launch", LAUNCH)
    odd = world.milestone(goal_id, "if 1 March *4, then; 2 May", date(2026, 3, 1))
    before = world.store.read(queries.goal, goal_id).milestones
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        page = GoalPage(goal_id)
        app.push_screen(page)
        await settle(pilot)
        page.view.open_section("milestones")
        await press(pilot, "j", "enter")
        assert open_dialog(app)
        await press(pilot, "enter")
        assert not open_dialog(app)
    assert world.store.read(queries.goal, goal_id).milestones == before and before[0].id == odd


async def test_levels_take_the_last_reading_and_their_own_examples(world: World) -> None:
    goal_id = world.goal("Lose weight", WEIGHT)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        assert "42 is the reading" in shown(app)
        await type_text(pilot, "82.5")
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal("82.5")]


async def test_what_is_being_typed_survives_a_killed_app(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    async with world.app().run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await type_text(pilot, "3 # thin ones")
        await pilot.pause(1.3)
        await settle(pilot)
    again = World(Path(world.paths.db).parent, TODAY)
    again.store, again.paths = Store(world.paths.db), world.paths
    app = again.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        assert "3 # thin ones" in shown(app)
        await press(pilot, "enter", "c")
        assert "3 # thin ones" not in shown(app)
    assert world.values(goal_id) == [Decimal(3)]


async def test_a_changed_target_is_asked_why_once(world: World) -> None:
    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(GoalPage(goal_id))
        await settle(pilot)
        await press(pilot, "m", "backspace", "backspace", "3", "0", "enter")
        assert open_dialog(app)
        await press(pilot, "enter")
        assert not open_dialog(app)
    assert [version.target for version in world.store.read(queries.goal, goal_id).measures] == [24, 30]


async def test_what_is_saved_leaves_what_was_typed_with_the_same_write(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Else a crash between two writes would leave both, and the text would be saved twice.
    async def nothing(*args: Any) -> None:
        pass

    goal_id = world.goal("Read books", BOOKS)
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        dialog = app.screen
        assert isinstance(dialog, FormDialog)
        await type_text(pilot, "2")
        await dialog.keep()
        assert "2" in app.unsent.typed(dialog.keeping()).values()
        monkeypatch.setattr(app.unsent, "keep", nothing)
        await press(pilot, "enter")
        assert world.values(goal_id) == [Decimal(2)]
        assert app.unsent.typed(dialog.keeping()) == {}
