"""The writing flow: five screens, one per letter of the model, and the card at the end."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.completeness import StepState, step_states
from smart_tui.domain.remark import Remark
from smart_tui.domain.smart import Step, letter
from smart_tui.text.labels import slot_name
from smart_tui.text.questions import question, question_hint
from smart_tui.tui import keys
from smart_tui.tui.advice import of_step
from smart_tui.tui.fields import Field, open_question, step_fields
from smart_tui.tui.screens.card import CardScreen
from smart_tui.tui.screens.choose import MODEL_NAMES, ChooseScreen
from smart_tui.tui.screens.choosemodel import ChooseModelScreen, Chosen
from smart_tui.tui.screens.drafting import by_id
from smart_tui.tui.screens.finishing import ask_line, ask_park
from smart_tui.tui.screens.fromtemplate import TemplateStart
from smart_tui.tui.widgets.coachnotes import CoachNotes
from smart_tui.tui.widgets.questionform import QuestionForm
from smart_tui.tui.widgets.rail import rail


class WriteScreen(TemplateStart):
    """Writes one goal. It keeps itself saved, and a draft opens again at the step where it was left."""

    WHERE = keys.WRITE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.WRITE)]
    DEFAULT_CSS = """
    #statement { height: auto; min-height: 2; max-height: 4; padding: 0 2; }
    #heading { height: auto; padding: 0 2; }
    #hint { height: auto; padding: 0 2; color: $text-muted; margin: 0 0 1 0; }
    #remarks { height: auto; max-height: 4; padding: 0 2; margin: 0 0 1 0; color: $warning; }
    #steps { height: 1fr; }
    WriteScreen.-low #statement { min-height: 1; max-height: 1; }
    WriteScreen.-tall #statement { margin: 0 0 1 0; }
    WriteScreen.-low #hint { display: none; }
    WriteScreen.-low #remarks { margin: 0; max-height: 1; }
    WriteScreen.-low #heading { max-height: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (28, "-tall")]  # noqa: RUF012 - declared so by the library

    def __init__(self, goal_id: int | None = None, model: str = "", *, from_template: bool = False) -> None:
        super().__init__(goal_id, model, from_template=from_template)
        self._asked_first_step = False

    def content(self) -> ComposeResult:
        yield Static(id="statement")
        yield Static(id="heading")
        yield Static(id="hint")
        yield Static(id="remarks")
        with Container(classes="coached"):
            yield Vertical(id="steps")
            yield CoachNotes()

    def on_mount(self) -> None:
        super().on_mount()
        if self.goal_id is None and not self.wanted_model and not self.smart.settings.default_model:
            self.app.push_screen(ChooseModelScreen(), self._first_model)
        else:
            self.call_next(self._begin)

    async def _begin(self) -> None:
        at = self.index_of(self.draft.step)
        self.passed |= {field.id for step in self.draft.model.steps[:at] for field in self._fields(step)}
        await self.go_to(at)
        if self.from_template:
            self.action_from_template()

    async def _first_model(self, chosen: Chosen | None) -> None:
        if chosen is None:
            self.end("")
            return
        self.draft.model_id = chosen.model
        await self.smart.set_setting("default_model", chosen.model)
        if chosen.accepted_label != self.smart.config.accepted_label:
            self.smart.set_accepted_label(chosen.accepted_label)
        await self._begin()

    def index_of(self, slot: str, otherwise: int = 0) -> int:
        """Where the step of a slot stands in the model."""
        slots = [str(step.slot) for step in self.draft.model.steps]
        return slots.index(slot) if slot in slots else min(otherwise, len(slots) - 1)

    @property
    def step(self) -> Step:
        """The step one is on."""
        return self.draft.model.steps[self.at]

    # Going from step to step.

    async def go_to(self, at: int, *, last: bool = False) -> None:
        """Show a step, its main question open, or its last one."""
        self.saving.soon()
        self.settling.finish()
        if self.form is not None:
            self.passed |= self.fields.keys()
        self.at = at
        self.draft.step = str(self.step.slot)
        wanted = str(self.step.slot)
        self.fields = by_id(self._fields(self.step))
        with self.app.batch_update():
            if wanted not in self.forms:
                also = self.also_fields(self.step)
                asked = [field for field in self.fields.values() if field not in also]
                also_section = [(self.words.gettext("Also answered"), also)] if also else []
                form = self.make_form([("", asked), *also_section])
                await self.query_one("#steps").mount(form)
                self.forms[wanted] = form
            shown = self.forms[wanted]
            self.shown_form = wanted
            shown.display = True
            shown.show_only(self.visible_fields())
            await shown.open(last=last)
            # Hidden only now: a hidden field that still has the focus takes it away from the new one.
            for slot, other in self.forms.items():
                other.display = slot == wanted
        if self.draft.goal_id is not None:
            self.saving.touched()
        self.refresh_looks()

    def _fields(self, step: Step) -> Iterable[Field]:
        return (*step_fields(self.draft.model, step, milestones=not self.draft.active), *self.also_fields(step))

    async def action_step_on(self) -> None:
        if self.at + 1 < len(self.draft.model.steps):
            await self.go_to(self.at + 1)
        else:
            self.smart.hold_keys(self, [self.show_card()])

    async def action_step_back(self) -> None:
        if self.at:
            await self.go_to(self.at - 1)

    @on(QuestionForm.Ended)
    async def _ended(self, event: QuestionForm.Ended) -> None:
        event.stop()
        if event.by > 0:
            await self.action_step_on()
        elif self.at:
            await self.go_to(self.at - 1, last=True)

    # What the coach says.

    def wanted(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        return of_step(remarks, self.step.slot, self.fields, self.passed)

    def may_go(self, field: str) -> bool:
        return self._step_of(field) is not None

    async def go_to_field(self, field: str) -> None:
        at = self._step_of(field)
        if at is not None and at != self.at:
            await self.go_to(at)
        await super().go_to_field(field)

    def _step_of(self, field: str) -> int | None:
        """Where the step stands in the model that asks a field."""
        steps = enumerate(self.draft.model.steps)
        return next((at for at, step in steps if any(each.id == field for each in self._fields(step))), None)

    async def open_missing(self, lacking: StepState) -> None:
        await self.go_to(self.index_of(str(lacking.slot)))
        await super().open_missing(lacking)

    # What stands around the form.

    def title_left(self) -> str:
        if self.draft.base is not None and self.draft.base.no:
            return self.words.gettext("Goal {number}").format(number=self.draft.base.no)
        return self.words.gettext("New goal")

    def title_right(self) -> Content:
        model = self.draft.model
        states = step_states(self.draft.goal())
        return rail([(letter(model, index), state.filled) for index, state in enumerate(states)], self.at)

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if not self.is_mounted:
            return
        self.query_one("#statement", Static).update(self.statement_text())
        form = self.form
        if form is None or self.shown_form != str(self.step.slot):
            # On the way to another step, whose form is still being made.
            return
        field = self.fields.get(form.opened) or self.fields[form.shown()[0]]
        asked = open_question(field, self.draft.model, self.step)
        name = self.slot_name(self.step).upper()
        heading = Content.assemble(Content(name).stylize("bold $accent"), "    ", question(asked, self.words))
        self.query_one("#heading", Static).update(heading)
        self.query_one("#hint", Static).update(Content(question_hint(asked, self.draft.model_id, self.words)))
        self.show_remarks(self.query_one("#remarks", Static))

    def slot_name(self, step: Step) -> str:
        """The name of a step, with the person's own word for the nordic A."""
        return slot_name(step.slot, self.words, self.smart.config.accepted_label, self.draft.model_id)

    def translate(self) -> None:
        super().translate()
        for form in self.forms.values():
            form.name_sections([self.words.gettext("Also answered")])

    # The model.

    def action_switch_model(self) -> None:
        choices = [(model, self.words.gettext(name)) for model, name in MODEL_NAMES.items()]
        title = self.words.gettext("Which model for this goal? No answer is lost.")
        self.app.push_screen(ChooseScreen(title, choices, self.draft.model_id), self._model_chosen)

    async def _model_chosen(self, model: str | None) -> None:
        if not model or model == self.draft.model_id:
            return
        slot = self.step.slot
        self.draft.model_id = model
        self.saving.touched()
        for form in self.forms.values():
            await form.remove()
        self.forms.clear()
        await self.go_to(self.index_of(str(slot), self.at))

    # The card, and the ways out.

    @work
    async def show_card(self) -> None:
        """Show the card until the person goes back or decides."""
        await self.keep()
        if self.draft.parent_id is not None and not self._others_read:
            await self._read_others()
        decided = await self.app.push_screen_wait(CardScreen(self.draft, self.others, self.all_remarks()))
        if decided == "activate":
            await self._activate()
        elif decided == "park":
            if not await self._park():
                self.show_card()
        elif decided == "keep":
            await self.leave()
        elif decided:
            slot, _, field = decided.partition(" ")
            await self.go_to(self.index_of(slot))
            if field:
                await self.go_to_field(field)

    async def _activate(self) -> None:
        words, draft = self.words, self.draft
        if not draft.title:
            title = await ask_line(self.smart, words.gettext("What do you call this goal?"))
            if not title:
                self.show_card()
                return
            self.draft.put("specific.what", title)
            self._show_texts(["specific.what"])
        asks = any(q.id == "time.today" for q in draft.model.questions())
        if asks and not draft.text("time.today").strip() and not self._asked_first_step:
            self._asked_first_step = True
            first = await ask_line(self.smart, question("time.today", words), words.gettext("Enter alone: none now"))
            if first is None:
                self.show_card()
                return
            self.draft.put("time.today", first)
            self._show_texts(["time.today"])
        if not await self.keep() or draft.goal_id is None:
            return
        from smart_tui.store.commands.begin import begin

        done = await self.write(
            begin,
            draft.goal_id,
            self.today,
            draft.milestones(),
            draft.activities(),
            draft.confidence(),
            draft.plans(),
        )
        if done is not None:
            self.end(words.gettext("Active now. Press c in the list to check in."))

    def park_offered(self) -> None:
        self.run_worker(self._park(), group="park")

    async def _park(self) -> bool:
        """Ask until when, and park; False where the goal is not parked."""
        until: date | None = await ask_park(self.smart, self.today)
        if until is None or not await self.keep() or self.draft.goal_id is None:
            return False
        from smart_tui.store.commands.goals import park

        if await self.write(park, self.draft.goal_id, until) is None:
            return False
        said = self.words.gettext("Parked until {day}.")
        self.end(said.format(day=self.words.date_full(until)))
        return True

    @work
    async def action_leave(self) -> None:
        await self.leave()

    async def leave(self) -> None:
        """Keep everything and leave."""
        await self.leave_draft()
