"""One goal as its page needs it: what was read, and what follows from it, worked out once and when first asked for."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from textual.content import Content

from smart_tui.domain.buffer import Ask, bare_minimum, buffer_days
from smart_tui.domain.family import CHILDREN
from smart_tui.domain.goal import Assessment, DayValue, Entry, Goal, Kind, Measure, PeriodVerdict, State, Status
from smart_tui.domain.measure import effective_kind, goal_days, running_amount
from smart_tui.domain.quota import verdicts
from smart_tui.domain.rollup import RollUp, roll_up
from smart_tui.domain.series import Series, series
from smart_tui.domain.settings import Settings
from smart_tui.domain.streak import Streak, streak
from smart_tui.i18n import Words
from smart_tui.text.labels import STATUS_SIGN, state_name, status_word
from smart_tui.tui.widgets.lines import Line, Span, visible

TONES = {
    Status.ON_TRACK: "good",
    Status.ACHIEVED: "good",
    Status.AT_RISK: "warn",
    Status.BEHIND: "bad",
    Status.MISSED: "bad",
}
_COLOURS = {"good": "$success", "warn": "$warning", "bad": "$error"}
_ENDED = (Status.ACHIEVED, Status.MISSED, Status.PAUSED)

Child = tuple[Goal, Assessment]


class Page:
    """A goal, its entries and its children as they are on `today`; `assessment` is None for a draft.

    What follows from them is worked out at the first look and kept, so that drawing again, at another
    size or after a fold, costs nothing.
    """

    def __init__(
        self,
        goal: Goal,
        assessment: Assessment | None,
        entries: Sequence[Entry],
        today: date,
        settings: Settings,
        children: Sequence[Child] = (),
    ) -> None:
        self.goal, self.assessment, self.entries = goal, assessment, entries
        self.today, self.settings, self.children = today, settings, children

    @cached_property
    def day(self) -> date:
        """The last day that is drawn: today, or the day the goal was closed."""
        closed = self.goal.closed_on if self.goal.state is State.CLOSED else None
        return self.today if closed is None else min(closed, self.today)

    @cached_property
    def now(self) -> date | None:
        """Today, as long as the goal is not closed."""
        return None if self.goal.state is State.CLOSED else self.today

    @cached_property
    def measure(self) -> Measure | None:
        """How the goal is measured on that day."""
        return self.goal.measure_on(self.day)

    @cached_property
    def kind(self) -> Kind:
        """The kind by which it is judged; without a measure it is done or not."""
        return Kind.MILESTONES if self.measure is None else effective_kind(self.measure)

    @cached_property
    def days(self) -> Sequence[DayValue]:
        """What was entered, day by day."""
        return goal_days(self.goal, self.entries, self.day)

    @cached_property
    def periods(self) -> Sequence[PeriodVerdict]:
        """The periods of a quota so far; of a closed goal those that were over, or met."""
        if self.kind is not Kind.QUOTA:
            return ()
        found = verdicts(self.goal, self.days, self.day, self.settings.first_weekday, self.settings.reviewed_until)
        if self.now is None:
            found = tuple(period for period in found if period.met is not None or period.last < self.day)
        return found

    @cached_property
    def streak(self) -> Streak | None:
        """How many periods of a quota in a row were met."""
        return streak(self.periods) if self.periods else None

    @cached_property
    def points(self) -> Series:
        """What the curve shows."""
        return series(self.goal, self.entries, self.day, self.settings, self.days)

    @cached_property
    def on_the_way(self) -> bool:
        """Whether the goal has a line it can be on: active, begun, and neither reached nor over."""
        return (
            self.goal.state is State.ACTIVE
            and self.assessment is not None
            and self.assessment.status is not None
            and self.assessment.status not in _ENDED
            and self.assessment.reason.code != "not_started"
            and not self.by_children
            and self.kind in (Kind.TOTAL, Kind.LEVEL, Kind.MILESTONES)
        )

    @cached_property
    def by_children(self) -> bool:
        """Whether it stands by the goals that serve it, for want of a measure of its own."""
        return self.assessment is not None and self.assessment.reason.code == CHILDREN

    @cached_property
    def buffer(self) -> int | None:
        """How many days one could do nothing and still be on the line."""
        if not self.on_the_way:
            return None
        return buffer_days(self.goal, self.entries, self.day, self.settings, self.days)

    @cached_property
    def asks(self) -> Sequence[Ask]:
        """What the next seven days ask for at least."""
        if not self.on_the_way:
            return ()
        return bare_minimum(self.goal, self.entries, self.day, self.settings, self.days)

    @cached_property
    def running(self) -> Decimal | None:
        """The running period of an amount per period so far; None where nothing of it is known."""
        if self.goal.state is not State.ACTIVE or self.measure is None:
            return None
        found = running_amount(self.measure, self.days, self.day, self.settings.first_weekday)
        return found[1] if found is not None and found[1] else None

    @cached_property
    def rollup(self) -> RollUp:
        """What the children say together."""
        return roll_up(self.children)


def status_spans(goal: Goal, assessment: Assessment | None, words: Words) -> Line:
    """The status as sign and word, or the state of a goal that has none."""
    status = assessment.status if assessment else None
    if status is None:
        word = "" if goal.state is State.ACTIVE else state_name(goal.state, words)
        return (Span(word, "dim"),)
    return Span(STATUS_SIGN[status], TONES.get(status, "text")), Span(f" {status_word(status, words)}", "text")


def status_content(page: Page, words: Words) -> Content:
    """The status and the area, for the line above a page."""
    spans = status_spans(page.goal, page.assessment, words)
    tone = _COLOURS.get(spans[0].style, "$text-muted")
    word = "".join(span.text for span in spans[1:])
    area = f"   {visible(page.goal.area)}" if page.goal.area else ""
    return Content.assemble(Content(spans[0].text).stylize(tone), Content(word), Content(area).stylize("$text-muted"))
