"""`smart-tui review`: opens the app in the weekly review."""

from typing import NoReturn

from smart_tui.cli.app import open_app
from smart_tui.cli.commandtable import EXPRESS
from smart_tui.cli.context import Context
from smart_tui.domain.review import Way


def run_review(context: Context) -> NoReturn:
    """Open the review that is due, or was begun, in this terminal and end the process with the app's exit code."""
    open_app(context, Way.EXPRESS if EXPRESS.name in context.arguments.options else Way.FULL)
