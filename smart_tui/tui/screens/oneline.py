"""A draft in one line, with what is read in it offered while one types."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.remark import Remark
from smart_tui.tui import advice, keys
from smart_tui.tui.fields import Field, Input
from smart_tui.tui.screens.advising import AdvisingScreen
from smart_tui.tui.screens.drafting import by_id
from smart_tui.tui.widgets.coachnotes import CoachNotes
from smart_tui.tui.widgets.fieldrow import FieldRow
from smart_tui.tui.widgets.questionform import QuestionForm
from smart_tui.tui.written import TITLE_FIELD


class OneLineScreen(AdvisingScreen[None]):
    """Writes a draft in one sentence. Enter keeps it; it is saved while it is typed, as everywhere."""

    WHERE = keys.ONELINE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ONELINE)]
    DEFAULT_CSS = """
    OneLineScreen #statement { height: 2; padding: 0 2; }
    OneLineScreen #asked { height: 3; padding: 0 2; color: $text-muted; }
    OneLineScreen #page { height: 1fr; }
    OneLineScreen.-narrow #asked { height: 5; }
    OneLineScreen.-low #statement { height: 1; }
    OneLineScreen.-low #asked { height: 2; }
    OneLineScreen.-broad CoachNotes { display: none; width: 1fr; height: auto; padding: 0 2; }
    OneLineScreen.-broad CoachNotes.-speaks { display: block; border-left: none; padding: 0 2; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - declared so by the library

    def content(self) -> ComposeResult:
        yield Static(id="statement")
        yield Static(id="asked")
        yield Vertical(id="page")
        yield CoachNotes(one_row=True)

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
            self.query_one("#asked", Static).update(Content(self._asked()))

    def _asked(self) -> str:
        better = advice.better(self.remarked, self.draft.goal(), self.words)
        if better and not self.has_class("-low"):
            return self.words.gettext("For example: {goal}. Enter keeps it as a draft.").format(goal=better)
        return self.words.gettext("For example: read 24 books by 31 December. Enter keeps it as a draft.")

    def wanted(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        return advice.of_sentence(remarks)

    def may_go(self, field: str) -> bool:
        return False

    def footer_commands(self) -> tuple[keys.Command, ...]:
        dismiss = ["dismiss_remark"] if self.remarked else []
        return tuple(keys.command(id) for id in ("take_chip", "next_chip", *dismiss, "leave", "typing_help"))

    def put(self, field: str, text: str) -> None:
        """Put the line in; what stands below the title, as the sentence that chips took words of, stays there."""
        below = self.draft.text(TITLE_FIELD).splitlines()[1:]
        super().put(field, "\n".join([text, *below]))

    def show_text(self, row: FieldRow) -> None:
        row.put(self.draft.text(row.field).partition("\n")[0])

    @on(QuestionForm.Ended)
    def _ended(self, event: QuestionForm.Ended) -> None:
        event.stop()
        if event.by > 0:
            self.smart.hold_keys(self, [self.action_leave()])

    @work
    async def action_leave(self) -> None:
        await self.leave_draft()
