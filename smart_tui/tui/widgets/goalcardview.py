"""The screen of one goal in a weekly review as a widget: it draws the card, and answers to clicks."""

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from smart_tui.tui.widgets.goalcard import Card, Drawn, drawn
from smart_tui.tui.widgets.lines import fitted
from smart_tui.tui.widgets.styledview import StyledView


class GoalCardView(StyledView, can_focus=True, inherit_bindings=False):
    """Shows one card, or nothing. Where it does not fit, what is asked stays in view."""

    DEFAULT_CSS = """
    GoalCardView { height: 1fr; }
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

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        line = self._drawn.lines[at] if at < len(self._drawn.lines) else ()
        segments = [Segment(span.text, self.style_of(span.style or "text")) for span in fitted(line, width)]
        return Strip(segments).adjust_cell_length(width, self.style_of("text"))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        for line, first, end, action in self._drawn.places:
            if line == row and first <= event.x < end:
                event.stop()
                self.post_message(self.Clicked(action))
                return
