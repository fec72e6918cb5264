"""`smart-tui backup now|list|verify`: make a backup, list those there are, check them."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.columns import table
from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.keeping import problem_of_second, second_folder
from smart_tui.cli.output import finish
from smart_tui.cli.waiting import waiting
from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.i18n import N_
from smart_tui.store.backups.copying import verify_backup
from smart_tui.store.backups.listing import backups_of, note_check
from smart_tui.store.errors import StoreError

FAILED = 1
COUNTED = ("goal", "entry", "journal", "review")
"""The tables whose rows are counted for programs."""


def run_backup(context: Context) -> NoReturn:
    """Do what the first word says and end the process; raises StoreError and UsageError."""
    what, *names = context.arguments.words
    if what == "verify":
        if len(names) > 1:
            raise UsageError(N_("There is a word too many: {word}"), names[1])
        _verify(context, names[0] if names else "")
    if names:
        raise UsageError(N_("There is a word too many: {word}"), names[0])
    if what == "now":
        _now(context)
    if what == "list":
        _list(context)
    raise UsageError(N_("There is no backup {word}; there are now, list and verify."), what)


def named(context: Context, name: str) -> Backup:
    """The backup of this name, or at this path; raises StoreError no_backup."""
    found = backups_of(context.paths.db)
    for backup in found:
        if name in (os.path.basename(backup.path), os.path.basename(backup.path).removesuffix(".db")):
            return backup
    path = os.path.abspath(os.path.expanduser(name))
    if not os.path.isfile(path):
        raise StoreError("no_backup", ref=name)
    same = (backup for backup in found if backup.path == path)
    return next(same, Backup(path, "", {}, size=os.path.getsize(path), listed=False))


def as_json(backup: Backup) -> Json:
    """A backup for programs: its name, which is no text of a person, and what it holds."""
    return {
        "name": os.path.basename(backup.path),
        "at": None if backup.at is None else backup.at.isoformat(),
        "reason": backup.reason or None,
        "size": backup.size,
        "version": backup.version or None,
        "rows": {name: backup.rows[name] for name in COUNTED if name in backup.rows},
        "listed": backup.listed,
        "sound": backup.sound,
    }


def _now(context: Context) -> NoReturn:
    from smart_tui.store.backups.making import back_up
    from smart_tui.text.backups import holding, size
    from smart_tui.text.keeping import backup_failed

    words = context.words
    try:
        with waiting(words.gettext("The backup is being made.")):
            done = back_up(context.paths.db, BackupReason.ASKED, datetime.now(UTC), second_folder(context))
    except StoreError as error:
        finish(error=f"smart-tui: {backup_failed(error, words)}\n", code=FAILED)
    made = done.backup
    if made is None:
        finish(error=f"smart-tui: {words.gettext('There is nothing yet to make a backup of.')}\n", code=FAILED)
    if context.arguments.json:
        said = dumps(as_json(made)) + "\n"
    else:
        lines = (
            words.gettext("Backup made: {what}, {size}."),
            "{path}",
        )
        filled = {"what": holding(made.rows, words), "size": size(made.size, words), "path": made.path}
        said = "".join(f"{line.format(**filled)}\n" for line in lines)
    finish(said, error=problem_of_second(done.second, context))


def _list(context: Context) -> NoReturn:
    words, found = context.words, backups_of(context.paths.db)
    if context.arguments.json:
        finish(dumps([as_json(backup) for backup in found]) + "\n")
    if not found:
        finish(words.gettext("There are no backups yet; smart-tui backup now makes one.") + "\n")
    finish("\n".join(table([_row(backup, context) for backup in found], right=(2,))) + "\n")


def _row(backup: Backup, context: Context) -> tuple[str, ...]:
    from smart_tui.text.backups import day_and_time, holding, reason, size

    words = context.words
    when = "" if backup.at is None else day_and_time(backup.at.astimezone(), datetime.now().astimezone(), words)
    holds = holding(backup.rows, words) if backup.rows else ""
    why = reason(backup, words) if backup.sound else words.gettext("damaged")
    return when, why, size(backup.size, words), os.path.basename(backup.path), holds


def _verify(context: Context, name: str) -> NoReturn:
    from smart_tui.text.errors import store_error

    words = context.words
    chosen = (named(context, name),) if name else backups_of(context.paths.db)
    if not chosen and not context.arguments.json:
        finish(words.gettext("There are no backups yet; smart-tui backup now makes one.") + "\n")
    checked: list[tuple[Backup, StoreError | None]] = []
    with waiting(words.gettext("The backups are being checked.")):
        for backup in chosen:
            checked.append((backup, _problem(context, backup)))
    code = FAILED if any(problem for _, problem in checked) else 0
    if context.arguments.json:
        said = [
            {
                "name": os.path.basename(backup.path),
                "sound": problem is None,
                "problem": problem.code if problem else None,
            }
            for backup, problem in checked
        ]
        finish(dumps(said) + "\n", code=code)
    for_each = [
        (os.path.basename(backup.path), store_error(problem, words) if problem else words.gettext("whole"))
        for backup, problem in checked
    ]
    finish("\n".join(table(for_each)) + "\n", code=code)


def _problem(context: Context, backup: Backup) -> StoreError | None:
    """What is wrong with a backup; the answer is noted beside those of ours, where that can be written."""
    try:
        verify_backup(backup.path)
        problem = None
    except StoreError as error:
        problem = error
    if backup.listed and (problem is None or problem.code in ("damaged", "not_a_database", "other_program")):
        with suppress(OSError):
            note_check(context.paths.db, datetime.now(UTC), problem is None, os.path.basename(backup.path))
    return problem
