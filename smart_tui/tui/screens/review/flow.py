"""One review while it is walked: what it holds, the goals it is about, where one stands in it, and for how long."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from smart_tui.domain.goal import Assessment, DayValue, Goal
from smart_tui.domain.goalweek import goal_week
from smart_tui.domain.review import Review, ReviewScreen, Way
from smart_tui.domain.reviewweek import span_of
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.store.errors import StoreError
from smart_tui.store.queries import reviews
from smart_tui.tui.screens.review.sure import begun_on

if TYPE_CHECKING:
    from smart_tui.tui.app import SmartApp

WALKS: Mapping[Way, tuple[ReviewScreen, ...]] = {
    Way.FULL: tuple(ReviewScreen),
    Way.EXPRESS: (ReviewScreen.WEEK, ReviewScreen.GOALS, ReviewScreen.DONE),
}
"""The screens of each way, in their order."""
LAST = "last"
"""The place on which one who comes back from the screen behind stands."""
STAND_SECONDS = 0.5
"""How long after the cursor moved its place is in the database."""


class Reviewed(NamedTuple):
    """One goal of the review: whole, how it stands today, and its days of the span."""

    goal: Goal
    assessment: Assessment
    days: Sequence[DayValue]


class ReviewFlow:
    """What the screens of one review share. Reads the review, its span and its goals, and again after every write.

    `screen` and `place` say where one stands; they are stored without a step of undo, so that a review that
    broke off, however that came, goes on there. `seconds` is the time spent on it.
    """

    def __init__(self, smart: "SmartApp", review: Review, way: Way | None = None) -> None:
        self.smart = smart
        self.review = review
        self.way = way or review.way
        self.screen = review.screen if review.screen in self.walk else ReviewScreen.DONE
        self.place = review.place if self.screen is review.screen else ""
        self.seconds = review.seconds
        self.span = span_of(review.since, review.week, smart.settings)
        self.goals: list[Reviewed] = []
        self.asked: dict[int, set[date]] = {}
        """The days that were asked for since one came, by goal: once answered they stay to be seen."""
        self.gone = False
        """Whether the review is there no longer, or was finished elsewhere."""
        self._weeks: dict[int, GoalWeek] = {}
        self._known: reviews.KnownDays = {}
        # What was asked for later is read later, so that it never gives way to what was read before it.
        self._reading = asyncio.Lock()
        self._stands = (review.screen, review.place, review.seconds, review.way)
        self._standing = False

    @property
    def walk(self) -> tuple[ReviewScreen, ...]:
        """The screens of this way."""
        return WALKS[self.way]

    # Reading and writing.

    async def reread(self) -> None:
        """Read the review and its goals as they are stored now."""
        async with self._reading:
            await self._read()

    async def _read(self) -> None:
        smart = self.smart
        try:
            self.review = await smart.store.read_aside(reviews.review, self.review.id)
            self.span = span_of(self.review.since, self.review.week, smart.settings)
            weeks = self.span, smart.today, smart.settings
            found = await smart.store.read_aside(reviews.review_goals, *weeks, self._known)
        except StoreError as error:
            self.gone = error.code == "not_found"
            if not self.gone:
                smart.say_error(error)
            return
        self.gone = self.review.finished
        self.goals = [Reviewed(*each) for each in found]
        self._weeks.clear()

    def week_of(self, goal_id: int) -> GoalWeek:
        """What the weeks of the span came to for a goal of the review; raises KeyError for another one."""
        if goal_id not in self._weeks:
            goal, assessment, days = self.of(goal_id)
            smart = self.smart
            today, settings = smart.today, smart.settings
            begun = begun_on(self.review, today, settings)
            self._weeks[goal_id] = goal_week(
                goal, days, self.span, today, settings, assessment, said_from=begun, said_until=today
            )
        return self._weeks[goal_id]

    def of(self, goal_id: int) -> Reviewed:
        """A goal of the review; raises KeyError for another one."""
        for each in self.goals:
            if each.goal.id == goal_id:
                return each
        raise KeyError(goal_id)

    async def write(self, command: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run a command of the store and read again; gives its result, or None after saying why it failed."""
        result = await self.smart.write(command, *args, **kwargs)
        await self.reread()
        return result

    # Where one stands.

    def after(self, screen: ReviewScreen) -> ReviewScreen | None:
        """The screen behind this one; None behind the last."""
        at = self.walk.index(screen) + 1
        return self.walk[at] if at < len(self.walk) else None

    def before(self, screen: ReviewScreen) -> ReviewScreen | None:
        """The screen in front of this one; None in front of the first."""
        at = self.walk.index(screen) - 1
        return self.walk[at] if at >= 0 else None

    def set_place(self, place: str) -> None:
        """Say where on its screen one stands; it is in the database shortly after."""
        if place == self.place:
            return
        self.place = place
        if not self._standing:
            self._standing = True
            self.smart.set_timer(STAND_SECONDS, self._stand_soon)

    def _stand_soon(self) -> None:
        self._standing = False
        self.smart.run_worker(self.stand(), group="standing")

    async def move_to(self, screen: ReviewScreen, place: str = "") -> None:
        """Stand on another screen."""
        self.screen, self.place = screen, place
        await self.stand()

    async def stand(self) -> None:
        """Put where one stands, and the time spent, into the database."""
        from smart_tui.store.commands.reviews import stand

        stands = self.screen, self.place, self.seconds, self.way
        if self.gone or stands == self._stands:
            return
        self._stands = stands
        await self.smart.write_aside(stand, self.review.id, *stands)
