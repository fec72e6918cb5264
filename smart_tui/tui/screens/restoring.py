"""Before a backup takes the place of the file: what that would change, and the safe answer has focus."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from textual.content import Content

from smart_tui.domain.backup import Backup, Difference
from smart_tui.i18n import Words
from smart_tui.text import backups as say
from smart_tui.tui.screens.confirm import ConfirmScreen


class RestoringScreen(ConfirmScreen):
    """Gives True only where the button with the verb was pressed. `changes` are sentences, one a line."""

    def __init__(self, sentence: str, changes: Sequence[str], verb: str) -> None:
        super().__init__(sentence, verb)
        self.changes = tuple(changes)

    def lines(self) -> Iterable[str | Content]:
        return self.changes


def restoring(backup: Backup, found: Difference | None, now: datetime, words: Words) -> RestoringScreen:
    """The question whether to go back to a backup; `found` is what that changes, None where nothing can be compared.

    `now` is the time on the wall.
    """
    at = backup.at.astimezone().replace(tzinfo=None) if backup.at is not None else None
    if at is None:
        question = words.gettext("Go back to this backup?")
    else:
        question = words.gettext("Go back to the backup of {when}?").format(when=say.day_and_time_full(at, words))
    holds = [words.gettext("It holds {what}.").format(what=say.holding(backup.rows, words))] if backup.rows else []
    if found is None:
        kept = words.gettext("The damaged file is kept beside the backups.")
        return RestoringScreen(question, [*holds, kept], words.gettext("Restore"))
    kept = words.gettext("Your file as it is now is kept as a backup first.")
    return RestoringScreen(question, [*say.restored(found, words), kept], words.gettext("Restore"))
