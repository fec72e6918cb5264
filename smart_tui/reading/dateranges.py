"""Stretches of the calendar that a phrase can name: months, quarters, halves, seasons, years, weeks and units."""

from collections.abc import Mapping
from datetime import date

from smart_tui.domain.calendar import add_days, days_in_month, period_bounds, week_number, week_start
from smart_tui.domain.goal import Period
from smart_tui.reading.datedays import Days, MeaningOf, Occasion, Slots, number, year_of
from smart_tui.reading.durations import Duration, add
from smart_tui.reading.errors import ReadingError

_WEEK = 7
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_SUNDAY = 6


def period_of(slots: Slots) -> Period:
    """The unit of calendar time of a phrase; the year where it names none."""
    value = slots.get("unit", slots.get("genitive"))
    return Period(str(value)) if value else Period.YEAR


def _bounds(day: date, period: Period, occasion: Occasion) -> tuple[date, date]:
    return period_bounds(day, period, occasion.first_weekday)


def _month(slots: Slots, occasion: Occasion) -> Days:
    month, year = number(slots, "month"), year_of(slots, occasion)
    today = occasion.today
    if not year:
        year = today.year
        if occasion.past and month > today.month:
            year -= 1
        elif not occasion.past and month < today.month:
            year += 1
    first = date(year, month, 1)
    return Days(date(year, month, days_in_month(year, month)), (first,) if occasion.prefix == "by" else (), first)


def _row_of_months(slots: Slots, occasion: Occasion) -> Days:
    """From the first day of one month to the last of another: "March to May"."""
    last = _month(slots, occasion)
    begin = number(slots, "begin")
    return last._replace(start=date(last.day.year - (begin > last.day.month), begin, 1))


def _next_month(slots: Slots, occasion: Occasion) -> Days:
    """ "Next March" is the one to come; where this year still has it, the one after is its other meaning."""
    coming = _month(slots, occasion)
    later = _month({**slots, "year": coming.day.year + 1}, occasion._replace(prefix=""))
    if coming.start is not None and coming.start <= occasion.today:
        return later
    return coming._replace(others=(later.day,))


def _this(slots: Slots, occasion: Occasion) -> Days:
    first, last = _bounds(occasion.today, period_of(slots), occasion)
    return Days(last, (), first, True)


def _rest(slots: Slots, occasion: Occasion) -> Days:
    return from_now(_this(slots, occasion), occasion)


def from_now(days: Days, occasion: Occasion) -> Days:
    """What is left of a stretch: of one that runs already, from today on."""
    return days if days.start is None else days._replace(start=max(days.start, min(occasion.today, days.day)))


def _next(slots: Slots, occasion: Occasion) -> Days:
    period = period_of(slots)
    this_last = _bounds(occasion.today, period, occasion)[1]
    first, last = _bounds(add_days(this_last, 1), period, occasion)
    rolling = add(occasion.today, Duration(1, period))
    if period is Period.YEAR and occasion.prefix == "within":
        return Days(rolling, (this_last, last), relative=True)
    return Days(last, (rolling,), first, True)


def _calendar_next(slots: Slots, occasion: Occasion) -> Days:
    return _next(slots, occasion._replace(prefix=""))._replace(others=())


def _last(slots: Slots, occasion: Occasion) -> Days:
    period = period_of(slots)
    this_first = _bounds(occasion.today, period, occasion)[0]
    first, last = _bounds(add_days(this_first, -1), period, occasion)
    return Days(last, (), first, True)


def _whole(slots: Slots, occasion: Occasion) -> Days:
    return _this(slots, occasion)._replace(others=(add(occasion.today, Duration(1, period_of(slots))),))


def _weekend(slots: Slots, occasion: Occasion) -> Days:
    """The Saturday and Sunday to come or running, whatever day weeks begin on; of a later week its own."""
    shift = _WEEK if "next" in slots else 0
    sunday = add_days(occasion.today, (_SUNDAY - occasion.today.weekday()) % _WEEK + shift)
    return Days(sunday, (), add_days(sunday, -1), True)


def _next_weekend(slots: Slots, occasion: Occasion) -> Days:
    coming = _weekend(slots, occasion)
    start = coming.start or coming.day
    return Days(add_days(coming.day, _WEEK), (coming.day,), add_days(start, _WEEK), True)


def _quarter(slots: Slots, occasion: Occasion) -> Days:
    days = _part_of_year(number(slots, "quarter"), 3, slots, occasion)
    first = days.start or days.day
    return days._replace(others=(first, add_days(first, -1)) if occasion.prefix == "by" else ())


def _half(slots: Slots, occasion: Occasion) -> Days:
    return _part_of_year(number(slots, "half"), 6, slots, occasion)


def _part_of_year(part: int, months: int, slots: Slots, occasion: Occasion) -> Days:
    """The part of a year by its number, each so many months long; without a year the next to come or running."""
    year = year_of(slots, occasion)
    found = _months(year or occasion.today.year, part, months)
    if not year and occasion.past and (found.start or found.day) > occasion.today:
        return _months(occasion.today.year - 1, part, months)
    if not year and not occasion.past and found.day < occasion.today:
        return _months(occasion.today.year + 1, part, months)
    return found


def _months(year: int, part: int, months: int) -> Days:
    last = part * months
    return Days(date(year, last, days_in_month(year, last)), (), date(year, last - months + 1, 1))


def _season(slots: Slots, occasion: Occasion) -> Days:
    name, year = str(slots.get("season") or slots.get("seasonal")), year_of(slots, occasion)
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
    year = year_of(slots, occasion)
    first = date(year, 1, 1)
    return Days(date(year, 12, 31), (first,) if occasion.prefix in ("by", "in", "toward") else (), first)


def _week_number(slots: Slots, occasion: Occasion) -> Days:
    week, year = number(slots, "week"), year_of(slots, occasion)
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


RANGES: Mapping[str, MeaningOf] = {
    "month": _month,
    "month year": _month,
    "months": _row_of_months,
    "next month": _next_month,
    "this unit": _this,
    "rest of unit": _rest,
    "this year": _this,
    "this month": lambda slots, occasion: _this({"unit": Period.MONTH}, occasion),
    "next unit": _next,
    "next year": _calendar_next,
    "last unit": _last,
    "whole unit": _whole,
    "weekend": _weekend,
    "next weekend": _next_weekend,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "season year": _season,
    "next season": _next_season,
    "year": _year,
    "week number": _week_number,
}
