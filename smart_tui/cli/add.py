"""`smart-tui add "TEXT"`: a goal from one sentence and its options, with what was understood said back."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError, refuse_unreadable
from smart_tui.cli.json import dumps
from smart_tui.cli.keeping import kept
from smart_tui.cli.newgoal import Spoken, dated, measured, nonsense
from smart_tui.cli.output import finish
from smart_tui.cli.standing import as_json, standing
from smart_tui.cli.understood import Understood, understand, understood_rows
from smart_tui.coach.judgement import heard
from smart_tui.domain.cleaning import clean_text
from smart_tui.domain.completeness import StepState, measure_missing
from smart_tui.domain.goal import Goal, State
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS, Slot
from smart_tui.i18n import N_, Words
from smart_tui.store import queries
from smart_tui.store.store import Store
from smart_tui.text.card import missing_words
from smart_tui.text.statement import statement

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

TITLE_ANSWER = "specific.what"


def run_add(context: Context) -> NoReturn:
    """Make a goal from the words of the command line, print it and end the process; raises StoreError."""
    text = " ".join(clean_text(" ".join(context.arguments.words)).split())
    if not text:
        raise UsageError(N_("Something is missing: smart-tui {word}"), 'add "TEXT"')
    options, words = context.arguments.options, context.words
    store = Store(context.paths.db)
    try:
        settings = store.read(queries.settings)
        today = context.today(settings)
        spoken = Spoken(today, settings.first_weekday, context.language, words)
        language = context.language_of(text)
        reading, _ = heard(text, language, today, settings.first_weekday)
        refuse_unreadable(words)
        found = with_options(understand(text, reading, spoken._replace(language=language)), options, spoken)
        model = settings.default_model if settings.default_model in MODELS else DEFAULT_MODEL
        active = "--activate" in options
        if active:
            check_ready(found, options, words)
        goal_id = store.run_sync(create, found, model, language, today if active else None)
        goal = store.read(queries.goal, goal_id)
        if context.arguments.json:
            said = dumps(as_json(standing(goal, (), today, settings), today, words, settings)) + "\n"
        else:
            said = report(goal, found, today, words, statement(goal, today, words, settings))
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    finally:
        store.close()
    finish(said, after=kept(context))


def with_options(found: Understood, options: Mapping[str, str], spoken: Spoken) -> Understood:
    """The same with what the options say instead; raises RefusedError naming the one that makes no sense."""
    words = spoken.words
    start = dated(options, "--start", spoken.today, spoken) or found.start
    deadline = dated(options, "--deadline", start or spoken.today, spoken) or found.deadline
    measure = measured(options, found.measure, spoken)
    if deadline is not None and deadline <= (start or spoken.today):
        option = "--start" if "--start" in options and "--deadline" not in options else "--deadline"
        if option in options:
            why = words.gettext("the deadline has to come after the start, {day}.")
            raise nonsense(option, why.format(day=words.date_full(start or spoken.today)), words)
    if measure is not None and start is not None:
        measure = measure._replace(valid_from=start)
    return found._replace(start=start, deadline=deadline, measure=measure)


def check_ready(found: Understood, options: Mapping[str, str], words: Words) -> None:
    """Raise RefusedError, with what is missing, for a goal that cannot be activated yet."""
    if found.number_doubt and "--target" not in options:
        raise RefusedError(words.gettext("It cannot be activated yet. {why}").format(why=found.number_doubt))
    if found.date_doubt and "--deadline" not in options:
        raise RefusedError(words.gettext("It cannot be activated yet. {why}").format(why=found.date_doubt))
    missing = tuple(code for code in measure_missing(found.measure) if code not in ("kind", "baseline"))
    if missing:
        what = missing_words(StepState(Slot.MEASURABLE, 0, missing), words)
        raise RefusedError(words.gettext("It cannot be activated yet; missing: {what}.").format(what=what))


def create(unit: "Unit", found: Understood, model: str, language: str, active_on: date | None = None) -> int:
    """The command that stores the draft, and activates it on a day; gives the goal's id."""
    from smart_tui.store.commands import goals, measures

    goal_id = goals.create(unit, model, language, found.title, {TITLE_ANSWER: found.whole}, start=found.start)
    if found.measure is not None:
        measures.set_measure(unit, goal_id, found.measure)
    if found.deadline is not None:
        goals.set_fields(unit, goal_id, {"deadline": found.deadline})
    if active_on is not None:
        goals.activate(unit, goal_id, active_on)
    return goal_id


def report(goal: Goal, found: Understood, today: date, words: Words, said: str) -> str:
    """The goal's number and title, its sentence, and each thing that was understood, in full."""
    draft = goal.state is State.DRAFT
    heading = words.gettext("Draft {number}: {title}") if draft else words.gettext("Goal {number}: {title}")
    parts = [heading.format(number=goal.no, title=goal.title)]
    rows = understood_rows(found, today, words)
    if rows:
        parts += [said, *table(rows, indent=2)]
    parts += found.doubts
    if draft:
        parts.append(words.gettext("Open smart-tui to go on with it; it is among the drafts."))
    return "\n".join(parts) + "\n"
