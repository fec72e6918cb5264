"""Today: what is due today and this week over all goals, to check in right there."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.domain.due import Due, DueKind
from smart_tui.domain.goal import Goal, Milestone, State
from smart_tui.store import queries
from smart_tui.store.commands import goals as goal_commands
from smart_tui.store.commands import plans
from smart_tui.store.errors import StoreError
from smart_tui.store.queries.coming import coming
from smart_tui.store.queries.excused import excused_on
from smart_tui.store.queries.today import waiting
from smart_tui.tui import keys
from smart_tui.tui.screens.duerows import Waiting, fresh, merged, next_line, parts_of, row_of, still_there
from smart_tui.tui.screens.goalactions import GoalActions
from smart_tui.tui.widgets.duelist import DueList
from smart_tui.tui.widgets.noticeline import NoticeLine

LARGE = 200
"""From this many active goals on, what is due is read in a thread."""


class TodayScreen(GoalActions):
    """What is overdue, due today and due this week; the keys of the list act on the goal under the cursor,
    and `x` on the very thing that is due. What was seen to stays in its place until one leaves."""

    WHERE = keys.TODAY
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.TODAY)]

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Waiting] = []
        self._read_for: date | None = None
        self._reading = 0

    def content(self) -> ComposeResult:
        yield DueList(id="due")

    @property
    def due_list(self) -> DueList:
        """The widget with the rows."""
        return self.query_one(DueList)

    def on_mount(self) -> None:
        self.due_list.focus()
        self.reload()

    # Reading.

    def reload(self) -> None:
        """Read what is due; what was there before stays in its place. Many goals are read in a thread."""
        self._reading += 1
        read = self.smart.store.read
        try:
            if read(queries.counts)["active"] > LARGE:
                self.run_worker(self._reload_aside(self._reading), group="reading")
            else:
                self._take(read(waiting, self.today, self.smart.settings))
        except StoreError as error:
            self._failed(error)

    async def _reload_aside(self, turn: int) -> None:
        if not self.waiting:
            self.due_list.empty = (self.words.gettext("Reading the goals…"),)
        try:
            found = await self.smart.store.read_aside(waiting, self.today, self.smart.settings)
            if turn == self._reading:
                self._take(found)
        except StoreError as error:
            self._failed(error)

    def _take(self, found: Sequence[Due]) -> None:
        if self._read_for == self.today:
            self.waiting = [row for each in merged(self.waiting, found) if (row := self._now(each)) is not None]
        else:
            self.waiting = fresh(found)
        self._read_for = self.today
        self.show()

    def _now(self, each: Waiting) -> Waiting | None:
        if not each.gone:
            return each
        try:
            return still_there(each, self.smart.store.read(queries.goal, each.due.goal.id))
        except StoreError as error:
            if error.code != "not_found":
                raise
            return None

    def _failed(self, error: StoreError) -> None:
        from smart_tui.text.errors import store_error

        self.waiting = []
        self.due_list.show(())
        self.due_list.empty = (store_error(error, self.words),)
        self.refresh_frame()

    def show(self) -> None:
        """Show what was read, in the words of now."""
        entered = [each.due.goal.id for each in self.waiting if each.due.answered and each.due.item is None]
        excused = self.smart.store.read(excused_on, self.today, entered) if entered else frozenset()
        self.due_list.show([row_of(each, self.today, self.words, excused) for each in self.waiting])
        if not self.waiting:
            following = self.smart.store.read(coming, self.today, self.smart.settings)
            self.due_list.empty = (
                self.words.gettext("Nothing is due today or this week."),
                next_line(following, self.today, self.words),
            )
        self.refresh_frame()

    def on_screen_resume(self) -> None:
        if self._read_for is not None:
            self.reload()

    def day_changed(self) -> None:
        self._read_for = None
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.show()

    async def goals_changed(self, ids: Sequence[int]) -> None:
        self.reload()

    # The frame.

    def title_left(self) -> str:
        return self.words.gettext("Today")

    def title_right(self) -> str:
        left = sum(not each.done for each in self.waiting)
        parts = [self.smart.week_title(), self.smart.day_title()]
        if left:
            parts.insert(0, self.words.ngettext("{n} open", "{n} open", left).format(n=self.words.number(left)))
        return " · ".join(parts)

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted: tuple[str, ...] = ("check_in", "mark_done", "open_goal", "add_item", "back", "help")
        if not self.waiting:
            wanted = ("back", "undo", "help")
        return tuple(keys.command(id) for id in wanted)

    # Where the cursor is.

    def waiting_here(self) -> Waiting | None:
        """What the cursor is on."""
        row = self.due_list.row_here()
        return next((each for each in self.waiting if each.key == row.key), None) if row else None

    def goal_here(self) -> Goal | None:
        here = self.waiting_here()
        if here is None:
            return None
        try:
            # What is listed holds no more of a goal than its row says.
            return self.smart.store.read(queries.goal, here.due.goal.id)
        except StoreError as error:
            self.smart.say_error(error)
            return None

    def action_cursor_down(self) -> None:
        self.due_list.move(1)

    def action_cursor_up(self) -> None:
        self.due_list.move(-1)

    def action_cursor_first(self) -> None:
        self.due_list.first()

    def action_cursor_last(self) -> None:
        self.due_list.last()

    def action_page_down(self) -> None:
        self.due_list.page(1)

    def action_page_up(self) -> None:
        self.due_list.page(-1)

    @on(DueList.Moved)
    def _say_all(self) -> None:
        """A long sentence that its column cuts off stands in full above the footer."""
        self.query_one(NoticeLine).left = self.due_list.cut_here()

    @on(DueList.Opened)
    def action_open_goal(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        if goal.state is State.DRAFT:
            self.smart.open_writing(goal.id)
            return
        here = self.waiting_here()
        if here is not None and here.due.kind is DueKind.BASELINE:
            self.open_baseline(goal)
            return
        from smart_tui.tui.screens.goalpage import GoalPage

        self.app.push_screen(GoalPage(goal.id))

    # Doing what is due.

    async def thing_done(self) -> bool:
        here = self.waiting_here()
        if here is None:
            return True
        due = here.due
        if due.item is not None:
            command = plans.milestone_done if isinstance(due.item, Milestone) else plans.activity_done
            async with self._turn:
                on = None if self._ticked(due) else self.today
                if await self.write(command, due.item.id, on) is not None:
                    await self.goals_changed([due.goal.id])
            return True
        if due.kind is DueKind.REVIEW_ON:
            await self._looked_at(due.goal)
            return True
        if due.kind is DueKind.DEADLINE and not here.gone:
            self.action_finish_or_reopen()
            return True
        if due.kind is DueKind.WAKE and not here.gone:
            self.say(self.words.gettext("Enter goes on with this draft."))
            return True
        return False

    def _ticked(self, due: Due) -> bool:
        """Whether the milestone or activity is done, by what is stored now: a key may come before the row follows."""
        goal = self.goal_here()
        parts = parts_of(goal) if goal is not None else ()
        return any(part.done_on is not None for part in parts if due.item is not None and part.uuid == due.item.uuid)

    async def _looked_at(self, goal: Goal) -> None:
        if await self.write(goal_commands.set_fields, goal.id, {"review_on": None}) is not None:
            await self.goals_changed([goal.id])
            self.say(self.words.gettext("Looked at. Press u to undo."))
