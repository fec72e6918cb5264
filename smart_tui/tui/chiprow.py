"""The chips that stand under a field, and which of them would be taken."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from smart_tui.tui.offer import Offer

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
        """The chip to take when all was read only now: the one that was seen as the one to take, as it reads now."""
        return self.offers[self._place(seen)] if self.offers else None

    def _place(self, offer: Offer | None) -> int:
        if offer is None:
            return 0
        same = [
            at for at, each in enumerate(self.offers) if each == offer or (each.about and each.about == offer.about)
        ]
        alike = [at for at in same if self.offers[at].label == offer.label]
        return (alike or same or [0])[0]

    def content(self, key: str, room: int) -> Content:
        """The chips behind the key that takes one, on two lines of `room` cells, the chosen one always among them."""
        room = room or USUAL_ROOM
        first = 0
        while (
            first < self.at and _lines([key, *(o.label for o in self.offers[first : self.at + 1])], room) > MOST_LINES
        ):
            first += 1
        last = self.at + 1
        while last < len(self.offers):
            if _lines([key, *(offer.label for offer in self.offers[first : last + 1])], room) > MOST_LINES:
                break
            last += 1
        parts = [Content(f"{key} ").stylize("bold")]
        for at in range(first, last):
            chip = Content(f" {self.offers[at].label} ".replace(" ", NO_BREAK))
            parts += [chip.stylize("bold $accent reverse" if at == self.at else "$foreground-muted"), Content(" ")]
        if last - first < len(self.offers):
            parts.append(Content("…").stylize("$foreground-muted"))
        return Content.assemble(*parts)


def _lines(labels: Sequence[str], room: int) -> int:
    """On how many lines the chips go, each of them whole."""
    lines, used = 1, 0
    for label in labels:
        width = cell_len(label) + 3
        if used and used + width > room:
            lines, used = lines + 1, 0
        used += width
    return lines
