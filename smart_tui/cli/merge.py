"""`smart-tui merge FILE`: what another copy of the app exported, brought together with what is here."""

from typing import NoReturn

from smart_tui.cli.bringing import DRY, as_json, bring, done, from_file, has_something, preview, sides, unsettled
from smart_tui.cli.context import Context
from smart_tui.cli.json import dumps
from smart_tui.cli.output import finish, say
from smart_tui.domain.transfer import Asked, UnreadableFileError
from smart_tui.interop import sources
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.interop.own.document import FORMAT
from smart_tui.store import queries
from smart_tui.store.store import Store

FAILED = 1


def run_merge(context: Context) -> NoReturn:
    """Compare, ask about what both sides changed, and merge; ends the process. Raises UsageError."""
    from_file(context, _planned, _merged)


def _planned(context: Context, store: Store, path: str) -> Plan:
    sources.spare_own(path, context.paths.db)
    today = context.today(store.read(queries.settings))
    if sources.recognise(path) != FORMAT:
        raise UnreadableFileError("not_to_merge", path=path)
    return store.read(make_plan, sources.read(path, Asked(today), FORMAT), today)


def _merged(context: Context, store: Store, plan: Plan) -> str:
    """Show what differs and carry it out; gives what is left to be said."""
    options, words, quiet = context.arguments.options, context.words, context.arguments.json
    if not quiet:
        say(preview(plan.found, plan.intake, options, words))
    if DRY in options:
        return _json(plan, False) if quiet else words.gettext("Nothing was changed.") + "\n"
    if quiet and unsettled(plan.intake.conflicts, options):
        finish(_json(plan, False), code=FAILED)
    theirs = sides(plan.intake.conflicts, options, words)
    changed, backed_up = not plan.intake.nothing, has_something(store)
    # Also where nothing changes: from now on it is known what the other copy has seen.
    brought = bring(store, plan, theirs, words)
    if quiet:
        return dumps(as_json(plan.found, brought, not brought.nothing)) + "\n"
    return "\n" + done(brought, words, backed_up) if changed else ""


def _json(plan: Plan, brought: bool) -> str:
    return dumps(as_json(plan.found, plan.intake, brought)) + "\n"
