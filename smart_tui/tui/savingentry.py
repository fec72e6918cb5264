"""Keeps an entry of the journal in the database while it is written."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple
from uuid import uuid4

from smart_tui.domain.cleaning import clean_text
from smart_tui.domain.review import JournalEntry
from smart_tui.store.errors import StoreError
from smart_tui.tui.saving import Run, Saving


class Written(NamedTuple):
    """What an entry says: its day, its text, and the goals it is about."""

    on: date
    text: str = ""
    goals: tuple[int, ...] = ()


class SavingEntry(Saving):
    """Writes what differs between `now` and the stored entry; one without text has no row once it is left.

    `run` gives a command to the store and raises StoreError. All saves until `visit` are one step of undo.
    `replaced` is called when a text went over one that another window wrote.
    """

    def __init__(
        self,
        begun: Written,
        run: Run,
        failed: Callable[[StoreError], None],
        landed: Callable[[], None],
        replaced: Callable[[], None],
    ) -> None:
        super().__init__(failed, landed)
        self.now = begun
        self.entry_id: int | None = None
        """The row of the entry, once there is one."""
        self._stored = begun._replace(text="")
        self._run = run
        self._replaced = replaced
        self._uuid = str(uuid4())
        self._visit = str(uuid4())
        self._leaving = False

    async def keep(self) -> bool:
        self._leaving = True
        try:
            return await super().keep()
        finally:
            self._leaving = False

    def adopt(self, entry: JournalEntry) -> bool:
        """Take what the store holds, unless something typed is not saved yet; gives whether it was taken."""
        held = Written(entry.on, entry.text, entry.goals)
        if self.entry_id is not None and self.pending:
            return False
        self.entry_id, self._uuid = entry.id, entry.uuid
        self.now = self._stored = held
        return True

    def put(self, now: Written) -> None:
        """Something was typed or chosen: it is saved soon."""
        if now != self.now:
            self.now = now
            self.touched()

    def visit(self) -> None:
        """What is written from now on is a step of its own."""
        self._visit = str(uuid4())

    @property
    def pending(self) -> bool:
        """Whether the store does not have what stands here."""
        if self.entry_id is None:
            return bool(clean_text(self.now.text))
        wanted, stored = self._cleaned(), self._stored
        return wanted[:2] != stored[:2] or set(wanted.goals) != set(stored.goals)

    def _cleaned(self) -> Written:
        return self.now._replace(text=clean_text(self.now.text))

    async def write_all(self) -> StoreError | None:
        try:
            if self.pending:
                await self._write(self._cleaned())
        except StoreError as error:
            if error.code != "not_found" or self.entry_id is None:
                return error
            # It was deleted under the open editor: what stands there becomes an entry of its own.
            self.entry_id, self._uuid = None, str(uuid4())
            return await self.write_all()
        return None

    async def _write(self, wanted: Written) -> None:
        from smart_tui.store.commands import journal

        if not wanted.text:
            if not self._leaving:
                # Who empties a text may be about to write it anew.
                return
            await self._run(journal.delete, self.entry_id, self._visit)
            self.entry_id = None
            return
        fields = (wanted.on, wanted.text, wanted.goals, self._uuid)
        expected = None if self.entry_id is None else self._stored
        try:
            self.entry_id = await self._run(journal.write, self.entry_id, *fields, self._visit, expected)
        except StoreError as error:
            if error.code != "changed_since":
                raise
            # A step of its own, so that one undo brings the other text back.
            self.visit()
            self.entry_id = await self._run(journal.write, self.entry_id, *fields, self._visit)
            self._replaced()
        self._stored = wanted
