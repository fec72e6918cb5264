"""The screen of one goal in a weekly review as a widget: it draws the card, and answers to clicks."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from smart_tui.tui.widgets.goalcard import Card, Drawn, drawn
from smart_tui.tui.widgets.lines import fitted


class GoalCardView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one card, or nothing. Where it does not fit, what is asked stays in view."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--text",
        "card--dim",
        "card--strong",
        "card--accent",
        "card--good",
        "card--warn",
        "card--bad",
    }
    DEFAULT_CSS = """
    GoalCardView { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    GoalCardView .card--dim { color: $text-muted; }
    GoalCardView .card--strong { text-style: bold; }
    GoalCardView .card--accent { color: $accent; text-style: bold; }
    GoalCardView .card--good { color: $success; }
    GoalCardView .card--warn { color: $warning; }
    GoalCardView .card--bad { color: $error; }
    """

    class Clicked(Message):
        """A choice was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.card: Card | None = None
        self._drawn = Drawn(())
        self._styles: dict[str, Style] = {}

    def show(self, card: Card | None) -> None:
        """Show a card."""
        if card is None or self.card is None or card.no != self.card.no or card.asked != self.card.asked:
            self.scroll_to(y=0, animate=False)
        self.card = card
        self._lay_out()

    def move(self, by: int) -> None:
        """Scroll by lines, where there are more than are seen."""
        self.scroll_relative(y=by, animate=False)

    def _lay_out(self) -> None:
        width, height = self.size
        self._drawn = drawn(self.card, width, height) if self.card is not None and width and height else Drawn(())
        self.virtual_size = Size(0, len(self._drawn.lines))
        self.refresh()

    def on_resize(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        line = self._drawn.lines[at] if at < len(self._drawn.lines) else ()
        segments = [Segment(span.text, self._style(span.style or "text")) for span in fitted(line, width)]
        return Strip(segments).adjust_cell_length(width, self._style("text"))

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"card--{name}")
        return style

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        for line, first, end, action in self._drawn.places:
            if line == row and first <= event.x < end:
                event.stop()
                self.post_message(self.Clicked(action))
                return
