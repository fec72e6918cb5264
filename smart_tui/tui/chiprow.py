"""The chips that stand under a field, and which of them would be taken."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from smart_tui.tui.offer import Offer
from smart_tui.tui.widgets.lines import cut

NO_BREAK = "\xa0"
MOST_LINES = 2
USUAL_ROOM = 58
"""Cells under a field of a window of 80, for a row that has no size yet."""


class ChipRow:
    """Holds the chips of the open field. The one that was chosen stays chosen while others come and go."""

    def __init__(self) -> None:
        self.offers: tuple[Offer, ...] = ()
        self.at = 0
        self._chosen = False

    def begin(self) -> None:
        """Another field is open, or a chip was taken: the first chip is the one to take."""
        self.offers, self.at, self._chosen = (), 0, False

    def show(self, offers: Sequence[Offer]) -> None:
        """Hold these chips now."""
        before = self.current
        self.offers = tuple(offers)
        self.at = self._place(before) if before is not None and self._chosen else 0

    def next(self) -> None:
        """Choose the chip behind the one that would be taken."""
        if self.offers:
            self.at = (self.at + 1) % len(self.offers)
            self._chosen = True

    @property
    def current(self) -> Offer | None:
        """The chip that would be taken."""
        return self.offers[self.at] if self.offers else None

    @property
    def standing(self) -> frozenset[str]:
        """What the chips are about that stand now."""
        return frozenset(offer.about for offer in self.offers if offer.about)

    def renewed(self, seen: Offer | None) -> Offer | None:
        """The chip to take when all was read only now: the one that was seen as the one to take, as it reads now.

        None where that one is gone, or says another number or day than was seen: one is shown it first.
        """
        if not self.offers:
            return None
        now = self.offers[self._place(seen)]
        same = (
            seen is None
            or now == seen
            or (now.about == seen.about and now.puts.get(now.about) == seen.puts.get(now.about))
        )
        return now if same else None

    def _place(self, offer: Offer | None) -> int:
        if offer is None:
            return 0
        same = [
            at for at, each in enumerate(self.offers) if each == offer or (each.about and each.about == offer.about)
        ]
        alike = [at for at in same if self.offers[at].label == offer.label]
        return (alike or same or [0])[0]

    def content(self, key: str, room: int) -> Content:
        """The chips behind the key that takes one, on two lines of `room` cells, the chosen one always among them.

        Lines are broken between chips; one that is longer than a line goes on below, and is cut after the second.
        """
        indent = cell_len(key) + 1
        room = max((room or USUAL_ROOM) - indent - 2, 1)
        labels = [cut(offer.label, MOST_LINES * room) for offer in self.offers]
        first = 0
        while first < self.at and len(_lines(labels[first : self.at + 1], room)) > MOST_LINES:
            first += 1
        lines = _lines(labels[first:], room)
        parts, at = [Content(f"{key} ").stylize("bold")], first
        for number, count in enumerate(lines[:MOST_LINES]):
            if number:
                parts.append(Content("\n" + " " * indent))
            for _ in range(count):
                style = "bold $accent reverse" if at == self.at else "$foreground-muted"
                parts += [Content(f" {labels[at]} ".replace(" ", NO_BREAK)).stylize(style), Content(" ")]
                at += 1
        if at - first < len(self.offers):
            parts.append(Content("…").stylize("$foreground-muted"))
        return Content.assemble(*parts)


def _lines(labels: Sequence[str], room: int) -> list[int]:
    """How many chips go on each line."""
    lines, used = [0], 0
    for label in labels:
        width = cell_len(label) + 3
        if used and used + width > room + 1:
            lines.append(0)
            used = 0
        used += width
        lines[-1] += 1
    return lines
