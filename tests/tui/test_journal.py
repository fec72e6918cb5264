"""The journal: what was written stands there, what is typed is never lost, and nothing is written over unasked."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from smart_tui.domain.goal import State
from smart_tui.domain.review import JournalEntry, Way
from smart_tui.i18n import words
from smart_tui.store.commands import entries, journal, reviews
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import Named, goals_by_name, timeline
from smart_tui.store.queries.journal import journal_entry as stored_entry
from smart_tui.tui import momentwindow
from smart_tui.tui.screens.goalpage import GoalPage
from smart_tui.tui.screens.journal import JournalScreen
from smart_tui.tui.screens.journalentry import PLACE, JournalEntryScreen
from smart_tui.tui.screens.review.page import ReviewPage
from smart_tui.tui.tied import numbers, tied
from smart_tui.tui.widgets.momentlist import MomentList, MomentRow
from tests.tui.world import MEETINGS, TODAY, World, press, settle, shown

HOSTILE = "[red]x[/] \x1b[31m*a*\u202e"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def written(world: World) -> list[JournalEntry]:
    """All entries, newest day first."""
    found = [moment for moment in world.store.read(timeline) if moment.kind == "journal"]
    return [world.store.read(stored_entry, moment.id) for moment in found]


def entry(world: World, text: str, day: date = TODAY, goals: tuple[int, ...] = ()) -> int:
    return world.store.run_sync(journal.write, None, day, text, goals)


def editor(pilot: Pilot[Any]) -> JournalEntryScreen:
    screen = pilot.app.screen
    assert isinstance(screen, JournalEntryScreen)
    return screen


async def typed(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))
    await settle(pilot)


async def test_everything_written_stands_in_one_timeline_and_opens_where_it_stands(world: World) -> None:
    goal = world.goal("Meetings " + HOSTILE, MEETINGS)
    world.goal("Ended", state=State.CLOSED)
    run = world.store.run_sync
    run(entries.check_in, goal, TODAY - timedelta(1), Decimal(2), note="Two calls " + HOSTILE)
    review = run(reviews.begin, date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 11), Way.FULL)
    run(reviews.write_line, review, "well", "A calm week")
    run(reviews.finish, review, {})
    entry(world, "First line\n\nSecond " + HOSTILE, date(2026, 1, 16), (goal,))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        page = shown(app)
        order = ["Fri 16 January 2026", "First line", "Second", "Lesson", "Small steps.", "Two calls", "A calm week"]
        assert sorted(order, key=page.index) == order
        assert "\x1b" not in page and "\u202e" not in page and "[red]x[/]" in page
        screen = app.screen
        opened: list[type[Any]] = []
        for down in range(4):
            await press(pilot, "g", *["j"] * down, "enter")
            opened.append(type(app.screen))
            if isinstance(app.screen, GoalPage) and app.screen.goal_id == goal:
                assert app.screen.view.item is not None
                assert app.screen.view.item.value.note.startswith("Two calls")
            await press(pilot, "escape")
            assert app.screen is screen
        assert opened == [JournalEntryScreen, GoalPage, GoalPage, ReviewPage]


async def test_an_empty_journal_says_what_comes_here_and_an_empty_entry_leaves_no_row(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        assert "Nothing is written here yet." in shown(app)
        await press(pilot, "enter", "e", "delete", "y", "n", "space", "enter", "escape")
        assert isinstance(app.screen, JournalScreen)
        assert written(world) == []
        await press(pilot, "n")
        await typed(pilot, "gone")
        await app.keep_all()
        await press(pilot, *["backspace"] * 4, "escape")
        assert written(world) == []


async def test_an_entry_is_stored_while_it_is_written_and_one_undo_takes_it_back(world: World) -> None:
    first, second = world.goal("Read"), world.goal("Run")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "n")
        await typed(pilot, "A good day")
        # What a kill would leave: nothing but the timer of the saving has run.
        await editor(pilot).saving.write_all()
        assert [each.text for each in written(world)] == ["A good day"]
        await press(pilot, "enter")
        await typed(pilot, "indeed")
        await press(pilot, "tab", *["backspace"] * 20)
        await typed(pilot, "yester")
        app.file_changed()
        await typed(pilot, "day")
        assert "Wed 14 January 2026" in shown(app)
        await press(pilot, "enter")
        await typed(pilot, "run, 1")
        assert "2 Run · 1 Read" in shown(app)
        await press(pilot, "escape")
        (held,) = written(world)
        assert (held.on, held.text, set(held.goals)) == (date(2026, 1, 14), "A good day\nindeed", {first, second})
        assert "Run, Read" in shown(app)
        await press(pilot, "u")
        assert written(world) == []
        assert "Undone" in shown(app) and "Nothing is written here yet." in shown(app)
        await press(pilot, "ctrl+r", "delete")
        assert written(world) == []
        await press(pilot, "u")
        assert len(written(world)) == 1


async def test_what_another_window_wrote_is_shown_and_never_lost(world: World) -> None:
    held = entry(world, "Mine")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "enter")
        world.store.run_sync(journal.write, held, TODAY, "Theirs")
        editor(pilot).reload()
        assert editor(pilot).text.text == "Theirs"
        world.store.run_sync(journal.write, held, TODAY, "Theirs again")
        await typed(pilot, "!")
        await app.keep_all()
        assert written(world)[0].text == "Theirs!"
        assert "Another window changed this entry too." in " ".join(shown(app).split())
        await press(pilot, "escape", "u")
        assert written(world)[0].text == "Theirs again"
        await press(pilot, "enter")
        world.store.run_sync(journal.write, held, TODAY - timedelta(3), "Theirs again")
        await typed(pilot, ", and mine")
        await press(pilot, "escape")
        assert [(each.on, each.text) for each in written(world)] == [(TODAY - timedelta(3), "Theirs again, and mine")]
        await press(pilot, "enter")
        world.store.run_sync(journal.delete, held)
        await typed(pilot, "!")
        await press(pilot, "escape")
        assert [each.text for each in written(world)] == ["Theirs again, and mine!"]


async def test_a_day_or_goal_that_is_not_understood_is_said_before_one_leaves(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "n")
        await typed(pilot, "Text")
        await press(pilot, "up")
        await typed(pilot, "swim")
        await press(pilot, "escape")
        assert "No goal is called swim." in " ".join(shown(app).split())
        app.file_changed()
        await press(pilot, "escape")
        assert isinstance(app.screen, JournalScreen)
        assert [(each.text, each.on, each.goals) for each in written(world)] == [("Text", TODAY, ())]


async def test_one_goes_on_where_one_left(world: World) -> None:
    entry(world, "One\nTwo\nThree")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "enter", "up", "left", "escape", "enter")
        assert editor(pilot).text.cursor_location == (1, 2)


async def test_from_a_goals_page_it_holds_what_is_about_that_goal(world: World) -> None:
    goal, other = world.goal("Read"), world.goal("Run")
    entry(world, "About reading", goals=(goal,))
    entry(world, "About running", goals=(other,))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(GoalPage(goal))
        await press(pilot, "b")
        assert "About reading" in shown(app) and "About running" not in shown(app)
        await press(pilot, "n")
        await typed(pilot, "More")
        await press(pilot, "escape")
        assert "More" in shown(app)
        assert next(each for each in written(world) if each.text == "More").goals == (goal,)
        await press(pilot, "v")
        assert "About running" in shown(app)


async def test_a_long_journal_is_walked_from_end_to_end_and_held_in_part(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(momentwindow, "AT_ONCE", 15)
    monkeypatch.setattr(momentwindow, "MOST", 40)
    monkeypatch.setattr("smart_tui.tui.widgets.momentlist.NEAR", 4)
    monkeypatch.setattr("smart_tui.tui.screens.journal.NEAR", 4)
    goal = world.goal("Meetings", MEETINGS)
    for back in range(70):
        world.store.run_sync(entries.check_in, goal, TODAY - timedelta(back % 14), Decimal(1), note=f"Note {back}")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        screen = app.screen
        assert isinstance(screen, JournalScreen)
        whole = world.store.read(timeline, None, 1000)
        walked = []
        for key in ["g", *["j"] * 69, "G", *["k"] * 69]:
            await press(pilot, key)
            assert len(screen.moments) <= 40
            walked.append(screen.moment_here())
            assert walked[-1] is not None and walked[-1].text in shown(app)
        assert walked == [*whole, *reversed(whole)]
        await press(pilot, "G")
        assert len(screen.moments) <= 15
        assert "Fri 2 January 2026" in shown(app)
        assert screen.window.oldest and screen.moment_here() == whole[-1]
        # Another window's entry changes nothing of what one looks at.
        before = shown(app)
        entry(world, "From elsewhere")
        app.file_changed()
        await settle(pilot)
        assert shown(app) == before
        await press(pilot, "n")
        await typed(pilot, "Here")
        await press(pilot, "escape")
        assert "▸ Here" in shown(app)
        await press(pilot, "G")
        for size in ((40, 12), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert screen.moment_here() == screen.moments[-1]
        assert app.crash is None


async def test_an_entry_is_copied_as_markdown(world: World) -> None:
    entry(world, "*Calm*")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "y")
        assert app.clipboard.startswith("---\n") and app.clipboard.endswith("*Calm*\n")


GOALS = (
    Named(10, 1, "Read 24 books", True),
    Named(11, 2, "Read, write", True),
    Named(12, 3, "Run", True),
    Named(13, 4, "Run 2025", False),
)


@pytest.mark.parametrize(
    ("text", "ids", "problem"),
    [
        ("", (), ""),
        (" 3 , 1,3", (12, 10), ""),
        ("run", (12,), ""),
        ("RUN 2025", (13,), ""),
        ("books; 4", (10, 13), ""),
        ("read, write", (11,), ""),
        ("read", (), "read can be: 1 Read 24 books · 2 Read, write. Its number says which one."),
        ("9, 1", (10,), "No goal is called 9."),
    ],
)
def test_goals_are_named_by_number_or_by_words(text: str, ids: tuple[int, ...], problem: str) -> None:
    found = tied(text, GOALS, words("en"))
    assert (tuple(goal.goal_id for goal in found.goals), found.problem) == (ids, problem)
    assert tied(numbers(ids, GOALS), GOALS, words("en")).goals == found.goals


def test_goals_are_known_by_number_and_title(world: World) -> None:
    world.goal("Read")
    world.goal("Ended", state=State.CLOSED)
    assert [(each.no, each.title, each.open) for each in world.store.read(goals_by_name)] == [
        (1, "Read", True),
        (2, "Ended", False),
    ]


def test_no_more_of_a_text_is_laid_out_than_is_seen() -> None:
    lines = MomentList()
    lines.show([MomentRow(1, "Today", "", "word " * 100_000), MomentRow(2, "Today", "Lesson", "")])
    assert lines.length < 10


async def test_an_entry_that_is_gone_says_so_and_closes(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b")
        app.push_screen(JournalEntryScreen(99))
        await settle(pilot)
        assert isinstance(app.screen, JournalScreen)
        await press(pilot, "n")
        assert isinstance(app.screen, JournalEntryScreen)


@pytest.mark.parametrize("row", ["²", "9" * 5000, "99"])
async def test_an_entry_opens_whatever_place_was_kept_for_its_cursor(world: World, row: str) -> None:
    entry_id = entry(world, "A calm day")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.unsent.keep(PLACE, {"entry": str(entry_id), "row": row, "column": "4"})
        await press(pilot, "b", "enter", "x")
        await press(pilot, "escape")
    (found,) = written(world)
    assert sorted(found.text) == sorted("A calm dayx")


async def test_the_journal_of_a_goal_outlives_a_read_that_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = world.goal("Meetings", MEETINGS)
    entry(world, "About it", goals=(goal,))
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", "v")
        read = app.store.read

        def failing(function: Any, *args: Any, **kwargs: Any) -> Any:
            if function is goals_by_name:
                raise StoreError("locked", path="")
            return read(function, *args, **kwargs)

        with monkeypatch.context() as patched:
            patched.setattr(app.store, "read", failing)
            screen = app.screen
            assert isinstance(screen, JournalScreen)
            screen.reload()
            await settle(pilot)
        assert "About it" in shown(app) and "Journal: 1  Meetings" in shown(app)
