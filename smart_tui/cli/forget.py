"""`smart-tui forget GOAL`: takes a goal, or what was written on a day, out of the file for ever."""

import os
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.asking import go_on
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import dumps
from smart_tui.cli.keeping import second_folder
from smart_tui.cli.newgoal import Spoken
from smart_tui.cli.output import finish, say
from smart_tui.cli.reportwhen import past_day
from smart_tui.cli.waiting import waiting
from smart_tui.i18n import N_
from smart_tui.store import queries
from smart_tui.store.backups.holding import still_holding
from smart_tui.store.commands.forget import Forgotten, forget_goal, forget_journal
from smart_tui.store.queries.journal import written_on
from smart_tui.store.store import Store
from smart_tui.text import forgetting as text
from smart_tui.text.title import title


def run_forget(context: Context) -> NoReturn:
    """Ask, forget, and name the backups that still hold it; ends the process. Raises StoreError, UsageError."""
    words, arguments = context.words, context.arguments
    by_day = "--journal" in arguments.options
    if by_day and arguments.words:
        raise UsageError(N_("There is a word too many: {word}"), arguments.words[0])
    if not by_day and not arguments.words:
        raise UsageError(N_("Something is missing: smart-tui {word}"), "forget GOAL")
    store = Store(context.paths.db)
    try:
        if by_day:
            _journal(context, store)
        goal = store.read(queries.find, " ".join(arguments.words))
        entries = len(store.read(queries.entries, goal.id))
        go_on(context, f"{text.question(title(goal, words), words)} {text.taken(entries, words)}")
        _forget(context, store, forget_goal, goal.id)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n", code=refused.code)
    finally:
        store.close()


def _journal(context: Context, store: Store) -> NoReturn:
    words, settings = context.words, store.read(queries.settings)
    spoken = Spoken(context.today(settings), settings.first_weekday, context.language, words)
    day = past_day("--journal", context.arguments.options["--journal"], spoken)
    found = store.read(written_on, day)
    said = words.date_full(day)
    if not found:
        raise RefusedError(words.gettext("Nothing was written in the journal on {day}.").format(day=said))
    go_on(context, text.journal_question(len(found), said, words))
    _forget(context, store, forget_journal, [entry.id for entry in found])


def _forget(context: Context, store: Store, command: Callable[..., Forgotten], what: int | Sequence[int]) -> NoReturn:
    words = context.words
    with waiting(words.gettext("It is being taken out of the file.")):
        done: Any = store.forget(command, what).result()
        holding = still_holding(context.paths.db, done.table, done.uuids, second_folder(context))
    if context.arguments.json:
        names = [os.path.basename(backup.path) for backup in holding]
        told = {"forgotten": list(done.uuids), "rows": done.rows, "backups": names, "traces": store.traces_left}
        finish(dumps(told) + "\n")
    say(text.forgotten(len(holding), words) + "\n")
    if store.traces_left:
        say(text.traces(words) + "\n")
    finish("".join(f"{line}\n" for line in text.where(holding, words, len(holding))))
