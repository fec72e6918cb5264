"""A file with a bit of everything, and the ways in which a file is damaged."""

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from smart_tui.store.commands import goals, journal
from smart_tui.store.rescue.pages import Pages
from smart_tui.store.store import Store
from tests.store.conftest import Clock
from tests.store.contents import MONDAY, full_goal

PAGE = 4096
Damage = Callable[[bytes], bytes]


def filled(path: str) -> bytes:
    """Write goals with everything that belongs to them into a new file, one of them a text of many pages."""
    store = Store(path, Clock())
    for title in ("Read more", "Run more", "Sing more"):
        full_goal(store, title)
    store.run_sync(goals.set_answer, 1, "specific.why", "many words of it " * 900)
    store.run_sync(journal.write, None, MONDAY, "A quiet day", (1,))
    store.close()
    return Path(path).read_bytes()


def zeroed(data: bytes, number: int) -> bytes:
    """The file with the page of this number, from 1, full of zeros."""
    return _with_page(data, number, bytes(PAGE))


def overwritten(data: bytes, number: int) -> bytes:
    """The same with a page full of anything."""
    return _with_page(data, number, random.Random(number).randbytes(PAGE))


def flipped(data: bytes, seed: int, bits: int = 20) -> bytes:
    """The file with some bits the other way round."""
    chance, damaged = random.Random(seed), bytearray(data)
    for _ in range(bits):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def headless(data: bytes) -> bytes:
    """The file without its header."""
    return bytes(100) + data[100:]


def pages_of(path: str, table: str) -> Iterator[int]:
    """The pages that a table begins on, and its indexes."""
    connection = sqlite3.connect(path)
    yield from (
        root
        for (root,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ?", (table,))
        if root
    )
    connection.close()


def without(data: bytes, roots: Iterable[int]) -> bytes:
    """The file with all pages that hold rows of the table that begins on the first of these, and its indexes, zero."""
    for number in {leaf for root in roots for leaf in (*Pages(data).walk(root)[0], root)}:
        data = zeroed(data, number)
    return data


def _with_page(data: bytes, number: int, page: bytes) -> bytes:
    return data[: (number - 1) * PAGE] + page + data[number * PAGE :]
