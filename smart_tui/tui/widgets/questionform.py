"""The fields of a step, or of all steps, one under the other: one open, the others folded to a line each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from smart_tui.tui.widgets.fieldrow import FieldRow, Look, make_row


class FormField(NamedTuple):
    """What the form needs to know of a field: its name and how it is typed."""

    id: str
    input: str
    required: bool = False


class Section(NamedTuple):
    """A heading, and the fields under it; an empty heading is not drawn."""

    heading: str
    fields: tuple[FormField, ...]


class QuestionForm(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Posts what is typed and which field is open; leads from field to field."""

    SCOPED_CSS = False  # the classes for narrow windows are the screen's
    DEFAULT_CSS = """
    QuestionForm { height: 1fr; padding: 0 1 0 0; scrollbar-size-vertical: 1; }
    QuestionForm > .heading { height: auto; padding: 1 0 0 2; color: $text-muted; }
    QuestionForm > .heading.-first { padding: 0 0 0 2; }
    FieldRow { height: 1; max-width: 96; layout: horizontal; }
    FieldRow.-open { height: auto; }
    FieldRow > * { display: none; }
    FieldRow.-open > * { display: block; }
    FieldRow .mark { width: 2; height: 1; color: $accent; }
    FieldRow .label { width: 18; height: auto; color: $accent; text-style: bold; padding: 0 1 0 0; }
    FieldRow .body { width: 1fr; height: auto; }
    FieldRow .line { height: auto; }
    FieldRow .echo { width: auto; max-width: 70%; height: auto; padding: 0 0 0 2; color: $text-muted; }
    FieldRow .note { height: auto; color: $text-muted; }
    FieldRow .note.problem { color: $warning; }
    FieldRow OneLine { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
    FieldRow ChoiceLine { width: 1fr; height: auto; }
    FieldRow LongText, FieldRow LongText.-textual-compact { width: 1fr; height: auto; min-height: 3; max-height: 8;
        padding: 0 1; border: round $border !important; background: $background; scrollbar-size-vertical: 1; }
    YesNoRow ChoiceLine { width: auto; min-width: 12; margin: 0 2 0 0; }
    .-narrow FieldRow.-open { layout: grid; grid-size: 2; grid-columns: 2 1fr; grid-rows: 1 auto; }
    .-narrow FieldRow.-open .label { width: 100%; height: 1; }
    .-narrow FieldRow.-open .body { width: 100%; column-span: 2; padding: 0 0 0 2; }
    """

    class Ended(Message):
        """The person goes on behind the last field, or back before the first."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Opened(Message):
        """Another field is open now."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    def __init__(self, sections: Sequence[Section], texts: Mapping[str, str], looks: Mapping[str, Look]) -> None:
        super().__init__()
        self.sections = tuple(sections)
        self.rows: dict[str, FieldRow] = {
            field.id: make_row(field.input, field.id, texts.get(field.id, ""), looks[field.id], required=field.required)
            for section in sections
            for field in section.fields
        }
        self.opened = ""

    def compose(self) -> ComposeResult:
        for index, section in enumerate(self.sections):
            if section.heading:
                yield Static(Content(section.heading), classes="heading -first" if not index else "heading")
            for field in section.fields:
                yield self.rows[field.id]

    def name_sections(self, headings: Iterable[str]) -> None:
        """Write the headings again, in another language."""
        for static, heading in zip(self.query(".heading").results(Static), filter(None, headings), strict=False):
            static.update(Content(heading))

    def show_only(self, wanted: Iterable[str]) -> None:
        """Show these fields and no others."""
        names = set(wanted)
        for field, row in self.rows.items():
            row.display = field in names

    def shown(self) -> list[str]:
        """The fields that are shown, in order."""
        return [field for field, row in self.rows.items() if row.display]

    @property
    def at_end(self) -> bool:
        """Whether the last field is open."""
        return self.shown()[-1:] == [self.opened]

    async def open(self, field: str = "", *, last: bool = False) -> None:
        """Open a field and give it the focus; the first one that is shown where it cannot be."""
        shown = self.shown()
        if shown:
            await self.rows[field if field in shown else shown[-1 if last else 0]].open(last=last)

    @on(FieldRow.Opened)
    def _opened(self, event: FieldRow.Opened) -> None:
        event.stop()
        if event.row.field == self.opened:
            return
        for row in self.rows.values():
            if row is not event.row and row.has_class("-open"):
                row.fold()
        self.opened = event.row.field
        self.post_message(self.Opened(self.opened))
        self.call_after_refresh(self.scroll_to_widget, event.row, animate=False)

    @on(FieldRow.Led)
    async def _led(self, event: FieldRow.Led) -> None:
        event.stop()
        shown = self.shown()
        if event.row.field not in shown:
            return
        at = shown.index(event.row.field) + event.by
        if 0 <= at < len(shown):
            await self.rows[shown[at]].open(last=event.by < 0)
        elif at < 0 or event.enter:
            self.post_message(self.Ended(event.by))
