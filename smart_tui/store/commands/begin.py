"""Activating a draft with what its answers promise, as one step: milestones, activities, plans, a first confidence."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from smart_tui.domain.goal import Activity, IfThenPlan, Milestone
from smart_tui.store.commands import goals, plans

if TYPE_CHECKING:
    from smart_tui.store.records import Unit

LISTED = "raw.milestones"
"""The answer that keeps a draft's list of milestones as typed; from now on they are rows."""


def begin(
    unit: "Unit",
    goal_id: int,
    today: date,
    milestones: Sequence[Milestone] = (),
    activities: Sequence[Activity] = (),
    confidence: int | None = None,
    if_then: Sequence[IfThenPlan] = (),
) -> int:
    """Make a draft active and add what it was planned with; what is there already by its title is not added twice.

    Raises StoreError invalid without a title.
    """
    goals.activate(unit, goal_id, today)
    goals.set_answer(unit, goal_id, LISTED, "")
    titles = {row["title"] for row in unit.rows("milestone", goal_id=goal_id)}
    for milestone in milestones:
        if milestone.title not in titles:
            titles.add(milestone.title)
            plans.add_milestone(unit, goal_id, milestone.title, milestone.due, milestone.weight)
    known = {row["what"] for row in unit.rows("activity", goal_id=goal_id)}
    for activity in activities:
        if activity.what not in known:
            known.add(activity.what)
            when, where = activity.when, activity.where
            plans.add_activity(unit, goal_id, activity.what, when, where, activity.due, activity.horizon)
    situations = {row["situation"] for row in unit.rows("plan", goal_id=goal_id)}
    for plan in if_then:
        if plan.situation not in situations:
            situations.add(plan.situation)
            plans.add_plan(unit, goal_id, plan.situation, plan.action)
    if confidence is not None and not unit.rows("confidence", goal_id=goal_id):
        plans.set_confidence(unit, goal_id, today, confidence)
    return goal_id
