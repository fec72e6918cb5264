"""A check-in typed on the command line: read by the app's grammar, refused with a sentence, recorded as one step."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.cli.doubts import RefusedError, date_doubt, number_doubt
from smart_tui.domain.checkin import effect, next_milestone
from smart_tui.domain.goal import Entry, Goal, Kind, State
from smart_tui.domain.measure import default_step, goal_days
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.reading.checkins import measure_for, read_check_in
from smart_tui.reading.entries import EntryReading, Mode
from smart_tui.reading.errors import ReadingError
from smart_tui.store import queries
from smart_tui.store.store import Store
from smart_tui.text.echo import echo_entry
from smart_tui.text.errors import reading_error
from smart_tui.text.title import title


class Surroundings(NamedTuple):
    """What reading and recording need: the file, the day, the person's language and the words to answer in."""

    store: Store
    today: date
    settings: Settings
    language: str
    words: Words


class Recorded(NamedTuple):
    """What was recorded, and the sentence that says it back."""

    reading: EntryReading
    said: str


def check_in(text: str, goal: Goal, around: Surroundings, on: date | None = None) -> Recorded:
    """Read a check-in and record it; `on` is its day if none is written, else today.

    Raises RefusedError for what cannot be read or does not fit, StoreError for what cannot be stored.
    """
    takes_entries(goal, around.words)
    entries = around.store.read(queries.entries, goal.id)
    reading = read(text, goal, entries, around, on)
    if reading.mode is Mode.DONE:
        return _done(goal, entries, reading, around)
    from smart_tui.store.commands import entries as commands

    around.store.run_sync(
        commands.check_in,
        goal.id,
        reading.on,
        value=reading.value,
        excused=reading.mode is Mode.EXCUSED,
        note=reading.note,
        mode="add" if reading.mode is Mode.EXCUSED else reading.mode.value,
        counts=reading.counts,
    )
    does = effect(goal, entries, reading.on, reading.mode, reading.value)
    return Recorded(reading, echo_entry(reading, goal, around.words, does))


def read(text: str, goal: Goal, entries: Sequence[Entry], around: Surroundings, on: date | None = None) -> EntryReading:
    """What a check-in says; raises RefusedError where it cannot be read, does not fit, or can mean two things."""
    words = around.words
    first = around.settings.first_weekday
    try:
        reading = read_check_in(text, around.language, around.today, goal, entries, first_weekday=first, on=on)
    except ReadingError as error:
        raise RefusedError(reading_error(error, words)) from error
    if reading.ambiguous and reading.value is not None:
        raise RefusedError(_otherwise(number_doubt((reading.value, *reading.ambiguous), words), words))
    if reading.other_days:
        raise RefusedError(_otherwise(date_doubt((reading.on, *reading.other_days), words), words))
    return reading


def takes_entries(goal: Goal, words: Words) -> None:
    """Raise RefusedError for a draft and for a closed goal."""
    if goal.state is State.DRAFT:
        raise RefusedError(words.gettext("“{title}” is a draft: activate it first.").format(title=title(goal, words)))
    if goal.state is State.CLOSED:
        raise RefusedError(words.gettext("“{title}” is closed: open it again first.").format(title=title(goal, words)))


def _done(goal: Goal, entries: Sequence[Entry], reading: EntryReading, around: Surroundings) -> Recorded:
    """Record a day as done: the next milestone, or one of what is counted where nothing stands yet."""
    words, measure = around.words, measure_for(goal, reading.on)
    if measure.kind is Kind.MILESTONES and goal.milestones:
        return _milestone_done(goal, reading, around)
    if measure.running or (measure.kind is not Kind.MILESTONES and default_step(measure) != 1):
        raise RefusedError(reading_error(ReadingError("entry.needs_number"), words))
    if any(day.on == reading.on and day.value for day in goal_days(goal, entries, reading.on)):
        raise RefusedError(words.gettext("Something is recorded for that day already; +1 adds to it."))
    from smart_tui.store.commands import entries as commands

    around.store.run_sync(commands.check_in, goal.id, reading.on, value=reading.value, note=reading.note, mode="set")
    return Recorded(reading, echo_entry(reading, goal, words))


def _milestone_done(goal: Goal, reading: EntryReading, around: Surroundings) -> Recorded:
    milestone = next_milestone(goal.milestones)
    if milestone is None:
        raise RefusedError(around.words.gettext("Every milestone of this goal is met already."))
    from smart_tui.store.commands.plans import milestone_done

    around.store.run_sync(milestone_done, milestone.id, reading.on)
    return Recorded(reading, echo_entry(reading, goal, around.words))


def _otherwise(doubt: str, words: Words) -> str:
    return words.gettext("{doubt} Write it another way.").format(doubt=doubt)
