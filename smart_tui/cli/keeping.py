"""Backups for who uses the command line only: one a day, after what was written is said."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from smart_tui.cli.context import Context
from smart_tui.domain.backup import BackupReason
from smart_tui.store.errors import StoreError

DUE = timedelta(days=1)


def kept(context: Context) -> Callable[[], str]:
    """What to do when a command has written and said so: see that a backup is made where one is due."""
    return lambda: keep(context, datetime.now(UTC))


def keep(context: Context, now: datetime) -> str:
    """Make a backup if the newest is over a day old and something changed; gives a line about why that failed.

    What was written stands either way.
    """
    from smart_tui.store.backups.making import back_up, newest_at

    db = context.paths.db
    newest = newest_at(db)
    if newest is not None and abs(now - newest) <= DUE:
        return ""
    try:
        done = back_up(db, BackupReason.TIME, now, second_folder(context))
    except StoreError as error:
        from smart_tui.text.keeping import backup_failed

        return "" if error.code == "locked" else f"smart-tui: {backup_failed(error, context.words)}\n"
    return problem_of_second(done.second, context)


def second_folder(context: Context) -> str:
    """The second folder for backups that the config file names, "" for none; also where the answer is JSON."""
    if not context.arguments.json:
        return context.config.backup_folder
    from smart_tui.config import read

    return read(context.paths.config_file)[0].backup_folder


def problem_of_second(problem: StoreError | None, context: Context) -> str:
    """A line about a backup that is not in the second folder, "" where it is, or none is wanted."""
    if problem is None:
        return _mistake(context)
    from smart_tui.text.errors import store_error

    return f"smart-tui: {store_error(problem, context.words)}\n"


def _mistake(context: Context) -> str:
    """A line about a value of the config file that names no folder."""
    from smart_tui.cli.app import notes
    from smart_tui.config import read

    found = [each for each in read(context.paths.config_file)[1] if each.key == "backup_folder"]
    return "".join(f"smart-tui: {note}\n" for note in notes(found, context.words))
