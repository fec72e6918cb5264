"""What can be done to the things of a goal's page: which command of the store changes, ends or deletes them."""

from collections.abc import Callable, Mapping

from smart_tui.domain.goal import Activity, IfThenPlan, Measure, Milestone
from smart_tui.store.commands import entries as entry_commands
from smart_tui.store.commands import plans
from smart_tui.tui.widgets.sections import ACTIVITIES, ENTRIES, MILESTONES, PLANS

Thing = Milestone | Activity | IfThenPlan
KINDS: Mapping[str, str] = {MILESTONES: "milestone", ACTIVITIES: "activity", PLANS: "plan"}
"""What the store's commands call the things of a section."""
EDITING: Mapping[str, Callable[..., int]] = {
    MILESTONES: plans.edit_milestone,
    ACTIVITIES: plans.edit_activity,
    PLANS: plans.edit_plan,
}
DONE: Mapping[str, Callable[..., int]] = {MILESTONES: plans.milestone_done, ACTIVITIES: plans.activity_done}
DELETING: Mapping[str, Callable[..., int]] = {
    ENTRIES: entry_commands.delete_entry,
    MILESTONES: plans.delete_milestone,
    ACTIVITIES: plans.delete_activity,
    PLANS: plans.delete_plan,
}


def same_target(new: Measure, old: Measure) -> bool:
    """Whether two versions differ in nothing but their day, their reason and their line."""
    as_old = new._replace(id=old.id, valid_from=old.valid_from, reason=old.reason, keep_line=old.keep_line)
    return as_old == old
