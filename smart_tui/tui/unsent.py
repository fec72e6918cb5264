"""What was typed into dialogs and not yet taken: it is in the database while one types, and stands there again."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from smart_tui.store import queries
from smart_tui.store.commands.settings import beside, set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store

PREFIX = "unsent "
_TAKING: ContextVar[tuple[str, Mapping[str, str]] | None] = ContextVar("taking", default=None)
"""The dialog whose texts the writes of this task take, and what of them is left over."""


class Unsent:
    """The unfinished texts of one database, by dialog and field. They are outside undo.

    `run` gives a command to the store and raises StoreError.
    """

    def __init__(self, store: Store, run: Callable[..., Awaitable[Any]]) -> None:
        self.store = store
        self._run = run

    def typed(self, dialog: str) -> dict[str, str]:
        """The texts of a dialog by field; empty where nothing is left over."""
        try:
            stored = self.store.read(queries.raw_setting, PREFIX + dialog)
        except StoreError:
            return {}
        try:
            fields = json.loads(stored or "{}")
        except (ValueError, RecursionError):
            return {}
        if not isinstance(fields, dict):
            return {}
        return {str(field): text for field, text in fields.items() if isinstance(text, str)}

    async def keep(self, dialog: str, fields: Mapping[str, str]) -> None:
        """Put the texts of a dialog into the database, or take them out again with none; raises StoreError."""
        await self._run(set_setting, PREFIX + dialog, _stored(fields))

    @contextmanager
    def taking(self, dialog: str, left: Mapping[str, str] | None = None) -> Iterator[None]:
        """What is written inside takes the texts of a dialog, but for those that are `left`.

        They go in the same transaction: what stands in the database twice after a crash would be stored twice.
        """
        token = _TAKING.set((dialog, left or {}) if dialog else None)
        try:
            yield
        finally:
            _TAKING.reset(token)


def with_texts_taken(command: Callable[..., Any], args: tuple[Any, ...]) -> tuple[Any, ...]:
    """A command and its arguments, so that it takes the texts out of the database that it is made of."""
    taken = _TAKING.get()
    if taken is None:
        return command, *args
    dialog, left = taken
    return beside, PREFIX + dialog, _stored(left), command, *args


def _stored(fields: Mapping[str, str]) -> str:
    return json.dumps(dict(fields), ensure_ascii=False) if fields else ""
