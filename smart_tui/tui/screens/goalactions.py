"""What a key does to a goal, shared by the list and a goal's page."""

from collections.abc import Callable, Sequence
from datetime import date

from textual import work

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.goal import Goal, State
from smart_tui.tui.screens.checkins import CheckIns


class GoalActions(CheckIns):
    """Everything one does to goals: write and edit them, check in, and what goes on around them."""

    # Writing and editing.

    def action_write_goal(self) -> None:
        self.smart.write_goal()

    def action_one_line(self) -> None:
        from smart_tui.tui.screens.oneline import OneLineScreen

        self.app.push_screen(OneLineScreen())

    def action_edit_goal(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        from smart_tui.tui.screens.edit import EditScreen

        self.app.push_screen(EditScreen(goal.id))

    # Around a goal.

    @work
    async def action_own_confidence(self) -> None:
        goal = self.goal_here()
        if goal is None or not self._takes_entries(goal):
            return
        from smart_tui.store.commands.plans import set_confidence
        from smart_tui.tui.screens.confidence import ConfidenceScreen

        value = await self.app.push_screen_wait(ConfidenceScreen(goal))
        if value is not None and await self.write(set_confidence, goal.id, self.today, value) is not None:
            await self.goals_changed([goal.id])
            self.say(self.words.gettext("Saved."))

    @work
    async def action_add_item(self) -> None:
        await self.add_item()

    async def add_item(self, kind: str = "") -> str:
        """Ask for a milestone, activity or plan in one line and store it; gives which it was, or nothing."""
        goal = self.goal_here()
        if goal is None:
            return ""
        from smart_tui.store.commands import plans
        from smart_tui.tui.screens.additem import Added, AddItemScreen

        adding: dict[str, Callable[..., int]] = {
            "milestone": plans.add_milestone,
            "activity": plans.add_activity,
            "plan": plans.add_plan,
        }

        async def save(item: Added) -> bool:
            if await self.write(adding[item[0]], goal.id, **item[1]) is None:
                return False
            await self.goals_changed([goal.id])
            return True

        item = await self.ask(AddItemScreen(goal, self.today, kind=kind), save)
        return item[0] if item is not None else ""

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
        from smart_tui.tui.screens.pause import PauseScreen

        ids = [goal.id for goal in goals]

        async def save(days: tuple[date, date | None]) -> bool:
            return await self.write(all_of, "pause", pause, ids, *days) is not None

        if await self.ask(PauseScreen(goals[0], self.today), save) is not None:
            await self._tell(ids, self.words.ngettext("{n} goal paused.", "{n} goals paused.", len(ids)))

    async def _resume(self, goals: Sequence[Goal]) -> None:
        from smart_tui.store.commands.goals import all_of, resume

        ids = [goal.id for goal in goals]
        if await self.write(all_of, "resume", resume, ids, self.today) is not None:
            said = self.words.ngettext("{n} goal taken up again.", "{n} goals taken up again.", len(ids))
            await self._tell(ids, said)

    @work
    async def action_finish_or_reopen(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        from smart_tui.store.commands import goals
        from smart_tui.tui.screens.finish import Ending, FinishScreen

        if goal.state == State.DRAFT:
            self.say(self.words.gettext("A draft is not finished but activated or deleted."))
            return
        said = self.words.gettext("Saved.")
        if goal.state == State.CLOSED:
            written = await self.write(goals.reopen, goal.id, self.today)
        else:

            async def save(ending: Ending) -> bool:
                return await self.write(goals.finish, goal.id, *ending, self.today) is not None

            from smart_tui.text.labels import outcome_name

            written = await self.ask(FinishScreen(goal), save)
            if written is not None:
                said = self.words.gettext("Closed: {outcome}.").format(outcome=outcome_name(written[0], self.words))
        if written is not None:
            await self.goals_changed([goal.id])
            self.say(said)

    @work
    async def action_delete_goal(self) -> None:
        if await self.thing_deleted():
            return
        goals = self.goals_here()
        if not goals:
            return
        from smart_tui.store.commands.goals import all_of, delete

        ids = [goal.id for goal in goals]
        if await self.write(all_of, "delete_goal", delete, ids) is not None:
            await self._tell(ids, self.words.ngettext("{n} goal deleted.", "{n} goals deleted.", len(ids)))

    def action_copy_statement(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        from smart_tui.text.statement import statement

        self.app.copy_to_clipboard(statement(goal, self.today, self.words))
        self.say(self.words.gettext("The statement is on the clipboard."))
