"""What is typed about another course of a goal, read: a target, a deadline, and a rate that gives one of the two."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.calendar import add_days
from smart_tui.domain.goal import Assessment, DayValue, Goal, Kind, Measure, Outcome
from smart_tui.domain.measure import effective_kind, start_of, start_value
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.numbers import plain
from smart_tui.text.echo import echo_date
from smart_tui.tui.course import ON_A_LINE, Begin, Third, rate_of, thirds, typed_rate
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import NumberTyped, number_typed

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


class CourseDialog(FormDialog[Course]):
    """Reads the fields of a course, as far as they are shown: target, low, high, deadline, rate, since."""

    def __init__(
        self,
        goal: Goal,
        today: date,
        assessment: Assessment,
        read_beside: ReadBeside | None = None,
        *,
        settled: bool = False,
        at: str = "",
    ) -> None:
        super().__init__()
        self.goal = goal
        self.today = today
        self.assessment = assessment
        self.beside = Beside()
        self._read_beside = read_beside
        self.settled = settled
        self._begins_at = at
        self._asked = False
        self.old = goal.measure or Measure(Kind.MILESTONES, goal.start or today)

    @property
    def _versioned(self) -> bool:
        """Whether there is a target to change, whose versions are kept."""
        return self.settled or (self.old.kind in (*COUNTED, Kind.WITHIN) and not self.old.untargeted)

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

    def _number(self, field: str) -> Decimal | None:
        return number_typed(self, field, self.old.unit).value if self.text(field) else None
