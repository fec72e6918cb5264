"""The rail: the letters of the model with how far each is, the one one is on in the accent colour."""

from collections.abc import Sequence

from textual.content import Content

SIGNS = "○◐●"
"""Nothing, begun, complete."""


def rail(letters: Sequence[tuple[str, int]], here: int) -> Content:
    """Letters with how far they are, 0 to 2; `here` is the index of the one one is on, -1 for none."""
    parts: list[Content] = []
    for index, (letter, filled) in enumerate(letters):
        style = "bold $accent" if index == here else "$foreground-muted" if filled == 0 else ""
        text = Content(f"{SIGNS[filled]} {letter}")
        parts.append(text.stylize(style) if style else text)
    return Content("   ").join(parts)
