"""A goal's way from active to closed, of one goal or of all that are selected: it rests, goes on, ends, opens again.

What is done to several goals is one step to undo.
"""

from collections.abc import Sequence
from datetime import date

from textual import work

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.goal import Goal, State
from smart_tui.store import queries
from smart_tui.tui.screens.forgetting import Forgetting


class Phases(Forgetting):
    """What begins, interrupts and ends a goal."""

    def phase_over(self) -> None:
        """Goals went on to another phase: several that were selected for it are so no longer."""

    async def _moved_on(self, ids: Sequence[int], sentence: str) -> None:
        self.phase_over()
        await self._tell(ids, sentence)

    # Resting.

    @work
    async def action_pause_or_resume(self) -> None:
        goals = self.goals_here()
        if not goals:
            return
        resting = [goal for goal in goals if goal.state == State.PAUSED or self._rests_today(goal)]
        running = [goal for goal in goals if goal.state == State.ACTIVE and not self._rests_today(goal)]
        if running:
            await self._pause(running)
        elif resting:
            await self._resume(resting)
        else:
            self.say(self.words.gettext("Only an active goal can be paused."))

    def _rests_today(self, goal: Goal) -> bool:
        return goal.state == State.ACTIVE and paused_on(self.today, goal.pauses) is not None

    async def _pause(self, goals: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import all_of, pause
        from smart_tui.tui.screens.pause import PauseScreen, Rest

        ids = [goal.id for goal in goals]

        async def save(rest: Rest) -> bool:
            return await self.write(all_of, "pause", pause, ids, *rest) is not None

        if await self.ask(PauseScreen(goals, self.today), save) is not None:
            await self._moved_on(ids, self.words.ngettext("{n} goal paused.", "{n} goals paused.", len(ids)))

    async def _resume(self, goals: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import all_of, resume

        ids = [goal.id for goal in goals]
        if await self.write(all_of, "resume", resume, ids, self.today) is not None:
            said = self.words.ngettext("{n} goal taken up again.", "{n} goals taken up again.", len(ids))
            await self._moved_on(ids, said)

    @work
    async def action_pause_all(self) -> None:
        """Let every active goal rest for some days; while all of them do, take them up again."""
        active = await self.smart.store.read_aside(queries.goals, (State.ACTIVE,))
        if not active:
            self.say(self.words.gettext("No goal is active."))
        elif all(self._rests_today(goal) for goal in active):
            await self._resume(active)
        else:
            await self._pause_all(active)

    async def _pause_all(self, active: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import pause_everything
        from smart_tui.tui.screens.pause import HolidayScreen

        async def save(rest: tuple[date, date]) -> bool:
            return await self.write(pause_everything, *rest) is not None

        rest = await self.ask(HolidayScreen(len(active), self.today), save)
        if rest is not None:
            said = self.words.ngettext(
                "{n} goal rests until {day}.", "{n} goals rest until {day}.", len(active)
            ).format(n=len(active), day=self.words.date_full(rest[1]))
            await self._moved_on([goal.id for goal in active], said)

    # Closing and opening.

    @work
    async def action_finish_or_reopen(self) -> None:
        goals = self.goals_here()
        running = [goal for goal in goals if goal.state in (State.ACTIVE, State.PAUSED)]
        closed = [goal for goal in goals if goal.state == State.CLOSED]
        if running:
            await self._finish(running)
        elif closed:
            await self._reopen(closed)
        elif goals:
            self.say(self.words.gettext("A draft is not finished but activated or deleted."))

    async def _finish(self, goals: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import all_of, finish
        from smart_tui.text.labels import outcome_name
        from smart_tui.tui.screens.finish import Ending, FinishScreen

        ids = [goal.id for goal in goals]

        async def save(ending: Ending) -> bool:
            return await self.write(all_of, "finish", finish, ids, *ending, self.today) is not None

        ending = await self.ask(FinishScreen(goals), save)
        if ending is None:
            return
        outcome = outcome_name(ending[0], self.words)
        if len(ids) == 1:
            self.phase_over()
            await self.goals_changed(ids)
            self.say(self.words.gettext("Closed: {outcome}.").format(outcome=outcome))
            return
        said = self.words.ngettext("{n} goal closed: {outcome}.", "{n} goals closed: {outcome}.", len(ids))
        await self._moved_on(ids, said.format(n=len(ids), outcome=outcome))

    async def _reopen(self, goals: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import all_of, reopen

        ids = [goal.id for goal in goals]
        if await self.write(all_of, "reopen", reopen, ids, self.today) is not None:
            said = self.words.ngettext("{n} goal opened again.", "{n} goals opened again.", len(ids))
            await self._moved_on(ids, said)

    @work
    async def action_delete_goal(self) -> None:
        if await self.thing_deleted():
            return
        goals = self.goals_here()
        if not goals:
            return
        from smart_tui.domain.backup import BackupReason
        from smart_tui.store.commands.goals import all_of, delete

        ids = [goal.id for goal in goals]
        if len(ids) > 1 and not await self.smart.backed_up(BackupReason.DELETE):
            return
        if await self.write(all_of, "delete_goal", delete, ids) is not None:
            await self._moved_on(ids, self.words.ngettext("{n} goal deleted.", "{n} goals deleted.", len(ids)))
