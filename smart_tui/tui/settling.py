"""Which part of what one is typing is read: the finished words at once, the last one after a pause."""

from smart_tui.reading.settled import settling

PAUSE = 0.6
"""Seconds without a key after which half a word is taken for a whole one."""
LONG_PAUSE = 2.4
"""The same where a sentence breaks off: behind "by", "my" or a bare number one only looks for the next word."""


class Settling:
    """The field one types in, and how much of its text is read."""

    def __init__(self) -> None:
        self.field = ""
        self.read = ""
        self._before = ""
        self.at_end = False
        """Whether one types at the end of a line."""

    @property
    def resting(self) -> bool:
        """Whether one paused, or left the field: what ends where the text ends is then not expected to grow."""
        return not self.field

    def typed(self, field: str, before: str, text: str, cursor: int) -> None:
        """A text, `before`, became another by the person's hand."""
        read = self.read if field == self.field else before
        self._before = self._before if field == self.field else before
        self.field, self.read = field, settling(read, text, cursor)
        self.at_end = not text[cursor:].partition("\n")[0].strip()

    def finish(self) -> None:
        """From now on all that stands in a field is read."""
        self.field = self.read = ""

    def text(self, field: str, text: str) -> str:
        """What of a field's text is read."""
        return self.read if field == self.field else text

    def sentence(self, field: str, text: str, otherwise: str) -> str:
        """What of a field is read that begins with a goal sentence, in the language it tells or `otherwise`.

        A number word at its end waits, as figures do, for what it counts.
        """
        read = self.text(field, text)
        if field != self.field or not self.at_end:
            return read
        from smart_tui.reading.language import spoken
        from smart_tui.reading.unfinished import before_number

        first, line, below = read.partition("\n")
        if self._before.startswith(first.rstrip()):
            return read  # it was read already when one last paused
        return before_number(first, spoken(first, otherwise)) + line + below

    def breaks_off(self, text: str, otherwise: str) -> bool:
        """Whether the goal sentence at the beginning of a text breaks off at the end, where one types."""
        from smart_tui.reading.language import spoken
        from smart_tui.reading.unfinished import breaks_off

        first = text.partition("\n")[0]
        return self.at_end and breaks_off(first, spoken(first, otherwise))
