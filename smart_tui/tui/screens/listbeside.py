"""The goal of the cursor beside the list, where the window is wide enough."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import on

from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.tui.screens.listreading import ListReading
from smart_tui.tui.widgets.goallist import GoalList
from smart_tui.tui.widgets.rows import Row

if TYPE_CHECKING:
    from textual.timer import Timer

    from smart_tui.tui.widgets.goalview import GoalView
    from smart_tui.tui.widgets.page import Child

WIDE = 100
"""Columns from which the goal's page stands beside the list."""
PANE_DELAY = 0.06
"""Seconds the cursor rests on a goal before the page beside the list shows it."""


class ListBeside(ListReading):
    """A list with a page beside it, which follows the cursor once that rests."""

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None

    def fit_pane(self) -> None:
        """Show the page where there is room for it."""
        wide = self.app.size.width >= WIDE
        if wide and self._pane() is None:
            from smart_tui.tui.widgets.goalview import GoalView

            view = GoalView(id="beside", accepted_label=self.smart.config.accepted_label)
            view.can_focus = False
            self.query_one("#content").mount(view)
            self.call_after_refresh(self.fill_pane)
        pane = self._pane()
        if pane is not None:
            pane.display = wide

    def _pane(self) -> "GoalView | None":
        return cast("GoalView | None", next(iter(self.query("#beside")), None))

    @on(GoalList.Moved)
    def _moved(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self._pane() is not None:
            self._timer = self.set_timer(PANE_DELAY, self.fill_pane)

    def rows_shown(self) -> None:
        self.refresh_frame()
        self.fill_pane()

    def fill_pane(self) -> None:
        """Show the goal of the cursor, or nothing."""
        pane, row = self._pane(), self.goals.row_here()
        if pane is None or not pane.display:
            return
        try:
            if row is None or not self._fill(pane, row):
                pane.show(None, None, (), self.today, self.words)
        except StoreError as error:
            self.smart.say_error(error)

    def _fill(self, pane: "GoalView", row: Row) -> bool:
        """Show the goal of a row with those that serve it; False where it is gone. Raises StoreError."""
        store, settings = self.smart.store, self.smart.settings
        goal = next(iter(self.whole([row.id])), None)
        if goal is None:
            return False
        entries = store.read(queries.entries, row.id)
        assessment = row.assessment
        children: Sequence[Child] = ()
        below = store.read(queries.below, row.id)
        if below:
            from smart_tui.tui.screens.pagestanding import standing

            assessment, children = standing(store, goal, entries, below, self.today, settings)
        pane.show(goal, assessment, entries, self.today, self.words, settings, children)
        return True
