"""A rating over time: a row for each of the five described levels."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rich.cells import cell_len

from smart_tui.domain.measure import RATINGS
from smart_tui.i18n import Words
from smart_tui.tui.widgets.chart import Chart, axis_lines, draw
from smart_tui.tui.widgets.lines import Line, Span, padded, visible
from smart_tui.tui.widgets.plot import Plot, merged

ROWS = len(RATINGS) + 2
"""A row for each level, and the axis of days with its labels."""
TIME = 26
"""The cells that the names of the levels leave for time, where there are so many."""


def rating_chart(
    names: Sequence[str],
    ratings: Sequence[tuple[date, Decimal]],
    days: tuple[date, date],
    width: int,
    words: Words,
    today: date,
    now: date | None,
) -> tuple[Line, ...]:
    """The ratings from the first to the last day, each level with its number and its description; 0 is the goal.

    `now` is today, where it is to be named.
    """
    described = [*names, *[""] * len(RATINGS)][: len(RATINGS)]
    labels = [
        f"{words.number(level, sign=True):>2}  {visible(name)}".rstrip()
        for level, name in zip(RATINGS, described, strict=True)
    ]
    gutter = min(max(cell_len(label) for label in labels), max(width - TIME, 2))
    plot = Plot((max(width - gutter - 2, 2), len(RATINGS)), days, (Decimal(RATINGS[0]), Decimal(RATINGS[-1])))
    chart = Chart(ratings, (), band=(Decimal(0), None))
    draw(plot, chart, words, today, name_last=False)
    named = [] if now is None else [(now, words.gettext("today"))]
    lines: list[Line] = [
        (Span(padded(label, gutter), "dim" if level else "text"), Span(" ┤", "rule"), *merged(cells))
        for level, label, cells in zip(reversed(RATINGS), reversed(labels), plot.cells, strict=True)
    ]
    return (*lines, *axis_lines(plot, gutter, days, named, words, today))
