"""Last week: the weeks in numbers, to be read without a key, and then only what is still open."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from smart_tui.domain.goal import Goal, Promise
from smart_tui.domain.promises import suggested
from smart_tui.domain.review import ReviewScreen, Way
from smart_tui.domain.steps import done
from smart_tui.store import queries
from smart_tui.store.commands import plans
from smart_tui.tui import keys
from smart_tui.tui.screens.checkins import CheckIns
from smart_tui.tui.screens.daygrid import BEGINS
from smart_tui.tui.screens.review.flow import LAST, ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase
from smart_tui.tui.screens.review.weekrows import Question, contents, questions
from smart_tui.tui.widgets.asklist import ON, AskList

_DIGITS = {Promise.KEPT: "1", Promise.PARTLY: "2", Promise.NOT: "3"}
_COMMANDS = {Promise.KEPT: "promise_kept", Promise.PARTLY: "promise_partly", Promise.NOT: "promise_not"}


class LastWeekScreen(ReviewScreenBase, CheckIns):
    """The goals of the weeks, the worst first, and under them the days and promises without an answer.

    What was answered stays in its place, and can be answered again. On the express way one key goes on,
    and takes what is marked done as kept.
    """

    STEP = ReviewScreen.WEEK
    WHERE = keys.REVIEW_WEEK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.REVIEW_WEEK)]

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        self.questions: list[Question] = []
        self._shown = False
        self._just_said = ""
        """The promise that was answered last, until one moves on: the cursor is behind it already."""

    def content(self) -> ComposeResult:
        yield AskList(id="week")

    @property
    def list(self) -> AskList:
        """The widget with what is to be read and what is open."""
        return self.query_one(AskList)

    def on_mount(self) -> None:
        super().on_mount()
        self.list.focus()

    # What is shown.

    def show(self) -> None:
        self.questions = questions(self.flow)
        begin = ON if self.flow.way is Way.EXPRESS else next((each.key for each in self.questions if each.open), ON)
        found = contents(self.flow, self.questions, self._on_said(), begin, self.words)
        stood = ON if self.flow.place == LAST else self.flow.place
        self.list.show(found, stood if stood and not self._shown else None)
        self._shown = True
        self.refresh_frame()

    def _on_said(self) -> str:
        taken = len(self._suggested()) if self.flow.way is Way.EXPRESS else 0
        if not taken:
            return self.words.gettext("On to the goals")
        said = self.words.ngettext(
            "On to the goals; {n} promise that is marked done counts as kept",
            "On to the goals; {n} promises that are marked done count as kept",
            taken,
        )
        return said.format(n=self.words.number(taken))

    def _suggested(self) -> "Sequence[Question]":
        return [each for each in self.questions if each.open and each.promise and suggested(each.promise)]

    @on(AskList.Moved)
    def _moved(self) -> None:
        if self._shown:
            self.flow.set_place(str(self.list.key_here() or ""))
        self.refresh_frame()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        here = self.question_here()
        wanted: tuple[str, ...] = ("week_on", "review_skip", "review_leave", "help")
        if here is not None and here.promise is not None:
            wanted = ("week_on", "promise_kept", "promise_partly", "promise_not", "promise_reason", "review_skip")
        elif here is not None:
            wanted = ("week_on", "week_enter", "week_done", "week_excused", "review_skip", "help")
        return tuple(keys.command(id) for id in wanted)

    def question_here(self) -> Question | None:
        """The question under the cursor."""
        key = self.list.key_here() if self.query(AskList) else None
        return next((each for each in self.questions if each.key == key), None)

    def goal_here(self) -> Goal | None:
        here = self.question_here()
        return here.goal if here is not None else None

    async def goals_changed(self, ids: Sequence[int]) -> None:
        await self._reread()

    # Going on.

    @on(AskList.Opened)
    def action_week_on(self) -> None:
        here = self.question_here()
        if here is None and self.list.reads():
            self.list.read_on()
        elif here is None:
            self._on()
        elif here.open and here.promise is not None and suggested(here.promise):
            self._answer(here, Promise.KEPT)
        else:
            self._to_next(here.key)

    @work
    async def _on(self) -> None:
        if self.flow.way is Way.EXPRESS:
            for each in self._suggested():
                await self._say(each, Promise.KEPT)
        self.go_on()

    def _to_next(self, key: str) -> None:
        """To what is open behind a question, else to the way on."""
        known = [each.key for each in self.questions]
        behind = self.questions[known.index(key) + 1 :] if key in known else self.questions
        self.list.go_to(next((each.key for each in behind if each.open), ON))

    # Promises.

    def action_promise_kept(self) -> None:
        self._key(Promise.KEPT)

    def action_promise_partly(self) -> None:
        self._key(Promise.PARTLY)

    def action_promise_not(self) -> None:
        self._key(Promise.NOT)

    def _key(self, outcome: Promise) -> None:
        """A digit answers for a promise, and begins what is entered for a day."""
        here = self.question_here()
        if here is None:
            return
        if here.promise is not None:
            self._answer(here, outcome)
        elif _DIGITS[outcome] in keys.keys_of(keys.command(_COMMANDS[outcome]), self.smart.config.keys):
            self._enter(_DIGITS[outcome])

    @work
    async def _answer(self, question: Question, outcome: Promise) -> None:
        if await self._say(question, outcome):
            self._just_said = question.key
            self._to_next(question.key)

    async def _say(self, question: Question, outcome: Promise, reason: str | None = None) -> bool:
        promise = question.promise
        if promise is None:
            return False
        on_day = min(question.on, self.today)
        said = promise.reason if reason is None else reason
        async with self._turn:
            written = await self.flow.write(plans.promise_outcome, promise.id, outcome, said, on_day)
        self._after_write()
        return written is not None

    def _after_write(self) -> None:
        if self.flow.gone:
            self.dismiss(None)
        else:
            self.show()

    @work
    async def action_promise_reason(self) -> None:
        from smart_tui.tui.screens.review.reason import ReasonScreen

        here = self._answered_here() or self.question_here()
        if here is None or here.promise is None:
            return
        outcome = here.promise.outcome
        if outcome is None:
            self.say(self.words.gettext("Say first whether you kept it: 1, 2 or 3."))
            return
        await self.ask(ReasonScreen(here.promise), lambda reason: self._say(here, outcome, reason))

    def _answered_here(self) -> Question | None:
        """The promise under the cursor if it is answered, else the one that was answered just before."""
        here = self.question_here()
        if here is not None and here.promise is not None and here.promise.outcome is not None:
            return here
        return next((each for each in self.questions if each.key == self._just_said and not each.open), None)

    # Days.

    def on_key(self, event: events.Key) -> None:
        here = self.question_here()
        if event.character and event.character in BEGINS and here is not None and here.promise is None:
            event.stop()
            self._enter(event.character)

    def action_week_enter(self) -> None:
        self._enter("")

    def action_week_excused(self) -> None:
        self._enter("s ")

    @work
    async def action_week_done(self) -> None:
        here = self.question_here()
        if here is None:
            return
        if here.promise is not None:
            if await self._say(here, Promise.KEPT):
                self._to_next(here.key)
        elif await self._record_all([here.goal], here.on, done):
            self._answered(here)

    @work
    async def _enter(self, begun_with: str) -> None:
        """Ask what a day holds; once that is stored, the cursor goes on to what is open next."""
        from smart_tui.tui.screens.dayentry import DayEntryScreen

        here = self.question_here()
        if here is None or here.promise is not None:
            return
        goal = here.goal
        entries = self.smart.store.read(queries.entries, goal.id)
        low = self.list.cursor - self.list.scroll_offset.y > self.list.size.height // 2
        dialog = DayEntryScreen(goal, entries, here.reviewed.assessment, self.today, here.on, begun_with, above=low)
        if await self.ask(dialog, lambda reading: self.record(goal, reading)) is not None:
            self._answered(here)

    def _answered(self, question: Question) -> None:
        if any(each.key == question.key and not each.open for each in self.questions):
            self._to_next(question.key)

    # Moving.

    def action_review_down(self) -> None:
        self._move(lambda: self.list.move(1))

    def action_review_up(self) -> None:
        self._move(lambda: self.list.move(-1))

    def action_review_first(self) -> None:
        self._move(self.list.first)

    def action_review_last(self) -> None:
        self._move(self.list.last)

    def action_review_page_down(self) -> None:
        self._move(lambda: self.list.page(1))

    def action_review_page_up(self) -> None:
        self._move(lambda: self.list.page(-1))

    def _move(self, move: Callable[[], None]) -> None:
        self._just_said = ""
        move()
