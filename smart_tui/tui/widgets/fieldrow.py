"""One field of a form: its label, what it is typed into, what was read in it, and what to say about it."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input as TextualInput
from textual.widgets import Static, TextArea

from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead, LongText, OneLine, harmless
from smart_tui.tui.widgets.lines import padded, visible
from smart_tui.tui.widgets.yesno import join_yes_no, split_yes_no

Choices = tuple[tuple[str, str], ...]

INDENT, LABEL, GAP = 2, 18, 2
LEAST = 12
"""Cells that what was typed keeps beside its echo."""


class Look(NamedTuple):
    """All a row shows besides what was typed. `echo` is what was read, `note` stands under the field."""

    label: str
    echo: str = ""
    note: str | Content = ""
    problem: str = ""
    placeholder: str = ""
    choices: Choices = ()

    def same(self, other: "Look") -> bool:
        """Whether another look is this one, also in the styles of its note: contents compare by their text alone."""
        if not isinstance(self.note, Content) or not isinstance(other.note, Content):
            return self == other
        return self == other and self.note.is_same(other.note)


class FieldRow(Widget):
    """One field. While another is open it is one dim line with the start of what was typed, and what it is typed
    into is made only when it is opened for the first time: a page of forty fields has to open at once."""

    class Changed(Message):
        """The text of a field changed by the person's hand; `cursor` is how many characters stand before it."""

        def __init__(self, field: str, text: str, cursor: int) -> None:
            super().__init__()
            self.field = field
            self.text = text
            self.cursor = cursor

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
        self.begun = False
        self.built = False
        """Whether all that the field is made of is there; until then it is shown folded."""

    @property
    def room(self) -> int:
        """Cells on a line of what stands under the field."""
        return self.query_one(".note").container_size.width if self.built else 0

    def editors(self) -> Iterator[Widget]:
        """The widgets one types into."""
        yield from ()

    def summary(self) -> str:
        """What stands in the field, on one line."""
        return self.typed

    def stops(self) -> list[Widget]:
        """The widgets that take the focus, in order."""
        return [widget for widget in self.query("OneLine, LongText, ChoiceLine") if widget.display]

    def render(self) -> Content:
        if self.has_class("-open"):
            return Content("")
        width = self.size.width - INDENT - LABEL
        label = Content(padded(self.look.label, LABEL - 1) + " ").stylize("$foreground-muted")
        echo = self.look.problem or self.look.echo
        answer = visible(self.summary())
        text = answer or self.look.placeholder
        room = width - cell_len(echo) - GAP if echo and width - cell_len(echo) - GAP >= LEAST else width
        # What stands there before anything is typed must not look like an answer.
        style = "$foreground-muted" if answer else "italic $foreground-muted"
        typed = Content(padded(text, max(room, 1))).stylize(style)
        line = Content.assemble(" " * INDENT, label, typed)
        if room == width:
            return line
        beside = Content(echo).stylize("$warning" if self.look.problem else "$foreground-muted")
        return Content.assemble(line, " " * GAP, beside)

    async def build(self) -> None:
        """Make what the field is typed into."""
        if self.begun:
            return
        self.begun = True
        typed, editors, echo = self.typed, self.editors(), Static(classes="echo")
        body = Vertical(Horizontal(*editors, echo, classes="line"), Static(classes="note"), classes="body")
        await self.mount(Static(Content("▸"), classes="mark"), Static(classes="label"), body)
        self.built = True
        if self.typed != typed:
            self.put_in(self.typed)
        self.show(self.look)

    def put(self, text: str) -> None:
        """Show another text, without a message."""
        self.typed = text
        if self.built:
            self.put_in(text)
        self.refresh()

    def put_in(self, text: str) -> None:
        """Put a text into what the field is typed into."""

    def show(self, look: Look) -> None:
        """Show label, echo and note again."""
        self.look = look
        self.refresh()
        if not self.built:
            return
        self.query_one(".label", Static).update(Content(look.label))
        echo = self.query_one(".echo", Static)
        echo.display = bool(look.echo)
        echo.update(Content(look.echo))
        note = self.query_one(".note", Static)
        note.set_class(bool(look.problem), "problem")
        notes = [text if isinstance(text, Content) else Content(text) for text in (look.problem, look.note) if text]
        note.display = bool(notes)
        note.update(Content("\n").join(notes))
        self.show_in(look)

    def show_in(self, look: Look) -> None:
        """Show a look in what the field is typed into."""

    async def open(self, *, last: bool = False) -> None:
        """Open the field and put the focus into it."""
        await self.build()
        self.add_class("-open")
        stops = self.stops()
        if stops:
            self.screen.set_focus(stops[-1 if last else 0], scroll_visible=False)

    def fold(self) -> None:
        """Fold the field to one line."""
        self.remove_class("-open")

    def on_resize(self) -> None:
        """What is said under an open field is part of it: keep it in view, where there is room for all of it."""
        room = self.parent.size.height if isinstance(self.parent, Widget) else 0
        if self.has_class("-open") and self.size.height <= room:
            self.scroll_visible(animate=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.add_class("-open")
        self.post_message(self.Opened(self))

    async def on_click(self, event: events.Click) -> None:
        if not self.has_class("-open"):
            await self.open()

    @on(Lead)
    def _lead(self, event: Lead) -> None:
        event.stop()
        stops = self.stops()
        here = next((index for index, stop in enumerate(stops) if stop.has_focus), 0)
        if 0 <= here + event.by < len(stops):
            stops[here + event.by].focus()
        else:
            self.post_message(self.Led(self, event.by, event.enter))

    def cursor(self) -> int:
        """How many characters of the text stand before the cursor; a choice is always whole."""
        return 0

    def _tell(self, text: str) -> None:
        if text != self.typed:
            self.typed = text
            self.post_message(self.Changed(self.field, text, self.cursor()))


class LineRow(FieldRow):
    """A field of one line."""

    def editors(self) -> Iterator[Widget]:
        yield OneLine(self.typed)

    def put_in(self, text: str) -> None:
        line = self.query_one(OneLine)
        if line.value != visible(text):
            with line.prevent(TextualInput.Changed):
                line.value = text
            line.cursor_position = len(line.value)

    def show_in(self, look: Look) -> None:
        self.query_one(OneLine).placeholder = look.placeholder

    def cursor(self) -> int:
        return self.query_one(OneLine).cursor_position

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
        area = LongText(self.typed, one_a_line=self.one_a_line)
        area.move_cursor(area.document.end)
        yield area

    def summary(self) -> str:
        return " · ".join(line.strip() for line in self.typed.splitlines() if line.strip())

    def put_in(self, text: str) -> None:
        area = self.query_one(LongText)
        if area.text != text:
            line = area.cursor_location[0]
            with area.prevent(TextArea.Changed):
                area.load_text(harmless(text))
            # One goes on where one was: what was put in may have added a line below.
            line = min(line, area.document.line_count - 1)
            area.move_cursor((line, len(area.document.get_line(line))))

    def cursor(self) -> int:
        area = self.query_one(LongText)
        row, column = area.cursor_location
        return sum(len(area.document.get_line(above)) + 1 for above in range(row)) + column

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

    def summary(self) -> str:
        return dict(self.look.choices).get(self.typed, self.typed)

    def put_in(self, text: str) -> None:
        self.query_one(ChoiceLine).value = text

    def show_in(self, look: Look) -> None:
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

    def stops(self) -> list[Widget]:
        choice, line = self.query_one(ChoiceLine), self.query_one(OneLine)
        return [choice, line] if choice.value or line.value else [choice]

    def summary(self) -> str:
        value, words = split_yes_no(self.typed)
        return ", ".join(part for part in (dict(self.look.choices).get(value, value), words.strip()) if part)

    def put_in(self, text: str) -> None:
        value, words = split_yes_no(text)
        self.query_one(ChoiceLine).value = value
        line = self.query_one(OneLine)
        if line.value.strip() != words:
            with line.prevent(TextualInput.Changed):
                line.value = words

    def show_in(self, look: Look) -> None:
        self.query_one(ChoiceLine).choices = look.choices
        self.query_one(OneLine).placeholder = look.placeholder

    @on(ChoiceLine.Picked)
    @on(TextualInput.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self._tell(join_yes_no(self.query_one(ChoiceLine).value, self.query_one(OneLine).value))


def make_row(kind: str, field: str, text: str, look: Look, *, required: bool = False) -> FieldRow:
    """The row for a way of typing: "line", "text", "list", "choice", "digits" or "yes_no"."""
    if kind in ("text", "list"):
        return TextRow(field, text, look, one_a_line=kind == "list")
    if kind in ("choice", "digits"):
        return ChoiceRow(field, text, look, required=required)
    if kind == "yes_no":
        return YesNoRow(field, text, look)
    return LineRow(field, text, look)
