"""What the coach says: a few lines under a form, or a column beside it in a wide window."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.tui.widgets.noterows import Advice, Labels, column, under

MOST_ROWS = 3
LOW_ROWS = 2


class CoachNotes(Widget):
    """Draws advice, or nothing at all. Beside a form it has a column of its own, which it keeps when it is silent, so
    that nothing moves."""

    SCOPED_CSS = False  # the classes for wide and low windows are the screen's
    DEFAULT_CSS = """
    CoachNotes { height: auto; max-height: 3; padding: 0 2; display: none; }
    CoachNotes.-speaks { display: block; }
    .-broad CoachNotes { display: block; width: 38; height: 100%; max-height: 100%; padding: 0 1 0 2; }
    .-broad CoachNotes.-speaks { border-left: solid $rule; padding: 0 1; }
    """

    advice: reactive[Advice] = reactive(Advice(), layout=True)
    labels: reactive[Labels] = reactive(Labels())

    def __init__(self, *, one_row: bool = False) -> None:
        """`one_row`: there is room for the first remark only, on a line of its own."""
        super().__init__()
        self.one_row = one_row

    def watch_advice(self, advice: Advice) -> None:
        self.set_class(bool(advice.notes), "-speaks")

    @property
    def beside(self) -> bool:
        """Whether it stands beside the form."""
        return self.screen.has_class("-broad") and not self.one_row

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.rows(width))

    def render(self) -> Content:
        return Content("\n").join(self.rows(self.size.width))

    def rows(self, width: int) -> list[Content]:
        """What it says, in rows of at most `width` cells."""
        if not self.advice.notes:
            return []
        if self.beside:
            return column(self.advice, self.labels, width)
        if self.one_row:
            return under(self.advice._replace(notes=self.advice.notes[:1], example=""), self.labels, width, 1)
        most = LOW_ROWS if self.screen.has_class("-low") else MOST_ROWS
        return under(self.advice, self.labels, width, most)
