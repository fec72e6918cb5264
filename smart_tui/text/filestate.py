"""What a database file is, in one sentence that says what to do."""

from collections.abc import Mapping

from smart_tui.domain.backup import FileState
from smart_tui.i18n import N_, Words

STATES: Mapping[FileState, str] = {
    FileState.OK: N_("{path} is in good order."),
    FileState.MISSING: N_("There is no file {path} yet. It is made when you write your first goal."),
    FileState.NEW: N_("{path} is a new file, with nothing in it yet."),
    FileState.EMPTY: N_("{path} is empty, although there are backups of it. Restore one of them."),
    FileState.DAMAGED: N_("{path} is damaged. Restore a backup, or salvage what can still be read."),
    FileState.NOT_A_DATABASE: N_("{path} is not a smart-tui file. It was left as it is."),
    FileState.OTHER_PROGRAM: N_("{path} belongs to another program. It is left as it is; name another file with --db."),
    FileState.NEWER: N_("{path} was written by a newer smart-tui. Update the program to open it."),
    FileState.OLDER: N_("{path} was written by an older smart-tui. It is brought up to date when it is opened."),
    FileState.UNREADABLE: N_("{path} cannot be read. Look at its permissions, and whether another program uses it."),
}
"""A sentence for each state. Looking changed nothing."""


def file_state(state: FileState, path: str, words: Words) -> str:
    """What the file at `path` is, and what to do where something is wrong with it."""
    return words.gettext(STATES[state]).format(path=path)
