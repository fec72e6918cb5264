"""When what is typed goes into the database: soon after a change, at the latest 1.5 s after the first one.

When the store refuses, the text stays where it is, and the save is tried again until it lands.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from smart_tui.store.errors import StoreError

Run = Callable[..., Awaitable[Any]]
"""Gives a command to the store; raises StoreError."""

PAUSE = 0.7
LATEST = 1.5
RETRY = 2.0


class Saving:
    """A subclass says in `write_all` what there is to be written.

    `failed` is called with the error when a save first fails, and `landed` when one lands after that.
    """

    def __init__(self, failed: Callable[[StoreError], None], landed: Callable[[], None]) -> None:
        self.error: StoreError | None = None
        self.closed = False
        self._failed = failed
        self._landed = landed
        self._since: float | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[bool]] = set()
        self._lock = asyncio.Lock()

    async def write_all(self) -> StoreError | None:
        """Write what the store does not have yet; gives why something of it is not there."""
        raise NotImplementedError

    def touched(self) -> None:
        """Something was typed: save soon."""
        loop = asyncio.get_running_loop()
        if self._since is None:
            self._since = loop.time()
        self._at(min(loop.time() + PAUSE, max(self._since + LATEST, loop.time())))

    def soon(self) -> None:
        """Save now, without waiting for it: a field was left."""
        if self._since is not None and self.error is None:
            self._at(asyncio.get_running_loop().time())

    async def keep(self) -> bool:
        """Save now what is not saved; gives whether all of it is in the database."""
        self._stop_timer()
        return await self._flush()

    def close(self) -> None:
        """Stop saving, after the last `keep`."""
        self.closed = True
        self._stop_timer()

    def _at(self, when: float) -> None:
        self._stop_timer()
        if not self.closed:
            self._timer = asyncio.get_running_loop().call_at(when, self._fire)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _fire(self) -> None:
        self._timer = None
        task = asyncio.get_running_loop().create_task(self._flush())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _flush(self) -> bool:
        async with self._lock:
            self._since = None
            error = await self.write_all()
            if error is not None:
                told = self.error is not None and self.error.code == error.code
                self.error = error
                if not told:
                    self._failed(error)
                if error.code != "invalid":
                    self._at(asyncio.get_running_loop().time() + RETRY)
                return False
            if self.error is not None:
                self.error = None
                self._landed()
            return True
