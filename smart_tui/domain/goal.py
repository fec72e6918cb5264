"""The words everybody above uses: a goal, its measure, its entries and plans, as immutable values.

Named tuples rather than frozen dataclasses: they are as immutable and as typed, and the command
line starts a third faster without `dataclasses`, which imports `inspect`.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from smart_tui.domain.quantity import plain

if TYPE_CHECKING:
    from smart_tui.domain.forecast import Outlook


class State(StrEnum):
    """Where a goal is in its life; a *someday* goal is a draft with a wake-up date."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a closed goal ended."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    MISSED = "missed"
    DROPPED = "dropped"


class Status(StrEnum):
    """How an active or paused goal stands today (product rules, table of statuses)."""

    MISSED = "missed"
    ACHIEVED = "achieved"
    NEEDS_BASELINE = "needs_baseline"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    STALE = "stale"
    ON_TRACK = "on_track"
    PAUSED = "paused"


class Kind(StrEnum):
    """The six kinds of measure."""

    TOTAL = "total"
    LEVEL = "level"
    QUOTA = "quota"
    WITHIN = "within"
    MILESTONES = "milestones"
    RATING = "rating"


class Reading(StrEnum):
    """What one reading of a relative target is: a level now, an amount per period, the whole span's amount."""

    LEVEL = "level"
    PER_PERIOD = "per_period"
    SPAN = "span"


class Direction(StrEnum):
    """Which side of a quota's target is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Period(StrEnum):
    """A calendar period; weeks follow the person's first weekday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Combine(StrEnum):
    """How several entries of one day become one value."""

    ADD = "add"
    LAST = "last"
    MAX = "max"
    MIN = "min"
    MEAN = "mean"


class EntryState(StrEnum):
    """An entry is a value or an excuse; a day without entries is unknown."""

    VALUE = "value"
    EXCUSED = "excused"


class Horizon(StrEnum):
    """Which question an activity answers: today's first step, the six-week list, or none."""

    TODAY = "today"
    SIX_WEEKS = "six_weeks"
    OTHER = "other"


class Promise(StrEnum):
    """What became of an activity of a week; an activity nobody answered for has none of these."""

    KEPT = "kept"
    PARTLY = "partly"
    NOT = "not"


class Measure(NamedTuple):
    """One version of how a goal is measured, valid from a civil date until the next version.

    `target` is the absolute value to reach (or the amount of one period for a quota). A relative
    target keeps `change_percent` (signed, in percent of the baseline) and `reading`; its absolute
    value is `goal_value`. Percentages of anything (rates, shares) are plain values with unit "%".
    """

    kind: Kind
    valid_from: date
    target: Decimal | None = None
    unit: str = ""
    baseline: Decimal | None = None
    baseline_on: date | None = None
    baseline_period: Period | None = None
    change_percent: Decimal | None = None
    reading: Reading | None = None
    period: Period | None = None
    direction: Direction | None = None
    share_wanted: int | None = None
    """Percent of judged periods that must be met; None means the person's default."""
    weekdays: int = 127
    """Wanted weekdays as a bit mask, bit 0 is Monday."""
    step: Decimal | None = None
    what_counts: str = ""
    combine: Combine | None = None
    running: bool = False
    """Values are entered as a running count (odometer); the app takes differences."""
    silence_is_zero: bool = False
    untargeted: bool = False
    """The *no target* flag: recorded and drawn, never judged."""
    low: Decimal | None = None
    high: Decimal | None = None
    levels: tuple[str, ...] = ()
    """Five described levels of a rating goal, from -2 to +2."""
    entered_as: str = "plain"
    """How a level is typed: plain, scale or nps."""
    reason: str = ""
    keep_line: bool = False
    """False: the line restarts at the value reached on `valid_from`; True: the old line is kept up to then."""
    id: int = 0

    @property
    def goal_value(self) -> Decimal | None:
        """The absolute value to reach, or None while a relative target has no baseline."""
        if self.change_percent is None:
            return self.target
        if self.baseline is None or self.baseline <= 0:
            return None
        return plain(self.baseline * (100 + self.change_percent) / 100)

    @property
    def relative(self) -> bool:
        """Whether the target is given as a percentage of the baseline."""
        return self.change_percent is not None


class Entry(NamedTuple):
    """One value, or an excuse, on a civil date. `id` rises with the order of recording."""

    id: int
    uuid: str
    goal_id: int
    on: date
    state: EntryState
    value: Decimal | None
    note: str = ""
    recorded_at: datetime | None = None
    source: str = ""
    source_id: str = ""
    counts: tuple[int, int, int] | None = None
    """Promoters, passives and detractors behind a value that is a net promoter score."""


class DayValue(NamedTuple):
    """All entries of one day, combined: a value, or excused when nothing but excuses was entered."""

    on: date
    value: Decimal | None
    excused: bool = False


class Pause(NamedTuple):
    """Days a goal rests, both ends included; `last` is None while the pause is open."""

    first: date
    last: date | None = None
    id: int = 0


class Milestone(NamedTuple):
    """A dated part of a goal with a weight."""

    id: int
    uuid: str
    title: str
    due: date | None = None
    weight: int = 1
    done_on: date | None = None


class Activity(NamedTuple):
    """Something to do: what, when, where, due in a week (its first day) or on a day.

    It is open while it is neither done nor answered for: `done_on` and `outcome` are both None.
    """

    id: int
    uuid: str
    what: str
    when: str = ""
    where: str = ""
    due: date | None = None
    horizon: Horizon = Horizon.OTHER
    done_on: date | None = None
    outcome: Promise | None = None
    """What its person said became of it, in a review."""
    reason: str = ""
    """Why, in a few words."""


class IfThenPlan(NamedTuple):
    """If <situation>, then <action>."""

    id: int
    uuid: str
    situation: str
    action: str


class Confidence(NamedTuple):
    """How sure the person was on a day, 1 to 10."""

    on: date
    value: int
    id: int = 0


class Goal(NamedTuple):
    """A goal with everything the person said about it, without its entries."""

    id: int
    uuid: str
    no: int
    title: str
    state: State
    model: str
    language: str
    statement: str = ""
    """Only when edited by hand; otherwise it is built from title, measure and date."""
    start: date | None = None
    deadline: date | None = None
    review_on: date | None = None
    wake_on: date | None = None
    area: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    people: str = ""
    parent_id: int | None = None
    step: str = ""
    """The slot the writing flow stood on, so that a draft reopens there."""
    answers: Mapping[str, str] = {}
    measures: tuple[Measure, ...] = ()
    """Versions, oldest first."""
    pauses: tuple[Pause, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    activities: tuple[Activity, ...] = ()
    plans: tuple[IfThenPlan, ...] = ()
    confidence: tuple[Confidence, ...] = ()
    outcome: Outcome | None = None
    lesson: str = ""
    closed_on: date | None = None
    created_at: datetime | None = None
    updated_at: datetime | None = None
    weight: int = 1
    """What it counts among the children of its parent, 1 to 1000."""
    dismissed: frozenset[str] = frozenset()
    """The codes of the coach's remarks that are not to be said of it."""

    @property
    def measure(self) -> Measure | None:
        """The newest version of the measure, or None while nothing was chosen."""
        return self.measures[-1] if self.measures else None

    def measure_on(self, day: date) -> Measure | None:
        """The version valid on `day`; before the first version, the first one."""
        valid = [m for m in self.measures if m.valid_from <= day]
        if valid:
            return valid[-1]
        return self.measures[0] if self.measures else None


class Reason(NamedTuple):
    """Why a status is what it is: a code and the values its sentence needs. Words are text's business."""

    code: str
    params: Mapping[str, object] = {}


class Assessment(NamedTuple):
    """How a goal stands today: all that list, page and command line show as figures."""

    status: Status | None
    """None for drafts, closed goals and goals without a target."""
    reason: Reason
    value: Decimal | None = None
    """Total: the sum; level: the latest reading; quota: the running period's sum; milestones: weight done."""
    target: Decimal | None = None
    """What `value` is compared with: the goal value, the running period's scaled target, the weight."""
    progress: Decimal | None = None
    """Shown progress, 0 to 1."""
    expected: Decimal | None = None
    """Where the line stands today, 0 to 1; None without a deadline."""
    gap: Decimal | None = None
    """(expected - progress) with progress not clamped; positive is behind."""
    missing: Decimal | None = None
    """What is left to do: to the target, or in the running period."""
    ends: date | None = None
    """The running period's last day for quotas, otherwise the deadline."""
    met: int = 0
    judged: int = 0
    """Quotas: periods met and judged so far."""
    outlook: "Outlook | None" = None
    """When the target is reached if things go on as lately; None where nothing can be forecast."""


class PeriodVerdict(NamedTuple):
    """One calendar period of a quota: its days inside, target scaled to them, sum, and verdict."""

    first: date
    last: date
    target: Decimal
    value: Decimal | None
    """None when nothing was entered."""
    judged: bool
    """Whether this period counts (half of its wanted days inside, neither paused nor excused)."""
    met: bool | None
    """None while open, unknown, or not judged."""
    active_days: int
    wanted_days: int
    excused_days: int
