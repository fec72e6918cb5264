"""What a date phrase means on a given day: each meaning of the phrase tables as a small function."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.calendar import add_days, days_in_month, period_bounds, week_number, week_start
from smart_tui.domain.goal import Period
from smart_tui.reading.datewords import Written
from smart_tui.reading.durations import Duration, add
from smart_tui.reading.errors import ReadingError

_LEAP_CYCLE = 9
"""Years to look ahead for a 29 February."""
_MONTHS = 12
_WEEK = 7
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


class Occasion(NamedTuple):
    """What the meaning of a phrase depends on."""

    today: date
    first_weekday: int = 0
    past: bool = False
    """Dates without a year, and weekdays, are the last ones instead of the next ones."""
    prefix: str = ""
    """How the words before it read: "by", "within", "in", "on", "from" or none."""


class Days(NamedTuple):
    """The date a phrase means, what else it could mean, and the first day of a range."""

    day: date
    others: tuple[date, ...] = ()
    start: date | None = None
    relative: bool = False


Slots = Mapping[str, object]


def days_of(meaning: str, slots: Slots, occasion: Occasion) -> Days:
    """The days of a matched phrase; `ReadingError` date.impossible or date.out_of_range if there are none."""
    try:
        days = _MEANINGS[meaning](slots, occasion)
    except (ValueError, OverflowError) as error:
        if isinstance(error, ReadingError):
            raise
        raise ReadingError("date.impossible") from None
    return days._replace(others=tuple(dict.fromkeys(d for d in days.others if d != days.day)))


def _number(slots: Slots, name: str) -> int:
    value = slots.get(name)
    return value if isinstance(value, int) else 0


def _period(slots: Slots) -> Period:
    value = slots.get("unit", slots.get("genitive"))
    return Period(str(value)) if value else Period.YEAR


def _bounds(day: date, period: Period, occasion: Occasion) -> tuple[date, date]:
    return period_bounds(day, period, occasion.first_weekday)


def _shifted(days: int) -> Callable[[Slots, Occasion], Days]:
    return lambda slots, occasion: Days(add_days(occasion.today, days), relative=True)


def _dated(day: int, month: int, year: int, occasion: Occasion) -> Days:
    if year:
        return Days(date(year, month, day))
    step = -1 if occasion.past else 1
    if not (1 <= month <= _MONTHS and 1 <= day <= days_in_month(2000, month)):
        raise ReadingError("date.impossible")
    for offset in range(_LEAP_CYCLE):
        candidate_year = occasion.today.year + offset * step
        if day <= days_in_month(candidate_year, month):
            candidate = date(candidate_year, month, day)
            if (candidate <= occasion.today) if occasion.past else (candidate >= occasion.today):
                return Days(candidate)
    raise ReadingError("date.impossible")


def _day_month(slots: Slots, occasion: Occasion) -> Days:
    return _dated(_number(slots, "day"), _number(slots, "month"), _number(slots, "year"), occasion)


def _numeric(slots: Slots, occasion: Occasion) -> Days:
    written = slots["date"]
    if not isinstance(written, Written):
        raise ReadingError("date.impossible")
    if written.year and "year" in slots:
        raise ReadingError("date.impossible")
    return _dated(written.day, written.month, written.year or _number(slots, "year"), occasion)


def _month(slots: Slots, occasion: Occasion) -> Days:
    first, last = _month_bounds(slots, occasion)
    return Days(last, (first,) if occasion.prefix == "by" else (), first)


def _month_end(slots: Slots, occasion: Occasion) -> Days:
    return Days(_month_bounds(slots, occasion)[1])


def _month_middle(slots: Slots, occasion: Occasion) -> Days:
    return _dated(15, _number(slots, "month"), _number(slots, "year"), occasion)


def _month_start(slots: Slots, occasion: Occasion) -> Days:
    return _dated(1, _number(slots, "month"), _number(slots, "year"), occasion)


def _month_bounds(slots: Slots, occasion: Occasion) -> tuple[date, date]:
    month, year = _number(slots, "month"), _number(slots, "year")
    today = occasion.today
    if not year:
        year = today.year
        if occasion.past and month > today.month:
            year -= 1
        elif not occasion.past and month < today.month:
            year += 1
    return date(year, month, 1), date(year, month, days_in_month(year, month))


def _weekday(slots: Slots, occasion: Occasion) -> Days:
    if occasion.past:
        back = (occasion.today.weekday() - _number(slots, "weekday")) % _WEEK
        return Days(add_days(occasion.today, -back), relative=True)
    return _coming_weekday(slots, occasion)


def _coming_weekday(slots: Slots, occasion: Occasion) -> Days:
    ahead = (_number(slots, "weekday") - occasion.today.weekday() - 1) % _WEEK + 1
    return Days(add_days(occasion.today, ahead), relative=True)


def _next_weekday(slots: Slots, occasion: Occasion) -> Days:
    """The one in next week; the coming one, where that lies in this week, is its other meaning."""
    coming = _coming_weekday(slots, occasion).day
    following = add_days(week_start(occasion.today, occasion.first_weekday), _WEEK)
    if coming >= following:
        return Days(coming, relative=True)
    return Days(add_days(coming, _WEEK), (coming,), relative=True)


def _last_weekday(slots: Slots, occasion: Occasion) -> Days:
    wanted = _number(slots, "lastday") if "lastday" in slots else _number(slots, "weekday")
    back = (occasion.today.weekday() - wanted - 1) % _WEEK + 1
    return Days(add_days(occasion.today, -back), relative=True)


def _this(slots: Slots, occasion: Occasion) -> Days:
    first, last = _bounds(occasion.today, _period(slots), occasion)
    return Days(last, (), first, True)


def _next(slots: Slots, occasion: Occasion) -> Days:
    period = _period(slots)
    this_last = _bounds(occasion.today, period, occasion)[1]
    first, last = _bounds(add_days(this_last, 1), period, occasion)
    rolling = add(occasion.today, Duration(1, period))
    if period is Period.YEAR and occasion.prefix == "within":
        return Days(rolling, (this_last, last), relative=True)
    return Days(last, (rolling,), first, True)


def _last(slots: Slots, occasion: Occasion) -> Days:
    period = _period(slots)
    this_first = _bounds(occasion.today, period, occasion)[0]
    first, last = _bounds(add_days(this_first, -1), period, occasion)
    return Days(last, (), first, True)


def _whole(slots: Slots, occasion: Occasion) -> Days:
    days = _this(slots, occasion)
    return days._replace(others=(add(occasion.today, Duration(1, _period(slots))),))


def _quarter(slots: Slots, occasion: Occasion) -> Days:
    month = _number(slots, "quarter") * 3
    first, last = _quarter_of(_number(slots, "year") or occasion.today.year, month)
    if not _number(slots, "year"):
        if occasion.past and first > occasion.today:
            first, last = _quarter_of(occasion.today.year - 1, month)
        elif not occasion.past and last < occasion.today:
            first, last = _quarter_of(occasion.today.year + 1, month)
    return Days(last, (first, add_days(first, -1)) if occasion.prefix == "by" else (), first)


def _quarter_of(year: int, month: int) -> tuple[date, date]:
    return period_bounds(date(year, month, 1), Period.QUARTER)


def _season(slots: Slots, occasion: Occasion) -> Days:
    name, year = str(slots["season"]), _number(slots, "year")
    if year:
        return _season_of(name, year)
    years = (occasion.today.year + offset for offset in ((1, 0, -1, -2) if occasion.past else (-1, 0, 1)))
    for candidate in years:
        days = _season_of(name, candidate)
        if (days.start or days.day) <= occasion.today if occasion.past else days.day >= occasion.today:
            return days
    raise ReadingError("date.impossible")


def _season_of(name: str, year: int) -> Days:
    """A season by whole months; the winter of a year begins in its December."""
    first, last = _SEASONS[name]
    end_year = year + 1 if last < first else year
    start = date(year, first, 1)
    return Days(date(end_year, last, days_in_month(end_year, last)), (), start, True)


def _next_season(slots: Slots, occasion: Occasion) -> Days:
    coming = _season(slots, occasion)
    following = _season_of(str(slots["season"]), (coming.start or coming.day).year + 1)
    if coming.start is not None and coming.start <= occasion.today:
        return following
    return coming._replace(others=(following.day,))


def _year(slots: Slots, occasion: Occasion) -> Days:
    year = _number(slots, "year")
    first = date(year, 1, 1)
    return Days(date(year, 12, 31), (first,) if occasion.prefix in ("by", "in") else (), first)


def _year_end(slots: Slots, occasion: Occasion) -> Days:
    return Days(date(_number(slots, "year"), 12, 31))


def _week_number(slots: Slots, occasion: Occasion) -> Days:
    week, year = _number(slots, "week"), _number(slots, "year")
    this_year = week_number(occasion.today, occasion.first_weekday)[0]
    nearby = (this_year, this_year - 1) if occasion.past else (this_year, this_year + 1)
    for candidate in (year,) if year else nearby:
        # 4 January always lies in week 1 of its year.
        first = add_days(week_start(date(candidate, 1, 4), occasion.first_weekday), (week - 1) * _WEEK)
        if week_number(first, occasion.first_weekday) != (candidate, week):
            continue
        last = add_days(first, _WEEK - 1)
        if year or (first <= occasion.today if occasion.past else last >= occasion.today):
            return Days(last, (), first)
    raise ReadingError("date.impossible")


def _ahead(slots: Slots, occasion: Occasion) -> Days:
    span = slots["span"]
    if not isinstance(span, Duration):
        raise ReadingError("date.impossible")
    return Days(add(occasion.today, span), relative=True)


def _ago(slots: Slots, occasion: Occasion) -> Days:
    span = slots["span"]
    if not isinstance(span, Duration):
        raise ReadingError("date.impossible")
    return Days(add(occasion.today, span._replace(amount=-span.amount)), relative=True)


def _christmas(slots: Slots, occasion: Occasion) -> Days:
    return _dated(24, _MONTHS, 0, occasion)


_MEANINGS: Mapping[str, Callable[[Slots, Occasion], Days]] = {
    "today": _shifted(0),
    "tomorrow": _shifted(1),
    "yesterday": _shifted(-1),
    "day after tomorrow": _shifted(2),
    "day before yesterday": _shifted(-2),
    "day month": _day_month,
    "numeric": _numeric,
    "month": _month,
    "month year": _month,
    "end of month": _month_end,
    "mid month": _month_middle,
    "start of month": _month_start,
    "weekday": _weekday,
    "coming weekday": _coming_weekday,
    "next weekday": _next_weekday,
    "last weekday": _last_weekday,
    "this unit": _this,
    "this year": _this,
    "next unit": _next,
    "last unit": _last,
    "whole unit": _whole,
    "quarter": _quarter,
    "season": _season,
    "season year": _season,
    "next season": _next_season,
    "year": _year,
    "end of year": _year_end,
    "week number": _week_number,
    "christmas": _christmas,
    "ago": _ago,
    "ahead": _ahead,
}
