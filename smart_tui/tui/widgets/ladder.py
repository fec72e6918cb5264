"""Milestones on the days they are due: a rail of time with a sign for each."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.goal import Milestone
from smart_tui.i18n import Words
from smart_tui.tui.widgets.axis import day_labels
from smart_tui.tui.widgets.lines import Line, Span
from smart_tui.tui.widgets.plot import Plot, merged
from smart_tui.tui.widgets.signs import MET, MISSED, OPEN, STYLES

TODAY = "┃"


def milestone_sign(milestone: Milestone, today: date) -> str:
    """One cell for a milestone: done, overdue, or still open."""
    if milestone.done_on is not None:
        return MET
    return MISSED if milestone.due is not None and milestone.due < today else OPEN


def rail(
    milestones: Sequence[Milestone], days: tuple[date, date], width: int, words: Words, today: date
) -> tuple[Line, ...]:
    """Two lines: time from the first to the last day with each milestone on the day it is due, and the days named.
    What stands on one cell shows the sign that needs most."""
    plot = Plot((max(width, 2), 1), days, (Decimal(0), Decimal(1)))
    for column in range(plot.width):
        plot.put(0, column, "─", "rule")
    if days[0] <= today <= days[1]:
        plot.put(0, plot.column(today), TODAY, "dim")
    wanted = {MET: 0, OPEN: 1, MISSED: 2}
    dated = [(wanted[milestone_sign(part, today)], part) for part in milestones if part.due is not None]
    for _, part in sorted(dated, key=lambda found: found[0]):
        sign = milestone_sign(part, today)
        plot.put(0, plot.column(part.due or today), sign, "strong" if sign == OPEN else STYLES[sign])
    _, names = day_labels(*days, plot.width, words, today, [(today, words.gettext("today"))])
    return tuple(merged(plot.cells[0])), (Span(names, "dim"),)
