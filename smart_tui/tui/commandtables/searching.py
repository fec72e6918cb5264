"""What a key does to search everything, and in what was found."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import JOURNAL, LIST, LOOK_BACK, PAGE, REVIEW_PAGE, SEARCH, TODAY, Command

_HERE = (SEARCH,)

SEARCHING: tuple[Command, ...] = (
    Command(
        "search_all",
        ("F",),
        N_("Search everything"),
        N_("Find words in goals, answers, notes, the journal and reviews, the newest first."),
        (LIST, PAGE, TODAY, JOURNAL, LOOK_BACK, REVIEW_PAGE),
        24,
        N_("search"),
    ),
    Command(
        "search_journal",
        ("slash",),
        N_("Search"),
        N_("Find words in the journal and everything else that was written."),
        (JOURNAL,),
        5,
        N_("search"),
        action="search_all",
        palette=False,
    ),
    Command("open_hit", ("enter",), N_("Open"), N_("Open what was found, where it stands."), _HERE, 1, N_("open")),
    Command("hits_on", ("pagedown",), N_("Page down"), N_("One screen down."), _HERE, palette=False),
    Command("hits_back", ("pageup",), N_("Page up"), N_("One screen up."), _HERE, palette=False),
    Command(
        "leave_search",
        ("escape",),
        N_("Back"),
        N_("Go back to where you came from."),
        _HERE,
        2,
        N_("back"),
        action="back",
        palette=False,
    ),
    Command("search_help", ("f1",), N_("Help"), N_("Show what the keys do here."), _HERE, 3, N_("help"), "help"),
)
