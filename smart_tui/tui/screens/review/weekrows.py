"""What the first screen of a review shows: each goal's weeks in words, the days without an answer, the promises."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import period_bounds
from smart_tui.domain.daygrid import DayState, GridDay
from smart_tui.domain.due import asking_period
from smart_tui.domain.goal import Activity, DayValue, Goal, Period, Promise
from smart_tui.domain.promises import promises_of, suggested
from smart_tui.domain.walk import walk
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.i18n import Words
from smart_tui.text.daygrid import WITHOUT_VALUE, day_shown
from smart_tui.text.goalweek import MARK_SIGN, change_sign, marks_said, tells, week_sentence
from smart_tui.text.labels import STATUS_SIGN, status_word
from smart_tui.text.review import PROMISE_SIGN, missed_said, promise_label, span_title, week_named
from smart_tui.text.title import title
from smart_tui.tui.screens.review.flow import Reviewed, ReviewFlow
from smart_tui.tui.widgets.asklist import Asked, Contents, Told
from smart_tui.tui.widgets.page import TONES

UNKNOWN, ANSWERED, EXCUSED = "·", "✓", "–"
CELLS = 16
"""Cells for the value of a day."""


class Question(NamedTuple):
    """A day of a goal without an answer, or a promise: `on` is that day, or the last of the promise's week."""

    key: str
    reviewed: Reviewed
    on: date
    open: bool
    promise: Activity | None = None

    @property
    def goal(self) -> Goal:
        """Whose question it is."""
        return self.reviewed.goal


def in_order(flow: ReviewFlow) -> list[Reviewed]:
    """The goals of a review, the worst first."""
    ordered = walk([flow.week_of(each.goal.id) for each in flow.goals])
    return [flow.of(goal_id) for goal_id in (*ordered.singly, *ordered.batch)]


def questions(flow: ReviewFlow) -> list[Question]:
    """All questions: the days first, then the promises, goal by goal.

    What was asked for before in this walk is a question still, with the answer that it has now.
    """
    goals = in_order(flow)
    return [*_days(flow, goals), *_promises(flow, goals)]


def _days(flow: ReviewFlow, goals: Iterable[Reviewed]) -> Iterator[Question]:
    for each in goals:
        missing = flow.week_of(each.goal.id).missing
        asked = flow.asked.setdefault(each.goal.id, set())
        asked.update(missing)
        for on in sorted(asked):
            yield Question(f"day {each.goal.id} {on.isoformat()}", each, on, on in missing)


def _promises(flow: ReviewFlow, goals: Iterable[Reviewed]) -> Iterator[Question]:
    settings = flow.smart.settings
    for each in goals:
        for week in flow.span.weeks:
            last = period_bounds(week, Period.WEEK, settings.first_weekday)[1]
            for activity in promises_of(each.goal, week, settings):
                yield Question(f"promise {activity.id}", each, last, activity.outcome is None, activity)


def contents(flow: ReviewFlow, found: Sequence[Question], on: str, begin: str, words: Words) -> Contents:
    """All that the screen shows; `on` is what its last line says, `begin` where the cursor stands at first."""
    settings, span = flow.smart.settings, flow.span
    head = [span_title(span, settings, words), missed_said(span, words)]
    if not flow.goals:
        head.append(words.gettext("No goal was active."))
    told = [_told(each.goal, flow.week_of(each.goal.id), words) for each in in_order(flow)]
    weeks = len(span.weeks) > 1
    asked = [
        _day(each, flow, words) if each.promise is None else _promise(each, each.promise, weeks, flow, words)
        for each in found
    ]
    return Contents([line for line in head if line], told, asked, on, begin)


def _told(goal: Goal, week: GoalWeek, words: Words) -> Told:
    status = week.status
    sign, word = (STATUS_SIGN[status], status_word(status, words)) if status else ("", "")
    tone = TONES.get(status, "text") if status else "dim"
    strip, said = _strip(week), week_sentence(week, words)
    return Told(f"goal {goal.id}", change_sign(week), str(goal.no), title(goal, words), sign, tone, word, strip, said)


def _strip(week: GoalWeek) -> str:
    """The days of the weeks as signs: those of one week apart, those of several closer together."""
    if not any(tells(each) for each in week.span):
        return ""
    if len(week.span) == 1:
        return marks_said(week.span[0].marks)
    return " ".join("".join(MARK_SIGN[mark] for mark in each.marks) for each in week.span)


def _day(question: Question, flow: ReviewFlow, words: Words) -> Asked:
    goal, on = question.goal, question.on
    measure = goal.measure_on(on)
    period = asking_period(measure)
    first, last = (on, on)
    when = f"{words.weekday_short(on)} {words.date_short(on, flow.smart.today)}"
    if period is not None:
        first, last = period_bounds(on, period, flow.smart.settings.first_weekday)
        when = words.date_range(first, last)
    held = [day for day in question.reviewed.days if first <= day.on <= last]
    what, sign = words.gettext(WITHOUT_VALUE[DayState.UNKNOWN]), UNKNOWN
    if held and not question.open:
        what, sign = _held(held, goal, words)
    tone = "text" if sign == UNKNOWN else "good" if sign == ANSWERED else "dim"
    heading = words.gettext("Without an answer")
    return Asked(question.key, heading, str(goal.no), title(goal, words), when, what, sign, tone, question.open)


def _held(days: Sequence[DayValue], goal: Goal, words: Words) -> tuple[str, str]:
    """What was entered for a day, or for the days of a period, and its sign."""
    known = [day for day in days if day.value is not None]
    if not known:
        return words.gettext(WITHOUT_VALUE[DayState.EXCUSED]), EXCUSED
    shown = [
        day_shown(GridDay(day.on, DayState.VALUE, day.value), goal.measure_on(day.on), CELLS, words) for day in known
    ]
    return ", ".join(shown), ANSWERED


def _promise(question: Question, activity: Activity, weeks: bool, flow: ReviewFlow, words: Words) -> Asked:
    text = ", ".join(part for part in (activity.what, activity.when, activity.where) if part)
    what = promise_label(activity.outcome, words)
    if activity.outcome is None and suggested(activity):
        what = words.gettext("marked done; Enter: kept")
    elif activity.outcome is not None and activity.reason:
        what = words.gettext("{answer}: {reason}").format(answer=what, reason=activity.reason)
    settings = flow.smart.settings
    week = period_bounds(question.on, Period.WEEK, settings.first_weekday)[0]
    when = week_named(week, settings, words) if weeks else ""
    tone = "good" if activity.outcome is Promise.KEPT else "text"
    heading = words.gettext("What you planned")
    sign = PROMISE_SIGN[activity.outcome]
    return Asked(question.key, heading, str(question.goal.no), text, when, what, sign, tone, question.open)
