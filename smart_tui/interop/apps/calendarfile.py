"""Goals, milestones and the weekly review as a calendar file (RFC 5545), as programs for tasks and calendars read it.

A quota is no appointment, eight times a week least of all: it stands as `X-SMART-QUOTA:8/P1W` beside its goal.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.domain.calendar import WEEK, add_days
from smart_tui.domain.cleaning import clean_text, clean_title
from smart_tui.domain.goal import Assessment, Direction, Goal, Kind, Measure, Milestone, Outcome, Period, State
from smart_tui.domain.quantity import plain
from smart_tui.domain.reviewweek import review_weekday
from smart_tui.domain.settings import Settings
from smart_tui.interop.identity import stable_uuid

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

PRODUCT = "-//smart-tui//smart-tui//EN"
REVIEW_AT = time(17)
"""In the time of wherever one is: a calendar may move it, and need not know a time zone to show it."""
REVIEW_TAKES = timedelta(minutes=20)
NOON = time(12, tzinfo=UTC)
"""Of a day that something was done on, the moment that lies on that day nearly everywhere."""
ALMOST = 99
"""Percent at most of what is not over: programs for tasks take a hundred to mean that it is done."""

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LENGTHS: Mapping[Period, str] = {
    Period.DAY: "P1D",
    Period.WEEK: "P1W",
    Period.MONTH: "P1M",
    Period.QUARTER: "P3M",
    Period.YEAR: "P1Y",
}
AT_MOST = "AT-MOST"
"""The direction of a quota that is a ceiling, as the parameter `X-DIRECTION`."""
_ENDED: Mapping[Outcome | None, str] = {
    Outcome.ACHIEVED: "COMPLETED",
    Outcome.PARTLY: "COMPLETED",
    Outcome.MISSED: "CANCELLED",
    Outcome.DROPPED: "CANCELLED",
    None: "CANCELLED",
}


class Named(NamedTuple):
    """What a calendar calls things, in the person's language: itself, the review, and each goal by its id."""

    calendar: str
    review: str
    titles: Mapping[int, str]
    statements: Mapping[int, str]


class Plan(NamedTuple):
    """When the weekly review is: none of it where only some goals are taken along."""

    settings: Settings
    today: date


def calendar_file(
    goals: Sequence[Goal], standings: Mapping[int, Assessment], named: Named, now: datetime, plan: Plan | None = None
) -> bytes:
    """The goals as one calendar, with how each stands by its id; with a `plan` also the event of the weekly review.

    `now` is UTC, and stands where it is not known when something was written. The lines are at most 75 octets long.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", named.calendar)
    _add_goals(calendar, goals, standings, named, now)
    if plan is not None:
        # One of each person, the same in every file: a second file moves it and does not add another.
        uid = stable_uuid("smart-tui", "review", min(goals, key=lambda each: each.no).uuid if goals else "")
        calendar.add_component(_review(uid, named.review, plan, now))
    return bytes(calendar.to_ical())


def _add_goals(
    calendar: "Calendar", goals: Sequence[Goal], standings: Mapping[int, Assessment], named: Named, now: datetime
) -> None:
    uuids = {goal.id: goal.uuid for goal in goals}
    for goal in goals:
        todo = _goal(goal, standings.get(goal.id), named, now)
        if goal.parent_id in uuids:
            todo.add("related-to", uuids[goal.parent_id])
        calendar.add_component(todo)
        for part in goal.milestones:
            calendar.add_component(_milestone(part, goal, now))


def _goal(goal: Goal, standing: Assessment | None, named: Named, now: datetime) -> "Todo":
    todo = _todo(goal.uuid, named.titles.get(goal.id, goal.title), goal, now)
    said = clean_text(named.statements.get(goal.id, goal.statement))
    if said:
        todo.add("description", said)
    if goal.start is not None and (goal.deadline is None or goal.start < goal.deadline):
        todo.add("dtstart", goal.start)
    if goal.deadline is not None:
        todo.add("due", goal.deadline)
    status = _status(goal)
    todo.add("status", status)
    if status == "COMPLETED" and goal.closed_on is not None:
        todo.add("completed", datetime.combine(goal.closed_on, NOON))
    if goal.outcome is Outcome.ACHIEVED:
        todo.add("percent-complete", 100)
    elif standing is not None and standing.progress is not None:
        todo.add("percent-complete", max(0, min(int(standing.progress * 100), ALMOST)))
    if goal.measure is not None and goal.measure.kind is Kind.QUOTA:
        _add_quota(todo, goal.measure)
    return todo


def _milestone(part: Milestone, goal: Goal, now: datetime) -> "Todo":
    todo = _todo(part.uuid, part.title, goal, now)
    todo.add("related-to", goal.uuid)
    if part.due is not None:
        todo.add("due", part.due)
    if part.done_on is not None:
        todo.add("status", "COMPLETED")
        todo.add("completed", datetime.combine(part.done_on, NOON))
        todo.add("percent-complete", 100)
    else:
        todo.add("status", "CANCELLED" if goal.state is State.CLOSED else "NEEDS-ACTION")
    return todo


def _todo(uid: str, title: str, goal: Goal, now: datetime) -> "Todo":
    """What a goal and its milestones have in common."""
    from icalendar import Todo

    todo = Todo()
    todo.add("uid", uid)
    todo.add("dtstamp", _whole(goal.updated_at or now))
    if goal.created_at is not None:
        todo.add("created", _whole(goal.created_at))
    todo.add("summary", clean_title(title))
    categories = [clean_title(each) for each in (goal.area, *goal.tags)]
    if any(categories):
        todo.add("categories", [each for each in categories if each])
    return todo


def _status(goal: Goal) -> str:
    if goal.state is State.CLOSED:
        return _ENDED[goal.outcome]
    return "NEEDS-ACTION" if goal.state is State.DRAFT else "IN-PROCESS"


def _add_quota(todo: "Todo", measure: Measure) -> None:
    target = measure.goal_value
    if target is None or measure.period is None or measure.untargeted:
        return
    parameters = {"X-DIRECTION": AT_MOST} if measure.direction is Direction.AT_MOST else {}
    todo.add("x-smart-quota", f"{format(plain(target), 'f')}/{LENGTHS[measure.period]}", parameters)


def _review(uid: str, title: str, plan: Plan, now: datetime) -> "Event":
    """The review, every week from the next one on."""
    from icalendar import Event

    weekday = review_weekday(plan.settings)
    first = add_days(plan.today, (weekday - plan.today.weekday()) % WEEK)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _whole(now))
    event.add("summary", clean_title(title))
    event.add("dtstart", datetime.combine(first, REVIEW_AT))
    event.add("duration", REVIEW_TAKES)
    event.add("rrule", {"FREQ": "WEEKLY", "BYDAY": WEEKDAYS[weekday]})
    # It is a plan, and keeps nobody from being asked for that hour.
    event.add("transp", "TRANSPARENT")
    return event


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
