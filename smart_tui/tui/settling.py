"""Which part of what one is typing is read: the finished words at once, the last one after a pause."""

from smart_tui.reading.settled import settling

PAUSE = 0.6
"""Seconds without a key after which half a word is taken for a whole one."""


class Settling:
    """The field one types in, and how much of its text is read."""

    def __init__(self) -> None:
        self.field = ""
        self.read = ""

    def typed(self, field: str, before: str, text: str, cursor: int) -> bool:
        """A text, `before`, became another by the person's hand; gives whether all of it is read now."""
        read = self.read if field == self.field else before
        self.field, self.read = field, settling(read, text, cursor)
        return self.read == text

    def finish(self) -> None:
        """From now on all that stands in a field is read."""
        self.field = self.read = ""

    def text(self, field: str, text: str) -> str:
        """What of a field's text is read."""
        return self.read if field == self.field else text
