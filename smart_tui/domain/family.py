"""How parents stand by the goals that serve them (product.md §4, Roll-up): one without a measure of its own shows them.

A parent with a measure, or with milestones, stands by those; its children are only listed.
"""

from collections.abc import Sequence

from smart_tui.domain.goal import Assessment, Goal, Reason, Status
from smart_tui.domain.rollup import RollUp, roll_up
from smart_tui.domain.tree import LEVELS

CHILDREN = "children"
"""The code of the reason; its value of the same name is how many goals are rolled up."""

_OWN = (Status.PAUSED, Status.MISSED, Status.ACHIEVED)
"""What a goal's own dates decide, whatever its children do."""


def measured(goal: Goal) -> bool:
    """Whether a goal stands by something of its own."""
    return goal.measure is not None or bool(goal.milestones)


def stand_by_children(standings: Sequence[tuple[Goal, Assessment]]) -> dict[int, Assessment]:
    """How the parents without a measure of their own stand, by goal id: the roll-up of their active children.

    Children that are not among `standings` do not count. What a goal's dates decide stays: a pause, a
    deadline that has passed.
    """
    known = {goal.id: (goal, own) for goal, own in standings}
    below: dict[int, list[int]] = {}
    for goal, _ in standings:
        parent = goal.parent_id
        if parent is not None and parent in known and not measured(known[parent][0]):
            below.setdefault(parent, []).append(goal.id)

    def standing(goal_id: int, level: int) -> Assessment:
        own = known[goal_id][1]
        if goal_id not in below or level >= LEVELS:
            return own
        return _by(own, roll_up([(known[child][0], standing(child, level + 1)) for child in below[goal_id]]))

    return {goal_id: standing(goal_id, 1) for goal_id in below}


def _by(own: Assessment, found: RollUp) -> Assessment:
    if not found.children:
        return own
    if own.status in _OWN:
        return own._replace(progress=found.progress, expected=None, gap=None)
    reason = Reason(CHILDREN, {CHILDREN: found.children})
    return Assessment(found.status, reason, progress=found.progress, ends=own.ends)
