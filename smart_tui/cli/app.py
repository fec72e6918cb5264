"""Opens the app, on the person's own file or on a copy of the demo."""

import gc
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.output import finish
from smart_tui.config import Problem
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp

NO_TERMINAL = 2


def run_app(context: Context) -> NoReturn:
    """Open the person's own goals in this terminal and end the process with the app's exit code."""
    open_app(context)


def open_app(context: Context, start_review: str = "") -> NoReturn:
    """The same; with the way of a review, "full" or "express", it opens in that."""
    _need_terminal(context)
    finish(code=_run(build(context, start_review=start_review)))


def run_demo(context: Context) -> NoReturn:
    """Open a copy of the demo in this terminal; from it one may go on to a goal in one's own file."""
    _need_terminal(context)
    from smart_tui.demo import DemoCopy

    today = context.today(Settings())
    with DemoCopy(context.paths.state, context.words.code, today) as path:
        folder = os.path.dirname(path)
        # The copy has a config of its own, so that nothing tried in the demo outlives it.
        paths = context.paths._replace(data=folder, config=folder, state=folder, backups=folder, db=path)
        app = build(context.at(paths), own_app=lambda: build(context, start_writing=True))
        code = _run(app)
    finish(code=code)


def build(
    context: Context,
    own_app: "Callable[[], SmartApp] | None" = None,
    start_writing: bool = False,
    start_review: str = "",
) -> "SmartApp":
    """The app on the context's database, ready to run; raises StoreError when the file cannot be read.

    With `own_app` it is a demo, which can be left for that app.
    """
    from smart_tui.store.store import Store
    from smart_tui.tui.app import SmartApp

    store = Store(context.paths.db)
    store.second_folder = context.config.backup_folder
    return SmartApp(
        store,
        context.paths,
        context.config,
        context.words,
        fixed_today=context.fixed_today,
        demo=own_app is not None,
        notes=notes(context.problems, context.words),
        own_app=own_app,
        start_writing=start_writing,
        start_review=start_review,
        keeps_backups=own_app is None,
    )


def notes(problems: Sequence[Problem], words: Words) -> list[str]:
    """Sentences about what was wrong in the config file."""
    sentences = {
        "unreadable": words.gettext("The config file could not be read; the defaults hold."),
        "not_toml": words.gettext("The config file has a mistake in line {line}; the defaults hold."),
        "unknown": words.gettext("The config file has a name that is not known: {key}"),
        "wrong": words.gettext("The config file has a value that cannot be used, for {key}"),
    }
    return [sentences[each.code].format(line=each.line, key=each.key) for each in problems]


def _run(app: "SmartApp") -> int:
    from smart_tui.tui.app import run

    # What was loaded to start stays until the end: the collector need not look at it again.
    gc.freeze()
    gc.enable()
    try:
        return run(app)
    finally:
        app.store.close()


def _need_terminal(context: Context) -> None:
    """End with a sentence where there is no terminal to draw on; the library would wait for ever."""
    if os.isatty(0) and os.isatty(1):
        return
    sentence = context.words.gettext("smart-tui needs a terminal; smart-tui list prints your goals without one.")
    finish(error=f"smart-tui: {sentence}\n", code=NO_TERMINAL)
