"""The line above the footer: what rests there, and for a while a message that leaves by itself."""

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from smart_tui.tui.widgets.lines import visible

SECONDS = 6.0


class NoticeLine(Widget):
    """`left` and `right` rest here; `say` covers them with one sentence for some seconds."""

    left: reactive[str | Content] = reactive("")
    right: reactive[str | Content] = reactive("")
    message: reactive[str] = reactive("")

    _timer: Timer | None = None

    def say(self, text: str, seconds: float = SECONDS) -> None:
        """Show one sentence; it leaves after `seconds`."""
        if self._timer is not None:
            self._timer.stop()
        self.message = text
        self._timer = self.set_timer(seconds, self.clear) if text else None

    def clear(self) -> None:
        """Take the message away now."""
        self.message = ""

    def render(self) -> Content:
        width = self.size.width - 2
        if self.message:
            return Content.assemble(" ", Content(visible(self.message)).truncate(max(width, 1), ellipsis=True))
        left, right = _dim(self.left), _dim(self.right)
        if left.cell_length + right.cell_length + 2 > width:
            left = left.truncate(max(width - right.cell_length - 2, 0), ellipsis=True)
        gap = max(width - left.cell_length - right.cell_length, 0)
        return Content.assemble(" ", left, " " * gap, right)


def _dim(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(visible(text)).stylize("$foreground-muted")
