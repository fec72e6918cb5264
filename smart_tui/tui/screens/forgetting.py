"""Forgetting a goal: the one deed on a goal that cannot be undone, so it is asked for first."""

import asyncio

from textual import work

from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.tui.screens.ongoals import OnGoals


class Forgetting(OnGoals):
    """What lets a goal be gone for ever."""

    @work
    async def action_forget_goal(self) -> None:
        """Ask, then forget the goal under the cursor, and say how many backups still hold it."""
        from smart_tui.store.backups.holding import still_holding
        from smart_tui.store.commands.forget import forget_goal
        from smart_tui.text import forgetting as say
        from smart_tui.text.title import title
        from smart_tui.tui.screens.forget import ForgetScreen

        goal, app, words = self.goal_here(), self.smart, self.words
        if goal is None:
            return
        try:
            entries = await app.store.read_aside(queries.entries, goal.id)
            uuids, second = [goal.uuid], app.store.second_folder
            holding = await asyncio.to_thread(still_holding, app.store.path, "goal", uuids, second)
            told = (say.taken(len(entries), words), *say.where(holding, words))
            asked = ForgetScreen(say.question(title(goal, words), words), told, words.gettext("Forget"))
            if not await app.push_screen_wait(asked):
                return
            await asyncio.shield(asyncio.wrap_future(app.store.forget(forget_goal, goal.id)))
        except StoreError as error:
            app.say_error(error)
            return
        await self.goals_changed([goal.id])
        said = say.forgotten(len(holding), words)
        app.say(f"{said} {say.traces(words)}" if app.store.traces_left else said)
