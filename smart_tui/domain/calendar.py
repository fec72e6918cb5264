"""Civil dates: weeks and periods, active days, months, and what "today" is."""

from collections.abc import Collection, Iterable, Sequence
from datetime import MAXYEAR, date, datetime, timedelta
from fractions import Fraction
from math import ceil, floor

from smart_tui.domain.goal import Pause, Period

EVERY_DAY = 0b1111111
WEEK = 7
_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
_DAYS = {Period.DAY: 1, Period.WEEK: WEEK}


def civil_today(now: datetime, day_ends_at: int = 0) -> date:
    """The civil date of the wall clock time `now` when days end `day_ends_at` minutes after midnight.

    An hour that the clocks repeat does not repeat the end of a day: once a day has begun, it lasts
    (`now.fold` tells the second time; without a zone it is the machine's).
    """
    wall = now.replace(tzinfo=None, fold=0)
    day = (wall - timedelta(minutes=day_ends_at)).date()
    if now.fold:
        end = datetime(day.year, day.month, day.day, tzinfo=now.tzinfo) + timedelta(days=1, minutes=day_ends_at)
        if end.timestamp() <= now.timestamp():
            return add_days(day, 1)
    return day


def distance_days(day: date, today: date) -> int:
    """Days from today to `day`; negative for the past."""
    return day.toordinal() - today.toordinal()


def add_days(day: date, days: int) -> date:
    """`day` moved by `days`, held within the calendar (year 1 to 9999)."""
    try:
        return date.fromordinal(day.toordinal() + days)
    except ValueError:
        return date.min if days < 0 else date.max


def add_months(day: date, months: int) -> date:
    """The same day `months` later or earlier; a missing day becomes its month's last. ValueError beyond year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """28 to 31; ValueError for a year or month that is none."""
    if month == 12:
        return date(year, 12, 31).day
    return (date(year, month + 1, 1) - date(year, month, 1)).days


class FirstWeekday(int):
    """The weekday weeks begin with from now on (0 is Monday), and how it was before.

    `changes` are (day from which a weekday holds, weekday), oldest first; before the first of them
    weeks began on Monday. A change counts from the first week that begins on or after its day, by
    the weeks as they were; from there to the new first weekday is one short week. So the weeks
    before stay as they were. One that has not begun to count when the next is made never does.
    """

    changes: tuple[tuple[date, int], ...]
    _turns: tuple[tuple[int, int], ...]

    def __new__(cls, weekday: int = 0, changes: tuple[tuple[date, int], ...] = ()) -> "FirstWeekday":
        self = super().__new__(cls, weekday)
        self.changes = changes
        turns: list[tuple[int, int]] = []
        for day, after in changes:
            while turns and turns[-1][0] > day.toordinal():
                turns.pop()
            before = turns[-1][1] if turns else 0
            if after != before:
                turns.append((day.toordinal() + (before - day.weekday()) % WEEK, after))
        self._turns = tuple(turns)
        return self

    @classmethod
    def read(cls, weekday: int, raw: str) -> "FirstWeekday":
        """From the weekday that counts and the history as `history` writes it; what cannot be read is left out."""
        changes = []
        for item in raw.split(","):
            day, _, number = item.strip().partition(":")
            try:
                changes.append((date.fromisoformat(day), int(number) % WEEK))
            except ValueError:
                continue
        changes.sort()
        if not changes and weekday:
            changes = [(date.min, weekday)]
        elif changes and changes[-1][1] != weekday:
            return cls(weekday, ((date.min, weekday),))
        return cls(weekday, tuple(changes))

    @property
    def history(self) -> str:
        """The changes as text: "2026-03-02:6,2026-05-03:0"."""
        return ",".join(f"{day.isoformat()}:{weekday}" for day, weekday in self.changes)

    def changed(self, weekday: int, today: date) -> "FirstWeekday":
        """With weeks that begin on `weekday` from the next week on; a change still to come is forgotten."""
        _, last = self.week(today)
        changes = tuple(change for change in self.changes if change[0] <= last)
        return FirstWeekday(weekday, (*changes, (add_days(last, 1), weekday)))

    def week(self, day: date) -> tuple[date, date]:
        """First and last day of the week of `day`."""
        ordinal = day.toordinal()
        weekday, begin, end = 0, date.min.toordinal(), date.max.toordinal()
        for turn, after in self._turns:
            if turn > ordinal:
                end = min(turn - 1, end)
                break
            weekday, begin = after, turn
        first = ordinal - (day.weekday() - weekday) % WEEK
        return date.fromordinal(max(first, begin)), date.fromordinal(min(first + WEEK - 1, end))

    def on(self, day: date) -> int:
        """The first weekday in force on `day`."""
        ordinal = day.toordinal()
        return next((weekday for turn, weekday in reversed(self._turns) if turn <= ordinal), 0)


def week_start(day: date, first_weekday: int = 0) -> date:
    """The first day of the week of `day`; `first_weekday` 0 is Monday."""
    if isinstance(first_weekday, FirstWeekday):
        return first_weekday.week(day)[0]
    return add_days(day, -((day.weekday() - first_weekday) % WEEK))


def week_number(day: date, first_weekday: int = 0) -> tuple[int, int]:
    """Year and number of the week of `day`: a week belongs to the year that holds at least four of its days."""
    if isinstance(first_weekday, FirstWeekday):
        first_weekday = first_weekday.on(day)
    fourth = add_days(day, 3 - (day.weekday() - first_weekday) % WEEK)
    return fourth.year, (fourth.toordinal() - date(fourth.year, 1, 1).toordinal()) // WEEK + 1


def period_bounds(day: date, period: Period, first_weekday: int = 0) -> tuple[date, date]:
    """First and last day of the calendar period `day` lies in."""
    if period is Period.DAY:
        return day, day
    if period is Period.WEEK:
        if isinstance(first_weekday, FirstWeekday):
            return first_weekday.week(day)
        begun = (day.weekday() - first_weekday) % WEEK
        return add_days(day, -begun), add_days(day, WEEK - 1 - begun)
    months = _MONTHS[period]
    month = (day.month - 1) // months * months + 1
    last_month = month + months - 1
    return date(day.year, month, 1), date(day.year, last_month, days_in_month(day.year, last_month))


def closed_pauses(pauses: Iterable[Pause], today: date) -> tuple[Pause, ...]:
    """Pauses in order without overlaps; an open one is taken to last until `today`."""
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda p: p.first):
        last = today if pause.last is None else pause.last
        if last < pause.first:
            continue
        if merged and pause.first <= add_days(_end(merged[-1]), 1):
            merged[-1] = Pause(merged[-1].first, max(_end(merged[-1]), last))
        else:
            merged.append(Pause(pause.first, last))
    return tuple(merged)


def paused_on(day: date, pauses: Iterable[Pause]) -> Pause | None:
    """The pause `day` lies in, or None."""
    for pause in pauses:
        if pause.first <= day and (pause.last is None or day <= pause.last):
            return pause
    return None


def wanted_days(after: date, until: date, weekdays: int = EVERY_DAY) -> int:
    """Wanted weekdays (bit 0 is Monday) in (after, until], by arithmetic."""
    days = until.toordinal() - after.toordinal()
    if days <= 0:
        return 0
    if weekdays == EVERY_DAY:
        return days
    weeks, rest = divmod(days, WEEK)
    count = weeks * weekdays.bit_count()
    weekday = after.weekday()
    for offset in range(1, rest + 1):
        count += weekdays >> ((weekday + offset) % WEEK) & 1
    return count


def active_days(
    after: date,
    until: date,
    weekdays: int = EVERY_DAY,
    pauses: Sequence[Pause] = (),
    excused: Collection[date] = (),
) -> int:
    """act(a, b) of the product rules: wanted weekdays in (after, until] less paused and excused ones.

    `pauses` may overlap; an open one lasts for ever (close it with `closed_pauses` to end it today).
    """
    if until <= after:
        return 0
    count = wanted_days(after, until, weekdays)
    if pauses:
        if len(pauses) > 1:
            pauses = closed_pauses(pauses, date.max)
        for pause in pauses:
            count -= wanted_days(max(after, add_days(pause.first, -1)), min(until, _end(pause)), weekdays)
    for day in excused:
        if after < day <= until and weekdays >> day.weekday() & 1 and not (pauses and paused_on(day, pauses)):
            count -= 1
    return count


def periods_between(start: date, end: date, period: Period) -> Fraction:
    """How many periods lie between two dates; months from day to day of the month, a rest in days of that month."""
    if period in _DAYS:
        return Fraction(end.toordinal() - start.toordinal(), _DAYS[period])
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    anchor = add_months(start, months)
    if anchor == end:
        return Fraction(months, _MONTHS[period])
    return (months + Fraction(distance_days(end, anchor), _length(start, months))) / _MONTHS[period]


def after_periods(start: date, count: Fraction, period: Period) -> date:
    """The first date at least `count` periods after `start`; OverflowError beyond year 9999."""
    if period in _DAYS:
        return start + timedelta(days=ceil(count * _DAYS[period]))
    months = count * _MONTHS[period]
    whole = floor(months)
    if start.year + whole // 12 >= MAXYEAR:
        raise OverflowError("beyond year 9999")
    anchor = add_months(start, whole)
    return anchor + timedelta(days=ceil((months - whole) * _length(start, whole)))


def _length(start: date, months: int) -> int:
    """Days of the month that begins `months` after `start`, from day of the month to day of the month."""
    first = add_months(start, months)
    if (first.year, first.month) == (MAXYEAR, 12):
        return days_in_month(MAXYEAR, 12)
    return distance_days(add_months(start, months + 1), first)


def _end(pause: Pause) -> date:
    return date.max if pause.last is None else pause.last
