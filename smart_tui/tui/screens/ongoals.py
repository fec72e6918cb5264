"""What acting on goals takes: which ones the keys mean, how they stand, and that they are shown again afterwards."""

import asyncio
from collections.abc import Sequence

from smart_tui.domain.goal import Assessment, DayValue, Goal, State
from smart_tui.domain.measure import goal_days
from smart_tui.domain.status import assess
from smart_tui.i18n import Words
from smart_tui.store import queries
from smart_tui.tui.screens.base import BaseScreen


def goals_named(goals: Sequence[Goal], words: Words) -> str:
    """The heading of a dialog about one goal or several: number and title, or how many there are."""
    if len(goals) == 1:
        return f"{goals[0].no}  {goals[0].title}"
    return words.ngettext("{n} goal", "{n} goals", len(goals)).format(n=words.number(len(goals)))


class OnGoals(BaseScreen[None]):
    """A screen with a goal under its cursor. It says which with `goal_here`, and shows again what was changed."""

    def __init__(self) -> None:
        super().__init__()
        # Keys pressed quickly are written one after the other, each on what the one before left.
        self._turn = asyncio.Lock()

    def goal_here(self) -> Goal | None:
        """The goal the keys act on."""
        raise NotImplementedError

    def goals_here(self) -> tuple[Goal, ...]:
        """All goals that an action on several means: the selected ones, or the one under the cursor."""
        goal = self.goal_here()
        return (goal,) if goal else ()

    async def goals_changed(self, ids: Sequence[int]) -> None:
        """Show these goals again as they are stored now; one that is gone or elsewhere leaves."""
        raise NotImplementedError

    async def thing_done(self) -> bool:
        """Mark the thing under the cursor as done, or open again; False where the cursor is on the goal itself."""
        return False

    async def thing_deleted(self) -> bool:
        """Delete the thing under the cursor; False where the cursor is on the goal itself."""
        return False

    def assessed(self, goal: Goal) -> Assessment:
        """How a goal stands today, by what is stored now."""
        entries = self.smart.store.read(queries.entries, goal.id)
        return assess(goal, entries, self.today, self.smart.settings)

    def _days(self, goal: Goal) -> Sequence[DayValue]:
        return goal_days(goal, self.smart.store.read(queries.entries, goal.id), self.today)

    def _takes_entries(self, goal: Goal) -> bool:
        if goal.state in (State.ACTIVE, State.PAUSED):
            return True
        if goal.state == State.DRAFT:
            self.say(self.words.gettext("This is a draft: open it and activate it, then check in."))
        else:
            self.say(self.words.gettext("This goal is closed: press f to open it again."))
        return False

    def _taking(self) -> tuple[Goal, ...]:
        """The goals the keys mean that take entries; where none does, says why."""
        goals = self.goals_here()
        taking = tuple(goal for goal in goals if goal.state in (State.ACTIVE, State.PAUSED))
        if goals and not taking:
            self._takes_entries(goals[0])
        return taking

    async def _tell(self, ids: Sequence[int], sentence: str) -> None:
        await self.goals_changed(ids)
        self.smart.say(sentence.format(n=len(ids)) + " " + self.words.gettext("Press u to undo."))
