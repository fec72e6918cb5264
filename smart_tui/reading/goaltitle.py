"""A goal sentence without the parts that became fields: what is left is its title."""

import re
from collections.abc import Iterable

from smart_tui.reading.phrases import normal
from smart_tui.reading.words import goal_words

Span = tuple[int, int]

_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_MARK = re.compile(r" +([,.;:!?)])")
_MARKS_IN_A_ROW = re.compile(r"([,;:])(?:\s*[,;:])+")
_ENDS = " ,;:–—-.&/"


def without(text: str, spans: Iterable[Span], lang: str = "en") -> str:
    """The sentence with the spans taken out, tidied: no doubled spaces, orphaned marks or dangling prepositions.

    Places refer to the text in normal form (cleaned text is). Without any span, the text as it is, stripped.
    """
    written = normal(text)
    taken = sorted((max(0, start), min(end, len(written))) for start, end in spans if end > start)
    if not taken:
        return written.strip()
    pieces, at = [], 0
    for start, end in taken:
        pieces.append(written[at : max(at, start)])
        at = max(at, end)
    tail = written[at:]
    pieces.append(tail)
    left = _EMPTY_BRACKETS.sub(" ", " ".join(_unlinked(pieces, goal_words(lang).links)))
    left = _SPACE_BEFORE_MARK.sub(r"\1", _SPACES.sub(" ", left))
    left = _MARKS_IN_A_ROW.sub(r"\1", left).strip(_ENDS)
    if not tail.strip(_ENDS + "!?)"):
        left = _without_links(left, goal_words(lang).links)
    if not any(c.isdecimal() for c in left):
        left = _without_total(left, goal_words(lang).totals)
    if not written.lstrip()[:1].islower():
        left = left[:1].upper() + left[1:]
    return left


def _unlinked(pieces: list[str], links: frozenset[str]) -> list[str]:
    """The pieces without a preposition that lost what it led to, in front of another: "run 5 km in | before summer"."""
    left = list(pieces)
    for at in range(len(pieces) - 2, -1, -1):
        following = next((piece for piece in left[at + 1 :] if piece.strip()), "").split(maxsplit=1)
        if following and following[0].lower() in links:
            left[at] = _without_links(left[at].strip(), links)
    return left


def _without_total(title: str, totals: Iterable[str]) -> str:
    """The title without an "in total" at its end that lost its number."""
    for phrase in sorted(totals, key=len, reverse=True):
        if title.lower().endswith(f" {phrase}"):
            return title[: -len(phrase)].rstrip(_ENDS)
    return title


def _without_links(title: str, links: frozenset[str]) -> str:
    """The title without prepositions at its end, which lost what they led to."""
    while True:
        head, _, last = title.rpartition(" ")
        if not head or last.lower().rstrip(".") not in links:
            return title
        title = head.rstrip(_ENDS)
