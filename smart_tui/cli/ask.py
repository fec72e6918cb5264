"""`smart-tui ask`: what is unanswered, one line each. Enter leaves it unknown; each answer is written at once."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from typing import NamedTuple, NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.checkin import Surroundings, check_in
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.keeping import kept
from smart_tui.cli.output import finish, say, shown
from smart_tui.cli.pagefigures import period_name
from smart_tui.cli.standing import iso
from smart_tui.domain.calendar import add_days, period_bounds
from smart_tui.domain.cleaning import clean_text
from smart_tui.domain.due import asking_period, needed_from, unanswered
from smart_tui.domain.goal import Goal, Kind, Measure, Period, Status
from smart_tui.domain.nps import NPS
from smart_tui.domain.scale import SCALE
from smart_tui.domain.settings import Settings
from smart_tui.domain.status import order_key
from smart_tui.i18n import N_, Words
from smart_tui.reading.checkins import measure_for
from smart_tui.reading.dates import read_date, read_period
from smart_tui.reading.errors import ReadingError
from smart_tui.store import queries
from smart_tui.store.connection import Reader
from smart_tui.store.queries.today import assessed, recent_days
from smart_tui.store.store import Store
from smart_tui.text.distance import distance
from smart_tui.text.title import title

QUIT = "q"
INTERRUPTED = 130
WEEK = 7
FARTHEST = 366
"""Days back from today that may be asked for."""
_SETTLED = (Status.PAUSED, Status.ACHIEVED, Status.MISSED, Status.NEEDS_BASELINE)


class Question(NamedTuple):
    """One day that a goal has no entry for."""

    goal: Goal
    on: date


def run_ask(context: Context) -> NoReturn:
    """Ask for what is unanswered and end the process; with JSON, print it and ask nothing. Raises StoreError."""
    store = Store(context.paths.db)
    try:
        settings = store.read(queries.settings)
        around = Surroundings(store, context.today(settings), settings, context.language, context.words)
        first, last = span(context.arguments.words, around.today, around.language, settings.first_weekday)
        asked = store.read(questions, first, last, around.today, settings)
        if context.arguments.json:
            said = dumps([_json(each) for each in asked]) + "\n"
        elif not asked:
            said = around.words.gettext("Nothing is unanswered.") + "\n"
        else:
            store.warm()
            said = _all(asked, around)
    except KeyboardInterrupt:
        # What was answered is written, or will be once the store is closed.
        store.close()
        finish("\n", code=INTERRUPTED)
    finally:
        store.close()
    finish(said, after=None if context.arguments.json else kept(context))


def span(said: Sequence[str], today: date, lang: str, first_weekday: int = 0) -> tuple[date, date]:
    """First and last day that are asked for: today, yesterday, seven days with today, or what the language calls a
    past day or span; raises UsageError."""
    name = " ".join(said) or "today"
    with suppress(ReadingError):
        if read_period(name, lang) is Period.WEEK:
            return add_days(today, 1 - WEEK), today
    with suppress(ReadingError):
        read = read_date(name, lang, today, first_weekday=first_weekday, past=True)
        first, last = read.start or read.date, min(read.date, today)
        if add_days(today, -FARTHEST) <= first <= last:
            return first, last
    raise UsageError(N_("ask goes with today, yesterday or week, not with {word}."), name)


def questions(reader: Reader, first: date, last: date, today: date, settings: Settings) -> list[Question]:
    """The unanswered days of the active goals, by day, and within a day in the order of the list."""
    found = assessed(reader, today, settings)
    found.sort(key=lambda each: order_key(each[0], each[1], today))
    goals = [goal for goal, assessment in found if assessment.status not in _SETTLED]
    since = {goal.id: _since(goal, first, today, settings) for goal in goals}
    days = recent_days(reader, goals, since, today)
    asked = [
        Question(goal, day)
        for goal in goals
        for day in unanswered(goal, days[goal.id], _first(goal, first, last, today, settings), last, today, settings)
    ]
    return sorted(asked, key=lambda question: question.on)


def _first(goal: Goal, first: date, last: date, today: date, settings: Settings) -> date:
    """From which day on a goal is asked: an amount per period, that is due now, also for the last complete one."""
    return min(first, needed_from(goal, today, settings)) if last == today else first


def _since(goal: Goal, first: date, today: date, settings: Settings) -> date:
    measure = goal.measure_on(today)
    period = measure.period if measure is not None and measure.period is not None else Period.WEEK
    return min(period_bounds(first, period, settings.first_weekday)[0], needed_from(goal, first, settings))


def _all(asked: Sequence[Question], around: Surroundings) -> str:
    """Ask one after the other; gives the closing line."""
    words, recorded = around.words, 0
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    say(words.gettext("Enter leaves a line unknown, s excuses the day, q ends.") + "\n")
    for question in asked:
        answer = _ask(question, around)
        if answer is None:
            break
        recorded += answer
    done = words.ngettext("{count} recorded", "{count} recorded", recorded)
    left = words.ngettext("{count} left unknown", "{count} left unknown", len(asked) - recorded)
    return (
        words.gettext("{recorded}, {unknown}.").format(
            recorded=done.format(count=words.number(recorded)),
            unknown=left.format(count=words.number(len(asked) - recorded)),
        )
        + "\n"
    )


def _ask(question: Question, around: Surroundings) -> bool | None:
    """Ask until the answer can be recorded: True. False where it is left unknown, None where no more is answered."""
    prompt = _prompt(question, around)
    while True:
        line = _line(prompt)
        answer = "" if line is None else " ".join(clean_text(line).split())
        if line is None or answer.casefold() == QUIT:
            return None
        if not answer:
            return False
        try:
            say(f"  {check_in(answer, question.goal, around, question.on).said}\n")
            return True
        except RefusedError as refused:
            say(f"  {refused}\n")


def _line(prompt: str) -> str | None:
    """The next line that is typed, or that a pipe gives; None where there are no more."""
    stream = sys.stdin
    if stream is None:
        return None
    try:
        if stream.isatty() and sys.stdout.isatty():
            with suppress(ImportError):
                # Loaded, it lets one correct the line with the usual keys.
                import readline  # noqa: F401
            return input(shown(prompt))
        say(prompt)
        line = stream.readline()
    except EOFError:
        line = ""
    # A terminal has gone to the next line by the Enter that was typed, a pipe has not.
    if not line or not stream.isatty():
        say("\n")
    return line or None


def _prompt(question: Question, around: Surroundings) -> str:
    """ "3  Drink water, yesterday (glasses): " """
    words = around.words
    said = {"number": question.goal.no, "title": title(question.goal, words), "day": _asked_for(question, around)}
    hint = _hint(measure_for(question.goal, question.on), words)
    if not hint:
        return words.gettext("{number}  {title}, {day}: ").format(**said)
    return words.gettext("{number}  {title}, {day} ({hint}): ").format(**said, hint=hint)


def _asked_for(question: Question, around: Surroundings) -> str:
    """The day that is asked for, or the period that is over and holds nothing: "yesterday", "December 2025"."""
    on, today, words = question.on, around.today, around.words
    period = asking_period(question.goal.measure_on(on))
    if period is not None and on < today:
        first, last = period_bounds(on, period, around.settings.first_weekday)
        return period_name(first, last, period, words)
    return distance(on, today, words) if (today - on).days <= 1 else words.date_full(on)


def _hint(measure: Measure, words: Words) -> str:
    """What an answer is: the unit, or the scale of a rating."""
    if measure.kind is Kind.RATING:
        return words.gettext("-2 to 2")
    if measure.entered_as == NPS:
        return words.gettext("promoters passives detractors")
    if measure.entered_as == SCALE and measure.low is not None and measure.high is not None:
        ends = {"low": words.number(measure.low), "high": words.number(measure.high)}
        return words.gettext("{low} to {high}").format(**ends)
    return measure.unit


def _json(question: Question) -> Json:
    goal, measure = question.goal, measure_for(question.goal, question.on)
    return {
        "on": iso(question.on),
        "no": goal.no,
        "uuid": goal.uuid,
        "title": goal.title,
        "kind": measure.kind.value,
        "unit": measure.unit,
    }
