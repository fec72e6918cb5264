"""All answers of a goal on one page: for the one typo, without the walk."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.completeness import measure_missing, step_states
from smart_tui.domain.goal import Measure, State
from smart_tui.domain.smart import Step, letter
from smart_tui.text.labels import slot_name
from smart_tui.text.questions import question
from smart_tui.tui import keys
from smart_tui.tui.fields import MEASURE_FIELDS, PLACE_FIELDS, Field, open_question, step_fields
from smart_tui.tui.screens.advising import AdvisingScreen
from smart_tui.tui.screens.drafting import by_id
from smart_tui.tui.widgets.coachnotes import CoachNotes
from smart_tui.tui.widgets.questionform import QuestionForm
from smart_tui.tui.widgets.rail import rail
from smart_tui.tui.written import measure_texts

JUDGED_BY = (
    "kind",
    "target",
    "change_percent",
    "reading",
    "baseline",
    "period",
    "direction",
    "share_wanted",
    "weekdays",
    "combine",
    "running",
    "silence_is_zero",
    "low",
    "high",
    "levels",
    "untargeted",
)
"""What of a measure a verdict hangs on: changing it makes a new version, the rest is put right in place."""


class EditScreen(AdvisingScreen[None]):
    """Shows every question of the goal's model, and what else is answered; keeps itself saved.

    `at` is the field to begin with; otherwise it is the first.
    """

    WHERE = keys.EDIT
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.EDIT)]
    DEFAULT_CSS = """
    EditScreen #asked { height: auto; max-height: 2; padding: 0 2; margin: 0 0 1 0; }
    EditScreen #remarks { height: auto; max-height: 3; padding: 0 2; margin: 0 0 1 0; color: $warning; }
    EditScreen #page { height: 1fr; }
    """

    def __init__(self, goal_id: int | None = None, model: str = "", *, at: str = "") -> None:
        super().__init__(goal_id, model)
        self.at = at

    def content(self) -> ComposeResult:
        yield Static(id="asked")
        yield Static(id="remarks")
        with Container(classes="coached"):
            yield Vertical(id="page")
            yield CoachNotes()

    def on_mount(self) -> None:
        super().on_mount()
        self.call_next(self._show_form)

    async def _show_form(self) -> None:
        model = self.draft.model
        sections = [(self._heading(index), self._fields(step)) for index, step in enumerate(model.steps)]
        sections.append((self._place(), PLACE_FIELDS))
        self.fields = by_id(field for _, fields in sections for field in fields)
        form = self.make_form(sections)
        await self.query_one("#page").mount(form)
        self.forms["page"] = form
        form.show_only(self.visible_fields())
        await form.open(self.at)
        self.refresh_looks()

    def _fields(self, step: Step) -> Iterable[Field]:
        asked = step_fields(self.draft.model, step, milestones=not self.draft.active)
        return (*asked, *self.also_fields(step))

    def _heading(self, index: int) -> str:
        model = self.draft.model
        name = slot_name(model.steps[index].slot, self.words, self.smart.config.accepted_label, model.id)
        return f"{letter(model, index)}  {name}"

    def _place(self) -> str:
        return self.words.gettext("In the list")

    @on(QuestionForm.Ended)
    async def _ended(self, event: QuestionForm.Ended) -> None:
        event.stop()
        if event.by > 0:
            self.smart.hold_keys(self, [self.action_leave()])
        elif self.form is not None:
            await self.form.open(self.form.shown()[-1], last=True)

    # What stands around the form.

    def title_left(self) -> str:
        number = self.draft.base.no if self.draft.base else 0
        return self.words.gettext("Goal {number}, all answers").format(number=number)

    def title_right(self) -> Content:
        model = self.draft.model
        states = step_states(self.draft.goal())
        return rail([(letter(model, index), state.filled) for index, state in enumerate(states)], self._here())

    def _here(self) -> int:
        form = self.form
        if form is None or not form.opened:
            return -1
        for index, step in enumerate(self.draft.model.steps):
            if any(field.id == form.opened for field in self._fields(step)):
                return index
        return -1

    def refresh_frame(self) -> None:
        super().refresh_frame()
        form = self.form if self.is_mounted else None
        if form is None or form.opened not in self.fields:
            return
        self.query_one("#asked", Static).update(Content(self._asked(self.fields[form.opened])))
        self.show_remarks(self.query_one("#remarks", Static))

    def _asked(self, field: Field) -> str:
        if field in PLACE_FIELDS:
            return self._place()
        step = self.draft.model.steps[max(self._here(), 0)]
        return question(open_question(field, self.draft.model, step), self.words)

    def translate(self) -> None:
        super().translate()
        form = self.form
        if form is not None:
            form.name_sections([*(self._heading(index) for index in range(len(self.draft.model.steps))), self._place()])

    # Leaving.

    @work
    async def action_leave(self) -> None:
        kept = await self.keep()
        if not await self.may_leave():
            return
        if kept and self.draft.active and not await self._settle_measure():
            return
        self._leaving = True
        self.saving.close()
        self.dismiss(None)

    async def _settle_measure(self) -> bool:
        """Put a changed measure of a running goal in force; False where the person wants to go on editing."""
        base, new = self.draft.base, self.draft.measure()
        if base is None or new is None or not self.draft.measure_edited or measure_missing(new):
            return True
        from smart_tui.store.commands.measures import add_version, set_measure

        if base.measure is None or base.state == State.CLOSED or not judged_otherwise(base.measure, new):
            written = await self.write(set_measure, base.id, new)
        else:
            from smart_tui.tui.screens.changing import ask_version

            version = await ask_version(self, base, new)
            if version is None:
                return False
            new = version
            written = await self.write(add_version, base.id, version)
        if written is None:
            return False
        self.draft.texts |= dict.fromkeys((field.id for field in MEASURE_FIELDS), "")
        self.draft.texts |= measure_texts(new, self.draft.language)
        self.draft.measure_settled(new)
        return await self.keep()


def judged_otherwise(old: Measure, new: Measure) -> bool:
    """Whether weeks would be judged in another way by the new measure: without its baseline nothing was judged yet."""
    if old.relative and old.goal_value is None and not old.untargeted:
        return False
    return any(getattr(old, name) != getattr(new, name) for name in JUDGED_BY)
