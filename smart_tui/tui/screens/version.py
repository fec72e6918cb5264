"""Changing a target: to what, by when, at which rate, and why. The past keeps what it was judged by."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from smart_tui.domain.calendar import add_days, period_bounds
from smart_tui.domain.goal import Assessment, DayValue, Goal, Kind, Measure, Outcome, Period
from smart_tui.domain.measure import effective_kind, start_of, start_value
from smart_tui.domain.measure import per_period as period_of_readings
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain
from smart_tui.text.echo import echo_date
from smart_tui.text.labels import per_period
from smart_tui.text.realism import realism_sentences
from smart_tui.tui.course import ON_A_LINE, Begin, Third, rate_of, said, thirds, typed_rate
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import NumberTyped, number_typed
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead
from smart_tui.tui.widgets.linefield import LineField

COUNTED = (Kind.TOTAL, Kind.LEVEL, Kind.QUOTA)


class Course(NamedTuple):
    """What the goal goes by from a day on: its measure and its deadline."""

    measure: Measure
    deadline: date | None


class Beside(NamedTuple):
    """The person's own figures: the goal's values by day, and closed goals of its area."""

    days: Sequence[DayValue] = ()
    closed: Sequence[tuple[Goal, Outcome]] = ()


ReadBeside = Callable[[], Awaitable[Beside]]
"""Reads them without holding up the dialog."""


class VersionScreen(FormDialog[Course]):
    """Gives the new course of a goal. `settled`: the target was typed elsewhere, only day and reason are asked."""

    DEFAULT_CSS = """
    VersionScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 16; }
    VersionScreen #remarks { height: auto; margin: 1 0 0 0; color: $warning; }
    """

    def __init__(
        self,
        goal: Goal,
        today: date,
        assessment: Assessment,
        read_beside: ReadBeside | None = None,
        *,
        settled: bool = False,
    ) -> None:
        super().__init__()
        self.goal = goal
        self.today = today
        self.assessment = assessment
        self.beside = Beside()
        self._read_beside = read_beside
        self.settled = settled
        self._asked = False
        self.old = goal.measure or Measure(Kind.MILESTONES, goal.start or today)

    def keeping(self) -> str:
        return f"version {self.goal.id}"

    def heading(self) -> str:
        return f"{self.goal.no}  {self.goal.title}"

    def lines(self) -> Iterable[str]:
        words = self.words
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
                yield LineField("rate", label=words.gettext("Rate"))
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
        self.fields()[0].input.focus()

    def _has_line(self) -> bool:
        return effective_kind(self.old) in ON_A_LINE and not self.old.untargeted

    def _plain(self, measure: Measure, name: str) -> str:
        value = getattr(measure, name)
        return "" if value is None else plain(value, self.words.code)

    def _target_text(self) -> str:
        if self.old.change_percent is not None:
            sign = "+" if self.old.change_percent > 0 else ""
            return f"{sign}{plain(self.old.change_percent, self.words.code)} %"
        return self._plain(self.old, "target")

    def _deadline_text(self) -> str:
        return "" if self.goal.deadline is None else self.words.date_long(self.goal.deadline)

    def _begin(self) -> Begin | None:
        """Where the way that is left begins: the value it has reached."""
        if not self._has_line():
            return None
        value = self.assessment.value
        if value is None:
            value = start_value(self.old, self.beside.days)
        return None if value is None else Begin(value, max(self.today, start_of(self.goal, self.today)))

    # What is typed, read.

    def _moved(self, field: str) -> bool:
        return self.text(field) != self.begun.get(field, "").strip()

    def _measure(self) -> Measure:
        """The old measure with the target that is typed."""
        old = self.old
        if self.settled or not self.query("#field-target") or not self._moved("target"):
            return old
        if not self.text("target") and self._rated():
            return old._replace(target=None, change_percent=None)
        typed: NumberTyped = number_typed(self, "target", old.unit)
        if typed.change and old.kind in ON_A_LINE:
            if old.reading is None:
                sentence = self.words.gettext("This target is an amount: write it without a sign.")
                raise UnreadError("target", sentence)
            new = old._replace(target=None, change_percent=typed.value)
        else:
            new = old._replace(target=typed.value, change_percent=None)
        if new.goal_value is not None and old.kind in ON_A_LINE and new.goal_value == start_value(new, ()):
            raise UnreadError(
                "target", self.words.gettext("That is where the goal began: nothing would be left to do.")
            )
        if old.kind is Kind.QUOTA and typed.value <= 0:
            raise UnreadError("target", self.words.gettext("It must be more than nothing."))
        return new

    def _deadline(self) -> date | None:
        """The deadline that is typed."""
        if self.settled or not self._moved("deadline"):
            return self.goal.deadline
        if not self.text("deadline"):
            return None
        return day_typed(self, "deadline", self.today, earliest=add_days(start_of(self.goal, self.today), 1)).day

    def _rated(self) -> bool:
        return bool(self.query("#field-rate")) and bool(self.text("rate"))

    def _third(self, measure: Measure, deadline: date | None) -> Third | None:
        """What follows from the rate that is typed: what was left as it was; raises `UnreadError`."""
        begin = self._begin()
        if not self._rated() or begin is None:
            return None
        words = self.words
        read = typed_rate(self.text("rate"), words.code, measure.unit)
        if isinstance(read, ReadingError):
            from smart_tui.text.errors import reading_error

            raise UnreadError("rate", reading_error(read, words))
        moved_target, moved_day = self._moved("target"), self._moved("deadline") and deadline is not None
        if moved_target and moved_day and measure.goal_value is not None:
            raise UnreadError("rate", words.gettext("Any two give the third: leave one of target and deadline alone."))
        wanted = "target" if measure.goal_value is None or moved_day else "deadline"
        found = {third.field: third for third in thirds(read, begin, measure, deadline, self.today, words)}
        if wanted not in found:
            if rate_of(begin, measure, deadline) is not None and found:
                return None
            raise UnreadError("rate", words.gettext("At that rate the target is never reached."))
        return found[wanted]

    def _course(self) -> Course:
        """Target and deadline with what follows from the rate."""
        measure, deadline = self._measure(), self._deadline()
        third = self._third(measure, deadline)
        if third is not None and isinstance(third.value, date):
            return Course(measure, third.value)
        if third is not None and not isinstance(third.value, date):
            measure = measure._replace(target=third.value, change_percent=None)
        return Course(measure, deadline)

    def _since(self) -> tuple[date, str]:
        earliest = max(self.old.valid_from, self.today)
        if not self.text("since") and earliest > self.today:
            return earliest, echo_date(earliest, self.today, self.words)
        return day_typed(self, "since", self.today, earliest=earliest)

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
        if field in ("low", "high") and self.text(field):
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
        if not self.text("why") and not self._asked and not self.field("why").input.has_focus:
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
        keep = any(choice.value == "keep" for choice in self.query(ChoiceLine))
        new = new._replace(id=0, valid_from=self._since()[0], reason=self.text("why"), keep_line=keep)
        return Course(new, course.deadline)

    def _number(self, field: str) -> Decimal | None:
        return number_typed(self, field, self.old.unit).value if self.text(field) else None
