"""What a key of the goals' screen writes: an answer, a decision or a repair, each as one step to undo."""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import work

from smart_tui.domain.calendar import add_days
from smart_tui.domain.goal import Goal, Measure, State, Status
from smart_tui.domain.review import Cause, Decision, GoalReview, Repair
from smart_tui.tui.screens.review.flow import Reviewed, ReviewFlow
from smart_tui.tui.screens.review.frame import ReviewScreenBase

if TYPE_CHECKING:
    from smart_tui.store.records import Unit
    from smart_tui.tui.screens.pause import Rest
    from smart_tui.tui.screens.review.repair import Mended


class GoalDecisions(ReviewScreenBase):
    """A screen of a review with a goal that its keys are about."""

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        # Keys pressed quickly are written one after the other, each on what the one before left.
        self._turn = asyncio.Lock()

    def reviewed_here(self) -> Reviewed | None:
        """The goal the keys are about."""
        raise NotImplementedError

    def repair_question(self) -> str:
        """What leads to a repair, as it stands on the screen."""
        return ""

    def cause_said(self, goal_id: int) -> None:
        """A cause was written for a goal."""

    @property
    def held(self) -> GoalReview:
        """What the review holds of the goal here."""
        here = self.reviewed_here()
        return self.flow.review.of(here.goal.id if here is not None else 0)

    async def _kept(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Write for this review and show it; False after saying why it failed."""
        async with self._turn:
            written = await self.flow.write(command, *args, **kwargs)
        self._shown_again()
        return written is not None

    def _shown_again(self) -> None:
        if self.flow.gone:
            self.dismiss(None)
        elif self.is_attached:
            self.show()

    # How sure, and why not.

    @work
    async def say_sure(self, goal: Goal, value: int) -> None:
        """Write how sure one is today."""
        from smart_tui.store.commands.plans import set_confidence

        await self._kept(set_confidence, goal.id, self.today, value)

    @work
    async def say_cause(self, goal: Goal, digit: int) -> None:
        """Write the cause that stands at a digit; for the last one ask what it was."""
        from smart_tui.store.commands.reviews import say_cause

        causes = tuple(Cause)
        if not 1 <= digit <= len(causes):
            return
        cause, review_id = causes[digit - 1], self.flow.review.id

        async def save(note: str) -> bool:
            self.cause_said(goal.id)
            return await self._kept(say_cause, review_id, goal.id, cause, note)

        if cause is not Cause.OTHER:
            await save("")
            return
        from smart_tui.tui.screens.review.cause import CauseScreen

        await self.ask(CauseScreen(goal, self.flow.review.of(goal.id).cause_note), save)

    # Decisions.

    def _open_goal(self) -> Reviewed | None:
        """The goal here, if it can still be decided about; else says why not."""
        here = self.reviewed_here()
        if here is None:
            return None
        if here.goal.state is State.CLOSED:
            self.say(self.words.gettext("This goal is closed. u takes that back if it was the last change."))
            return None
        return here

    @work
    async def action_review_adjust(self) -> None:
        here = self._open_goal()
        if here is not None:
            await self._change_course(here)

    async def _change_course(self, here: Reviewed, *, repairs: bool = False) -> None:
        """Another target or date as one step with the decision, and with the repair that it is."""
        from smart_tui.store.commands.course import change_course
        from smart_tui.store.commands.reviews import deciding, repairing
        from smart_tui.tui.screens.changing import ask_course

        goal, review_id = here.goal, self.flow.review.id
        if here.assessment.status is Status.NEEDS_BASELINE:
            from smart_tui.tui.screens.edit import EditScreen

            self.app.push_screen(EditScreen(goal.id, at="baseline"))
            return
        decided = partial(self._course_said, goal)

        def change(unit: "Unit", goal_id: int, measure: Measure | None, deadline: date | None) -> int:
            def adjust(unit: "Unit") -> int:
                return deciding(unit, review_id, goal_id, Decision.ADJUSTED, change_course, goal_id, measure, deadline)

            if not repairs:
                return adjust(unit)
            return repairing(unit, review_id, goal_id, Repair.DATE, decided(measure, deadline), adjust)

        if await ask_course(self, goal, here.assessment, change, at="deadline" if repairs else ""):
            await self._reread()
            self._say_saved()

    def _course_said(self, goal: Goal, measure: Measure | None, deadline: date | None) -> str:
        """The new date, or else the new target, for the page of the review."""
        words = self.words
        if deadline != goal.deadline:
            return words.date_long(deadline) if deadline is not None else words.gettext("no deadline")
        if measure is not None and measure.goal_value is not None:
            return words.amount(measure.goal_value, measure.unit, decimals=2)
        return ""

    @work
    async def action_review_pause(self) -> None:
        from smart_tui.store.commands.goals import pause
        from smart_tui.store.commands.reviews import deciding
        from smart_tui.tui.screens.pause import PauseScreen

        here = self._open_goal()
        if here is None:
            return
        goal = here.goal
        if goal.state is not State.ACTIVE:
            self.say(self.words.gettext("This goal rests already."))
            return

        async def save(rest: "Rest") -> bool:
            return await self._kept(deciding, self.flow.review.id, goal.id, Decision.PAUSED, pause, goal.id, *rest)

        if await self.ask(PauseScreen([goal], self.today), save) is not None:
            self._say_saved()

    @work
    async def action_review_finish_goal(self) -> None:
        from smart_tui.store.commands.goals import finish
        from smart_tui.store.commands.reviews import deciding
        from smart_tui.tui.screens.finish import Ending, FinishScreen

        here = self._open_goal()
        if here is None:
            return
        goal, review_id = here.goal, self.flow.review.id

        async def save(ending: Ending) -> bool:
            return await self._kept(
                deciding, review_id, goal.id, Decision.FINISHED, finish, goal.id, *ending, self.today
            )

        if await self.ask(FinishScreen([goal]), save) is not None:
            self._say_saved()

    # Repairs.

    def action_repair_plan(self) -> None:
        self._mend(Repair.PLAN)

    def action_repair_smaller(self) -> None:
        self._mend(Repair.SMALLER)

    def action_repair_ask(self) -> None:
        self._mend(Repair.ASK)

    @work
    async def action_repair_date(self) -> None:
        here = self._open_goal()
        if here is not None:
            await self._change_course(here, repairs=True)

    @work
    async def _mend(self, repair: Repair) -> None:
        """Ask for a plan or for something to do next week, and store it with the repair that it is."""
        from smart_tui.store.commands.plans import add_activity, add_plan
        from smart_tui.store.commands.reviews import repairing
        from smart_tui.tui.screens.review.repair import RepairScreen

        here = self._open_goal()
        if here is None:
            return
        goal, review_id = here.goal, self.flow.review.id
        next_week = add_days(self.flow.span.last, 1)

        async def save(mended: "Mended") -> bool:
            item = mended.item
            keeping = partial(self._kept, repairing, review_id, goal.id, repair, mended.said)
            if repair is Repair.PLAN:
                return await keeping(add_plan, goal.id, item.situation, item.action)
            return await keeping(add_activity, goal.id, item.text, item.when, item.where, mended.due)

        question = self.repair_question() if self.held.cause is not None else ""
        dialog = RepairScreen(goal, repair, next_week, self.today, question)
        if await self.ask(dialog, save) is not None:
            self._say_saved()

    def _say_saved(self) -> None:
        self.say(f"{self.words.gettext('Saved.')} {self.words.gettext('Press u to undo.')}")
