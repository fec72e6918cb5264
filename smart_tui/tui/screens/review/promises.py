"""The promises for the coming week, as the screen reads and writes them."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from smart_tui.domain.goal import Activity, Horizon, State
from smart_tui.domain.promises import Usual, promises_of, suggestions, usual
from smart_tui.domain.reviewweek import next_week
from smart_tui.store.queries import reviews
from smart_tui.tui.promised import Planned, fields_of, taken_over, waits_undated
from smart_tui.tui.screens.review.flow import ReviewFlow


class Promises:
    """What is promised for each active goal of a review, in the order of the list, and what could be.

    The writing functions give whether it is in the database; why not, the app has said by then.
    """

    def __init__(self, flow: ReviewFlow) -> None:
        self.flow = flow
        self._tries: dict[tuple[int, str], str] = {}

    def planned(self) -> list[Planned]:
        """The goals as the flow holds them now."""
        flow, first = self.flow, self.week()[0]
        settings, today = flow.smart.settings, flow.smart.today
        return [
            Planned(goal, promises_of(goal, first, settings), suggestions(goal, flow.span, today, settings))
            for goal, *_ in flow.goals
            if goal.state is State.ACTIVE
        ]

    def week(self) -> tuple[date, date]:
        """First and last day of the week that is planned."""
        return next_week(self.flow.span, self.flow.smart.today, self.flow.smart.settings)

    async def usual(self) -> Usual | None:
        """What one usually keeps; None after too few weeks. Raises StoreError."""
        smart = self.flow.smart
        found = await smart.store.read_aside(reviews.outcomes_by_week, self.week()[0], smart.settings)
        return usual([(each.kept + Decimal(each.partly) / 2, each.made) for each in found])

    async def add(self, goal_id: int, promise: Activity) -> bool:
        """Add what was typed; trying again after a failure never adds it twice."""
        from smart_tui.store.commands.plans import add_activity

        tried = goal_id, promise.what
        uuid = self._tries.setdefault(tried, str(uuid4()))
        added = await self.flow.write(add_activity, goal_id, uuid=uuid, **fields_of(promise))
        if added is not None:
            del self._tries[tried]
        return added is not None

    async def take(self, goal_id: int, suggestion: Activity) -> bool:
        """Promise a suggestion: one of the six-week list gets its week, any other is promised anew."""
        from smart_tui.store.commands.plans import edit_activity

        smart = self.flow.smart
        promise = taken_over(suggestion, self.week(), smart.today, smart.settings)
        if waits_undated(suggestion):
            return await self.flow.write(edit_activity, suggestion.id, {"due": promise.due}) is not None
        return await self.add(goal_id, promise)

    async def away(self, promise: Activity) -> bool:
        """Take a promise away; one of the six-week list goes back there."""
        from smart_tui.store.commands.plans import delete_activity, edit_activity

        if promise.horizon is Horizon.SIX_WEEKS:
            return await self.flow.write(edit_activity, promise.id, {"due": None}) is not None
        return await self.flow.write(delete_activity, promise.id) is not None
