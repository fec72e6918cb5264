"""The shape of what the demo's person wrote in weekly reviews and in the journal, in one language."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class ReviewText(NamedTuple):
    """The words of one review; everything but words is in `demo.reviews`."""

    well: str = ""
    hindered: str = ""
    change: str = ""
    relevant: str = ""
    accepted: str = ""
    promises: tuple[tuple[str, str], ...] = ()
    """For the coming week, in the order of the review: what, and what is said of it where it was not wholly kept."""
    plans: Mapping[str, tuple[str, str]] = {}
    """If <situation>, then <action>, by the key of the goal."""
    notes: Mapping[str, str] = {}
    """What was in the way where no usual cause says it, by the key of the goal."""


class Written(NamedTuple):
    """All of it in one language: reviews by how many weeks ago their week was, entries of the journal by their key."""

    if_then: str
    """How a plan is said in one line."""
    dated: str
    """How a day is said in one line, of {day}, {month} and {year}."""
    months: tuple[str, ...]
    reviews: Mapping[int, ReviewText]
    journal: Mapping[str, str]

    def day(self, day: date) -> str:
        """A day as the app would say it: "7 October 2025"."""
        return self.dated.format(day=day.day, month=self.months[day.month - 1], year=day.year)
