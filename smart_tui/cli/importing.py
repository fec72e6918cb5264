"""`smart-tui import FILE`: what a file of another program holds, seen first, and then brought in as one step."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NoReturn

from smart_tui.cli.arguments import UsageError
from smart_tui.cli.bringing import (
    DRY,
    agreed,
    as_json,
    bring,
    done,
    from_file,
    has_something,
    preview,
    sides,
    unsettled,
)
from smart_tui.cli.columnsaid import TABLE_OPTIONS, columns_said, fixed
from smart_tui.cli.context import Context
from smart_tui.cli.doubts import RefusedError
from smart_tui.cli.json import dumps
from smart_tui.cli.output import finish, say
from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.settings import Settings
from smart_tui.domain.transfer import Asked, Found
from smart_tui.i18n import N_
from smart_tui.interop import sources
from smart_tui.interop.merging.athome import at_home
from smart_tui.interop.merging.plan import Plan, make_plan
from smart_tui.interop.tables import table
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store

FAILED = 1


def run_import(context: Context) -> NoReturn:
    """Look into the file, show what it would bring, ask, and bring it in; ends the process. Raises UsageError."""
    from_file(context, _looked, _brought)


def _looked(context: Context, store: Store, path: str) -> tuple[Plan, Sequence[str]]:
    """What bringing the file in would do, and in words how it is read; nothing is changed."""
    options = context.arguments.options
    asked = _asked(context, store, store.read(queries.settings))
    sources.spare_own(path, context.paths.db)
    format = options.get("--from") or sources.recognise(path)
    about: Sequence[str] = ()
    if format == table.FORMAT:
        columns = table.guess(path, asked, fixed(options))
        asked = asked._replace(columns=columns)
        first = next(iter(table.preview(path, columns, 1)), ())
        about = columns_said(columns, first, context.words)
    elif wrong := next((name for name in TABLE_OPTIONS if name in options), ""):
        raise UsageError(N_("{word} goes with a table only."), wrong)
    found = sources.read(path, asked, format)
    met, into = store.read(at_home, found, asked)
    if asked.title and not _used(asked, met, into):
        sentence = context.words.gettext("The file says itself what it is about, so --goal does not go with it.")
        raise RefusedError(f"{sentence} {context.words.gettext('Nothing was changed.')}")
    return store.read(make_plan, met, asked.today, into), about


def _used(asked: Asked, met: Found, into: Mapping[str, str]) -> bool:
    """Whether what comes in goes into the goal that was named, as far as anything does."""
    if not met.contents.goals and not met.contents.journal:
        return True
    if asked.uuid:
        return asked.uuid in into.values()
    return any(goal.title == asked.title for goal in met.contents.goals)


def _asked(context: Context, store: Store, settings: Settings) -> Asked:
    """What a reader has to know; the goal that is named is one that is here, or a new one of this title."""
    asked = Asked(
        context.today(settings),
        context.language,
        settings.first_weekday,
        share=Decimal(settings.default_share),
    )
    named = context.arguments.goals
    if len(named) > 1:
        raise UsageError(N_("There is a word too many: {word}"), named[1])
    if not named:
        return asked
    try:
        goal = store.read(queries.find, named[0])
    except StoreError as error:
        if error.code != "not_found" or named[0].strip().lstrip("#").isdigit():
            raise
        return asked._replace(title=clean_title(named[0]))
    return asked._replace(title=goal.title, uuid=goal.uuid)


def _brought(context: Context, store: Store, looked: tuple[Plan, Sequence[str]]) -> str:
    """Show the plan, and carry it out where that is wanted; gives what is left to be said."""
    (plan, about), options, words = looked, context.arguments.options, context.words
    if context.arguments.json:
        return _brought_quietly(options, store, plan, context)
    say(preview(plan.found, plan.intake, options, words, about))
    if DRY in options or plan.intake.nothing:
        return words.gettext("Nothing was changed.") + "\n" if DRY in options else ""
    theirs = sides(plan.intake.conflicts, options, words)
    agreed(options, words)
    backed_up = has_something(store)
    return "\n" + done(bring(store, plan, theirs, words), words, backed_up)


def _brought_quietly(options: Mapping[str, str], store: Store, plan: Plan, context: Context) -> str:
    """The same for programs, which are asked nothing."""
    if DRY in options or plan.intake.nothing:
        return dumps(as_json(plan.found, plan.intake, False)) + "\n"
    if unsettled(plan.intake.conflicts, options):
        finish(dumps(as_json(plan.found, plan.intake, False)) + "\n", code=FAILED)
    theirs = sides(plan.intake.conflicts, options, context.words)
    agreed(options, context.words)
    brought = bring(store, plan, theirs, context.words)
    return dumps(as_json(plan.found, brought, not brought.nothing)) + "\n"
