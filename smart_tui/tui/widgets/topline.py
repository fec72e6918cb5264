"""The first line of a screen, where one is and what matters now, and the thin rule under it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from smart_tui.tui.widgets.lines import visible

RULE = "─"


class TopLine(Widget):
    """Left: where one is, in bold. Right: the one context that matters, dim; it gives way when both do not fit."""

    left: reactive[str] = reactive("")
    right: reactive[str | Content] = reactive("", always_update=True)

    def render(self) -> Content:
        width = self.size.width
        left = Content(visible(self.left)).stylize("bold")
        right = self.right
        if isinstance(right, str):
            right = Content(visible(right)).stylize("$foreground-muted")
        room = width - 2 - right.cell_length
        if room < min(left.cell_length, 12) + 1:
            right, room = Content(""), width - 2
        if left.cell_length > room - 1:
            left = left.truncate(max(room - 1, 1), ellipsis=True)
        gap = max(width - 2 - left.cell_length - right.cell_length, 0)
        line = Content.assemble(" ", left, " " * gap, right, " ")
        return Content("\n").join([line, Content(RULE * width).stylize("$rule")])
