"""What was typed into dialogs and not yet taken: it is in the database while one types, and stands there again."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from smart_tui.store import queries
from smart_tui.store.commands.settings import set_setting
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store

PREFIX = "unsent "


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
        except ValueError:
            return {}
        if not isinstance(fields, dict):
            return {}
        return {str(field): text for field, text in fields.items() if isinstance(text, str)}

    async def keep(self, dialog: str, fields: Mapping[str, str]) -> None:
        """Put the texts of a dialog into the database, or take them out again with none; raises StoreError."""
        text = json.dumps(dict(fields), ensure_ascii=False) if fields else ""
        await self._run(set_setting, PREFIX + dialog, text)
