"""The settings that change what data mean. They are outside undo."""

from datetime import date
from typing import TYPE_CHECKING

from smart_tui.domain.calendar import FirstWeekday
from smart_tui.store import checks

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

HISTORY = "first_weekday_changes"
"""The setting that holds from which day on which first weekday counts."""

_WEEKDAYS = tuple("0123456")
_RANGES = {"first_weekday": (0, 6), "day_ends_at": (0, 360), "default_share": (1, 100), "most_active": (0, 100)}


def set_setting(unit: "Unit", key: str, value: str) -> str:
    """Store a setting; the numbers of `domain.settings.Settings` are checked. Gives the key."""
    key = checks.needed("key", checks.line("key", key))
    value = checks.long_text(key, value)
    if key in _RANGES:
        if not (value.isascii() and value.isdigit()):
            raise checks.invalid(key, "not_a_number")
        checks.whole(key, int(value), *_RANGES[key])
    unit.keep_setting(key, value)
    return key


def set_first_weekday(unit: "Unit", weekday: int, today: date) -> str:
    """Let weeks begin on `weekday` (0 is Monday) from the next week on; past weeks stay as they were.

    Gives the key of the setting.
    """
    checks.whole("first_weekday", weekday, 0, 6)
    checks.day("today", today)
    now = unit.setting("first_weekday")
    before = FirstWeekday.read(int(now) if now in _WEEKDAYS else 0, unit.setting(HISTORY))
    if int(before) != weekday:
        unit.keep_setting("first_weekday", str(weekday))
        unit.keep_setting(HISTORY, before.changed(weekday, today).history)
    return "first_weekday"
