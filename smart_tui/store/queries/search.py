"""Searching everything that was written, newest first: a query is the words that were typed, each the beginning of
one; between quotation marks they stand together, whole."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from smart_tui.domain.folding import tokens, words
from smart_tui.store.connection import Reader, Row
from smart_tui.store.errors import StoreError
from smart_tui.store.index import DAY_SHIFT, WHOLE, is_of_index
from smart_tui.store.searched import SOURCES, Found, columns, read, select

LONGEST = 200
"""Characters of a query that are looked at."""
MOST_WORDS = 12
LIMIT = 25
"""So many hits are more than a screen shows; who looks further asks for more."""
_QUOTES = str.maketrans("“”„»«", '"""""')

NOTE = "entry"
"""What is found most: read at once, where others are read in a second step."""

MATCH = f"""
SELECT search.rowid, kind, row_id, {columns(NOTE)}
FROM search CROSS JOIN document ON document.id = search.rowid
LEFT JOIN entry ON entry.id = CASE kind WHEN '{NOTE}' THEN row_id END LEFT JOIN goal ON goal.id = goal_id
WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?"""
_AT = 3
_GOAL = 3
"""Where the row of a note begins, and where in it the number of its goal stands."""


class IndexLostError(StoreError):
    """The index is lost or damaged, and has to be made anew by `index.follow`."""


class Phrase(NamedTuple):
    """Words that stand together; of an `open` one the last is the beginning of a word."""

    words: tuple[str, ...]
    open: bool = True


class Hit:
    """Something that was found. What it says is made when it is asked for: of what is found, few are looked at."""

    __slots__ = ("_day", "_found", "_row", "_sought", "kind")

    def __init__(self, kind: str, day: int, row: Row, sought: tuple[Phrase, ...]) -> None:
        self.kind = kind
        """The table it stands in, of `store.searched.SOURCES`."""
        self._day = day
        self._row = row
        self._sought = sought
        self._found: Found | None = None

    @property
    def row_id(self) -> int:
        """The id of its row."""
        return int(self._row[0])

    @property
    def on(self) -> date:
        """The day it is found under."""
        return date.fromordinal(self._day)

    @property
    def about(self) -> Found:
        """Its goal, its review, and its text: all that is searched of it, composed (NFC)."""
        if self._found is None:
            self._found = read(self.kind, self._row)
        return self._found

    @property
    def text(self) -> str:
        """All that is searched of it, composed (NFC)."""
        return self.about.text

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the words that were looked for stand in the text, first and one past the last character."""
        return spans(self.text, self._sought)


def phrases(typed: str) -> tuple[Phrase, ...]:
    """What is looked for; what holds no letter and no digit is left out."""
    found: list[Phrase] = []
    parts = normalize("NFC", typed[:LONGEST].translate(_QUOTES)).split('"')
    for at, part in enumerate(parts):
        closed = at % 2 == 1 and at < len(parts) - 1
        found += [
            Phrase(sought, not closed) for each in ([part] if at % 2 else part.split()) if (sought := tokens(each))
        ]
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


def expression(sought: Iterable[Phrase]) -> str:
    """The same in the language of the index: nothing of what was typed is part of it but words."""
    return " ".join(f'"{" ".join(each.words)}"{"*" if each.open else ""}' for each in sought)


def search(reader: Reader, typed: str, limit: int = LIMIT) -> list[Hit]:
    """What holds all that was typed, newest first, `limit` of it at most; nothing where no word was typed.

    Any text can be typed. Raises `IndexLostError` where the index has to be made anew, StoreError when the file cannot
    be read.
    """
    sought = phrases(typed)
    if not sought:
        return []
    with _index_errors():
        return _hits(reader, reader.rows(MATCH, (expression(sought), limit)), sought)


def up_to_date(reader: Reader) -> bool:
    """Whether the index is whole and follows all that was written; a file that is not there yet has nothing to follow.

    Raises StoreError.
    """
    if not all(whole for (whole,) in reader.rows(f"SELECT {WHOLE}")):
        return False
    return not reader.rows("SELECT 1 FROM search_stale LIMIT 1")


def _hits(reader: Reader, found: Sequence[Row], sought: tuple[Phrase, ...]) -> list[Hit]:
    others: dict[str, list[int]] = {}
    for row in found:
        if row[1] != NOTE and row[1] in SOURCES:
            others.setdefault(row[1], []).append(row[2])
    rows: dict[tuple[str, int], Row] = {}
    if others:
        parts = reader.gather([(select(kind, len(ids)), ids) for kind, ids in others.items()])
        rows = {(kind, row[0]): row for kind, part in zip(others, parts, strict=True) for row in part}
    hits = []
    for row in found:
        kind = row[1]
        whole = row[_AT:] if kind == NOTE else rows.get((kind, row[2]))
        # A row that another program took away since, or whose goal, is left out.
        if whole and whole[0] is not None and (kind != NOTE or whole[_GOAL] is not None):
            hits.append(Hit(kind, row[0] >> DAY_SHIFT, whole, sought))
    return hits


@contextmanager
def _index_errors() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        cause = error.__cause__
        if isinstance(cause, sqlite3.Error) and is_of_index(cause):
            raise IndexLostError(error.code, **error.params) from error
        raise


def spans(text: str, sought: Sequence[Phrase]) -> tuple[tuple[int, int], ...]:
    """Where phrases stand in a composed (NFC) text: first and one past the last character, ascending, none twice."""
    folded, places = words(text)
    found: set[tuple[int, int]] = set()
    for wanted, open_ in sought:
        count = len(wanted)
        for at in range(len(folded) - count + 1):
            if folded[at] != wanted[0] and (count > 1 or not open_):
                continue
            last = folded[at + count - 1]
            fits = last.startswith(wanted[-1]) if open_ else last == wanted[-1]
            if fits and folded[at : at + count - 1] == wanted[:-1]:
                found.add((places[at][0], places[at + count - 1][1]))
    return _apart(sorted(found))


def _apart(found: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return tuple(apart)
