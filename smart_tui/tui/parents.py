"""The longer-term goal that a goal is a part of: which ones may be chosen, and why others may not."""

from collections.abc import Iterable, Sequence

from smart_tui.domain.goal import Goal, State
from smart_tui.domain.tree import may_be_parent
from smart_tui.i18n import Words

MOST = 4
"""How many goals are offered at a time."""


def parent_text(goal: Goal) -> str:
    """A goal as it stands in the field once it was chosen: its number and its title."""
    return f"{goal.no} {goal.title}".strip()


def matching(typed: str, goals: Iterable[Goal], goal_id: int | None) -> list[Goal]:
    """The goals that what was typed names, by number, by the whole text, or by a part of the title."""
    wanted = " ".join(typed.casefold().split())
    named = [goal for goal in goals if goal.id != goal_id and goal.title and goal.state is not State.CLOSED]
    exact = [goal for goal in named if wanted in (str(goal.no), parent_text(goal).casefold(), goal.title.casefold())]
    return exact or [goal for goal in named if wanted and wanted in goal.title.casefold()]


def allowed(goal: Goal, goals: Sequence[Goal], goal_id: int | None) -> bool:
    """Whether the goal being written may be a part of this one."""
    return may_be_parent(goal_id or 0, goal.id, {other.id: other.parent_id for other in goals})


def likely(goals: Sequence[Goal], goal_id: int | None) -> list[Goal]:
    """The goals one would choose first: those that have parts already, then those that end last or not at all."""
    above = {goal.parent_id for goal in goals if goal.parent_id is not None}
    open_ones = [g for g in goals if g.state in (State.ACTIVE, State.PAUSED) and g.id != goal_id and g.title]
    fitting = [goal for goal in open_ones if allowed(goal, goals, goal_id)]
    return sorted(fitting, key=lambda g: (g.id not in above, g.deadline is not None, _late(g), g.no))[:MOST]


def refusal(goal: Goal, goals: Sequence[Goal], goal_id: int | None, words: Words) -> str:
    """Why the goal being written cannot be a part of this one; empty where it can."""
    if allowed(goal, goals, goal_id):
        return ""
    parents = {other.id: other.parent_id for other in goals}
    seen: set[int] = set()
    at: int | None = goal.id
    while at is not None and at not in seen:
        if at == goal_id:
            pattern = words.gettext("Goal {number}, {title}, is a part of this one.")
            return pattern.format(number=goal.no, title=goal.title)
        seen.add(at)
        at = parents.get(at)
    pattern = words.gettext("Under goal {number}, {title}, there would be more than three levels.")
    return pattern.format(number=goal.no, title=goal.title)


def _late(goal: Goal) -> int:
    return -goal.deadline.toordinal() if goal.deadline is not None else 0
