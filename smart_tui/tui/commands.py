"""What a command is, and the places where commands hold."""

from typing import NamedTuple

LIST = "list"
PAGE = "page"
TODAY = "today"
DAYS = "days"
WRITE = "write"
CARD = "card"
CHOOSE_MODEL = "choose_model"
EDIT = "edit"
ONELINE = "oneline"
SETTINGS = "settings"
HELP = "help"
DIALOG = "dialog"
FILTER = "filter"
REVIEW_WEEK = "review_week"
REVIEW_GOALS = "review_goals"
REVIEW_NEXT = "review_next"
REVIEW_LINES = "review_lines"
REVIEW_PAGE = "review_page"
JOURNAL = "journal"
JOURNAL_ENTRY = "journal_entry"
SEARCH = "search"
LOOK_BACK = "look_back"
BACKUPS = "backups"
IMPORT = "import"
INTAKE = "intake"
DAMAGE = "damage"

TYPING = (WRITE, EDIT, ONELINE, DIALOG, FILTER, REVIEW_NEXT, REVIEW_LINES, JOURNAL_ENTRY, SEARCH, IMPORT)
"""Where a text field usually has focus, so that no key of a text field may be a command."""


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
