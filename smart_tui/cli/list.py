"""`smart-tui list`: all goals, the ones that need somebody first, as plain text or as JSON."""

from typing import NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.json import dumps
from smart_tui.cli.output import finish
from smart_tui.cli.standing import as_json, standings
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import open_reader


def run_list(context: Context) -> NoReturn:
    """Print all goals and end the process; raises StoreError."""
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    found = standings(reader, today, settings)
    words = context.words
    if context.arguments.json:
        goals = [as_json(each, today, words, settings) for each in found]
        finish(dumps(goals) + "\n", error=damaged(len(reader.damaged), words))
    from smart_tui.cli.listing import as_text, width

    finish(as_text(found, today, words, width()), error=damaged(len(reader.damaged), words))


def damaged(count: int, words: Words) -> str:
    """A sentence about rows that could not be read; empty when there are none."""
    if not count:
        return ""
    sentence = words.ngettext(
        "{count} row of the file is damaged and was left out.",
        "{count} rows of the file are damaged and were left out.",
        count,
    )
    return f"smart-tui: {sentence.format(count=words.number(count))}\n"
