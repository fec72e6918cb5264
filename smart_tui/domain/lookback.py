"""A month, a quarter or a year looked back on: put together from reviews, numbers and goals that ended (product.md §7).

Nothing is written for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.calendar import add_days
from smart_tui.domain.family import measured
from smart_tui.domain.goal import DayValue, Goal, Kind, Measure, Outcome, Period, PeriodVerdict, State
from smart_tui.domain.measure import effective_kind, start_of, total_on, value_on
from smart_tui.domain.progress import weight_of
from smart_tui.domain.promises import Share, kept_share
from smart_tui.domain.quota import at_most, judged_shares, verdicts
from smart_tui.domain.review import Cause, Review
from smart_tui.domain.reviewweek import latest_due
from smart_tui.domain.settings import Settings
from smart_tui.domain.stretch import Stretch, middle

RATED = Decimal(4)
"""From the lowest level of a rating to the highest."""
_NOT = Fraction(0)


class Ended(NamedTuple):
    """A goal that was closed in the stretch."""

    goal_id: int
    no: int
    title: str
    outcome: Outcome | None
    lesson: str
    on: date


class Moved(NamedTuple):
    """What a stretch changed of one goal: between the day before it and its last day, or today."""

    goal_id: int
    no: int
    title: str
    kind: Kind
    unit: str
    before: Decimal | None
    """A total, a reading, or the weight of milestones done; None before the first reading, and of a quota."""
    after: Decimal | None
    """The same at the end; of a quota what was entered in the stretch."""
    change: Decimal | None
    target: Decimal | None
    """What `after` is compared with; of a quota, what a whole period asks for."""
    met: int = 0
    judged: int = 0
    """Of a quota: the periods that ended in the stretch."""
    period: Period | None = None
    running: Decimal | None = None
    """Of a quota: what a period holds so far that goes on behind the stretch, or behind today; else None."""
    asked: Decimal | None = None
    """What that period asks for."""
    at_most: bool = False
    part: Fraction = Fraction(0)
    """How much of its whole way, or of what it asked for, the stretch moved it; not below 0."""
    confidence: tuple[tuple[date, int], ...] = ()
    """What was said in the stretch, oldest first."""


class Line(NamedTuple):
    """What was written under a prompt of a review of one week."""

    week: date
    prompt: str
    text: str


class LookBack(NamedTuple):
    """A stretch, put together."""

    stretch: Stretch
    over: bool
    """Whether its last day is behind one."""
    reviewed: int
    """Weeks of the stretch that a finished review covers."""
    weeks: int
    """Weeks of the stretch that are over, in which there was a goal, and that were or should have been reviewed."""
    promises: Share
    """Of the activities due in these weeks, and of those answered for in others."""
    ended: tuple[Ended, ...]
    """By outcome, achieved ones first; then by day."""
    begun: tuple[tuple[int, str], ...]
    """Numbers and titles of the goals that started in it."""
    moved: tuple[Moved, ...]
    """The goals that ran in it and have something to show: what moved most of its way first, then quotas,
    those met least first, then what did not move, each in the order they came in."""
    lines: tuple[Line, ...]
    """By week, in the order of writing."""
    causes: tuple[tuple[Cause, int], ...]
    """Why goals were not where they should be, most frequent first."""

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        """How many goals ended how."""
        return Counter(each.outcome for each in self.ended if each.outcome is not None)


def look_back(
    stretch: Stretch,
    reviews: Sequence[Review],
    goals: Sequence[Goal],
    days: Mapping[int, Sequence[DayValue]],
    today: date,
    settings: Settings,
) -> LookBack:
    """Put a stretch together, as far as it has gone today.

    `reviews` are whole, in any order, at least those that cover a week of the stretch; only finished ones count.
    `goals` are whole and of all states; `days`, by goal, are all days of a goal from `goal_days`.
    """
    weeks = stretch.weeks(settings)
    running = [goal for goal in goals if _ran(goal, stretch.first, stretch.last, today)]
    finished = sorted((each for each in reviews if each.finished), key=lambda each: each.week)
    inside = [each for each in finished if stretch.first <= middle(each.week, each.last) <= stretch.last]
    told = [week for week in weeks if _reviewed(week, finished) or week[0] < latest_due(today, settings)]
    over = [week for week in told if week[1] <= today and any(_ran(goal, *week, today) for goal in goals)]
    moved = sorted(_moved(running, days, stretch, today, settings), key=_most)
    causes = Counter(one.cause for each in inside for one in each.goals if one.cause is not None)
    return LookBack(
        stretch=stretch,
        over=stretch.last < today,
        reviewed=sum(_reviewed(week, finished) for week in over),
        weeks=len(over),
        promises=_promises(goals, weeks, over),
        ended=tuple(_ended(goals, stretch)),
        begun=tuple((goal.no, goal.title) for goal in goals if _begun(goal, stretch, today)),
        moved=tuple(moved),
        lines=tuple(
            Line(each.week, prompt, text) for each in inside for prompt, text in each.lines.items() if text.strip()
        ),
        causes=tuple(sorted(causes.items(), key=lambda pair: (-pair[1], list(Cause).index(pair[0])))),
    )


def _reviewed(week: tuple[date, date], finished: Sequence[Review]) -> bool:
    return any(each.since <= week[0] <= each.last for each in finished)


def _ran(goal: Goal, first: date, last: date, today: date) -> bool:
    """Whether a goal was on its way on a day of a span."""
    if goal.state is State.DRAFT or start_of(goal, today) > last:
        return False
    return goal.closed_on is None or goal.closed_on >= first


def _begun(goal: Goal, stretch: Stretch, today: date) -> bool:
    return goal.state is not State.DRAFT and stretch.first <= start_of(goal, today) <= min(stretch.last, today)


def _promises(goals: Sequence[Goal], weeks: Sequence[tuple[date, date]], over: Sequence[tuple[date, date]]) -> Share:
    """Those due in the weeks that are over; of the others only what was answered already."""

    def within(due: date | None, some: Sequence[tuple[date, date]]) -> bool:
        return due is not None and any(first <= due <= last for first, last in some)

    made = [one for goal in goals for one in goal.activities if within(one.due, weeks)]
    return kept_share(one.outcome for one in made if one.outcome is not None or within(one.due, over))


def _most(moved: Moved) -> tuple[int, Fraction]:
    """What moved most before what moved less, then quotas, those met least first, then what stood still."""
    if moved.kind is Kind.QUOTA:
        return (1, Fraction(moved.met, moved.judged) if moved.judged else Fraction(2)) if moved.part else (2, _NOT)
    return (0, -moved.part) if moved.part else (2, _NOT)


def _ended(goals: Sequence[Goal], stretch: Stretch) -> Iterator[Ended]:
    order = {outcome: place for place, outcome in enumerate(Outcome)}
    found = [
        Ended(goal.id, goal.no, goal.title, goal.outcome, goal.lesson, goal.closed_on)
        for goal in goals
        if goal.state is State.CLOSED and goal.closed_on is not None and stretch.first <= goal.closed_on <= stretch.last
    ]
    yield from sorted(
        found, key=lambda each: (len(order) if each.outcome is None else order[each.outcome], each.on, each.no)
    )


def _moved(
    goals: Sequence[Goal], days: Mapping[int, Sequence[DayValue]], stretch: Stretch, today: date, settings: Settings
) -> Iterator[Moved]:
    parents = {goal.parent_id for goal in goals}
    for goal in goals:
        if goal.id in parents and not measured(goal):
            # It moves by the goals below it, which stand here themselves.
            continue
        until = min(stretch.last, today, goal.closed_on or date.max)
        said = tuple(
            (one.on, one.value)
            for one in sorted(goal.confidence, key=lambda one: (one.on, one.id))
            if stretch.first <= one.on <= until
        )
        moved = _figures(goal, days.get(goal.id, ()), stretch, until, today, settings)._replace(confidence=said)
        if moved.after is not None or moved.judged or said:
            yield moved._replace(part=_part(moved, goal.measure_on(until)))


def _part(moved: Moved, measure: Measure | None) -> Fraction:
    """The part of its whole way that a goal moved; a quota moves where something of it was entered or judged."""
    if moved.kind is Kind.QUOTA:
        return Fraction(bool(moved.judged or moved.change))
    if not moved.change:
        return _NOT
    begun = (None if measure is None else measure.baseline) or Decimal(0)
    way = RATED if moved.kind is Kind.RATING else moved.target if moved.kind is Kind.MILESTONES else None
    if way is None:
        way = abs((moved.before if moved.target is None else moved.target - begun) or Decimal(0))
    return abs(Fraction(moved.change)) / Fraction(way or abs(moved.change))


def _figures(
    goal: Goal, days: Sequence[DayValue], stretch: Stretch, until: date, today: date, settings: Settings
) -> Moved:
    # Like everywhere, what is entered behind the deadline does not count.
    until = min(until, goal.deadline or date.max)
    measure = goal.measure_on(until)
    kind = Kind.MILESTONES if measure is None else effective_kind(measure)
    target = None if measure is None or measure.untargeted else measure.goal_value
    unit = "" if measure is None else measure.unit
    eve = min(add_days(max(stretch.first, start_of(goal, today)), -1), until)
    moved = Moved(goal.id, goal.no, goal.title, kind, unit, None, None, None, target)
    if measure is not None and kind is Kind.QUOTA:
        found = verdicts(goal, days, today, settings.first_weekday, settings.reviewed_until)
        met, judged = judged_shares([each for each in found if stretch.first <= each.last <= until])
        values = [day.value for day in days if day.value is not None and eve < day.on <= until]
        added = sum(values, Decimal(0)) if values else None
        period = measure.period or Period.WEEK
        moved = moved._replace(
            after=added, change=added, met=met, judged=judged, period=period, at_most=at_most(measure)
        )
        return _running(moved, [each for each in found if each.first <= until < each.last], days, until)
    if kind is Kind.MILESTONES:
        weight = Decimal(sum(weight_of(milestone) for milestone in goal.milestones) or 1)
        had, has = _done(goal, days, eve), _done(goal, days, until)
        return moved._replace(before=had, after=has, change=has - had, target=weight)
    if measure is not None and kind is Kind.TOTAL:
        begun, reached = total_on(measure, days, eve), total_on(measure, days, until)
        return moved._replace(before=begun, after=reached, change=reached - begun)
    before, after = _reading(goal, days, eve, settings), _reading(goal, days, until, settings)
    return moved._replace(before=before, after=after, change=_difference(after, before))


def _running(moved: Moved, on_its_way: Sequence[PeriodVerdict], days: Sequence[DayValue], until: date) -> Moved:
    """A quota with what its period held that goes on behind the stretch, or behind today."""
    for period in on_its_way:
        held = sum((day.value for day in days if day.value is not None and period.first <= day.on <= until), Decimal(0))
        return moved._replace(running=held, asked=None if moved.target is None else period.target)
    return moved


def _reading(goal: Goal, days: Sequence[DayValue], day: date, settings: Settings) -> Decimal | None:
    """A reading at the end of a day; before the first one the baseline."""
    measure = goal.measure_on(day)
    found = value_on(goal, days, day, settings.first_weekday)
    return measure.baseline if found is None and measure is not None else found


def _done(goal: Goal, days: Sequence[DayValue], day: date) -> Decimal:
    """The weight of the milestones done by the end of a day; where none are listed, 1 once the goal is done."""
    if goal.milestones:
        done = (one for one in goal.milestones if one.done_on is not None and one.done_on <= day)
        return Decimal(sum(weight_of(milestone) for milestone in done))
    ticked = any(one.value is not None and one.value >= 1 and one.on <= day for one in days)
    return Decimal(int(ticked))


def _difference(after: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if after is None or before is None else after - before
