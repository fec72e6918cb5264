"""Keeping what was written: backups by the clock and on leaving, and checks of the file once the app is shown."""

import asyncio
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smart_tui.domain.backup import Backup, BackupReason
from smart_tui.store.errors import StoreError

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp

EVERY = 30 * 60.0
"""Seconds between two looks whether something changed that is to be backed up."""
CHECK_EVERY = timedelta(days=7)
"""After so long the whole file is checked, unless a backup was made, which does the same."""
OF_THE_FILE = ("damaged", "not_a_database", "empty_file")
"""What a backup that fails says of the file itself."""
PASSING = ("locked", "held")
"""Reasons to try again later without a word: another window writes, or it was said what is wrong."""


class Keeping:
    """Backups and checks of the app's file. All of it runs on other threads, and says a failure once."""

    def __init__(self, app: "SmartApp") -> None:
        self._app = app
        self._store = app.store
        self._said: set[str] = set()
        """What was said of backups that failed, until one is made."""
        self._second_said = False

    def begin(self) -> None:
        """Look at the file, now that the app is shown, and from then on by the clock."""
        self._app.set_interval(EVERY, self._in_time)
        self._app.run_worker(self._look(), group="keeping")

    async def back_up(self, reason: BackupReason) -> Backup | None:
        """Make a backup, if one is due, and say once why that fails; None where none was made."""
        try:
            made = await asyncio.wrap_future(self._store.back_up(reason))
        except StoreError as error:
            self._failed(error)
            return None
        if made is not None:
            self._said.clear()
        self._say_second()
        return made

    def leave(self) -> str:
        """Make the last backup, if one is due, when the app is gone; gives a sentence about why it failed, or ""."""
        try:
            self._store.back_up_sync(BackupReason.EXIT)
        except StoreError as error:
            if error.code in (*PASSING, *OF_THE_FILE):
                return ""
            said = self._sentence(error)
            return "" if said in self._said else said
        return ""

    def _in_time(self) -> None:
        self._app.run_worker(self._back_up_or_check(), group="keeping")

    async def _back_up_or_check(self) -> None:
        # A backup is the full check as well; what is not changed for a week is checked all the same.
        if await self.back_up(BackupReason.TIME) is None:
            with suppress(StoreError):
                await self._check(only_full=True)

    def _failed(self, error: StoreError) -> None:
        if error.code in OF_THE_FILE:
            if self._app.damage is None:
                self._app.found_damage(error)
        elif error.code not in PASSING:
            sentence = self._sentence(error)
            if sentence not in self._said:
                self._said.add(sentence)
                self._app.say(sentence)

    def _sentence(self, error: StoreError) -> str:
        from smart_tui.text.keeping import backup_failed

        return backup_failed(error, self._app.words)

    def _say_second(self) -> None:
        problem = self._store.second_problem
        if problem is not None and not self._second_said:
            self._second_said = True
            self._app.say(self._sentence(problem))

    # Once, after the start.

    async def _look(self) -> None:
        with suppress(StoreError):
            await self._check()
        service = await asyncio.to_thread(_cloud_unsaid, self._store.path, self._app.paths.state)
        if service:
            from smart_tui.text.keeping import in_cloud

            self._app.say(in_cloud(service, self._app.words))

    async def _check(self, only_full: bool = False) -> None:
        now = datetime.now(UTC)
        full = await asyncio.to_thread(_check_due, self._store.path, now)
        if full is None or (only_full and not full) or self._app.damage is not None:
            return
        problems = await asyncio.wrap_future(self._store.check(full))
        if full or problems:
            await asyncio.to_thread(_note_check, self._store.path, now, not problems)
        if problems:
            self._app.found_damage(StoreError("damaged", path=self._store.path))


def _check_due(db: str, now: datetime) -> bool | None:
    """Whether the full check is due rather than the quick one; None where there is nothing to check yet."""
    from smart_tui.store.backups.listing import last_check

    try:
        if os.path.getsize(db) == 0:
            return None
    except OSError:
        return None
    last = last_check(db)
    return last is None or not last.sound or abs(now - last.at) > CHECK_EVERY


def _note_check(db: str, now: datetime, sound: bool) -> None:
    from smart_tui.paths import make_folder
    from smart_tui.store.backups.listing import folder_of, note_check

    with suppress(OSError):
        make_folder(folder_of(db))
        note_check(db, now, sound)


def _cloud_unsaid(db: str, state: str) -> str:
    """The service that copies the folder of the file, unless that was said before; from now on it was."""
    from hashlib import sha256

    from smart_tui.paths import make_folder
    from smart_tui.store.backups.cloudfolder import cloud_service

    service = cloud_service(db)
    if not service:
        return ""
    name = sha256(os.path.realpath(db).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    try:
        make_folder(state)
        os.close(os.open(os.path.join(state, f"cloud-{name}.said"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return ""
    except OSError:
        # It cannot be remembered; better said again than never.
        return service
    return service
