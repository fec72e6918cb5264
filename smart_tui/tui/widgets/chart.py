"""A curve against its line: what was reached, what was asked, and when the target may be reached.

It reads without colour: the curve is heavy, the line dotted, and every mark differs in shape.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from rich.cells import cell_len

from smart_tui.domain.forecast import Forecast
from smart_tui.i18n import Words
from smart_tui.tui.widgets.axis import day_labels
from smart_tui.tui.widgets.lines import Line, Span, cut, padded
from smart_tui.tui.widgets.plot import Plot, merged

Points = Sequence[tuple[date, Decimal]]

SPARKS = "▁▂▃▄▅▆▇█"
LABEL_WIDTH = 14
"""Most cells a label of the upright axis takes."""
INSIDE, OUTSIDE = "●", "○"
DUE, EXPECTED = "◆", "◇"
BEYOND = 2
"""The part of the way to the deadline, one over this, that a forecast is drawn beyond it at most."""


class Chart(NamedTuple):
    """What a chart shows: values by day, the line they are compared with, and the values worth a label."""

    actual: Points
    expected: Points
    marks: tuple[Decimal, ...] = ()
    unit: str = ""
    band: tuple[Decimal | None, Decimal | None] | None = None
    """The limits a reading is to keep within; either may be open."""
    forecast: Forecast | None = None
    target: Decimal | None = None
    """Where the forecast and the name of the target stand."""
    due: date | None = None
    versions: tuple[tuple[date, Decimal | None], ...] = ()
    """Days on which a new version began, each with the target that held before."""
    now: date | None = None
    """Today, where it is to be named on the axis."""

    def span(self) -> tuple[date, date] | None:
        """First and last day drawn, or None where there is nothing to draw."""
        days = [points[at][0] for points in (self.actual, self.expected) if points for at in (0, -1)]
        if not days:
            return None
        first, last = min(days), max(days)
        if self.forecast is not None and self.target is not None:
            room = min((last - first).days // BEYOND, date.max.toordinal() - last.toordinal())
            last = min(max(last, self.forecast.latest or date.max), last + timedelta(days=room))
        return first, last

    def extremes(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest value drawn."""
        values = [value for points in (self.actual, self.expected) for _, value in points]
        values += [*self.marks, *self.limits()]
        return min(values), max(values)

    def limits(self) -> tuple[Decimal, ...]:
        """The limits of the band there are."""
        return tuple(value for value in self.band or () if value is not None)

    def bounds(self) -> tuple[Decimal, Decimal]:
        """Lower and upper edge of the drawing; never the same."""
        low, high = self.extremes()
        return (low, high) if low < high else (low - 1, high + 1)

    def inside(self, value: Decimal) -> bool:
        """Whether a reading keeps within the band."""
        low, high = self.band or (None, None)
        return (low is None or value >= low) and (high is None or value <= high)


def line_chart(chart: Chart, width: int, height: int, words: Words, today: date) -> tuple[Line, ...]:
    """The chart in `width` cells and `height` rows, two of which are the axis of days and its labels."""
    span = chart.span()
    if span is None:
        return ()
    labelled = (*chart.marks, *chart.limits(), *chart.extremes())
    texts = {value: words.figure(value, chart.unit, decimals=2) for value in labelled}
    gutter = min(max(cell_len(text) for text in texts.values()), LABEL_WIDTH)
    plot = Plot((max(width - gutter - 2, 2), max(height - 2, 2)), span, chart.bounds())
    draw(plot, chart, words, today)
    labels: dict[int, str] = {}
    for value, text in texts.items():
        labels.setdefault(plot.row(value), text)
    lines: list[Line] = [
        (
            Span(padded(labels.get(row, ""), gutter, right=True), "dim"),
            Span(" ┤" if row in labels else " │", "rule"),
            *merged(cells),
        )
        for row, cells in enumerate(plot.cells)
    ]
    return (*lines, *axis_lines(plot, gutter, span, _named(chart, words, today), words, today))


def axis_lines(
    plot: Plot,
    gutter: int,
    span: tuple[date, date],
    named: Sequence[tuple[date, str]],
    words: Words,
    today: date,
) -> tuple[Line, Line]:
    """The axis of days under a plot that stands behind `gutter` cells, and its labels."""
    ticks, names = day_labels(*span, plot.width, words, today, named)
    axis = "".join("┬" if column in ticks else "─" for column in range(plot.width))
    return (Span(" " * gutter), Span(" └" + axis, "rule")), (Span(" " * (gutter + 2)), Span(names, "dim"))


def _named(chart: Chart, words: Words, today: date) -> list[tuple[date, str]]:
    """The days that have a name of their own on the axis, the most wanted first."""
    found = [] if chart.due is None else [(chart.due, words.date_short(chart.due, today))]
    return found if chart.now is None else [*found, (chart.now, words.gettext("today"))]


def draw(plot: Plot, chart: Chart, words: Words, today: date, *, name_last: bool = True) -> None:
    """Draw everything of a chart, what matters most last; names go where there is room.

    Without `name_last` the last value stays unnamed, where its row says what it is.
    """
    _draw_band(plot, chart)
    _draw_line(plot, chart.expected)
    _draw_curve(plot, chart)
    _draw_forecast(plot, chart)
    _draw_versions(plot, chart, words, today)
    if chart.target is not None and chart.expected:
        row = plot.row(chart.target)
        if chart.due is not None:
            plot.put(row, plot.column(chart.due), DUE, "text")
        plot.write(row, 1, words.gettext("target"), "dim")
    if chart.actual and name_last:
        _name_last(plot, chart, words)


def _name_last(plot: Plot, chart: Chart, words: Words) -> None:
    """The last value beside its dot, or over or under it where there is no room."""
    day, value = chart.actual[-1]
    text = words.figure(value, chart.unit, decimals=2)
    row, column = plot.row(value), plot.column(day)
    end = min(column, plot.width - 1) - cell_len(text) + 1
    for at, start in ((row, column + 2), (row + 1, end), (row - 1, end)):
        if plot.write(at, start, text, "text", gap=0 if at != row else 1):
            return


def _draw_band(plot: Plot, chart: Chart) -> None:
    for limit in chart.limits():
        for column in range(plot.width):
            plot.put(plot.row(limit), column, "╌", "dim")


def _draw_line(plot: Plot, points: Points) -> None:
    """The expected values as dots, straight between the points given."""
    if not points:
        return
    days = [day for day, _ in points]
    for column in range(max(plot.column(days[0]), 0), min(plot.column(days[-1]), plot.width - 1) + 1):
        value = _between(points, days, min(max(plot.day(column), days[0]), days[-1]))
        plot.put(plot.row(value), column, "·", "dim")


def _draw_curve(plot: Plot, chart: Chart) -> None:
    """The actual values as a heavy stair; each reading is a dot where there is room to tell them apart."""
    points = chart.actual
    if not points:
        return
    days = [day for day, _ in points]
    start, end = plot.column(days[0]), min(plot.column(days[-1]), plot.width - 1)
    before: int | None = None
    for column in range(start, end + 1):
        row = plot.row(points[max(bisect_right(days, plot.day(column)) - 1, 0)][1])
        plot.stair(column, before, row)
        before = row
    sparse = len(points) * 3 <= end - start + 3
    for day, value in points if sparse else points[-1:]:
        plot.put(plot.row(value), plot.column(day), INSIDE if chart.inside(value) else OUTSIDE, "accent")


def _draw_forecast(plot: Plot, chart: Chart) -> None:
    """From the earliest to the latest date on the row of the target; an arrow where it goes on beyond the edge."""
    if chart.forecast is None or chart.target is None:
        return
    earliest, middle, latest = chart.forecast
    row, right = plot.row(chart.target), plot.width - 1
    last = plot.day(right)
    start = plot.column(min(earliest, last))
    end = right if latest is None else plot.column(min(latest, last))
    for column in range(start, end + 1):
        plot.put(row, column, "╌", "text")
    plot.put(row, start, "├", "text")
    plot.put(row, end, "┤" if latest is not None and latest <= last else "›", "text")
    if middle <= last:
        plot.put(row, plot.column(middle), EXPECTED, "strong")


def _draw_versions(plot: Plot, chart: Chart, words: Words, today: date) -> None:
    """A thin upright where a version began, and the target up to then on its own row."""
    for day, before in chart.versions:
        column = plot.column(day)
        for row in range(plot.height):
            if 0 <= column < plot.width and plot.cells[row][column].text == " ":
                plot.put(row, column, "┆", "rule")
        if before is None or chart.target is None or plot.row(before) == plot.row(chart.target):
            continue
        text = words.gettext("until {day}").format(day=words.date_short(day - timedelta(days=1), today))
        plot.write(plot.row(before), column - cell_len(text) - 1, text, "dim", gap=0)


def _between(points: Points, days: Sequence[date], day: date) -> Decimal:
    at = bisect_right(days, day) - 1
    if at + 1 >= len(points):
        return points[at][1]
    (day_a, a), (day_b, b) = points[at], points[at + 1]
    return a + (b - a) * (day - day_a).days / max((day_b - day_a).days, 1)


def spark_line(chart: Chart, width: int, words: Words) -> Line:
    """The actual values in one line, with the lowest and the highest that are drawn at its ends."""
    if not chart.actual:
        return ()
    low, high = chart.bounds()
    left, right = (words.figure(value, chart.unit, decimals=2) for value in chart.extremes())
    most = max((width - 6) // 2, 4)
    left, right = cut(left, most), cut(right, most)
    room = max(width - cell_len(left) - cell_len(right) - 2, 4)
    marks = "".join(SPARKS[int((value - low) * 7 / (high - low) + Decimal("0.5"))] for value in _spread(chart, room))
    return (Span(left + " ", "dim"), Span(marks, "accent"), Span(" " + right, "dim"))


def _spread(chart: Chart, room: int) -> Iterator[Decimal]:
    """Values at evenly spread days, one a day at most."""
    days = [day for day, _ in chart.actual]
    length = max((days[-1] - days[0]).days, 1)
    count = min(room, length + 1)
    for column in range(count):
        day = days[0] + timedelta(days=length * column // max(count - 1, 1))
        yield chart.actual[bisect_right(days, day) - 1][1]
