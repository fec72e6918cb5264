"""An app on a store: it writes, says what failed, takes steps back, and shows what another window wrote."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.worker import WorkerFailed

from smart_tui.i18n import Words
from smart_tui.paths import Paths
from smart_tui.store.errors import StoreError
from smart_tui.store.store import Store
from smart_tui.tui.leaving import LeavingApp
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.unsent import Unsent, with_texts_taken
from smart_tui.tui.widgets.noticeline import NoticeLine


class StoringApp(LeavingApp):
    """Screens write through `write`, and are read again after an undo or when the file has changed."""

    def __init__(self, store: Store, paths: Paths, words: Words) -> None:
        self.store = store
        self.unsent = Unsent(store, self.write_or_raise)
        self.refusal: StoreError | None = None
        """Why the store last refused to write."""
        self._written = 0
        super().__init__(paths, words)

    async def write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a command on the store's writer thread; None after saying in words why it failed."""
        try:
            return await self._write(command, *args, **kwargs)
        except StoreError as error:
            self.refusal = error
            self.say_error(error)
            return None

    async def write_or_raise(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """The same for what says in its own words why it failed; raises StoreError."""
        return await self._write(command, *args, **kwargs)

    async def write_aside(self, command: Callable[..., Any], *args: Any) -> None:
        """Write what nobody asked for and can be computed again: where it fails nothing is lost or said."""
        with suppress(StoreError):
            await self._write(command, *args)

    async def _write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        seen = self._file_time() == self._written
        result = await self.store.run(*with_texts_taken(command, args), **kwargs)
        if seen:
            # Else another window wrote in between, and the next look at the file shows that.
            self._written = self._file_time()
        return result

    def say_error(self, error: StoreError) -> None:
        """Say in words what the store could not do."""
        from smart_tui.text.errors import store_error

        self.say(store_error(error, self.words))

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, WorkerFailed) and isinstance(error.error, StoreError):
            # A file that cannot be read now is no mistake of the program.
            self.say_error(error.error)
            return
        super()._handle_exception(error)

    def undo(self) -> None:
        """Take back the last change and say what it was."""
        self.run_worker(self._step_back(), group="history")

    def redo(self) -> None:
        """Make the change again that was taken back, and say what it was."""
        self.run_worker(self._step_forward(), group="history")

    async def _step_back(self) -> None:
        from smart_tui.store.commands.history import undo
        from smart_tui.text.history import undone

        group = await self.write(undo)
        if group is not None:
            self._reload_all()
            self.say(undone(group, self.words))

    async def _step_forward(self) -> None:
        from smart_tui.store.commands.history import redo
        from smart_tui.text.history import redone

        group = await self.write(redo)
        if group is not None:
            self._reload_all()
            self.say(redone(group, self.words))

    def _reload_all(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.reload()

    def say(self, text: str) -> None:
        """Show one sentence on the topmost screen that has a notice line."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen) and screen.query(NoticeLine):
                screen.say(text)
                return

    def _look_at_file(self) -> None:
        written = self._file_time()
        if written != self._written:
            self.file_changed()
        self._written = written

    def file_changed(self) -> None:
        """Show what another window or the command line wrote."""
        if isinstance(self.screen, BaseScreen):
            self.screen.reload()

    def _file_time(self) -> int:
        try:
            return os.stat(self.store.path).st_mtime_ns
        except OSError:
            return 0
