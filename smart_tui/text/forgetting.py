"""What forgetting takes away, and where it still stands afterwards."""

import os
from collections.abc import Sequence

from smart_tui.domain.backup import Backup
from smart_tui.i18n import Words
from smart_tui.text.history import quoted

MOST_NAMES = 6
"""So many backups are named in a dialog; the others are counted."""


def question(title: str, words: Words) -> str:
    """Before a goal is forgotten."""
    return words.gettext("Forget {goal}?").format(goal=quoted(title, words))


def taken(entries: int, words: Words) -> str:
    """What goes with a goal."""
    if not entries:
        return words.gettext("It goes with its history. This cannot be undone.")
    return words.ngettext(
        "It goes with its {n} entry and its history. This cannot be undone.",
        "It goes with its {n} entries and its history. This cannot be undone.",
        entries,
    ).format(n=words.number(entries))


def journal_question(count: int, day: str, words: Words) -> str:
    """Before what was written in the journal on a day is forgotten."""
    return words.ngettext(
        "Forget {n} journal entry of {day}? This cannot be undone.",
        "Forget {n} journal entries of {day}? This cannot be undone.",
        count,
    ).format(n=words.number(count), day=day)


def forgotten(holding: int, words: Words) -> str:
    """After it, with the number of backups that still hold it."""
    if not holding:
        return words.gettext("Forgotten. No backup holds it either.")
    return words.ngettext(
        "Forgotten. {n} backup still holds it.", "Forgotten. {n} backups still hold it.", holding
    ).format(n=words.number(holding))


def traces(words: Words) -> str:
    """After it, where the file could not be made anew."""
    return words.gettext(
        "The file could not be made anew, so traces may stay in its unused space until something else is forgotten."
    )


def where(holding: Sequence[Backup], words: Words, most: int = MOST_NAMES) -> tuple[str, ...]:
    """The backups that hold it, by name, and what to do about them; nothing where there are none."""
    if not holding:
        return ()
    lines = [os.path.basename(backup.path) for backup in holding[:most]]
    others = len(holding) - most
    if others > 0:
        lines.append(words.ngettext("and {n} other", "and {n} others", others).format(n=words.number(others)))
    return (
        words.gettext("Backups keep it until you delete them yourself, as do files you exported:"),
        *lines,
    )
