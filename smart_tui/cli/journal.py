"""`smart-tui journal add|list|search`: write in the journal, print what was written, find it again."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.keeping import kept
from smart_tui.cli.list import damaged
from smart_tui.cli.newgoal import Spoken
from smart_tui.cli.output import finish, say
from smart_tui.cli.reportwhen import past_day
from smart_tui.cli.standing import amount, iso
from smart_tui.domain.cleaning import TEXT_LIMIT, clean_text
from smart_tui.domain.goal import Goal
from smart_tui.domain.settings import Settings
from smart_tui.i18n import N_, Words
from smart_tui.store import queries
from smart_tui.store.connection import Reader, open_reader
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import About, Moment, MomentKind, journal_entry, timeline
from smart_tui.store.store import Store
from smart_tui.text.journal import moment_head

FROM_PIPE = "-"
"""Typed for the text, it is read from the input."""
AT_ONCE = 1000
"""So many moments are read at once."""
LISTED = 100
"""So many are listed, unless the person says how many."""
EVERYTHING = "all"
"""Typed for a number, no limit."""
LIMIT = TEXT_LIMIT + 1
"""A text that reaches this is too long: it is refused rather than cut."""


def run_journal(context: Context) -> NoReturn:
    """Do what the first word says and end the process; raises StoreError and UsageError."""
    what, *typed = context.arguments.words
    if what in ("add", "search") and "--limit" in context.arguments.options:
        raise UsageError(N_("{word} does not go with this command."), "--limit")
    if what == "add":
        _add(context, typed)
    if "--on" in context.arguments.options:
        raise UsageError(N_("{word} does not go with this command."), "--on")
    if what == "list":
        if typed:
            raise UsageError(N_("There is a word too many: {word}"), typed[0])
        _list(context)
    if what == "search":
        from smart_tui.cli.search import run_search

        if context.arguments.goals:
            raise UsageError(N_("{word} does not go with this command."), "--goal")
        run_search(context, typed)
    raise UsageError(N_("There is no journal {word}; there are add, list and search."), what)


def _add(context: Context, typed: Sequence[str]) -> NoReturn:
    words, arguments = context.words, context.arguments
    store, path = Store(context.paths.db), ""
    try:
        settings = store.read(queries.settings)
        today = context.today(settings)
        spoken = Spoken(today, settings.first_weekday, context.language, words)
        goals = list({goal.id: goal for goal in (store.read(queries.find, ref) for ref in arguments.goals)}.values())
        on = past_day("--on", arguments.options["--on"], spoken) if "--on" in arguments.options else today
        text, path = _text(typed, context)
        entry_id = _written(store, on, text, goals, words)
        moment = _moment(on, text, entry_id, goals)
        if arguments.json:
            said = dumps({"uuid": store.read(journal_entry, entry_id).uuid, **_moment_json(moment)}) + "\n"
        else:
            said = _moment_text(moment, settings, words)
    except RefusedError as refused:
        finish(error=f"smart-tui: {refused}\n{_kept(path, words)}", code=refused.code)
    except StoreError as error:
        from smart_tui.text.errors import store_error

        finish(error=f"smart-tui: {store_error(error, words)}\n{_kept(path, words)}", code=1)
    finally:
        store.close()
    if path:
        os.unlink(path)
    finish(said, after=kept(context))


def _text(typed: Sequence[str], context: Context) -> tuple[str, str]:
    """What is to be written: the words typed, the input, or what the editor leaves, and then also its file.

    Raises RefusedError where no editor can be had.
    """
    if typed and list(typed) != [FROM_PIPE]:
        return clean_text(" ".join(typed), LIMIT), ""
    if not typed and os.isatty(0) and os.isatty(1):
        return _from_editor(context)
    stream = sys.stdin
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return clean_text(stream.read(TEXT_LIMIT * 8) if stream is not None else "", LIMIT), ""


def _from_editor(context: Context) -> tuple[str, str]:
    import subprocess

    from smart_tui.tui.editor import edited_at, editor_command, laid_out

    words, found = context.words, editor_command(context.environ)
    if not found:
        raise RefusedError(words.gettext("No editor found: set EDITOR to the one you use."))
    path = laid_out("", ".md")
    try:
        text = edited_at(found, path, LIMIT)
    except (OSError, subprocess.SubprocessError) as error:
        with suppress(OSError):
            if not os.path.getsize(path):
                os.unlink(path)
                path = ""
        sentence = words.gettext("The editor {command} could not be started.").format(command=found[0])
        raise RefusedError(f"{sentence}\n{_kept(path, words)}".rstrip("\n")) from error
    if not text:
        os.unlink(path)
        path = ""
    return text, path


def _kept(path: str, words: Words) -> str:
    """Where the text is that could not be stored; nothing that was written is lost."""
    return words.gettext("What you wrote is kept in {path}.").format(path=path) + "\n" if path else ""


def _written(store: Store, on: date, text: str, goals: Sequence[Goal], words: Words) -> int:
    if not text:
        raise RefusedError(words.gettext("There is nothing to write down: the text is empty."))
    if len(text) > TEXT_LIMIT:
        limit = words.number(TEXT_LIMIT)
        raise RefusedError(words.gettext("The text is longer than {limit} characters.").format(limit=limit))
    from smart_tui.store.commands.journal import write

    return store.run_sync(write, None, on, text, [goal.id for goal in goals])


def _moment(on: date, text: str, entry_id: int, goals: Sequence[Goal]) -> Moment:
    about = tuple(About(goal.id, goal.no, goal.title) for goal in goals)
    return Moment(MomentKind.JOURNAL, entry_id, on, text, about)


def _list(context: Context) -> NoReturn:
    reader = open_reader(context.paths.db)
    settings, words = queries.settings(reader), context.words
    refs = context.arguments.goals
    if len(refs) > 1:
        raise UsageError(N_("There is a word too many: {word}"), refs[1])
    goal_id = queries.find(reader, refs[0]).id if refs else None
    limit = _limit(context)
    if context.arguments.json:
        listed = [_moment_json(moment) for each in _all(reader, goal_id, limit) for moment in each]
        finish(dumps(listed) + "\n", error=damaged(len(reader.damaged), words))
    count = 0
    for moments in _all(reader, goal_id, None if limit is None else limit + 1):
        held = moments if limit is None else moments[: limit - count]
        told = "\n".join(_moment_text(moment, settings, words) for moment in held)
        # Said as it is read: who pages through it need not wait for the end.
        if not say("\n" + told if count and told else told):
            finish()
        count += len(moments)
    note = ""
    if not count:
        say(words.gettext("Nothing is written yet; smart-tui journal add writes something down.") + "\n")
    elif limit is not None and count > limit:
        note = words.ngettext(
            "This is the newest one; --limit all lists everything.",
            "These are the newest {n}; --limit all lists everything.",
            limit,
        ).format(n=words.number(limit))
    finish(error=f"{note}\n".lstrip("\n") + damaged(len(reader.damaged), words))


def _limit(context: Context) -> int | None:
    """How many are listed at most, None for all: as programs read them all, unless a number is said."""
    said = context.arguments.options.get("--limit", "")
    if said == EVERYTHING or (not said and context.arguments.json):
        return None
    if not said:
        return LISTED
    if not (said.isascii() and said.isdigit() and int(said[:9]) > 0):
        raise UsageError(N_("--limit takes a number from 1 on, or all, not {word}."), said)
    return int(said[:9])


def _all(reader: Reader, goal_id: int | None, limit: int | None) -> Iterator[list[Moment]]:
    """What was written, newest first, some at a time."""
    place, rest = None, AT_ONCE if limit is None else limit
    while rest and (found := timeline(reader, place, min(AT_ONCE, rest), goal_id)):
        yield found
        place = found[-1].place
        rest -= 0 if limit is None else len(found)


def _moment_text(moment: Moment, settings: Settings, words: Words) -> str:
    lines = [moment_head(moment, settings, words)]
    lines += [f"  {line}".rstrip() for line in moment.text.splitlines()]
    return "\n".join(lines) + "\n"


def _moment_json(moment: Moment) -> Json:
    return {
        "kind": moment.kind.value,
        "on": iso(moment.on),
        "text": moment.text,
        "goals": [{"no": goal.no, "title": goal.title} for goal in moment.goals],
        "value": amount(moment.value),
        "week": iso(moment.week),
    }
