"""Which week a review is of, when it becomes due, and which weeks were missed (product.md §7).

The person's review day is a weekday. From the fourth day of their week on it looks back on the week that
still runs, before that on the one that has just ended.
"""

from collections.abc import Iterable
from datetime import date

from smart_tui.domain.calendar import WEEK, add_days, period_bounds, week_start
from smart_tui.domain.goal import Period
from smart_tui.domain.review import Span
from smart_tui.domain.settings import Settings

MOST_MISSED = 8
"""So many missed weeks at most are looked back on in one pass."""

RUNNING_FROM = 3
"""From this day of the week on, the first being 0, the review day looks back on the running week."""


def review_weekday(settings: Settings) -> int:
    """The weekday reviews become due on, 0 being Monday; the last day of the person's week unless they chose."""
    if settings.review_weekday is not None:
        return settings.review_weekday
    return (int(settings.first_weekday) - 1) % WEEK


def due_on(week: date, settings: Settings) -> date:
    """The day the review of the week of `week` becomes due.

    A short week, where the first weekday was changed, is due on its last day if it lacks the review day.
    """
    first, last = period_bounds(week, Period.WEEK, settings.first_weekday)
    if settings.review_weekday is None:
        return last
    # Only the beginning of a week is ever cut off: those that end alike begin alike.
    position = (settings.review_weekday - last.weekday() - 1) % WEEK
    if position < RUNNING_FROM:
        return add_days(last, 1 + position)
    due = add_days(last, position - (WEEK - 1))
    return due if due >= first else last


def latest_due(today: date, settings: Settings) -> date:
    """The first day of the latest week whose review is due on `today`."""
    week = week_start(today, settings.first_weekday)
    while week > date.min and due_on(week, settings) > today:
        week = _week_before(week, settings)
    return week


def span(today: date, finished: Iterable[date], settings: Settings, begun: date | None = None) -> Span | None:
    """The weeks the review that is due on `today` covers; None when nothing is due.

    `finished` are the first days of the weeks with a finished review, in any order. Weeks missed since the
    last of them are covered too, the latest `MOST_MISSED` of them; before any was finished, none was missed.
    `begun` is the first day there was anything to look back on: a week that ended before is neither due
    nor missed.
    """
    week = latest_due(today, settings)
    bounds = period_bounds(week, Period.WEEK, settings.first_weekday)
    done = max(finished, default=None)
    if done is not None:
        done = week_start(done, settings.first_weekday)
    if (done is not None and week <= done) or (begun is not None and bounds[1] < begun):
        return None
    weeks = [week]
    while done is not None and len(weeks) <= MOST_MISSED:
        before = _week_before(weeks[-1], settings)
        if before <= done or (begun is not None and weeks[-1] <= begun):
            break
        weeks.append(before)
    return Span(tuple(reversed(weeks)), bounds[1])


def running_span(today: date, settings: Settings) -> Span:
    """The running week alone, whose review may be begun before it is due."""
    first, last = period_bounds(today, Period.WEEK, settings.first_weekday)
    return Span((first,), last)


def span_of(since: date, week: date, settings: Settings) -> Span:
    """The span of a review that was begun: from the week of `since` to the week of `week`."""
    last = period_bounds(week, Period.WEEK, settings.first_weekday)[1]
    weeks = [week_start(week, settings.first_weekday)]
    while weeks[-1] > since and weeks[-1] > date.min and len(weeks) <= MOST_MISSED:
        weeks.append(_week_before(weeks[-1], settings))
    return Span(tuple(reversed(weeks)), last)


def week_before(reviewed: Span, settings: Settings) -> tuple[date, date]:
    """First and last day of the week before the first one of a span."""
    return period_bounds(add_days(reviewed.since, -1), Period.WEEK, settings.first_weekday)


def next_week(reviewed: Span, today: date, settings: Settings) -> tuple[date, date]:
    """First and last day of the week a review plans: the one after its own, or the running one if that is later."""
    return period_bounds(max(add_days(reviewed.last, 1), today), Period.WEEK, settings.first_weekday)


def said_from(week: date, started: date, today: date, settings: Settings) -> date:
    """The day from which on answers belong to a review that was begun on `started`, by the clock of the machine.

    Where the clock is ahead of today, as when the day is set by hand, it is the day the review became due.
    """
    return started if started <= today else min(due_on(week, settings), today)


def _week_before(week: date, settings: Settings) -> date:
    return week_start(add_days(week, -1), settings.first_weekday)
