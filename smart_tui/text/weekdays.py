"""Which weekdays a goal asks for: "on weekdays", "on Mondays and Thursdays"."""

from collections.abc import Sequence

from smart_tui.i18n import N_, Words

EVERY_DAY, MONDAY_TO_FRIDAY, WEEKEND = 0b1111111, 0b0011111, 0b1100000
"""Masks of weekdays; bit 0 is Monday."""

ON_WEEKDAYS: Sequence[str] = (
    N_("Mondays"),
    N_("Tuesdays"),
    N_("Wednesdays"),
    N_("Thursdays"),
    N_("Fridays"),
    N_("Saturdays"),
    N_("Sundays"),
)


def weekdays_said(mask: int, words: Words) -> str:
    """The wanted weekdays, to stand behind an amount or a period; empty where every day is wanted."""
    mask = mask & EVERY_DAY or EVERY_DAY
    if mask == EVERY_DAY:
        return ""
    if mask == MONDAY_TO_FRIDAY:
        return words.gettext("on weekdays")
    if mask == WEEKEND:
        return words.gettext("at weekends")
    names = [words.gettext(name) for day, name in enumerate(ON_WEEKDAYS) if mask >> day & 1]
    if len(names) == len(ON_WEEKDAYS) - 1:
        missing = next(name for day, name in enumerate(ON_WEEKDAYS) if not mask >> day & 1)
        return words.gettext("except on {days}").format(days=words.gettext(missing))
    return words.gettext("on {days}").format(days=listed(names, words))


def listed(names: Sequence[str], words: Words) -> str:
    """Things one after the other, "a, b and c"; empty for none."""
    if len(names) < 2:
        return "".join(names)
    return words.gettext("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
