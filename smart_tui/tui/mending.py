"""A file that is damaged, and its backups: what is found is shown once, and what mends it is done here."""

import asyncio
from typing import TYPE_CHECKING

from smart_tui.store.errors import StoreError
from smart_tui.tui.preferences import ChosenApp

if TYPE_CHECKING:
    from smart_tui.domain.backup import Backup, Difference

DAMAGE = ("damaged", "not_a_database")
"""What the store says of a file that cannot be relied on any more."""


class MendingApp(ChosenApp):
    """Nothing is written to a damaged file until the person has chosen what becomes of it."""

    def found_damage(self, error: StoreError) -> None:
        """Hold the file and show what can be done, over whatever is shown; what is typed there stays."""
        from smart_tui.tui.screens.damage import DamageScreen

        # Else the app opens with it, and nobody was about to press a key for something else.
        meanwhile, self.damage = self.damage is None, error
        if self.store.held is None:
            self.store.hold(error)
        if not any(isinstance(screen, DamageScreen) for screen in self.screen_stack):
            self.push_screen(DamageScreen(error, meanwhile=meanwhile))

    def look_for_damage(self) -> None:
        """Show damage that the store met while it wrote."""
        if self.store.held is not None and self.damage is None:
            self.found_damage(self.store.held)

    def say_error(self, error: StoreError) -> None:
        if error.code in DAMAGE and self.damage is None and error.params.get("path") == self.store.path:
            self.found_damage(error)
        elif error.code != "held" or not self._is_damage_shown():
            super().say_error(error)

    def _is_damage_shown(self) -> bool:
        """Whether the screen itself says that nothing is written; it needs the room for what can be done."""
        from smart_tui.tui.screens.damage import DamageScreen

        return isinstance(self.screen_stack[-1], DamageScreen) if self.screen_stack else False

    async def restore_backup(self, backup: "Backup") -> str:
        """Ask by what it would change whether to go back to a backup, and do it; gives what to say of it then.

        Waits for an answer, so it runs in a worker.
        """
        from smart_tui.text.backups import restored
        from smart_tui.tui.screens.restoring import restoring

        try:
            found = await self._difference(backup)
        except StoreError as error:
            self.say_error(error)
            return ""
        if found is not None and found.nothing:
            self.say(" ".join(restored(found, self.words)))
            return ""
        self.say("")
        now = self.clock()
        if not await self.push_screen_wait(restoring(backup, found, now, self.words)):
            return ""
        # The app's own: it is not over with the screen that was left meanwhile.
        return await asyncio.shield(self.run_worker(self._restore(backup), group="restoring").wait())

    async def _difference(self, backup: "Backup") -> "Difference | None":
        """What going back would change; None where the file cannot be compared with anything."""
        from smart_tui.store.rescue.difference import difference

        if self.damage is not None:
            return None
        self.say(self.words.gettext("Comparing the backup with your file…"))
        return await asyncio.to_thread(difference, self.store.path, backup.path)

    async def _restore(self, backup: "Backup") -> str:
        words = self.words
        self.say(words.gettext("Restoring the backup…"))
        try:
            kept = await asyncio.wrap_future(self.store.restore(backup.path))
        except StoreError as error:
            super().say_error(error)
            return ""
        self.mended()
        said = words.gettext("Restored.")
        if kept is not None and kept.listed:
            said = words.gettext("Restored. What was there is a backup itself now: restore that to go back.")
        elif kept is not None:
            said = words.gettext("Restored. The file as it was is kept: {path}").format(path=kept.path)
        self.say(said)
        return said

    def mended(self) -> None:
        """The file is in order again: read all of it anew."""
        self.damage = None
        self.store.release()
        self._reload_all()
        self.run_worker(self.warm(), group="store")

    async def warm(self) -> None:
        """Load what writes, and let the file be made or brought up to date."""
        try:
            await asyncio.wrap_future(self.store.warm())
        except StoreError as error:
            self.say_error(error)
