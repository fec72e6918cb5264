"""One field of a form: its label, what it is typed into, what was read in it, and what to say about it."""

from collections.abc import Iterator
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input as TextualInput
from textual.widgets import Static, TextArea

from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead, LongText, OneLine, harmless
from smart_tui.tui.widgets.lines import visible

Choices = tuple[tuple[str, str], ...]


class Look(NamedTuple):
    """All a row shows besides what was typed. `echo` is what was read, `note` stands under the field."""

    label: str
    echo: str = ""
    note: str | Content = ""
    problem: str = ""
    placeholder: str = ""
    choices: Choices = ()


class FieldRow(Widget):
    """One field. While another is open it is one dim line with the start of what was typed."""

    class Changed(Message):
        """The text of a field changed by the person's hand."""

        def __init__(self, field: str, text: str) -> None:
            super().__init__()
            self.field = field
            self.text = text

    class Led(Message):
        """The person leaves the field by a key, forward or back."""

        def __init__(self, row: "FieldRow", by: int, enter: bool) -> None:
            super().__init__()
            self.row = row
            self.by = by
            self.enter = enter

    class Opened(Message):
        """The field got the focus."""

        def __init__(self, row: "FieldRow") -> None:
            super().__init__()
            self.row = row

    def __init__(self, field: str, text: str, look: Look) -> None:
        super().__init__(id="row-" + field.replace(".", "-"))
        self.field = field
        self.typed = text
        self.look = look

    def compose(self) -> ComposeResult:
        yield Static(classes="mark")
        yield Static(Content(self.look.label), classes="label")
        with Vertical(classes="body"):
            with Horizontal(classes="line"):
                yield from self.editors()
                yield Static(Content(self.look.echo), classes="echo")
            yield Static(classes="note")

    def on_mount(self) -> None:
        self.show(self.look)

    def editors(self) -> Iterator[Widget]:
        """The widgets one types into."""
        yield from ()

    def stops(self) -> list[Widget]:
        """The widgets that take the focus, in order."""
        return [widget for widget in self.query("OneLine, LongText, ChoiceLine") if widget.display]

    def put(self, text: str) -> None:
        """Show another text, without a message."""
        self.typed = text

    def show(self, look: Look) -> None:
        """Show label, echo and note again."""
        self.look = look
        self.query_one(".label", Static).update(Content(look.label))
        echo = self.query_one(".echo", Static)
        echo.display = bool(look.echo)
        echo.update(Content(look.echo))
        note = self.query_one(".note", Static)
        note.set_class(bool(look.problem), "problem")
        notes = [text if isinstance(text, Content) else Content(text) for text in (look.problem, look.note) if text]
        note.display = bool(notes)
        note.update(Content("\n").join(notes))

    def open(self, *, last: bool = False) -> None:
        """Open the field and put the focus into it."""
        self._mark(True)
        stops = self.stops()
        if stops:
            self.screen.set_focus(stops[-1 if last else 0], scroll_visible=False)

    def fold(self) -> None:
        """Fold the field to one line."""
        self._mark(False)

    def _mark(self, is_open: bool) -> None:
        self.set_class(is_open, "-open")
        self.query_one(".mark", Static).update(Content("▸" if is_open else ""))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._mark(True)
        self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        if not self.has_class("-open"):
            self.open()

    @on(Lead)
    def _lead(self, event: Lead) -> None:
        event.stop()
        stops = self.stops()
        here = next((index for index, stop in enumerate(stops) if stop.has_focus), 0)
        if 0 <= here + event.by < len(stops):
            stops[here + event.by].focus()
        else:
            self.post_message(self.Led(self, event.by, event.enter))

    def _tell(self, text: str) -> None:
        if text != self.typed:
            self.typed = text
            self.post_message(self.Changed(self.field, text))


class LineRow(FieldRow):
    """A field of one line."""

    def editors(self) -> Iterator[Widget]:
        yield OneLine(self.typed)

    def put(self, text: str) -> None:
        self.typed = text
        line = self.query_one(OneLine)
        if line.value != visible(text):
            with line.prevent(TextualInput.Changed):
                line.value = text
            line.cursor_position = len(line.value)

    def show(self, look: Look) -> None:
        super().show(look)
        self.query_one(OneLine).placeholder = look.placeholder

    @on(TextualInput.Changed)
    def _typed(self, event: TextualInput.Changed) -> None:
        event.stop()
        self._tell(event.value)


class TextRow(FieldRow):
    """A field of several lines; folded, it shows the start of what stands in it."""

    def __init__(self, field: str, text: str, look: Look, *, one_a_line: bool = False) -> None:
        super().__init__(field, text, look)
        self.one_a_line = one_a_line

    def editors(self) -> Iterator[Widget]:
        yield Static(classes="folded")
        yield LongText(self.typed, one_a_line=self.one_a_line)

    def stops(self) -> list[Widget]:
        return [self.query_one(LongText)]

    def put(self, text: str) -> None:
        self.typed = text
        area = self.query_one(LongText)
        if area.text != text:
            with area.prevent(TextArea.Changed):
                area.load_text(harmless(text))
            area.move_cursor(area.document.end)
        self._fold_text()

    def show(self, look: Look) -> None:
        super().show(look)
        self._fold_text()

    def fold(self) -> None:
        self._fold_text()
        super().fold()

    def _fold_text(self) -> None:
        lines = [line.strip() for line in self.typed.splitlines() if line.strip()]
        self.query_one(".folded", Static).update(Content(visible(" · ".join(lines))))

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._tell(event.text_area.text)


class ChoiceRow(FieldRow):
    """A field with a few choices."""

    def __init__(self, field: str, text: str, look: Look, *, required: bool = False) -> None:
        super().__init__(field, text, look)
        self.required = required

    def editors(self) -> Iterator[Widget]:
        yield ChoiceLine(self.look.choices, self.typed, required=self.required)

    def put(self, text: str) -> None:
        self.typed = text
        self.query_one(ChoiceLine).value = text

    def show(self, look: Look) -> None:
        super().show(look)
        self.query_one(ChoiceLine).choices = look.choices

    @on(ChoiceLine.Picked)
    def _picked(self, event: ChoiceLine.Picked) -> None:
        event.stop()
        self._tell(event.value)


class YesNoRow(FieldRow):
    """Yes or no, and words behind it, kept as "no: the reason"."""

    def editors(self) -> Iterator[Widget]:
        value, words = split_yes_no(self.typed)
        yield ChoiceLine(self.look.choices, value)
        yield OneLine(words)

    def put(self, text: str) -> None:
        self.typed = text
        value, words = split_yes_no(text)
        self.query_one(ChoiceLine).value = value
        line = self.query_one(OneLine)
        with line.prevent(TextualInput.Changed):
            line.value = words

    def show(self, look: Look) -> None:
        super().show(look)
        self.query_one(ChoiceLine).choices = look.choices
        self.query_one(OneLine).placeholder = look.placeholder

    @on(ChoiceLine.Picked)
    @on(TextualInput.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self._tell(join_yes_no(self.query_one(ChoiceLine).value, self.query_one(OneLine).value))


def split_yes_no(text: str) -> tuple[str, str]:
    """ "no: too little time" as "no" and "too little time"; words without an answer give "" and the words."""
    head, colon, rest = text.partition(":")
    if head.strip() in ("yes", "no"):
        return head.strip(), rest.strip() if colon else ""
    return "", text


def join_yes_no(value: str, words: str) -> str:
    """The text that keeps an answer and the words behind it."""
    if value and words.strip():
        return f"{value}: {words}"
    return value or words


def make_row(kind: str, field: str, text: str, look: Look, *, required: bool = False) -> FieldRow:
    """The row for a way of typing: "line", "text", "list", "choice", "digits" or "yes_no"."""
    if kind in ("text", "list"):
        return TextRow(field, text, look, one_a_line=kind == "list")
    if kind in ("choice", "digits"):
        return ChoiceRow(field, text, look, required=required)
    if kind == "yes_no":
        return YesNoRow(field, text, look)
    return LineRow(field, text, look)
