"""What there is to remark on the time of a goal: none, one gone by, one that can be read in two ways or is short."""

from datetime import date, timedelta
from decimal import Decimal

from smart_tui.coach.wording import is_next, names_a_year
from smart_tui.coach.written import TITLE, Written
from smart_tui.domain.calendar import periods_between
from smart_tui.domain.goal import Kind, Period
from smart_tui.domain.realism import SHORT_OF_A_YEAR
from smart_tui.domain.remark import Remark, RemarkCode, remark_of

OPEN = "open"
"""What the field "ending" holds where a goal is to go on without a deadline."""
FAR_APART = timedelta(days=45)
"""The readings of a year ahead differ by at least so much where it is worth a question."""


def past_date(goal: Written, today: date) -> Remark | None:
    """A deadline that lies behind today, in its field or in the sentence."""
    day, field = goal.deadline, "deadline"
    if day is None and not goal.unread("deadline") and goal.reading.deadline is not None:
        day, field = goal.reading.deadline.date, TITLE
    if day is None or day >= today:
        return None
    return remark_of(RemarkCode.PAST_DATE, field)._replace(days=(day,))


def no_date(goal: Written, today: date) -> Remark | None:
    """Neither a day nor words for one that are known; of a goal that goes on, no day to look at it again."""
    if goal.deadline is not None or goal.review_on is not None or goal.says("specific.when"):
        return None
    waiting = goal.unread("deadline") or ("" if goal.reading.deadline else goal.reading.deadline_words.strip())
    goes_on = goal.unread("ending") == OPEN
    if waiting and not goes_on:
        return remark_of(RemarkCode.NO_DATE, "deadline")._replace(words=(waiting,))
    standing = goal.measure is not None and goal.measure.kind is Kind.QUOTA and goal.measured
    if standing or goes_on:
        return remark_of(RemarkCode.NO_DATE, "review_on")
    return None if goal.judgement.time_bound else remark_of(RemarkCode.NO_DATE, "deadline")


def next_quarter(goal: Written, today: date) -> Remark | None:
    """A time ahead that ends on different days by the calendar and from today on."""
    read = goal.reading.deadline
    if goal.deadline is not None or goal.unread("deadline") or read is None or not read.alternatives:
        return None
    days = tuple(sorted({read.date, *read.alternatives}))
    ahead = is_next(read.text, goal.language)
    if read.kind != "relative" or not (ahead == "quarter" or (ahead == "year" and days[-1] - days[0] > FAR_APART)):
        return None
    return remark_of(RemarkCode.NEXT_QUARTER, "deadline")._replace(days=days, words=(read.text,))


def yearly_short(goal: Written, today: date) -> Remark | None:
    """The figure of a year, to be reached within months."""
    deadline = goal.deadline or (goal.reading.deadline.date if goal.reading.deadline else None)
    begin = goal.start or today
    if deadline is None or deadline <= begin or not _is_of_a_year(goal, deadline):
        return None
    months = int(periods_between(begin, deadline, Period.MONTH))
    if months >= SHORT_OF_A_YEAR:
        return None
    days = (deadline - begin).days
    return remark_of(RemarkCode.YEARLY_SHORT, "deadline" if goal.deadline else TITLE)._replace(
        numbers=(Decimal(months), Decimal(days))
    )


def _is_of_a_year(goal: Written, deadline: date) -> bool:
    """Whether the figure of a goal is that of a whole year; one that ends with the year may well be."""
    measure, read = goal.measure, goal.reading
    if measure is not None and goal.measured and not measure.untargeted:
        if Period.YEAR in (measure.baseline_period, measure.period):
            return True
    elif read.change_percent is None and read.difference is None and read.target is None:
        return False
    return (deadline.month, deadline.day) != (12, 31) and names_a_year(goal.title, goal.language)
