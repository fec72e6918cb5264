"""The store as screens and commands see it: reads at once, writes one after the other on one thread."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from smart_tui.store.connection import Reader, identity, real_path
from smart_tui.store.errors import StoreError, translated

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from sqlalchemy import Engine

    from smart_tui.domain.backup import Backup, Salvaged
    from smart_tui.store.records import Unit

P = ParamSpec("P")
T = TypeVar("T")

_FAULTS_OF_THE_FILE = ("disk_full", "io", "damaged", "locked", "read_only")
_TIDIED = 2
"""So often the file is made anew where that fails; each time waits for a lock as long as a write does."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """One database file. Creating a Store touches nothing; the first write creates folder and file.

    Reading functions take the `Reader` first, commands take the `Unit` first. `clock` gives the aware instant
    that is recorded with each write.
    """

    def __init__(self, path: str, clock: Callable[[], datetime] = _utc_now) -> None:
        self.path = os.path.abspath(path)
        self._clock = clock
        self._reader: Reader | None = None
        self._lock = threading.Lock()
        self._threads: ThreadPoolExecutor | None = None
        self._engine: Engine | None = None
        self._identity: tuple[int, int] | None = None
        self._held: StoreError | None = None
        self.second_folder = ""
        """Where finished backups are copied to as well; "" for nowhere."""
        self.second_problem: StoreError | None = None
        """Why the last backup is not in the second folder: second_missing or second_failed; None where it is."""
        self.traces_left = False
        """Whether the file could not be made anew after the last forgetting, so that its unused space may hold
        traces of what was forgotten until the next one."""

    @property
    def held(self) -> StoreError | None:
        """The damage for which nothing is written until the file is restored or salvaged; None while all is well."""
        return self._held

    def hold(self, error: StoreError) -> None:
        """Refuse every write from now on with StoreError held; reading goes on as far as it can."""
        self._held = error

    def release(self) -> None:
        """Write again."""
        self._held = None

    @property
    def reader(self) -> Reader:
        """The reader of this file; raises StoreError broken_link."""
        with self._lock:
            if self._reader is None:
                self._reader = Reader(real_path(self.path))
            return self._reader

    def read(self, function: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a reading function; raises StoreError. A missing file has no goals, and is not created."""
        return function(self.reader, *args, **kwargs)

    async def read_aside(self, function: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same in a thread, for reads that may take over 10 ms."""
        import asyncio

        return await asyncio.to_thread(lambda: self.read(function, *args, **kwargs))

    async def run(self, command: "Callable[Concatenate[Unit, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a command in one transaction on the writer thread; raises StoreError.

        Commands run in the order they were given. One that was given lands even if the caller is cancelled.
        """
        import asyncio

        return await asyncio.shield(asyncio.wrap_future(self._submit(command, *args, **kwargs)))

    def run_sync(self, command: "Callable[Concatenate[Unit, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a command and wait for it; raises StoreError."""
        return self._submit(command, *args, **kwargs).result()

    def warm(self) -> "Future[None]":
        """Begin to load SQLModel, to create or migrate the file, and to bring the search's index up to date, on the
        writer thread; returns at once.

        The future ends when that is done, or with the StoreError; the next write would meet the same error.
        """
        return self._pool().submit(self._watched, self._prepare)

    def restore(self, backup_path: str) -> "Future[Backup | None]":
        """Put what a backup holds into the file, on the writer thread; the file is released then.

        Gives the safety backup of what was there before, None where there was nothing; raises StoreError, and then
        the file is as it was.
        """
        return self._pool().submit(self._restore, backup_path)

    def salvage(self) -> "Future[Salvaged]":
        """Put what can still be read of the file in its place, on the writer thread; the file is released then.

        Raises StoreError, and then the file is as it was.
        """
        return self._pool().submit(self._salvage)

    async def follow(self, anew: bool = False) -> None:
        """Let the search's index follow what others wrote, or make it anew; raises StoreError."""
        import asyncio

        await asyncio.shield(asyncio.wrap_future(self._pool().submit(self._watched, self._prepare, anew)))

    def forget(self, command: "Callable[Concatenate[Unit, P], T]", *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Begin to run a command of `commands.forget` on the writer thread, and then to take what is left of the rows
        out of the search's index and out of the unused space of the file; raises StoreError.

        What another program's lock or a full disk hinders is tried twice; `traces_left` says whether it was done.
        """

        def bound(unit: "Unit") -> T:
            return command(unit, *args, **kwargs)

        return self._pool().submit(self._watched, self._forget, bound)

    def back_up(self, reason: str) -> "Future[Backup | None]":
        """Begin to make a backup on the writer thread, for a `BackupReason`; returns at once.

        The future gives None where nothing is to be kept: no file yet, or, for time and exit, nothing changed
        since the last one. It raises StoreError held, damaged, locked or backup_failed.
        """
        return self._pool().submit(self._watched, self._back_up, reason)

    def back_up_sync(self, reason: str) -> "Backup | None":
        """Make a backup and wait for it; raises StoreError."""
        return self.back_up(reason).result()

    def check(self, full: bool = False) -> "Future[tuple[str, ...]]":
        """Begin to check the pages of the file on the writer thread; returns at once.

        The future gives what is wrong, as SQLite says it; it raises StoreError where the file cannot be looked at.
        """
        from smart_tui.store.rescue.health import full_check, quick_check

        if full:
            return self._pool().submit(full_check, self.path, references=False)
        return self._pool().submit(quick_check, self.path)

    def close(self) -> None:
        """Wait for what is being written and let go of the file."""
        if self._threads is not None:
            self._threads.submit(self._let_go)
            self._threads.shutdown(wait=True)
            self._threads = None
        if self._reader is not None:
            self._reader.close()

    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor

        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="smart-tui-writer")
            return self._threads

    def _submit(self, command: "Callable[Concatenate[Unit, P], T]", *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        def bound(unit: "Unit") -> T:
            return command(unit, *args, **kwargs)

        return self._pool().submit(self._watched, self._write, bound)

    # Below: on the writer thread only.

    def _watched(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do it, unless the file is held; it is from now on if this meets damage that a second look finds, too."""
        if self._held is not None:
            raise StoreError("held", path=self.path)
        try:
            return act(*args, **kwargs)
        except StoreError as error:
            if error.code != "damaged":
                raise
            if self._is_damaged():
                self.hold(error)
            elif _said_by_sqlite(error):
                # SQLite takes a read that fails for damage; it passed.
                raise StoreError("io", path=self.path) from error
            raise

    def _is_damaged(self) -> bool:
        from smart_tui.store.rescue.health import quick_check

        self._let_go()
        try:
            return bool(quick_check(self.path))
        except StoreError:
            return False

    def _restore(self, backup_path: str) -> "Backup | None":
        from smart_tui.store.rescue.restore import restore

        self._let_go()
        made = restore(self.path, backup_path, self._clock())
        self._renewed()
        return made

    def _salvage(self) -> "Salvaged":
        from smart_tui.store.rescue.salvage import salvage

        self._let_go()
        made = salvage(self.path, self._clock())
        self._renewed()
        return made

    def _renewed(self) -> None:
        """The file is another: what was seen of the old one is forgotten."""
        self.reader.close()
        self.reader.damaged.clear()
        self.release()

    def _write(self, command: "Callable[[Unit], T]") -> T:
        engine = self._open()
        from uuid import uuid4

        from sqlmodel import Session

        from smart_tui.store.engine import check_not_taken_back, roll_back
        from smart_tui.store.records import Unit

        landing = False
        uuid = str(uuid4())
        session = Session(engine, expire_on_commit=False, autoflush=False)
        try:
            unit = Unit(session, self._clock(), uuid)
            result = command(unit)
            unit.finish()
            check_not_taken_back(session)
            landing = True
            session.commit()
            return result
        except BaseException as error:
            roll_back(session)
            failed = translated(error, self.path)
            if not isinstance(error, StoreError) and (failed is None or failed.code in _FAULTS_OF_THE_FILE):
                self._let_go()
            # A commit reported as failed can be there after all; then it succeeded.
            if landing and self._has_landed(uuid):
                return result
            if failed is None or failed is error:
                raise
            raise failed from error
        finally:
            session.close()

    def _has_landed(self, uuid: str) -> bool:
        try:
            return bool(self.reader.rows("SELECT 1 FROM change_group WHERE uuid = ?", (uuid,)))
        except StoreError:
            return False

    def _prepare(self, anew: bool = False) -> None:
        from smart_tui.store.index import settle_all

        driver: Any = self._open().raw_connection().driver_connection
        try:
            settle_all(driver, anew)
        except sqlite3.Error as error:
            raise translated(error, self.path) or error from error

    def _forget(self, command: "Callable[[Unit], T]") -> T:
        from smart_tui.store.index import tidy

        result = self._write(command)
        driver: Any = self._open().raw_connection().driver_connection
        self.traces_left = True
        # The rows are gone, and were overwritten where they stood: what fails now is done by the next one.
        try:
            for _ in range(_TIDIED):
                with suppress(sqlite3.OperationalError):
                    tidy(driver)
                    driver.execute("VACUUM")
                    self.traces_left = False
                    break
        except sqlite3.Error as error:
            raise translated(error, self.path) or error from error
        return result

    def _back_up(self, reason: str) -> "Backup | None":
        from smart_tui.store.backups.making import back_up

        kept = back_up(self.path, reason, self._clock(), self.second_folder)
        self.second_problem = kept.second
        return kept.backup

    def _open(self) -> "Engine":
        from smart_tui.store.engine import engine_on

        path = real_path(self.path)
        if self._engine is not None and identity(path) != self._identity:
            # The file was deleted or replaced: what is written to the old one would be lost.
            self._let_go()
        if self._engine is None:
            self._engine = engine_on(path)
            self._identity = identity(path)
        return self._engine

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _said_by_sqlite(error: StoreError) -> bool:
    cause = error.__cause__
    return isinstance(getattr(cause, "orig", cause), sqlite3.Error)
