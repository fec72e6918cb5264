"""The journal: one's entries beside reviews, notes of check-ins and lessons, the newest first."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import Moment, MomentKind, goals_by_name, journal_entry
from smart_tui.text.errors import store_error
from smart_tui.text.journal import goals_said, journal_markdown, moment_kind
from smart_tui.tui import keys
from smart_tui.tui.commands import JOURNAL
from smart_tui.tui.momentwindow import MomentWindow
from smart_tui.tui.screens.takealong import TakeAlong
from smart_tui.tui.widgets.momentlist import NEAR, MomentList, MomentRow
from smart_tui.tui.widgets.sections import ENTRIES


class JournalScreen(TakeAlong):
    """Everything that was written, or what was written about one goal."""

    WHERE = JOURNAL
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(JOURNAL)]

    def __init__(self, goal_id: int | None = None) -> None:
        super().__init__()
        self.goal_id = goal_id
        self.title_of_goal = ""
        self.window: MomentWindow
        self._read_once = False
        self._day = ""
        """The day one is at, where its heading is out of sight."""

    def content(self) -> ComposeResult:
        self.window = MomentWindow(self.smart.store.read, self.goal_id)
        yield MomentList(id="moments")

    @property
    def timeline(self) -> MomentList:
        """The widget with the timeline."""
        return self.query_one(MomentList)

    @property
    def moments(self) -> Sequence[Moment]:
        """What is held of the timeline."""
        return self.window.moments

    def on_mount(self) -> None:
        super().on_mount()
        self.timeline.focus()
        self.reload()

    # Reading.

    def on_screen_resume(self) -> None:
        if self._read_once:
            self.reload()

    def reload(self) -> None:
        """Read again what is held; the cursor stays where it is, and what is seen too."""
        self._show(self.window.again)

    def _show(self, read: Callable[[], object], steady: bool = True) -> None:
        """Read, and show what is held then."""
        if not self.query(MomentList):
            return
        self.window.goal_id = self.goal_id
        try:
            read()
        except StoreError as error:
            self._failed(error)
            return
        here = self.timeline.row_here()
        self._read_once = True
        self._name_goal()
        self._say_empty()
        rows = [self._row(moment) for moment in self.moments]
        self.timeline.show(rows, here.key if here is not None else None, steady=steady)
        self.refresh_frame()

    def _failed(self, error: StoreError) -> None:
        self.window = MomentWindow(self.smart.store.read, self.goal_id)
        self.timeline.show(())
        self.timeline.empty = (store_error(error, self.words),)
        self.refresh_frame()

    @on(MomentList.NearEdge)
    @on(MomentList.Moved)
    def _near_edge(self) -> None:
        """Read on where one comes near to the end of what is held."""
        lines = self.timeline
        if lines.day_out_of_sight != self._day:
            self._day = lines.day_out_of_sight
            self.refresh_frame()
        seen = {lines.cursor, lines.scroll_offset.y, lines.scroll_offset.y + lines.size.height}
        if not self.window.oldest and max(seen) >= lines.length - NEAR:
            self._show(self.window.read_behind)
        elif not self.window.newest and min(seen) < NEAR:
            self._show(self.window.read_in_front)

    def _row(self, moment: Moment) -> MomentRow:
        words = self.words
        about = moment.goals if self.goal_id is None or len(moment.goals) > 1 else ()
        parts = [moment_kind(moment, self.smart.settings, words), goals_said(about, words)]
        if moment.kind is MomentKind.NOTE and moment.value is not None:
            parts.append(words.number(moment.value))
        head = " · ".join(part for part in parts if part)
        return MomentRow((moment.kind, moment.id), words.date_full(moment.on), head, moment.text)

    def _name_goal(self) -> None:
        if self.goal_id is None:
            self.title_of_goal = ""
            return
        try:
            named = {goal.goal_id: goal for goal in self.smart.store.read(goals_by_name)}
        except StoreError as error:
            self.smart.say_error(error)
            return
        goal = named.get(self.goal_id)
        if goal is None:
            self.goal_id, self.title_of_goal = None, ""
            self.call_next(self.reload)
            return
        self.title_of_goal = f"{goal.no}  {goal.title}".strip()

    def _say_empty(self) -> None:
        words = self.words
        if self.goal_id is None:
            first = words.gettext("Nothing is written here yet.")
            second = words.gettext("n writes about today; reviews, notes and lessons come here by themselves.")
        else:
            first = words.gettext("Nothing is written about this goal yet.")
            second = words.gettext("n writes about it; v shows the whole journal.")
        self.timeline.empty = (first, second)

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.reload()

    # The frame.

    def title_left(self) -> str:
        words = self.words
        if self.title_of_goal:
            return words.gettext("Journal: {goal}").format(goal=self.title_of_goal)
        return words.gettext("Journal")

    def title_right(self) -> str:
        # Of a day with very many notes one would not know which it is.
        return self._day or self.smart.day_title()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted: tuple[str, ...] = ("open_moment", "write_entry", "search_journal", "look_back", "back", "help")
        if not self.moments:
            wanted = ("write_entry", "look_back", "back", "help")
        return tuple(keys.command(id) for id in wanted)

    # Moving.

    def moment_here(self) -> Moment | None:
        """What the cursor is on."""
        at = self.timeline.at
        return self.moments[at] if 0 <= at < len(self.moments) else None

    def action_cursor_down(self) -> None:
        self.timeline.move(1)

    def action_cursor_up(self) -> None:
        self.timeline.move(-1)

    def action_cursor_first(self) -> None:
        if not self.window.newest:
            self._show(self.window.to_newest, steady=False)
        self.timeline.first()

    def action_cursor_last(self) -> None:
        if not self.window.oldest:
            self._show(self.window.to_oldest, steady=False)
        self.timeline.last()

    def action_page_down(self) -> None:
        self.timeline.page(1)

    def action_page_up(self) -> None:
        self.timeline.page(-1)

    # Opening and writing.

    @on(MomentList.Opened)
    def action_open_moment(self) -> None:
        moment = self.moment_here()
        if moment is None:
            return
        if moment.kind is MomentKind.JOURNAL:
            self._open_entry(moment.id)
        elif moment.kind is MomentKind.REVIEW:
            from smart_tui.tui.screens.review.page import ReviewPage

            self.app.push_screen(ReviewPage(moment.id))
        elif moment.goals:
            from smart_tui.tui.screens.goalpage import GoalPage

            at = (ENTRIES, moment.id) if moment.kind is MomentKind.NOTE else None
            self.app.push_screen(GoalPage(moment.goals[0].goal_id, at))

    def action_edit_entry(self) -> None:
        moment = self.moment_here()
        if moment is not None and moment.kind is not MomentKind.JOURNAL:
            self.say(self.words.gettext("This is changed where it stands: Enter opens it there."))
        elif moment is not None:
            self._open_entry(moment.id)

    def action_write_entry(self) -> None:
        self._open_entry(None)

    def _open_entry(self, entry_id: int | None) -> None:
        from smart_tui.tui.screens.journalentry import JournalEntryScreen

        goals = () if self.goal_id is None else (self.goal_id,)
        self.app.push_screen(JournalEntryScreen(entry_id, self.today, goals), self._written)

    def _written(self, entry_id: int | None) -> None:
        """Put the cursor on what was just written."""
        if entry_id is None or not self.query(MomentList):
            return
        try:
            on = self.smart.store.read(journal_entry, entry_id).on
        except StoreError as error:
            self.smart.say_error(error)
            return
        self.reload()
        if not any(_is_entry(each, entry_id) for each in self.moments):
            place = Moment(MomentKind.JOURNAL, entry_id, on, "").place
            self._show(partial(self.window.around, place), steady=False)
        at = next((at for at, each in enumerate(self.moments) if _is_entry(each, entry_id)), None)
        if at is not None:
            self.timeline.go_to(at)

    @work
    async def action_delete_entry(self) -> None:
        from smart_tui.store.commands import journal

        moment = self.moment_here()
        if moment is None:
            return
        if moment.kind is not MomentKind.JOURNAL:
            self.say(self.words.gettext("This is changed where it stands: Enter opens it there."))
        elif await self.write(journal.delete, moment.id) is not None:
            self.reload()
            self.say(self.words.gettext("Deleted. Press u to undo."))

    def action_one_goal(self) -> None:
        moment = self.moment_here()
        if self.goal_id is not None:
            self.goal_id = None
        elif moment is not None and moment.goals:
            self.goal_id = moment.goals[0].goal_id
        else:
            self.say(self.words.gettext("Nothing under the cursor is about a goal."))
            return
        self._show(self.window.to_newest)

    # Taking along.

    def markdown(self) -> str:
        moment = self.moment_here()
        if moment is None or moment.kind is not MomentKind.JOURNAL:
            self.say(self.words.gettext("Enter opens this; an entry of the journal is taken along from here."))
            return ""
        try:
            entry = self.smart.store.read(journal_entry, moment.id)
        except StoreError as error:
            self.smart.say_error(error)
            return ""
        return journal_markdown(entry, moment.goals, self.words)

    def file_name(self) -> str:
        moment = self.moment_here()
        on: date = moment.on if moment is not None else self.today
        return f"journal-{on.isoformat()}.md"


def _is_entry(moment: Moment, entry_id: int) -> bool:
    return moment.kind is MomentKind.JOURNAL and moment.id == entry_id
