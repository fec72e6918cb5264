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
from smart_tui.store.searched import SOURCES, read, select

LONGEST = 200
"""Characters of a query that are looked at."""
MOST_WORDS = 12
LIMIT = 50
_QUOTES = str.maketrans("“”„»«", '"""""')

MATCH = """
SELECT search.rowid, kind, row_id FROM search CROSS JOIN document ON document.id = search.rowid
WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT ?"""


class IndexLostError(StoreError):
    """The index is lost or damaged, and has to be made anew by `index.follow`."""


class Phrase(NamedTuple):
    """Words that stand together; of an `open` one the last is the beginning of a word."""

    words: tuple[str, ...]
    open: bool = True


class Hit(NamedTuple):
    """Something that was found; `text` is all that is searched of it."""

    kind: str
    """The table it stands in, of `store.searched.SOURCES`."""
    row_id: int
    goal_id: int | None
    goal_no: int
    goal_title: str
    review_id: int
    """The review it belongs to, 0 for none."""
    on: date
    text: str
    sought: tuple[Phrase, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the words that were looked for stand in the text, first and one past the last character."""
        return spans(self.text, self.sought)


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
    by_kind: dict[str, list[int]] = {}
    for _, kind, row_id in found:
        by_kind.setdefault(kind, []).append(row_id)
    known = {}
    kinds = [kind for kind in by_kind if kind in SOURCES]
    for kind, part in zip(
        kinds, reader.gather([(select(kind, len(by_kind[kind])), by_kind[kind]) for kind in kinds]), strict=True
    ):
        known.update({(kind, row[0]): row for row in part})
    hits = []
    for document, kind, row_id in found:
        row = known.get((kind, row_id))
        if row is not None:
            each = read(kind, row)
            on = date.fromordinal(document >> DAY_SHIFT)
            hits.append(
                Hit(kind, row_id, each.goal_id, each.goal_no, each.goal_title, each.review_id, on, each.text, sought)
            )
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
