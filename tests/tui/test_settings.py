"""Settings, language and theme: seen at once, and remembered."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from smart_tui.config import Config, read
from smart_tui.domain.settings import PROMPTS
from smart_tui.i18n import words
from smart_tui.store import queries
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.tui import keys
from smart_tui.tui.screens.help import HelpScreen
from smart_tui.tui.screens.palette import PaletteScreen
from smart_tui.tui.screens.reviewprompts import ReviewPromptsScreen, prompts_of
from smart_tui.tui.screens.settings import SettingsScreen
from tests.tui.test_midnight import midnight
from tests.tui.world import LAUNCH, World, heading, press, settle, shown
from tests.tui.writing import type_text


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.goal("Read books")
    world.goal("Launch", LAUNCH)
    return world


async def test_a_language_changes_every_visible_word_at_once_and_is_remembered(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"langu", "enter")
        await pilot.pause()
        assert "Dansk" in shown(app) and "Svenska" in shown(app)
        await pilot.press("down", "enter")
        await settle(pilot)
        await app.workers.wait_for_complete()
        text = shown(app)
        assert app.words.code == "da"
        assert "uge 3" in heading(app)
        for english in ("on track", "behind", "Goals", " new ", "filter", "help"):
            assert english not in text
    assert read(world.paths.config_file)[0].language == "da"


async def test_screens_below_are_translated_too(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", "enter", "down", "down", "enter")
        assert app.words.code == "sv"
        assert "English" not in shown(app)
        await press(pilot, "escape")
        assert "vecka 3" in heading(app)


async def test_a_theme_is_seen_at_once_and_remembered(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", "down", "enter", "down", "enter")
        await app.workers.wait_for_complete()
        assert app.theme == "smart-light"
    assert read(world.paths.config_file)[0].theme == "smart-light"


async def test_an_unknown_theme_in_the_config_file_is_no_obstacle(world: World) -> None:
    app = world.app(config=Config(theme="no-such-theme"))
    async with app.run_test(size=(80, 24)):
        assert app.theme == "smart-dark"


@pytest.mark.parametrize(
    ("line", "moves", "field", "value"),
    [
        (2, ["down"], "default_model", "nordic"),
        (4, ["up"], "first_weekday", 6),
        (5, ["down", "down"], "day_ends_at", 60),
        (6, ["down"], "default_share", 85),
        (7, ["down"], "most_active", 6),
        (8, ["down"] * 5, "review_weekday", 4),
    ],
)
async def test_settings_that_change_what_data_mean_are_in_the_database(
    world: World, line: int, moves: list[str], field: str, value: object
) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *["down"] * line, "enter", *moves, "enter")
        assert getattr(world.store.read(queries.settings), field) == value
        assert getattr(app.settings, field) == value


async def test_the_review_day_goes_back_to_the_last_day_of_the_week(world: World) -> None:
    world.store.run_sync(set_setting, "review_weekday", "4")
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *["down"] * 8)
        assert "Friday" in shown(app)
        await press(pilot, "enter")
        assert "the last day of the week (Sunday)" in shown(app)
        await press(pilot, "home", "enter")
        assert world.store.read(queries.settings).review_weekday is None
        assert "the last day of the week (Sunday)" in shown(app)


async def test_the_lines_of_the_review_are_ones_own_in_ones_own_order(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *["down"] * 9)
        assert "the usual three" in shown(app)
        await press(pilot, "enter")
        assert "What went well?" in shown(app)
        assert "F6 up" in shown(app)
        # The second is emptied, the third changed, two are new, and one of them goes up to the top.
        await press(pilot, "down", "ctrl+u", "down", "ctrl+u")
        await type_text(pilot, "[/] Whom do I thank?")
        await press(pilot, "down")
        await type_text(pilot, "What did I learn?")
        await press(pilot, "f6", "f6", "f6", "enter")
        assert isinstance(app.screen, SettingsScreen)
        asked = ("What did I learn?", "well", "[/] Whom do I thank?")
        assert world.store.read(queries.settings).review_prompts == app.settings.review_prompts == asked
        assert "3 lines" in shown(app)
        await press(pilot, "enter", "f9", "enter")
        assert world.store.read(queries.settings).review_prompts == PROMPTS


def test_a_question_the_app_knows_is_kept_so_that_any_language_can_ask_it() -> None:
    english = words("en")
    assert prompts_of(
        [" What  went well?", "My own", "my OWN", "", "Are the goals still relevant to you?"], english
    ) == [
        "well",
        "My own",
        "relevant",
    ]
    assert prompts_of(["", "  "], english) == list(PROMPTS)


async def test_lines_of_the_review_that_cannot_be_stored_stay_in_the_dialog(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = world.app()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "comma", *["down"] * 9, "enter")
        await type_text(pilot, " And how?")
        run = app.store.run

        async def refuse(command: Any, *args: Any, **kwargs: Any) -> Any:
            raise StoreError("disk_full", path="/disk")

        monkeypatch.setattr(app.store, "run", refuse)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewPromptsScreen)
        monkeypatch.setattr(app.store, "run", run)
        await press(pilot, "enter")
        assert isinstance(app.screen, SettingsScreen)
        asked = world.store.read(queries.settings).review_prompts
        assert asked == ("What went well? And how?", *PROMPTS[1:])


async def test_lines_of_the_review_that_were_not_taken_stand_there_again(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *["down"] * 9, "enter")
        await type_text(pilot, " Why?")
        await press(pilot, "escape")
        assert world.store.read(queries.settings).review_prompts == PROMPTS
        await press(pilot, "enter")
        assert "What went well? Why?" in shown(app)


async def test_another_first_weekday_counts_from_next_week_and_says_so(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", *["down"] * 4)
        assert "A change counts from next week on." in shown(app)
        await press(pilot, "enter", "up", "enter")
        assert "the weeks before stay as they were" in shown(app) and "Sunday" in shown(app)
        await press(pilot, "escape")
        assert "week 3" in heading(app)
        midnight(app, date(2026, 1, 25))
        await settle(pilot)
        assert "week of 25 January" in heading(app)
        midnight(app, date(2026, 1, 14))
        await settle(pilot)
        assert "week 3" in heading(app)


async def test_the_settings_say_what_each_is_for(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        assert isinstance(app.screen, SettingsScreen)
        assert "Changes every word at once." in shown(app)
        await press(pilot, "down")
        assert "Changes the colours at once." in shown(app)


async def test_the_help_lists_every_command_of_the_screen_in_the_language(world: World) -> None:
    app = world.app("da")
    async with app.run_test(size=(100, 80)) as pilot:
        await press(pilot, "question_mark")
        text = shown(app)
        for command in keys.commands_of(keys.LIST):
            assert app.words.gettext(command.help).split()[0] in text, command.id
        await press(pilot, "escape")
        assert app.screen is app.screen_stack[0]


async def test_the_help_shows_the_keys_as_they_were_changed(world: World) -> None:
    app = world.app(config=Config(keys={"check_in": ("h",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert " h check in " in shown(app)
        await press(pilot, "question_mark")
        assert "│ h " in shown(app)


async def test_a_command_without_a_key_can_be_given_one(world: World) -> None:
    app = world.app(config=Config(keys={"choose_theme": ("f10",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        assert len(app.screen_stack) == 2


async def test_the_footer_never_shows_a_key_that_was_refused(world: World) -> None:
    app = world.app(config=Config(keys={"help": ("c",), "write_goal": ("h",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        footer = shown(app).splitlines()[-1]
        assert "h new" in footer
        assert "? help" in footer
        assert "c help" not in footer


async def test_a_changed_key_works_and_the_old_one_does_not(world: World) -> None:
    app = world.app(config=Config(keys={"next_view": ("h",)}))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v")
        assert "active" in shown(app).splitlines()[0]
        await press(pilot, "h")
        assert "drafts" in shown(app).splitlines()[0]


async def test_the_palette_does_what_the_key_does(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        await pilot.press(*"step", "space", *"up", "enter")
        await settle(pilot)
        assert world.values(1) == [] or world.values(1)[0] == 1
        await pilot.press("ctrl+p", *"next", "enter")
        await settle(pilot)
        assert "drafts" in shown(app).splitlines()[0]


async def test_the_palette_says_when_nothing_has_that_name(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"zzzz")
        await pilot.pause()
        assert "No command has that in its name." in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.screen_stack[0]


async def test_a_click_on_the_footer_does_what_its_key_does(world: World) -> None:
    app = world.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        at = shown(app).splitlines()[23].index("? help")
        await pilot.click("#footer", offset=(at + 2, 0))
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
async def test_the_footer_holds_at_most_six_keys_and_none_is_cut(world: World, width: int) -> None:
    from smart_tui.tui.widgets.footer import FooterLine

    app = world.app()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        fitting = app.screen.query_one(FooterLine).fitting()
        assert 1 <= len(fitting) <= 6
        start, entry = fitting[-1]
        assert start + len(entry.key) + 1 + len(entry.label) <= width
