"""What a date phrase means on a given day: each meaning of the phrase tables as a small function."""

from collections.abc import Mapping

from smart_tui.domain.calendar import add_days, week_start
from smart_tui.domain.goal import Period
from smart_tui.reading.datedays import Days, MeaningOf, Occasion, Slots, dated, number, year_of
from smart_tui.reading.dateranges import RANGES, from_now
from smart_tui.reading.datewords import Written
from smart_tui.reading.durations import Duration, add
from smart_tui.reading.errors import ReadingError
from smart_tui.reading.holidays import holiday_on
from smart_tui.reading.phrases import Match

_WEEK = 7
_MIDDLE = 15
"""The middle of a month, and the last day of its first half."""
_LONGEST_MONTH = 31
_SHORTEST_MONTH = 27
"""Days from its first to its last."""
_NEARBY_YEARS = 3


def days_of(meaning: str, slots: Slots, occasion: Occasion) -> Days:
    """The days of a matched phrase; `ReadingError` date.impossible or date.out_of_range if there are none."""
    try:
        days = MEANINGS[meaning](slots, occasion)
    except (ValueError, OverflowError) as error:
        if isinstance(error, ReadingError):
            raise
        raise ReadingError("date.impossible") from None
    return days._replace(others=tuple(dict.fromkeys(d for d in days.others if d != days.day)))


def _shifted(days: int) -> MeaningOf:
    return lambda slots, occasion: Days(add_days(occasion.today, days), relative=True)


def _day_month(slots: Slots, occasion: Occasion) -> Days:
    return dated(number(slots, "day"), number(slots, "month"), year_of(slots, occasion), occasion)


def _days_month(slots: Slots, occasion: Occasion) -> Days:
    """A row of days, "2-9 May": its last, the first is its other meaning."""
    first, last = _pair(slots["days"])
    end = dated(last, number(slots, "month"), year_of(slots, occasion), occasion).day
    begin = end.replace(day=first)
    return Days(end, (begin,), begin)


def _pair(value: object) -> tuple[int, int]:
    if not isinstance(value, tuple) or len(value) != 2:
        raise ReadingError("date.impossible")
    return int(value[0]), int(value[1])


def _numeric(slots: Slots, occasion: Occasion) -> Days:
    written = slots.get("date", slots.get("fulldate"))
    if not isinstance(written, Written):
        raise ReadingError("date.impossible")
    behind = year_of(slots, occasion)
    if written.year and behind:
        raise ReadingError("date.impossible")
    return dated(written.day, written.month, written.year or behind, occasion)


def _nth(slots: Slots, occasion: Occasion) -> Days:
    """A day of the month without the month: the next to come, today included."""
    day, on = number(slots, "nth"), occasion.today
    for _ in range(_WEEK * _LONGEST_MONTH * 2):
        if on.day == day:
            return Days(on)
        on = add_days(on, -1 if occasion.past else 1)
    raise ReadingError("date.impossible")


def _nth_of(months: int) -> MeaningOf:
    def read(slots: Slots, occasion: Occasion) -> Days:
        month = add(occasion.today.replace(day=1), Duration(months, Period.MONTH))
        return Days(month.replace(day=number(slots, "day")))

    return read


def _weekday(slots: Slots, occasion: Occasion) -> Days:
    if occasion.past:
        wanted = number(slots, "dayname" if "dayname" in slots else "weekday")
        back = (occasion.today.weekday() - wanted) % _WEEK
        return Days(add_days(occasion.today, -back), relative=True)
    return _coming_weekday(slots, occasion)


def _coming_weekday(slots: Slots, occasion: Occasion) -> Days:
    wanted = number(slots, "dayname" if "dayname" in slots else "weekday")
    ahead = (wanted - occasion.today.weekday() - 1) % _WEEK + 1
    return Days(add_days(occasion.today, ahead), relative=True)


def _next_weekday(slots: Slots, occasion: Occasion) -> Days:
    """The one in next week; the coming one, where that lies in this week, is its other meaning."""
    coming = _coming_weekday(slots, occasion).day
    following = add_days(week_start(occasion.today, occasion.first_weekday), _WEEK)
    if coming >= following:
        return Days(coming, relative=True)
    return Days(add_days(coming, _WEEK), (coming,), relative=True)


def _weekday_of_week(weeks: int) -> MeaningOf:
    """A weekday of this week or the one after so many."""

    def read(slots: Slots, occasion: Occasion) -> Days:
        first = add_days(week_start(occasion.today, occasion.first_weekday), weeks * _WEEK)
        return Days(add_days(first, (number(slots, "weekday") - first.weekday()) % _WEEK), relative=True)

    return read


def _weekday_in_span(slots: Slots, occasion: Occasion) -> Days:
    """ "Friday in a week": that long after the coming one."""
    span = _span(slots)
    if span.unit is not Period.WEEK:
        raise ReadingError("date.impossible")
    return Days(add(_coming_weekday(slots, occasion).day, span), relative=True)


def _weekday_in_week(slots: Slots, occasion: Occasion) -> Days:
    week = RANGES["week number"](slots, occasion)
    first = week.start or week.day
    return Days(add_days(first, (number(slots, "weekday") - first.weekday()) % _WEEK))


def _last_weekday(slots: Slots, occasion: Occasion) -> Days:
    wanted = number(slots, "lastday") if "lastday" in slots else number(slots, "weekday")
    back = (occasion.today.weekday() - wanted - 1) % _WEEK + 1
    return Days(add_days(occasion.today, -back), relative=True)


def _span(slots: Slots) -> Duration:
    span = slots["span"]
    if not isinstance(span, Duration):
        raise ReadingError("date.impossible")
    return span


def _ahead(slots: Slots, occasion: Occasion) -> Days:
    return Days(add(occasion.today, _span(slots)), relative=True)


def _ago(slots: Slots, occasion: Occasion) -> Days:
    span = _span(slots)
    return Days(add(occasion.today, span._replace(amount=-span.amount)), relative=True)


def _holiday(slots: Slots, occasion: Occasion) -> Days:
    """A day with a name: the next to come, today included, unless its year stands there."""
    rule, year = str(slots.get("holiday") or slots.get("feast")), year_of(slots, occasion)
    if year:
        return Days(holiday_on(rule, year))
    step = -1 if occasion.past else 1
    for offset in range(_NEARBY_YEARS):
        day = holiday_on(rule, occasion.today.year + offset * step)
        if (day <= occasion.today) if occasion.past else (day >= occasion.today):
            return Days(day, relative=True)
    raise ReadingError("date.impossible")


def _range(slots: Slots, occasion: Occasion) -> Days:
    """The stretch that a phrase speaks of a part of."""
    match, bare = slots.get("range"), occasion._replace(prefix="")
    if isinstance(match, Match):
        days = days_of(match.meaning, match.slots, bare)
    else:
        named = next((name for name in ("month", "season") if name in slots), "this unit")
        days = RANGES[named](slots, bare)
    return days._replace(others=(), start=days.start or days.day)


def _end(slots: Slots, occasion: Occasion) -> Days:
    return _range(slots, occasion)._replace(start=None)


def _start(slots: Slots, occasion: Occasion) -> Days:
    days = _range(slots, occasion)
    return days._replace(day=days.start or days.day, start=None)


def _middle(slots: Slots, occasion: Occasion) -> Days:
    return _first_half(slots, occasion)._replace(start=None)


def _first_half(slots: Slots, occasion: Occasion) -> Days:
    """Up to the 15th of a month; of longer stretches whole months, as far as they have them."""
    days = _range(slots, occasion)
    first = days.start or days.day
    months = (days.day.year - first.year) * 12 + days.day.month - first.month + 1
    if first.day != 1 or months == 1:
        length = (days.day - first).days
        middle = add_days(first, length // 2 if length < _SHORTEST_MONTH else _MIDDLE - 1)
    else:
        middle = add_days(add(first, Duration(months // 2, Period.MONTH)), -1)
        middle = add_days(middle, _MIDDLE) if months % 2 else middle
    return days._replace(day=middle)


def _first_week(slots: Slots, occasion: Occasion) -> Days:
    days = _range(slots, occasion)
    return days._replace(day=add_days(days.start or days.day, _WEEK - 1))


def _first_span(slots: Slots, occasion: Occasion) -> Days:
    """ "The first six months of 2026"."""
    days = _range(slots, occasion)
    return days._replace(day=add_days(add(days.start or days.day, _span(slots)), -1))


def _nth_week(slots: Slots, occasion: Occasion) -> Days:
    days = _range(slots, occasion)
    return days._replace(day=min(days.day, add_days(days.start or days.day, number(slots, "day") * _WEEK - 1)))


def _weekday_of(slots: Slots, occasion: Occasion) -> Days:
    """ "The second Friday in May"."""
    days = _range(slots, occasion)
    first = days.start or days.day
    place = number(slots, "day") or 1
    ahead = (number(slots, "weekday") - first.weekday()) % _WEEK + (place - 1) * _WEEK
    on = add_days(first, ahead)
    if on > days.day:
        raise ReadingError("date.impossible")
    return Days(on, relative=days.relative)


def _last_weekday_of(slots: Slots, occasion: Occasion) -> Days:
    days = _range(slots, occasion)
    back = (days.day.weekday() - number(slots, "weekday")) % _WEEK
    return Days(add_days(days.day, -back), relative=days.relative)


MEANINGS: Mapping[str, MeaningOf] = {
    **RANGES,
    "today": _shifted(0),
    "tomorrow": _shifted(1),
    "yesterday": _shifted(-1),
    "day after tomorrow": _shifted(2),
    "day before yesterday": _shifted(-2),
    "day month": _day_month,
    "days month": _days_month,
    "numeric": _numeric,
    "full date": _numeric,
    "nth": _nth,
    "day this month": _nth_of(0),
    "day next month": _nth_of(1),
    "end of": _end,
    "start of": _start,
    "middle of": _middle,
    "all of": _range,
    "rest of": lambda slots, occasion: from_now(_range(slots, occasion), occasion),
    "first half of": _first_half,
    "second half of": _range,
    "first week of": _first_week,
    "last week of": _end,
    "first span of": _first_span,
    "nth week of": _nth_week,
    "weekday of": _weekday_of,
    "last weekday of": _last_weekday_of,
    "weekday": _weekday,
    "coming weekday": _coming_weekday,
    "next weekday": _next_weekday,
    "weekday this week": _weekday_of_week(0),
    "weekday next week": _weekday_of_week(1),
    "weekday in span": _weekday_in_span,
    "weekday in week": _weekday_in_week,
    "last weekday": _last_weekday,
    "holiday": _holiday,
    "ago": _ago,
    "a year ahead": lambda slots, occasion: Days(add(occasion.today, Duration(1, Period.YEAR)), relative=True),
    "ahead": _ahead,
}
"""What the phrases of `DateWords.points`, `weak`, `offsets` and `ranges` can mean."""

__all__ = ["MEANINGS", "Days", "Occasion", "Slots", "days_of"]
