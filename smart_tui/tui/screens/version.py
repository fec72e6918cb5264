"""Changing a target: to what, by when, at which rate, and why. The past keeps what it was judged by."""

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.domain.calendar import add_days, period_bounds
from smart_tui.domain.goal import Kind, Measure, Period
from smart_tui.domain.measure import per_period as period_of_readings
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import per_period
from smart_tui.text.realism import realism_sentences
from smart_tui.tui.course import ON_A_LINE, rate_of, said
from smart_tui.tui.screens.coursedialog import COUNTED, Course, CourseDialog, ReadBeside
from smart_tui.tui.screens.dialog import UnreadError
from smart_tui.tui.screens.numberfields import number_typed
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead
from smart_tui.tui.widgets.linefield import LineField


class VersionScreen(CourseDialog):
    """Gives the new course of a goal. `settled`: the target was typed elsewhere, only day and reason are asked."""

    DEFAULT_CSS = """
    VersionScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 16; }
    VersionScreen #remarks { height: auto; margin: 1 0 0 0; color: $warning; }
    """

    def keeping(self) -> str:
        return f"version {self.goal.id}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        words = self.words
        if not self._versioned:
            yield words.gettext("Change the deadline.")
            return
        yield words.gettext("Change the target. What is past keeps the one it had.")
        if self.assessment.value is not None and self.old.kind in ON_A_LINE:
            yield words.gettext("Now it stands at {value}.").format(
                value=words.amount(self.assessment.value, self.old.unit, decimals=2)
            )

    def body(self) -> Iterable[Widget]:
        words, old = self.words, self.old
        if not self.settled:
            if old.kind in COUNTED and not old.untargeted:
                yield LineField("target", self._target_text(), label=words.gettext("Target"))
            if old.kind is Kind.WITHIN:
                yield LineField("low", self._plain(old, "low"), label=words.gettext("From"))
                yield LineField("high", self._plain(old, "high"), label=words.gettext("To"))
            yield LineField("deadline", self._deadline_text(), label=words.gettext("Deadline"))
            if self._begin() is not None:
                yield LineField("rate", placeholder=words.gettext("such as 2 a week"), label=words.gettext("Rate"))
        if not self._versioned:
            return
        yield LineField("why", label=words.gettext("Why"))
        yield LineField("since", placeholder=words.gettext("today"), label=words.gettext("Since"))
        if self._has_line():
            restart = words.gettext("a new line from the value reached")
            keep = words.gettext("the old line up to then")
            value = "keep" if self.settled and old.keep_line else "restart"
            yield ChoiceLine([("restart", restart), ("keep", keep)], value, always=True, required=True)
        yield Static(id="remarks")

    def on_mount(self) -> None:
        super().on_mount()
        if self._read_beside is not None:
            self.run_worker(self._look_beside(self._read_beside), group="beside")

    async def _look_beside(self, read: ReadBeside) -> None:
        self.beside = await read()
        self.echo()

    def focus_first(self) -> None:
        field = self.field(self._begins_at) if self._begins_at else self.fields()[0]
        field.input.focus()

    # What is said about it.

    def echo(self) -> None:
        super().echo()
        if not self.query("#remarks"):
            return
        static = self.query_one("#remarks", Static)
        found = self._remarks()
        static.display = bool(found)
        static.update(Content("\n".join(found)))

    def _remarks(self) -> tuple[str, ...]:
        """What one's own figures say about another target or day."""
        from smart_tui.domain.realism import realism

        try:
            course = self._course()
        except UnreadError:
            return ()
        if not self.settled and course.measure == self.old and course.deadline == self.goal.deadline:
            return ()
        goal = self.goal._replace(deadline=course.deadline)
        remarks = realism(goal, course.measure, self.beside.days, self.today, self.smart.settings, self.beside.closed)
        return realism_sentences(remarks, course.measure, self.words)

    def explanation(self, field: str) -> str:
        if field == "since":
            return self._since_said()
        if field == "target" and self.text("target") and (self._moved("target") or self.old.relative):
            return self._target_echo(self._measure())
        if field == "deadline" and self._moved("deadline"):
            deadline = self._deadline()
            if deadline is not None:
                return echo_date(deadline, self.today, self.words)
            return self.words.gettext("no deadline")
        if field == "rate":
            return self._rate_said()
        if field in ("low", "high") and self.text(field) and self._moved(field):
            return self.words.amount(number_typed(self, field, self.old.unit).value, self.old.unit)
        return ""

    def _target_echo(self, new: Measure) -> str:
        if new.goal_value is None:
            return ""
        text = self.words.amount(new.goal_value, new.unit, decimals=2)
        period = new.period if new.kind is Kind.QUOTA else period_of_readings(new)
        return f"{text} {per_period(period, self.words)}" if period else text

    def _rate_said(self) -> str:
        """What target and deadline ask for from where the goal stands; of a typed rate, what it changes."""
        words = self.words
        measure, deadline = self._measure(), self._deadline()
        third = self._third(measure, deadline)
        if third is None:
            rate = rate_of(self._begin(), measure, deadline)
            return words.gettext("asks for {rate}").format(rate=said(rate, measure, words)) if rate else ""
        if third.field == "deadline":
            return words.gettext("moves the deadline to {day}").format(day=third.said)
        return words.gettext("makes the target {amount}").format(amount=third.said)

    def _since_said(self) -> str:
        """The day from which it counts: of a quota the first day of the next whole period."""
        since, echoed = self._since()
        if self.old.kind is not Kind.QUOTA:
            return echoed if self.text("since") else ""
        first, last = period_bounds(since, self.old.period or Period.WEEK, self.smart.settings.first_weekday)
        if first == since:
            return echoed
        counts = echo_date(add_days(last, 1), self.today, self.words)
        pattern = self.words.gettext("It counts from the next whole period on: {day}.")
        return pattern.format(day=counts)

    @on(Lead)
    def _lead(self, message: Lead) -> None:
        message.stop()
        if message.enter:
            self.submit()
        elif message.by < 0:
            self.focus_previous()
        else:
            self.focus_next()

    def submit(self) -> None:
        """The first Enter asks why, where that is still empty; the next one goes without."""
        if self._versioned and not self.text("why") and not self._asked and not self.field("why").input.has_focus:
            self._asked = True
            self.field("why").input.focus()
            return
        super().submit()

    def read(self) -> Course:
        course = self._course()
        new = course.measure
        if new.kind is Kind.WITHIN and not self.settled:
            new = new._replace(low=self._number("low"), high=self._number("high"))
            if new.low is not None and new.high is not None and new.low >= new.high:
                raise UnreadError("high", self.words.gettext("It must be above the lower one."))
        if not self._versioned:
            return course
        keep = any(choice.value == "keep" for choice in self.query(ChoiceLine))
        new = new._replace(id=0, valid_from=self._since()[0], reason=self.text("why"), keep_line=keep)
        return Course(new, course.deadline)
