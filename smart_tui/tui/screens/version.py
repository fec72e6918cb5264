"""Changing a target: to what, since when, and why. The past keeps its own."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from textual import on
from textual.widget import Widget

from smart_tui.domain.goal import Assessment, Goal, Kind, Measure
from smart_tui.domain.measure import effective_kind, start_of, start_value
from smart_tui.domain.measure import per_period as period_of_readings
from smart_tui.domain.rate import Rate, human_rate, two_of_three
from smart_tui.reading.numbers import plain
from smart_tui.text.labels import per_period
from smart_tui.text.pace import points_said
from smart_tui.tui.screens.days import day_typed
from smart_tui.tui.screens.dialog import FormDialog, UnreadError
from smart_tui.tui.screens.numberfields import NumberTyped, number_typed
from smart_tui.tui.widgets.choiceline import ChoiceLine
from smart_tui.tui.widgets.editors import Lead
from smart_tui.tui.widgets.linefield import LineField
from smart_tui.tui.widgets.lines import visible

COUNTED = (Kind.TOTAL, Kind.LEVEL, Kind.QUOTA)
ON_A_LINE = (Kind.TOTAL, Kind.LEVEL)


class VersionScreen(FormDialog[Measure]):
    """Gives the new version of the goal's measure, with its day and its reason."""

    DEFAULT_CSS = """
    VersionScreen ChoiceLine { height: auto; width: 1fr; padding: 0 0 0 16; }
    """

    def __init__(self, goal: Goal, today: date, assessment: Assessment) -> None:
        super().__init__()
        self.goal = goal
        self.today = today
        self.assessment = assessment
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
        if old.kind in COUNTED:
            yield LineField("target", self._target_text(), label=words.gettext("Target"))
        if old.kind is Kind.WITHIN:
            yield LineField("low", self._plain(old.low), label=words.gettext("From"))
            yield LineField("high", self._plain(old.high), label=words.gettext("To"))
        yield LineField("since", placeholder=words.gettext("today"), label=words.gettext("Since"))
        yield LineField("why", label=words.gettext("Why"))
        if self._has_line():
            restart = words.gettext("a new line from the value reached")
            keep = words.gettext("the old line up to then")
            yield ChoiceLine([("restart", restart), ("keep", keep)], "restart", always=True, required=True)
        if old.kind in (*COUNTED, Kind.WITHIN):
            yield LineField("unit", old.unit, label=words.gettext("Unit"))
        if old.kind in COUNTED:
            yield LineField("step", self._plain(old.step), label=words.gettext("Smallest step"))
        yield LineField("counts", old.what_counts, label=words.gettext("What counts"))

    def _has_line(self) -> bool:
        return self.old.kind in ON_A_LINE and self.goal.deadline is not None and not self.old.untargeted

    def _plain(self, value: Decimal | None) -> str:
        return "" if value is None else plain(value, self.words.code)

    def _target_text(self) -> str:
        if self.old.change_percent is not None:
            sign = "+" if self.old.change_percent > 0 else ""
            return f"{sign}{plain(self.old.change_percent, self.words.code)} %"
        return self._plain(self.old.target)

    @on(Lead)
    def _lead(self, message: Lead) -> None:
        message.stop()
        if message.enter:
            self.submit()
        elif message.by < 0:
            self.focus_previous()
        else:
            self.focus_next()

    def explanation(self, field: str) -> str:
        if field == "since":
            return self._since()[1]
        if field == "target" and self.text("target"):
            target = self._target()
            return " · ".join(part for part in (self._target_echo(target), self._rate(target)) if part)
        if field in ("low", "high", "step") and self.text(field):
            return self.words.amount(number_typed(self, field, self._unit()).value, self._unit())
        return ""

    def _unit(self) -> str:
        return self.text("unit") if self.old.kind in (*COUNTED, Kind.WITHIN) else ""

    def _since(self) -> tuple[date, str]:
        return day_typed(self, "since", self.today, earliest=self.old.valid_from, past=True)

    def _target(self) -> Measure:
        """The old measure with the target that is typed."""
        old = self.old
        if self.text("target") == self._target_text():
            return old
        typed: NumberTyped = number_typed(self, "target", self._unit())
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

    def _target_echo(self, new: Measure) -> str:
        if new.goal_value is None:
            return ""
        text = self.words.amount(new.goal_value, self._unit(), decimals=2)
        period = new.period if new.kind is Kind.QUOTA else period_of_readings(new)
        return f"{text} {per_period(period, self.words)}" if period else text

    def _rate(self, new: Measure) -> str:
        """What reaching the target by the deadline asks for, from where the goal stands."""
        goal, value = self.goal, new.goal_value
        if value is None or goal.deadline is None or effective_kind(new) not in ON_A_LINE:
            return ""
        now = self.assessment.value if self.assessment.value is not None else start_value(new, ())
        begin = max(self.today, start_of(goal, self.today))
        if now is None or begin >= goal.deadline:
            return ""
        rate = self._rate_of(new, now, value, begin, goal.deadline)
        amount = self.words.amount(rate.amount, self._unit(), sign=True, decimals=1)
        if self._unit() == "%" and effective_kind(new) is Kind.LEVEL:
            amount = points_said(rate.amount, self.words, decimals=1)
        return self.words.gettext("asks for {rate}").format(rate=f"{amount} {per_period(rate.period, self.words)}")

    @staticmethod
    def _rate_of(new: Measure, now: Decimal, value: Decimal, begin: date, deadline: date) -> Rate:
        period = period_of_readings(new)
        if period is None:
            return human_rate(now, value, begin, deadline)
        return two_of_three(now, begin, value=value, on=deadline, period=period).rate

    def submit(self) -> None:
        """The first Enter asks why, where that is still empty; the next one goes without."""
        if not self.text("why") and not self._asked and not self.field("why").input.has_focus:
            self._asked = True
            self.field("why").input.focus()
            return
        super().submit()

    def read(self) -> Measure:
        old = self.old
        new = old
        if old.kind in COUNTED and (self.text("target") or not old.untargeted):
            new = self._target()
        if old.kind is Kind.WITHIN:
            new = new._replace(low=self._number("low"), high=self._number("high"))
            if new.low is not None and new.high is not None and new.low >= new.high:
                raise UnreadError("high", self.words.gettext("It must be above the lower one."))
        step = self._number("step") if old.kind in COUNTED else old.step
        if step is not None and step <= 0:
            raise UnreadError("step", self.words.gettext("It must be more than nothing."))
        since = self._since()[0]
        keep = any(choice.value == "keep" for choice in self.query(ChoiceLine))
        return new._replace(
            id=0,
            unit=self._unit(),
            step=step,
            what_counts=old.what_counts if self.text("counts") == visible(old.what_counts) else self.text("counts"),
            valid_from=since,
            reason=self.text("why"),
            keep_line=keep,
        )

    def _number(self, field: str) -> Decimal | None:
        return number_typed(self, field, self._unit()).value if self.text(field) else None
