"""What the children of a goal say together (product.md §4, Roll-up)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from smart_tui.domain.goal import Assessment, Goal, State, Status
from smart_tui.domain.quantity import as_decimal

_WORST_FIRST = (Status.BEHIND, Status.AT_RISK, Status.STALE, Status.ON_TRACK, Status.NEEDS_BASELINE)
_STANDS_FOR = {Status.MISSED: Status.BEHIND, Status.ACHIEVED: Status.ON_TRACK}


class RollUp(NamedTuple):
    """Progress (0 to 1) and status of the active children, and how many they are."""

    progress: Decimal | None
    status: Status | None
    children: int


def roll_up(children: Sequence[tuple[Goal, Assessment]]) -> RollUp:
    """The weighted mean of the children's progress and the worst of their statuses.

    Only active children that do not rest count. One without progress (no target, nothing judged yet)
    is left out of the mean, one without status out of the worst. A missed child weighs as one behind,
    an achieved one as on track; *needs a baseline* is said only when no child can be judged.
    """
    active = [(goal, found) for goal, found in children if _counts(goal, found)]
    shares = [(goal.weight, Fraction(found.progress)) for goal, found in active if found.progress is not None]
    weight = sum(weight for weight, _ in shares)
    progress = as_decimal(sum((weight * share for weight, share in shares), Fraction(0)) / weight) if weight else None
    statuses = {_STANDS_FOR.get(found.status, found.status) for _, found in active if found.status is not None}
    return RollUp(progress, next((status for status in _WORST_FIRST if status in statuses), None), len(active))


def _counts(goal: Goal, found: Assessment) -> bool:
    return goal.state is State.ACTIVE and found.status is not Status.PAUSED
