"""Reads the command line, runs one command, and turns what goes wrong into one sentence and an exit code."""

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NoReturn

from smart_tui.cli.arguments import UsageError, parse
from smart_tui.cli.context import Context, surroundings
from smart_tui.cli.output import finish
from smart_tui.i18n import N_, Words, known, system_language, words
from smart_tui.paths import NoHomeError
from smart_tui.store.errors import StoreError

FAILED = 1
MISUSED = 2
INTERRUPTED = 130


def run(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> NoReturn:
    """Run one command line; ends the process with 0, 1 (it failed) or 2 (it cannot be meant)."""
    try:
        context = surroundings(parse(argv), environ)
    except UsageError as error:
        _misused(error, argv, environ)
    except NoHomeError:
        spoken = _words(argv, environ)
        sentence = N_("No home folder is known; set SMART_TUI_HOME or HOME, or name a file with --db.")
        finish(error=f"smart-tui: {spoken.gettext(sentence)}\n", code=FAILED)
    try:
        _run(context)
    except KeyboardInterrupt:
        finish(code=INTERRUPTED)
    except UsageError as error:
        _misused(error, argv, environ)
    except StoreError as error:
        from smart_tui.text.errors import store_error

        finish(error=f"smart-tui: {store_error(error, context.words)}\n", code=FAILED)
    except Exception as error:
        from smart_tui.cli.crash import report

        finish(error=report(error, context), code=FAILED)


def _run(context: Context) -> NoReturn:
    arguments = context.arguments
    if arguments.help:
        from smart_tui.cli.usage import help_text

        finish(help_text(arguments.command, context.words))
    match "version" if arguments.version else arguments.command:
        case "version":
            from smart_tui import __version__

            finish(f"smart-tui {__version__}\n")
        case "list":
            from smart_tui.cli.list import run_list as command
        case "show":
            from smart_tui.cli.show import run_show as command
        case "add":
            from smart_tui.cli.add import run_add as command
        case "coach":
            from smart_tui.cli.coach import run_coach as command
        case "today":
            from smart_tui.cli.today import run_today as command
        case "due":
            from smart_tui.cli.today import run_due as command
        case "log":
            from smart_tui.cli.log import run_log as command
        case "ask":
            from smart_tui.cli.ask import run_ask as command
        case "review":
            from smart_tui.cli.review import run_review as command
        case "journal":
            from smart_tui.cli.journal import run_journal as command
        case "report":
            from smart_tui.cli.report import run_report as command
        case "export":
            from smart_tui.cli.export import run_export as command
        case "backup":
            from smart_tui.cli.backup import run_backup as command
        case "import":
            from smart_tui.cli.importing import run_import as command
        case "merge":
            from smart_tui.cli.merge import run_merge as command
        case "restore":
            from smart_tui.cli.restore import run_restore as command
        case "doctor":
            from smart_tui.cli.doctor import run_doctor as command
        case "forget":
            from smart_tui.cli.forget import run_forget as command
        case "where":
            from smart_tui.cli.where import run_where as command
        case "demo":
            from smart_tui.cli.app import run_demo as command
        case _:
            from smart_tui.cli.app import run_app as command
    command(context)


def _misused(error: UsageError, argv: Sequence[str], environ: Mapping[str, str]) -> NoReturn:
    spoken = _words(argv, environ)
    sentence = spoken.gettext(error.sentence).format(word=error.word)
    hint = spoken.gettext("smart-tui --help tells what there is.")
    finish(error=f"smart-tui: {sentence}\n{hint}\n", code=MISUSED)


def _words(argv: Sequence[str], environ: Mapping[str, str]) -> Words:
    """The language to complain in: the one asked for if that can be made out, else the system's."""
    asked = [known(after) for before, after in pairwise(argv) if before == "--lang"]
    asked += [known(word[7:]) for word in argv if word.startswith("--lang=")]
    return words(next(filter(None, asked), system_language(environ)))
