"""The goals as lines of plain text, under the states they are in."""

import os
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from smart_tui.cli.columns import cells, cut, table
from smart_tui.cli.standing import Standing
from smart_tui.domain.completeness import complete_steps, step_states
from smart_tui.domain.goal import State
from smart_tui.i18n import Words
from smart_tui.text.labels import outcome_name, status_label
from smart_tui.text.rows import amount_brief, deadline_brief
from smart_tui.text.status import reason
from smart_tui.text.title import title

SHORTEST_TITLE = 20


def as_text(found: Sequence[Standing], today: date, words: Words, columns: int | None = None) -> str:
    """The goals under their states, one a line; titles are cut only to fit into `columns` cells."""
    if not found:
        empty = words.gettext("No goals yet. Open smart-tui and press n, or try smart-tui demo.")
        return empty + "\n"
    lines = table([_row(each, today, words) for each in found], right=(0, 2), indent=2)
    room = max((cells(line) for line in lines), default=0) - (columns or 0)
    if columns and room > 0:
        longest = max(cells(title(each.goal, words)) for each in found)
        limit = max(longest - room, SHORTEST_TITLE)
        lines = table([_row(each, today, words, limit) for each in found], right=(0, 2), indent=2)
    parts = []
    for state, group in groupby(zip(found, lines, strict=True), key=lambda pair: pair[0].goal.state):
        parts.append("\n".join([_heading(state, words), *(line for _, line in group)]))
    return "\n\n".join(parts) + "\n"


def width() -> int | None:
    """The cells of a line of the terminal; None where the output is none."""
    try:
        return os.get_terminal_size(1).columns or None
    except OSError:
        return None


def _row(each: Standing, today: date, words: Words, limit: int | None = None) -> tuple[str, ...]:
    goal, assessment = each.goal, each.assessment
    name = title(goal, words)
    if goal.state is State.DRAFT:
        stands = words.gettext("draft {done}/{steps}").format(done=complete_steps(goal), steps=len(step_states(goal)))
    elif goal.state is State.CLOSED:
        stands = outcome_name(goal.outcome, words) if goal.outcome else ""
    else:
        stands = status_label(assessment.status, words)
    return (
        str(goal.no),
        cut(name, limit) if limit else name,
        amount_brief(goal, assessment, words),
        stands,
        reason(assessment, goal, words, today),
        deadline_brief(goal, assessment, today, words),
        goal.area,
    )


def _heading(state: State, words: Words) -> str:
    return {
        State.ACTIVE: words.gettext("Active"),
        State.PAUSED: words.gettext("Paused"),
        State.DRAFT: words.gettext("Drafts"),
        State.CLOSED: words.gettext("Closed"),
    }[state]
