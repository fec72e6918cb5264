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


def steps(names: Sequence[str], here: int, room: int) -> Content:
    """The steps of a walk in `room` cells: a tick behind those before `here`, which stands in capitals.

    Where they do not fit, only the one one is on, with its number.
    """
    parts: list[Content] = []
    for at, name in enumerate(names):
        if at == here:
            parts.append(Content(name.upper()).stylize("bold $accent"))
        else:
            parts.append(Content(name + (" ✓" if at < here else "")).stylize("$foreground-muted"))
    whole = Content("  ").join(parts)
    if whole.cell_length <= room:
        return whole
    return Content.assemble(parts[here], Content(f" {here + 1}/{len(names)}").stylize("$foreground-muted"))
