"""A goal as Beeminder draws it, a line that must not be crossed, and the measure it becomes here.

Of the line's end, value and slope two are given. `yaw` is its good side, `dir` the way it runs; `kyoom` sums what is
entered, `odom` reads a counter. (Beeminder's API reference, Goal Resource.)
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from smart_tui.domain.calendar import EVERY_DAY
from smart_tui.domain.goal import Combine, Direction, Kind, Measure, Period
from smart_tui.domain.measure import default_combine
from smart_tui.interop.trackers.gathering import Gathering, NotTaken
from smart_tui.interop.trackers.rhythm import SOMEDAY, unjudged

ENDLESS = 3_653
"""Days from its start after which a line's end is no deadline that anybody chose: Beeminder writes 2038 for none."""
_WORKDAYS = 0b0011111
_DAYS: Mapping[str, Decimal] = {
    "y": Decimal("365.25"),
    "m": Decimal("30.4375"),
    "w": Decimal(7),
    "d": Decimal(1),
    "h": 1 / Decimal(24),
}
"""Days of each unit a slope can be given in, as Beeminder counts them."""
_COMBINE: Mapping[str, Combine] = {
    "sum": Combine.ADD,
    "last": Combine.LAST,
    "max": Combine.MAX,
    "min": Combine.MIN,
    "mean": Combine.MEAN,
}
_NEAREST: Mapping[str, Combine] = {
    "binary": Combine.MAX,
    "jolly": Combine.MAX,
    "nonzero": Combine.MAX,
    "first": Combine.LAST,
    "median": Combine.MEAN,
    "mode": Combine.MEAN,
    "truemean": Combine.MEAN,
    "trimmean": Combine.MEAN,
    "uniqmean": Combine.MEAN,
}


class BeeGoal(NamedTuple):
    """A goal's own fields, without its datapoints."""

    key: str
    title: str
    kind: str = "custom"
    """Its goal_type."""
    yaw: int = 1
    dir: int = 1
    kyoom: bool = False
    odom: bool = False
    aggday: str = ""
    runits: str = "w"
    start: date | None = None
    first: Decimal | None = None
    """Where the line begins."""
    end: date | None = None
    last: Decimal | None = None
    """Where the line ends."""
    rate: Decimal | None = None
    unit: str = ""
    what: str = ""
    counts: str = ""
    tags: tuple[str, ...] = ()
    weekends_off: bool = False
    frozen: bool = False
    segments: int = 0
    """Further slopes the line had."""

    @property
    def deadline(self) -> date | None:
        """Its end, where that is one."""
        if self.end is None or (self.start is not None and (self.end - self.start).days > ENDLESS):
            return None
        return self.end


def measure_of(gathering: Gathering, goal: BeeGoal, baseline: Decimal | None) -> Measure:
    """The measure of a goal, saying what of the line is not kept. `baseline` is where a sum begins, if not at nothing.

    Raises nothing: a line that cannot be understood is recorded and not judged.
    """
    if goal.segments:
        gathering.count("beeminder.slopes")
    try:
        measure = _judged(gathering, goal, baseline)
    except (NotTaken, ArithmeticError):
        measure = None
    if measure is None:
        gathering.say("beeminder.no_line", title=goal.title)
        measure = unjudged() if _sums(goal) or goal.odom else _level(goal, None)
        if goal.odom:
            measure = measure._replace(running=True)
    measure = measure._replace(unit=goal.unit, what_counts=goal.counts)
    if goal.weekends_off:
        measure = measure._replace(weekdays=_WORKDAYS)
    return _combined(gathering, goal, measure)


def _judged(gathering: Gathering, goal: BeeGoal, baseline: Decimal | None) -> Measure | None:
    """The measure with its target; None where there is none to be found."""
    origin = _kept(gathering, goal.first)
    if _ceiling(goal):
        return _quota(gathering, goal, _slope(goal), Direction.AT_MOST)
    if not _sums(goal) and not goal.odom:
        return _level_to(gathering, goal, origin)
    if goal.yaw < 0:
        return None
    if goal.last is None and goal.deadline is None:
        found = _quota(gathering, goal, goal.rate, Direction.AT_LEAST)
        return found and found._replace(running=goal.odom, baseline=origin if goal.odom else None)
    target = _end_value(gathering, goal)
    if target is None:
        return None
    if goal.odom:
        # The target of a running count is what comes on top of where the count began.
        target = gathering.amount(target - (origin or 0))
        baseline = origin
    if target <= (0 if goal.odom else baseline or 0):
        return None
    return Measure(Kind.TOTAL, SOMEDAY, target, baseline=baseline, running=goal.odom)


def _level_to(gathering: Gathering, goal: BeeGoal, origin: Decimal | None) -> Measure | None:
    if goal.yaw != goal.dir:
        gathering.say("beeminder.side", title=goal.title)
        return _level(goal, origin)
    target = _end_value(gathering, goal)
    if target is None or target == origin:
        return None
    return _level(goal, origin)._replace(target=target, untargeted=False)


def _level(goal: BeeGoal, origin: Decimal | None) -> Measure:
    on = goal.start if origin is not None else None
    return Measure(Kind.LEVEL, SOMEDAY, None, baseline=origin, baseline_on=on, untargeted=True)


def _quota(gathering: Gathering, goal: BeeGoal, rate: Decimal | None, direction: Direction) -> Measure | None:
    """So much in a week, month or quarter; the slope of a day or an hour is that of its week."""
    if rate is None or rate < 0 or (not rate and direction is Direction.AT_LEAST) or goal.runits not in _DAYS:
        return None
    period, amount, code = Period.WEEK, rate, ""
    if goal.runits == "m":
        period = Period.MONTH
    elif goal.runits == "y":
        monthly = rate >= 12
        period, amount = (Period.MONTH, rate / 12) if monthly else (Period.QUARTER, rate / 4)
        code = "beeminder.year_month" if monthly else "beeminder.year_quarter"
    elif goal.runits in ("d", "h"):
        amount = rate * 7 * (24 if goal.runits == "h" else 1)
        code = "beeminder.day_week" if goal.runits == "d" else "beeminder.hour_week"
    target = gathering.amount(amount)
    if code:
        gathering.say(code, title=goal.title, rate=gathering.amount(rate), target=target)
    gathering.count("beeminder.line")
    return Measure(Kind.QUOTA, SOMEDAY, target, period=period, direction=direction, weekdays=EVERY_DAY)


def _end_value(gathering: Gathering, goal: BeeGoal) -> Decimal | None:
    """Where the line ends: as given, or by its end and slope."""
    if goal.last is not None:
        return gathering.amount(goal.last)
    if goal.rate is None or goal.start is None or goal.deadline is None or goal.runits not in _DAYS:
        return None
    days = (goal.deadline - goal.start).days
    ends = (goal.first or Decimal(0)) + goal.rate * days / _DAYS[goal.runits]
    # A hundredth is as near as anybody means it, but for lines that rise less than one altogether.
    value = gathering.amount(ends if abs(ends) < 1 else round(ends, 2))
    if goal.odom:
        more = gathering.amount(value - (_kept(gathering, goal.first) or 0))
        gathering.say("beeminder.computed_count", title=goal.title, end=value, target=more, date=goal.deadline)
        return value
    gathering.say("beeminder.computed", title=goal.title, target=value, date=goal.deadline)
    return value


def _slope(goal: BeeGoal) -> Decimal | None:
    """The slope in its unit: as given, or by both ends of the line."""
    if goal.rate is not None or goal.last is None or goal.start is None or goal.end is None:
        return goal.rate
    days = (goal.end - goal.start).days
    if days <= 0 or goal.runits not in _DAYS:
        return None
    return (goal.last - (goal.first or Decimal(0))) * _DAYS[goal.runits] / days


def _sums(goal: BeeGoal) -> bool:
    return goal.kyoom


def _ceiling(goal: BeeGoal) -> bool:
    return goal.kyoom and goal.yaw < 0 and goal.dir > 0


def _kept(gathering: Gathering, value: Decimal | None) -> Decimal | None:
    return None if value is None else gathering.amount(value)


def _combined(gathering: Gathering, goal: BeeGoal, measure: Measure) -> Measure:
    """How the points of a day become one value, where that is not as usual; the nearest way where ours lacks it."""
    aggday = goal.aggday.lower() or ("sum" if goal.kyoom else "last")
    way = _COMBINE.get(aggday)
    if way is None:
        way = _NEAREST.get(aggday, Combine.ADD if goal.kyoom else Combine.LAST)
        gathering.say("beeminder.aggday", title=goal.title, aggday=aggday[:40])
    usual = way is default_combine(measure) or measure.running
    return measure if usual else measure._replace(combine=way)


def slopes_before(fields: Mapping[str, object]) -> int:
    """The slopes before the last one: `roadall` begins with the line's start and ends with its last slope."""
    whole, road = fields.get("roadall"), fields.get("road")
    if isinstance(whole, list) and whole:
        return max(0, len(whole) - 2)
    return len(road) if isinstance(road, list) else 0


def type_of(kind: str) -> Mapping[str, object]:
    """What a goal_type stands for, as far as a goal does not say it itself."""
    yaw, dir, kyoom, odom, aggday = _TYPES.get(kind, _TYPES["custom"])
    return {"yaw": yaw, "dir": dir, "kyoom": kyoom, "odom": odom, "aggday": aggday}


_TYPES: Mapping[str, Sequence[object]] = {
    "hustler": (1, 1, True, False, "sum"),
    "biker": (1, 1, False, True, "last"),
    "fatloser": (-1, -1, False, False, "min"),
    "gainer": (1, 1, False, False, "max"),
    "inboxer": (-1, -1, False, False, "min"),
    "drinker": (-1, 1, True, False, "sum"),
    "custom": (1, 1, False, False, ""),
}
