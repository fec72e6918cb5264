"""What stands in the title field: the title on its first line, and below it the sentence as it was typed.

A chip takes its words out of the title. The sentence keeps them, and goes on being what is read, so that what one
chip took is still known when the next is offered: 25 minutes stay the aim of "Run 5 km", and 5 km do not become it.
"""

from typing import NamedTuple

from smart_tui.reading.goaltitle import Span, without
from smart_tui.reading.phrases import normal

_MARKS = " \t.,;:!?()[]\"'“”–—-"


class Left(NamedTuple):
    """What a chip left: the title, and the sentence without which places it is that."""

    title: str
    sentence: str
    gone: tuple[Span, ...]


class Typed(NamedTuple):
    """The text of the title field taken apart."""

    title: str
    """Its first line."""
    sentence: str
    """What is read: the line below the title of which the title is what chips left, else the title."""
    gone: tuple[Span, ...]
    """The places of the sentence that are no longer in the title."""
    below: tuple[str, ...]
    """The other lines, without that sentence."""

    def take(self, span: Span, language: str) -> Left:
        """The title without one more place of the sentence; it stays as it is where nothing would be left of it."""
        gone = (*self.gone, span)
        title = without(self.sentence, gone, language)
        return Left(title, self.sentence, gone) if _spelled(title) else Left(self.title, self.sentence, self.gone)

    def text(self, left: Left) -> str:
        """The text of the field with that title, the sentence below it as it was typed."""
        kept = (left.sentence,) if left.title != left.sentence else ()
        return "\n".join([left.title, *kept, *self.below])


def take_apart(text: str, left: Left | None = None) -> Typed:
    """The title field's text, `left` being what the last chip left of it."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return Typed("", "", (), ())
    title, below = normal(lines[first]).strip(), [normal(line) for line in lines[first + 1 :]]
    if left is not None and left.sentence in below:
        below.remove(left.sentence)
        more = title[len(left.title) :]
        if title.startswith(left.title) and not more[:1].isalnum():
            sentence = left.sentence.rstrip(" .") + more if more.strip(_MARKS) else left.sentence
            return Typed(title, sentence, left.gone, tuple(below))
        return Typed(title, title, (), tuple(below))
    for line in below:
        gone = _left_out(line, title)
        if gone:
            return Typed(title, line, gone, tuple(other for other in below if other is not line))
    return Typed(title, title, (), tuple(below))


def _left_out(sentence: str, title: str) -> tuple[Span, ...]:
    """The places of a sentence whose words a title leaves out; none where it is not made of the sentence's words."""
    wanted = [word for word, _, _ in _words(title)]
    gone: list[Span] = []
    at, after_gap = 0, False
    for word, start, end in _words(sentence):
        if at < len(wanted) and word == wanted[at]:
            at, after_gap = at + 1, False
        elif after_gap:
            gone[-1] = (gone[-1][0], end)
        else:
            gone.append((start, end))
            after_gap = True
    return tuple(gone) if wanted and at == len(wanted) else ()


def _words(text: str) -> list[tuple[str, int, int]]:
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        bare = word.strip(_MARKS).casefold()
        if bare:
            found.append((bare, start, at))
    return found


def _spelled(text: str) -> bool:
    return any(character.isalpha() for character in text)
