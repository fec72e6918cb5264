"""What was taken along, and what stood in the way of that, in words."""

from collections.abc import Mapping

from smart_tui.i18n import N_, Words
from smart_tui.text.files import file_problem
from smart_tui.text.transfer import counts

KINDS: Mapping[str, str] = {
    "json": N_("Everything, so that it can be brought in again."),
    "csv": N_("The entries, as a table for a spreadsheet."),
    "md": N_("Goals, reviews and journal, as pages for a note app."),
    "ics": N_("Goals, milestones and the weekly review, for a calendar."),
    "jrnl": N_("The journal and the reviews, for jrnl."),
    "taskwarrior": N_("Activities and milestones, for Taskwarrior."),
}
"""What each format takes along, by its word."""

TOO_LARGE = N_(
    "This is more than can be brought in again in one piece. A backup brings everything back, whatever its size."
)
FOLDER_FILLED = N_("There is something in this folder already. Nothing was written; name an empty or a new one.")


def kind_label(kind: str, words: Words) -> str:
    """What a format takes along."""
    return words.gettext(KINDS[kind])


def taken_along(numbers: Mapping[str, int], path: str, words: Words) -> str:
    """How much of what is in a file or folder now: "12 goals, 340 entries are in /home/bo/goals.json."."""
    told = counts({kind: count for kind, count in numbers.items() if count}, words)
    if not told:
        return words.gettext("{path} is written; there was nothing yet to put into it.").format(path=path)
    return words.gettext("Written to {path}: {things}.").format(path=path, things=told)


def too_large(words: Words) -> str:
    """That what was taken along is more than can be brought in again, and what does bring all of it back."""
    return words.gettext(TOO_LARGE)


def export_problem(error: OSError | ValueError, words: Words, folder: bool = False) -> str:
    """Why nothing was taken along; for a folder of pages that is not empty it says so."""
    if folder and isinstance(error, FileExistsError):
        return words.gettext(FOLDER_FILLED)
    return file_problem(error, words)
