"""What a key does wherever one is: undo, settings, help, and the way back."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import (
    BACKUPS,
    CARD,
    CHOOSE_MODEL,
    DAMAGE,
    DAYS,
    DIALOG,
    EDIT,
    HELP,
    INTAKE,
    JOURNAL,
    LIST,
    LOOK_BACK,
    ONELINE,
    PAGE,
    REVIEW_GOALS,
    REVIEW_LINES,
    REVIEW_NEXT,
    REVIEW_PAGE,
    REVIEW_WEEK,
    SETTINGS,
    TODAY,
    WRITE,
    Command,
)

_GOALS = (LIST, PAGE, TODAY)
_REVIEWED = (REVIEW_WEEK, REVIEW_GOALS, REVIEW_PAGE)
_UNDOING = (*_GOALS, DAYS, JOURNAL, *_REVIEWED)
_QUIET = (
    LIST,
    PAGE,
    TODAY,
    DAYS,
    CARD,
    SETTINGS,
    CHOOSE_MODEL,
    JOURNAL,
    LOOK_BACK,
    BACKUPS,
    INTAKE,
    DAMAGE,
    *_REVIEWED,
)

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "undo", ("u",), N_("Undo"), N_("Take back the last change, also after a restart."), _UNDOING, label=N_("undo")
    ),
    Command("redo", ("ctrl+r",), N_("Redo"), N_("Make the change again that was taken back."), _UNDOING),
    Command(
        "settings", ("comma",), N_("Settings"), N_("Language, theme, model, week and day."), _GOALS, 21, N_("settings")
    ),
    Command(
        "choose_language",
        (),
        N_("Language"),
        N_("Change every word to English, Danish or Swedish."),
        (LIST, PAGE, TODAY, WRITE, EDIT, CARD, ONELINE),
    ),
    Command(
        "choose_theme", (), N_("Theme"), N_("Choose the colours."), (LIST, PAGE, TODAY, WRITE, EDIT, CARD, ONELINE)
    ),
    Command(
        "palette",
        ("ctrl+p",),
        N_("All commands"),
        N_("Find a command by its name."),
        (
            LIST,
            PAGE,
            TODAY,
            DAYS,
            WRITE,
            EDIT,
            CARD,
            ONELINE,
            SETTINGS,
            *_REVIEWED,
            REVIEW_NEXT,
            REVIEW_LINES,
            JOURNAL,
            LOOK_BACK,
            BACKUPS,
            INTAKE,
        ),
        palette=False,
    ),
    Command("help", ("question_mark", "f1"), N_("Help"), N_("Show what the keys do here."), _QUIET, 6, N_("help")),
    Command("quit_list", ("q",), N_("Quit"), N_("Leave smart-tui."), (LIST,), 19, N_("quit")),
    Command(
        "back",
        ("escape", "q"),
        N_("Back"),
        N_("Go back to where you came from."),
        (PAGE, TODAY, DAYS, SETTINGS, HELP, CHOOSE_MODEL, JOURNAL, LOOK_BACK, BACKUPS, INTAKE, REVIEW_PAGE),
        7,
        N_("back"),
        palette=False,
    ),
    Command("settings_change", ("enter",), N_("Change"), N_("Change this setting."), (SETTINGS,), 1, N_("change")),
    Command("cancel", ("escape",), N_("Cancel"), N_("Leave without doing it."), (DIALOG,), palette=False),
)
