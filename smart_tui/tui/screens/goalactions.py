"""What a key does to a goal, shared by the list and a goal's page."""

from collections.abc import Callable

from textual import work

from smart_tui.domain.goal import Goal
from smart_tui.tui.screens.checkins import CheckIns
from smart_tui.tui.screens.phases import Phases


class GoalActions(CheckIns, Phases):
    """Everything one does to goals: write and edit them, check in, and what goes on around them."""

    # Writing and editing.

    def action_write_goal(self) -> None:
        self.smart.write_goal()

    def action_from_template(self) -> None:
        self.smart.write_goal(from_template=True)

    def action_one_line(self) -> None:
        from smart_tui.tui.screens.oneline import OneLineScreen

        self.app.push_screen(OneLineScreen())

    def action_edit_goal(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        from smart_tui.tui.screens.edit import EditScreen

        self.app.push_screen(EditScreen(goal.id))

    def open_baseline(self, goal: Goal) -> None:
        """Open the answers of a goal where its baseline is typed: without one it cannot be judged."""
        from smart_tui.tui.screens.edit import EditScreen

        self.app.push_screen(EditScreen(goal.id, at="baseline"))

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

    def action_copy_statement(self) -> None:
        goal = self.goal_here()
        if goal is None:
            return
        from smart_tui.text.statement import statement

        self.app.copy_to_clipboard(statement(goal, self.today, self.words))
        self.say(self.words.gettext("The statement is on the clipboard."))
