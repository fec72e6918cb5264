"""`smart-tui restore`: put a backup into the file, or what can still be read of a damaged one."""

import os
from datetime import UTC, datetime
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.asking import go_on
from smart_tui.cli.backup import as_json, named
from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.output import finish, say
from smart_tui.cli.waiting import waiting
from smart_tui.domain.backup import Backup, Difference, FileState, Salvaged
from smart_tui.i18n import N_
from smart_tui.store.backups.copying import verify_backup
from smart_tui.store.backups.listing import to_go_back_to
from smart_tui.store.errors import StoreError

FAILED = 1


def run_restore(context: Context) -> NoReturn:
    """Say what would change, ask, and do it; raises StoreError and UsageError."""
    options, given = context.arguments.options, context.arguments.words
    if "--salvage" in options:
        if given:
            raise UsageError(N_("There is a word too many: {word}"), given[0])
        _salvage(context)
    _restore(context, given[0] if given else "")


def newest_good(db: str) -> Backup | None:
    """The newest backup of the database file `db` that is whole, None where there is none.

    One that a restore made of what it replaced is taken only where there is no other.
    """
    for backup in to_go_back_to(db):
        if backup.listed and backup.sound and _is_whole(backup):
            return backup
    return None


def _is_whole(backup: Backup) -> bool:
    try:
        verify_backup(backup.path)
    except StoreError:
        return False
    return True


def _restore(context: Context, name: str) -> NoReturn:
    from smart_tui.store.rescue.difference import difference
    from smart_tui.store.rescue.restore import check_ours, restore

    words, db = context.words, context.paths.db
    check_ours(db)
    with waiting(words.gettext("The backups are being compared with your file.")):
        backup = named(context, name) if name else newest_good(db)
        if backup is None:
            finish(error=f"smart-tui: {words.gettext('There is no backup that could be restored.')}\n", code=FAILED)
        verify_backup(backup.path)
        changes = difference(db, backup.path)
        needless = changes.nothing and _is_in_order(db)
    if needless or "--dry-run" in context.arguments.options:
        finish(_told(context, backup, changes, None, restored=False))
    if not context.arguments.json:
        say(_told(context, backup, changes, None, restored=False))
    go_on(context, words.gettext("Restore this backup?"))
    with waiting(words.gettext("The backup is being restored.")):
        kept = restore(db, backup.path, datetime.now(UTC))
    finish(_told(context, backup, changes, kept, restored=True))


def _is_in_order(db: str) -> bool:
    from smart_tui.store.rescue.health import full_check

    try:
        return not full_check(db)
    except StoreError:
        return False


def _told(context: Context, backup: Backup, changes: Difference, kept: Backup | None, *, restored: bool) -> str:
    """What would change, or what was done."""
    if context.arguments.json:
        return dumps(_as_json(backup, changes, kept, restored)) + "\n"
    from smart_tui.text import backups as text

    words = context.words
    if not restored:
        # One that was named by its path, and is none of the list, has no time.
        head = [backup.path]
        if backup.at is not None:
            when = text.day_and_time_full(backup.at.astimezone(), words)
            head = [os.path.basename(backup.path), when, text.reason(backup, words)]
        return "\n".join((*_problem(context), " · ".join(filter(None, head)), *text.restored(changes, words))) + "\n"
    lines = [words.gettext("The backup is restored.")]
    if kept is not None and kept.listed:
        name = os.path.basename(kept.path)
        lines.append(words.gettext("What was there before comes back with: smart-tui restore {name}").format(name=name))
    elif kept is not None:
        lines.append(words.gettext("What was there before is kept as {path}.").format(path=kept.path))
    return "\n".join(lines) + "\n"


def _problem(context: Context) -> tuple[str, ...]:
    """What is wrong with the file, where a backup is wanted for that."""
    from smart_tui.store.rescue.health import look
    from smart_tui.text.filestate import file_state

    state = look(context.paths.db).state
    if state not in (FileState.EMPTY, FileState.DAMAGED, FileState.NOT_A_DATABASE):
        return ()
    return (file_state(state, context.paths.db, context.words),)


def _as_json(backup: Backup, changes: Difference, kept: Backup | None, restored: bool) -> Json:
    return {
        "backup": as_json(backup),
        "goals": {
            "back": list(changes.goals_back),
            "gone": list(changes.goals_gone),
            "changed": list(changes.goals_changed),
        },
        "rows": {
            "back": dict(changes.rows_back),
            "gone": dict(changes.rows_gone),
            "changed": dict(changes.rows_changed),
        },
        "settings_changed": changes.settings_changed,
        "restored": restored,
        "kept": None if kept is None else as_json(kept),
    }


def _salvage(context: Context) -> NoReturn:
    from smart_tui.store.rescue.salvage import salvage

    words, db = context.words, context.paths.db
    with waiting(words.gettext("The file is being read page by page.")):
        if _is_in_order(db):
            finish(
                error=f"smart-tui: {words.gettext('The file is in good order; nothing was changed.')}\n", code=FAILED
            )
        found = salvage(db, datetime.now(UTC), only_look=True)
    if "--dry-run" in context.arguments.options:
        finish(_salvaged(context, found))
    if "--yes" not in context.arguments.options and not context.arguments.json:
        say(_salvaged(context, found))
    go_on(context, words.gettext("Put that in the place of the file? The file as it is now is kept."))
    with waiting(words.gettext("The file is being read page by page.")):
        done = salvage(db, datetime.now(UTC))
    finish(_salvaged(context, done))


def _salvaged(context: Context, found: Salvaged) -> str:
    if context.arguments.json:
        kept = os.path.basename(found.kept) or None
        lost: Json = {"lost": dict(found.lost), "pages_lost": found.pages_lost}
        return dumps({"saved": dict(found.saved), **lost, "kept": kept}) + "\n"
    from smart_tui.text.backups import salvaged

    lines = salvaged(found, context.words)
    return "\n".join(lines if found.kept else lines[:-1]) + "\n"
