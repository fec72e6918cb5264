"""A draft in one line, with what is read in it offered while one types."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.tui import keys
from smart_tui.tui.fields import Field, Input
from smart_tui.tui.screens.answering import AnsweringScreen
from smart_tui.tui.screens.drafting import by_id
from smart_tui.tui.widgets.questionform import QuestionForm
from smart_tui.tui.written import TITLE_FIELD


class OneLineScreen(AnsweringScreen[None]):
    """Writes a draft in one sentence. Enter keeps it; it is saved while it is typed, as everywhere."""

    WHERE = keys.ONELINE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ONELINE)]
    DEFAULT_CSS = """
    OneLineScreen #statement { height: auto; max-height: 4; padding: 0 2; margin: 0 0 1 0; }
    OneLineScreen #asked { height: auto; padding: 0 2; color: $text-muted; margin: 0 0 1 0; }
    OneLineScreen #page { height: 1fr; }
    """

    def content(self) -> ComposeResult:
        yield Static(id="statement")
        yield Static(id="asked")
        yield Vertical(id="page")

    def on_mount(self) -> None:
        super().on_mount()
        self.call_next(self._show_form)

    async def _show_form(self) -> None:
        self.fields = by_id([Field(TITLE_FIELD, Input.LINE, question=TITLE_FIELD)])
        form = self.make_form([("", self.fields.values())])
        await self.query_one("#page").mount(form)
        self.forms["page"] = form
        await form.open()
        self.refresh_looks()

    def title_left(self) -> str:
        return self.words.gettext("A goal in one line")

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if self.is_mounted:
            self.query_one("#statement", Static).update(self.statement_text())
            asked = self.words.gettext("For example: read 24 books by 31 December. Enter keeps it as a draft.")
            self.query_one("#asked", Static).update(Content(asked))

    @on(QuestionForm.Ended)
    def _ended(self, event: QuestionForm.Ended) -> None:
        event.stop()
        if event.by > 0:
            self.smart.hold_keys(self, [self.action_leave()])

    @work
    async def action_leave(self) -> None:
        await self.leave_draft()
