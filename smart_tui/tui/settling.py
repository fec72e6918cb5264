"""Which part of what one is typing is read: the finished words at once, the last one after a pause."""

from smart_tui.reading.settled import settling

PAUSE = 0.6
"""Seconds without a key after which half a word is taken for a whole one."""


class Settling:
    """The field one types in, and how much of its text is read."""

    def __init__(self) -> None:
        self.field = ""
        self.read = ""

    @property
    def resting(self) -> bool:
        """Whether one paused, or left the field: what ends where the text ends is then not expected to grow."""
        return not self.field

    def typed(self, field: str, before: str, text: str, cursor: int) -> None:
        """A text, `before`, became another by the person's hand."""
        read = self.read if field == self.field else before
        self.field, self.read = field, settling(read, text, cursor)

    def finish(self) -> None:
        """From now on all that stands in a field is read."""
        self.field = self.read = ""

    def text(self, field: str, text: str) -> str:
        """What of a field's text is read."""
        return self.read if field == self.field else text
