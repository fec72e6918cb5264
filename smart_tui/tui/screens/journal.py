"""The journal: one's entries beside reviews, notes of check-ins and lessons, the newest first."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.store.errors import StoreError
from smart_tui.store.queries.journal import Moment, MomentKind, goals_by_name, journal_entry, timeline
from smart_tui.text.errors import store_error
from smart_tui.text.journal import goals_said, journal_markdown, moment_kind
from smart_tui.tui import keys
from smart_tui.tui.commands import JOURNAL
from smart_tui.tui.screens.takealong import TakeAlong
from smart_tui.tui.widgets.momentlist import MomentList, MomentRow
from smart_tui.tui.widgets.sections import ENTRIES

FIRST = 100
"""So many are read before the first frame, and each time one comes near to their end."""
LARGE = 500
"""From so many on they are read in a thread."""
CHUNK = 2000
"""So many are read at a time on the way to the very first one."""


class JournalScreen(TakeAlong):
    """Everything that was written, or what was written about one goal."""

    WHERE = JOURNAL
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(JOURNAL)]

    def __init__(self, goal_id: int | None = None) -> None:
        super().__init__()
        self.goal_id = goal_id
        self.title_of_goal = ""
        self.moments: list[Moment] = []
        self.all_read = False
        """Whether there is nothing behind the moments that were read."""
        self._turn = 0
        self._reading = False
        self._to_the_end = False
        self._read_once = False

    def content(self) -> ComposeResult:
        yield MomentList(id="moments")

    @property
    def timeline(self) -> MomentList:
        """The widget with the timeline."""
        return self.query_one(MomentList)

    def on_mount(self) -> None:
        super().on_mount()
        self.timeline.focus()
        self.reload()

    # Reading.

    def on_screen_resume(self) -> None:
        if self._read_once:
            self.reload()

    def reload(self) -> None:
        """Read again what is shown; the cursor stays where it is."""
        if not self.query(MomentList):
            return
        self._turn += 1
        limit = max(FIRST, len(self.moments))
        if limit > LARGE:
            self.run_worker(self._reread(self._turn, limit), group="reading")
            return
        try:
            found = self.smart.store.read(timeline, None, limit, self.goal_id)
        except StoreError as error:
            self._failed(error)
        else:
            self._take(found, limit)

    async def _reread(self, turn: int, limit: int) -> None:
        try:
            found = await self.smart.store.read_aside(timeline, None, limit, self.goal_id)
        except StoreError as error:
            self._failed(error)
        else:
            if turn == self._turn:
                self._take(found, limit)

    def _take(self, found: Sequence[Moment], limit: int) -> None:
        here = self.moment_here()
        self._read_once = True
        self.moments, self.all_read = list(found), len(found) < limit
        self._name_goal()
        self._say_empty()
        key = (here.kind, here.id) if here is not None else None
        self.timeline.show([self._row(moment) for moment in self.moments], key)
        self.refresh_frame()

    def _failed(self, error: StoreError) -> None:
        self.moments, self.all_read = [], True
        self.timeline.show(())
        self.timeline.empty = (store_error(error, self.words),)
        self.refresh_frame()

    @on(MomentList.NearEnd)
    @on(MomentList.Moved)
    def _near_end(self) -> None:
        lines = self.timeline
        seen = max(lines.cursor, lines.scroll_offset.y + lines.size.height)
        if seen >= lines.length - FIRST // 2:
            self._read_on()

    def _read_on(self) -> None:
        if not self.all_read and not self._reading:
            self._reading = True
            self.run_worker(self._read_behind(), group="reading on")

    async def _read_behind(self) -> None:
        """Read what comes behind the last moment that is shown, to the very first one if that is where one goes."""
        try:
            while not self.all_read and self.moments:
                turn, last = self._turn, self.moments[-1].place
                chunk = CHUNK if self._to_the_end else FIRST
                found = await self.smart.store.read_aside(timeline, last, chunk, self.goal_id)
                if not self.is_mounted:
                    return
                if turn != self._turn:
                    # It was read anew meanwhile: go on behind what is shown now.
                    continue
                self.moments += found
                self.all_read = len(found) < chunk
                self.timeline.put_behind([self._row(moment) for moment in found])
                if not self._to_the_end:
                    return
                self.timeline.last()
        except StoreError as error:
            self.smart.say_error(error)
        finally:
            self._reading = self._to_the_end = False

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
        self._take(self.moments, len(self.moments) + int(self.all_read))

    # The frame.

    def title_left(self) -> str:
        words = self.words
        if self.title_of_goal:
            return words.gettext("Journal: {goal}").format(goal=self.title_of_goal)
        return words.gettext("Journal")

    def title_right(self) -> str:
        return self.smart.day_title()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted: tuple[str, ...] = ("open_moment", "write_entry", "search_journal", "look_back", "back", "help")
        if not self.moments:
            wanted = ("write_entry", "look_back", "back", "help")
        return tuple(keys.command(id) for id in wanted)

    # Moving.

    def moment_here(self) -> Moment | None:
        """What the cursor is on."""
        row = self.timeline.row_here()
        return next((each for each in self.moments if (each.kind, each.id) == row.key), None) if row else None

    def action_cursor_down(self) -> None:
        self.timeline.move(1)

    def action_cursor_up(self) -> None:
        self._stop_reading_on()
        self.timeline.move(-1)

    def action_cursor_first(self) -> None:
        self._stop_reading_on()
        self.timeline.first()

    def action_cursor_last(self) -> None:
        self._to_the_end = True
        self.timeline.last()
        self._read_on()

    def action_page_down(self) -> None:
        self.timeline.page(1)

    def action_page_up(self) -> None:
        self._stop_reading_on()
        self.timeline.page(-1)

    def _stop_reading_on(self) -> None:
        self._to_the_end = False

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
        if entry_id is not None and self.query(MomentList):
            self.reload()
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
        self.moments = self.moments[:FIRST]
        self.reload()

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
