"""Days typed into dialogs: read in the person's language, echoed in full, with a sentence where that fails."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.reading.dates import read_date
from smart_tui.reading.errors import ReadingError
from smart_tui.tui.screens.dialog import UnreadError

if TYPE_CHECKING:
    from smart_tui.tui.screens.dialog import FormDialog


class DayTyped(NamedTuple):
    """A day and its echo: weekday, full date and distance."""

    day: date
    echo: str


def day_typed(
    dialog: "FormDialog[Any]",
    field: str,
    today: date,
    *,
    earliest: date | None = None,
    latest: date | None = None,
    past: bool = False,
) -> DayTyped:
    """The day in a field of a dialog; an empty field is today. `past`: a weekday is the last one, not the next.

    Raises `UnreadError`, also for a day outside `earliest` to `latest`.
    """
    settings = dialog.smart.settings
    text = dialog.text(field)
    return day_read(field, text, dialog.words, today, settings, earliest=earliest, latest=latest, past=past)


def day_read(
    field: str,
    text: str,
    words: Words,
    today: date,
    settings: Settings,
    *,
    earliest: date | None = None,
    latest: date | None = None,
    past: bool = False,
) -> DayTyped:
    """The same of a text, wherever it was typed; `field` is what the error names."""
    from smart_tui.text.echo import echo_date
    from smart_tui.text.errors import reading_error

    if not text.strip():
        return DayTyped(today, echo_date(today, today, words))
    try:
        read = read_date(text, words.code, today, first_weekday=settings.first_weekday, past=past)
    except ReadingError as error:
        raise UnreadError(field, reading_error(error, words)) from error
    if read.alternatives:
        days = (read.date, *(day for day in read.alternatives if day != read.date))
        choices = words.gettext(" or ").join(words.date_full(day) for day in days)
        raise UnreadError(field, words.gettext("This can be {days}: write it in full.").format(days=choices))
    if earliest is not None and read.date < earliest:
        sentence = words.gettext("It cannot be before {day}.")
        raise UnreadError(field, sentence.format(day=words.date_full(earliest)))
    if latest is not None and read.date > latest:
        sentence = words.gettext("It cannot be after {day}.")
        raise UnreadError(field, sentence.format(day=words.date_full(latest)))
    return DayTyped(read.date, echo_date(read.date, today, words))
