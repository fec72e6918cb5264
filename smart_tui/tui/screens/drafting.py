"""What the screens that write a goal share: the draft, its saving, and the looks of its fields."""

from collections.abc import Iterable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from smart_tui.domain.completeness import complete_steps
from smart_tui.domain.goal import DayValue, Goal, State
from smart_tui.domain.measure import goal_days
from smart_tui.domain.smart import DEFAULT_MODEL, MODELS, Step, also_answered
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.text.errors import store_error
from smart_tui.text.statement import statement
from smart_tui.tui import keys
from smart_tui.tui.around import Around, begin_here, remarks
from smart_tui.tui.chiprow import ChipRow
from smart_tui.tui.draft import Draft
from smart_tui.tui.fields import MEASURE_IDS, Field, needed, question_field
from smart_tui.tui.listed import PLANNED
from smart_tui.tui.looks import look
from smart_tui.tui.offers import offers
from smart_tui.tui.parents import parent_text
from smart_tui.tui.savingdraft import SavingDraft
from smart_tui.tui.screens.savestyped import SavesTyped
from smart_tui.tui.settling import LONG_PAUSE, PAUSE, Settling
from smart_tui.tui.widgets.fieldrow import FieldRow
from smart_tui.tui.widgets.questionform import FormField, QuestionForm, Section
from smart_tui.tui.written import TITLE_FIELD

ResultT = TypeVar("ResultT")
BESIDE_OTHERS = ("accepted.fit", "relevant.strategy", "area", "parent", "rate", "target", "deadline")
"""Fields beside which the person's other goals or own entries are shown; they are read when one of these, or one
of the questions about realism, is opened."""
NOTE_AND_CHIPS = (*PLANNED, "relevant.strategy")
"""Fields that go on saying what is known while they offer something."""
REALISM = "attainable."
ROOMY = 18
"""Rows of a window from which on a row is left free for the chips of the title."""
_SOMETIMES = MEASURE_IDS | {"rate", "weight"}


class DraftScreen(SavesTyped[ResultT]):
    """A screen on one draft. `fields` are the ones of the form that is shown now."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy")]  # noqa: RUF012 - declared so by the library

    def __init__(self, goal_id: int | None = None, model: str = "") -> None:
        super().__init__()
        self.goal_id = goal_id
        self.wanted_model = model
        self.draft: Draft
        self.saving: SavingDraft
        self.others: tuple[Goal, ...] = ()
        self.days: tuple[DayValue, ...] = ()
        self.fields: dict[str, Field] = {}
        self.forms: dict[str, QuestionForm] = {}
        self.shown_form = "page"
        self.chips = ChipRow()
        self.settling = Settling()
        self._pause: Timer | None = None
        self._leaving = False
        self._others_read = False

    def compose(self) -> ComposeResult:
        self.begin()
        yield from super().compose()

    def begin(self) -> None:
        """Read the goal, or begin a new one."""
        goal: Goal | None = None
        if self.goal_id is not None:
            try:
                goal = self.smart.store.read(queries.goal, self.goal_id)
            except StoreError as error:
                self.call_after_refresh(self._gone, error)
        model = self.wanted_model or self.smart.settings.default_model
        self.draft = Draft(model if model in MODELS else DEFAULT_MODEL, self.words.code, self.today, goal)
        if goal is not None and goal.parent_id is not None:
            self.draft.texts["parent"] = self._parent_text(goal.parent_id)
        self.draft.first_weekday = self.smart.settings.first_weekday
        self.saving = SavingDraft(self.draft, self.smart.store.run, self.not_saved, self.saved, self.replaced)

    def _parent_text(self, parent_id: int) -> str:
        try:
            return parent_text(self.smart.store.read(queries.goal, parent_id))
        except StoreError:
            return ""

    async def _read_others(self) -> None:
        self._others_read = True
        base = self.draft.base
        try:
            self.others = tuple(await self.smart.store.read_aside(queries.goals, tuple(State)))
            if base is not None and self.draft.active:
                self.days = goal_days(base, await self.smart.store.read_aside(queries.entries, base.id), self.today)
        except StoreError:
            return
        self.refresh_looks()

    def remarks(self) -> tuple[str, ...]:
        """What one's own figures say about the plan, while one of the questions about realism is open."""
        form = self.form
        return remarks(self.draft, self.around) if form is not None and form.opened.startswith(REALISM) else ()

    def show_remarks(self, static: Static) -> None:
        """Show them, a line each; nothing at all where there is none."""
        found = self.remarks()
        static.display = bool(found)
        static.update(Content("\n".join(found)))

    def _gone(self, error: StoreError) -> None:
        self.smart.say(store_error(error, self.words))
        self.saving.close()
        self.app.pop_screen()

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_looks)

    def takes_keys(self) -> bool:
        """Whether a field is open, so that what was typed ahead gets into it."""
        return self.focused is not None

    # The form.

    @property
    def form(self) -> QuestionForm | None:
        """The form that is shown now."""
        return self.forms.get(self.shown_form)

    @property
    def around(self) -> Around:
        """What the looks of the fields need besides the draft."""
        settings = self.smart.settings
        return Around(self.words, self.today, self.others, settings.default_share, self.days, settings)

    def make_form(self, sections: Iterable[tuple[str, Iterable[Field]]]) -> QuestionForm:
        """A form of these fields under their headings, with what stands in the draft."""
        named = [(heading, tuple(fields)) for heading, fields in sections]
        looks = {field.id: look(field, self.draft, self.around) for _, fields in named for field in fields}
        made = [
            Section(heading, tuple(FormField(f.id, str(f.input), f.id == "kind") for f in fields))
            for heading, fields in named
        ]
        return QuestionForm(made, self.draft.texts, looks)

    def also_fields(self, step: Step) -> tuple[Field, ...]:
        """What is answered and not asked by the model of this goal."""
        ids = also_answered(self.draft.model, self.draft.texts, step.slot)
        return tuple(field for field in map(question_field, ids) if field is not None)

    def visible_fields(self) -> list[str]:
        """The fields of the form that are asked for now."""
        wanted = set(needed(self.draft.texts, self.draft.relative()))
        if begin_here(self.draft, self.around) is not None:
            wanted.add("rate")
        if self.draft.parent_id is not None:
            wanted.add("weight")
        return [field for field in self.fields if field not in _SOMETIMES or field in wanted]

    def refresh_looks(self) -> None:
        """Show again all that follows from what was typed."""
        form = self.form
        if form is None or not self.is_mounted:
            return
        form.show_only(self.visible_fields())
        self._show_chips(form.opened)
        for field in form.shown():
            row = form.rows[field]
            wanted = look(self.fields[field], self.draft, self.around)
            if field != form.opened:
                wanted = wanted._replace(note="")
            elif self.chips.offers:
                beside = wanted.note if field in NOTE_AND_CHIPS else ""
                chips = self._chips(row)
                wanted = wanted._replace(note=Content.assemble(beside, "\n", chips) if beside else chips)
            elif field == TITLE_FIELD and not wanted.note and self.size.height >= ROOMY:
                # The first chip then moves nothing that stands below.
                wanted = wanted._replace(note=" ")
            if row.is_mounted and not wanted.same(row.look):
                row.show(wanted)
        self.refresh_frame()
        self.smart.say_silence()

    def _show_chips(self, field: str) -> None:
        """Hold the chips of the open field, of the title those of what is finished of it."""
        standing = None if self.settling.resting else self.chips.standing
        text = self.settled(TITLE_FIELD)
        self.chips.show(offers(field, self.draft, self.around, text, standing) if field else ())

    def _chips(self, row: FieldRow) -> Content:
        take = keys.key_label(keys.keys_of(keys.command("take_chip"), self.smart.config.keys)[0], self.words)
        return self.chips.content(take, row.room)

    def statement_text(self) -> Content:
        """The goal so far, in one sentence; before there is any, what will stand here."""
        said = statement(self.draft.goal(), self.today, self.words)
        if said.strip():
            return Content(said)
        return Content(self.words.gettext("Your goal grows here, as you answer.")).stylize("$foreground-muted")

    @on(FieldRow.Changed)
    def _changed(self, event: FieldRow.Changed) -> None:
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self.settling.typed(event.field, self.draft.text(event.field), event.text, event.cursor)
        self._pause = self.set_timer(PAUSE, self._paused)
        self.put(event.field, event.text)

    def put(self, field: str, text: str) -> None:
        """Put a text into the draft, and show what follows from it."""
        if self._leaving:
            return
        self._show_texts(self.draft.put(field, text))
        self.saving.touched()
        self.refresh_looks()

    # What is read of what is being typed: see tui/settling.py.

    def settled(self, field: str) -> str:
        """The text of a field as far as it is finished; nothing is said about half a word."""
        text = self.draft.text(field)
        if field == TITLE_FIELD:
            return self.settling.sentence(field, text, self.draft.language)
        return self.settling.text(field, text)

    def _paused(self) -> None:
        """One typed nothing for a moment: read all of it, unless the sentence breaks off where one is."""
        title = self.draft.text(TITLE_FIELD)
        if self.settling.field == TITLE_FIELD and self.settling.breaks_off(title, self.draft.language):
            self._pause = self.set_timer(LONG_PAUSE - PAUSE, self.settle)
        else:
            self.settle()

    def settle(self) -> None:
        """Read all that is typed, at once, and show what follows from it."""
        if self._pause is not None:
            self._pause.stop()
        if self.settling.field:
            self.settling.finish()
            self.refresh_looks()

    def _show_texts(self, changed: Iterable[str]) -> None:
        for form in self.forms.values():
            for field in changed:
                if field in form.rows and form.rows[field].is_mounted:
                    self.show_text(form.rows[field])

    def show_text(self, row: FieldRow) -> None:
        """Show in a row what stands in its field."""
        row.put(self.draft.text(row.field))

    @on(QuestionForm.Opened)
    def _opened(self, event: QuestionForm.Opened) -> None:
        event.stop()
        self.saving.soon()
        self.saving.visit()
        self.settling.finish()
        self.chips.begin()
        self.refresh_looks()
        beside = event.field in BESIDE_OTHERS or event.field.startswith(REALISM)
        if beside and not self._others_read:
            self.run_worker(self._read_others(), group="others")

    # Saving.

    async def keep(self) -> bool:
        """Put all that was typed into the database now; gives whether it is there."""
        return await self.saving.keep()

    # Leaving.

    async def leave_draft(self) -> None:
        """Keep everything and leave; where it cannot be kept, ask before anything is lost."""
        await self.keep()
        if not await self.may_leave():
            return
        draft = self.draft
        if draft.goal_id is not None and draft.empty and self.goal_id is None:
            from smart_tui.store.commands.goals import delete

            await self.write(delete, draft.goal_id)
            self.end("")
            return
        said = ""
        if draft.goal_id is not None and not draft.active:
            said = self.words.gettext("Kept as a draft, {done} of {steps} letters complete.")
            said = said.format(done=complete_steps(draft.goal()), steps=len(draft.model.steps))
        self.end(said)

    def end(self, said: str) -> None:
        """Go back to where one came from, and say something there."""
        self._leaving = True
        self.saving.close()
        self.smart.written_goal = self.draft.goal_id
        self.dismiss(None)
        if said:
            self.app.call_later(self.smart.say, said)

    # Language and day.

    def day_changed(self) -> None:
        self._show_texts(self.draft.day_changed(self.today))
        super().day_changed()
        self.refresh_looks()

    def translate(self) -> None:
        changed = self.draft.translate(self.words.code)
        self._show_texts(changed)
        super().translate()
        self.refresh_looks()


def by_id(fields: Iterable[Field]) -> dict[str, Field]:
    """Fields by their names."""
    return {field.id: field for field in fields}
