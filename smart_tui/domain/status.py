"""How a goal stands: the rules that come before the table of statuses, and the order of the list (product.md §4)."""

from collections.abc import Sequence
from datetime import date

from smart_tui.domain.cadence import cadence_days
from smart_tui.domain.calendar import EVERY_DAY, active_days, closed_pauses, paused_on
from smart_tui.domain.goal import Assessment, DayValue, Entry, Goal, Kind, Measure, Reason, State, Status
from smart_tui.domain.measure import effective_kind, goal_days, start_of, versions_on
from smart_tui.domain.settings import Settings
from smart_tui.domain.status_table import Finding, find

RULES = 4
"""The number of these rules: raise it with every change of what `assess` gives, so that figures kept by the rules
before are not believed any more."""

STALE_AFTER = 2
"""So many cadences without an entry make a goal stale."""

_RANK = {
    Status.MISSED: 0,
    Status.ACHIEVED: 0,
    Status.NEEDS_BASELINE: 1,
    Status.BEHIND: 2,
    Status.AT_RISK: 3,
    Status.STALE: 4,
    Status.ON_TRACK: 5,
    None: 6,
    Status.PAUSED: 7,
}
_DEFAULTS = Settings()
_NO_END = 1 << 22
"""More days than the calendar has."""


def assess(goal: Goal, entries: Sequence[Entry], today: date, settings: Settings = _DEFAULTS) -> Assessment:
    """How `goal` stands today, from its own entries in any order: a pure function, always with a reason.

    Versions and entries after `today` do not exist yet, so that the past keeps its verdicts. The
    status is None for drafts, closed goals (figures as of the day they were closed) and goals
    without a target. Progress and expected are shares of the way, 0 to 1.
    """
    if goal.state is State.DRAFT:
        measure = goal.measure
        target = None if measure is None or measure.untargeted else measure.goal_value
        return Assessment(None, Reason("draft"), target=target, ends=goal.deadline)
    day = today
    if goal.state is State.CLOSED and goal.closed_on is not None:
        day = min(today, goal.closed_on)
    days = goal_days(goal, entries, day)
    finding = find(goal, days, day, settings)
    if goal.state is State.CLOSED:
        params = {"outcome": goal.outcome, "on": goal.closed_on}
        return finding.figures._replace(status=None, reason=Reason("closed", params))
    return _first_rule(goal, days, finding, today)


def order_key(goal: Goal, assessment: Assessment, today: date) -> tuple[int, int, str, int]:
    """Sort key of the list: the group of the status, days to the period's end or deadline, title, number."""
    return order_of(assessment.status, assessment.ends, goal.title, goal.no, today)


def order_of(status: Status | None, ends: date | None, title: str, no: int, today: date) -> tuple[int, int, str, int]:
    """The same of the four values it depends on."""
    return _RANK[status], _NO_END if ends is None else ends.toordinal() - today.toordinal(), title.casefold(), no


def standing_reason(assessment: Assessment, today: date) -> Reason:
    """Why a row stands where it stands: the reason of its status and, as `days_left`, the days that order it."""
    days = None if assessment.ends is None else (assessment.ends - today).days
    return Reason(assessment.reason.code, {**assessment.reason.params, "days_left": days})


def _first_rule(goal: Goal, days: Sequence[DayValue], finding: Finding, today: date) -> Assessment:
    figures = finding.figures
    pause = paused_on(today, goal.pauses) if goal.pauses else None
    if goal.state is not State.PAUSED and not finding.untargeted:
        decided = _decided(goal, finding, today)
        if decided is not None:
            return decided
    if goal.state is State.PAUSED or pause is not None:
        since = pause.first if pause is not None else None
        until = pause.last if pause is not None else None
        return _with(figures, Status.PAUSED, Reason("paused", {"since": since, "until": until}))
    if finding.untargeted:
        return figures
    if finding.lacks_baseline:
        return _with(figures, Status.NEEDS_BASELINE, Reason("needs_baseline"))
    start = start_of(goal, today)
    if today < start:
        return _with(figures, Status.ON_TRACK, Reason("not_started", {"start": start}))
    silent = _silent_days(goal, days, today)
    if silent is not None:
        return _with(figures, Status.STALE, Reason("stale", {"days": silent}))
    return figures


def _decided(goal: Goal, finding: Finding, today: date) -> Assessment | None:
    """Reached, or past its deadline: so stands an active goal until it is closed, also in a pause with an end."""
    figures = finding.figures
    over = goal.deadline is not None and today > goal.deadline
    if finding.reached_early or (over and finding.reached_at_end):
        return _with(figures, Status.ACHIEVED, Reason("reached", {"value": figures.value, "target": figures.target}))
    if over and goal.deadline is not None:
        params = {"days": (today - goal.deadline).days, "deadline": goal.deadline}
        return _with(figures, Status.MISSED, Reason("deadline_passed", params))
    return None


def _with(figures: Assessment, status: Status, reason: Reason) -> Assessment:
    return Assessment(status, reason, *figures[2:])


def _silent_days(goal: Goal, days: Sequence[DayValue], today: date) -> int | None:
    """Days since anything was entered, once that is two cadences of days not paused.

    None for milestones, and for a quota whose silence means zero: saying nothing says how it stands.
    """
    versions = versions_on(goal, today)
    if not versions:
        return None
    measure = versions[-1]
    kind = effective_kind(measure)
    if kind is Kind.MILESTONES or (kind is Kind.QUOTA and measure.silence_is_zero):
        return None
    since = _last_sign(goal, measure, days, today)
    silent = today.toordinal() - since.toordinal()
    if silent < STALE_AFTER * 7:
        return None
    pauses = closed_pauses(goal.pauses, today) if goal.pauses else ()
    awake = active_days(since, today, EVERY_DAY, pauses)
    return silent if awake >= STALE_AFTER * cadence_days(goal, measure, days, today) else None


def _last_sign(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date) -> date:
    """The last entry or dated baseline; before any, the start, or the day the goal was written if that is later."""
    since = start_of(goal, today)
    if goal.created_at is not None:
        since = max(since, goal.created_at.date())
    if days and days[-1].on > since:
        since = days[-1].on
    if measure.baseline_on is not None and since < measure.baseline_on <= today:
        since = measure.baseline_on
    return since
