"""Screens that leave once, and take no other with them."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

ResultT = TypeVar("ResultT")


class LeavesOnce(Screen[ResultT]):
    """Textual's `dismiss` takes away whichever screen is on top, also when this one has left or lies beneath."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result; does nothing unless this screen is the one on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class ModalLeavesOnce(ModalScreen[ResultT]):
    """The same over the screen beneath. Styles go by the first base alone, so it has to be a modal screen itself."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave with a result; does nothing unless this screen is the one on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
