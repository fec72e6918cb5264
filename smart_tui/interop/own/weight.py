"""Whether a document that leaves can be brought in again in one piece: larger ones are refused on the way in."""

import re
from collections.abc import Iterable, Iterator

from smart_tui.domain.transfer import Contents
from smart_tui.interop.own.documentin import ROWS
from smart_tui.interop.textfile import LIMIT, WIDEST, is_too_heavy

_WIDE = re.compile(rb"[\xf0-\xff]")
"""The first byte of signs beyond the usual ones, which take four bytes each of the whole text in memory."""


class Weighed:
    """The pieces of a file as they pass; then `too_large` says whether it is more than can be brought in.

    `contents` are those of our own document; None for another format, of which nothing is said.
    """

    def __init__(self, contents: Contents | None, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._contents = contents
        self._bytes = self._braces = self._brackets = self._commas = 0
        self._wide = False

    def __iter__(self) -> Iterator[bytes]:
        if self._contents is None:
            yield from self._pieces
            return
        for piece in self._pieces:
            self._bytes += len(piece)
            self._braces += piece.count(b"{")
            self._brackets += piece.count(b"[")
            self._commas += piece.count(b",")
            self._wide = self._wide or bool(_WIDE.search(piece))
            yield piece

    @property
    def too_large(self) -> bool:
        """Whether what has passed is refused where it is brought in: for its rows, its bytes or its weight."""
        if self._contents is None:
            return False
        found = self._contents
        rows = sum(map(len, (found.goals, found.entries, found.journal, found.reviews, found.areas)))
        wide = self._wide and self._bytes * 4 > WIDEST
        heavy = is_too_heavy(self._braces, self._brackets, self._commas)
        return rows > ROWS or self._bytes > LIMIT or wide or heavy
