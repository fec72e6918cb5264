"""One goal in the weeks of a review: its days, sums and promises, and how it stands at their end (product.md §7)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from smart_tui.domain.calendar import EVERY_DAY, add_days, paused_on, period_bounds
from smart_tui.domain.daygrid import summed
from smart_tui.domain.due import asking_period, asks_daily, unanswered
from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Assessment, Combine, DayValue, Goal, Kind, Measure, Period, PeriodVerdict
from smart_tui.domain.measure import default_combine, effective_kind, per_period, reading_on, start_of
from smart_tui.domain.progress import weight_of
from smart_tui.domain.promises import promises_of
from smart_tui.domain.quota import at_most, verdicts
from smart_tui.domain.review import Span
from smart_tui.domain.reviewweek import next_week, week_before
from smart_tui.domain.settings import Settings
from smart_tui.domain.status_table import find, is_inside
from smart_tui.domain.weekfigures import Course, DayMark, GoalWeek, Promised, WeekFigures

_ZERO = Decimal(0)
_DAYS_MET = {True: DayMark.MET, False: DayMark.NOT}


def goal_week(
    goal: Goal,
    days: Sequence[DayValue],
    span: Span,
    today: date,
    settings: Settings,
    assessment: Assessment,
    *,
    said_from: date | None = None,
    said_until: date | None = None,
) -> GoalWeek:
    """How a goal went in a span of weeks, and how it stands at their end, or today if they still run.

    `days` are all of the goal's up to `today`, from `goal_days`; `assessment` is how it stands today, of which
    status and reason are taken. The figures are those of the end of the span. Confidence counts as said if it was
    said from `said_from` to `said_until`: the days a review is walked on; without them, the days of the span.
    """
    look = _Look(goal, days, today, settings)
    weeks = [week_before(span, settings)]
    weeks += [period_bounds(week, Period.WEEK, settings.first_weekday) for week in span.weeks]
    missing = tuple(look.missing(span))
    reviewed = settings.reviewed_until is not None and settings.reviewed_until >= span.last
    look.asked = frozenset() if reviewed else frozenset(missing)
    figures = tuple(look.week(first, last) for first, last in weeks)
    end = min(span.last, today)
    here = look.standing(end, assessment)
    measure = goal.measure_on(end)
    kind = _kind(measure)
    said_from, said_until = said_from or span.since, said_until or span.last
    said = [(one.on, one.id, one.value) for one in goal.confidence if one.on <= said_until]
    return GoalWeek(
        goal_id=goal.id,
        no=goal.no,
        title=goal.title,
        kind=kind,
        unit="" if measure is None else measure.unit,
        status=assessment.status,
        reason=assessment.reason,
        weeks=figures,
        value=here.value,
        change=look.change(measure, figures, span.since, end),
        target=here.target,
        progress=here.progress,
        expected=here.expected,
        confidence=max((one for one in said if one[0] >= said_from), default=(None, 0, None))[2],
        confidence_before=max((one for one in said if one[0] < said_from), default=(None, 0, None))[2],
        promises=tuple(_promises(goal, span, settings)),
        missing=missing,
        period=None if measure is None else measure.period if kind is Kind.QUOTA else per_period(measure),
        at_most=measure is not None and kind is Kind.QUOTA and at_most(measure),
        course=_course(goal, span, today, settings),
        parts_done=sum(1 for one in goal.milestones if one.done_on is not None and one.done_on <= end),
        parts=len(goal.milestones),
        done=tuple(one.title for one in goal.milestones if one.done_on and span.since <= one.done_on <= end),
    )


class _Look:
    """A goal with its days, looked at on one day."""

    def __init__(self, goal: Goal, days: Sequence[DayValue], today: date, settings: Settings) -> None:
        self.goal, self.days, self.today, self.settings = goal, days, today, settings
        self.by_day: Mapping[date, DayValue] = {day.on: day for day in days}
        self.start = start_of(goal, today)
        self.deadline = goal.deadline or date.max
        """Behind it nothing counts, though it is kept."""
        self.asked: frozenset[date] = frozenset()
        """Days that a review asks for now: unknown, however long ago they were."""
        self.verdicts: tuple[PeriodVerdict, ...] = ()
        if any(effective_kind(measure) is Kind.QUOTA for measure in goal.measures):
            self.verdicts = verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until)

    def standing(self, end: date, assessment: Assessment) -> Assessment:
        """The figures at the end of a day."""
        if end < self.start:
            return assessment._replace(value=None, progress=None, expected=None)
        if end >= self.today or assessment.reason.code == CHILDREN:
            # What the goals below come to is not in this goal's own days.
            return assessment
        measure = self.goal.measure_on(end)
        # An amount per period is complete the morning after.
        on = add_days(end, 1) if measure is not None and per_period(measure) is not None else end
        return find(self.goal, tuple(day for day in self.days if day.on <= end), on, self.settings).figures

    def week(self, first: date, last: date) -> WeekFigures:
        """The figures of one week, or of a short one."""
        measure = self.goal.measure_on(first)
        if _kind(measure) is not Kind.QUOTA:
            measure = self.goal.measure_on(last)
        week = [add_days(first, offset) for offset in range((last - first).days + 1)]
        held = [self.by_day.get(day) for day in week]
        values = tuple(None if day is None else day.value for day in held)
        ending = [verdict for verdict in self.verdicts if first <= verdict.last and verdict.first <= last]
        figures = WeekFigures(
            first,
            last,
            self._value(measure, week, values),
            marks=tuple(self._mark(day, held, ending) for day, held in zip(week, held, strict=True)),
            values=values,
        )
        if measure is None or measure.untargeted:
            return figures
        if _kind(measure) is Kind.WITHIN:
            known = [(day, value) for day, value in zip(week, values, strict=True) if value is not None]
            judged = [self._inside_on(day, value) for day, value in known if day <= self.deadline]
            return figures._replace(days_met=sum(judged), days_judged=len(judged))
        if _kind(measure) is not Kind.QUOTA or measure.goal_value is None:
            return figures
        if measure.period is Period.DAY:
            outcomes = [one.met for one in ending if one.met is not None and one.first not in self.asked]
            return figures._replace(days_met=sum(outcomes), days_judged=len(outcomes))
        if ending and ending[-1].active_days and (measure.period or Period.WEEK) is Period.WEEK:
            return figures._replace(target=ending[-1].target, met=ending[-1].met)
        return figures

    def _value(self, measure: Measure | None, week: Sequence[date], values: Sequence[Decimal | None]) -> Decimal | None:
        if _kind(measure) is Kind.MILESTONES and self.goal.milestones:
            done = self._weight_done(week[0], min(week[-1], self.deadline))
            return done or None
        quota = _kind(measure) is Kind.QUOTA
        counts = self._inside if quota else self.deadline.__ge__
        known = [value for day, value in zip(week, values, strict=True) if value is not None and counts(day)]
        if not known:
            return None
        return sum(known, _ZERO) if summed(measure) else known[-1]

    def _weight_done(self, first: date, last: date) -> Decimal:
        done = (one for one in self.goal.milestones if one.done_on is not None and first <= one.done_on <= last)
        return Decimal(sum(weight_of(milestone) for milestone in done))

    def _inside_on(self, day: date, value: Decimal) -> bool:
        """Whether a reading lies within the range of its day."""
        measure = self.goal.measure_on(day)
        return measure is not None and is_inside(measure, value)

    def _inside(self, day: date) -> bool:
        ends = min(self.deadline, self.goal.closed_on or date.max)
        return self.start <= day <= ends

    def _mark(self, day: date, held: DayValue | None, verdicts: Sequence[PeriodVerdict]) -> DayMark:
        measure = self.goal.measure_on(day)
        kind = _kind(measure)
        if kind is Kind.MILESTONES and any(milestone.done_on == day for milestone in self.goal.milestones):
            return DayMark.VALUE
        met = None
        if measure is not None and kind is Kind.QUOTA and measure.period is Period.DAY:
            met = next((verdict.met for verdict in verdicts if verdict.first == day), None)
        if held is not None and held.value is not None:
            if measure is not None and kind is Kind.WITHIN and not measure.untargeted:
                met = is_inside(measure, held.value)
            if met is None:
                return DayMark.NOUGHT if not held.value and _adds_up(measure) else DayMark.VALUE
            return _DAYS_MET[met]
        if not self._inside(day):
            return DayMark.OUT
        if day > self.today:
            return DayMark.COMING
        if held is not None:
            return DayMark.EXCUSED
        if paused_on(day, self.goal.pauses) is not None:
            return DayMark.PAUSED
        if not (EVERY_DAY if measure is None else measure.weekdays) >> day.weekday() & 1:
            return DayMark.OFF
        if met is not None and day not in self.asked:
            return _DAYS_MET[met]
        return DayMark.UNKNOWN if measure is not None and asks_daily(measure) else DayMark.EMPTY

    def change(self, measure: Measure | None, weeks: Sequence[WeekFigures], since: date, end: date) -> Decimal | None:
        """What the days from `since` to `end` changed; like the value, nothing does behind the deadline."""
        kind, value = _kind(measure), weeks[-1].value
        if end < self.start:
            return None
        end = min(end, self.deadline)
        if measure is not None and kind is Kind.QUOTA:
            period = measure.period or Period.WEEK
            if period in (Period.DAY, Period.WEEK):
                return None if value is None or weeks[0].value is None else value - weeks[0].value
            since = max(since, period_bounds(end, period, self.settings.first_weekday)[0], self.start)
        if kind is Kind.MILESTONES and self.goal.milestones:
            return self._weight_done(since, end)
        if kind in (Kind.TOTAL, Kind.QUOTA):
            return sum((day.value for day in self.days if day.value is not None and since <= day.on <= end), _ZERO)
        now, before = self._reading(measure, end), self._reading(measure, min(add_days(since, -1), self.deadline))
        return None if now is None or before is None else now - before

    def _reading(self, measure: Measure | None, day: date) -> Decimal | None:
        """The reading at the end of a day; before the first one the baseline, of milestones that none are listed 0."""
        if measure is None or _kind(measure) is Kind.MILESTONES:
            return max((one.value for one in self.days if one.value is not None and one.on <= day), default=_ZERO)
        found = reading_on(self.goal, measure, self.days, day, self.today, self.settings.first_weekday)
        if found is not None:
            return found.value
        known = measure.baseline_on is None or measure.baseline_on <= day
        return measure.baseline if known else None

    def missing(self, span: Span) -> Iterator[date]:
        """The days of the span that nothing was said of; a period that still runs is not asked for."""
        last = min(span.last, self.today)
        for day in unanswered(self.goal, self.days, span.since, last, self.today, self.settings):
            measure = self.goal.measure_on(day)
            period = asking_period(measure)
            if period is None:
                if (measure is not None and asks_daily(measure)) or not any(each.on > day for each in self.days):
                    yield day
            elif self._over(day, period):
                yield day

    def _over(self, day: date, period: Period) -> bool:
        ends = period_bounds(day, period, self.settings.first_weekday)[1]
        return min(ends, self.deadline) <= self.today


def _adds_up(measure: Measure | None) -> bool:
    """Whether what is entered is so much more of it, and no reading."""
    if measure is None or measure.running:
        return False
    return (measure.combine or default_combine(measure)) is Combine.ADD


def _kind(measure: Measure | None) -> Kind:
    return Kind.MILESTONES if measure is None else effective_kind(measure)


def _course(goal: Goal, span: Span, today: date, settings: Settings) -> Course:
    newest = goal.measure
    rests = [pause.last for pause in goal.pauses if pause.last is not None and pause.last >= today]
    return Course(
        target=None if newest is None else newest.goal_value,
        target_before=goal.measures[-2].goal_value if len(goal.measures) > 1 else None,
        deadline=goal.deadline,
        reason="" if newest is None else newest.reason,
        rests_until=min(rests, default=None),
        outcome=goal.outcome,
        lesson=goal.lesson,
        planned=tuple(each.what for each in promises_of(goal, next_week(span, today, settings)[0], settings)),
    )


def _promises(goal: Goal, span: Span, settings: Settings) -> Iterator[Promised]:
    for week in span.weeks:
        for activity in promises_of(goal, week, settings):
            yield Promised(activity.outcome, activity.what, activity.reason)
