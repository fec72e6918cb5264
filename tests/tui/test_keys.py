"""The one table of commands, and what it promises."""

from collections import Counter
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from smart_tui.i18n import LANGUAGES, words
from smart_tui.tui import keys
from smart_tui.tui.keymap import types_nothing, usable_keys
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.palette import hits
from tests.tui.world import World

EVERYWHERE = sorted({where for command in keys.COMMANDS for where in command.where})
HANDED_ON = {"pageup", "pagedown", "enter", "up", "down"}
"""Keys of Textual's text fields that our own fields hand on to the screen, or that end a field."""
NEEDS_ALTGR_OR_DEAD = {
    "left_square_bracket",
    "right_square_bracket",
    "left_curly_bracket",
    "right_curly_bracket",
    "backslash",
    "vertical_line",
    "at",
    "tilde",
    "circumflex_accent",
    "grave_accent",
    "dollar_sign",
}


def of_widget(widget: type[Input] | type[TextArea]) -> set[str]:
    bindings = [binding for binding in widget.BINDINGS if not isinstance(binding, tuple)]
    return {key.strip() for binding in bindings for key in binding.key.split(",")}


@pytest.mark.parametrize("where", EVERYWHERE)
def test_no_two_commands_of_one_screen_share_a_key(where: str) -> None:
    used = Counter(key for command in keys.commands_of(where) for key in command.keys)
    assert [key for key, times in used.items() if times > 1] == []


@pytest.mark.parametrize("where", keys.TYPING)
def test_no_command_takes_a_key_that_a_text_field_uses(where: str) -> None:
    of_fields = (of_widget(Input) | of_widget(TextArea)) - HANDED_ON
    for command in keys.commands_of(where):
        for key in command.keys:
            assert key not in of_fields, (command.id, key)
            assert types_nothing(key), (command.id, key)


def test_no_key_needs_altgr_or_a_dead_key_on_a_nordic_keyboard() -> None:
    for command in keys.COMMANDS:
        assert not set(command.keys) & NEEDS_ALTGR_OR_DEAD, command.id
        assert not any(key.startswith("alt+") for key in command.keys), command.id


def test_every_command_has_a_name_and_one_sentence_of_help() -> None:
    for command in keys.COMMANDS:
        assert command.name.strip() and command.help.endswith("."), command.id
        assert command.help.count(". ") <= 1, command.id
        assert command.where, command.id


def test_ids_are_given_once() -> None:
    assert [id for id, times in Counter(command.id for command in keys.COMMANDS).items() if times > 1] == []


@pytest.mark.parametrize("where", EVERYWHERE)
def test_the_palette_finds_every_command_it_promises(where: str) -> None:
    english = words("en")
    commands = [command for command in keys.commands_of(where) if command.palette]
    for command in commands:
        found = [hit.id for hit in hits(command.name, commands, english, {})]
        assert found and (command.action or command.id) in found[:3]


def test_product_keys_of_list_and_page() -> None:
    expected = {
        "n": "write_goal",
        "N": "one_line",
        "e": "edit_goal",
        "c": "check_in",
        "plus": "step_up",
        "minus": "step_down",
        "x": "mark_done",
        "s": "excuse_day",
        "o": "own_confidence",
        "a": "add_item",
        "p": "pause_or_resume",
        "f": "finish_or_reopen",
        "delete": "delete_goal",
        "y": "copy_statement",
        "u": "undo",
        "ctrl+r": "redo",
        "question_mark": "help",
        "ctrl+p": "palette",
    }
    for where in (keys.LIST, keys.PAGE):
        found = {key: command.id for command in keys.commands_of(where) for key in command.keys}
        for key, id in expected.items():
            assert found[key] == id, where
    in_list = {key: command.id for command in keys.commands_of(keys.LIST) for key in command.keys}
    for key in ("j", "k", "g", "G", "enter", "space", "v", "tab", "slash", "q"):
        assert key in in_list


def test_a_key_of_the_config_file_replaces_the_one_of_the_table() -> None:
    taken, problems = usable_keys({"check_in": ("h", "F9")})
    assert taken == {"check_in": "h,f9"}
    assert problems == ()
    assert keys.keys_of(keys.command("check_in"), {"check_in": ("h", "F9")}) == ("h", "f9")


def test_keys_of_two_commands_can_be_exchanged() -> None:
    taken, problems = usable_keys({"check_in": ("e",), "edit_goal": ("c",)})
    assert taken == {"check_in": "e", "edit_goal": "c"}
    assert problems == ()


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({"check_in": ("n",)}, "clash"),
        ({"fly": ("h",)}, "unknown"),
        ({"long_editor": ("h",)}, "typing"),
        ({"step_on": ("ctrl+a",)}, "typing"),
    ],
)
def test_a_key_that_cannot_work_is_left_out_and_said(overrides: dict[str, tuple[str, ...]], code: str) -> None:
    taken, problems = usable_keys(overrides)
    assert taken == {}
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_written_as_they_stand_on_a_keyboard(language: str) -> None:
    spoken = words(language)
    assert keys.key_label("plus", spoken) == "+"
    assert keys.key_label("question_mark", spoken) == "?"
    assert keys.key_label("enter", spoken) == "⏎"
    assert keys.key_label("ctrl+r", spoken).endswith("R")
    assert keys.key_label("N", spoken) == "N"
    assert keys.key_label("f5", spoken) == "F5"


def test_every_command_of_the_list_has_an_action_there() -> None:
    from smart_tui.tui.screens.list import ListScreen
    from smart_tui.tui.screens.settings import SettingsScreen

    screens: tuple[type[BaseScreen[None]], ...] = (ListScreen, SettingsScreen)
    for screen in screens:
        for command in keys.commands_of(screen.WHERE):
            assert hasattr(screen, f"action_{command.action or command.id}"), command.id


async def test_a_sign_that_is_no_command_does_nothing(tmp_path: Path) -> None:
    app = World(tmp_path).app()
    async with app.run_test(size=(80, 24)) as pilot:
        # Textual calls key_<sign> of what gets a key, whatever else an attribute of that name may be.
        await pilot.press(*sorted(NEEDS_ALTGR_OR_DEAD))
        await pilot.pause()
        assert app.crash is None
