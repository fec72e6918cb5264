"""A habit as Loop Habit Tracker knows it, whether it comes from an export or from a backup.

What a day is: 2 ticked, 1 ticked by Loop because the rhythm was kept, 0 not done, 3 skipped, -1 nothing known; a
habit with numbers has thousandths instead. Exports write words for -1 to 3, for numbers too.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.goal import Direction, Measure
from smart_tui.interop.trackers.gathering import Day, Gathering, NotTaken, Told
from smart_tui.interop.trackers.rhythm import amounts, occasions, quota, unjudged

SOURCE = "loop"
WORDS: Mapping[str, int] = {"YES_MANUAL": 2, "YES_AUTO": 1, "NO": 0, "SKIP": 3, "UNKNOWN": -1}
_TICKED, _AUTO, _NO, _SKIP, _UNKNOWN = 2, 1, 0, 3, -1
_LONGEST = 10_000
"""Days of the longest rhythm, and occasions of one."""


class Habit(NamedTuple):
    """One habit, without its days."""

    key: str
    name: str
    numerical: bool = False
    times: int = 0
    """Wanted so often in `days` days; 0 where the file does not say."""
    days: int = 1
    at_most: bool = False
    target: Decimal = Decimal(0)
    unit: str = ""
    question: str = ""
    description: str = ""
    archived: bool = False


class Mark(NamedTuple):
    """What Loop has of one day."""

    on: date
    raw: int | Decimal
    note: str = ""


class Marks:
    """The days of one habit, taken up one by one; a second one for the same day is refused."""

    def __init__(self, gathering: Gathering, numerical: bool, silent_no: bool = False) -> None:
        self._gathering = gathering
        self._numerical = numerical
        self._silent_no = silent_no
        self._seen: dict[date, int | Decimal] = {}
        self.days: list[Day] = []
        self.diary: list[tuple[date, str]] = []

    def take(self, mark: Mark) -> None:
        """Take up a day; raises NotTaken: double, not_understood, in_future, number.too_large."""
        if mark.on in self._seen:
            if self._seen[mark.on] != mark.raw:
                raise NotTaken("double")
            return
        value = self._value(mark.raw)
        self._seen[mark.on] = mark.raw
        if value is not None or mark.raw == _SKIP:
            self.days.append(Day(self._gathering.past(mark.on), value, mark.note))
        elif mark.note.strip():
            self.diary.append((self._gathering.past(mark.on), mark.note))
            self._gathering.count("loop.notes")

    def _value(self, raw: int | Decimal) -> Decimal | None:
        """The value of a day; None for a skipped one and for one of which nothing is known."""
        if raw in (_SKIP, _UNKNOWN):
            return None
        if self._numerical:
            if raw < 0:
                raise NotTaken("not_understood")
            return self._gathering.amount(Decimal(raw) / 1000)
        if raw == _TICKED:
            return Decimal(1)
        if raw == _AUTO:
            self._gathering.count("loop.auto")
            return None
        if raw != _NO:
            raise NotTaken("not_understood")
        if self._silent_no:
            self._gathering.count("loop.silent_no")
            return None
        return Decimal(0)


def told(gathering: Gathering, habit: Habit, marks: Marks) -> Told:
    """The goal that a habit becomes."""
    measure = _measure(gathering, habit)
    return Told(
        key=habit.key,
        title=habit.name,
        measure=measure._replace(unit=habit.unit, what_counts=habit.question),
        days=marks.days,
        diary=marks.diary,
        what=habit.description,
        resting=habit.archived,
    )


def _measure(gathering: Gathering, habit: Habit) -> Measure:
    known = 0 < habit.times <= _LONGEST and 0 < habit.days <= _LONGEST
    if not known:
        gathering.say("loop.no_rhythm", title=habit.name)
        return unjudged()
    if not habit.numerical:
        return quota(gathering, habit.name, occasions(habit.times, habit.days), (habit.times, habit.days))
    if habit.target <= 0 and not habit.at_most:
        gathering.say("loop.no_target", title=habit.name)
        return unjudged()
    direction = Direction.AT_MOST if habit.at_most else Direction.AT_LEAST
    wanted = max(habit.target, Decimal(0))
    try:
        rhythm = amounts(gathering.amount(wanted), habit.days)
        return quota(gathering, habit.name, rhythm, (wanted, habit.days), direction)
    except NotTaken:
        gathering.say("loop.no_target", title=habit.name)
        return unjudged()


def raw_value(cell: str) -> int | Decimal:
    """What a cell of an export says, as in a backup; raises NotTaken: no_value, not_a_number."""
    from smart_tui.interop.trackers.gathering import number

    word = cell.strip().upper()
    return WORDS[word] if word in WORDS else number(cell)
