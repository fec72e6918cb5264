"""What a scenario is made of: numbered steps that are acknowledged, and how to see which of them are done."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from tests.faults.whole import DATABASE
from tests.store.conftest import Clock


class Refusal(Exception):
    """A command line said in a sentence that it could not do it."""

    code = "command"


class Steps:
    """Does steps and says which of them are done; a refused one is remembered."""

    def __init__(self, folder: str, count: int, acknowledging: int) -> None:
        self.folder = folder
        self.database = os.path.join(folder, DATABASE)
        self.count = count
        self.refused: list[tuple[int, str]] = []
        self.store = Store(self.database, Clock())
        self._acknowledging = acknowledging
        self._waiting: list[tuple[int, Callable[[], object]]] = []

    def do(self, number: int, act: Callable[[], object]) -> None:
        """Do it, and acknowledge it when it returns; a refusal is noted."""
        try:
            act()
        except (StoreError, Refusal) as error:
            self.refused.append((number, error.code))
            self._waiting.append((number, act))
        else:
            os.write(self._acknowledging, b"%d\n" % number)

    def look(self, act: Callable[[], object]) -> None:
        """Read something; that may be refused, and is not tried again."""
        try:
            act()
        except StoreError as error:
            self.refused.append((-1, error.code))

    def again(self) -> None:
        """Do once more what was refused; now it has to succeed. A store that holds still is opened anew before, as
        whoever starts the program again does."""
        if self.store.held is not None:
            self.store.close()
            self.store = Store(self.database, Clock())
        for number, act in self._waiting:
            act()
            os.write(self._acknowledging, b"%d\n" % number)


class Scenario(NamedTuple):
    """`done` gives the steps whose work is there, each as often as it is there; 0 is what was there before.

    `broken` says whether the file may be one that SQLite finds fault with, as it was before.
    """

    prepare: Callable[[Path], None]
    act: Callable[[Steps], None]
    done: Callable[[Path], list[int]]
    broken: Callable[[Path], bool] = lambda _: False


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """What the database under a folder answers; nothing where it has no such table."""
    path = folder / DATABASE
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            if "no such" in str(error):
                return []
            raise


def uuid_of(number: int) -> str:
    """The UUID of what a step makes."""
    return f"5a3e0000-0000-4000-8000-{number:012d}"
