"""The settings that change what data mean. They are outside undo."""

from typing import TYPE_CHECKING

from smart_tui.store import checks

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

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
