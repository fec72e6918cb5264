"""The part of a long text that is worth a line: around the first place where something was found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

ELLIPSIS = "…"
LEAST = 4
"""Characters with fewer of which there is room for no more than what was found."""
_BEFORE = 3
"""At most one part in so many of a line stands in front of what was found."""


class Part(NamedTuple):
    """A piece of a line; `found` where it is what was looked for."""

    text: str
    found: bool = False


def excerpt(text: str, spans: Sequence[tuple[int, int]], room: int) -> tuple[Part, ...]:
    """A line of at most `room` characters of a text, with the first of the spans (first and one past the last
    character, ascending) in it; blanks and breaks are one blank each, and "…" stands for what is left out."""
    if room < LEAST:
        start = spans[0][0] if spans else 0
        return (Part(_in_line(text[start : start + room]), bool(spans)),)
    begin = 0
    if spans and spans[0][1] + (len(text) > room) > room:
        begin = _word_from(text, max(spans[0][0] - room // _BEFORE, 0), spans[0][0])
    end = begin + room - bool(begin)
    cut = end < len(text)
    end -= cut
    front, back = ELLIPSIS if begin else "", ELLIPSIS if cut else ""
    found = [Part(front), *_pieces(text, spans, begin, end), Part(back)]
    return tuple(Part(_in_line(part.text), part.found) for part in found if part.text)


def _in_line(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


def _word_from(text: str, at: int, first: int) -> int:
    """Where the first whole word from a place on begins, no further than `first`."""
    while 0 < at < first and not text[at - 1].isspace():
        at += 1
    return at


def _pieces(text: str, spans: Sequence[tuple[int, int]], begin: int, end: int) -> Iterator[Part]:
    at = begin
    for start, stop in spans:
        if stop <= at or start >= end:
            continue
        yield Part(text[at:start])
        yield Part(text[max(start, at) : min(stop, end)], True)
        at = stop
    yield Part(text[at:end])
