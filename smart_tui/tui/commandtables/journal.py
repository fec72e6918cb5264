"""What a key does in the journal, in one of its entries, and on the pages that look back."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import JOURNAL, JOURNAL_ENTRY, LIST, LOOK_BACK, PAGE, TODAY, Command

_JOURNAL = (JOURNAL,)
_ENTRY = (JOURNAL_ENTRY,)
_BACK = (LOOK_BACK,)

JOURNALS: tuple[Command, ...] = (
    Command(
        "journal",
        ("b",),
        N_("Journal"),
        N_("Read and write what the days were like, beside reviews, notes and lessons."),
        (LIST, PAGE, TODAY),
        22,
        N_("journal"),
    ),
    Command(
        "look_back",
        ("L",),
        N_("Look back"),
        N_("See a month, a quarter or a year put together from what you recorded."),
        (LIST, PAGE, TODAY, JOURNAL),
        23,
        N_("look back"),
    ),
    # The journal.
    Command("open_moment", ("enter",), N_("Open"), N_("Open what the cursor is on."), _JOURNAL, 1, N_("open")),
    Command("write_entry", ("n",), N_("Write an entry"), N_("Write about today."), _JOURNAL, 2, N_("new")),
    Command(
        "edit_entry",
        ("e",),
        N_("Edit the entry"),
        N_("Change the entry, its day or its goals."),
        _JOURNAL,
        8,
        N_("edit"),
    ),
    Command(
        "delete_entry",
        ("delete",),
        N_("Delete the entry"),
        N_("Delete the entry of the journal. It can be undone."),
        _JOURNAL,
        9,
        N_("delete"),
    ),
    Command(
        "one_goal",
        ("v",),
        N_("One goal, or all"),
        N_("See only what was written about the goal under the cursor, or everything again."),
        _JOURNAL,
        4,
        N_("one goal"),
    ),
    # An entry.
    Command("entry_editor", ("f2",), N_("Editor"), N_("Write the text in your own editor."), _ENTRY, 1, N_("editor")),
    Command(
        "leave_entry",
        ("escape",),
        N_("Keep and leave"),
        N_("Keep everything that was typed, and leave."),
        _ENTRY,
        2,
        N_("keep and leave"),
        palette=False,
    ),
    # Looking back.
    Command(
        "stretch_before", ("left",), N_("Earlier"), N_("To the month, quarter or year before."), _BACK, 1, N_("earlier")
    ),
    Command(
        "stretch_after", ("right",), N_("Later"), N_("To the month, quarter or year after."), _BACK, 2, N_("later")
    ),
    Command(
        "stretch_length",
        ("tab",),
        N_("Month, quarter or year"),
        N_("Look back on a month, a quarter or a year."),
        _BACK,
        3,
        N_("length"),
    ),
)
