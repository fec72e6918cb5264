"""The days of a goal: look at past ones, fill and correct them, with the keys and the grammar of a check-in."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.daygrid import day_grid
from smart_tui.domain.goal import Goal, Kind
from smart_tui.domain.status import assess
from smart_tui.domain.steps import step
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.tui import keys
from smart_tui.tui.screens.checkins import CheckIns
from smart_tui.tui.widgets.daygrid import DayGridView
from smart_tui.tui.widgets.lines import visible

BEGINS = "0123456789="
"""What opens the entry line when it is typed; x, s and Enter are commands."""


class DayGridScreen(CheckIns):
    """The grid of one goal, by its row id. What is typed on a day is a check-in for it."""

    WHERE = keys.DAYS
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.DAYS)]
    DEFAULT_CSS = """
    DayGridScreen #day { height: auto; max-height: 2; padding: 0 1; }
    """

    def __init__(self, goal_id: int) -> None:
        super().__init__()
        self.goal_id = goal_id
        self.goal: Goal | None = None

    def content(self) -> ComposeResult:
        yield DayGridView(id="days")
        yield Static("", id="day", markup=False)

    def on_mount(self) -> None:
        self.days.focus()
        self.reload()

    @property
    def days(self) -> DayGridView:
        """The widget with the days."""
        return self.query_one(DayGridView)

    def reload(self) -> None:
        """Read the goal again; the cursor stays on its day. A goal that is gone closes its grid."""
        read = self.smart.store.read
        try:
            self.goal = read(queries.goal, self.goal_id)
            entries = read(queries.entries, self.goal_id)
        except StoreError as error:
            self.dismiss(None)
            if error.code != "not_found":
                self.smart.say_error(error)
            return
        self.days.show(day_grid(self.goal, entries, self.today, self.smart.settings), self.words)
        self._moved()

    def on_screen_resume(self) -> None:
        if self.goal is not None:
            self.reload()

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.reload()

    def goal_here(self) -> Goal | None:
        return self.goal

    async def goals_changed(self, ids: Sequence[int]) -> None:
        self.reload()

    def title_left(self) -> str:
        if self.goal is None:
            return ""
        return f"{self.goal.no}  {visible(self.goal.title) or self.words.gettext('Untitled')}"

    def title_right(self) -> str:
        return self.words.month_year(self.days.cursor) if self.goal is not None else ""

    @on(DayGridView.Moved)
    def _moved(self) -> None:
        from smart_tui.text.daygrid import day_sentence

        self.refresh_frame()
        if self.days.grid is not None:
            said = day_sentence(self.days.grid, self.days.cursor, self.today, self.words)
            self.query_one("#day", Static).update(Content(visible(said)))

    # Moving.

    def action_day_left(self) -> None:
        self.days.move(-1)

    def action_day_right(self) -> None:
        self.days.move(1)

    def action_week_up(self) -> None:
        self.days.move(-7)

    def action_week_down(self) -> None:
        self.days.move(7)

    def action_month_back(self) -> None:
        self.days.move_month(-1)

    def action_month_on(self) -> None:
        self.days.move_month(1)

    def action_first_day(self) -> None:
        self.days.first()

    def action_last_day(self) -> None:
        self.days.last()

    # Recording.

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in BEGINS:
            event.stop()
            self._enter(event.character)

    @on(DayGridView.Opened)
    def action_enter_day(self) -> None:
        self._enter("")

    def action_day_done(self) -> None:
        self._enter("x")

    def action_day_excused(self) -> None:
        self._enter("s ")

    @work
    async def _enter(self, begun_with: str) -> None:
        """Ask what the day holds; once that is stored, the cursor goes on to the next day."""
        from smart_tui.tui.screens.dayentry import DayEntryScreen

        goal, day = self.goal, self.days.cursor
        if goal is None or not self._takes_entries(goal):
            return
        entries = self.smart.store.read(queries.entries, goal.id)
        assessment = assess(goal, entries, self.today, self.smart.settings)
        dialog = DayEntryScreen(goal, entries, assessment, self.today, day, begun_with, above=self.days.cursor_is_low)
        taken = await self.ask(dialog, lambda reading: self.record(goal, reading))
        if taken is not None and taken.on == day:
            self.days.move(1)

    def action_day_up(self) -> None:
        self._step_day(1)

    def action_day_down(self) -> None:
        self._step_day(-1)

    def _step_day(self, sign: int) -> None:
        measure = self.goal.measure_on(self.days.cursor) if self.goal is not None else None
        if measure is not None and measure.kind is Kind.RATING:
            # A level has no step; the sign is the beginning of one.
            self._enter("+" if sign > 0 else "-")
        else:
            self._record_step(self.days.cursor, sign)

    @work
    async def _record_step(self, day: date, sign: int) -> None:
        if self.goal is not None and self._takes_entries(self.goal):
            await self._record_all([self.goal], day, lambda goal, entries, on: step(goal, entries, on, sign))

    @work
    async def action_clear_day(self) -> None:
        from smart_tui.store.commands.days import clear_day

        day, grid = self.days.cursor, self.days.grid
        if grid is None or not grid.entries.get(day):
            self.say(self.words.gettext("Nothing is recorded on this day."))
            return
        async with self._turn:
            cleared = await self.write(clear_day, self.goal_id, day)
        if cleared is not None:
            self.reload()
            self.say(self.words.gettext("The day is empty again. Press u to undo."))
