"""Numbers typed into dialogs: read in the person's language, with a sentence where that fails."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain, read_number, time_unit
from smart_tui.tui.screens.dialog import UnreadError

if TYPE_CHECKING:
    from smart_tui.tui.screens.dialog import FormDialog

SIGNS = "+-−"


class NumberTyped(NamedTuple):
    """A number; `change` says that it was typed with its sign and a percent, as a change of the baseline."""

    value: Decimal
    change: bool = False


def number_typed(dialog: "FormDialog[Any]", field: str, unit: str, known: Decimal | None = None) -> NumberTyped:
    """The number in a field of a dialog; raises `UnreadError`.

    `known` is the value the field was filled with: as long as nothing is changed in it, that value holds.
    """
    from smart_tui.text.errors import reading_error

    words, text = dialog.words, dialog.text(field)
    if not text:
        raise UnreadError(field)
    if known is not None and text == plain(known, words.code):
        return NumberTyped(known)
    try:
        read = read_number(text, words.code, time=time_unit(unit, words.code))
    except ReadingError as error:
        raise UnreadError(field, reading_error(error, words)) from error
    if read.ambiguous:
        raise UnreadError(field, ambiguous((read.value, *read.ambiguous), dialog))
    return NumberTyped(read.value, read.percent and text[0] in SIGNS)


def ambiguous(values: tuple[Decimal, ...], dialog: "FormDialog[Any]") -> str:
    """The sentence about a number that can be read in more than one way."""
    choices = dialog.words.gettext(" or ").join(dialog.words.number(value) for value in dict.fromkeys(values))
    return dialog.words.gettext("This can be {values}: write it another way.").format(values=choices)
