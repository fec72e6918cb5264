"""The rows of the list, read when they are needed: all of a view at once, or the goals that were written."""

from collections.abc import Mapping, Sequence
from datetime import date

from smart_tui.domain.goal import Goal, State
from smart_tui.domain.settings import Settings
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.changes import revisions
from smart_tui.store.queries.said import said
from smart_tui.tui.screens import listwords
from smart_tui.tui.screens.families import related, with_families
from smart_tui.tui.screens.goalactions import GoalActions
from smart_tui.tui.screens.listing import Filter, Listed, place_of, read_row, read_view, stays, tally, with_row
from smart_tui.tui.widgets.goallist import GoalList
from smart_tui.tui.widgets.rows import Row

LARGE = 200
"""From this many goals on, the list is read in a thread."""
WORTH_KEEPING = 500
"""From so many entries read on, what they came to is kept: less is computed as quickly as read."""
MANY = 50
"""From this many changed goals on, the list is read anew."""


class ListReading(GoalActions):
    """Holds the rows of one view and keeps them as they are stored."""

    def __init__(self) -> None:
        super().__init__()
        self.view = State.ACTIVE
        self.rows: Sequence[Row] = ()
        self.counts: Mapping[State, int] = {}
        self.due = (0, 0)
        """How many drafts have woken, and how many goals are to be looked at again."""
        self.tally = (0, 0)
        """How many goals are on track, and how many are judged."""
        self.filter = Filter(self._said)
        self._known: dict[int, str] = {}
        self._reading = 0

    @property
    def goals(self) -> GoalList:
        """The widget with the rows."""
        return self.query_one(GoalList)

    def rows_shown(self) -> None:
        """Other rows are shown now."""
        self.refresh_frame()

    def read_view(self) -> None:
        """Read the whole view; a long one in a thread, so that keys go on."""
        self._reading += 1
        try:
            self._count()
            self._known = self.smart.store.read(revisions, self.view)
            if len(self._known) > LARGE:
                if not self.rows:
                    self.goals.empty = (self.words.gettext("Reading the goals…"),)
                self.run_worker(self._reload_aside(self._reading), group="reading")
                return
            self._show_read(self.smart.store.read(read_view, self.view, self.today, self.smart.settings))
        except StoreError as error:
            self._failed(error)

    async def _reload_aside(self, turn: int) -> None:
        try:
            found = await self.smart.store.read_aside(read_view, self.view, self.today, self.smart.settings)
        except StoreError as error:
            self._failed(error)
            return
        if turn == self._reading:
            self._show_read(found)

    def _show_read(self, found: Listed) -> None:
        self._show(found.rows)
        if sum(each.entries for each in found.computed) >= WORTH_KEEPING:
            # The frame comes first; what is kept serves the next start.
            self.call_after_refresh(self._keep, found, self.today, self.smart.settings)

    def _keep(self, found: Listed, today: date, settings: Settings) -> None:
        from smart_tui.store.commands.standings import keep

        self.run_worker(self.smart.write_aside(keep, found.computed, today, settings), group="keeping")

    def _said(self) -> Mapping[int, str]:
        try:
            return self.smart.store.read(said, self.view)
        except StoreError as error:
            self.smart.say_error(error)
            return {}

    def whole(self, ids: Sequence[int]) -> tuple[Goal, ...]:
        """These goals with everything said about them, as they are stored now; one that is gone is left out."""
        try:
            return self.smart.store.read(queries.goals_of, ids)
        except StoreError as error:
            self.smart.say_error(error)
            return ()

    def _failed(self, error: StoreError) -> None:
        from smart_tui.text.errors import store_error

        self._show(())
        self.goals.empty = (store_error(error, self.words),)

    def _show(self, rows: Sequence[Row]) -> None:
        self.put(rows)
        self.rows_shown()

    def _count(self) -> None:
        self.counts = listwords.by_state(self.smart.store.read(queries.counts))
        self.due = self.smart.store.read(queries.due, self.today)

    def _count_again(self) -> None:
        """Say how many goals the other views hold, where something was written that this one does not show."""
        before = self.counts, self.due
        try:
            self._count()
        except StoreError as error:
            self._failed(error)
            return
        if (self.counts, self.due) != before:
            self.refresh_frame()

    def reload(self) -> None:
        """Show what was written since, here or in another window; cursor and scroll stay."""
        if not self._reading:
            return
        try:
            now = self.smart.store.read(revisions, self.view)
        except StoreError as error:
            self._failed(error)
            return
        changed = [id for id in now.keys() | self._known.keys() if now.get(id) != self._known.get(id)]
        if len(changed) > MANY:
            self.read_view()
        elif changed:
            self._known = now
            self._show_again(changed)
        else:
            self._count_again()

    async def goals_changed(self, ids: Sequence[int]) -> None:
        for goal_id in ids:
            self._known.pop(goal_id, None)
        self._known.update(self.smart.store.read(revisions, self.view, ids))
        self._show_again(ids)

    def _show_again(self, ids: Sequence[int]) -> None:
        try:
            for goal_id in ids:
                self._show_one(goal_id)
            self._count()
        except StoreError as error:
            self._failed(error)
            return
        self.rows_shown()

    def _show_one(self, goal_id: int) -> None:
        try:
            row = self.smart.store.read(read_row, goal_id, self.today, self.smart.settings)
        except StoreError as error:
            if error.code != "not_found":
                raise
            row = None
        at = place_of(self.rows, goal_id)
        if row is None or row.goal.state != self.view:
            if at is not None:
                self.put([*self.rows[:at], *self.rows[at + 1 :]])
        elif at is not None and stays(self.rows, at, row) and not (self.filter.needle or related(self.rows, at, row)):
            # Counting all of ten thousand rows again would cost more than all else a key does.
            before, after = tally((self.rows[at],)), tally((row,))
            self.goals.replace(at, row)
            self.rows = self.goals.rows
            self.tally = (self.tally[0] - before[0] + after[0], self.tally[1] - before[1] + after[1])
        else:
            self.put(with_row(self.rows, row))

    def put(self, rows: Sequence[Row]) -> None:
        """Show these rows, as far as the filter lets them through."""
        rows = with_families(rows, self.today)
        self.rows = rows
        self.tally = tally(rows)
        self.goals.show(rows, self.filter.places(rows))

    def on_screen_resume(self) -> None:
        self.reload()
        if self.smart.written_goal is not None:
            self.goals.go_to(self.smart.written_goal)
            self.smart.written_goal = None
