"""The shape of what the demo's person wrote about one goal, in one language."""

from collections.abc import Mapping
from typing import NamedTuple


class GoalText(NamedTuple):
    """The words of one goal; everything but words is in the diary."""

    title: str
    area: str = ""
    unit: str = ""
    answers: Mapping[str, str] = {}
    what_counts: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Of some entries, in order."""
    excuse: str = ""
    milestones: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    plan: tuple[str, str] = ("", "")
    """If <situation>, then <action>."""
    promises: tuple[tuple[str, str, str], ...] = ()
    """What is meant to be done this week: what, when and where, the last two maybe empty."""
    anew: str = ""
    """Of the entry at which a running count began anew."""
    levels: tuple[str, ...] = ()
    reason: str = ""
    """Of a later version of the measure."""
    lesson: str = ""


Texts = Mapping[str, GoalText]
