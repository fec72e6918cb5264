"""The goals of the coming week as a list, and the line one promises in under the one that is open."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from smart_tui.domain.goal import Activity
from smart_tui.domain.promises import Usual
from smart_tui.domain.review import ReviewScreen
from smart_tui.reading.items import ItemKind
from smart_tui.store.errors import StoreError
from smart_tui.text.errors import store_error
from smart_tui.text.review import screen_name, usual_said
from smart_tui.tui import keys
from smart_tui.tui.promised import Planned, enter_goes_to, promise_said, read_promise
from smart_tui.tui.savingtexts import SavingTexts
from smart_tui.tui.screens.additem import EXAMPLES
from smart_tui.tui.screens.review.flow import LAST, ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase
from smart_tui.tui.screens.review.promises import Promises
from smart_tui.tui.widgets.lines import cut
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.promises import GoalLook, GoalPromises, PromiseLine

LONGEST_TITLE = 40


class Scrolled(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The list. It has no keys of its own: a list that can be scrolled would take those of the screen."""


class PlannedGoals(ReviewScreenBase):
    """Draws the goals and leads from one to the other. A line that was begun stays with its goal."""

    STEP = ReviewScreen.NEXT
    AUTO_FOCUS = "PromiseLine OneLine"
    DEFAULT_CSS = """
    PlannedGoals #asked { height: auto; padding: 0 2; color: $text-muted; margin: 1 0; }
    PlannedGoals #goals { height: 1fr; scrollbar-size-vertical: 1; }
    PlannedGoals.-low #asked { margin: 0; max-height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - declared so by the library

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        self.promises = Promises(flow)
        self.planned: list[Planned] = self.promises.planned()
        self.goal_id = self._begin_at(flow.place)
        self.marked: int | None = None
        """The place of the promise the cursor is on, above the line."""
        self.chip = 0
        self.entry = PromiseLine()
        self.blocks: dict[int, GoalPromises] = {}
        self._usual: Usual | None = None
        self.told = False
        """Whether the person knows of lines that are not promised yet."""
        self.typing = f"next week {flow.review.uuid}"
        """Under which name the lines that were begun are kept."""
        stored = flow.smart.unsent.typed(self.typing)
        self.saving = SavingTexts(self._keep_line, stored, self._not_saved, self.refresh_frame)

    def _begin_at(self, place: str) -> int:
        ids = [each.goal.id for each in self.planned]
        if place == LAST:
            return ids[-1] if ids else 0
        return next((each for each in ids if str(each) == place), ids[0] if ids else 0)

    def content(self) -> ComposeResult:
        yield Static(id="asked")
        with Scrolled(id="goals"):
            self.blocks = self._new_blocks()
            for each in self.planned:
                yield self.blocks[each.goal.id]
                if each.goal.id == self.goal_id:
                    yield self.entry
            if not self.planned:
                self.entry.display = False
                yield self.entry

    def on_mount(self) -> None:
        super().on_mount()
        self.entry.text = self.line_of(self.goal_id)
        self.flow.set_place(str(self.goal_id))
        self.run_worker(self._read_usual(), group="reading")

    def takes_keys(self) -> bool:
        """Whether the line has focus, so that what was typed ahead gets into it."""
        return self.focused is not None or not self.planned

    async def _read_usual(self) -> None:
        try:
            self._usual = await self.promises.usual()
        except StoreError:
            return
        self.refresh_frame()

    # What stands where.

    @property
    def at(self) -> int:
        """The place of the open goal."""
        return next((at for at, each in enumerate(self.planned) if each.goal.id == self.goal_id), 0)

    @property
    def here(self) -> Planned | None:
        """The open goal; None without any."""
        return self.planned[self.at] if self.planned else None

    def line_of(self, goal_id: int) -> str:
        """What was typed for a goal and is not promised yet."""
        return self.saving.texts.get(str(goal_id), "")

    def show(self) -> None:
        self.planned = self.promises.planned()
        if [each.goal.id for each in self.planned] != list(self.blocks):
            self.run_worker(self._rebuild(), group="drawing")
            return
        self.draw()

    async def _rebuild(self) -> None:
        """Other goals are active than before: draw them all anew."""
        goals = self.query_one("#goals")
        self.blocks = self._new_blocks()
        self.goal_id = self._begin_at(str(self.goal_id))
        await goals.remove_children("GoalPromises")
        await goals.mount(*self.blocks.values())
        self.entry.display = bool(self.planned)
        self.open_goal(self.at)

    def _new_blocks(self) -> dict[int, GoalPromises]:
        return {each.goal.id: GoalPromises(each.goal.id, self._look(each)) for each in self.planned}

    def _look(self, planned: Planned) -> GoalLook:
        goal, words, settings = planned.goal, self.words, self.smart.settings
        opened, count = goal.id == self.goal_id, len(planned.suggestions)
        aside = words.ngettext("{n} suggestion", "{n} suggestions", count).format(n=words.number(count))
        waiting = self.line_of(goal.id).strip()
        if waiting:
            waiting = words.gettext("{line} · not promised yet").format(line=waiting)
        return GoalLook(
            goal.no,
            goal.title,
            tuple(promise_said(each, words, settings) for each in planned.promises),
            self.marked if opened else None,
            "" if opened or planned.full or not count else aside,
            "" if opened else waiting,
            opened,
        )

    def draw(self) -> None:
        first, last = self.promises.week()
        asked = self.words.gettext("What do you promise for {days}? At most three things a goal.")
        if not self.planned:
            asked = self.words.gettext("No goal is active.")
        self.query_one("#asked", Static).update(Content(asked.format(days=self.words.date_range(first, last))))
        for each in self.planned:
            self.blocks[each.goal.id].show(self._look(each))
        here = self.here
        if here is not None:
            self.entry.marked = self.marked is None
            self.entry.line.placeholder = self.words.gettext(EXAMPLES[ItemKind.ACTIVITY])
            self.entry.explain(self._explanation())
            chips = [] if here.full else [each.what for each in here.suggestions]
            self.entry.offer(self.key_of("review_suggestion"), chips, self.chip % max(len(chips), 1))

    def _explanation(self) -> str:
        """What was understood of the line; of the empty one, what Enter does there."""
        words, text = self.words, self.entry.text.strip()
        if self.marked is not None:
            return words.gettext("{key} takes this promise away.").format(key=self.key_of("promise_away"))
        if text:
            read = self.read_line(text)
            said = promise_said(read, words, self.smart.settings) if read is not None else ""
            return "" if said == text else said
        to = enter_goes_to(self.planned, self.at)
        if to is None:
            behind = self.flow.after(self.STEP)
            screen = screen_name(behind, words) if behind is not None else ""
            return words.gettext("Enter alone goes on to: {screen}").format(screen=screen)
        title = cut(self.planned[to].goal.title, LONGEST_TITLE)
        return words.gettext("Enter alone goes on to: {screen}").format(screen=title)

    def read_line(self, text: str) -> Activity | None:
        return read_promise(text, self.promises.week(), self.today, self.words, self.smart.settings.first_weekday)

    def key_of(self, command: str) -> str:
        return keys.key_label(keys.keys_of(keys.command(command), self.smart.config.keys)[0], self.words)

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if self.query(NoticeLine):
            count = sum(len(each.promises) for each in self.planned)
            left = usual_said(count, self._usual, self.words) if count or self._usual else ""
            failed = self.saving.error is not None
            self.query_one(NoticeLine).left = self.words.gettext("Not saved yet") if failed else left

    # Moving.

    def open_goal(self, at: int) -> None:
        """Open a goal: the line goes under it, with what was begun there."""
        if not self.planned:
            return
        self.goal_id, self.marked, self.chip = self.planned[at].goal.id, None, 0
        self.query_one("#goals").move_child(self.entry, after=self.blocks[self.goal_id])
        self.entry.text = self.line_of(self.goal_id)
        self.saving.soon()
        self.flow.set_place(str(self.goal_id))
        self.draw()
        self.entry.line.focus(scroll_visible=False)
        self.call_after_refresh(self._into_view)

    def _into_view(self) -> None:
        for widget in (self.blocks.get(self.goal_id), self.entry):
            if widget is not None and widget.is_attached:
                self.query_one("#goals", Scrolled).scroll_to_widget(widget, animate=False)

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._into_view)

    def move(self, by: int) -> None:
        """To the line or promise above or below, and from there to the goal above or below."""
        here = self.here
        if here is None:
            return
        line = len(here.promises)
        to = (line if self.marked is None else self.marked) + by
        if 0 <= to <= line:
            self.marked = to if to < line else None
            self.draw()
        elif 0 <= self.at + by < len(self.planned):
            self.open_goal(self.at + by)

    @on(GoalPromises.Chosen)
    def _chosen(self, event: GoalPromises.Chosen) -> None:
        event.stop()
        self.open_goal(next(at for at, each in enumerate(self.planned) if each.goal.id == event.goal_id))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.entry.text == self.line_of(self.goal_id):
            return
        # The line as it is, not as it was when this was sent: another goal may be open by now.
        self.saving.put(str(self.goal_id), self.entry.text)
        self.marked, self.told = None, False
        self.draw()

    # Saving what is typed.

    async def _keep_line(self, name: str, text: str, visit: str, expected: str | None) -> None:
        await self.smart.unsent.keep(self.typing, self.begun_lines(self.saving.texts))

    @staticmethod
    def begun_lines(texts: Mapping[str, str]) -> dict[str, str]:
        """The lines that hold something, by goal."""
        return {name: text for name, text in texts.items() if text.strip()}

    def _not_saved(self, error: StoreError) -> None:
        self.say(store_error(error, self.words, kept=True))
        self.refresh_frame()

    async def keep(self) -> None:
        await self.saving.keep()
        await super().keep()

    def on_unmount(self) -> None:
        self.saving.close()
