"""The day grid: weeks as rows, each day with its value or sign, a cursor over the days. Draws only what is seen."""

from datetime import date

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from smart_tui.domain.calendar import WEEK, add_days, add_months, week_number
from smart_tui.domain.daygrid import DayGrid, DayState, GridDay, GridWeek, week_of
from smart_tui.i18n import Words
from smart_tui.text.daygrid import MET, NOT_MET, brief, day_shown, verdict_shown
from smart_tui.tui.widgets.lines import padded
from smart_tui.tui.widgets.styledview import StyledView

WIDE = 72
"""From so many columns on there is room for the first day of a week, and for most values in full."""
WIDEST = 10
NARROWEST = 3
HEADER = 1

Piece = tuple[str, str]


class Widths:
    """How wide each column is, in cells, for a widget of `width` cells."""

    def __init__(self, width: int, words: Words) -> None:
        self.wide = width >= WIDE
        days = (date(2026, month, 28) for month in range(1, 13))
        self.date = max(cell_len(words.date_short(day, day)) for day in days) if self.wide else 0
        self.week = self.date + 5 if self.wide else 3
        self.sum = 11 if self.wide else 5
        self.verdict = 5 if self.wide else 2
        room = width - 1 - self.week - self.sum - self.verdict
        self.day = min(max(room // WEEK, NARROWEST), WIDEST)


class DayGridView(StyledView, can_focus=True, inherit_bindings=False):
    """Shows a grid; `cursor` is the day it stands on. A message says when that changed."""

    DEFAULT_CSS = """
    DayGridView { height: 1fr; }
    DayGridView .view--cursor { text-style: bold; }
    """

    class Moved(Message):
        """The cursor stands on another day."""

    class Opened(Message):
        """A day was double-clicked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.grid: DayGrid | None = None
        self.cursor = date.min
        self.words = Words.source()

    def show(self, grid: DayGrid, words: Words) -> None:
        """Show this grid; the cursor stays on its day, at first it is on the last one."""
        fresh = self.grid is None
        self.grid, self.words = grid, words
        self.virtual_size = Size(0, grid.weeks + HEADER)
        self.cursor = grid.last if fresh else min(max(self.cursor, grid.first), grid.last)
        self.refresh()
        self.call_after_refresh(self._into_view)

    # The cursor.

    def move(self, days: int) -> None:
        """So many days on, or back; never beyond the first and the last day."""
        self.go_to(add_days(self.cursor, days))

    def move_month(self, months: int) -> None:
        """The same day of another month."""
        try:
            self.go_to(add_months(self.cursor, months))
        except ValueError:
            self.go_to(date.min if months < 0 else date.max)

    def first(self) -> None:
        """To the first day."""
        self.go_to(date.min)

    def last(self) -> None:
        """To the last day."""
        self.go_to(date.max)

    def go_to(self, on: date) -> None:
        """Put the cursor on a day, or on the nearest there is."""
        if self.grid is None:
            return
        wanted = min(max(on, self.grid.first), self.grid.last)
        if wanted != self.cursor:
            self.cursor = wanted
            self._into_view()
            self.refresh()
            self.post_message(self.Moved())

    @property
    def cursor_is_low(self) -> bool:
        """Whether the cursor stands in the lower half of what is seen."""
        if self.grid is None:
            return False
        return self.grid.row_of(self.cursor) - self.scroll_offset.y >= (self.size.height - HEADER) // 2

    def _into_view(self) -> None:
        height = self.size.height - HEADER
        if self.grid is None or height <= 0:
            return
        row, top = self.grid.row_of(self.cursor), self.scroll_offset.y
        if row < top:
            self.scroll_to(y=row, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False)

    # Drawing.

    def on_resize(self) -> None:
        self._into_view()

    def render_line(self, y: int) -> Strip:
        grid, width = self.grid, self.size.width
        if grid is None:
            return Strip.blank(width)
        widths = Widths(width, self.words)
        if y < HEADER:
            return self._strip(self._names(grid, widths), width)
        row = y - HEADER + self.scroll_offset.y
        if row >= grid.weeks:
            return self._strip([], width)
        return self._strip(self._week(grid, row, widths), width)

    def _names(self, grid: DayGrid, widths: Widths) -> list[Piece]:
        first = grid.week_first(0)
        names = [self.words.weekday_short(add_days(first, offset)) for offset in range(WEEK)]
        return [
            (" " * (widths.week + 1), "dim"),
            *((padded(name if widths.wide else name[:2], widths.day, right=True), "dim") for name in names),
        ]

    def _week(self, grid: DayGrid, row: int, widths: Widths) -> list[Piece]:
        week = week_of(grid, row)
        pieces: list[Piece] = [(" ", "text"), *self._label(grid, week, widths)]
        for day in week.days:
            pieces += self._day(grid, day, widths)
        measure = grid.goal.measure_on(min(week.days[-1].on, grid.last))
        total = brief(week.value, measure.unit if measure else "", widths.sum - 1, self.words) if week.value else ""
        total = "0" if week.value == 0 else total
        verdict = verdict_shown(week, grid.last)
        tone = {MET: "good", NOT_MET: "bad"}.get(verdict, "dim")
        if len(verdict) >= widths.verdict:
            return [*pieces, (padded(verdict, widths.sum + widths.verdict, right=True), tone)]
        return [*pieces, (padded(total, widths.sum, right=True), "strong"), (" " + verdict, tone)]

    def _label(self, grid: DayGrid, week: GridWeek, widths: Widths) -> list[Piece]:
        """The number of the week and its first day; no number where weeks do not begin on Monday."""
        first = week.days[0].on
        number = "" if grid.first_weekday else f"{week_number(first)[1]}"
        if widths.wide:
            day = padded(self.words.date_short(first, first), widths.date, right=True)
            return [(padded(number, 2, right=True), "dim"), (f"  {day} ", "text")]
        return [(padded(number or f"{first.day}.", widths.week - 1, right=True) + " ", "dim")]

    def _day(self, grid: DayGrid, day: GridDay, widths: Widths) -> list[Piece]:
        if day.state is DayState.COMING:
            return [(" " * widths.day, "text")]
        shown = day_shown(day, grid.goal.measure_on(day.on), widths.day - 1, self.words)
        if day.on == self.cursor:
            return [(padded(f"▸{shown or ' '}", widths.day, right=True), "cursor")]
        return [(padded(shown, widths.day, right=True), "text" if day.value is not None or day.milestones else "dim")]

    def _strip(self, pieces: list[Piece], width: int) -> Strip:
        segments = [Segment(text, self.style_of(name)) for text, name in pieces]
        return Strip(segments).adjust_cell_length(width, self.style_of("text"))

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        grid = self.grid
        if grid is None or event.y < HEADER:
            return
        widths = Widths(self.size.width, self.words)
        row, column = event.y - HEADER + self.scroll_offset.y, (event.x - 1 - widths.week) // widths.day
        if row >= grid.weeks or not 0 <= column < WEEK:
            return
        self.go_to(add_days(grid.week_first(row), column))
        if event.chain == 2:
            self.post_message(self.Opened())
