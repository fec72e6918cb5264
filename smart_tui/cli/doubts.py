"""What could mean two things is not guessed: both readings are said."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.i18n import Words


class RefusedError(Exception):
    """Something that is not done: the sentence that says why, and the exit code (1 refused, 2 misused)."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def refuse_unreadable(words: Words) -> None:
    """Raise RefusedError where words that a sentence was read with could not be read themselves."""
    from smart_tui.reading.words.files import faults

    if faults():
        said = words.gettext("A file of words cannot be read, so no sentence is: {fault}")
        raise RefusedError(said.format(fault=faults()[0]))


def number_doubt(values: Iterable[Decimal], words: Words) -> str:
    """ "The number can mean 1 or 1,000." """
    said = [words.number(value) for value in sorted(set(values))]
    return words.gettext("The number can mean {readings}.").format(readings=either(said, words))


def date_doubt(days: Iterable[date], words: Words) -> str:
    """ "The date can mean Fri 7 August 2026 or Wed 8 July 2026." """
    said = [words.date_full(day) for day in dict.fromkeys(days)]
    return words.gettext("The date can mean {readings}.").format(readings=either(said, words))


def either(values: Sequence[str], words: Words) -> str:
    """ "1, 2 or 3"."""
    *first, last = values
    return words.gettext("{first} or {last}").format(first=", ".join(first), last=last) if first else last
