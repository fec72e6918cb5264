"""`smart-tui add "TEXT"`: a draft from one sentence, with what was understood said back."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.output import finish
from smart_tui.domain.cleaning import clean_text, clean_title
from smart_tui.domain.goal import Goal, Kind, Measure
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS
from smart_tui.i18n import N_, Words
from smart_tui.reading.goals import Chip, GoalReading, read_goal, without
from smart_tui.store import queries
from smart_tui.store.store import Store
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import direction_name, kind_name, per_period
from smart_tui.text.statement import statement

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

TITLE_ANSWER = "specific.what"


class Understood(NamedTuple):
    """A sentence as a draft takes it: nothing that could mean two things is taken."""

    title: str
    whole: str
    """What remains of the sentence, where it is longer than a title."""
    measure: Measure | None
    deadline: date | None
    start: date | None
    doubts: tuple[str, ...]
    """Sentences about what could mean two things and was left in the title."""


def run_add(context: Context) -> NoReturn:
    """Make a draft from the words of the command line, print it and end the process; raises StoreError."""
    text = " ".join(clean_text(" ".join(context.arguments.words)).split())
    if not text:
        raise UsageError(N_("Something is missing: smart-tui {word}"), 'add "TEXT"')
    store = Store(context.paths.db)
    try:
        settings = store.read(queries.settings)
        today = context.today(settings)
        words = context.words
        found = understand(text, words, today, settings.first_weekday)
        model = settings.default_model if settings.default_model in MODELS else DEFAULT_MODEL
        goal_id = store.run_sync(create, found, model, words.code)
        goal = store.read(queries.goal, goal_id)
        finish(report(goal, found, today, words, statement(goal, today, words, settings)))
    finally:
        store.close()


def understand(text: str, words: Words, today: date, first_weekday: int) -> Understood:
    """What a sentence of the language says for sure, and what of it is in doubt."""
    reading = read_goal(text, words.code, today, first_weekday)
    doubts: list[str] = []
    numbers_sure = not reading.ambiguous
    if not numbers_sure and reading.target is not None:
        values = [words.number(value) for value in (reading.target, *reading.ambiguous)]
        doubts.append(words.gettext("The number can mean {readings}.").format(readings=_either(values, words)))
    deadline = reading.deadline
    if deadline is not None and deadline.alternatives:
        days = [words.date_full(day) for day in (deadline.date, *deadline.alternatives)]
        doubts.append(words.gettext("The date can mean {readings}.").format(readings=_either(days, words)))
        deadline = None
    measure = _measure(reading, today) if numbers_sure else None
    taken = [chip for chip in reading.chips if _taken(chip, measure is not None, deadline is not None)]
    rest = without(text, [(chip.start, chip.end) for chip in taken], words.code) or text
    return Understood(
        clean_title(rest),
        rest,
        measure,
        deadline.date if deadline else None,
        deadline.start if deadline and deadline.start and deadline.start >= today else None,
        tuple(doubts),
    )


def create(unit: "Unit", found: Understood, model: str, language: str) -> int:
    """The command that stores the draft; gives the goal's id."""
    from smart_tui.store.commands import goals, measures

    goal_id = goals.create(unit, model, language, found.title, {TITLE_ANSWER: found.whole}, start=found.start)
    if found.measure is not None:
        measures.set_measure(unit, goal_id, found.measure)
    if found.deadline is not None:
        goals.set_fields(unit, goal_id, {"deadline": found.deadline})
    return goal_id


def report(goal: Goal, found: Understood, today: date, words: Words, said: str) -> str:
    """The draft's number and title, its sentence, and each thing that was understood, in full."""
    parts = [words.gettext("Draft {number}: {title}").format(number=goal.no, title=goal.title)]
    rows = _rows(found, today, words)
    if rows:
        parts += [said, *table(rows, indent=2)]
    parts += found.doubts
    parts.append(words.gettext("Open smart-tui to go on with it; it is among the drafts."))
    return "\n".join(parts) + "\n"


def _rows(found: Understood, today: date, words: Words) -> list[tuple[str, str]]:
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
    return " ".join(parts)


def _measure(reading: GoalReading, today: date) -> Measure | None:
    """The measure a reading amounts to; None where it names no kind, or a difference from it knows not what."""
    if reading.kind is None or reading.difference is not None:
        return None
    return Measure(
        reading.kind,
        today,
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


def _either(values: Sequence[str], words: Words) -> str:
    *first, last = values
    return words.gettext("{first} or {last}").format(first=", ".join(first), last=last)
