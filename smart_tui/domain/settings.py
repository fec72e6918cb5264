"""The settings that change what data mean; they live in the database, beside the data."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import FirstWeekday

PROMPTS = ("well", "hindered", "change")
"""The lines of a review unless the person chose others, by the ids of their questions in `domain.review`."""
MOST_PROMPTS = 7


class Settings(NamedTuple):
    """What the person chose for their week, their day and their goals."""

    first_weekday: int = 0
    """0 is Monday, 6 is Sunday; a `FirstWeekday` where it was changed, so that past weeks stay as they were."""
    day_ends_at: int = 0
    """Minutes after midnight at which a day ends, 0 to 360."""
    default_model: str = ""
    """Empty until the person chose a model once."""
    default_share: int = 80
    """Share of periods wanted of a quota, in percent."""
    most_active: int = 5
    """With more active goals than this the app says so once; 0 never does."""
    review_weekday: int | None = None
    """The weekday of the weekly review, 0 is Monday; None is the last day of the person's week."""
    review_prompts: tuple[str, ...] = PROMPTS
    """What a review asks a line for, at most `MOST_PROMPTS`: ids of questions, or the person's own words."""
    quiet: frozenset[str] = frozenset()
    """The codes of the coach's remarks that are said of no goal."""
    reviewed_until: date | None = None
    """The last day of the latest week whose review was finished: not chosen, but it decides what counts as settled."""

    @classmethod
    def read(cls, raw: Mapping[str, str], reviewed_until: date | None = None) -> "Settings":
        """Settings from stored strings; what is missing or out of range keeps its default."""
        weekday, changes = _whole(raw.get("first_weekday"), 0, 6, 0), raw.get("first_weekday_changes")
        review_weekday, prompts = _whole(raw.get("review_weekday"), 0, 6, -1), raw.get("review_prompts")
        quiet = raw.get("coach_quiet")
        return cls(
            first_weekday=FirstWeekday.read(weekday, changes) if changes else weekday,
            day_ends_at=_whole(raw.get("day_ends_at"), 0, 360, 0),
            default_model=raw.get("default_model", ""),
            default_share=_whole(raw.get("default_share"), 1, 100, 80),
            most_active=_whole(raw.get("most_active"), 0, 100, 5),
            review_weekday=None if review_weekday < 0 else review_weekday,
            review_prompts=_prompts(prompts),
            quiet=frozenset(_listed(quiet) or ()) if quiet else frozenset(),
            reviewed_until=reviewed_until,
        )


def _whole(text: str | None, low: int, high: int, default: int) -> int:
    if text is not None and text.isascii() and text.isdigit() and low <= int(text) <= high:
        return int(text)
    return default


def _prompts(text: str | None) -> tuple[str, ...]:
    found = None if text is None else _listed(text)
    return PROMPTS if found is None else found[:MOST_PROMPTS]


def _listed(text: str) -> tuple[str, ...] | None:
    """The texts of a stored JSON list, each once; None for what is no such list."""
    # As the store writes it, it needs no parser, whose import a start would feel.
    simple = text[2:-2].split('", "') if text[:2] == '["' and text[-2:] == '"]' and "\\" not in text else []
    if simple and all(each.strip() and '"' not in each for each in simple):
        return tuple(dict.fromkeys(simple))
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
        return None
    return tuple(dict.fromkeys(found))
