"""What a key does to keep the file safe, and to take things out of it and into it."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import BACKUPS, DAMAGE, IMPORT, INTAKE, LIST, PAGE, TODAY, Command

_FROM = (LIST, PAGE, TODAY)
_BACKUPS = (BACKUPS,)
_IMPORT = (IMPORT,)
_INTAKE = (INTAKE,)
_DAMAGE = (DAMAGE,)

DATA: tuple[Command, ...] = (
    Command(
        "backups",
        ("B",),
        N_("Backups"),
        N_("See the backups of your file, make one, check one, or go back to one."),
        _FROM,
        25,
        N_("backups"),
    ),
    Command(
        "import_file",
        ("I",),
        N_("Import or merge a file"),
        N_("Bring in what another program, a table or another copy of smart-tui wrote."),
        _FROM,
        26,
        N_("import"),
    ),
    Command(
        "export_file",
        ("E",),
        N_("Export"),
        N_("Take your goals, entries, journal and reviews along in a file: to keep, or for another program."),
        _FROM,
        27,
        N_("export"),
    ),
    # Backups.
    Command(
        "look_at_backup",
        ("enter",),
        N_("Restore"),
        N_("See what going back to this backup would change, and go back to it."),
        _BACKUPS,
        1,
        N_("restore"),
    ),
    Command("back_up_now", ("n",), N_("Back up now"), N_("Make a backup now."), _BACKUPS, 2, N_("back up now")),
    Command(
        "verify_backup",
        ("v",),
        N_("Check the backup"),
        N_("Read the whole backup again and see whether it is in order."),
        _BACKUPS,
        3,
        N_("check"),
    ),
    # A file to bring in.
    Command("open_file", ("enter",), N_("Open"), N_("Open the folder, or read the file."), _IMPORT, 1, N_("open")),
    Command(
        "complete_path",
        ("tab",),
        N_("Complete"),
        N_("Complete the name as far as it is clear, or take the one under the cursor."),
        _IMPORT,
        2,
        N_("complete path"),
    ),
    Command("files_on", ("pagedown",), N_("Page down"), N_("One screen down."), _IMPORT, palette=False),
    Command("files_back", ("pageup",), N_("Page up"), N_("One screen up."), _IMPORT, palette=False),
    Command(
        "leave_import",
        ("escape",),
        N_("Back"),
        N_("Go back to where you came from."),
        _IMPORT,
        3,
        N_("back"),
        action="back",
        palette=False,
    ),
    Command("import_help", ("f1",), N_("Help"), N_("Show what the keys do here."), _IMPORT, 4, N_("help"), "help"),
    # What it would bring.
    Command(
        "bring_in",
        ("enter",),
        N_("Bring it in"),
        N_("Bring in what is shown, in one step that can be undone; a backup is made first."),
        _INTAKE,
        1,
        N_("bring in"),
    ),
    Command(
        "value_after",
        ("right",),
        N_("Next choice"),
        N_("Take the next choice of this line."),
        _INTAKE,
        2,
        N_("change"),
    ),
    Command(
        "value_before",
        ("left",),
        N_("Choice before"),
        N_("Take the choice before in this line."),
        _INTAKE,
        palette=False,
    ),
    Command(
        "value_of_all",
        ("space",),
        N_("Choose from all"),
        N_("Show all choices of this line."),
        _INTAKE,
        3,
        N_("choose"),
    ),
    Command(
        "all_mine",
        ("m",),
        N_("Keep mine everywhere"),
        N_("Keep what stands here in all that was changed on both sides."),
        _INTAKE,
        4,
        N_("all mine"),
    ),
    Command(
        "all_theirs",
        ("t",),
        N_("Take theirs everywhere"),
        N_("Take what the file says in all that was changed on both sides."),
        _INTAKE,
        5,
        N_("all theirs"),
    ),
    # A damaged file.
    Command("mend", ("enter",), N_("Choose"), N_("Do what the cursor is on."), _DAMAGE, 1, N_("choose")),
    Command("leave_damaged", ("q",), N_("Quit"), N_("Leave smart-tui."), _DAMAGE, 3, N_("quit")),
)
