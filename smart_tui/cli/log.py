"""`smart-tui log GOAL ENTRY`: a check-in in one line, said back with how the goal stands afterwards."""

from typing import NoReturn

from smart_tui.cli.checkin import Recorded, Surroundings, check_in
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.keeping import kept
from smart_tui.cli.output import finish
from smart_tui.cli.standing import amount, as_json, iso, standing
from smart_tui.domain.cleaning import clean_text
from smart_tui.domain.goal import Goal
from smart_tui.store import queries
from smart_tui.store.store import Store


def run_log(context: Context) -> NoReturn:
    """Record what the words say about the goal the first of them names, and end the process; raises StoreError."""
    ref, *typed = context.arguments.words
    store = Store(context.paths.db)
    try:
        settings = store.read(queries.settings)
        around = Surroundings(store, context.today(settings), settings, context.language, context.words)
        goal = store.read(queries.find, ref)
        recorded = check_in(" ".join(clean_text(" ".join(typed)).split()), goal, around)
        goal = store.read(queries.goal, goal.id)
        said = _json(goal, recorded, around) if context.arguments.json else _text(goal, recorded, around)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    finally:
        store.close()
    finish(said, after=kept(context))


def _text(goal: Goal, recorded: Recorded, around: Surroundings) -> str:
    from smart_tui.domain.buffer import bare_minimum, buffer_days
    from smart_tui.text.sentences import page_sentence
    from smart_tui.text.title import title

    words, today, settings = around.words, around.today, around.settings
    entries = around.store.read(queries.entries, goal.id)
    each = standing(goal, entries, today, settings)
    buffer = buffer_days(goal, entries, today, settings)
    asks = bare_minimum(goal, entries, today, settings)
    heading = f"{goal.no}  {title(goal, words)}"
    return "\n".join([heading, recorded.said, page_sentence(goal, each.assessment, today, words, buffer, asks)]) + "\n"


def _json(goal: Goal, recorded: Recorded, around: Surroundings) -> str:
    entries = around.store.read(queries.entries, goal.id)
    each = standing(goal, entries, around.today, around.settings)
    reading = recorded.reading
    said: Json = {
        "on": iso(reading.on),
        "mode": reading.mode.value,
        "value": amount(reading.value),
        "note": reading.note,
    }
    return dumps({**as_json(each, around.today, around.words, around.settings), "recorded": said}) + "\n"
