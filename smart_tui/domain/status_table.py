"""The table of statuses, one row a kind, with the figures each is judged by (product.md §4)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.calendar import active_days, add_days, closed_pauses
from smart_tui.domain.forecast import Outlook, outlook
from smart_tui.domain.goal import Assessment, DayValue, Goal, Kind, Measure, PeriodVerdict, Reason, Status
from smart_tui.domain.measure import effective_kind, latest, total_on, versions_on
from smart_tui.domain.progress import MOST_POINTS, Line, Way, clamp, way
from smart_tui.domain.quantity import as_decimal
from smart_tui.domain.quota import at_most, judged_shares, running, verdicts
from smart_tui.domain.settings import Settings

LAST_PERIODS, FEWEST_JUDGED, SHARE_MARGIN = 8, 4, 15
LAST_READINGS = 4
NEAR_THE_LINE = Fraction(5, 100)
"""So small a gap is on track whatever the forecast's latest date."""

OVERDUE_DAYS, OVERDUE_MOST, OVERDUE_PERCENT = 7, 21, 5

_ZERO = Decimal(0)


class Finding(NamedTuple):
    """A goal's figures with the status its kind's row gives, and what the rules before the table need."""

    figures: Assessment
    reached_early: bool = False
    """Reached, whatever the date."""
    reached_at_end: bool = False
    """Reached if the deadline has passed."""
    lacks_baseline: bool = False
    untargeted: bool = False


def find(goal: Goal, days: Sequence[DayValue], today: date, settings: Settings) -> Finding:
    """Figures and table status of a goal on `today`; `days` come from `goal_days`."""
    versions = versions_on(goal, today)
    measure = versions[-1] if versions else None
    kind = Kind.MILESTONES if measure is None else effective_kind(measure)
    if measure is not None and measure.relative and measure.goal_value is None and not measure.untargeted:
        return Finding(_plain(goal, measure, days, today, Reason("needs_baseline")), lacks_baseline=True)
    if measure is not None and kind is Kind.QUOTA:
        return _quota(goal, measure, days, today, settings)
    if measure is not None and kind is Kind.WITHIN:
        return _within(goal, measure, days, today, settings)
    if measure is not None and kind is Kind.RATING:
        return _rating(goal, days, today)
    here = way(goal, days, today, settings.first_weekday)
    if here is not None and kind is Kind.MILESTONES:
        return _milestones(goal, here, today)
    if here is not None:
        return _total_or_level(goal, here, days, today, settings)
    if measure is not None and not measure.untargeted and measure.goal_value is not None:
        figures = _plain(goal, measure, days, today, Reason("first_reading"))
        return Finding(figures._replace(status=Status.ON_TRACK))
    return Finding(_plain(goal, measure, days, today, Reason("untargeted")), untargeted=True)


def _plain(goal: Goal, measure: Measure | None, days: Sequence[DayValue], today: date, reason: Reason) -> Assessment:
    """The figures of a goal that cannot be judged: its value and its date."""
    value = None
    if measure is not None and effective_kind(measure) is Kind.TOTAL:
        value = total_on(measure, days, today)
    else:
        reading = latest(days, today)
        value = None if reading is None else reading.value
    target = None if measure is None or measure.untargeted else measure.goal_value
    return Assessment(None, reason, value=value, target=target, ends=goal.deadline)


def _on_the_way(goal: Goal, here: Way, status: Status, reason: Reason) -> Assessment:
    done, expected = here.done, here.expected
    missing = _ZERO if here.reached else abs(here.target - (here.v0 if here.value is None else here.value))
    return Assessment(
        status,
        reason,
        here.value,
        here.target,
        as_decimal(clamp(done)),
        None if expected is None else as_decimal(clamp(expected)),
        None if expected is None else as_decimal(expected - done),
        missing,
        goal.deadline,
    )


def _total_or_level(goal: Goal, here: Way, days: Sequence[DayValue], today: date, settings: Settings) -> Finding:
    expected = here.expected
    ahead = None if here.reached else outlook(goal, days, today, settings)
    status, reason = Status.ON_TRACK, Reason("no_deadline")
    if expected is not None:
        reason = _gap_reason(here, expected)
    if ahead is not None and (ahead.stuck or ahead.forecast is not None):
        status, reason = _by_forecast(goal, here, ahead, reason)
    elif expected is not None:
        gap = expected - here.done
        worth = here.line.four_weeks() if isinstance(here.line, Line) else MOST_POINTS
        if gap >= 2 * worth:
            status = Status.BEHIND
        elif gap >= worth:
            status = Status.AT_RISK
    if here.value is None and status is Status.ON_TRACK:
        reason = Reason("first_reading", dict(reason.params))
    figures = _on_the_way(goal, here, status, reason)._replace(outlook=ahead)
    return Finding(figures, here.reached, here.reached)


def _by_forecast(goal: Goal, here: Way, ahead: Outlook, reason: Reason) -> tuple[Status, Reason]:
    """The row of a total or level with a forecast; without a deadline only the lack of any pace counts."""
    found, gap = ahead.forecast, None if here.expected is None else here.expected - here.done
    params = {**reason.params, "value": here.v0 if here.value is None else here.value, "on": here.read_on}
    params |= {"deadline": goal.deadline, "weeks": ahead.based_on}
    if found is None:
        return Status.BEHIND, Reason("no_pace", params)
    if goal.deadline is None or gap is None:
        return Status.ON_TRACK, reason
    params |= {"earliest": found.earliest, "middle": found.middle, "latest": found.latest}
    if found.earliest > goal.deadline:
        return Status.BEHIND, Reason("forecast", params)
    if found.latest is not None and found.latest <= goal.deadline:
        return Status.ON_TRACK, Reason("forecast", params)
    return (Status.ON_TRACK, reason) if gap <= NEAR_THE_LINE else (Status.AT_RISK, Reason("forecast", params))


def _gap_reason(here: Way, expected: Fraction) -> Reason:
    """`gap`: how far behind the line in the goal's own unit, below zero when ahead; `line`: what it asks for."""
    value = here.v0 if here.value is None else here.value
    line = here.value_at(expected)
    behind = line - Fraction(value)
    if here.target < here.v0:
        behind = -behind
    params = {"gap": as_decimal(behind), "line": as_decimal(line), "value": value, "on": here.read_on}
    return Reason("gap", params)


def _quota(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date, settings: Settings) -> Finding:
    day = today if goal.deadline is None else min(today, goal.deadline)
    found = verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until)
    now = running(found, day)
    value = (now.value or _ZERO) if now is not None else None
    targeted = not measure.untargeted and measure.goal_value is not None
    ends = goal.deadline if now is None else now.last if goal.deadline is None else min(now.last, goal.deadline)
    if not targeted:
        return Finding(Assessment(None, Reason("untargeted"), value=value, ends=ends), untargeted=True)
    wanted = settings.default_share if measure.share_wanted is None else measure.share_wanted
    met, judged = judged_shares(found)
    unknown = sum(1 for verdict in found if verdict.judged and verdict.met is None)
    status, recent = _quota_status(found, wanted)
    silent = sum(1 for verdict in found if verdict.judged and verdict.met is None and verdict.last < today)
    params = {"met": recent[0], "judged": recent[1], "wanted": wanted, "unknown": silent}
    reason = Reason("share", params)
    target = missing = None
    if now is not None:
        target = now.target
        missing = _missing(measure, now)
        if status is not Status.BEHIND:
            reason = Reason("period", {**params, **_period_params(goal, measure, days, today, now, ends)})
    progress = None
    if judged and wanted:
        progress = as_decimal(clamp(Fraction(met * 100, wanted * judged)))
    figures = Assessment(status, reason, value, target, progress, None, None, missing, ends, met, judged)
    total = judged + unknown
    return Finding(figures, reached_at_end=total > 0 and met * 100 >= wanted * total)


def _quota_status(found: Sequence[PeriodVerdict], wanted: int) -> tuple[Status, tuple[int, int]]:
    """The quota row: shares of the last eight judged periods in whole numbers; with fewer than four, the last one."""
    met, judged = judged_shares(found, LAST_PERIODS)
    if judged >= FEWEST_JUDGED:
        if met * 100 < (wanted - SHARE_MARGIN) * judged:
            return Status.BEHIND, (met, judged)
        on_track = met * 100 >= wanted * judged
    else:
        on_track = next((verdict.met for verdict in reversed(found) if verdict.met is not None), True)
    return Status.ON_TRACK if on_track else Status.AT_RISK, (met, judged)


def _missing(measure: Measure, now: PeriodVerdict) -> Decimal:
    """To the target of the running period; of a ceiling, the room left, below zero when exceeded."""
    left = now.target - (now.value or _ZERO)
    return left if at_most(measure) else max(left, _ZERO)


def _whole(goal: Goal, measure: Measure, now: PeriodVerdict) -> Decimal | None:
    """What the running period is to hold with all of its days: a version that began within it counts from the next."""
    judging = goal.measure_on(now.first)
    same = judging is not None and effective_kind(judging) is Kind.QUOTA and judging.period is measure.period
    return (judging if judging is not None and same else measure).goal_value


def _period_params(
    goal: Goal, measure: Measure, days: Sequence[DayValue], today: date, now: PeriodVerdict, ends: date | None
) -> dict[str, object]:
    """Quota now (§4): what is missing, the active days left with today, and whether one's best day cannot do it."""
    last = now.last if ends is None else ends
    pauses = closed_pauses(goal.pauses, today) if goal.pauses else ()
    excused = [day.on for day in days if day.excused and day.on >= now.first]
    left = active_days(add_days(today, -1), last, measure.weekdays, pauses, excused)
    missing = _missing(measure, now)
    best = max((day.value for day in days if day.value is not None), default=None)
    out_of_reach = not at_most(measure) and missing > 0 and (left == 0 or (best is not None and missing > best * left))
    return {
        "value": now.value,
        "target": now.target,
        "whole": _whole(goal, measure, now),
        "missing": missing,
        "ends": last,
        "excused_days": now.excused_days,
        "days_left": left,
        "out_of_reach": out_of_reach,
        "at_most": at_most(measure),
    }


def _within(goal: Goal, measure: Measure, days: Sequence[DayValue], today: date, settings: Settings) -> Finding:
    day = today if goal.deadline is None else min(today, goal.deadline)
    readings = [d.value for d in days if d.value is not None and d.on <= day]
    value = readings[-1] if readings else None
    if measure.untargeted or (measure.low is None and measure.high is None):
        return Finding(Assessment(None, Reason("untargeted"), value=value, ends=goal.deadline), untargeted=True)
    inside = [is_inside(measure, reading) for reading in readings]
    recent = inside[-LAST_READINGS:]
    share = as_decimal(Fraction(sum(inside), len(inside))) if inside else None
    status = Status.ON_TRACK
    reason = Reason("first_reading")
    if recent:
        reason = Reason("inside", {"inside": sum(recent), "of": len(recent), "value": value})
        if 2 * sum(recent) < len(recent):
            status = Status.BEHIND
        elif not all(recent):
            status = Status.AT_RISK
    figures = Assessment(status, reason, value=value, progress=share, ends=goal.deadline)
    wanted = settings.default_share if measure.share_wanted is None else measure.share_wanted
    held = bool(inside) and sum(inside) * 100 >= wanted * len(inside)
    return Finding(figures._replace(met=sum(inside), judged=len(inside)), reached_at_end=held)


def is_inside(measure: Measure, value: Decimal) -> bool:
    """Whether a reading lies within a range."""
    return (measure.low is None or value >= measure.low) and (measure.high is None or value <= measure.high)


def _rating(goal: Goal, days: Sequence[DayValue], today: date) -> Finding:
    reading = latest(days, today if goal.deadline is None else min(today, goal.deadline))
    if reading is None or reading.value is None:
        figures = Assessment(Status.ON_TRACK, Reason("first_reading"), target=_ZERO, ends=goal.deadline)
        return Finding(figures)
    level = reading.value
    status = Status.BEHIND if level <= -2 else Status.ON_TRACK if level >= 0 else Status.AT_RISK
    progress = as_decimal(clamp(Fraction(level + 2) / 2))
    reason = Reason("rating", {"level": level, "on": reading.on})
    figures = Assessment(status, reason, level, _ZERO, progress, missing=max(_ZERO - level, _ZERO), ends=goal.deadline)
    return Finding(figures, reached_at_end=level >= 0)


def _milestones(goal: Goal, here: Way, today: date) -> Finding:
    waiting = sorted(
        (milestone.due, milestone.id, milestone.title)
        for milestone in goal.milestones
        if milestone.due is not None and (milestone.done_on is None or milestone.done_on > today)
    )
    status = Status.ON_TRACK
    if waiting and waiting[0][0] < today:
        due, _, title = waiting[0]
        late = (today - due).days
        status = Status.BEHIND if _long_overdue(goal, late) else Status.AT_RISK
        overdue = sum(1 for other in waiting if other[0] < today)
        reason = Reason("overdue", {"title": title, "days": late, "due": due, "count": overdue})
    elif waiting:
        reason = Reason("no_overdue", {"next": waiting[0][2], "due": waiting[0][0]})
    else:
        reason = Reason("no_overdue", {"next": None, "due": goal.deadline})
    return Finding(_on_the_way(goal, here, status, reason), here.reached, here.reached)


def _long_overdue(goal: Goal, late: int) -> bool:
    """More than 7 days or 5 % of the span, whichever is longer, but 21 days at most."""
    span = 0 if goal.deadline is None or goal.start is None else max((goal.deadline - goal.start).days, 0)
    return late > OVERDUE_MOST or (late > OVERDUE_DAYS and late * 100 > OVERDUE_PERCENT * span)
