"""What the screens share whose text is in the database while it is typed: they say when it is not, and ask first."""

from typing import TypeVar

from smart_tui.store.errors import StoreError
from smart_tui.text.errors import store_error
from smart_tui.tui.saving import Saving
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.confirm import ConfirmScreen
from smart_tui.tui.widgets.noticeline import NoticeLine

ResultT = TypeVar("ResultT")


class SavesTyped(BaseScreen[ResultT]):
    """A subclass keeps in `saving` what saves, and hands it `not_saved`, `saved` and `replaced`."""

    saving: Saving

    def not_saved(self, error: StoreError) -> None:
        """Say why what is typed is not in the database."""
        said = self.words.gettext("Not saved yet: {reason}")
        self.say(said.format(reason=store_error(error, self.words, kept=True)))
        self.refresh_frame()

    def saved(self) -> None:
        """Say that it is there after all."""
        self.say(self.words.gettext("Saved."))
        self.refresh_frame()

    def replaced(self) -> None:
        """Say that it went over what another window wrote."""
        self.say(self.words.gettext("Another window changed this answer too. Yours stands; undo brings it back."))

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if self.query(NoticeLine):
            failed = self.saving.error is not None
            self.query_one(NoticeLine).left = self.words.gettext("Not saved yet") if failed else ""

    def on_screen_suspend(self) -> None:
        self.saving.soon()

    async def may_leave(self) -> bool:
        """Whether all that was typed is in the database, or the person leaves without what is not."""
        if self.saving.error is None:
            return True
        sentence = self.words.gettext("The last changes are not saved yet. Leave without them?")
        asked = ConfirmScreen(sentence, self.words.gettext("Leave without them"))
        without = await self.app.push_screen_wait(asked)
        return bool(without)
