"""Where a cursor can rest on a goal's page: the headings of its sections, and the things of those that are open."""

from collections.abc import Sequence
from typing import NamedTuple

from smart_tui.tui.widgets.sections import Section

HEADING = -1
"""The line of a place that is a section's heading."""


class Place(NamedTuple):
    """A section by its number, and one of its lines or its heading."""

    section: int
    line: int = HEADING


class Places:
    """The sections below `above` other lines; `open` holds the ids of those that show their lines."""

    def __init__(self) -> None:
        self.above = 0
        self.sections: Sequence[Section] = []
        self.open: set[str] = set()

    @property
    def height(self) -> int:
        """Lines of the whole page."""
        return self.above + sum(1 + self.lines(section) for section in self.sections)

    def lines(self, section: Section) -> int:
        """How many lines a section shows below its heading."""
        return section.lines if section.id in self.open else 0

    def rests(self, section: Section, line: int) -> bool:
        """Whether a cursor can rest on a line of a section."""
        return line < section.length and section.item(line) is not None

    def beside(self, place: Place, step: int) -> Place | None:
        """The next resting place down (1) or up (-1); None at the end."""
        return self._below(place) if step > 0 else self._over(place)

    def _below(self, place: Place) -> Place | None:
        if place.section >= len(self.sections):
            return None
        section = self.sections[place.section]
        for line in range(place.line + 1, self.lines(section)):
            if self.rests(section, line):
                return Place(place.section, line)
        return Place(place.section + 1) if place.section + 1 < len(self.sections) else None

    def _over(self, place: Place) -> Place | None:
        number, line = place
        if line == HEADING:
            if number == 0:
                return None
            number -= 1
            line = self.lines(self.sections[number])
        return self._resting_up(number, line - 1)

    def _resting_up(self, number: int, line: int) -> Place:
        while line > HEADING and not self.rests(self.sections[number], line):
            line -= 1
        return Place(number, max(line, HEADING))

    def last(self) -> Place:
        """The last resting place."""
        number = len(self.sections) - 1
        return self._resting_up(number, self.lines(self.sections[number]) - 1) if number >= 0 else Place(0)

    def allowed(self, place: Place) -> Place:
        """The place itself, or the nearest one above where it is gone."""
        if not self.sections:
            return Place(0)
        number = min(place.section, len(self.sections) - 1)
        return self._resting_up(number, min(place.line, self.lines(self.sections[number]) - 1))

    def find(self, id: str, key: int | str) -> Place | None:
        """The place of a thing in an open section."""
        for number, section in enumerate(self.sections):
            if section.id == id and id in self.open:
                for line in range(section.length):
                    item = section.item(line)
                    if item is not None and item.key == key:
                        return Place(number, line)
        return None

    def line_of(self, place: Place) -> int:
        """The line of a place on the whole page."""
        over = sum(1 + self.lines(section) for section in self.sections[: place.section])
        return self.above + over + place.line + 1

    def at(self, line: int) -> Place | None:
        """The place on a line of the whole page; None above and below the sections."""
        line -= self.above
        if line < 0:
            return None
        for number, section in enumerate(self.sections):
            if line <= self.lines(section):
                return Place(number, line - 1)
            line -= 1 + self.lines(section)
        return None
