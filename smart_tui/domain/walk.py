"""In which order a review goes through the goals, and what it asks about them (product.md §7)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Status
from smart_tui.domain.review import Review, Span, Way
from smart_tui.domain.weekfigures import GoalWeek

FALL = 2
"""Confidence that fell by so much asks for a goal to be looked at by itself."""

_SINGLY = (
    Status.MISSED,
    Status.ACHIEVED,
    Status.NEEDS_BASELINE,
    Status.BEHIND,
    Status.AT_RISK,
    Status.STALE,
)
"""Worst first: the groups of the list."""


class Walk(NamedTuple):
    """The ids of the goals, worst first: those looked at one by one, and those taken together."""

    singly: tuple[int, ...]
    batch: tuple[int, ...]


def walk(weeks: Sequence[GoalWeek], statuses: Mapping[int, Status | None] | None = None) -> Walk:
    """How a review walks through goals that come in the order of the list.

    `statuses`, by goal, go before those of the weeks: a walk that has begun keeps its order when a decision
    changes how a goal stands.
    """
    ranked = []
    for at, week in enumerate(weeks):
        status = week.status if statuses is None else statuses.get(week.goal_id, week.status)
        if status in _SINGLY and not by_children(week):
            ranked.append((_SINGLY.index(status), at, week.goal_id))
        elif fell(week, week.confidence):
            ranked.append((len(_SINGLY), at, week.goal_id))
    singly = tuple(goal_id for _, _, goal_id in sorted(ranked))
    return Walk(singly, tuple(week.goal_id for week in weeks if week.goal_id not in singly))


def fell(week: GoalWeek, confidence: int | None) -> bool:
    """Whether `confidence` is at least two below what was said before the span."""
    if confidence is None or week.confidence_before is None:
        return False
    return week.confidence_before - confidence >= FALL


def asks_how_sure(status: Status | None) -> bool:
    """Whether one is asked how sure one is of a goal that stands so: not of one that is to be closed, or rests."""
    return status not in (Status.ACHIEVED, Status.MISSED, Status.PAUSED)


def wants_cause(week: GoalWeek, confidence: int | None) -> bool:
    """Whether a goal is asked for a cause: it is at risk or behind, or `confidence`, said now, fell by two."""
    behind = week.status in (Status.AT_RISK, Status.BEHIND) and not by_children(week)
    return behind or fell(week, confidence)


def by_children(week: GoalWeek) -> bool:
    """Whether a goal stands by the goals below it, which are asked about themselves."""
    return week.reason.code == CHILDREN


def monthly_due(at: Span | Review, reviews: Iterable[Review]) -> bool:
    """Whether the monthly questions are asked in a review: in the first one on the full way to end in its month.

    `reviews` may hold all of them, without their lines, in any order; only finished ones on the full way asked.
    """
    month = at.last.year, at.last.month
    return not any(
        each.finished and each.way is Way.FULL and each.week != at.week and (each.last.year, each.last.month) == month
        for each in reviews
    )
