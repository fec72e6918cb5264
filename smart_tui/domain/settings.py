"""The settings that change what data mean; they live in the database, beside the data."""

from collections.abc import Mapping
from typing import NamedTuple

from smart_tui.domain.calendar import FirstWeekday


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

    @classmethod
    def read(cls, raw: Mapping[str, str]) -> "Settings":
        """Settings from stored strings; what is missing or out of range keeps its default."""
        weekday, changes = _whole(raw.get("first_weekday"), 0, 6, 0), raw.get("first_weekday_changes")
        return cls(
            first_weekday=FirstWeekday.read(weekday, changes) if changes else weekday,
            day_ends_at=_whole(raw.get("day_ends_at"), 0, 360, 0),
            default_model=raw.get("default_model", ""),
            default_share=_whole(raw.get("default_share"), 1, 100, 80),
            most_active=_whole(raw.get("most_active"), 0, 100, 5),
        )


def _whole(text: str | None, low: int, high: int, default: int) -> int:
    if text is not None and text.isascii() and text.isdigit() and low <= int(text) <= high:
        return int(text)
    return default
