"""The five levels of a rating, the best on top, each with the person's own words for it."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from smart_tui.domain.measure import RATINGS
from smart_tui.i18n import MINUS
from smart_tui.tui.widgets.lines import cut, visible

_TOP_DOWN = RATINGS[::-1]


class Levels(Static):
    """`level` is the one that is meant now, or None; a click or the arrows choose one."""

    DEFAULT_CSS = """
    Levels { height: 5; margin: 0 0 1 0; }
    """

    level: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A level was pointed at."""

        def __init__(self, level: int) -> None:
            super().__init__()
            self.level = level

    def __init__(self, described: Sequence[str]) -> None:
        super().__init__()
        self.described = dict(zip(RATINGS, described, strict=False))

    def render(self) -> Content:
        lines = [self._line(level) for level in _TOP_DOWN]
        return Content("\n").join(lines)

    def _line(self, level: int) -> Content:
        sign = MINUS if level < 0 else "+" if level else " "
        mark = "▸" if level == self.level else " "
        begin = f"{mark} {sign}{abs(level)}  "
        text = cut(visible(self.described.get(level, "")), max(self.size.width - cell_len(begin), 1))
        if level == self.level:
            return Content(begin + text).stylize("bold")
        return Content.assemble(begin, (text, "dim"))

    def move(self, by: int) -> None:
        """Choose the next better or the next worse level; from none, the goal's own."""
        at = 0 if self.level is None else self.level + by
        if at in RATINGS:
            self.post_message(self.Chosen(at))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if 0 <= event.y < len(_TOP_DOWN):
            self.post_message(self.Chosen(_TOP_DOWN[event.y]))
