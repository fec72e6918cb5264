"""Lines of styled text for widgets that draw themselves: made harmless, measured in cells, cut and wrapped."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"

# Controls, lone surrogates and the marks that turn the reading direction: none may reach a terminal,
# whatever way they came into the file.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_BLANKS = re.compile("[\t\n\r\v\f\x85\u2028\u2029]+")
# Where a line may be broken: not at the blanks that keep "10 000" and "20 %" together.
_BREAKABLE = re.compile("[^\\S\u00a0\u2007\u202f]+")


class Span(NamedTuple):
    """A piece of a line; `style` is the name of a component class without its prefix, or empty."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


def visible(text: str) -> str:
    """One line of user text as it may be shown: breaks and tabs are blanks, nothing steers the terminal."""
    if text.isascii() and text.isprintable():
        return text
    return _HARMFUL.sub("", _BLANKS.sub(" ", text))


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, ending in an ellipsis where something was left out."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells, cut where it is longer; `right` puts the blanks in front."""
    text = cut(text, width)
    gap = " " * (width - cell_len(text))
    return gap + text if right else text + gap


def wrapped(text: str, width: int, most: int = 0) -> list[str]:
    """The text in lines of at most `width` cells, broken at blanks; with `most`, the last line ends in an ellipsis."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _wrapped_paragraph(visible(paragraph), max(width, 1))
    if most and len(lines) > most:
        lines[most - 1 :] = [cut(lines[most - 1] + " " + lines[most], max(width, 1))]
        if not lines[-1].endswith(ELLIPSIS):
            lines[-1] = cut(lines[-1] + ELLIPSIS, max(width, 1))
    return lines


def evened(text: str, width: int, most: int = 0) -> list[str]:
    """The same for a sentence: no word is left alone on the last line if as many narrower lines hold it too."""
    lines = wrapped(text, width, most)
    for narrower in range(width - 1, width * 2 // 3, -1):
        if len(lines) < 2 or _BREAKABLE.search(lines[-1]):
            break
        again = wrapped(text, narrower, most)
        if len(again) == len(lines) and _BREAKABLE.search(again[-1]) and not again[-1].endswith(ELLIPSIS):
            return again
    return lines


def _wrapped_paragraph(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in filter(None, _BREAKABLE.split(text)):
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    return [*lines, line] if line or not lines else lines


def _head(word: str, width: int) -> str:
    """The longest beginning of a word that fits, one character at least."""
    taken = 0
    for index, character in enumerate(word):
        taken += cell_len(character)
        if taken > width and index:
            return word[:index]
    return word


def line_width(line: Iterable[Span]) -> int:
    """Width of a line in cells."""
    return sum(cell_len(span.text) for span in line)


def fitted(line: Line, width: int) -> Line:
    """The line in at most `width` cells, ending in an ellipsis where something was left out."""
    if line_width(line) <= width:
        return line
    kept: list[Span] = []
    left = width
    for span in line:
        size = cell_len(span.text)
        if size >= left:
            text = cut(span.text, left) if size > left else cut(span.text + " ", left)
            return (*kept, Span(text, span.style))
        kept.append(span)
        left -= size
    return tuple(kept)


def plain(line: Iterable[Span]) -> str:
    """The line without its styles."""
    return "".join(span.text for span in line)
