"""What the coach says on the screens that write a goal: shown in calm, led to with one key, dismissed with another."""

from collections.abc import Iterable
from typing import TypeVar

from textual import on, work

from smart_tui.domain.cleaning import clean_title
from smart_tui.domain.goal import Goal
from smart_tui.domain.remark import Remark
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.text.coach import remark_sentence
from smart_tui.text.questions import question_short
from smart_tui.tui import advice, keys
from smart_tui.tui.fields import FORM_FIELDS, label_of
from smart_tui.tui.looks import look
from smart_tui.tui.screens.answering import AnsweringScreen
from smart_tui.tui.titlewords import take_apart
from smart_tui.tui.widgets.coachnotes import CoachNotes
from smart_tui.tui.widgets.noterows import Advice, Labels
from smart_tui.tui.widgets.questionform import QuestionForm
from smart_tui.tui.written import TITLE_FIELD

ResultT = TypeVar("ResultT")
TAKES_ROOM = ("long_editor", "take_chip", "next_chip")
"""Keys that leave the footer to those of the remarks: the chips name their own, the help all."""


class AdvisingScreen(AnsweringScreen[ResultT]):
    """A screen on one draft with the coach's remarks. A subclass says which are `wanted` where one is, and yields
    `CoachNotes` among its content."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy"), (100, "-broad")]  # noqa: RUF012 - declared so by the library
    DEFAULT_CSS = """
    AdvisingScreen .coached { height: 1fr; }
    AdvisingScreen.-broad .coached { layout: horizontal; }
    AdvisingScreen.-broad .coached > Vertical { width: 1fr; }
    """

    def __init__(self, goal_id: int | None = None, model: str = "") -> None:
        super().__init__(goal_id, model)
        self.remarked: tuple[Remark, ...] = ()
        """What is shown now."""
        self.passed: set[str] = set()
        """The fields that were open and left again."""
        self._dismissed: set[str] = set()
        self._parts = 0
        self._open_before = ""
        self._said: tuple[Goal, frozenset[str]] | None = None
        self._found: tuple[Remark, ...] = ()

    def begin(self) -> None:
        super().begin()
        base = self.draft.base
        self._dismissed = set(base.dismissed) if base is not None else set()
        self._parts = self._count_parts(base.id) if base is not None else 0

    def _count_parts(self, goal_id: int) -> int:
        try:
            return sum(other.parent_id == goal_id for other in self.smart.store.read(queries.below, goal_id))
        except StoreError:
            return 0

    # What there is to say.

    def written_goal(self) -> Goal:
        """The goal as far as what is typed is finished, and its sentence with the words that chips took."""
        sentence = take_apart(self.settled(TITLE_FIELD), self.draft.left).sentence
        return self.draft.goal()._replace(title=clean_title(sentence) or self.draft.title)

    def all_remarks(self) -> tuple[Remark, ...]:
        """All that the coach has to say about the goal as it is written now."""
        goal, silent = self.written_goal(), frozenset(self._dismissed) | self.smart.settings.quiet
        if self._said != (goal, silent):
            first = self.smart.settings.first_weekday
            self._found = advice.found(goal, self.words.code, self.today, first, silent, self._parts)
            self._said = goal, silent
        return self._found

    def wanted(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        """What of it concerns the place where one is."""
        return tuple(remarks)

    def may_go(self, field: str) -> bool:
        """Whether one can go from here to a field."""
        return field in self.visible_fields()

    async def go_to_field(self, field: str) -> None:
        """Open a field to which one can go."""
        if self.form is not None:
            await self.form.open(field)

    # How it is shown.

    def refresh_frame(self) -> None:
        if self.is_mounted and self.form is not None:
            self._advise()
        super().refresh_frame()

    def _advise(self) -> None:
        self.remarked = advice.calm(self.wanted(self.all_remarks()), self.remarked, typing=not self.settling.resting)
        notes = self.query_one(CoachNotes)
        key = keys.keys_of(keys.command("to_remark"), self.smart.config.keys)[0]
        notes.labels = Labels(
            keys.key_label(key, self.words), self.words.gettext("For example"), self.words.gettext("e.g.")
        )
        notes.advice = self.advice()

    def advice(self) -> Advice:
        """The remarks as they are shown, with an example where the sentence is weak."""
        opened = self.form.opened if self.form is not None else ""
        notes = (
            advice.note(remark, self._question(remark.field), self.words, leads=self._leads(remark, opened))
            for remark in self.remarked
        )
        return Advice(tuple(notes), self.example())

    def example(self) -> str:
        """A goal that says all, beside one that does not; empty where there is none to show."""
        return advice.better(self.remarked, self.draft.goal(), self.words)

    def _leads(self, remark: Remark, opened: str) -> bool:
        return remark.field != opened and self.may_go(remark.field)

    def _question(self, field: str) -> str:
        form = FORM_FIELDS.get(field)
        if form is None:
            return question_short(field, self.words)
        return self.words.gettext(label_of(form, self.draft.texts))

    def footer_commands(self) -> tuple[keys.Command, ...]:
        usual = super().footer_commands()
        if not self.remarked:
            return usual
        room = [command for command in usual if command.id not in (*TAKES_ROOM, "to_remark")]
        moves = [command for command in room if command.id in ("step_on", "step_back")]
        own = [keys.command(id) for id in ("to_remark", "dismiss_remark") if self.WHERE in keys.command(id).where]
        return (*moves, *own, *(command for command in room if command not in moves))

    @on(QuestionForm.Opened)
    def _passes(self, event: QuestionForm.Opened) -> None:
        if self._open_before:
            self.passed.add(self._open_before)
        self._open_before = event.field

    # What one does about it.

    async def action_to_remark(self) -> None:
        """Go to what cannot be read, else to the question of the first remark, else to what a letter lacks."""
        self.settle()
        opened = self.form.opened if self.form is not None else ""
        unread = any(look(self.fields[name], self.draft, self.around).problem for name in self.visible_fields())
        leading = next((remark for remark in self.remarked if self._leads(remark, opened)), None)
        if unread or leading is None:
            await super().action_to_remark()
        else:
            await self.go_to_field(leading.field)

    @work
    async def action_dismiss_remark(self) -> None:
        from smart_tui.tui.screens.dismiss import DismissScreen

        self.settle()
        if not self.remarked and not self._dismissed:
            self.say(self.words.gettext("The coach has nothing to say here."))
            return
        said = [(str(remark.code), remark_sentence(remark, self.words)) for remark in self.remarked]
        chosen = await self.app.push_screen_wait(DismissScreen(said, len(self._dismissed)))
        if chosen is None:
            return
        if chosen.for_good:
            await self._dismiss_for_good(chosen.code)
        elif chosen.code:
            await self._dismiss_here(chosen.code)
        else:
            await self._bring_back()
        self.refresh_frame()

    async def _dismiss_here(self, code: str) -> None:
        from smart_tui.store.commands.coach import dismiss

        await self.keep()
        if self.draft.goal_id is None or await self.write(dismiss, self.draft.goal_id, code) is None:
            return
        self._dismissed.add(code)
        self.say(self.words.gettext("Not said of this goal any more."))

    async def _dismiss_for_good(self, code: str) -> None:
        if await self.smart.set_quiet(code, True):
            self.say(self.words.gettext("Not said of any goal any more; the settings bring it back."))

    async def _bring_back(self) -> None:
        from smart_tui.store.commands.coach import allow

        if await self.write(allow, self.draft.goal_id, *self._dismissed) is not None:
            self._dismissed.clear()
