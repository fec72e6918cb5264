"""A goal's page: where it stands, and everything that belongs to it, to add to and to change in place."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from smart_tui.domain.goal import Assessment, Entry, Goal, PeriodVerdict, State, Status
from smart_tui.store import queries
from smart_tui.store.commands import entries as entry_commands
from smart_tui.store.commands import plans
from smart_tui.store.errors import StoreError
from smart_tui.tui import keys
from smart_tui.tui.screens.goalactions import GoalActions
from smart_tui.tui.screens.pagestanding import standing
from smart_tui.tui.screens.pagethings import DELETING, DONE, EDITING, KINDS, Thing
from smart_tui.tui.widgets.goalview import GoalView
from smart_tui.tui.widgets.lines import visible
from smart_tui.tui.widgets.page import Child, status_content
from smart_tui.tui.widgets.sections import ANSWERS, CHILDREN, CONFIDENCE, EMPTY, ENTRIES, PERIODS, VERSIONS, Item

if TYPE_CHECKING:
    from smart_tui.reading.entries import EntryReading


class GoalPage(GoalActions):
    """The page of one goal, by its row id; with a section and a row id or question `at` that thing. The keys of the
    list act on the goal; Enter, x and Delete act on the thing under the cursor where there is one."""

    WHERE = keys.PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.PAGE)]

    def __init__(self, goal_id: int, at: tuple[str, int | str] | None = None) -> None:
        super().__init__()
        self.goal_id = goal_id
        self._at = at
        self.goal: Goal | None = None
        self.assessment: Assessment | None = None
        self.entries: Sequence[Entry] = ()
        self.below: Sequence[Child] = ()
        """The goals that serve this one directly, each with how it stands."""

    def content(self) -> ComposeResult:
        yield GoalView(id="page", titled=False, accepted_label=self.smart.config.accepted_label)

    def on_mount(self) -> None:
        self.view.focus()

    @property
    def view(self) -> GoalView:
        """The widget with the page."""
        return self.query_one(GoalView)

    # Reading.

    def reload(self) -> None:
        """Read the goal again; cursor, scroll and open sections stay. A goal that is gone closes its page."""
        if not self.query(GoalView):
            # Another window may write while the page is still being made; its first look comes after that.
            return
        read = self.smart.store.read
        try:
            self.goal = read(queries.goal, self.goal_id)
            self.entries = read(queries.entries, self.goal_id)
            below = read(queries.below, self.goal_id)
            settings = self.smart.settings
            own, self.below = standing(self.smart.store, self.goal, self.entries, below, self.today, settings)
        except StoreError as error:
            from smart_tui.text.errors import store_error

            self.dismiss(None)
            if error.code != "not_found":
                self.smart.say(store_error(error, self.words))
            return
        self.assessment = None if self.goal.state is State.DRAFT else own
        self.show()

    def show(self) -> None:
        """Show what was read, in the words and on the day of now."""
        settings, children = self.smart.settings, self.below
        self.view.show(self.goal, self.assessment, self.entries, self.today, self.words, settings, children)
        if self._at is not None:
            self.view.seek(*self._at)
            self._at = None
        self.refresh_frame()

    def on_screen_resume(self) -> None:
        # Comes for the first time as soon as the page is there, and again when what was before it leaves.
        self.reload()

    def action_journal(self) -> None:
        from smart_tui.tui.screens.journal import JournalScreen

        self.app.push_screen(JournalScreen(self.goal_id))

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.show()

    def goal_here(self) -> Goal | None:
        return self.goal

    async def goals_changed(self, ids: Sequence[int]) -> None:
        self.reload()

    async def changed(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Run a command of the store and show what it did; False after saying why it failed."""
        if await self.write(command, *args, **kwargs) is None:
            return False
        self.reload()
        return True

    # The frame.

    def title_left(self) -> str:
        if self.goal is None:
            return ""
        return f"{self.goal.no}  {visible(self.goal.title) or self.words.gettext('Untitled')}"

    def title_right(self) -> str | Content:
        if self.goal is None or self.view.page is None:
            return ""
        return status_content(self.view.page, self.words)

    def footer_commands(self) -> tuple[keys.Command, ...]:
        wanted = ["open_item", "check_in", "add_item", "edit_goal", "back", "help"]
        if self.goal is not None and self.goal.state is State.CLOSED:
            wanted = ["open_item", "finish_or_reopen", "edit_goal", "back", "help"]
        elif self.view.item is not None and self.view.item.section in DELETING:
            last = ["mark_done", "delete_goal"] if self.view.item.section in DONE else ["delete_goal"]
            wanted = ["open_item", *last, "add_item", "back", "help"]
        return tuple(keys.command(id) for id in wanted)

    def footer_label(self, command: keys.Command) -> str:
        if command.id == "open_item" and self.is_mounted and self.view.item is not None:
            return self.words.gettext("change")
        if command.id == "finish_or_reopen" and self.goal is not None and self.goal.state is State.CLOSED:
            return self.words.gettext("open again")
        return super().footer_label(command)

    # Moving.

    def action_cursor_down(self) -> None:
        self.view.move(1)

    def action_cursor_up(self) -> None:
        self.view.move(-1)

    def action_cursor_first(self) -> None:
        self.view.first()

    def action_cursor_last(self) -> None:
        self.view.last()

    def action_page_down(self) -> None:
        self.view.page_by(1)

    def action_page_up(self) -> None:
        self.view.page_by(-1)

    def action_fold_section(self) -> None:
        self.view.toggle()

    @on(GoalView.Moved)
    def _moved(self) -> None:
        self.refresh_frame()

    # The thing under the cursor.

    @on(GoalView.Opened)
    def action_open_item(self) -> None:
        item = self.view.item
        if item is None:
            self.view.toggle()
        elif item.section == EMPTY:
            self._begin(str(item.key))
        elif item.section == CHILDREN:
            self.app.push_screen(GoalPage(item.value[0].id))
        elif item.section == ENTRIES:
            self._edit_entry(item.value)
        elif item.section == PERIODS:
            self._add_entry(item.value)
        elif item.section in EDITING:
            self._edit_item(item.section, int(item.key), item.value)
        elif item.section == CONFIDENCE:
            self._confidence(item.value.on)
        elif item.section == VERSIONS:
            self._open_version(item)
        elif item.section == ANSWERS:
            self.action_edit_goal()

    def _begin(self, section: str) -> None:
        """Put a first thing into a section."""
        if section in (ANSWERS, VERSIONS):
            self.action_edit_goal()
        else:
            self.action_add_item()

    @work
    async def _edit_entry(self, entry: Entry) -> None:
        from smart_tui.tui.screens.entry import EntryScreen

        if self.goal is None:
            return

        async def save(read: "EntryReading") -> bool:
            excused = read.value is None
            fields = {"on": read.on, "value": read.value, "excused": excused, "note": read.note, "counts": read.counts}
            return await self.changed(entry_commands.edit_entry, entry.id, **fields)

        await self.ask(EntryScreen(self.goal, self.entries, self.today, entry), save)

    @work
    async def _add_entry(self, period: PeriodVerdict | None = None) -> None:
        from smart_tui.tui.screens.entry import EntryScreen

        goal = self.goal
        if goal is None or not self._takes_entries(goal):
            return
        on = None if period is None else min(period.last, self.today)
        dialog = EntryScreen(goal, self.entries, self.today, on=on)
        await self.ask(dialog, lambda reading: self.record(goal, reading))

    @work
    async def _edit_item(self, section: str, row_id: int, value: Thing) -> None:
        """Change a milestone, an activity or a plan."""
        from smart_tui.tui.screens.additem import Added, AddItemScreen

        if self.goal is None:
            return

        async def save(added: Added) -> bool:
            return await self.changed(EDITING[section], row_id, added[1])

        await self.ask(AddItemScreen(self.goal, self.today, value), save)

    @work
    async def _confidence(self, day: date) -> None:
        from smart_tui.tui.screens.confidence import ConfidenceScreen

        if self.goal is None:
            return
        value = await self.app.push_screen_wait(ConfidenceScreen(self.goal))
        if value is not None:
            await self.changed(plans.set_confidence, self.goal_id, day, value)

    def _open_version(self, item: Item) -> None:
        if self.goal is not None and self.goal.measure is not None and item.key == self.goal.measure.id:
            self.action_change_target()
        else:
            self.say(self.words.gettext("A past version stays as it was; the newest one can be changed."))

    @work
    async def action_change_target(self) -> None:
        goal = self.goal
        if goal is None or not self._takes_entries(goal):
            return
        if goal.measure is None:
            self.say(self.words.gettext("There is no measure yet: press e to edit the goal."))
            return
        if (self.assessment or self.assessed(goal)).status is Status.NEEDS_BASELINE:
            self.open_baseline(goal)
            return
        from smart_tui.tui.screens.changing import ask_course

        if await ask_course(self, goal, self.assessment or self.assessed(goal)):
            self.reload()
            self.view.open_section(VERSIONS)

    def action_add_entry(self) -> None:
        self._add_entry()

    async def add_item(self, kind: str = "") -> str:
        section = self.view.section_id
        if section == ENTRIES and ENTRIES in self.view.places.open:
            self.action_add_entry()
        elif section == CONFIDENCE:
            self.action_own_confidence()
        elif section == VERSIONS:
            self.action_change_target()
        else:
            kind = await super().add_item(kind or KINDS.get(section, ""))
            for id, name in KINDS.items():
                if name == kind:
                    self.view.open_section(id)
            return kind
        return ""

    async def thing_done(self) -> bool:
        item = self.view.item
        if item is None or item.section not in DONE:
            return False
        async with self._turn:
            on = None if item.value.done_on is not None else self.today
            await self.changed(DONE[item.section], item.key, on)
        return True

    async def thing_deleted(self) -> bool:
        """Delete the line under the cursor. The whole goal is deleted in the list, where one sees which it is."""
        item = self.view.item
        goal_id = self.goal_id
        if item is None or item.section not in (*DELETING, CONFIDENCE):
            delete = self.words.gettext(
                "Delete takes away one line of an open section. A whole goal is deleted in the list."
            )
            self.say(delete)
            return True
        async with self._turn:
            if item.section == CONFIDENCE:
                deleted = await self.changed(plans.delete_confidence, goal_id, item.value.on)
            else:
                deleted = await self.changed(DELETING[item.section], item.key)
        if deleted:
            self.say(self.words.gettext("Deleted. Press u to undo."))
        return True
