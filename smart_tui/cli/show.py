"""`smart-tui show GOAL`: everything about one goal, as plain text or as JSON."""

from typing import NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.figures import figures
from smart_tui.cli.json import dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.output import finish
from smart_tui.cli.standing import as_json, standing
from smart_tui.store import queries
from smart_tui.store.connection import open_reader


def run_show(context: Context) -> NoReturn:
    """Print the goal that the words name and end the process; raises StoreError not_found or ambiguous."""
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    goal = queries.find(reader, " ".join(context.arguments.words))
    each = standing(goal, queries.entries(reader, goal.id), today, settings)
    words = context.words
    found = figures(each, reader, today, settings)
    each = each._replace(assessment=found.assessment)
    error = damaged(len(reader.damaged), words)
    if context.arguments.json:
        from smart_tui.cli.details import details

        whole = {**as_json(each, today, words, settings), **details(found, each.entries, words)}
        finish(dumps(whole) + "\n", error=error)
    from smart_tui.cli.page import page

    finish(page(each, found, today, words, settings, context.config.accepted_label), error=error)
