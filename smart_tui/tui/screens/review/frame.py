"""The frame of a review's screens: the rail in the top line, the time spent in the corner, and the way on."""

from time import monotonic
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.timer import Timer

from smart_tui.domain.review import ReviewScreen
from smart_tui.text.review import elapsed, screen_name, week_named
from smart_tui.tui import keys
from smart_tui.tui.screens.base import BaseScreen
from smart_tui.tui.screens.review.flow import LAST, ReviewFlow
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.rail import steps

TICK = 5.0
"""Seconds between looks at whether the review is being used."""
IDLE = 120.0
"""Seconds after a key in which the time still counts."""
MINUTE = 60


class ReviewScreenBase(BaseScreen[None]):
    """One screen of a review. They are switched, not stacked: to leave any of them is to leave the review.

    A subclass says which it is (`STEP`, and `WHERE` for its keys), and draws in `show` what `flow` holds.
    """

    STEP: ClassVar[ReviewScreen]

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__()
        self.flow = flow
        self._seen = False
        self._counting: Timer | None = None

    def on_mount(self) -> None:
        super().on_mount()
        # Textual calls this for each class of a screen, besides what a subclass calls.
        if self._counting is None:
            self._counting = self.set_interval(TICK, self._count)

    def show(self) -> None:
        """Draw what the flow holds now, in the words of now."""

    def reload(self) -> None:
        # Before the screen is there it has nothing to show again, and what it begins with was just read.
        if self._seen:
            self.run_worker(self._reread(), group="reading")

    async def _reread(self) -> None:
        await self.flow.reread()
        if self.flow.gone:
            await self._end()
        elif self.is_attached and not self._closing:
            self.show()
            self.refresh_frame()

    async def _end(self) -> None:
        """The review was finished or taken back elsewhere: what is typed here is kept in it, if it is there."""
        await self.keep()
        self.dismiss(None)
        if self.flow.review.finished:
            self.smart.say(self.words.gettext("The review of this week is finished."))

    def on_screen_resume(self) -> None:
        # Comes for the first time when the screen is there, with what was just read.
        if self._seen:
            self.reload()
        else:
            self._seen = True
            self.show()
            self.refresh_frame()

    def day_changed(self) -> None:
        self.reload()

    def translate(self) -> None:
        super().translate()
        self.show()

    async def keep(self) -> None:
        """Put where one stands into the database; a screen that holds typed text keeps that, too."""
        await self.flow.stand()

    async def all_kept(self) -> bool:
        """Keep everything; gives whether the screen may be left, because nothing typed would be lost."""
        await self.keep()
        return True

    # The way on, back and out.

    def go_on(self) -> None:
        """To the next screen; what was not answered stays so."""
        self._going(self.flow.after(self.STEP))

    def go_back(self) -> None:
        """To the screen before this one; on the first there is none."""
        self._going(self.flow.before(self.STEP), LAST)

    def skip(self) -> None:
        """Pass over the rest of this screen."""
        self.go_on()

    def _going(self, screen: ReviewScreen | None, place: str = "") -> None:
        # What is typed behind the key that leads on is meant for the screen it leads to.
        if screen is not None:
            self.smart.hold_keys(self, [self._go(screen, place)])

    @work
    async def _go(self, screen: ReviewScreen, place: str) -> None:
        if not self.is_active or not await self.all_kept():
            return
        await self.flow.move_to(screen, place)
        await self.flow.reread()
        if self.flow.gone:
            self.dismiss(None)
        elif self.is_active:
            self.app.switch_screen(screen_of(self.flow))

    @work
    async def leave(self) -> None:
        """Keep everything and go back to where one came from; the review goes on here the next time."""
        await self.keep()
        self.dismiss(None)

    def action_review_back(self) -> None:
        self.go_back()

    def action_review_skip(self) -> None:
        self.skip()

    def action_review_leave(self) -> None:
        self.leave()

    # The frame.

    def title_left(self) -> str:
        week = week_named(self.flow.span.week, self.smart.settings, self.words)
        return self.words.gettext("Review of {week}").format(week=week)

    def title_right(self) -> Content:
        walk = self.flow.walk
        names = [screen_name(screen, self.words) for screen in walk]
        return steps(names, walk.index(self.STEP), self.app.size.width - len(self.title_left()) - 4)

    def refresh_frame(self) -> None:
        super().refresh_frame()
        if self.query(NoticeLine):
            self.query_one(NoticeLine).right = elapsed(self.flow.seconds, self.words)

    def on_resize(self) -> None:
        self.refresh_frame()

    def footer_commands(self) -> tuple[keys.Command, ...]:
        found = super().footer_commands()
        return found if self.flow.before(self.STEP) else tuple(each for each in found if each.id != "review_back")

    def _count(self) -> None:
        """Time counts while a screen of the review, or a dialog over it, is used."""
        if monotonic() - self.smart.used_at > IDLE:
            return
        before = self.flow.seconds // MINUTE
        self.flow.seconds += int(TICK)
        if self.flow.seconds // MINUTE > before:
            self.refresh_frame()
            self.run_worker(self.flow.stand(), group="standing")


def screen_of(flow: ReviewFlow) -> ReviewScreenBase:
    """The screen on which a review stands, made anew."""
    if flow.screen is ReviewScreen.WEEK:
        from smart_tui.tui.screens.review.lastweek import LastWeekScreen

        return LastWeekScreen(flow)
    if flow.screen is ReviewScreen.GOALS:
        from smart_tui.tui.screens.review.goals import GoalsScreen

        return GoalsScreen(flow)
    if flow.screen is ReviewScreen.NEXT:
        from smart_tui.tui.screens.review.nextweek import NextWeekScreen

        return NextWeekScreen(flow)
    if flow.screen is ReviewScreen.LINES:
        from smart_tui.tui.screens.review.lines import LinesScreen

        return LinesScreen(flow)
    from smart_tui.tui.screens.review.done import DoneScreen

    return DoneScreen(flow)
