"""Lines up plain text by the cells a terminal gives each character."""

from collections.abc import Sequence
from unicodedata import category, east_asian_width


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: wide characters two, marks and joiners none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = (), gap: int = 2, indent: int = 0) -> list[str]:
    """Rows as lines with their columns under one another; the columns numbered in `right` end together."""
    if not rows:
        return []
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        parts = []
        for column, text in enumerate(row):
            blanks = " " * (widths[column] - cells(text))
            parts.append(blanks + text if column in right else text + blanks)
        lines.append(" " * indent + (" " * gap).join(parts).rstrip())
    return lines


def cut(text: str, limit: int) -> str:
    """Text of at most `limit` cells, with an ellipsis where something was left out."""
    if cells(text) <= limit:
        return text
    kept = ""
    for character in text:
        if cells(kept + character) >= limit:
            break
        kept += character
    return kept.rstrip() + "…"
