"""`smart-tui export`: everything, or some goals, into a file, a folder or the output."""

import os
import signal
from datetime import UTC, datetime
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.context import Context
from smart_tui.cli.list import damaged
from smart_tui.cli.output import finish, pour
from smart_tui.cli.waiting import waiting
from smart_tui.export.kinds import Kind, kind_of, makes_folder, wants_text
from smart_tui.export.making import Taken, pages, remember, take, things, weighed
from smart_tui.export.writing import put_file, put_folder
from smart_tui.i18n import N_
from smart_tui.paths import is_own
from smart_tui.store import queries
from smart_tui.store.connection import Reader, open_reader
from smart_tui.store.store import Store
from smart_tui.text.files import OWN_FILE
from smart_tui.text.leaving import export_problem, taken_along, too_large

OUTPUT = "-"
"""Typed for the file, it is the output."""
FAILED = 1


def run_export(context: Context) -> NoReturn:
    """Write what the words and options ask for and end the process; raises StoreError and UsageError."""
    arguments, words = context.arguments, context.words
    path = os.path.expanduser(arguments.words[0]) if arguments.words else OUTPUT
    kind = _kind(arguments.options.get("--to", ""), path)
    local = "--local" in arguments.options
    if local and kind is not Kind.CSV:
        raise UsageError(N_("{word} goes with a table only, that is with --to csv."), "--local")
    reader = open_reader(context.paths.db)
    with waiting(words.gettext("Your goals are being read.")):
        taken = _taken(context, kind, reader)
    taken = taken._replace(as_text=wants_text(kind, path))
    if path == OUTPUT:
        _pour(context, kind, taken, local, reader)
    _leave_nothing_half()
    with waiting(words.gettext("The file is being written.")):
        large = _put(context, kind, path, taken, local)
        _remember(context, kind, taken)
    said = taken_along(things(kind, taken), path, words)
    finish(f"{said}\n", error=_beside(context, reader, large))


def _kind(asked: str, path: str) -> Kind:
    """The format that is asked for, else the one the ending names, else our own; raises UsageError."""
    if asked:
        if asked not in set(Kind):
            raise UsageError(
                N_("There is no format {word}; there are json, csv, md, ics, jrnl and taskwarrior."), asked
            )
        return Kind(asked)
    if path == OUTPUT:
        return Kind.JSON
    if path.endswith(("/", os.sep)) or os.path.isdir(path):
        return Kind.MARKDOWN
    found = kind_of(path)
    if found is None:
        raise UsageError(N_("The ending of {word} names no format; say which with --to, such as --to json."), path)
    return found


def _taken(context: Context, kind: Kind, reader: Reader) -> Taken:
    settings = queries.settings(reader)
    goal_ids = {queries.find(reader, ref).id for ref in context.arguments.goals}
    return take(reader, settings, context.today(settings), datetime.now(UTC), context.words, goal_ids, kind)


def _leave_nothing_half() -> None:
    """Take away what is half written when the system ends the program, as it is after Ctrl+C."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _pour(context: Context, kind: Kind, taken: Taken, local: bool, reader: Reader) -> NoReturn:
    words = context.words
    leaving = weighed(kind, taken, local)
    try:
        if pour(leaving):
            _remember(context, kind, taken)
    except OSError:
        said = words.gettext("The output could not be written, so what stands in it is not whole.")
        finish(error=f"smart-tui: {said}\n", code=FAILED)
    finish(error=_beside(context, reader, leaving.too_large))


def _beside(context: Context, reader: Reader, large: bool) -> str:
    """What is said of the export besides: rows that could not be read, and that it is too large to come back."""
    return damaged(len(reader.damaged), context.words) + (f"{too_large(context.words)}\n" if large else "")


def _remember(context: Context, kind: Kind, taken: Taken) -> None:
    # A file that is not there yet is not made by an export of nothing.
    if os.path.exists(context.paths.db):
        store = Store(context.paths.db)
        try:
            remember(store, kind, taken)
        finally:
            store.close()


def _put(context: Context, kind: Kind, path: str, taken: Taken, local: bool) -> bool:
    """Write the file or the folder, and give whether it is too large to be brought in again; ends the process with a
    sentence where it cannot be written."""
    words, replace = context.words, "--force" in context.arguments.options
    folder = makes_folder(kind, path)
    if is_own(path, context.paths):
        finish(error=f"smart-tui: {words.gettext(OWN_FILE)}\n", code=FAILED)
    try:
        if folder:
            put_folder(path, pages(taken), replace)
        else:
            leaving = weighed(kind, taken, local)
            put_file(path, leaving, replace)
            return leaving.too_large
    except OSError as error:
        said = export_problem(error, words, folder)
        if isinstance(error, FileExistsError):
            said = f"{said}\n{words.gettext('With --force it is written all the same.')}"
        finish(error=f"smart-tui: {path}: {said}\n", code=FAILED)
    return False
