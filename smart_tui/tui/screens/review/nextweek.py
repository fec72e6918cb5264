"""Next week: up to three promises a goal, typed in a line each or taken from what was left (product.md §7).

One list of all goals, the line to type into under the one that is open. Enter adds what was typed; on the empty line
it goes to the next goal and behind the last to the next screen. As long as nothing is promised for the week, it passes
over goals that have nothing to suggest: a person who plans nothing is through with one key, one who only takes up
what was left sees just those goals, and one who plans is led through all of them. What Enter does on the empty line
is said under it, the arrows go to any goal, and PageDown goes on at once.
"""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from smart_tui.domain.due import last_day
from smart_tui.domain.goal import Activity, Horizon
from smart_tui.tui import keys
from smart_tui.tui.promised import Planned, enter_goes_to
from smart_tui.tui.screens.additem import PROBLEMS, written
from smart_tui.tui.screens.review.plannedgoals import PlannedGoals
from smart_tui.tui.widgets.editors import Lead


class NextWeekScreen(PlannedGoals):
    """What one does with the list: promise, take what is suggested, take away again, and go on."""

    WHERE = keys.REVIEW_NEXT
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.REVIEW_NEXT)]

    @on(Lead)
    async def _lead(self, event: Lead) -> None:
        event.stop()
        if event.enter:
            await self.action_typed_on()
        else:
            self.move(event.by)

    # Promising.

    async def action_typed_on(self) -> None:
        here, text = self.here, self.entry.text
        if here is None:
            self.go_on()
        elif text.strip():
            await self._promise(here, text)
        elif (to := enter_goes_to(self.planned, self.at)) is not None:
            self.open_goal(to)
        else:
            self.go_on()

    async def _promise(self, here: Planned, text: str) -> None:
        promise = self.read_line(text)
        if here.full:
            self._refuse_fourth()
        elif promise is None:
            self.entry.explain(self.words.gettext(PROBLEMS["text"]), refused=True)
        elif await self._added(here.goal.id, promise, text):
            self.entry.text = self.entry.text.removeprefix(text)
            self.saving.put(str(here.goal.id), self.entry.text)
            await self.saving.keep()
            self._promised()

    async def _added(self, goal_id: int, promise: Activity, text: str) -> bool:
        """Add a promise, and take its line out of what is kept of the lines that were typed."""
        rest = {**self.saving.texts, str(goal_id): self.line_of(goal_id).removeprefix(text)}
        with self.smart.unsent.taking(self.typing, self.begun_lines(rest)):
            return await self.promises.add(goal_id, promise)

    def _promised(self) -> None:
        """Something more is promised: a goal that has all it may have is left for the next one."""
        if self.flow.gone:
            self.dismiss(None)
            return
        self.marked = None
        self.show()
        self.refresh_frame()
        if self.here is not None and self.here.full and self.at + 1 < len(self.planned):
            self.open_goal(self.at + 1)

    def _refuse_fourth(self) -> None:
        said = self.words.gettext("Three are enough for one goal and one week. {key} takes one away.")
        self.entry.explain(said.format(key=self.key_of("promise_away")), refused=True)

    @work
    async def action_review_suggestion(self) -> None:
        here = self.here
        if here is None or not here.suggestions:
            self.say(self.words.gettext("There is nothing to suggest for this goal."))
        elif here.full:
            self._refuse_fourth()
        elif await self.promises.take(here.goal.id, here.suggestions[self.chip % len(here.suggestions)]):
            self._promised()

    def action_review_other_suggestion(self) -> None:
        self.chip += 1
        self.draw()

    @work
    async def action_promise_away(self) -> None:
        here = self.here
        if here is None or not here.promises:
            self.say(self.words.gettext("Nothing is promised for this goal yet."))
            return
        promise = here.promises[-1 if self.marked is None else self.marked]
        if promise.done_on is not None:
            self.say(self.words.gettext("This is done already."))
            return
        if not await self.promises.away(promise):
            return
        if not self.entry.text.strip() and promise.horizon is not Horizon.SIX_WEEKS:
            self.entry.text = self._as_typed(promise)
            self.saving.put(str(self.goal_id), self.entry.text)
        self.marked = None
        self.show()
        self.refresh_frame()

    def _as_typed(self, promise: Activity) -> str:
        """The line one would type for a promise."""
        settings = self.smart.settings
        first, last = self.promises.week()
        whole = promise.due == first and last_day(promise, settings) == last
        undated = promise._replace(due=None) if whole else promise
        return written(undated, self.words, self.today, settings.first_weekday)

    # Leaving.

    def go_on(self) -> None:
        waiting = [at for at, each in enumerate(self.planned) if self.line_of(each.goal.id).strip()]
        if not waiting or self.told:
            super().go_on()
            return
        self.told = True
        self.open_goal(waiting[0])
        on = self.key_of("review_page_on")
        said = self.words.gettext("This line is not promised yet: Enter promises it, {key} goes on without it.")
        self.say(said.format(key=on))
