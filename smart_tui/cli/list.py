"""`smart-tui list`: all goals, the ones that need somebody first, as plain text or as JSON."""

import os
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NoReturn

from smart_tui.cli.columns import cells, cut, table
from smart_tui.cli.context import Context
from smart_tui.cli.output import finish
from smart_tui.cli.standing import Standing, as_json, standings
from smart_tui.domain.goal import State
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.store.connection import open_reader

SHORTEST_TITLE = 20


def run_list(context: Context) -> NoReturn:
    """Print all goals and end the process; raises StoreError."""
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    found = standings(reader, today, settings)
    words = context.words
    if context.arguments.json:
        import json

        goals = [as_json(each, today, words, settings) for each in found]
        finish(json.dumps(goals, ensure_ascii=False, indent=1) + "\n", error=damaged(len(reader.damaged), words))
    finish(as_text(found, today, words, width()), error=damaged(len(reader.damaged), words))


def as_text(found: Sequence[Standing], today: date, words: Words, columns: int | None = None) -> str:
    """The goals under their states, one a line; titles are cut only to fit into `columns` cells."""
    if not found:
        empty = words.gettext("No goals yet. Open smart-tui and press n, or try smart-tui demo.")
        return empty + "\n"
    lines = table([_row(each, today, words) for each in found], right=(0, 2), indent=2)
    room = max((cells(line) for line in lines), default=0) - (columns or 0)
    if columns and room > 0:
        longest = max(cells(_title(each, words)) for each in found)
        limit = max(longest - room, SHORTEST_TITLE)
        lines = table([_row(each, today, words, limit) for each in found], right=(0, 2), indent=2)
    parts = []
    for state, group in groupby(zip(found, lines, strict=True), key=lambda pair: pair[0].goal.state):
        parts.append("\n".join([_heading(state, words), *(line for _, line in group)]))
    return "\n\n".join(parts) + "\n"


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


def width() -> int | None:
    """The cells of a line of the terminal; None where the output is none."""
    try:
        return os.get_terminal_size(1).columns or None
    except OSError:
        return None


def _row(each: Standing, today: date, words: Words, limit: int | None = None) -> tuple[str, ...]:
    from smart_tui.domain.completeness import complete_steps, step_states
    from smart_tui.text.labels import STATUS_SIGN, outcome_name, status_word
    from smart_tui.text.rows import amount_brief, deadline_brief
    from smart_tui.text.status import reason

    goal, assessment = each.goal, each.assessment
    title = _title(each, words)
    status = assessment.status
    if goal.state is State.DRAFT:
        stands = words.gettext("draft {done}/{steps}").format(done=complete_steps(goal), steps=len(step_states(goal)))
    elif goal.state is State.CLOSED:
        stands = outcome_name(goal.outcome, words) if goal.outcome else ""
    else:
        stands = f"{STATUS_SIGN[status]} {status_word(status, words)}" if status else ""
    return (
        str(goal.no),
        cut(title, limit) if limit else title,
        amount_brief(goal, assessment, words),
        stands,
        reason(assessment, goal, words, today),
        deadline_brief(goal, assessment, today, words),
        goal.area,
    )


def _title(each: Standing, words: Words) -> str:
    from smart_tui.text.title import title

    return title(each.goal, words)


def _heading(state: State, words: Words) -> str:
    return {
        State.ACTIVE: words.gettext("Active"),
        State.PAUSED: words.gettext("Paused"),
        State.DRAFT: words.gettext("Drafts"),
        State.CLOSED: words.gettext("Closed"),
    }[state]
