"""Charts drawn with characters: a curve against its line, a spark line, a strip of periods.

All of them read without colour: the curve is heavy, the line dotted, and every sign differs in shape.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.domain.goal import PeriodVerdict
from smart_tui.i18n import Words
from smart_tui.tui.widgets.axis import day_labels
from smart_tui.tui.widgets.lines import Line, Span, padded

Points = Sequence[tuple[date, Decimal]]

SPARKS = "▁▂▃▄▅▆▇█"
LABEL_WIDTH = 14
"""Most cells a label of the upright axis takes."""


class Chart(NamedTuple):
    """What a chart shows: values by day, the line they are compared with, and the values worth a label."""

    actual: Points
    expected: Points
    marks: tuple[Decimal, ...] = ()
    unit: str = ""

    def span(self) -> tuple[date, date] | None:
        """First and last day drawn, or None where there is nothing to draw."""
        days = [points[at][0] for points in (self.actual, self.expected) if points for at in (0, -1)]
        return (min(days), max(days)) if days else None

    def extremes(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest value drawn."""
        values = [value for points in (self.actual, self.expected) for _, value in points] + list(self.marks)
        return min(values), max(values)

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Lower and upper edge of the drawing; never the same."""
        low, high = self.extremes()
        return (low, high) if low < high else (low - 1, high + 1)


class _Plot:
    """A grid of cells with the curve and the line in it."""

    def __init__(self, chart: Chart, width: int, height: int, first: date, last: date) -> None:
        self.chart, self.width, self.height = chart, width, height
        self.first, self.days = first, max((last - first).days, 1)
        self.low, self.high = chart.bounds()
        self.cells: list[list[Span]] = [[Span(" ")] * width for _ in range(height)]

    def row(self, value: Decimal) -> int:
        """The row of a value, 0 on top."""
        share = (value - self.low) * (self.height - 1) / (self.high - self.low)
        return self.height - 1 - int(share + Decimal("0.5"))

    def column(self, day: date) -> int:
        """The column of a day."""
        return ((day - self.first).days * (self.width - 1) * 2 + self.days) // (self.days * 2)

    def day(self, column: int) -> date:
        """The last day that falls on a column or left of it."""
        return self.first + timedelta(days=(column * 2 + 1) * self.days // (max(self.width - 1, 1) * 2))

    def draw_line(self) -> None:
        """The expected values as dots, straight between the points given."""
        points = self.chart.expected
        if not points:
            return
        days = [day for day, _ in points]
        for column in range(max(self.column(days[0]), 0), min(self.column(days[-1]), self.width - 1) + 1):
            value = _between(points, days, min(max(self.day(column), days[0]), days[-1]))
            self.cells[self.row(value)][column] = Span("·", "dim")

    def draw_curve(self) -> None:
        """The actual values as a heavy stair; each reading is a dot where there is room to tell them apart."""
        points = self.chart.actual
        if not points:
            return
        days = [day for day, _ in points]
        start, end = self.column(days[0]), self.column(days[-1])
        before: int | None = None
        for column in range(start, end + 1):
            row = self.row(points[max(bisect_right(days, self.day(column)) - 1, 0)][1])
            self._stair(column, before, row)
            before = row
        sparse = len(points) * 3 <= end - start + 3
        for day, value in points if sparse else points[-1:]:
            self.cells[self.row(value)][self.column(day)] = Span("●", "accent")

    def _stair(self, column: int, before: int | None, row: int) -> None:
        if before is None or before == row:
            self.cells[row][column] = Span("━", "accent")
            return
        rising = row < before
        self.cells[before][column] = Span("┛" if rising else "┓", "accent")
        self.cells[row][column] = Span("┏" if rising else "┗", "accent")
        for between in range(min(row, before) + 1, max(row, before)):
            self.cells[between][column] = Span("┃", "accent")


def _between(points: Points, days: Sequence[date], day: date) -> Decimal:
    at = bisect_right(days, day) - 1
    if at + 1 >= len(points):
        return points[at][1]
    (day_a, a), (day_b, b) = points[at], points[at + 1]
    return a + (b - a) * (day - day_a).days / max((day_b - day_a).days, 1)


def line_chart(chart: Chart, width: int, height: int, words: Words, today: date) -> tuple[Line, ...]:
    """The chart in `width` cells and `height` rows, two of which are the axis of days and its labels."""
    span = chart.span()
    if span is None:
        return ()
    first, last = span
    texts = {value: words.figure(value, chart.unit, decimals=2) for value in (*chart.marks, *chart.extremes())}
    gutter = min(max(cell_len(text) for text in texts.values()), LABEL_WIDTH)
    plot = _Plot(chart, max(width - gutter - 2, 2), max(height - 2, 2), first, last)
    plot.draw_line()
    plot.draw_curve()
    labels: dict[int, str] = {}
    for value, text in texts.items():
        labels.setdefault(plot.row(value), text)
    lines = [
        (
            Span(padded(labels.get(row, ""), gutter, right=True), "dim"),
            Span(" ┤" if row in labels else " │", "rule"),
            *_merged(cells),
        )
        for row, cells in enumerate(plot.cells)
    ]
    ticks, names = day_labels(first, last, plot.width, words, today)
    axis = "".join("┬" if column in ticks else "─" for column in range(plot.width))
    lines.append((Span(" " * gutter), Span(" └" + axis, "rule")))
    lines.append((Span(" " * (gutter + 2)), Span(names, "dim")))
    return tuple(lines)


def _merged(cells: Sequence[Span]) -> list[Span]:
    """Neighbours of one style as one span: fewer segments to draw."""
    merged: list[Span] = []
    for cell in cells:
        if merged and (merged[-1].style == cell.style or cell.text == " "):
            merged[-1] = Span(merged[-1].text + cell.text, merged[-1].style)
        else:
            merged.append(cell)
    return merged


def spark_line(chart: Chart, width: int, words: Words) -> Line:
    """The actual values in one line, with the lowest and the highest that are drawn at its ends."""
    span = chart.span()
    if span is None or not chart.actual:
        return ()
    low, high = chart.bounds()
    left, right = (words.figure(value, chart.unit, decimals=2) for value in chart.extremes())
    room = max(width - cell_len(left) - cell_len(right) - 2, 4)
    days = [day for day, _ in chart.actual]
    length = max((days[-1] - days[0]).days, 1)
    count = min(room, length + 1)
    marks = ""
    for column in range(count):
        day = days[0] + timedelta(days=length * column // max(count - 1, 1))
        value = chart.actual[bisect_right(days, day) - 1][1]
        marks += SPARKS[int((value - low) * (len(SPARKS) - 1) / (high - low) + Decimal("0.5"))]
    return (Span(left + " ", "dim"), Span(marks, "accent"), Span(" " + right, "dim"))


MET, MISSED, UNKNOWN, EXCUSED, OPEN = "✓", "×", "·", "–", "◦"
_STYLES = {MET: "good", MISSED: "bad"}


def verdict_sign(verdict: PeriodVerdict, today: date) -> str:
    """One cell for a period: met, not met, unknown, excused, or still open."""
    if verdict.met:
        return MET
    if verdict.last >= today and verdict.met is None:
        return OPEN
    if not verdict.judged:
        return EXCUSED
    return UNKNOWN if verdict.met is None else MISSED


def period_strip(verdicts: Sequence[PeriodVerdict], width: int, today: date) -> Line:
    """The newest periods that fit, oldest first, each a sign with a blank behind it."""
    newest = verdicts[-max(width // 2, 1) :]
    signs = [verdict_sign(verdict, today) for verdict in newest]
    return tuple(Span(sign + " ", _STYLES.get(sign, "dim")) for sign in signs)
