"""The goals of a review: one at a time, the worst first, then those on track together."""

from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from smart_tui.domain.review import ReviewScreen
from smart_tui.tui import keys
from smart_tui.tui.screens.review.goalsshown import GoalsShown
from smart_tui.tui.screens.review.goalwalk import TOGETHER, GoalsWalk, Phase
from smart_tui.tui.widgets.goalcardview import GoalCardView


class GoalsScreen(GoalsShown):
    """Asks of each goal how sure one is, and of one that does not go well what got in the way and what may help.

    Enter goes on and records nothing. What was answered is not asked again, also after a break.
    """

    STEP = ReviewScreen.GOALS
    WHERE = keys.REVIEW_GOALS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(keys.REVIEW_GOALS),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(10)),
    ]

    # On and back.

    @work
    async def action_review_keep(self) -> None:
        async with self._turn:
            # What the keys before this one said has to be known.
            through = self.through
        if through is None:
            return
        stop = through.stop
        if stop is None:
            self.go_on()
        elif stop == TOGETHER:
            through.look_at([goal_id for goal_id in through.together if self._needs_a_look(goal_id)])
            self._next(through)
        else:
            self._next_phase(through, stop)

    def _needs_a_look(self, goal_id: int) -> bool:
        """Whether a goal that is on track asks for a cause by what was just said of it."""
        return len(self.phases(goal_id)) > 1 and self.flow.review.of(goal_id).cause is None

    def _next_phase(self, through: GoalsWalk, stop: int) -> None:
        """To what is asked next of this goal, and is not answered; else to the next stop."""
        phases = self.phases(stop)
        behind = phases[phases.index(through.phase) + 1 :] if through.phase in phases else ()
        if through.phase is Phase.CAUSE and self.flow.review.of(stop).cause is None:
            self.left_open.add(stop)
        for phase in behind:
            if not self.is_answered(stop, phase):
                through.phase = phase
                self.show()
                return
        self._next(through)

    def _next(self, through: GoalsWalk) -> None:
        if through.on():
            self.show()
        else:
            self.go_on()

    def skip(self) -> None:
        through = self.through
        if through is None or through.stop is None:
            self.go_on()
        elif through.phase is Phase.CAUSE:
            self._next_phase(through, through.stop)
        else:
            self._next(through)

    def go_back(self) -> None:
        through = self.through
        if through is None:
            return
        phases = self.phases(through.stop) if through.stop is not None else ()
        at = phases.index(through.phase) if through.phase in phases else 0
        if at:
            through.phase = phases[at - 1]
        elif not (through.at and through.back(self.phases(through.stops[through.at - 1]))):
            super().go_back()
            return
        self.show()

    # Answering.

    def action_digit(self, digit: int) -> None:
        through, reviewed = self.through, self.reviewed_here()
        if through is None or reviewed is None:
            return
        if through.phase is Phase.SURE:
            if through.stop == TOGETHER:
                self.together.move(1)
            self.say_sure(reviewed.goal, digit or 10)
        else:
            self.say_cause(reviewed.goal, digit)

    def cause_said(self, goal_id: int) -> None:
        if self.through is not None and self.through.stop == goal_id and self.through.phase is Phase.CAUSE:
            self.through.phase = Phase.REPAIR

    @on(GoalCardView.Clicked)
    def _clicked(self, message: GoalCardView.Clicked) -> None:
        message.stop()
        self.run_command(message.action)

    # Moving.

    def action_review_down(self) -> None:
        self._move(1)

    def action_review_up(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        (self.together if self.together.display else self.card).move(by)

    def action_review_first(self) -> None:
        if self.together.display:
            self.together.first()
        else:
            self.card.move(-self.card.virtual_size.height)

    def action_review_last(self) -> None:
        if self.together.display:
            self.together.last()
        else:
            self.card.move(self.card.virtual_size.height)
