"""Which week, month, quarter or year `report` is asked for, in the person's words."""

from contextlib import suppress
from datetime import date
from typing import NamedTuple

from smart_tui.cli.doubts import RefusedError, date_doubt
from smart_tui.cli.newgoal import Spoken, nonsense
from smart_tui.domain.calendar import add_days, week_number, week_start
from smart_tui.domain.goal import Period
from smart_tui.reading.dates import read_date
from smart_tui.reading.errors import ReadingError
from smart_tui.text.errors import reading_error

SPANS = {"--week": Period.WEEK, "--month": Period.MONTH, "--quarter": Period.QUARTER, "--year": Period.YEAR}
"""The options that name a span, and what they name."""
WEEKS = 53


class Asked(NamedTuple):
    """A span, and a day that lies in it; None where none was named."""

    period: Period
    on: date | None


def asked_span(option: str, text: str, spoken: Spoken) -> Asked:
    """What an option names; standing alone it names none. Raises RefusedError for what cannot be read."""
    period = SPANS[option]
    if text == option:
        return Asked(period, None)
    if period is Period.WEEK and text.isascii() and text.isdigit() and 1 <= int(text) <= WEEKS:
        return Asked(period, _numbered(int(text), spoken))
    if period is Period.MONTH:
        with suppress(ValueError):
            return Asked(period, date.fromisoformat(f"{text.strip()}-01"))
    return Asked(period, past_day(option, text, spoken))


def past_day(option: str, text: str, spoken: Spoken) -> date:
    """The day, or the first day of the span, that a text names, rather a past one; raises RefusedError."""
    words = spoken.words
    try:
        read = read_date(text, spoken.language, spoken.today, first_weekday=spoken.first_weekday, past=True)
    except ReadingError as error:
        raise nonsense(option, reading_error(error, words), words) from error
    if read.alternatives:
        raise nonsense(option, date_doubt((read.date, *read.alternatives), words), words)
    first = read.start or read.date
    if first > spoken.today:
        why = words.gettext("{day} is still to come.").format(day=words.date_full(first))
        raise RefusedError(words.gettext("{option}: {why}").format(option=option, why=why))
    return first


def _numbered(number: int, spoken: Spoken) -> date:
    """The latest week with a number that has begun."""
    week = week_start(spoken.today, spoken.first_weekday)
    while week_number(week, spoken.first_weekday)[1] != number:
        week = week_start(add_days(week, -1), spoken.first_weekday)
    return week
