"""Checking in: what the keys c, +, -, x and s do to the goal under the cursor, or to all that are selected."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual import work

from smart_tui.domain.goal import Entry, Goal
from smart_tui.domain.steps import Recording, done, step
from smart_tui.i18n import N_
from smart_tui.store import queries
from smart_tui.tui.screens.ongoals import OnGoals

if TYPE_CHECKING:
    from smart_tui.reading.entries import EntryReading

REFUSED = {
    "no_step": N_("This goal has no amount to step: press c to check in."),
    "reading": N_("This goal takes a reading, not done or not done: press c to check in."),
    "amount": N_("Done says nothing of how much: press c to check in."),
    "recorded": N_("Something is recorded for that day already: + and - change it."),
    "all_done": N_("Every milestone of this goal is met: press f to finish it."),
    "ends": N_("There is no step left that way: press c to check in."),
}
"""Why a key recorded nothing."""


class CheckIns(OnGoals):
    """Every way to record something for goals. What is recorded for several is one step to undo."""

    @work
    async def action_check_in(self) -> None:
        goals = self._taking()
        for place, goal in enumerate(goals, 1):
            if not await self._ask_check_in(goal, (place, len(goals))):
                return

    async def _ask_check_in(self, goal: Goal, place: tuple[int, int]) -> bool:
        """Ask for one check-in; False when one left without."""
        from smart_tui.tui.screens.checkin import CheckInScreen

        entries = self.smart.store.read(queries.entries, goal.id)
        dialog = CheckInScreen(goal, entries, self.assessed(goal), self.today, place=place)
        return await self.ask(dialog, lambda reading: self.record(goal, reading)) is not None

    async def record(self, goal: Goal, reading: "EntryReading") -> bool:
        """Store what a check-in said; False after saying why it could not be stored."""
        if reading.mode == "done":
            return await self._record_all([goal], reading.on, done, reading.note)
        from smart_tui.store.commands.entries import check_in

        excused = reading.mode == "excused"
        async with self._turn:
            written = await self.write(
                check_in,
                goal.id,
                reading.on,
                value=reading.value,
                excused=excused,
                note=reading.note,
                mode="add" if excused else str(reading.mode),
                counts=reading.counts,
            )
        if written is None:
            return False
        await self.goals_changed([goal.id])
        return True

    def action_step_up(self) -> None:
        self._step(1)

    def action_step_down(self) -> None:
        self._step(-1)

    @work
    async def _step(self, sign: int) -> None:
        await self._record_all(self._taking(), self.today, lambda goal, entries, on: step(goal, entries, on, sign))

    @work
    async def action_mark_done(self) -> None:
        if not await self.thing_done():
            await self._record_all(self._taking(), self.today, done)

    async def _record_all(
        self,
        goals: Sequence[Goal],
        on: date,
        what: Callable[[Goal, Sequence[Entry], date], Recording],
        note: str = "",
    ) -> bool:
        """Record for each goal what a key means there, and say which could not; False only where the store refused."""
        from smart_tui.store.commands.days import Deed, record_all

        if not goals:
            return True
        async with self._turn:
            found = {goal.id: self._meant(goal.id, on, what) for goal in goals}
            deeds = [
                Deed(id, each.value, note=note, mode=each.mode, milestone_id=each.milestone_id)
                for id, each in found.items()
                if not each.refusal
            ]
            if deeds and await self.write(record_all, on, deeds) is None:
                return False
        if deeds:
            await self.goals_changed([deed.goal_id for deed in deeds])
        self._say_recorded(tuple(found.values()))
        return True

    def _meant(self, goal_id: int, on: date, what: Callable[[Goal, Sequence[Entry], date], Recording]) -> Recording:
        read = self.smart.store.read
        return what(read(queries.goal, goal_id), read(queries.entries, goal_id), on)

    def _say_recorded(self, found: Sequence[Recording]) -> None:
        words = self.words
        refused = [each for each in found if each.refusal]
        if len(found) == 1:
            if refused:
                self.say(words.gettext(REFUSED[refused[0].refusal]))
            elif found[0].title:
                self.say(words.gettext("Met: {title}").format(title=found[0].title))
            return
        recorded = len(found) - len(refused)
        said = words.ngettext("Recorded for {n} goal.", "Recorded for {n} goals.", recorded).format(n=recorded)
        if refused:
            left = words.ngettext(
                "{n} takes something else: press c for it.", "{n} take something else: press c for them.", len(refused)
            )
            said = f"{said} {left.format(n=len(refused))}"
        self.say(f"{said} {words.gettext('Press u to undo.')}" if recorded else said)

    @work
    async def action_excuse_day(self) -> None:
        goals = self._taking()
        if not goals:
            return
        from smart_tui.store.commands.days import Deed, record_all
        from smart_tui.tui.screens.excuse import ExcuseScreen

        async def save(excuse: tuple[date, str]) -> bool:
            on, reason = excuse
            async with self._turn:
                deeds = [Deed(goal.id, excused=True, note=reason) for goal in goals]
                return await self.write(record_all, on, deeds) is not None

        if await self.ask(ExcuseScreen(goals, self.today), save) is None:
            return
        await self.goals_changed([goal.id for goal in goals])
        if len(goals) == 1:
            self.say(self.words.gettext("Saved."))
        else:
            said = self.words.ngettext("Recorded for {n} goal.", "Recorded for {n} goals.", len(goals))
            self.say(said.format(n=len(goals)) + " " + self.words.gettext("Press u to undo."))

    def action_day_grid(self) -> None:
        goal = self.goal_here()
        if goal is None or not self._takes_entries(goal):
            return
        from smart_tui.tui.screens.daygrid import DayGridScreen

        self.app.push_screen(DayGridScreen(goal.id))
