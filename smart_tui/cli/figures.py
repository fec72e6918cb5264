"""What follows from one goal's entries beyond its standing: periods, streak, bare minimum, realism, its family."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.cli.standing import Standing, standing
from smart_tui.domain.buffer import Ask, bare_minimum, buffer_days
from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Assessment, Entry, Goal, Kind, Period, PeriodVerdict, Reason, State, Status
from smart_tui.domain.measure import effective_kind, goal_days, running_amount
from smart_tui.domain.quota import verdicts
from smart_tui.domain.realism import realism
from smart_tui.domain.rollup import RollUp, roll_up
from smart_tui.domain.settings import Settings
from smart_tui.domain.streak import Streak, streak
from smart_tui.store import queries
from smart_tui.store.connection import Reader

_ENDED = (Status.ACHIEVED, Status.MISSED, Status.PAUSED)
_ON_A_LINE = (Kind.TOTAL, Kind.LEVEL, Kind.MILESTONES)


class Figures(NamedTuple):
    """One goal with all that can be said of it."""

    goal: Goal
    assessment: Assessment
    on_the_way: bool
    """Whether it has a line it can be on: active, begun, and neither reached nor over."""
    periods: Sequence[PeriodVerdict] = ()
    """Of a quota, oldest first."""
    streak: Streak | None = None
    buffer: int | None = None
    """Days one could do nothing and still be on the line."""
    asks: Sequence[Ask] = ()
    running: Decimal | None = None
    """The running period of an amount per period so far."""
    realism: Sequence[Reason] = ()
    children: Sequence[tuple[Goal, Assessment]] = ()
    rollup: RollUp | None = None
    parent: Goal | None = None
    last: Entry | None = None
    """The latest value that was entered."""

    @property
    def by_children(self) -> bool:
        """Whether it stands by the goals that serve it, for want of a measure of its own."""
        return self.assessment.reason.code == CHILDREN

    @property
    def period(self) -> Period:
        """The period of a quota."""
        measure = self.goal.measure
        return measure.period if measure is not None and measure.period is not None else Period.WEEK


def figures(each: Standing, reader: Reader, today: date, settings: Settings) -> Figures:
    """Everything `show` says of a goal; a closed one as of the day it was closed. Raises StoreError."""
    goal, entries = each.goal, each.entries
    day = today if goal.closed_on is None or goal.state is not State.CLOSED else min(today, goal.closed_on)
    children = _children(goal, reader, today, settings)
    assessment = _family(each, children)
    measure, days = goal.measure_on(day), goal_days(goal, entries, day)
    kind = Kind.MILESTONES if measure is None else effective_kind(measure)
    on_the_way = (
        goal.state is State.ACTIVE
        and assessment.status is not None
        and assessment.status not in _ENDED
        and assessment.reason.code not in ("not_started", CHILDREN)
        and kind in _ON_A_LINE
    )
    periods = verdicts(goal, days, day, settings.first_weekday, settings.reviewed_until) if kind is Kind.QUOTA else ()
    if goal.state is State.CLOSED:
        periods = tuple(verdict for verdict in periods if verdict.met is not None or verdict.last < day)
    draft = goal.state is State.DRAFT
    direct = [(child, found) for child, found in children if child.parent_id == goal.id]
    running = None if measure is None else running_amount(measure, days, day, settings.first_weekday)
    return Figures(
        goal,
        assessment,
        on_the_way,
        () if draft else periods,
        None if draft or kind is not Kind.QUOTA else streak(periods),
        buffer_days(goal, entries, day, settings) if on_the_way else None,
        bare_minimum(goal, entries, day, settings) if on_the_way else (),
        running[1] if running is not None and running[1] and goal.state is State.ACTIVE else None,
        _realism(goal, each, reader, today, settings),
        direct,
        roll_up(direct) if direct else None,
        queries.goal(reader, goal.parent_id) if goal.parent_id is not None else None,
        next((entry for entry in reversed(entries) if entry.on <= day and entry.value is not None), None),
    )


def _children(goal: Goal, reader: Reader, today: date, settings: Settings) -> list[tuple[Goal, Assessment]]:
    """The goals that serve this one and those that serve them, each with how it stands by its own entries."""
    below = queries.below(reader, goal.id)
    if not below:
        return []
    entries = queries.figures_of(reader, [child.id for child in below])
    found = [standing(child, entries.get(child.id, ()), today, settings) for child in below]
    from smart_tui.domain.family import stand_by_children

    family = stand_by_children([(child.goal, child.assessment) for child in found])
    return [(child.goal, family.get(child.goal.id, child.assessment)) for child in found]


def _family(each: Standing, children: Sequence[tuple[Goal, Assessment]]) -> Assessment:
    """How the goal stands: by its children, where it has nothing of its own to be measured by."""
    if not children:
        return each.assessment
    from smart_tui.domain.family import stand_by_children

    own = (each.goal, each.assessment)
    return stand_by_children([own, *children]).get(each.goal.id, each.assessment)


def _realism(goal: Goal, each: Standing, reader: Reader, today: date, settings: Settings) -> Sequence[Reason]:
    """What one's own record says of a goal that is still to be reached."""
    if goal.measure is None or goal.state is State.CLOSED:
        return ()
    closed = [(other, other.outcome) for other in queries.goals(reader, (State.CLOSED,)) if other.outcome is not None]
    return realism(goal, goal.measure, goal_days(goal, each.entries, today), today, settings, closed)
