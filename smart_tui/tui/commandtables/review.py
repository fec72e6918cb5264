"""What a key does in the weekly review: on its five screens, and on the page of one that is over."""

from smart_tui.i18n import N_
from smart_tui.tui.commands import (
    LIST,
    PAGE,
    REVIEW_GOALS,
    REVIEW_LINES,
    REVIEW_NEXT,
    REVIEW_PAGE,
    REVIEW_WEEK,
    TODAY,
    Command,
)

_WEEK, _GOALS, _NEXT, _LINES, _PAGE = (REVIEW_WEEK,), (REVIEW_GOALS,), (REVIEW_NEXT,), (REVIEW_LINES,), (REVIEW_PAGE,)
_KEYS = (REVIEW_WEEK, REVIEW_GOALS)
"""The screens on which letters and digits are keys."""
_TYPED = (REVIEW_NEXT, REVIEW_LINES)
"""The screens on which one types."""

REVIEW: tuple[Command, ...] = (
    Command(
        "review",
        ("w",),
        N_("Weekly review"),
        N_("Look back on the week and plan the next one, or go on where you left."),
        (LIST, PAGE, TODAY, REVIEW_PAGE),
        23,
        N_("review"),
    ),
    Command(
        "express_review",
        ("W",),
        N_("Express review"),
        N_("The weekly review in short: the numbers, the goals at risk, done."),
        (LIST, PAGE, TODAY),
        24,
        N_("express"),
    ),
    # Last week.
    Command(
        "week_on",
        ("enter",),
        N_("Take what is suggested, or go on"),
        N_("Take what is suggested here and go on; what has no answer stays without one."),
        _WEEK,
        1,
        N_("on"),
    ),
    Command("promise_kept", ("1",), N_("Kept"), N_("You did what you planned."), _WEEK, 2, N_("kept")),
    Command("promise_partly", ("2",), N_("Partly kept"), N_("You did a part of it."), _WEEK, 3, N_("partly")),
    Command("promise_not", ("3",), N_("Not kept"), N_("You did not do it."), _WEEK, 4, N_("not")),
    Command("promise_reason", ("r",), N_("Give a reason"), N_("Say in one line why it went so."), _WEEK, 8, N_("why")),
    Command(
        "week_enter",
        ("c",),
        N_("Enter a value for this day"),
        N_("Type what the day holds; a digit or = begins it at once."),
        _WEEK,
        9,
        N_("enter"),
    ),
    Command("week_done", ("x",), N_("The day is done"), N_("Record the day as done."), _WEEK, 10, N_("done")),
    Command(
        "week_excused", ("s",), N_("Excuse this day"), N_("Say that the day does not count."), _WEEK, 11, N_("excuse")
    ),
    # Goals.
    Command(
        "review_keep",
        ("enter",),
        N_("Keep and go on"),
        N_("Leave the goal as it is and go on; a digit before it says how sure you are."),
        _GOALS,
        1,
        N_("keep"),
    ),
    Command(
        "review_adjust",
        ("a",),
        N_("Adjust the goal"),
        N_("Give the goal another date or target from now on, and say why."),
        _GOALS,
        2,
        N_("adjust"),
    ),
    Command("review_pause", ("p",), N_("Pause the goal"), N_("Let the goal rest."), _GOALS, 3, N_("pause")),
    Command(
        "review_finish_goal",
        ("f",),
        N_("Finish the goal"),
        N_("Close the goal with how it ended and what it taught."),
        _GOALS,
        4,
        N_("finish"),
    ),
    # Next week and the lines.
    Command(
        "typed_on",
        ("enter",),
        N_("Next field"),
        N_("To the next field, and from the last one on."),
        _TYPED,
        1,
        N_("on"),
    ),
    Command(
        "review_suggestion", ("f3",), N_("Take the suggestion"), N_("Put what is suggested here."), _NEXT, 2, N_("take")
    ),
    Command(
        "review_other_suggestion",
        ("f4",),
        N_("Next suggestion"),
        N_("Show another suggestion."),
        _NEXT,
        3,
        N_("another"),
    ),
    Command(
        "promise_away",
        ("f6",),
        N_("Take the promise away"),
        N_("Take away the promise the cursor is on, or the last one of this goal; its words come back into the line."),
        _NEXT,
        5,
        N_("take away"),
    ),
    Command(
        "promise_undo",
        ("f7",),
        N_("Undo"),
        N_("Take back the last change, also after a restart."),
        _NEXT,
        8,
        N_("undo"),
        "undo",
    ),
    Command("review_editor", ("f2",), N_("Editor"), N_("Write this line in your editor."), _LINES, 2, N_("editor")),
    Command(
        "review_page_on",
        ("pagedown",),
        N_("To the next screen"),
        N_("Pass over the rest of this screen."),
        _TYPED,
        4,
        N_("next"),
        "review_skip",
    ),
    # The page.
    Command(
        "page_done",
        ("enter",),
        N_("Finish the review"),
        N_("Finish the review with this page, or leave the page of a finished one."),
        _PAGE,
        1,
        N_("finish"),
    ),
    Command("copy_page", ("y",), N_("Copy the page"), N_("Put the page on the clipboard."), _PAGE, 2, N_("copy")),
    Command("save_page", ("S",), N_("Save the page"), N_("Write the page to a file."), _PAGE, 3, N_("save")),
    Command(
        "earlier_review",
        ("left",),
        N_("Earlier review"),
        N_("To the page of the review before."),
        _PAGE,
        4,
        N_("earlier"),
    ),
    Command(
        "later_review", ("right",), N_("Later review"), N_("To the page of the review after it."), _PAGE, 5, N_("later")
    ),
    # The way on, back and out.
    Command(
        "review_skip",
        ("right",),
        N_("Skip"),
        N_("Pass over the rest; what was not answered stays so."),
        _KEYS,
        5,
        N_("skip"),
    ),
    Command(
        "review_back",
        ("pageup",),
        N_("Back"),
        N_("To the screen before this one."),
        (REVIEW_GOALS, *_TYPED),
        12,
        N_("back"),
        palette=False,
    ),
    Command(
        "review_leave",
        ("escape", "q"),
        N_("Leave the review"),
        N_("Leave the review; it goes on here the next time."),
        _KEYS,
        7,
        N_("leave"),
        palette=False,
    ),
    Command(
        "review_keep_leave",
        ("escape",),
        N_("Keep and leave"),
        N_("Keep what was typed and leave; the review goes on here the next time."),
        _TYPED,
        7,
        N_("leave"),
        "review_leave",
        palette=False,
    ),
    # Moving.
    Command("review_down", ("j", "down"), N_("Down"), N_("One line down."), (*_KEYS, REVIEW_PAGE), palette=False),
    Command("review_up", ("k", "up"), N_("Up"), N_("One line up."), (*_KEYS, REVIEW_PAGE), palette=False),
    Command("review_first", ("g", "home"), N_("First"), N_("To the beginning."), (*_KEYS, REVIEW_PAGE), palette=False),
    Command("review_last", ("G", "end"), N_("Last"), N_("To the end."), (*_KEYS, REVIEW_PAGE), palette=False),
    Command(
        "review_page_down",
        ("pagedown", "space"),
        N_("Page down"),
        N_("One screen down."),
        (REVIEW_WEEK, REVIEW_PAGE),
        palette=False,
    ),
    Command(
        "review_page_up", ("pageup",), N_("Page up"), N_("One screen up."), (REVIEW_WEEK, REVIEW_PAGE), palette=False
    ),
)
