"""What a key does to a goal, shared by the list and a goal's page."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from textual import work

from smart_tui.domain.calendar import paused_on
from smart_tui.domain.goal import Assessment, Combine, DayValue, Goal, Kind, Milestone, State
from smart_tui.domain.measure import default_combine, default_step, goal_days, latest
from smart_tui.domain.status import assess
from smart_tui.store import queries
from smart_tui.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from smart_tui.reading.entries import EntryReading


class GoalActions(BaseScreen[None]):
    """A screen with a goal under its cursor. It says which with `goal_here`, and shows again what was changed."""

    def __init__(self) -> None:
        super().__init__()
        # Keys pressed quickly are written one after the other, each on what the one before left.
        self._turn = asyncio.Lock()

    def goal_here(self) -> Goal | None:
        """The goal the keys act on."""
        raise NotImplementedError

    def goals_here(self) -> tuple[Goal, ...]:
        """All goals that pause and delete act on: the selected ones, or the one under the cursor."""
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

    # Checking in.

    @work
    async def action_check_in(self) -> None:
        goal = self.goal_here()
        if goal is None or not self._takes_entries(goal):
            return
        from smart_tui.tui.screens.checkin import CheckInScreen

        await self.ask(CheckInScreen(goal, self.assessed(goal), self.today), lambda reading: self.record(goal, reading))

    async def record(self, goal: Goal, reading: "EntryReading") -> bool:
        """Store what a check-in said; False after saying why it could not be stored."""
        if reading.mode == "done":
            return await self._record_done(goal, reading.on, reading.note)
        async with self._turn:
            if reading.mode == "excused":
                return await self._check_in(goal, reading.on, excused=True, note=reading.note)
            return await self._check_in(goal, reading.on, value=reading.value, note=reading.note, mode=reading.mode)

    def action_step_up(self) -> None:
        self._step(1)

    def action_step_down(self) -> None:
        self._step(-1)

    @work
    async def _step(self, sign: int) -> None:
        goal = self.goal_here()
        if goal is None or not self._takes_entries(goal):
            return
        measure = goal.measure
        if measure is None or measure.kind in (Kind.MILESTONES, Kind.RATING):
            self.say(self.words.gettext("This goal has no amount to step: press c to check in."))
            return
        async with self._turn:
            step = (measure.step or default_step(measure)) * sign
            if default_combine(measure) is Combine.LAST:
                read = latest(self._days(goal), self.today)
                base = measure.baseline if read is None else read.value
                await self._check_in(goal, self.today, value=(base or Decimal(0)) + step, mode="set")
            else:
                await self._check_in(goal, self.today, value=step, mode="change")

    @work
    async def action_mark_done(self) -> None:
        if await self.thing_done():
            return
        goal = self.goal_here()
        if goal is not None and self._takes_entries(goal):
            await self._record_done(goal, self.today, "")

    async def _record_done(self, goal: Goal, on: date, note: str) -> bool:
        """Record a day as done; False only where the store refused."""
        measure = goal.measure
        if measure is None or measure.running or measure.kind in (Kind.LEVEL, Kind.WITHIN, Kind.RATING):
            self.say(self.words.gettext("This goal takes a reading, not done or not done: press c to check in."))
            return True
        if measure.kind != Kind.MILESTONES and default_step(measure) != 1:
            self.say(self.words.gettext("Done says nothing of how much: press c to check in."))
            return True
        async with self._turn:
            if measure.kind == Kind.MILESTONES and goal.milestones:
                return await self._milestone_done(goal, on)
            if any(day.on == on and day.value for day in self._days(goal)):
                self.say(self.words.gettext("Something is recorded for that day already: + and - change it."))
                return True
            return await self._check_in(goal, on, value=Decimal(1), note=note, mode="set")

    async def _milestone_done(self, goal: Goal, on: date) -> bool:
        goal = self.smart.store.read(queries.goal, goal.id)
        milestone = next_milestone(goal.milestones)
        if milestone is None:
            self.say(self.words.gettext("Every milestone of this goal is met: press f to finish it."))
            return True
        from smart_tui.store.commands.plans import milestone_done

        if await self.write(milestone_done, milestone.id, on) is None:
            return False
        await self.goals_changed([goal.id])
        self.say(self.words.gettext("Met: {title}").format(title=milestone.title))
        return True

    @work
    async def action_excuse_day(self) -> None:
        goal = self.goal_here()
        if goal is None or not self._takes_entries(goal):
            return
        from smart_tui.tui.screens.excuse import ExcuseScreen

        async def save(excuse: tuple[date, str]) -> bool:
            async with self._turn:
                return await self._check_in(goal, excuse[0], excused=True, note=excuse[1])

        if await self.ask(ExcuseScreen(goal, self.today), save) is not None:
            self.say(self.words.gettext("Saved."))

    async def _check_in(
        self,
        goal: Goal,
        on: date,
        *,
        value: Decimal | None = None,
        excused: bool = False,
        note: str = "",
        mode: str = "add",
    ) -> bool:
        from smart_tui.store.commands.entries import check_in

        written = await self.write(check_in, goal.id, on, value=value, excused=excused, note=note, mode=mode)
        if written is None:
            return False
        await self.goals_changed([goal.id])
        return True

    def _takes_entries(self, goal: Goal) -> bool:
        if goal.state in (State.ACTIVE, State.PAUSED):
            return True
        if goal.state == State.DRAFT:
            self.say(self.words.gettext("This is a draft: open it and activate it, then check in."))
        else:
            self.say(self.words.gettext("This goal is closed: press f to open it again."))
        return False

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

    async def _tell(self, ids: Sequence[int], sentence: str) -> None:
        await self.goals_changed(ids)
        self.smart.say(sentence.format(n=len(ids)) + " " + self.words.gettext("Press u to undo."))


def next_milestone(milestones: Sequence[Milestone]) -> Milestone | None:
    """The open milestone that is due first; those without a date come last."""
    open_ones = [milestone for milestone in milestones if milestone.done_on is None]
    return min(open_ones, key=lambda milestone: (milestone.due or date.max, milestone.id), default=None)
