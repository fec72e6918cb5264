"""What a key does in the grid of a goal's days."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import DAYS, LIST, PAGE, TODAY, Command

_HERE = (DAYS,)

DAY_GRID: tuple[Command, ...] = (
    Command(
        "day_grid",
        ("d",),
        N_("Days"),
        N_("Look at the goal's days as a calendar, and fill or correct past ones."),
        (LIST, PAGE, TODAY),
        22,
        N_("days"),
    ),
    Command(
        "enter_day",
        ("enter", "c"),
        N_("Enter a value"),
        N_("Type what the day holds; a digit or = begins it at once."),
        _HERE,
        1,
        N_("enter"),
    ),
    Command("day_done", ("x",), N_("Done"), N_("Begin an entry that says the day is done."), _HERE, 2, N_("done")),
    Command("day_excused", ("s",), N_("Excused"), N_("Begin an entry that excuses the day."), _HERE, 3, N_("excuse")),
    Command("day_up", ("plus",), N_("One step up on this day"), N_("Add one step to the day's value."), _HERE),
    Command("day_down", ("minus",), N_("One step down on this day"), N_("Take one step off the day's value."), _HERE),
    Command(
        "clear_day",
        ("delete",),
        N_("Empty the day"),
        N_("Take away all that is recorded on the day. It can be undone."),
        _HERE,
        4,
        N_("empty"),
    ),
    Command("day_left", ("h", "left"), N_("Day before"), N_("To the day before."), _HERE, palette=False),
    Command("day_right", ("l", "right"), N_("Day after"), N_("To the day after."), _HERE, palette=False),
    Command("week_up", ("k", "up"), N_("Week before"), N_("To the same day a week before."), _HERE, palette=False),
    Command("week_down", ("j", "down"), N_("Week after"), N_("To the same day a week after."), _HERE, palette=False),
    Command("month_back", ("pageup",), N_("Month before"), N_("To the month before."), _HERE, palette=False),
    Command("month_on", ("pagedown",), N_("Month after"), N_("To the month after."), _HERE, palette=False),
    Command("first_day", ("g", "home"), N_("First day"), N_("To the first day of the goal."), _HERE, palette=False),
    Command("last_day", ("G", "end"), N_("Last day"), N_("To today."), _HERE, palette=False),
)
