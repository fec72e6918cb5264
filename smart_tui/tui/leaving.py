"""An app that leaves cleanly whatever happens: what is being typed is kept, and the terminal is given back."""

import asyncio
import inspect
from collections.abc import Callable
from datetime import datetime

from smart_tui.i18n import Words
from smart_tui.paths import Paths
from smart_tui.tui import process
from smart_tui.tui.typeahead import TypeAheadApp

KEEP_SECONDS = 1.2
"""How long one screen may take to put what was typed into the database on the way out."""


class LeavingApp(TypeAheadApp):
    """Leaves on a key, a signal, a closed window or a crash; before that every screen's `keep()` is called.

    `keep` is a method, async or not, of any screen that holds typed text.
    """

    def __init__(self, paths: Paths, words: Words) -> None:
        self.paths = paths
        self.words = words
        self.crash: BaseException | None = None
        self.crash_file = ""
        self._leaving: asyncio.Task[None] | None = None
        self._deaf: Callable[[], None] | None = None
        super().__init__()

    def listen(self) -> None:
        """Begin to hear the signals that tell a process to go."""
        if not self.is_headless:
            self._deaf = process.on_signals(self.leave)

    async def run_and_leave(self) -> None:
        """Run, and wait until what was being typed is kept."""
        try:
            await self.run_async()
            if self._leaving is not None:
                await self._leaving
        finally:
            if self._deaf is not None:
                self._deaf()

    async def keep_all(self) -> None:
        """Put what is being typed on any screen into the database; no screen can stop the others."""
        for screen in reversed(self.screen_stack):
            keep = getattr(screen, "keep", None)
            if keep is None:
                continue
            try:
                kept = keep()
                if inspect.isawaitable(kept):
                    await asyncio.wait_for(kept, KEEP_SECONDS)
            except Exception as error:
                # Nothing may stop the way out.
                self.log(type(error).__name__)

    def leave(self, code: int) -> None:
        """Keep what was typed and leave with an exit code."""
        if self._leaving is None:
            self._leaving = asyncio.get_running_loop().create_task(self._leave(code))

    async def _leave(self, code: int) -> None:
        await self.keep_all()
        self.exit(code, return_code=code)

    def look_at_terminal(self) -> None:
        """Leave if the window was closed without a signal, as under nohup."""
        if not self.is_headless and process.terminal_gone():
            process.end_after(process.GRACE, 129)
            self.leave(129)

    async def action_quit(self) -> None:
        self.leave(0)

    async def action_suspend(self) -> None:
        """Keep what was typed, then let the shell have the terminal."""
        await self.keep_all()
        self.action_suspend_process()

    def _handle_exception(self, error: Exception) -> None:
        """A bug: keep what was typed, note where it was, and leave with 1. Textual would print what one wrote."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if self.crash is not None:
            return
        self.crash = error
        self.crash_file = process.write_crash(self.paths.state, error, datetime.now())
        if not self.is_headless:
            process.end_after(process.GRACE, 1)
        self._leaving = asyncio.get_running_loop().create_task(self._leave_crashed())

    async def _leave_crashed(self) -> None:
        await self.keep_all()
        self._close_messages_no_wait()

    def went_wrong(self, error: Exception) -> str:
        """What to say of a mistake of ours in one thing that was asked for, which is noted; the app goes on."""
        words = self.words
        path = process.write_crash(self.paths.state, error, datetime.now())
        said = words.gettext("Something went wrong inside smart-tui ({kind}).").format(kind=type(error).__name__)
        return f"{said} {words.gettext('Where it happened stands in {path}.').format(path=path)}" if path else said

    def crash_sentence(self) -> str:
        """What to say after a crash: what happened, and where the file about it is."""
        sentence = self.words.gettext("smart-tui stopped because of a mistake of its own. What you wrote is saved.")
        if self.crash_file:
            report = self.words.gettext("Where it happened, without anything you wrote, stands in {path}.")
            sentence += " " + report.format(path=self.crash_file)
        return sentence
