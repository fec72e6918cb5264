"""A view that draws its lines itself, each part of them in a style that has a name."""

from typing import ClassVar

from rich.style import Style
from textual.scroll_view import ScrollView


class StyledView(ScrollView, inherit_bindings=False):
    """Scrolled by its lines. The styles: text, dim, rule, strong, accent, good, warn, bad, and that of the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "view--text",
        "view--dim",
        "view--rule",
        "view--strong",
        "view--accent",
        "view--good",
        "view--warn",
        "view--bad",
        "view--cursor",
    }
    DEFAULT_CSS = """
    StyledView { overflow-x: hidden; scrollbar-size-vertical: 1; }
    StyledView .view--dim { color: $text-muted; }
    StyledView .view--rule { color: $rule; }
    StyledView .view--strong { text-style: bold; }
    StyledView .view--accent { color: $accent; text-style: bold; }
    StyledView .view--good { color: $success; }
    StyledView .view--warn { color: $warning; }
    StyledView .view--bad { color: $error; }
    StyledView .view--cursor { background: $cursor-line; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def style_of(self, name: str) -> Style:
        """What the theme makes of a style."""
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"view--{name}")
        return style
