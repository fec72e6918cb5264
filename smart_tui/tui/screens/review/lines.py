"""Three lines, or as many as the person wants, in their own words; once a month two further questions (product.md §7).

What is typed is in the database within two seconds, a step of undo for each visit of a field.
"""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.review import MONTHLY, Review, ReviewScreen
from smart_tui.domain.walk import monthly_due
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews
from smart_tui.text.review import prompt_label, prompt_question
from smart_tui.tui import keys
from smart_tui.tui.savingtexts import SavingTexts
from smart_tui.tui.screens.longeditor import edit_long
from smart_tui.tui.screens.review.flow import LAST, ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase
from smart_tui.tui.screens.savestyped import SavesTyped
from smart_tui.tui.widgets.fieldrow import LABEL, FieldRow, Look
from smart_tui.tui.widgets.lines import cut, visible
from smart_tui.tui.widgets.questionform import FormField, QuestionForm, Section


class LinesScreen(SavesTyped[None], ReviewScreenBase):
    """A field for each prompt. A text that cannot be saved stays in its field, and keeps one here."""

    STEP = ReviewScreen.LINES
    WHERE = keys.REVIEW_LINES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.REVIEW_LINES)]
    DEFAULT_CSS = """
    LinesScreen #asked { height: auto; max-height: 3; padding: 0 2; margin: 1 0; text-style: bold; }
    LinesScreen #form { height: 1fr; }
    LinesScreen.-low #asked { margin: 0; max-height: 2; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-roomy")]  # noqa: RUF012 - declared so by the library
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - declared so by the library

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        chosen = flow.smart.settings.review_prompts
        self.weekly, self.monthly = asked_for(flow.review, chosen, monthly=self._monthly_due(flow))
        self.prompts = {f"line-{number}": prompt for number, prompt in enumerate((*self.weekly, *self.monthly))}
        self.saving: SavingTexts = SavingTexts(
            self._write_line, flow.review.lines, self.not_saved, self.saved, self.replaced
        )
        self.form: QuestionForm

    @staticmethod
    def _monthly_due(flow: ReviewFlow) -> bool:
        try:
            return monthly_due(flow.span, flow.smart.store.read(reviews.reviews))
        except StoreError:
            return False

    def content(self) -> ComposeResult:
        yield Static(id="asked")
        fields = {prompt: FormField(field, "text") for field, prompt in self.prompts.items()}
        sections = [Section("", tuple(fields[prompt] for prompt in self.weekly))]
        if self.monthly:
            sections.append(Section(self._once_a_month(), tuple(fields[prompt] for prompt in self.monthly)))
        texts = {field: self.saving.texts.get(prompt, "") for field, prompt in self.prompts.items()}
        self.form = QuestionForm(sections, texts, {field: self._look(field) for field in self.prompts})
        yield Vertical(self.form, id="form")

    def on_mount(self) -> None:
        super().on_mount()
        place = self.flow.place
        field = next((field for field, prompt in self.prompts.items() if prompt == place), "")
        self.call_next(self.form.open, field, last=place == LAST)

    def takes_keys(self) -> bool:
        """Whether a field is open, so that what was typed ahead gets into it."""
        return self.focused is not None or not self.prompts

    def _once_a_month(self) -> str:
        return self.words.gettext("Once a month")

    def _look(self, field: str) -> Look:
        return Look(cut(visible(prompt_label(self.prompts[field], self.words)), LABEL - 1))

    def show(self) -> None:
        for field, row in self.form.rows.items():
            row.show(self._look(field))
        self.form.name_sections([self._once_a_month()] if self.monthly else [])
        self._ask()

    def _ask(self) -> None:
        """Show the whole question of the open field."""
        prompt = self.prompts.get(self.form.opened, "")
        asked = prompt_question(prompt, self.words) if prompt else ""
        if not self.prompts:
            asked = self.words.gettext("No lines are asked for; the settings have them.")
        self.query_one("#asked", Static).update(Content(visible(asked)))

    async def _reread(self) -> None:
        saves = self.saving.saves
        await super()._reread()
        if self.is_attached and not self.flow.gone and self.saving.saves == saves:
            # Read before anything else was saved: what was undone, or written in another window.
            changed = self.saving.adopt(self.flow.review.lines)
            for field, prompt in self.prompts.items():
                if prompt in changed:
                    self.form.rows[field].put(self.saving.texts[prompt])

    # Typing.

    @on(FieldRow.Changed)
    def _changed(self, event: FieldRow.Changed) -> None:
        event.stop()
        self.saving.put(self.prompts[event.field], event.text)

    @on(QuestionForm.Opened)
    def _opened(self, event: QuestionForm.Opened) -> None:
        event.stop()
        self.saving.soon()
        self.saving.visit()
        self.flow.set_place(self.prompts[event.field])
        self._ask()

    @on(QuestionForm.Ended)
    def _ended(self, event: QuestionForm.Ended) -> None:
        event.stop()
        if event.by > 0:
            self.go_on()

    def action_typed_on(self) -> None:
        """Without any field; in one, Enter leads to the next."""
        self.go_on()

    async def action_review_editor(self) -> None:
        """Write the open line in the person's own editor."""
        prompt = self.prompts.get(self.form.opened)
        if prompt is None:
            return
        await self.keep()
        text, said = edit_long(self.app, self.saving.texts.get(prompt, ""), self.words)
        if said:
            self.say(said)
        if text is not None:
            self.saving.put(prompt, text)
            self.form.rows[self.form.opened].put(text)

    # Saving, and leaving.

    async def _write_line(self, prompt: str, text: str, visit: str, expected: str | None) -> None:
        from smart_tui.store.commands.reviews import write_line

        await self.smart.write_or_raise(write_line, self.flow.review.id, prompt, text, visit, expected)

    async def keep(self) -> None:
        await self.saving.keep()
        await super().keep()

    async def all_kept(self) -> bool:
        await super().all_kept()
        return self.saving.error is None

    @work
    async def leave(self) -> None:
        await self.all_kept()
        if not await self.may_leave():
            return
        self.saving.close()
        self.dismiss(None)

    def on_unmount(self) -> None:
        self.saving.close()


def asked_for(review: Review, chosen: Sequence[str], *, monthly: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a review asks a line for: each week, and beside it once a month.

    What was written in it under a prompt that is not chosen any more is asked for too, so that it is seen.
    """
    weekly = tuple(dict.fromkeys(chosen))
    further = [prompt for prompt in MONTHLY if prompt not in weekly and (monthly or prompt in review.lines)]
    others: Iterable[str] = (prompt for prompt in review.lines if prompt not in (*weekly, *further))
    return (*weekly, *others), tuple(further)
