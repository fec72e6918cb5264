"""One table of commands: the key, the name, the help, the palette entry and the footer all come from here."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key as key_of_character

from smart_tui.i18n import N_, Words

LIST = "list"
PAGE = "page"
WRITE = "write"
CARD = "card"
CHOOSE_MODEL = "choose_model"
EDIT = "edit"
ONELINE = "oneline"
SETTINGS = "settings"
HELP = "help"
DIALOG = "dialog"
FILTER = "filter"

TYPING = (WRITE, EDIT, ONELINE, DIALOG, FILTER)
"""Where a text field usually has focus, so that no key of a text field may be a command."""

Overrides = Mapping[str, Iterable[str]]
"""Keys of the config file by command id."""

_GOALS = (LIST, PAGE)
_QUIET = (LIST, PAGE, CARD, SETTINGS, CHOOSE_MODEL)


class Command(NamedTuple):
    """One thing a person can do with a key. `id` is also the name of the action method."""

    id: str
    keys: tuple[str, ...]
    name: str
    """In the help and the palette."""
    help: str
    """One sentence that says what it does."""
    where: tuple[str, ...]
    footer: int = 0
    """Rank in the footer, 1 first; 0 never."""
    label: str = ""
    """One or two words for the footer."""
    action: str = ""
    """The action method, where several commands share one."""
    palette: bool = True
    """Whether the palette lists it; moving a cursor is not worth a line there."""


COMMANDS: tuple[Command, ...] = (
    # Goals, in the list and on a goal's page.
    Command("write_goal", ("n",), N_("Write a goal"), N_("Write a new goal in five steps."), _GOALS, 1, N_("new")),
    Command(
        "one_line",
        ("N",),
        N_("Draft in one line"),
        N_("Write one sentence and keep it as a draft."),
        _GOALS,
        11,
        N_("one line"),
    ),
    Command(
        "edit_goal",
        ("e",),
        N_("Edit"),
        N_("See and change all answers of the goal on one page."),
        _GOALS,
        8,
        N_("edit"),
    ),
    Command(
        "check_in",
        ("c",),
        N_("Check in"),
        N_("Record a value, for today or for a day named in front of it."),
        _GOALS,
        2,
        N_("check in"),
    ),
    Command("step_up", ("plus",), N_("One step up"), N_("Add one step to today's value."), _GOALS, 12, N_("step up")),
    Command(
        "step_down",
        ("minus",),
        N_("One step down"),
        N_("Take one step off today's value."),
        _GOALS,
        13,
        N_("step down"),
    ),
    Command("mark_done", ("x",), N_("Mark as done"), N_("Record today as done."), _GOALS, 9, N_("done")),
    Command(
        "excuse_day",
        ("s",),
        N_("Excuse a day"),
        N_("Say that a day does not count, and why."),
        _GOALS,
        14,
        N_("excuse"),
    ),
    Command(
        "own_confidence",
        ("o",),
        N_("Own confidence"),
        N_("Say from 1 to 10 how sure you are of reaching the goal."),
        _GOALS,
        15,
        N_("confidence"),
    ),
    Command(
        "add_item",
        ("a",),
        N_("Add a milestone, activity or plan"),
        N_("Add a milestone, an activity or an if-then plan in one line."),
        _GOALS,
        7,
        N_("add"),
    ),
    Command(
        "pause_or_resume",
        ("p",),
        N_("Pause or resume"),
        N_("Let the goal rest from a day on, or take it up again."),
        _GOALS,
        10,
        N_("pause"),
    ),
    Command(
        "finish_or_reopen",
        ("f",),
        N_("Finish or reopen"),
        N_("Close the goal with how it ended and what it taught, or open it again."),
        _GOALS,
        9,
        N_("finish"),
    ),
    Command(
        "delete_goal",
        ("delete",),
        N_("Delete"),
        N_("Delete the goal. It can be undone."),
        _GOALS,
        16,
        N_("delete"),
    ),
    Command(
        "copy_statement",
        ("y",),
        N_("Copy the statement"),
        N_("Put the goal's sentence on the clipboard."),
        _GOALS,
        17,
        N_("copy"),
    ),
    # The list.
    Command("open_goal", ("enter",), N_("Open"), N_("Open the goal's page."), (LIST,), 3, N_("open")),
    Command(
        "select_goal",
        ("space",),
        N_("Select"),
        N_("Select several goals, to pause or delete them together."),
        (LIST,),
        18,
        N_("select"),
    ),
    Command(
        "next_view",
        ("v",),
        N_("Next view"),
        N_("Go from the active goals to drafts, paused and closed ones."),
        (LIST,),
        4,
        N_("view"),
    ),
    Command("fold_area", ("tab",), N_("Fold the area"), N_("Fold or unfold the area of the cursor."), (LIST,)),
    Command(
        "filter_goals",
        ("slash",),
        N_("Filter"),
        N_("Show only goals whose title, area, tags or answers hold what you type."),
        (LIST,),
        5,
        N_("filter"),
    ),
    Command(
        "filter_done",
        ("enter",),
        N_("To the list"),
        N_("Keep the filter and go to the list."),
        (FILTER,),
        1,
        N_("to the list"),
        palette=False,
    ),
    Command(
        "clear_list",
        ("escape",),
        N_("Clear filter and selection"),
        N_("Take away the filter and the selection."),
        (LIST, FILTER),
        20,
        N_("show all"),
        palette=False,
    ),
    Command("filter_help", ("f1",), N_("Help"), N_("Show what the keys do here."), (FILTER,), 3, N_("help"), "help"),
    # A goal's page.
    Command(
        "open_item",
        ("enter",),
        N_("Open or change"),
        N_("Open the section under the cursor, or change the thing under it."),
        (PAGE,),
        3,
        N_("open"),
    ),
    Command("fold_section", ("tab",), N_("Fold the section"), N_("Open or close the section of the cursor."), (PAGE,)),
    Command(
        "change_target",
        ("m",),
        N_("Change the target"),
        N_("Give the goal a new target from a day on, and say why. The past keeps its own."),
        (PAGE,),
        20,
        N_("target"),
    ),
    Command(
        "add_entry",
        ("i",),
        N_("Add an entry for a past day"),
        N_("Record a value or an excuse for a day that is past."),
        (PAGE,),
        21,
        N_("past day"),
    ),
    # Moving.
    Command("cursor_down", ("j", "down"), N_("Down"), N_("One line down."), _GOALS, palette=False),
    Command("cursor_up", ("k", "up"), N_("Up"), N_("One line up."), _GOALS, palette=False),
    Command("cursor_first", ("g", "home"), N_("First"), N_("To the first line."), _GOALS, palette=False),
    Command("cursor_last", ("G", "end"), N_("Last"), N_("To the last line."), _GOALS, palette=False),
    Command("page_down", ("pagedown",), N_("Page down"), N_("One screen down."), _GOALS, palette=False),
    Command("page_up", ("pageup",), N_("Page up"), N_("One screen up."), _GOALS, palette=False),
    # While typing.
    Command("step_on", ("pagedown",), N_("On"), N_("Go on to the next step."), (WRITE,), 1, N_("on"), palette=False),
    Command(
        "step_back", ("pageup",), N_("Back"), N_("Go back to the step before."), (WRITE,), 2, N_("back"), palette=False
    ),
    Command(
        "long_editor",
        ("f2",),
        N_("Editor for a long text"),
        N_("Open the text of this field on the whole screen."),
        (WRITE, EDIT),
        3,
        N_("editor"),
    ),
    Command(
        "take_chip",
        ("f3",),
        N_("Take what was read"),
        N_("Take over what was read in your sentence."),
        (WRITE, EDIT, ONELINE),
        4,
        N_("take"),
    ),
    Command(
        "next_chip",
        ("f4",),
        N_("Next suggestion"),
        N_("Go to the next thing that was read in your sentence."),
        (WRITE, EDIT, ONELINE),
        7,
        N_("next one"),
    ),
    Command(
        "to_remark",
        ("f5",),
        N_("To the remark"),
        N_("Go to the question the first remark is about."),
        (WRITE, EDIT),
        8,
        N_("go there"),
    ),
    Command(
        "switch_model",
        ("f8",),
        N_("Switch the model"),
        N_("Write this goal in the other SMART model. No answer is lost."),
        (WRITE,),
        9,
        N_("model"),
    ),
    Command("choose_model", ("enter",), N_("Choose"), N_("Write in this model."), (CHOOSE_MODEL,), 1, N_("choose")),
    # The card.
    Command("card_activate", ("a",), N_("Activate"), N_("Start with this goal now."), (CARD,), 1, N_("activate")),
    Command("card_keep", ("d",), N_("Keep as draft"), N_("Keep the goal as a draft."), (CARD,), 2, N_("keep as draft")),
    Command("card_park", ("p",), N_("Park"), N_("Let the draft rest until a day."), (CARD,), 3, N_("park until …")),
    Command(
        "card_missing",
        ("enter",),
        N_("To what is missing"),
        N_("Go back to the first letter that lacks something."),
        (CARD,),
        4,
        N_("what is missing"),
    ),
    Command("card_back", ("pageup",), N_("Back"), N_("Back to the last step."), (CARD,), 5, N_("back"), palette=False),
    Command(
        "leave",
        ("escape",),
        N_("Keep and leave"),
        N_("Keep everything that was typed, and leave."),
        (WRITE, EDIT, ONELINE, CARD),
        5,
        N_("keep and leave"),
        palette=False,
    ),
    Command(
        "typing_help",
        ("f1",),
        N_("Help"),
        N_("Show what the keys do here."),
        (WRITE, EDIT, ONELINE),
        6,
        N_("help"),
        action="help",
    ),
    # Everywhere.
    Command("undo", ("u",), N_("Undo"), N_("Take back the last change, also after a restart."), _GOALS),
    Command("redo", ("ctrl+r",), N_("Redo"), N_("Make the change again that was taken back."), _GOALS),
    Command(
        "settings", ("comma",), N_("Settings"), N_("Language, theme, model, week and day."), _GOALS, 21, N_("settings")
    ),
    Command(
        "choose_language",
        (),
        N_("Language"),
        N_("Change every word to English, Danish or Swedish."),
        (LIST, PAGE, WRITE, EDIT, CARD, ONELINE),
    ),
    Command("choose_theme", (), N_("Theme"), N_("Choose the colours."), (LIST, PAGE, WRITE, EDIT, CARD, ONELINE)),
    Command(
        "palette",
        ("ctrl+p",),
        N_("All commands"),
        N_("Find a command by its name."),
        (LIST, PAGE, WRITE, EDIT, CARD, ONELINE, SETTINGS),
        palette=False,
    ),
    Command("help", ("question_mark", "f1"), N_("Help"), N_("Show what the keys do here."), _QUIET, 6, N_("help")),
    Command("quit_list", ("q",), N_("Quit"), N_("Leave smart-tui."), (LIST,), 19, N_("quit")),
    Command(
        "back",
        ("escape", "q"),
        N_("Back"),
        N_("Go back to where you came from."),
        (PAGE, SETTINGS, HELP, CHOOSE_MODEL),
        7,
        N_("back"),
        palette=False,
    ),
    Command("settings_change", ("enter",), N_("Change"), N_("Change this setting."), (SETTINGS,), 1, N_("change")),
    Command("cancel", ("escape",), N_("Cancel"), N_("Leave without doing it."), (DIALOG,), palette=False),
)

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
