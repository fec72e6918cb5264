"""The settings that change what data mean. They are outside undo."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from smart_tui.domain.calendar import FirstWeekday
from smart_tui.domain.settings import MOST_PROMPTS, Settings
from smart_tui.store import checks

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

QUIET = "coach_quiet"
"""The setting that holds the codes of the remarks that are said of no goal, as a JSON list."""
HISTORY = "first_weekday_changes"
"""The setting that holds from which day on which first weekday counts."""

_WEEKDAYS = tuple("0123456")
_RANGES = {
    "first_weekday": (0, 6),
    "day_ends_at": (0, 360),
    "default_share": (1, 100),
    "most_active": (0, 100),
    "review_weekday": (0, 6),
}


def set_setting(unit: "Unit", key: str, value: str) -> str:
    """Store a setting; those of `domain.settings.Settings` are checked. Gives the key.

    "review_prompts" and "coach_quiet" are JSON lists of texts; an empty "review_weekday" stands for the last day of
    the week.
    """
    key = checks.needed("key", checks.line("key", key))
    if key == "review_prompts":
        return set_review_prompts(unit, _listed(key, value))
    if key == QUIET:
        return _set_quiet(unit, _listed(key, value))
    value = checks.long_text(key, value)
    if key in _RANGES and not (key == "review_weekday" and not value):
        if not (value.isascii() and value.isdigit()):
            raise checks.invalid(key, "not_a_number")
        checks.whole(key, int(value), *_RANGES[key])
    unit.keep_setting(key, value)
    return key


def beside(unit: "Unit", key: str, value: str, command: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Run a command and store a setting, both or neither; gives what the command gives."""
    result = command(unit, *args, **kwargs)
    set_setting(unit, key, value)
    return result


def set_review_prompts(unit: "Unit", prompts: Sequence[str]) -> str:
    """Let a review ask for these lines, each once: ids of questions, or texts of one line. Gives the key."""
    import json

    cleaned = (checks.line("review_prompts", prompt) for prompt in prompts)
    kept = list(dict.fromkeys(prompt for prompt in cleaned if prompt))
    if len(kept) > MOST_PROMPTS:
        raise checks.invalid("review_prompts", "out_of_range")
    unit.keep_setting("review_prompts", json.dumps(kept, ensure_ascii=False))
    return "review_prompts"


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


def quiet_codes(unit: "Unit") -> tuple[str, ...]:
    """The codes of the remarks that are said of no goal."""
    return tuple(sorted(Settings.read({QUIET: unit.setting(QUIET)}).quiet))


def _set_quiet(unit: "Unit", codes: Sequence[str]) -> str:
    import json

    kept = sorted({code for code in (checks.line(QUIET, code) for code in codes) if code})
    unit.keep_setting(QUIET, json.dumps(kept, ensure_ascii=False))
    return QUIET


def _listed(key: str, value: str) -> list[str]:
    import json

    try:
        found = json.loads(value)
    except (ValueError, TypeError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise checks.invalid(key, "not_a_list")
    return found
