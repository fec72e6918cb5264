"""Keeps texts in the database while they are typed, each under its own name."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import uuid4

from smart_tui.domain.cleaning import clean_text
from smart_tui.store.errors import StoreError
from smart_tui.tui.saving import Saving

WriteText = Callable[[str, str, str, str | None], Awaitable[object]]
"""Puts a text into the store, given its name, the text, the visit and the text expected there (None for any)."""


class SavingTexts(Saving):
    """Writes each text that differs from what the store has.

    `stored` are the texts as they are there. All saves of one visit of a field carry the same token, so that
    undo takes back a field and not a half-typed word. `replaced` is called when a text went over one that another
    window wrote.
    """

    def __init__(
        self,
        write: WriteText,
        stored: Mapping[str, str],
        failed: Callable[[StoreError], None],
        landed: Callable[[], None],
        replaced: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(failed, landed)
        self._write = write
        self._replaced = replaced
        self.saves = 0
        """How often a text has landed in the store."""
        self._stored = dict(stored)
        self.texts = dict(stored)
        self._visit = str(uuid4())
        self._visits: dict[str, str] = {}

    def visit(self) -> None:
        """Another field is being visited from now on."""
        self._visit = str(uuid4())

    def put(self, name: str, text: str) -> None:
        """A text was typed: it is saved soon."""
        if self.texts.get(name, "") == text:
            return
        self.texts[name] = text
        self._visits[name] = self._visit
        self.touched()

    def pending(self) -> dict[str, str]:
        """The texts the store does not have yet."""
        found = {name: clean_text(text) for name, text in self.texts.items()}
        return {name: text for name, text in found.items() if text != self._stored.get(name, "")}

    def adopt(self, stored: Mapping[str, str]) -> tuple[str, ...]:
        """Take what the store holds now, but for what is typed and not saved yet; gives which texts changed."""
        waiting = self.pending()
        before = dict(self.texts)
        for name in {**self._stored, **stored}:
            text = stored.get(name, "")
            self._stored[name] = text
            if name not in waiting and clean_text(self.texts.get(name, "")) != text:
                self.texts[name] = text
        return tuple(name for name, text in self.texts.items() if text != before.get(name, ""))

    async def write_all(self) -> StoreError | None:
        refused: StoreError | None = None
        for name, text in self.pending().items():
            visit = self._visits.pop(name, self._visit)
            try:
                await self._put(name, text, visit)
            except StoreError as error:
                self._visits.setdefault(name, visit)
                if error.code != "invalid":
                    return error
                refused = error
            else:
                self._stored[name] = text
                self.saves += 1
        return refused

    async def _put(self, name: str, text: str, visit: str) -> None:
        try:
            await self._write(name, text, visit, self._stored.get(name, ""))
        except StoreError as error:
            if error.code != "changed_since":
                raise
            # A step of its own, so that one undo brings the other text back.
            self.visit()
            await self._write(name, text, self._visit, None)
            self._replaced()
