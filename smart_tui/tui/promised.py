"""What is promised for the coming week in one line: read, said, and taken over from what was left (product.md §7).

The grammar of a line is that of the page (`reading.items`). A promise is an activity due in a week: on the week's
first day where it is for the whole week, else on the day that was named.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import add_days
from smart_tui.domain.cleaning import clean_line
from smart_tui.domain.due import last_day
from smart_tui.domain.goal import Activity, Goal, Horizon
from smart_tui.domain.promises import MOST, is_open
from smart_tui.domain.settings import Settings
from smart_tui.i18n import Words
from smart_tui.reading.items import ItemKind, ItemReading, read_item
from smart_tui.reading.phrases import normal

WEEK = 7


class Planned(NamedTuple):
    """One goal on the screen of the coming week: what is promised for it, and what could be."""

    goal: Goal
    promises: tuple[Activity, ...]
    suggestions: tuple[Activity, ...]

    @property
    def full(self) -> bool:
        """Whether no further promise is taken."""
        return len(self.promises) >= MOST


def enter_goes_to(planned: Sequence[Planned], at: int) -> int | None:
    """Which goal, by its place, Enter on the empty line of another one goes to; None is the next screen.

    Once something is promised for the week, one goal after the other. Before, only to those that have something
    to suggest: whoever wants to plan nothing is through with one key, and what one left undone is still shown.
    """
    anything = any(each.promises for each in planned)
    behind = range(at + 1, len(planned))
    return next((place for place in behind if anything or planned[place].suggestions), None)


def read_promise(
    text: str, week: tuple[date, date], today: date, words: Words, first_weekday: int = 0
) -> Activity | None:
    """The promise a line is, as if it were stored; None while it does not say what is to be done.

    A day outside the week, as in "before 1 March", is a part of what is to be done.
    """
    first, last = week
    read = read_item(text, words.code, today, ItemKind.ACTIVITY, first_weekday)
    if read.problem:
        return None
    if read.due is not None and not first <= read.due <= last:
        read = _in_week(text, read.due, week, today, words.code, first_weekday)
    if read.due is None:
        # With a time and no day it would be due at that time of the first day.
        what = ", ".join(part for part in (read.text, read.when) if part)
        return Activity(0, "", what, where=read.where, due=first)
    # The first day alone would stand for the whole week.
    when = read.when or (words.weekday(first) if read.due == first != last else "")
    return Activity(0, "", read.text, when, read.where, read.due)


def _in_week(text: str, day: date, week: tuple[date, date], today: date, lang: str, first_weekday: int) -> ItemReading:
    """What a line says that names a day outside the week: "Friday" is the one in the week."""
    before = add_days(week[0], -1)
    again = read_item(text, lang, before, ItemKind.ACTIVITY, first_weekday)
    meant = again.due
    if meant is not None and max(week[0], today) <= meant <= week[1] and meant.weekday() == day.weekday():
        return again
    return ItemReading(ItemKind.ACTIVITY, normal(clean_line(text)))


def taken_over(activity: Activity, week: tuple[date, date], today: date, settings: Settings) -> Activity:
    """The promise for the week that a suggestion becomes: on the same weekday where it was for a day."""
    first, last = week
    due = last if activity.when else first
    if activity.due is not None and last_day(activity, settings) == activity.due:
        ahead = -(-(first - activity.due).days // WEEK) * WEEK
        same = add_days(activity.due, max(ahead, 0))
        due = same if max(first, today) <= same <= last else due
    horizon = Horizon.OTHER if activity.horizon is Horizon.TODAY else activity.horizon
    return activity._replace(due=due, horizon=horizon)


def waits_undated(activity: Activity) -> bool:
    """Whether a suggestion only needs a day: an open one of the six-week list that was never due.

    Any other one was a promise of a week that has passed, and keeps its record there.
    """
    return activity.horizon is Horizon.SIX_WEEKS and activity.due is None and is_open(activity)


def fields_of(activity: Activity) -> Mapping[str, object]:
    """Its fields as the store's commands name them."""
    return {
        "what": activity.what,
        "when": activity.when,
        "where": activity.where,
        "due": activity.due,
        "horizon": activity.horizon,
    }


def promise_said(activity: Activity, words: Words, settings: Settings) -> str:
    """A promise on one line: "call Bo · Mon · 9:00 · office"; one for the whole week names no day."""
    day = ""
    due = activity.due
    if due is not None and last_day(activity, settings) == due and activity.when != words.weekday(due):
        day = words.weekday_short(due)
    return " · ".join(part for part in (activity.what, day, activity.when, activity.where) if part)
