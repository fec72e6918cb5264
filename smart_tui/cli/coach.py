"""`smart-tui coach "TEXT"`: what a goal sentence holds and what it lacks; nothing is stored."""

from datetime import date
from typing import NamedTuple, NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError, refuse_unreadable
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.newgoal import Spoken, dated
from smart_tui.cli.output import finish
from smart_tui.cli.understood import understand, understood_rows, wanted_days
from smart_tui.coach.judgement import Judgement
from smart_tui.coach.remarks import remarks, sentence
from smart_tui.domain.cleaning import clean_text
from smart_tui.domain.remark import Remark, RemarkCode
from smart_tui.domain.settings import Settings
from smart_tui.i18n import LANGUAGE_NAMES, N_, Words
from smart_tui.reading.goals import GoalReading
from smart_tui.store import queries
from smart_tui.store.connection import open_reader
from smart_tui.text.coach import example_beside, remark_sentence
from smart_tui.text.history import quoted
from smart_tui.text.labels import slot_name

SYNOPSIS = 'coach "TEXT"'
_FIGURES = ("baseline", "target", "change_percent", "difference", "low", "high")
"""The numbers of a reading."""


class Coached(NamedTuple):
    """A sentence with all that was made of it."""

    text: str
    language: str
    reading: GoalReading
    judgement: Judgement
    remarks: tuple[Remark, ...]


def run_coach(context: Context) -> NoReturn:
    """Print what a sentence, or each of a file, holds and lacks, and end the process; raises StoreError."""
    text = " ".join(clean_text(" ".join(context.arguments.words)).split())
    path = context.arguments.options.get("--jsonl")
    if path is None and not text:
        raise UsageError(N_("Something is missing: smart-tui {word}"), SYNOPSIS)
    if path is not None and text:
        raise UsageError(N_("There is a word too many: {word}"), context.arguments.words[0])
    # A file of sentences is read alike whoever asks.
    settings = Settings() if path is not None else queries.settings(open_reader(context.paths.db))
    try:
        today = day_asked(context, settings)
        if path is not None:
            from smart_tui.cli.predictions import run_predictions

            run_predictions(context, path, today)
        found = coached(text, context.language_of(text), today, settings)
        refuse_unreadable(context.words)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    if context.arguments.json:
        finish(dumps(as_json(found, context.words)) + "\n")
    finish(report(found, today, settings, context.words))


def day_asked(context: Context, settings: Settings) -> date:
    """The day to take for today: the one that `--today` names, else the person's; raises RefusedError."""
    today = context.today(settings)
    spoken = Spoken(today, settings.first_weekday, context.language, context.words)
    return dated(context.arguments.options, "--today", today, spoken) or today


def coached(text: str, language: str, today: date, settings: Settings) -> Coached:
    """A sentence read in a language, with the remarks on it that the person has not put away for good."""
    goal = sentence(text, language, today, settings.first_weekday)
    said = tuple(remark for remark in remarks(goal, today) if remark.code not in settings.quiet)
    return Coached(text, language, goal.reading, goal.judgement, said)


def report(found: Coached, today: date, settings: Settings, words: Words) -> str:
    """The title that is left, what was read from the sentence, and each remark beside the step it belongs to."""
    reading = found.reading
    understood = understand(found.text, reading, Spoken(today, settings.first_weekday, found.language, words))
    rows = [(words.gettext("Language"), LANGUAGE_NAMES.get(found.language, found.language))]
    rows += understood_rows(understood, today, words)
    if reading.difference is not None and not reading.ambiguous:
        rows.append((words.gettext("Changes by"), words.amount(reading.difference, reading.unit, sign=True)))
    if reading.deadline is None and reading.deadline_words:
        rows.append((words.gettext("Deadline"), quoted(reading.deadline_words, words)))
    parts = [understood.title, *table(rows, indent=2)]
    twofold = any(remark.code is RemarkCode.NEXT_QUARTER for remark in found.remarks)
    parts += (understood.number_doubt,) if twofold else understood.doubts
    said = table([(slot_name(each.slot, words), remark_sentence(each, words)) for each in found.remarks], indent=2)
    better = _example(found, words)
    if better:
        said.append(words.gettext("For example: {sentence}").format(sentence=better))
    lines = [*filter(None, parts), "", *(said or [words.gettext("The coach has nothing to remark.")])]
    return "\n".join(lines) + "\n"


def as_json(found: Coached, words: Words) -> Json:
    """The same for programs; numbers are decimal strings, and what the sentence does not hold is null."""
    reading, judgement, deadline = found.reading, found.judgement, found.reading.deadline
    figures = ((name, getattr(reading, name)) for name in _FIGURES)
    numbers = {name: None if value is None else format(value, "f") for name, value in figures}
    return {
        "text": found.text,
        "language": found.language,
        "title": reading.title,
        "specific": judgement.specific,
        "measurable": judgement.measurable,
        "time_bound": judgement.time_bound,
        "kind": reading.kind,
        **numbers,
        "other_readings": [format(value, "f") for value in reading.ambiguous],
        "unit": reading.unit or None,
        "period": reading.period,
        "direction": reading.direction,
        "weekdays": [day for day in range(1, 8) if wanted_days(reading) >> (day - 1) & 1],
        "cadence": reading.cadence or None,
        "deadline": deadline.date.isoformat() if deadline else None,
        "deadline_or": [day.isoformat() for day in deadline.alternatives] if deadline else [],
        "deadline_words": reading.deadline_words or None,
        "remarks": [
            {
                "code": remark.code,
                "question": remark.field,
                "step": remark.slot,
                "said": remark_sentence(remark, words),
            }
            for remark in found.remarks
        ],
        "example": _example(found, words) or None,
    }


def _example(found: Coached, words: Words) -> str:
    return example_beside(found.remarks, found.reading.kind, words)
