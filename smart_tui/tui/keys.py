"""One table of commands: the key, the name, the help, the palette entry and the footer all come from here."""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key as key_of_character

from smart_tui.i18n import N_, Words
from smart_tui.tui.commands import (
    CARD,
    CHOOSE_MODEL,
    DAYS,
    DIALOG,
    EDIT,
    FILTER,
    HELP,
    LIST,
    ONELINE,
    PAGE,
    REVIEW_GOALS,
    REVIEW_LINES,
    REVIEW_NEXT,
    REVIEW_PAGE,
    REVIEW_WEEK,
    SETTINGS,
    TODAY,
    TYPING,
    WRITE,
    Command,
)
from smart_tui.tui.commandtables.data import DATA
from smart_tui.tui.commandtables.days import DAY_GRID
from smart_tui.tui.commandtables.everywhere import EVERYWHERE
from smart_tui.tui.commandtables.goals import GOALS
from smart_tui.tui.commandtables.journal import JOURNALS
from smart_tui.tui.commandtables.review import REVIEW
from smart_tui.tui.commandtables.searching import SEARCHING
from smart_tui.tui.commandtables.writing import WRITING

__all__ = [
    "CARD",
    "CHOOSE_MODEL",
    "DAYS",
    "DIALOG",
    "EDIT",
    "FILTER",
    "HELP",
    "LIST",
    "ONELINE",
    "PAGE",
    "REVIEW_GOALS",
    "REVIEW_LINES",
    "REVIEW_NEXT",
    "REVIEW_PAGE",
    "REVIEW_WEEK",
    "SETTINGS",
    "TODAY",
    "TYPING",
    "WRITE",
    "Command",
]

Overrides = Mapping[str, Iterable[str]]
"""Keys of the config file by command id."""

COMMANDS: tuple[Command, ...] = (*GOALS, *DAY_GRID, *REVIEW, *JOURNALS, *SEARCHING, *DATA, *WRITING, *EVERYWHERE)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

_KEY_NAMES: Mapping[str, str] = {
    "enter": "⏎",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "comma": ",",
    "full_stop": ".",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": N_("Esc"),
    "space": N_("Space"),
    "delete": N_("Del"),
    "tab": N_("Tab"),
    "pagedown": N_("PgDn"),
    "pageup": N_("PgUp"),
    "home": N_("Home"),
    "end": N_("End"),
}


def command(id: str) -> Command:
    """The command with this id; raises KeyError."""
    return BY_ID[id]


def commands_of(where: str) -> tuple[Command, ...]:
    """All commands of one screen, in the order of the table."""
    return tuple(command for command in COMMANDS if where in command.where)


def footer_of(where: str) -> tuple[Command, ...]:
    """The commands of one screen that the footer shows, the most wanted first."""
    return tuple(sorted((c for c in commands_of(where) if c.footer), key=lambda c: c.footer))


def bindings(where: str) -> list[BindingType]:
    """Textual's bindings for one screen; their ids are the command ids, so that a key map can change them.

    A command without a key of its own is bound to one that no keyboard has, so that it can be given one.
    """
    return [
        Binding(
            ",".join(command.keys) or f"no_key_{command.id}",
            command.action or command.id,
            command.name,
            show=False,
            id=command.id,
        )
        for command in commands_of(where)
    ]


def textual_key(key: str) -> str:
    """The name Textual gives a key: "+" is "plus", "Ctrl+R" is "ctrl+r"."""
    key = key.strip()
    if len(key) == 1:
        return key_of_character(key)
    return key.lower()


def keys_of(wanted: Command, overrides: Overrides) -> tuple[str, ...]:
    """The keys of a command as they are now, in Textual's names."""
    changed = tuple(textual_key(key) for key in overrides.get(wanted.id, ()) if key.strip())
    return changed or wanted.keys


def key_label(key: str, words: Words) -> str:
    """A key as people read it on a keyboard: "⏎", "Ctrl+R", "PgDn"."""
    if key.startswith("ctrl+"):
        return words.gettext("Ctrl+{key}").format(key=key_label(key[5:], words).upper())
    if key in _KEY_NAMES:
        return words.gettext(_KEY_NAMES[key])
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return key
