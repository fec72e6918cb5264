"""What is understood of a goal sentence on the command line, for sure and in doubt, and how it is said back."""

from datetime import date
from typing import NamedTuple

from smart_tui.cli.doubts import date_doubt, number_doubt
from smart_tui.cli.newgoal import Spoken
from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.goal import Kind, Measure
from smart_tui.i18n import Words
from smart_tui.reading.dates import DateReading
from smart_tui.reading.goals import Chip, GoalReading, without
from smart_tui.reading.weekdays import EVERY_DAY
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import direction_name, kind_name, per_period
from smart_tui.text.weekdays import weekdays_said


class Understood(NamedTuple):
    """A sentence as a draft takes it: nothing that could mean two things is taken."""

    title: str
    whole: str
    """What remains of the sentence, where it is longer than a title."""
    measure: Measure | None
    deadline: date | None
    start: date | None
    number_doubt: str = ""
    """A sentence about a number that could mean two things and was left in the title."""
    date_doubt: str = ""

    @property
    def doubts(self) -> tuple[str, ...]:
        """What was left in the title because it could mean two things."""
        return tuple(doubt for doubt in (self.number_doubt, self.date_doubt) if doubt)


def understand(text: str, reading: GoalReading, spoken: Spoken) -> Understood:
    """What a sentence, read in its language, says for sure, and what of it is in doubt."""
    today, words = spoken.today, spoken.words
    numbers_sure = not reading.ambiguous
    about_number = about_date = ""
    if not numbers_sure and reading.target is not None:
        about_number = number_doubt((reading.target, *reading.ambiguous), words)
    deadline = _to_come(reading.deadline, today)
    if deadline is not None and deadline.alternatives:
        about_date = date_doubt((deadline.date, *deadline.alternatives), words)
        deadline = None
    measure = _measure(reading, today) if numbers_sure else None
    taken = [chip for chip in reading.chips if _taken(chip, measure is not None, deadline is not None)]
    rest = without(text, [(chip.start, chip.end) for chip in taken], spoken.language) or text
    return Understood(
        clean_title(rest),
        rest,
        measure,
        deadline.date if deadline else None,
        deadline.start if deadline and deadline.start and deadline.start >= today else None,
        about_number,
        about_date,
    )


def _to_come(read: DateReading | None, today: date) -> DateReading | None:
    """A date without the meanings of it that have passed, where one is still to come: "in 2026"."""
    days = [day for day in (read.date, *read.alternatives) if day > today] if read is not None else []
    return read._replace(date=days[0], alternatives=tuple(days[1:])) if read is not None and days else read


def understood_rows(found: Understood, today: date, words: Words) -> list[tuple[str, str]]:
    """What was understood, a name and a value a row, to be lined up."""
    rows: list[tuple[str, str]] = []
    measure = found.measure
    if measure is not None:
        rows.append((words.gettext("Kind"), kind_name(measure.kind, words)))
        if measure.baseline is not None:
            rows.append((words.gettext("From"), words.amount(measure.baseline, measure.unit)))
        aim = _aim(measure, words)
        if aim:
            rows.append((words.gettext("Target"), aim))
    if found.start is not None:
        rows.append((words.gettext("Start"), echo_date(found.start, today, words)))
    if found.deadline is not None:
        rows.append((words.gettext("Deadline"), echo_date(found.deadline, today, words)))
    return rows


def _aim(measure: Measure, words: Words) -> str:
    if measure.change_percent is not None:
        return words.percent(measure.change_percent, sign=True)
    if measure.kind is Kind.WITHIN:
        ends = [words.amount(end, measure.unit) for end in (measure.low, measure.high) if end is not None]
        return " – ".join(ends)
    if measure.target is None:
        return ""
    parts = [words.amount(measure.target, measure.unit)]
    if measure.direction is not None:
        parts.insert(0, direction_name(measure.direction, words))
    if measure.period is not None:
        parts.append(per_period(measure.period, words))
    parts.append(weekdays_said(measure.weekdays, words))
    return " ".join(filter(None, parts))


def wanted_days(reading: GoalReading) -> int:
    """The weekdays that a quota names, as bits from Monday on; all of them where it names none."""
    named = next((chip.value for chip in reading.chips if chip.field == "weekdays"), None)
    return named if isinstance(named, int) and reading.kind is Kind.QUOTA else EVERY_DAY


def _measure(reading: GoalReading, today: date) -> Measure | None:
    """The measure a reading amounts to; None where it names no kind, or a difference from it knows not what."""
    if reading.kind is None or reading.difference is not None:
        return None
    return Measure(
        reading.kind,
        today,
        weekdays=wanted_days(reading),
        target=reading.target,
        unit=reading.unit if reading.change_percent is None else "",
        baseline=reading.baseline,
        change_percent=reading.change_percent,
        period=reading.period,
        direction=reading.direction,
        low=reading.low,
        high=reading.high,
    )


def _taken(chip: Chip, measured: bool, dated: bool) -> bool:
    return dated if chip.field == "deadline" else measured
