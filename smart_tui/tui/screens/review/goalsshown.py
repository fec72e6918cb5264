"""What the goals' screen of a review shows: the card of one goal, or the lines of those on track."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from smart_tui.domain.goal import Entry, State, Status
from smart_tui.domain.review import Decision, Way
from smart_tui.domain.walk import walk, wants_cause
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.store import queries
from smart_tui.store.errors import StoreError
from smart_tui.tui import keys
from smart_tui.tui.screens.review.cards import REPAIR_COMMANDS, Scene
from smart_tui.tui.screens.review.flow import Reviewed, ReviewFlow
from smart_tui.tui.screens.review.goaldecisions import GoalDecisions
from smart_tui.tui.screens.review.goalwalk import TOGETHER, GoalsWalk, Phase
from smart_tui.tui.screens.review.sure import Sure, begun_on, sure_of
from smart_tui.tui.widgets.goalcard import Card
from smart_tui.tui.widgets.goalcardview import GoalCardView
from smart_tui.tui.widgets.noticeline import NoticeLine
from smart_tui.tui.widgets.togetherlist import TogetherList, TogetherRow

LOW = 16
"""Lines of a terminal below which there is no room to explain."""
_ENDS_THE_QUESTIONS = (Decision.PAUSED, Decision.FINISHED)
_FOOTERS = {
    Phase.SURE: ("review_keep", "review_adjust", "review_pause", "review_finish_goal", "review_skip", "help"),
    Phase.CAUSE: ("review_keep", "review_adjust", "review_pause", "review_finish_goal", "review_leave", "help"),
    Phase.REPAIR: ("review_keep", *REPAIR_COMMANDS.values(), "help"),
}


class GoalsShown(GoalDecisions):
    """Draws where the walk through the goals stands, and knows what is asked there."""

    DEFAULT_CSS = """
    GoalsShown #asked { height: auto; padding: 0 2; margin: 0 0 1 0; }
    GoalsShown.-low #asked { margin: 0; }
    GoalsShown #card, GoalsShown #together { height: 1fr; }
    """

    def __init__(self, flow: ReviewFlow) -> None:
        super().__init__(flow)
        self.through: GoalsWalk | None = None
        self.left_open: set[int] = set()
        """Goals whose cause was left open: what may help is asked nevertheless."""

    def content(self) -> ComposeResult:
        yield GoalCardView(id="card")
        yield Static(id="asked")
        yield TogetherList(id="together")

    @property
    def together(self) -> TogetherList:
        """The list of the goals on track."""
        return self.query_one(TogetherList)

    @property
    def card(self) -> GoalCardView:
        """The card of one goal."""
        return self.query_one(GoalCardView)

    # What is shown.

    def show(self) -> None:
        if not self.query(TogetherList):
            return
        if self.through is None:
            self.through = self._begin()
        self.through.forget({each.goal.id for each in self.flow.goals})
        stop = self.through.stop
        if self.through.phase is Phase.REPAIR and stop is not None and not self.is_answered(stop, Phase.CAUSE):
            # The cause was taken back: it is asked again.
            self.through.phase = Phase.CAUSE
        self._draw(self.through)
        self.refresh_frame()

    def _begin(self) -> GoalsWalk:
        asked = [each for each in self.flow.goals if self._is_asked(each)]
        order = walk([self._week(each) for each in asked])
        express = self.flow.way is Way.EXPRESS
        known = [each.goal.id for each in self.flow.goals]
        through = GoalsWalk(order, self.flow.place, known, singly_only=express)
        if through.phase is Phase.REPAIR and through.stop is not None:
            self.left_open.add(through.stop)
        return through

    def _is_asked(self, each: Reviewed) -> bool:
        decided = self.flow.review.of(each.goal.id).decision in _ENDS_THE_QUESTIONS
        return each.goal.state is State.ACTIVE and each.assessment.status is not Status.PAUSED and not decided

    def _draw(self, through: GoalsWalk) -> None:
        stop = through.stop
        one, several = stop is not None and stop != TOGETHER, stop == TOGETHER
        self.card.display, self.together.display = one, several
        asked = self.query_one("#asked", Static)
        asked.display = not one
        asked.update(Content(self._asked_of_all(through)))
        if several:
            self.together.show(through.together, self._row)
            self.together.focus()
        elif one and stop is not None:
            self.card.show(self._card(self.flow.of(stop), through))
            self.card.focus()
        self.flow.set_place(through.place)
        self._say_all()

    def _asked_of_all(self, through: GoalsWalk) -> str:
        words = self.words
        if through.stop == TOGETHER:
            place = self._place_said(through)
            said = words.gettext(
                "{place}: no need for a closer look. How sure are you of each? "
                "A digit is for the goal under the cursor, Enter goes on for all."
            )
            if self.app.size.height < LOW:
                said = words.gettext("{place}: no need for a closer look. How sure are you?")
            return said.format(place=place)
        if through.stops:
            return words.gettext("You have been through all goals. Enter goes on.")
        if self.flow.goals:
            return words.gettext("No goal needs a closer look. Enter goes on.")
        return words.gettext("No goal is active. Enter goes on.")

    def _place_said(self, through: GoalsWalk) -> str:
        first, last, of = through.numbers()
        words = self.words
        if last < first:
            return ""
        if last == first:
            return words.gettext("{n} of {total}").format(n=words.number(first), total=words.number(of))
        said = words.gettext("{first}–{last} of {total}")
        return said.format(first=words.number(first), last=words.number(last), total=words.number(of))

    def _scene(self) -> Scene:
        changed = self.smart.config.keys
        labels = {}
        for repair, id in REPAIR_COMMANDS.items():
            found = keys.keys_of(keys.command(id), changed)
            labels[repair] = keys.key_label(found[0], self.words) if found else ""
        return Scene(self.today, self.smart.settings, self.words, labels)

    def _card(self, reviewed: Reviewed, through: GoalsWalk) -> Card:
        goal = reviewed.goal
        try:
            entries: Sequence[Entry] = self.smart.store.read(queries.entries, goal.id)
        except StoreError:
            entries = ()
        held = self.flow.review.of(goal.id)
        place = self._place_said(through)
        week = self.flow.week_of(goal.id)
        return self._scene().card(reviewed, week, entries, held, self._sure(reviewed), through.phase, place)

    def _row(self, goal_id: int) -> TogetherRow:
        reviewed = self.flow.of(goal_id)
        week, held = self.flow.week_of(goal_id), self.flow.review.of(goal_id)
        return self._scene().row(reviewed, week, held, self._sure(reviewed))

    def _sure(self, reviewed: Reviewed) -> Sure:
        return sure_of(reviewed.goal, begun_on(self.flow.review, self.today, self.smart.settings))

    def _week(self, reviewed: Reviewed) -> GoalWeek:
        """The goal's week with what was said of it in this review, and last before."""
        sure = self._sure(reviewed)
        before = sure.before.value if sure.before is not None else None
        return self.flow.week_of(reviewed.goal.id)._replace(confidence=sure.now, confidence_before=before)

    @on(TogetherList.Moved)
    def _say_all(self) -> None:
        """A long sentence that its column cuts off stands in full above the footer."""
        several = self.through is not None and self.through.stop == TOGETHER
        self.query_one(NoticeLine).left = self.together.cut_here() if several else ""

    def on_resize(self) -> None:
        self.set_class(self.app.size.height < LOW, "-low")
        if self.through is not None:
            self.query_one("#asked", Static).update(Content(self._asked_of_all(self.through)))

    def footer_commands(self) -> tuple[keys.Command, ...]:
        through = self.through
        phase = through.phase if through is not None else Phase.SURE
        wanted: tuple[str, ...] = _FOOTERS[phase]
        if through is not None and through.stop is None:
            wanted = ("review_keep", "review_back", "review_leave", "help")
        return tuple(keys.command(id) for id in wanted)

    def footer_label(self, command: keys.Command) -> str:
        through = self.through
        keeps = through is None or (through.stop is not None and through.phase is Phase.SURE)
        return super().footer_label(command) if keeps or command.id != "review_keep" else self.words.gettext("on")

    # Where one is.

    def reviewed_here(self) -> Reviewed | None:
        stop = self.through.stop if self.through is not None else None
        if stop == TOGETHER:
            stop = self.together.key_here()
        return next((each for each in self.flow.goals if each.goal.id == stop), None)

    def phases(self, stop: int) -> tuple[Phase, ...]:
        """What is asked at a stop, in its order."""
        if stop == TOGETHER:
            return (Phase.SURE,)
        held, reviewed = self.flow.review.of(stop), self.flow.of(stop)
        begun = held.cause is not None or held.repair is not None or stop in self.left_open
        asks = held.decision is None and wants_cause(self._week(reviewed), self._sure(reviewed).now)
        return tuple(Phase) if begun or asks else (Phase.SURE,)

    def is_answered(self, stop: int, phase: Phase) -> bool:
        """Whether a goal's cause was given or left open, or something was arranged about it."""
        held = self.flow.review.of(stop)
        if phase is Phase.CAUSE:
            return held.cause is not None or stop in self.left_open
        return phase is Phase.REPAIR and held.repair is not None

    def repair_question(self) -> str:
        return self.card.card.asked.question if self.card.card is not None and self.card.card.asked is not None else ""
