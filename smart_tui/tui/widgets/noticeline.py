"""The line above the footer: what rests there, and for a while a message that leaves by itself."""

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from smart_tui.tui.widgets.lines import visible, wrapped

SECONDS = 6.0
MOST_LINES = 3
"""A sentence that says what happened and what to do must not lose its end."""

LOW = 12
"""Lines of a terminal below which one line has to do."""


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
        self._fit()
        self._timer = self.set_timer(seconds, self.clear) if text else None

    def clear(self) -> None:
        """Take the message away now."""
        self.message = ""
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        lines = max(len(self._said()), 1)
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    def _said(self) -> list[str]:
        width = self.size.width - 2
        most = MOST_LINES if self.app.size.height >= LOW else 1
        return wrapped(self.message, width, most=most) if self.message and width > 0 else []

    def render(self) -> Content:
        width = self.size.width - 2
        if self.message:
            return Content("\n".join(" " + line for line in self._said()))
        left, right = _dim(self.left), _dim(self.right)
        if left.cell_length + right.cell_length + 2 > width:
            left = left.truncate(max(width - right.cell_length - 2, 0), ellipsis=True)
        gap = max(width - left.cell_length - right.cell_length, 0)
        return Content.assemble(" ", left, " " * gap, right)


def _dim(text: str | Content) -> Content:
    return text if isinstance(text, Content) else Content(visible(text)).stylize("$foreground-muted")
